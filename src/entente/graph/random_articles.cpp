// SPDX-License-Identifier: Apache-2.0
#include <entente/graph/random_articles.hpp>

#include <algorithm>
#include <cmath>
#include <utility>

#include <boost/math/constants/constants.hpp>
#include <boost/math/special_functions/erf.hpp>

namespace entente {
namespace {

constexpr std::uint32_t most_exact = 1000;  // articles; above, the normal approximation is as good
constexpr int most_rounds = 20'000;
constexpr double tolerance = 1e-10;  // of the sums, relative

/// An article in which the two may meet: how likely, and how many are alike.
struct Meeting {
    double chance = 0;
    std::uint32_t articles = 0;
};

/// Adds up the Poisson binomial distribution below `both`, one article after the other.
double exact_tail(const std::vector<Meeting>& meetings, std::uint32_t both) {
    std::vector<double> met(both, 0);  // the chance of so many meetings
    met[0] = 1;
    for (const auto& meeting : meetings) {
        for (std::uint32_t i = 0; i < meeting.articles; ++i) {
            for (std::uint32_t k = both - 1; k > 0; --k) {
                met[k] += (met[k - 1] - met[k]) * meeting.chance;
            }
            met[0] *= 1 - meeting.chance;
        }
    }
    double below = 0;
    for (const double chance : met) {
        below += chance;
    }
    return std::clamp(1 - below, 0.0, 1.0);
}

double approximate_tail(const std::vector<Meeting>& meetings, std::uint32_t both) {
    double mean = 0;
    double variance = 0;
    double third = 0;
    for (const auto& [p, articles] : meetings) {
        mean += articles * p;
        variance += articles * p * (1 - p);
        third += articles * p * (1 - p) * (1 - 2 * p);
    }
    if (!(variance > 0)) return both <= mean + 0.5 ? 1 : 0;
    const double skewness = third / (variance * std::sqrt(variance));
    const double x = (both - 0.5 - mean) / std::sqrt(variance);
    const double density = std::exp(-x * x / 2) * boost::math::constants::one_div_root_two_pi<double>();
    const double tail = boost::math::erfc(x / boost::math::constants::root_two<double>()) / 2;
    return std::clamp(tail - skewness * (1 - x * x) * density / 6, 0.0, 1.0);
}

template <class Classes>
auto of_degree(const Classes& classes, std::uint32_t degree) {
    return std::ranges::lower_bound(classes, degree, {}, [](const auto& each) { return each.degree; });
}

}  // namespace

RandomArticles::RandomArticles(std::span<const std::uint32_t> entities, std::span<const ArticleSize> sizes) {
    std::vector<std::uint32_t> degrees(entities.begin(), entities.end());
    std::ranges::sort(degrees);
    for (const auto degree : degrees) {
        if (entities_.empty() || entities_.back().degree != degree) entities_.push_back({.degree = degree});
        ++entities_.back().count;
    }
    for (const auto& size : sizes) {
        articles_.push_back({.degree = size.entities, .count = size.articles});
        total_ += size.articles;
    }
    fill_certain();
    solve();
}

/// An entity that is in all articles is there for certain and tells nothing; without it the others may be certain too.
/// Where no degree leaves a choice to chance, x or y would have no bounds.
void RandomArticles::fill_certain() {
    std::uint32_t entities = 0;  // still open
    for (const auto& each : entities_) entities += each.count;
    auto articles = total_;
    std::uint32_t full_entities = 0;
    std::uint32_t full_articles = 0;
    std::size_t step = 0;
    const auto settle = [&step](std::vector<Class>& classes, std::uint32_t done, std::uint32_t across,
                                std::uint32_t& left, std::uint32_t& full) {
        for (auto& each : classes) {
            if (each.certain != open || (each.degree != done && each.degree != done + across)) continue;
            each.certain = step++;
            each.filled = each.degree == done + across && across > 0;
            left -= each.count;
            full += each.filled ? each.count : 0;
            return true;
        }
        return false;
    };
    while (settle(entities_, full_articles, articles, entities, full_entities)
           || settle(articles_, full_entities, entities, articles, full_articles)) {
    }
    for (auto& each : entities_) {
        if (each.certain == open) each.fitness = each.degree - full_articles;
    }
    for (auto& each : articles_) {
        if (each.certain == open) each.fitness = each.degree - full_entities;
    }
}

void RandomArticles::solve() {
    struct Open {
        Class* of;
        double degree;  // in the cells that are open
    };
    const auto open_of = [](std::vector<Class>& classes) {
        std::vector<Open> all;
        for (auto& each : classes) {
            if (each.certain == open) all.push_back({&each, each.fitness});
        }
        return all;
    };
    const auto rows = open_of(entities_);
    const auto columns = open_of(articles_);
    double cells = 0;
    for (const auto& row : rows) cells += row.degree * row.of->count;
    for (const auto* side : {&rows, &columns}) {
        for (const auto& each : *side) each.of->fitness = each.degree / std::sqrt(cells);
    }
    // Each fitness in turn is set to what fits its own sum, until no sum is off by more than the tolerance.
    const auto fit = [](const std::vector<Open>& side, const std::vector<Open>& across) {
        double worst = 0;
        for (const auto& each : side) {
            double sum = 0;
            for (const auto& other : across) {
                sum += other.of->count * other.of->fitness / (1 + each.of->fitness * other.of->fitness);
            }
            worst = std::max(worst, std::abs(each.of->fitness * sum / each.degree - 1));
            each.of->fitness = each.degree / sum;
        }
        return worst;
    };
    for (int round = 0; round < most_rounds; ++round) {
        const double off = fit(rows, columns);
        if (std::max(off, fit(columns, rows)) < tolerance) break;
    }
}

double RandomArticles::cell(const Class& entity, const Class& article) {
    if (entity.certain < article.certain) return entity.filled ? 1 : 0;
    if (article.certain < entity.certain) return article.filled ? 1 : 0;
    const double odds = entity.fitness * article.fitness;
    return odds / (1 + odds);
}

double RandomArticles::of_cell(std::uint32_t articles, std::uint32_t size) const {
    return cell(*of_degree(entities_, articles), *of_degree(articles_, size));
}

double RandomArticles::chance(std::uint32_t both, std::uint32_t one, std::uint32_t other) const {
    if (both == 0) return 1;
    const auto& first = *of_degree(entities_, one);
    const auto& second = *of_degree(entities_, other);
    std::vector<Meeting> meetings;
    meetings.reserve(articles_.size());
    for (const auto& article : articles_) {
        meetings.push_back({cell(first, article) * cell(second, article), article.count});
    }
    return total_ <= most_exact ? exact_tail(meetings, both) : approximate_tail(meetings, both);
}

}  // namespace entente
