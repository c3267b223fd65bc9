// SPDX-License-Identifier: Apache-2.0
#include <entente/graph/stress.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>

#include <entente/graph/in_parallel.hpp>
#include <entente/graph/random.hpp>

namespace entente {
namespace {

constexpr int rounds = 30;
constexpr std::uint32_t sources_a_round = 20;  // with 50, stress is 2 percent lower and time twice as long
constexpr double last_share = 0.1;             // of its fault that the stiffest spring mends in the last round
constexpr double last_pull = 0.1;              // of all far springs on one node together in the last round, about

/// Mends a share of the fault in proportion to length^-2.
struct Spring {
    std::uint32_t a = 0;
    std::uint32_t b = 0;
    float length = 0;
};

float to_length(std::uint32_t distance) { return static_cast<float>(distance) / length_unit; }

std::vector<Spring> springs_of_all_pairs(const Ties& ties, unsigned threads) {
    const std::size_t count = ties.size();
    std::vector<Spring> springs(count * (count - 1) / 2);
    in_parallel(threads, count, [&](std::size_t i) {
        const auto from = static_cast<std::uint32_t>(i);
        const auto distance = distances(ties, from);
        auto spring = springs.begin() + static_cast<std::ptrdiff_t>(i * (i - 1) / 2);
        for (std::uint32_t to = 0; to < from; ++to) {
            *spring++ = {from, to, distance[to] == out_of_reach ? 0 : to_length(distance[to])};
        }
    });
    std::erase_if(springs, [](const Spring& spring) { return spring.length == 0; });
    return springs;
}

std::vector<Spring> springs_along(const Ties& ties) {
    std::vector<Spring> springs;
    for (std::uint32_t i = 0; i < ties.size(); ++i) {
        for (const auto& tie : ties.of(i)) {
            if (tie.to > i) {
                springs.push_back({i, tie.to, to_length(tie.length)});
            }
        }
    }
    return springs;
}

/// The way from b to a; of two in one place, a short one.
struct Way {
    double x = 0;
    double y = 0;
    double length = 0;
};

Way way(Point a, Point b) {
    const double x = a.x - b.x, y = a.y - b.y;
    const double length = std::sqrt(x * x + y * y);  // exact everywhere, as std::hypot is not
    return length > 0 ? Way{x, y, length} : Way{1e-9, 0, 1e-9};
}

/// Where nodes are, and whether each gives way (1) or keeps its place (0).
struct Body {
    std::vector<Point> points;
    std::vector<double> gives;
};

void relax(const std::vector<Spring>& springs, double step, Body& body) {
    for (const auto& spring : springs) {
        const double length = spring.length;
        const double share = std::min(1.0, step / (length * length));
        auto& a = body.points[spring.a];
        auto& b = body.points[spring.b];
        const double give_a = body.gives[spring.a], give_b = body.gives[spring.b];
        const auto [x, y, now] = way(a, b);
        const double move = share * (length - now) / (now * std::max(1.0, give_a + give_b));
        a.x += give_a * move * x;
        a.y += give_a * move * y;
        b.x -= give_b * move * x;
        b.y -= give_b * move * y;
    }
}

/// Pulls all nodes to their distances from some, each of which stands for as many as it is one of. Neighbours are left
/// to their ties.
void relax_far(const Ties& ties, std::span<const std::uint32_t> sources, double step, Body& body, unsigned threads) {
    std::vector<std::vector<std::uint32_t>> distances_from(sources.size());
    in_parallel(threads, sources.size(), [&](std::size_t s) {
        distances_from[s] = distances(ties, sources[s]);
        for (const auto& tie : ties.of(sources[s])) {
            distances_from[s][tie.to] = out_of_reach;
        }
        distances_from[s][sources[s]] = out_of_reach;
    });
    step *= static_cast<double>(body.points.size()) / static_cast<double>(sources.size());
    for (std::size_t s = 0; s < sources.size(); ++s) {
        const auto source = body.points[sources[s]];
        for (std::size_t i = 0; i < body.points.size(); ++i) {
            if (distances_from[s][i] != out_of_reach) {
                const double length = to_length(distances_from[s][i]);
                const auto [x, y, now] = way(body.points[i], source);
                const double move = body.gives[i] * std::min(1.0, step / (length * length)) * (length - now) / now;
                body.points[i].x += move * x;
                body.points[i].y += move * y;
            }
        }
    }
}

std::vector<Point> somewhere(std::size_t count, Random& random) {
    std::vector<Point> points(count);
    for (auto& point : points) {
        point.x = random.share();
        point.y = random.share();
    }
    return points;
}

/// Sets those without a place amid the neighbours that have one, those next to them after them, and so on.
void set_near_neighbours(const Ties& ties, std::span<const std::optional<Point>> start, std::vector<Point>& points) {
    std::vector<bool> placed(points.size());
    for (std::size_t i = 0; i < start.size(); ++i) {
        placed[i] = start[i].has_value();
        points[i] = start[i].value_or(points[i]);
    }
    for (bool more = true; more;) {
        more = false;
        const auto before = placed;
        for (std::uint32_t i = 0; i < ties.size(); ++i) {
            double x = 0, y = 0, sum = 0;
            for (const auto& tie : ties.of(i)) {
                if (before[tie.to]) {
                    const double nearness = 1.0 / tie.length;
                    x += nearness * points[tie.to].x;
                    y += nearness * points[tie.to].y;
                    sum += nearness;
                }
            }
            if (!before[i] && sum > 0) {
                const auto apart = points[i];  // from 0 to 1, so that two with the same neighbours differ
                points[i] = {x / sum + 0.1 * apart.x, y / sum + 0.1 * apart.y};
                placed[i] = more = true;
            }
        }
    }
}

struct Steps {
    double first = 0;
    double shrink = 0;  ///< from one round to the next
};

Steps steps_of(const Ties& ties, const std::vector<Spring>& springs, bool all_pairs) {
    float shortest = springs.front().length, longest = shortest;
    for (const auto& spring : springs) {
        shortest = std::min(shortest, spring.length);
        longest = std::max(longest, spring.length);
    }
    if (!all_pairs) {
        for (const auto distance : distances(ties, 0)) {
            longest = distance == out_of_reach ? longest : std::max(longest, to_length(distance));
        }
    }
    double last = last_share * shortest * shortest;
    if (!all_pairs) {
        last = std::min(last, last_pull * longest * longest / ties.size());
    }
    const double first = double{longest} * longest;
    // Rounded, so that what one mathematics library computes is what every other does.
    return {first, static_cast<float>(std::pow(last / first, 1.0 / (rounds - 1)))};
}

}  // namespace

std::vector<Point> lay_out_by_stress(const Ties& ties, const StressOptions& options,
                                     std::span<const std::optional<Point>> start) {
    Random random(42);
    Body body{somewhere(ties.size(), random), std::vector<double>(ties.size(), 1)};
    set_near_neighbours(ties, start, body.points);
    for (std::size_t i = 0; i < start.size(); ++i) {
        body.gives[i] = start[i] ? 0 : 1;
    }
    const bool all_pairs = ties.size() <= options.most_for_all_pairs;
    auto springs = all_pairs ? springs_of_all_pairs(ties, options.threads) : springs_along(ties);
    if (springs.empty()) {
        return body.points;
    }
    auto [step, shrink] = steps_of(ties, springs, all_pairs);
    for (int round = 0; round < rounds; ++round, step *= shrink) {
        random.shuffle(springs);
        relax(springs, step, body);
        if (!all_pairs) {
            std::vector<std::uint32_t> sources(sources_a_round);
            std::ranges::generate(sources, [&] { return random.below(ties.size()); });
            relax_far(ties, sources, step, body, options.threads);
        }
    }
    return body.points;
}

double stress_of(const Ties& ties, std::span<const Point> positions, std::uint32_t sources) {
    // With r = |p - q|, the scale s that makes the sum of (s r / d - 1)^2 least is the sum of r / d by that of (r / d)^2.
    double linear = 0, square = 0, pairs = 0;
    const auto stride = std::max(1U, ties.size() / std::max(1U, sources));
    for (std::uint32_t from = 0; from < ties.size(); from += stride) {
        const auto distance = distances(ties, from);
        for (std::uint32_t to = 0; to < ties.size(); ++to) {
            if (to != from && distance[to] != out_of_reach) {
                const double ratio = way(positions[from], positions[to]).length / to_length(distance[to]);
                linear += ratio;
                square += ratio * ratio;
                ++pairs;
            }
        }
    }
    return square > 0 ? (pairs - linear * linear / square) / pairs : pairs > 0 ? 1 : 0;
}

}  // namespace entente
