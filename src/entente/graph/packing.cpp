// SPDX-License-Identifier: Apache-2.0
#include <entente/graph/packing.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <map>
#include <unordered_set>
#include <utility>

namespace entente {
namespace {

constexpr double most_cells = 20'000;  // that all islands cover
constexpr double least_cell = 6;       // points
constexpr double aspect = 1.5;         // of the field, width by height

struct Box {
    double left = std::numeric_limits<double>::infinity();
    double right = -std::numeric_limits<double>::infinity();
    double bottom = std::numeric_limits<double>::infinity();
    double top = -std::numeric_limits<double>::infinity();
};

Box box_of(const Island& island) {
    Box box;
    for (std::size_t i = 0; i < island.points.size(); ++i) {
        const auto [x, y] = island.points[i];
        const auto [width, height] = island.rooms[i];
        box.left = std::min(box.left, x - width / 2);
        box.right = std::max(box.right, x + width / 2);
        box.bottom = std::min(box.bottom, y - height / 2);
        box.top = std::max(box.top, y + height / 2);
    }
    return box;
}

/// A cell of the raster, counted from the middle of the first island.
struct Cell {
    std::int32_t x = 0;
    std::int32_t y = 0;
};

class Raster {
public:
    Raster(double cell, Point middle) : cell_(cell), middle_(middle) {}

    /// Takes the ground of the first island, and all that lies between two of its rooms on one row.
    void cover(const Island& island) {
        std::map<std::int32_t, std::pair<std::int32_t, std::int32_t>> rows;
        for (std::size_t i = 0; i < island.points.size(); ++i) {
            const auto [x, y] = island.points[i];
            const auto [width, height] = island.rooms[i];
            for (auto row = index(y - height / 2 - middle_.y); row <= index(y + height / 2 - middle_.y); ++row) {
                const auto left = index(x - width / 2 - middle_.x), right = index(x + width / 2 - middle_.x);
                auto& span = rows.try_emplace(row, left, right).first->second;
                span = {std::min(span.first, left), std::max(span.second, right)};
            }
        }
        for (const auto& [row, span] : rows) {
            take({span.first, row}, span.second - span.first + 1, 1);
        }
    }

    /// The lower left corner of the nearest free place for a box, which is taken.
    Point place(double width, double height) {
        const auto columns = index(width) + 1, rows = index(height) + 1;
        auto& tried = tried_[{columns, rows}];  // what had no room for such a box has none now
        for (;; ++tried) {
            if (tried == places_.size()) {
                look_farther();
            }
            const Cell corner{places_[tried].x - columns / 2, places_[tried].y - rows / 2};
            if (is_free(corner, columns, rows)) {
                take(corner, columns, rows);
                return {middle_.x + cell_ * corner.x, middle_.y + cell_ * corner.y};
            }
        }
    }

private:
    [[nodiscard]] std::int32_t index(double length) const {
        return static_cast<std::int32_t>(std::floor(length / cell_));
    }
    static std::uint64_t key(std::int32_t x, std::int32_t y) {
        return std::uint64_t{static_cast<std::uint32_t>(x)} << 32U | static_cast<std::uint32_t>(y);
    }

    void take(Cell corner, std::int32_t columns, std::int32_t rows) {
        for (auto x = corner.x; x < corner.x + columns; ++x) {
            for (auto y = corner.y; y < corner.y + rows; ++y) {
                taken_.insert(key(x, y));
            }
        }
    }

    [[nodiscard]] bool is_free(Cell corner, std::int32_t columns, std::int32_t rows) const {
        for (auto x = corner.x; x < corner.x + columns; ++x) {
            for (auto y = corner.y; y < corner.y + rows; ++y) {
                if (taken_.contains(key(x, y))) {
                    return false;
                }
            }
        }
        return true;
    }

    /// Doubles the reach of the places, which are ordered by how far they are, heights counting `aspect` times.
    void look_farther() {
        const double before = reach_;
        reach_ = std::max(16.0, 2 * reach_);
        const auto most = static_cast<std::int32_t>(reach_);
        const auto known = static_cast<std::ptrdiff_t>(places_.size());
        for (auto y = -most; y <= most; ++y) {
            for (auto x = -most; x <= most; ++x) {
                if (const double far = how_far({x, y}); far <= reach_ * reach_ && far > before * before) {
                    places_.push_back({x, y});
                }
            }
        }
        if (known == 0) {
            places_.push_back({0, 0});
        }
        std::ranges::stable_sort(places_.begin() + known, places_.end(), {}, how_far);
    }
    static double how_far(Cell cell) {
        return double{aspect} * aspect * cell.y * cell.y + static_cast<double>(cell.x) * cell.x;
    }

    double cell_;
    Point middle_;
    double reach_ = 0;
    std::vector<Cell> places_;
    std::map<std::pair<std::int32_t, std::int32_t>, std::size_t> tried_;
    std::unordered_set<std::uint64_t> taken_;
};

}  // namespace

void pack(std::vector<Island>& islands) {
    if (islands.size() < 2) {
        return;
    }
    double ground = 0;
    for (const auto& island : islands) {
        const auto box = box_of(island);
        ground += (box.right - box.left) * (box.top - box.bottom);
    }
    const auto first = box_of(islands.front());
    Raster raster(std::max(least_cell, std::sqrt(ground / most_cells)),
                  {(first.left + first.right) / 2, (first.bottom + first.top) / 2});
    raster.cover(islands.front());
    for (std::size_t i = 1; i < islands.size(); ++i) {
        const auto box = box_of(islands[i]);
        const auto corner = raster.place(box.right - box.left, box.top - box.bottom);
        for (auto& point : islands[i].points) {
            point.x += corner.x - box.left;
            point.y += corner.y - box.bottom;
        }
    }
}

}  // namespace entente
