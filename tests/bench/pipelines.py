# SPDX-License-Identifier: Apache-2.0
"""pipelines.py ENTENTE ARTICLES.jsonl NAMES.csv [ROUNDS]: CPU time and memory from articles to GraphML, beside scripts of few lines.

The rivals look for the names of the table as whole words, count each pair of an article once and write the graph: what a user
would write with a fast automaton and igraph, and with the packages that most tutorials take. Each run is a process of its own;
they take turns. Needs ahocorasick-rs, igraph, flashtext and networkx."""
import collections
import csv
import itertools
import json
import os
import statistics
import subprocess
import sys
import tempfile


def names_of(table):
    """Name -> entity, the first that has it."""
    names = {}
    with open(table, encoding="utf-8", newline="") as rows:
        for row in itertools.islice(csv.reader(rows), 1, None):
            for name in [row[1], *row[2].split(";")]:
                names.setdefault(name, row[1]) if name else None
    return names


def texts_of(articles):
    with open(articles, encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)["text"]


def pairs_in(texts, entities_in):
    pairs = collections.Counter()
    for text in texts:
        pairs.update(itertools.combinations(sorted(entities_in(text)), 2))
    return pairs


def ahocorasick_igraph(articles, table, output):
    import ahocorasick_rs
    import igraph

    names = names_of(table)
    listed = list(names)
    automaton = ahocorasick_rs.AhoCorasick(listed, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest)

    def entities_in(text):
        return {names[listed[number]] for number, begin, end in automaton.find_matches_as_indexes(text)
                if not (begin > 0 and text[begin - 1].isalnum()) and not (end < len(text) and text[end].isalnum())}

    pairs = pairs_in(texts_of(articles), entities_in)
    graph = igraph.Graph.TupleList(((a, b, weight) for (a, b), weight in pairs.items()), weights=True)
    graph.write_graphml(output)


def flashtext_networkx(articles, table, output):
    import flashtext
    import networkx

    processor = flashtext.KeywordProcessor(case_sensitive=True)
    for name, entity in names_of(table).items():
        processor.add_keyword(name, entity)
    pairs = pairs_in(texts_of(articles), lambda text: set(processor.extract_keywords(text)))
    graph = networkx.Graph()
    graph.add_weighted_edges_from((a, b, weight) for (a, b), weight in pairs.items())
    networkx.write_graphml(graph, output)


RIVALS = {"ahocorasick-rs + igraph": ahocorasick_igraph, "FlashText + networkx": flashtext_networkx}


def run(*command):
    """CPU seconds, of the user and the system, and megabytes of one run."""
    child = subprocess.Popen(command)
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = status  # it is waited for already
    if status != 0:
        raise SystemExit(f"{' '.join(command)} failed")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1000


def main():
    entente, articles, table = sys.argv[1:4]
    rounds = int(sys.argv[4]) if len(sys.argv) > 4 else 5
    with tempfile.TemporaryDirectory() as folder:
        image, output = os.path.join(folder, "names.entente"), os.path.join(folder, "out.graphml")
        subprocess.run([entente, "gazetteer", "compile", table, "-o", image, "--quiet"], check=True)
        ours = [entente, "build", articles, "--gazetteer", image, "--threads", "1", "--quiet", "-o", output]
        commands = {
            "entente build": ours,
            "entente build --duplicates each": [*ours, "--duplicates", "each"],
            **{name: [sys.executable, __file__, "--rival", name, articles, table, output] for name in RIVALS},
        }
        results = {name: [] for name in commands}
        for _ in range(rounds):
            for name, command in commands.items():
                results[name].append(run(*command))
    for name, of_runs in results.items():
        seconds = [cpu for cpu, _ in of_runs]
        ratios = [cpu / own for cpu, (own, _) in zip(seconds, results["entente build"])]
        print(f"{name:32} {statistics.median(seconds):7.2f} s ({min(seconds):.2f} to {max(seconds):.2f})"
              f" {max(memory for _, memory in of_runs):7.0f} MB  {statistics.median(ratios):6.2f}"
              f" ({min(ratios):.2f} to {max(ratios):.2f}) times as long")


if sys.argv[1] == "--rival":
    RIVALS[sys.argv[2]](*sys.argv[3:])
else:
    main()
