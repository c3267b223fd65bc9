// SPDX-License-Identifier: Apache-2.0
#include <entente/graph/association.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numeric>
#include <string>

#include <boost/math/special_functions/gamma.hpp>

#include <entente/text/diagnostic.hpp>

namespace entente {
namespace {

void check(const PairCounts& counts) {
    const auto least = std::uint64_t{counts.one} + counts.other;
    if (counts.one == 0 || counts.other == 0 || std::max(counts.one, counts.other) > counts.articles
        || counts.both > std::min(counts.one, counts.other) || least > std::uint64_t{counts.articles} + counts.both) {
        throw Error("no " + std::to_string(counts.articles) + " articles can name one entity "
                    + std::to_string(counts.one) + " times, another " + std::to_string(counts.other)
                    + " times and both " + std::to_string(counts.both) + " times");
    }
}

double jaccard(const PairCounts& n) { return n.both / (static_cast<double>(n.one) + n.other - n.both); }

double dice(const PairCounts& n) { return 2.0 * n.both / (static_cast<double>(n.one) + n.other); }

double simpson(const PairCounts& n) { return static_cast<double>(n.both) / std::min(n.one, n.other); }

double cosine(const PairCounts& n) { return n.both / std::sqrt(static_cast<double>(n.one) * n.other); }

double association_strength(const PairCounts& n) {
    return static_cast<double>(n.articles) * n.both / (static_cast<double>(n.one) * n.other);
}

double pmi(const PairCounts& n) { return std::log2(association_strength(n)); }

double ppmi(const PairCounts& n) { return n.both == 0 ? 0 : std::max(0.0, pmi(n)); }

double npmi(const PairCounts& n) {
    if (n.both == 0) return -1;
    if (n.both == n.articles) return 1;  // 0/0: the two are always there
    return pmi(n) / -std::log2(static_cast<double>(n.both) / n.articles);
}

/// Below 0 when the two are named together less often than by chance.
double log_likelihood(const PairCounts& n) {
    const double articles = n.articles;
    const auto term = [articles](double observed, double row, double column) {
        return observed == 0 ? 0 : observed * std::log(observed * articles / (row * column));
    };
    const double one = n.one;
    const double other = n.other;
    const double both = n.both;
    const double sum = term(both, one, other) + term(one - both, one, articles - other)
                       + term(other - both, articles - one, other)
                       + term(articles - one - other + both, articles - one, articles - other);
    const double g2 = std::max(0.0, 2 * sum);  // rounding must not make it negative
    return both * articles < one * other ? -g2 : g2;
}

/// 0 where it is not defined: an entity that is in every article.
double chi_squared(const PairCounts& n) {
    const double articles = n.articles;
    const double product = static_cast<double>(n.one) * n.other * (articles - n.one) * (articles - n.other);
    const double difference = articles * n.both - static_cast<double>(n.one) * n.other;
    return product == 0 ? 0 : articles * difference * difference / product;
}

double log_factorial(double n) { return boost::math::lgamma(n + 1); }

double log_choose(double n, double k) { return log_factorial(n) - log_factorial(k) - log_factorial(n - k); }

template <double (*measure)(const PairCounts&)>
double checked(const PairCounts& counts) {
    check(counts);
    return measure(counts);
}

constexpr Association table[] = {
    {"jaccard", "articles that name both, of those that name either: 0 to 1", &checked<jaccard>},
    {"dice", "twice the articles that name both, of those that name each: 0 to 1", &checked<dice>},
    {"simpson", "articles that name both, of those of the rarer one: 0 to 1", &checked<simpson>},
    {"cosine", "articles that name both, of the geometric mean of each: 0 to 1", &checked<cosine>},
    {"association", "how many times as often together as by chance; 1 is chance", &checked<association_strength>},
    {"pmi", "pointwise mutual information: the binary logarithm of association", &checked<pmi>},
    {"ppmi", "the same, but never below 0", &checked<ppmi>},
    {"npmi", "the same in proportion to its highest value: -1 to 1", &checked<npmi>},
    {"log-likelihood", "G², how surely it is no chance; below 0 when rarer than by chance", &checked<log_likelihood>},
    {"chi-squared", "χ², the same by squares; not reliable of rare names", &checked<chi_squared>},
    {"hypergeometric", "-log10 of how likely chance names the two so often together", &surprise},
};

}  // namespace

std::span<const Association> associations() { return table; }

const Association* association_called(std::string_view name) {
    const auto found = std::ranges::find(table, name, &Association::name);
    return found == std::end(table) ? nullptr : &*found;
}

double surprise(const PairCounts& counts) {
    check(counts);
    const double one = counts.one;
    const double other = counts.other;
    const double articles = counts.articles;
    const double least = std::max(0.0, one + other - articles);
    if (counts.both <= least) return 0;
    // The terms of the shorter tail, each from the one before it: from `both` upwards they fall when it is above the
    // mean; else those below `both` fall downwards, and the rest is 1 less their sum.
    const bool upper = counts.both * articles >= one * other;
    const double start = upper ? counts.both : counts.both - 1.0;
    double term = 1;
    double sum = 0;
    for (double x = start; term > sum * 1e-17; x += upper ? 1 : -1) {
        sum += term;
        term *= upper ? (one - x) * (other - x) / ((x + 1) * (articles - one - other + x + 1))
                      : x * (articles - one - other + x) / ((one - x + 1) * (other - x + 1));
    }
    const double log_first =
        log_choose(one, start) + log_choose(articles - one, other - start) - log_choose(articles, other);
    const double log_tail = log_first + std::log(sum);
    const double log_p = upper ? log_tail : std::log1p(-std::min(1.0, std::exp(log_tail)));
    return std::max(0.0, -log_p / std::log(10.0));
}

std::vector<double> false_discovery(std::span<const double> surprises, std::uint64_t tests) {
    std::vector<std::size_t> order(surprises.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, std::ranges::greater{}, [&](std::size_t i) { return surprises[i]; });
    std::vector<double> values(surprises.size());
    double best = 0;
    for (std::size_t rank = order.size(); rank > 0; --rank) {
        const auto i = order[rank - 1];
        best = std::max(best, surprises[i] - std::log10(static_cast<double>(tests) / static_cast<double>(rank)));
        values[i] = best;
    }
    return values;
}

}  // namespace entente
