# SPDX-License-Identifier: Apache-2.0
"""measures.py ENTENTE FOLDER: random articles, counted and measured by `entente network` and by scipy, networkx and igraph.

Nodes, edges, counts, projections, measures, q-values, backbones, centralities and modularity must be the same."""
import collections
import itertools
import json
import math
import pathlib
import random
import subprocess
import sys

import igraph
import networkx
import numpy
import scipy.optimize
import scipy.special
import scipy.stats

SEEDS = range(1, 6)
MEASURES = "jaccard,dice,simpson,cosine,association,pmi,ppmi,npmi,log-likelihood,chi-squared,hypergeometric,betweenness"
faults = 0


def check(held, *what):
    global faults
    if not held:
        faults += 1
        print("fault:", *what)


def near(value, wanted, digits=1e-5):
    return math.isclose(value, wanted, rel_tol=digits, abs_tol=1e-9)


def random_articles(seed):
    """From a few names to many in an article, from rare names to common ones; some articles name nobody."""
    chance = random.Random(seed)
    names = ["person/p%03d" % i for i in range(30)]
    articles = []
    for _ in range(chance.choice([12, 40, 150])):
        length = chance.choice([0, 1, 2, 3, 4, 8])
        articles.append(sorted(set(chance.choices(names, [1 / (i + 1) for i in range(len(names))], k=length))))
    return articles


def write_rows(articles, path):
    with path.open("w", encoding="utf-8") as rows:
        for number, names in enumerate(articles):
            rows.write(json.dumps({
                "schema": 1, "article": "a%d" % number,
                "entities": [{"id": name, "label": name, "type": "person"} for name in names],
                "sentences": [{"begin": 0, "end": 1, "text": "x"}],
                "mentions": [{"begin": 0, "end": 1, "entity": name, "sentence": 0} for name in names]}) + "\n")


def counted(entente, rows, folder, *options):
    target = folder / "network.json"
    subprocess.run([entente, "network", str(rows), "-o", str(target), "--quiet", *options], check=True)
    return json.loads(target.read_text(encoding="utf-8"))


def expected_measures(c, i, j, n):
    table = [[c, i - c], [j - c, n - i - j + c]]
    pmi = math.log2(n * c / (i * j))
    g2 = scipy.stats.chi2_contingency(table, correction=False, lambda_="log-likelihood")[0] if 0 < i < n and 0 < j < n else 0
    chi2 = scipy.stats.chi2_contingency(table, correction=False)[0] if 0 < i < n and 0 < j < n else 0
    return {
        "jaccard": c / (i + j - c), "dice": 2 * c / (i + j), "simpson": c / min(i, j), "cosine": c / math.sqrt(i * j),
        "association": n * c / (i * j), "pmi": pmi, "ppmi": max(0, pmi), "npmi": 1 if c == n else pmi / -math.log2(c / n),
        "log_likelihood": -g2 if c * n < i * j else g2, "chi_squared": chi2,
        "hypergeometric": -math.log10(min(1, scipy.stats.hypergeom.sf(c - 1, n, i, j))),
    }


def check_measures(network, articles):
    n = len(articles)
    often = collections.Counter(name for names in articles for name in names)
    together = collections.Counter(pair for names in articles for pair in itertools.combinations(names, 2))
    links = {(link["source"], link["target"]): link for link in network["links"]}
    check(set(links) == set(together), "other edges than", sorted(together))
    surprises = []
    for (one, other), c in together.items():
        link = links[one, other]
        check(link["weight"] == link["articles"] == c, one, other, link["weight"], c)
        wanted = expected_measures(c, often[one], often[other], n)
        surprises.append(wanted["hypergeometric"])
        for name, value in wanted.items():
            check(near(link[name], value), one, other, name, link[name], "for", value)
    possible = len(often) * (len(often) - 1) // 2
    chances = [10**-surprise for surprise in surprises] + [1.0] * (possible - len(surprises))
    wanted = scipy.stats.false_discovery_control(chances)
    for pair, q in zip(together, wanted):
        check(near(10**-links[pair]["hypergeometric_q"], q), pair, "q", links[pair]["hypergeometric_q"], q)


