// SPDX-License-Identifier: Apache-2.0
#include <entente/graph/overlap.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>

namespace entente {
namespace {

constexpr int growing_rounds = 60;  // while rooms grow to their size, and places pull back what was pushed from them
constexpr double first_pull = 0.1;  // share of the way back, less in each round
constexpr int most_rounds = 400;
constexpr int rounds_until_wider = 10;
constexpr double wider = 1.03;
constexpr double touch = 1e-6;  // points by which two rooms may share ground: what rounding leaves

/// A room where it stands now. They lie one behind the other from left to right, as the sweep reads them.
struct Standing {
    double x = 0;
    double y = 0;
    Room room;
    std::uint32_t number = 0;
};

class Separation {
public:
    Separation(std::span<const Room> rooms, std::span<const Point> points) {
        for (std::uint32_t i = 0; i < points.size(); ++i) {
            all_.push_back({points[i].x, points[i].y, rooms[i], i});
        }
    }

    /// Calls `act` for each pair of overlapping rooms, from left to right; says how many there were.
    template <class Act>
    std::size_t for_each_overlap(const Act& act) {
        std::ranges::sort(all_, [this](const Standing& a, const Standing& b) {
            const double left_a = left(a), left_b = left(b);
            return left_a < left_b || (left_a == left_b && a.number < b.number);
        });
        std::size_t found = 0;
        for (std::size_t i = 0; i < all_.size(); ++i) {
            auto& a = all_[i];
            const double right = a.x + growth_ * a.room.width / 2;
            // What an act moves may come out of order: such a pair waits for the next round.
            for (std::size_t j = i + 1; j < all_.size() && left(all_[j]) < right - touch; ++j) {
                if (factor(a, all_[j]) > 1) {
                    act(a, all_[j]);
                    ++found;
                }
            }
        }
        return found;
    }

    void push(Standing& a, Standing& b) const {
        if (std::abs(a.x - b.x) + std::abs(a.y - b.y) < 0.01) {
            b.x += 0.01 * (1 + b.number % 3);  // in one place there is no line between them
            b.y += 0.01 * (1 + b.number % 5);
        }
        const double share = factor(a, b) - 1 + touch;
        const double x = share * (a.x - b.x), y = share * (a.y - b.y);
        const double ground_a = a.room.width * a.room.height, ground_b = b.room.width * b.room.height;
        const double give = ground_b / (ground_a + ground_b);  // the small ones make way for the large
        a.x += give * x;
        a.y += give * y;
        b.x -= (1 - give) * x;
        b.y -= (1 - give) * y;
    }

    void pull_back(std::span<const Point> places, double share) {
        for (auto& one : all_) {
            one.x += share * (places[one.number].x - one.x);
            one.y += share * (places[one.number].y - one.y);
        }
    }

    /// Of every room, from 0 to 1.
    void set_growth(double growth) { growth_ = growth; }

    void widen(double by) {
        for (auto& one : all_) {
            one.x *= by;
            one.y *= by;
        }
    }

    /// How many times farther apart two must be to stand free; above 1 when they overlap.
    [[nodiscard]] double factor(const Standing& a, const Standing& b) const {
        const double x = std::abs(a.x - b.x), y = std::abs(a.y - b.y);
        const double width = growth_ * (a.room.width + b.room.width) / 2,
                     height = growth_ * (a.room.height + b.room.height) / 2;
        if (x >= width - touch || y >= height - touch) {
            return 0;
        }
        constexpr double any = std::numeric_limits<double>::infinity();
        return std::min(x > 0 ? width / x : any, y > 0 ? height / y : any);
    }

    void write_to(std::vector<Point>& points) const {
        for (const auto& one : all_) {
            points[one.number] = {one.x, one.y};
        }
    }

private:
    [[nodiscard]] double left(const Standing& one) const { return one.x - growth_ * one.room.width / 2; }

    std::vector<Standing> all_;
    double growth_ = 1;
};

/// Until no two overlap, or they are as far apart as needed.
void push_apart(Separation& separation) {
    const auto push = [&](Standing& a, Standing& b) { separation.push(a, b); };
    for (int round = 1; round <= most_rounds; ++round) {
        if (separation.for_each_overlap(push) == 0) {
            return;
        }
        if (round % rounds_until_wider == 0) {
            separation.widen(wider);
        }
    }
    double needed = 1;
    separation.for_each_overlap(
        [&](const Standing& a, const Standing& b) { needed = std::max(needed, separation.factor(a, b)); });
    separation.widen(std::isfinite(needed) ? needed : 1);
}

}  // namespace

void remove_overlaps(std::span<const Room> rooms, std::vector<Point>& points) {
    Separation separation(rooms, points);
    for (int round = 1; round <= growing_rounds; ++round) {
        const double share = static_cast<double>(round) / growing_rounds;
        separation.set_growth(share);
        separation.pull_back(points, first_pull * (1 - share));
        separation.for_each_overlap([&](Standing& a, Standing& b) { separation.push(a, b); });
    }
    push_apart(separation);
    separation.write_to(points);
}

}  // namespace entente
