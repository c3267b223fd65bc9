# SPDX-License-Identifier: Apache-2.0
"""check.py python FOLDER          compares what networkx and igraph read with the JSON beside it
check.py gephi FOLDER < seen     the same for the lines that GephiImport printed"""
import json
import pathlib
import sys
import warnings

faults = 0


def check(held, *what):
    global faults
    if not held:
        faults += 1
        print("fault:", *what)


class Truth:
    """The network as the JSON has it."""

    def __init__(self, path):
        self.data = json.loads(path.read_text(encoding="utf-8"))
        self.nodes = {node["id"]: node for node in self.data["nodes"]}
        self.weights = {frozenset((link["source"], link["target"])): link["weight"] for link in self.data["links"]}


def compare(name, truth, labels, weights, same=lambda a, b: a == b):
    """labels: id to label, or None where the format has none; weights: (source, target, weight); same: of two weights."""
    weights = list(weights)
    check(set(labels) == set(truth.nodes), name, "has other nodes:", set(labels) ^ set(truth.nodes))
    for identifier, label in labels.items():
        if label is not None and identifier in truth.nodes:
            check(label == truth.nodes[identifier]["label"], name, repr(label), "for", repr(truth.nodes[identifier]["label"]))
    check(len(weights) == len(truth.weights), name, len(weights), "edges for", len(truth.weights))
    for source, target, weight in weights:
        wanted = truth.weights.get(frozenset((source, target)))
        check(wanted is not None and same(wanted, weight), name, source, target, weight, "for", wanted)


def check_python(folder):
    import igraph
    import networkx

    for path in sorted(folder.glob("*.json")):
        truth = Truth(path)
        readers = {".graphml": networkx.read_graphml, ".gexf": networkx.read_gexf}
        graphs = {suffix: read(path.with_suffix(suffix)) for suffix, read in readers.items()}
        graphs[".json"] = networkx.node_link_graph(truth.data, edges="links")
        for suffix, graph in graphs.items():
            check(not graph.is_directed() and not graph.is_multigraph(), path.stem + suffix, "is", type(graph))
            compare(f"networkx {path.stem}{suffix}", truth, {n: d["label"] for n, d in graph.nodes(data=True)},
                    graph.edges(data="weight"))
        graph = igraph.Graph.Read_GraphML(str(path.with_suffix(".graphml")))
        check(not graph.is_directed(), path.stem, "is directed in igraph")
        compare(f"igraph {path.stem}.graphml", truth, dict(zip(graph.vs["id"], graph.vs["label"])),
                [(graph.vs[e.source]["id"], graph.vs[e.target]["id"], e["weight"]) for e in graph.es])
        check(graph.vs["name"] == graph.vs["label"], path.stem, "has names other than labels in igraph")
        print(f"networkx {networkx.__version__} and igraph {igraph.__version__} read {path.stem}: "
              f"{len(truth.nodes)} nodes, {len(truth.weights)} edges")


def gephi_label(label, suffix):
    """What the format, or Gephi's reader of it, leaves of a label."""
    if suffix == ".gv":
        return label.replace("\t", " ").replace("\r", " ")
    if suffix == ".nodes.csv":
        return ("'" + label if label[:1] in "=+-@" else label).strip()
    return label


def check_gephi(folder):
    for line in sys.stdin:
        seen = json.loads(line)
        stem, suffix = seen["file"].split(".", 1)
        suffix = "." + suffix
        truth = Truth(folder / f"{stem}.json")
        # Every version of GEXF is reported as information; there is nothing wrong with it.
        issues = [issue for issue in seen["issues"] if issue != "INFO: GEXF version 1.3"]
        if suffix == ".nodes.csv":
            # To its CSV reader, and against RFC 4180, a backslash at the end of a field takes the comma with it.
            lost = [identifier for identifier, node in truth.nodes.items() if node["label"].endswith("\\")]
            check(len(issues) == len(lost), "Gephi says of", seen["file"], issues)
            issues = []
            for identifier in lost:
                del truth.nodes[identifier]
        check(not issues, "Gephi says of", seen["file"], issues)
        labels = {node[0]: None if suffix == ".edges.csv" else node[1] for node in seen["nodes"]}
        for node in truth.nodes.values():
            node["label"] = gephi_label(node["label"], suffix)
        edges = seen["edges"] if suffix != ".nodes.csv" else [(*ends, weight, False) for ends, weight in truth.weights.items()]
        if suffix == ".edges.csv":  # knows only nodes with an edge
            ends = set().union(*truth.weights)
            truth.nodes = {identifier: node for identifier, node in truth.nodes.items() if identifier in ends}
        compare(f"Gephi {seen['file']}", truth, labels, [edge[:3] for edge in edges],
                lambda a, b: abs(a - b) <= 1e-7 * a)  # some of its importers keep 32 bits
        check(not any(edge[3] for edge in edges), seen["file"], "has directed edges")
        if suffix in (".gexf", ".graphml"):
            check_look(seen, truth)
        print(f"Gephi reads {seen['file']}: {len(seen['nodes'])} nodes, {len(seen['edges'])} edges")


def check_look(seen, truth):
    """Positions, sizes and colours arrive unchanged: Gephi's own scaling found nothing to do."""
    for identifier, _, x, y, size, *colour in seen["nodes"]:
        node = truth.nodes[identifier]
        for name, value in (("x", x), ("y", y), ("size", size)):
            check(abs(value - node[name]) < 0.01, seen["file"], identifier, name, value, "for", node[name])
        check(node["color"] == "#%02x%02x%02x" % tuple(colour), seen["file"], identifier, colour, "for", node["color"])


warnings.simplefilter("error")  # what a client warns of, users see
{"python": check_python, "gephi": check_gephi}[sys.argv[1]](pathlib.Path(sys.argv[2]))
sys.exit(1 if faults else 0)