def check_isolates(entente, rows, folder, network):
    """Who has no edge goes last of all: what chance gives does not depend on it."""
    without = counted(entente, rows, folder, "--measures", "hypergeometric", "--no-isolates")
    check(len(without["nodes"]) == len({end for link in network["links"] for end in (link["source"], link["target"])}),
          "isolates are left")
    for link, same in zip(network["links"], without["links"], strict=True):
        check(link["hypergeometric_q"] == same["hypergeometric_q"], "q without isolates", link["id"])


def check_projections(entente, rows, folder, articles):
    """Articles and names as a bipartite graph, as networkx projects it."""
    both = networkx.Graph()
    names = sorted({name for named in articles for name in named})
    both.add_nodes_from(names)
    both.add_edges_from((number, name) for number, named in enumerate(articles) for name in named)
    bipartite = networkx.bipartite
    ways = {
        (): bipartite.weighted_projected_graph(both, names),
        ("--counting", "entity-one"): bipartite.collaboration_weighted_projected_graph(both, names),
        ("--weight", "jaccard"): bipartite.overlap_weighted_projected_graph(both, names),
        ("--weight", "simpson"): bipartite.overlap_weighted_projected_graph(both, names, jaccard=False),
    }
    for options, wanted in ways.items():
        links = counted(entente, rows, folder, *options)["links"]
        check(len(links) == wanted.number_of_edges(), options, len(links), "edges for", wanted.number_of_edges())
        for link in links:
            value = wanted[link["source"]][link["target"]]["weight"]
            check(near(link["weight"], value), options, link["id"], link["weight"], "for", value)
    links = counted(entente, rows, folder, "--counting", "article-one")["links"]
    check(near(sum(link["weight"] for link in links), sum(len(named) > 1 for named in articles), 1e-4),
          "articles of two names or more do not weigh 1 each")


def check_nodes(network):
    graph = networkx.Graph()
    graph.add_nodes_from(node["id"] for node in network["nodes"])
    graph.add_weighted_edges_from((link["source"], link["target"], link["weight"]) for link in network["links"])
    for _, _, edge in graph.edges(data=True):
        edge["length"] = 1 / edge["weight"]
    wanted = {
        "betweenness": networkx.betweenness_centrality(graph, weight="length"),
        "pagerank": networkx.pagerank(graph, tol=1e-12, max_iter=1000),
        "core": networkx.core_number(graph),
        "degree": dict(graph.degree()), "weighted_degree": dict(graph.degree(weight="weight")),
    }
    for node in network["nodes"]:
        for name, values in wanted.items():
            check(near(node[name], values[node["id"]]), node["id"], name, node[name], "for", values[node["id"]])
    check_communities(network, graph)


def check_communities(network, graph):
    groups = collections.defaultdict(set)
    for node in network["nodes"]:
        groups[node["community"]].add(node["id"])
    ours = networkx.community.modularity(graph, groups.values(), weight="weight")
    theirs = igraph.Graph.from_networkx(graph).community_leiden("modularity", weights="weight", n_iterations=-1)
    check(ours >= theirs.modularity - 0.005, "modularity", ours, "and of igraph", theirs.modularity)
    for group in groups.values():
        check(networkx.is_connected(graph.subgraph(group)), "a community in parts:", group)


def disparity(graph, one, other):
    def at(node):
        return (1 - graph[one][other]["weight"] / graph.degree(node, weight="weight")) ** (graph.degree(node) - 1)
    return min(at(one), at(other))


def noise_corrected(graph, one, other):
    """As the authors wrote it, with every edge in both directions."""
    n = 2 * graph.size(weight="weight")
    i, j, w = graph.degree(one, weight="weight"), graph.degree(other, weight="weight"), graph[one][other]["weight"]
    mean_prior = (i * j / n) * (1 / n)
    kappa = n / (i * j)
    score = (kappa * w - 1) / (kappa * w + 1)
    var_prior = (1 / n**2) * (i * j * (n - i) * (n - j)) / (n**2 * (n - 1))
    if var_prior <= 0:
        return 0
    alpha = (mean_prior**2 / var_prior) * (1 - mean_prior) - mean_prior
    beta = (mean_prior / var_prior) * (1 - mean_prior**2) - (1 - mean_prior)
    post = (alpha + w) / ((alpha + w) + (n - w + beta))
    d = 1 / (i * j) - n * (i + j) / (i * j) ** 2
    variance = post * (1 - post) * n * ((2 * (kappa + w * d)) / (kappa * w + 1) ** 2) ** 2
    return scipy.stats.norm.sf(score / math.sqrt(variance))


