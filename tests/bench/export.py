# SPDX-License-Identifier: Apache-2.0
"""export.py BENCH_EXPORT FOLDER [NODES EDGES ROUNDS]: the CPU time of writing one network by entente, Boost, igraph and networkx.
All write the same nodes, edges and attributes and take turns in each round; what is printed is in README.md."""
import os
import pathlib
import statistics
import subprocess
import sys
import time

import igraph
import networkx

bench, folder = sys.argv[1:3]
nodes, edges, rounds = (int(word) for word in (sys.argv[3:] + ["100000", "1000000", "3"][len(sys.argv) - 3:]))
here = pathlib.Path(folder)
here.mkdir(parents=True, exist_ok=True)
node_columns = {"label": str, "type": str, "articles": int, "mentions": int, "sources": int, "first_date": str, "last_date": str,
                "degree": int, "weighted_degree": float, "component": int, "community": int, "core": int, "pagerank": float,
                "r": int, "g": int, "b": int, "x": float, "y": float, "size": float}
edge_columns = {"weight": float, "articles": int, "sentences": int, "sources": int, "first_date": str, "last_date": str}


def table(name, columns):
    """Rows of the file, the keys first, then a dict of the rest."""
    keys = {"nodes.tsv": 1, "edges.tsv": 2}[name]
    with open(here / name, encoding="utf-8") as lines:
        for line in lines:
            fields = line.rstrip("\n").split("\t")
            yield fields[:keys], {column: kind(text) for (column, kind), text in zip(columns.items(), fields[keys:])}


def graphs():
    subprocess.run([bench, "table", folder, str(nodes), str(edges)], check=True)
    ids = []
    plain = networkx.Graph()
    fast = igraph.Graph()
    node_rows = {column: [] for column in ["id", *node_columns]}
    for (identifier,), row in table("nodes.tsv", node_columns):
        ids.append(identifier)
        plain.add_node(identifier, **row)
        for column, value in {"id": identifier, **row}.items():
            node_rows[column].append(value)
    fast.add_vertices(len(ids), node_rows)
    pairs = []
    edge_rows = {column: [] for column in ["edge_id", *edge_columns]}
    for (source, target), row in table("edges.tsv", edge_columns):
        ends = ids[int(source)], ids[int(target)]
        plain.add_edge(*ends, edge_id="--".join(ends), **row)
        pairs.append((int(source), int(target)))
        for column, value in {"edge_id": "--".join(ends), **row}.items():
            edge_rows[column].append(value)
    fast.add_edges(pairs, edge_rows)
    return plain, fast


def seconds_of(write):
    start = time.process_time()
    write()
    return time.process_time() - start


def seconds_of_gexf(graph, path):
    """Colours, positions and sizes are no columns there."""
    looks = {}
    for identifier, row in graph.nodes(data=True):
        look = looks[identifier] = {column: row.pop(column) for column in ("r", "g", "b", "x", "y", "size")}
        row["viz"] = {"color": {"r": look["r"], "g": look["g"], "b": look["b"], "a": 1},
                      "position": {"x": look["x"], "y": look["y"], "z": 0}, "size": look["size"]}
    seconds = seconds_of(lambda: networkx.write_gexf(graph, path))
    for identifier, row in graph.nodes(data=True):
        del row["viz"]
        row.update(looks[identifier])
    return seconds


def main():
    plain, fast = graphs()
    rivals = {
        "igraph-graphml": lambda path: seconds_of(lambda: fast.write_graphml(path)),
        "networkx-graphml": lambda path: seconds_of(lambda: networkx.write_graphml_xml(plain, path)),
        "networkx-gexf": lambda path: seconds_of_gexf(plain, path),
    }
    seconds = {}
    sizes = {}
    for _ in range(rounds):
        out = subprocess.run([bench, "write", folder, str(nodes), str(edges)], check=True, capture_output=True, text=True).stdout
        for line in out.splitlines():
            name, time_taken, size = line.split()
            seconds.setdefault(name, []).append(float(time_taken))
            sizes[name] = int(size)
        for name, seconds_to_write in rivals.items():
            path = str(here / name.replace("-", "."))
            pathlib.Path(path).unlink(missing_ok=True)
            seconds.setdefault(name, []).append(seconds_to_write(path))
            sizes[name] = os.path.getsize(path)
    print(f"{nodes} nodes, {edges} edges, {rounds} rounds; networkx {networkx.__version__}, igraph {igraph.__version__}")
    for name, times in seconds.items():
        own = seconds.get("entente-" + name.split("-")[1])
        ratios = [rival / ours for rival, ours in zip(times, own)]
        print(f"{name:18} {statistics.median(times):9.3f} s ({min(times):.3f} to {max(times):.3f}) {sizes[name] / 1e6:8.1f} MB"
              f"  {statistics.median(ratios):7.1f} times ours ({min(ratios):.1f} to {max(ratios):.1f})")


main()
