// SPDX-License-Identifier: Apache-2.0
#include <entente/graph/backbone.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <utility>

#include <boost/math/distributions/binomial.hpp>
#include <boost/math/special_functions/erf.hpp>
#include <boost/pending/disjoint_sets.hpp>

#include <entente/graph/association.hpp>
#include <entente/graph/random_articles.hpp>
#include <entente/graph/weight.hpp>

namespace entente {
namespace {

struct Strengths {
    std::vector<double> of;  ///< by node
    std::vector<std::uint32_t> degrees;
    double total = 0;  ///< of all edges, each once
};

template <class Weight>
Strengths strengths_of(const Network& network, Weight weight) {
    Strengths strengths;
    strengths.of.resize(network.nodes.size());
    strengths.degrees.resize(network.nodes.size());
    for (const auto& edge : network.edges) {
        for (const auto end : {edge.source, edge.target}) {
            strengths.of[end] += weight(edge);
            ++strengths.degrees[end];
        }
        strengths.total += weight(edge);
    }
    return strengths;
}

double weight_in(const Edge& edge) { return edge.weight; }
double articles_in(const Edge& edge) { return edge.articles; }

/// The upper tail of the standard normal distribution.
double above(double deviations) { return boost::math::erfc(deviations / std::sqrt(2.0)) / 2; }

template <class Chance>
std::vector<double> for_each_edge(const Network& network, Chance chance) {
    std::vector<double> chances;
    chances.reserve(network.edges.size());
    for (const auto& edge : network.edges) {
        chances.push_back(chance(edge));
    }
    return chances;
}

std::vector<double> disparity(const Network& network) {
    const auto strengths = strengths_of(network, weight_in);
    const auto at = [&](std::uint32_t node, double weight) {
        return std::pow(std::max(0.0, 1 - weight / strengths.of[node]), strengths.degrees[node] - 1);
    };
    return for_each_edge(network, [&](const Edge& edge) {
        return std::min(at(edge.source, edge.weight), at(edge.target, edge.weight));
    });
}

/// The letters are those of the paper, an undirected edge is written in both directions.
std::vector<double> noise_corrected(const Network& network) {
    const auto strengths = strengths_of(network, weight_in);
    const double n = 2 * strengths.total;
    return for_each_edge(network, [&](const Edge& edge) {
        const double ni = strengths.of[edge.source];
        const double nj = strengths.of[edge.target];
        const double w = edge.weight;
        const double mu = ni * nj / (n * n);
        const double variance = ni * nj * (n - ni) * (n - nj) / (n * n * n * n * (n - 1));
        if (!(variance > 0)) return 0.0;
        const double kappa = n / (ni * nj);
        const double score = (kappa * w - 1) / (kappa * w + 1);
        const double alpha = mu * mu / variance * (1 - mu) - mu;
        const double beta = mu / variance * (1 - mu * mu) - (1 - mu);
        const double expected = (alpha + w) / (alpha + w + n - w + beta);
        const double noise = expected * (1 - expected) * n;
        const double slope = 1 / (ni * nj) - n * (ni + nj) / (ni * nj * ni * nj);
        const double deviation =
            std::sqrt(noise) * std::abs(2 * (kappa + w * slope) / ((kappa * w + 1) * (kappa * w + 1)));
        return above(score / deviation);
    });
}

std::vector<double> marginal_likelihood(const Network& network) {
    const auto strengths = strengths_of(network, articles_in);
    const double total = strengths.total;
    return for_each_edge(network, [&](const Edge& edge) {
        const double p = strengths.of[edge.source] * strengths.of[edge.target] / (2 * total * total);
        if (p >= 1) return 1.0;
        const boost::math::binomial_distribution<double> encounters(total, p);
        return boost::math::cdf(boost::math::complement(encounters, edge.articles - 1.0));
    });
}

std::vector<double> hypergeometric(const Network& network) {
    return for_each_edge(network, [&](const Edge& edge) { return std::pow(10, -surprise(counts_of(network, edge))); });
}

std::vector<double> sdsm(const Network& network) {
    std::vector<std::uint32_t> articles;
    for (const auto& node : network.nodes) {
        articles.push_back(node.articles);
    }
    const RandomArticles random(articles, network.article_sizes);
    return for_each_edge(network, [&](const Edge& edge) {
        return random.chance(edge.articles, network.nodes[edge.source].articles, network.nodes[edge.target].articles);
    });
}

std::vector<double> forest(const Network& network) {
    std::vector<std::size_t> order(network.edges.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, std::ranges::greater{}, [&](std::size_t i) {
        return std::pair(network.edges[i].weight,
                         network.edges[i].sentences);  // of equal ones who share more sentences
    });
    std::vector<std::uint32_t> ranks(network.nodes.size());
    std::vector<std::uint32_t> parents(network.nodes.size());
    boost::disjoint_sets trees(ranks.data(), parents.data());
    for (std::uint32_t node = 0; node < network.nodes.size(); ++node) {
        trees.make_set(node);
    }
    std::vector<double> chances(network.edges.size(), 1);
    for (const auto i : order) {
        const auto one = trees.find_set(network.edges[i].source);
        const auto other = trees.find_set(network.edges[i].target);
        if (one != other) {
            trees.link(one, other);
            chances[i] = 0;
        }
    }
    return chances;
}

constexpr Backbone table[] = {
    {"disparity", "heavy for one of its ends: lone links of the small survive", &disparity},
    {"noise-corrected", "heavier than the strengths of both ends let expect", &noise_corrected},
    {"marginal-likelihood", "more articles than encounters dealt out by strength", &marginal_likelihood},
    {"hypergeometric", "more articles than names dealt out to articles", &hypergeometric},
    {"sdsm", "the same, with articles as long as they are", &sdsm},
    {"forest", "the heaviest tree through all: nothing falls apart", &forest},
};

}  // namespace

std::span<const Backbone> backbones() { return table; }

const Backbone* backbone_called(std::string_view name) {
    const auto found = std::ranges::find(table, name, &Backbone::name);
    return found == std::end(table) ? nullptr : &*found;
}

}  // namespace entente
