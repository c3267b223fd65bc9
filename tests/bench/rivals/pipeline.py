# SPDX-License-Identifier: Apache-2.0
"""pipeline.py ENGINE NAMES.tsv ARTICLES.jsonl OUTPUT.graphml: the scripts of few lines that a user writes: find names, count each pair
of an article once, write the graph. ENGINE is ahocorasick-rs, which goes with igraph, or FlashText or pyahocorasick, with networkx."""
import collections
import itertools
import json
import sys

import matching


def pairs_in(engine, table, articles):
    with open(table, encoding="utf-8") as rows:
        names, entities = zip(*(row.rstrip("\n").split("\t") for row in rows))
    find = matching.ENGINES[engine](names)
    pairs = collections.Counter()
    with open(articles, encoding="utf-8") as lines:
        for line in lines:
            named = {entities[number] for _, number in find(json.loads(line)["text"])}
            pairs.update(itertools.combinations(sorted(named), 2))
    return pairs


def main(engine, table, articles, output):
    pairs = pairs_in(engine, table, articles)
    rows = ((one, other, weight) for (one, other), weight in pairs.items())
    if engine == "ahocorasick-rs":
        import igraph

        igraph.Graph.TupleList(rows, weights=True).write_graphml(output)
    else:
        import networkx

        graph = networkx.Graph()
        graph.add_weighted_edges_from(rows)
        networkx.write_graphml(graph, output)


main(*sys.argv[1:])