def marginal_likelihood(graph, one, other):
    total = graph.size(weight="weight")
    p = graph.degree(one, weight="weight") * graph.degree(other, weight="weight") / (2 * total**2)
    return scipy.stats.binom.sf(graph[one][other]["weight"] - 1, total, p)


def cells_of_random_articles(articles, names):
    """The bipartite configuration model, by its likelihood: how likely each article names each."""
    often = numpy.array([sum(name in named for named in articles) for name in names])
    sizes = numpy.array([len(named) for named in articles])

    def cells(logs):
        return scipy.special.expit(logs[:len(names), None] + logs[None, len(names):])

    def less_likely(logs):
        sums = logs[:len(names), None] + logs[None, len(names):]
        found = cells(logs)
        return (numpy.logaddexp(0, sums).sum() - often @ logs[:len(names)] - sizes @ logs[len(names):],
                numpy.concatenate([found.sum(axis=1) - often, found.sum(axis=0) - sizes]))

    start = numpy.zeros(len(names) + len(articles))
    limits = {"maxiter": 100000, "maxfun": 1000000, "ftol": 0, "gtol": 1e-9, "maxcor": 50}
    return cells(scipy.optimize.minimize(less_likely, start, jac=True, method="L-BFGS-B", options=limits).x)


def sdsm(articles):
    """The exact tail of the Poisson-binomial distribution, one article at a time."""
    names = sorted({name for named in articles for name in named})
    cells = dict(zip(names, cells_of_random_articles(articles, names)))

    def chance(graph, one, other):
        meetings = numpy.array([1.0])
        for p in cells[one] * cells[other]:
            meetings = numpy.convolve(meetings, [1 - p, p])
        return meetings[graph[one][other]["weight"]:].sum()
    return chance


def hypergeometric(articles):
    often = collections.Counter(name for names in articles for name in names)
    return lambda graph, one, other: scipy.stats.hypergeom.sf(
        graph[one][other]["weight"] - 1, len(articles), often[one], often[other])


def check_backbones(entente, rows, folder, network, articles):
    graph = networkx.Graph()
    graph.add_weighted_edges_from((link["source"], link["target"], link["weight"]) for link in network["links"])
    ways = {"disparity": disparity, "noise-corrected": noise_corrected, "marginal-likelihood": marginal_likelihood,
            "hypergeometric": hypergeometric(articles), "sdsm": sdsm(articles)}
    for (name, chance), level in itertools.product(ways.items(), (0.02, 0.2, 0.5)):
        kept = counted(entente, rows, folder, "--backbone", name, "--level", str(level))
        kept = {(link["source"], link["target"]) for link in kept["links"]}
        for one, other in graph.edges():
            value = chance(graph, one, other)
            if not math.isclose(value, level, rel_tol=1e-3 if name == "sdsm" else 1e-6):
                check(((one, other) in kept or (other, one) in kept) == (value < level), name, level, one, other, value)
    forest = counted(entente, rows, folder, "--backbone", "forest")
    wanted = networkx.maximum_spanning_tree(graph).size(weight="weight")
    check(sum(link["weight"] for link in forest["links"]) == wanted, "the forest does not weigh", wanted)


def main(entente, folder):
    for seed in SEEDS:
        articles = random_articles(seed)
        rows = folder / "rows.jsonl"
        write_rows(articles, rows)
        network = counted(entente, rows, folder, "--measures", MEASURES)
        check_measures(network, articles)
        check_nodes(network)
        check_isolates(entente, rows, folder, network)
        check_projections(entente, rows, folder, articles)
        check_backbones(entente, rows, folder, network, articles)
    print(f"{len(SEEDS)} random corpora: {faults} faults")
    return faults > 0


sys.exit(main(sys.argv[1], pathlib.Path(sys.argv[2])))
