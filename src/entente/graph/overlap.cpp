// SPDX-License-Identifier: Apache-2.0
#include <entente/graph/overlap.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <numeric>

namespace entente {
namespace {

constexpr int growing_rounds = 60;  // while rooms grow to their size, and places pull back what was pushed from them
constexpr double first_pull = 0.1;  // share of the way back, less in each round
constexpr int most_rounds = 400;
constexpr int rounds_until_wider = 10;
constexpr double wider = 1.03;
constexpr double touch = 1e-6;  // points by which two rooms may share ground: what rounding leaves

class Separation {
public:
    Separation(std::span<const Room> rooms, std::vector<Point>& points)
        : rooms_(rooms), points_(points), order_(points.size()) {
        std::iota(order_.begin(), order_.end(), 0U);
    }

    /// Calls `act` for each pair of overlapping rooms, from left to right; says how many there were.
    template <class Act>
    std::size_t for_each_overlap(const Act& act) {
        std::ranges::sort(order_, [this](auto a, auto b) {
            const double left_a = left(a), left_b = left(b);
            return left_a < left_b || (left_a == left_b && a < b);
        });
        std::size_t found = 0;
        for (std::size_t i = 0; i < order_.size(); ++i) {
            const auto a = order_[i];
            const double right = points_[a].x + growth_ * rooms_[a].width / 2;
            // What an act moves may come out of order: such a pair waits for the next round.
            for (std::size_t j = i + 1; j < order_.size() && left(order_[j]) < right - touch; ++j) {
                if (factor(a, order_[j]) > 1) {
                    act(a, order_[j]);
                    ++found;
                }
            }
        }
        return found;
    }

    void push(std::uint32_t a, std::uint32_t b) {
        auto& p = points_[a];
        auto& q = points_[b];
        if (std::abs(p.x - q.x) + std::abs(p.y - q.y) < 0.01) {
            q.x += 0.01 * (1 + b % 3);  // in one place there is no line between them
            q.y += 0.01 * (1 + b % 5);
        }
        const double share = factor(a, b) - 1 + touch;
        const double x = share * (p.x - q.x), y = share * (p.y - q.y);
        const double ground_a = rooms_[a].width * rooms_[a].height, ground_b = rooms_[b].width * rooms_[b].height;
        const double give = ground_b / (ground_a + ground_b);  // the small ones make way for the large
        p.x += give * x;
        p.y += give * y;
        q.x -= (1 - give) * x;
        q.y -= (1 - give) * y;
    }

    void pull_back(const std::vector<Point>& places, double share) {
        for (std::size_t i = 0; i < points_.size(); ++i) {
            points_[i].x += share * (places[i].x - points_[i].x);
            points_[i].y += share * (places[i].y - points_[i].y);
        }
    }

    /// Of every room, from 0 to 1.
    void set_growth(double growth) { growth_ = growth; }

    void widen(double by) {
        for (auto& point : points_) {
            point.x *= by;
            point.y *= by;
        }
    }

    /// How many times farther apart two must be to stand free; above 1 when they overlap.
    [[nodiscard]] double factor(std::uint32_t a, std::uint32_t b) const {
        const double x = std::abs(points_[a].x - points_[b].x), y = std::abs(points_[a].y - points_[b].y);
        const double width = growth_ * (rooms_[a].width + rooms_[b].width) / 2,
                     height = growth_ * (rooms_[a].height + rooms_[b].height) / 2;
        if (x >= width - touch || y >= height - touch) {
            return 0;
        }
        constexpr double any = std::numeric_limits<double>::infinity();
        return std::min(x > 0 ? width / x : any, y > 0 ? height / y : any);
    }

private:
    [[nodiscard]] double left(std::uint32_t i) const { return points_[i].x - growth_ * rooms_[i].width / 2; }

    std::span<const Room> rooms_;
    std::vector<Point>& points_;
    std::vector<std::uint32_t> order_;
    double growth_ = 1;
};

}  // namespace

void remove_overlaps(std::span<const Room> rooms, std::vector<Point>& points) {
    Separation separation(rooms, points);
    const auto places = points;
    for (int round = 1; round <= growing_rounds; ++round) {
        const double share = static_cast<double>(round) / growing_rounds;
        separation.set_growth(share);
        separation.pull_back(places, first_pull * (1 - share));
        separation.for_each_overlap([&](auto a, auto b) { separation.push(a, b); });
    }
    for (int round = 1; round <= most_rounds; ++round) {
        if (separation.for_each_overlap([&](auto a, auto b) { separation.push(a, b); }) == 0) {
            return;
        }
        if (round % rounds_until_wider == 0) {
            separation.widen(wider);
        }
    }
    double needed = 1;
    separation.for_each_overlap([&](auto a, auto b) { needed = std::max(needed, separation.factor(a, b)); });
    separation.widen(std::isfinite(needed) ? needed : 1);
}

}  // namespace entente
