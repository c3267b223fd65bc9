# SPDX-License-Identifier: Apache-2.0
"""check.py python FOLDER            compares what networkx, igraph, Graphviz and csv read with the JSON beside it
check.py gephi|node FOLDER < seen  the same for the lines that GephiImport or seen_by_javascript printed"""
import csv
import json
import pathlib
import shutil
import subprocess
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
        self.links = {frozenset((link["source"], link["target"])): link for link in self.data["links"]}
        self.weights = {ends: link["weight"] for ends, link in self.links.items()}


def truths(folder):
    """Each sample with its path without suffix."""
    for path in sorted(folder.glob("*.json")):
        if path.name.count(".") == 1:
            yield str(path)[: -len(".json")], Truth(path)


def close(a, b):
    """Some readers keep 32 bits."""
    return abs(a - b) <= 1e-7 * abs(a)


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


def compare_look(name, truth, nodes):
    """nodes: [id, label, x, y, size, colour...]. A value that is None is not told."""
    for identifier, _, x, y, size, colour, *_ in nodes:
        node = truth.nodes[identifier]
        for what, value in (("x", x), ("y", y), ("size", size)):
            check(value is None or abs(float(value) - node[what]) < 0.01, name, identifier, what, value, "for", node[what])
        check(colour in (None, node["color"]), name, identifier, colour, "for", node["color"])


def by_networkx(path, truth):
    import networkx

    readers = {".graphml": networkx.read_graphml, ".gexf": networkx.read_gexf, ".dynamic.gexf": networkx.read_gexf,
               ".yed.graphml": networkx.read_graphml}
    graphs = {suffix: read(path + suffix) for suffix, read in readers.items()}
    graphs[".json"] = networkx.node_link_graph(truth.data, edges="links")
    for suffix, graph in graphs.items():
        check(not graph.is_directed() and not graph.is_multigraph(), path + suffix, "is", type(graph))
        compare(f"networkx {path}{suffix}", truth, {n: d["label"] for n, d in graph.nodes(data=True)}, graph.edges(data="weight"))
    for identifier, node in graphs[".yed.graphml"].nodes(data=True):
        wanted = truth.nodes[identifier]
        check(node["shape_type"] == shapes["yed"][wanted["type"]], path, "is drawn as", node["shape_type"], "by yEd")
        check(abs(float(node["x"]) + wanted["size"] / 2 - wanted["x"]) < 0.01, path, identifier, "is at", node["x"], "in yEd")
    compare(f"networkx {path}.net", *pajek_truth(path, truth), networkx.read_pajek(path + ".net").edges(data="weight"))
    return f"networkx {networkx.__version__}"


shapes = {
    "yed": {"person": "ellipse", "country": "rectangle", "organization": "diamond", "place": "triangle",
            "article": "roundrectangle"},
    "pajek": {"person": "ellipse", "country": "box", "organization": "diamond", "place": "triangle", "article": "cross"},
}


def pajek_truth(path, truth):
    """The same network whose nodes are named by their labels, as networkx knows them, and those labels."""
    import networkx

    graph = networkx.read_pajek(path + ".net")
    order = sorted(truth.nodes)
    check(graph.number_of_nodes() == len(order), path, "has other vertices in networkx's Pajek")
    named = Truth.__new__(Truth)
    named.nodes, names = {}, {}
    for label, vertex in graph.nodes(data=True):
        node = truth.nodes[order[int(vertex["id"]) - 1]]
        names[node["id"]] = label
        named.nodes[label] = {"label": label}
        plain = node["label"].translate(str.maketrans('"\\\n\r\t', "'/   "))
        check(label in (plain, f"{plain} ({node['id']})"), path, repr(label), "for", repr(node["label"]), "in Pajek")
        check(vertex["shape"] == shapes["pajek"][node["type"]], path, "has shape", vertex["shape"], "in Pajek")
        check(vertex["ic"].lower() == "rgb" + node["color"][1:], path, "has colour", vertex["ic"], "in Pajek")
        check(0 <= float(vertex["x"]) <= 1 and 0 <= float(vertex["y"]) <= 1, path, "is out of Pajek's square")
    named.weights = {frozenset(names[end] for end in ends): weight for ends, weight in truth.weights.items()}
    return named, {name: name for name in named.nodes}


def by_igraph(path, truth):
    import igraph

    graph = igraph.Graph.Read_GraphML(path + ".graphml")
    check(not graph.is_directed(), path, "is directed in igraph")
    compare(f"igraph {path}.graphml", truth, dict(zip(graph.vs["id"], graph.vs["label"])),
            [(graph.vs[e.source]["id"], graph.vs[e.target]["id"], e["weight"]) for e in graph.es])
    check(graph.vs["name"] == graph.vs["label"], path, "has names other than labels in igraph")
    for column in ("evidence", "edge_first_date"):
        for edge in graph.es if column in graph.es.attributes() else []:
            link = truth.links[frozenset((graph.vs[edge.source]["id"], graph.vs[edge.target]["id"]))]
            wanted = evidence_text(link) if column == "evidence" else link["first_date"] or ""
            check(edge[column] == wanted, path, repr(edge[column]), "for", repr(wanted))

    graph = igraph.Graph.Read_Pajek(path + ".net")
    order = sorted(truth.nodes)
    check(not graph.is_directed() and graph.vcount() == len(order), path, "is another network in igraph's Pajek")
    compare(f"igraph {path}.net", truth, dict.fromkeys(order),
            [(order[e.source], order[e.target], e["weight"]) for e in graph.es])
    return f"igraph {igraph.__version__}"


def evidence_text(link):
    """The column that --evidence-column adds."""
    texts = []
    for piece in link["evidence"]:
        source = [part for part in (piece["title"], piece["date"], piece["article"]) if part]
        texts.append(f"{piece['sentence']} ({', '.join(source)})")
    return " | ".join(texts).replace("INF", "I\u2060NF")


def by_graphviz(path, truth):
    if not shutil.which("dot"):
        return "no dot"
    done = subprocess.run(["dot", "-Tjson0", path + ".gv"], capture_output=True, check=False)
    check(done.returncode == 0 and not done.stderr, "dot says of", path, done.stderr.decode())
    graph = json.loads(done.stdout)
    names = [node["name"] for node in graph.get("objects", [])]
    compare(f"dot {path}.gv", truth, dict.fromkeys(names),
            [(names[e["tail"]], names[e["head"]], float(e["weight"])) for e in graph.get("edges", [])])
    return "dot"


def defused(text):
    """What a spreadsheet would run has an apostrophe in front."""
    return "'" + text if text[:1] and text[0] in "=+-@\t\r\n＝＋－＠" else text


def by_csv(path, truth):
    """The rows as neo4j-admin cuts them: by line ends first."""
    tables = {}
    for kind in ("nodes", "relationships"):
        lines = pathlib.Path(f"{path}.neo4j-{kind}.csv").read_bytes().decode().split("\r\n")
        check(lines.pop() == "" and not any("\n" in line for line in lines), path, kind, "has a line end in a field")
        tables[kind] = [next(csv.reader([line], strict=True)) for line in lines]
    head, *rows = tables["nodes"]
    check(head[:3] == ["id:ID", "name", ":LABEL"], path, head)
    check({len(row) for row in rows} <= {len(head)}, path, "has rows of another length")
    for row in rows:
        node = truth.nodes[row[0]]
        check(row[1] == defused(node["label"].replace("\n", " ").replace("\r", " ")), path, repr(row[1]), "for", repr(node["label"]))
        labels = "Article" if node["type"] == "article" else "Entity;" + node["type"].capitalize()
        check(row[2] == labels, path, row[2])
    head, *edges = tables["relationships"]
    check(head[:4] == [":START_ID", ":END_ID", ":TYPE", "weight:double"], path, head)
    compare(f"{path}.neo4j", truth, {row[0]: None for row in rows}, [(row[0], row[1], float(row[3])) for row in edges])
    return "csv"


def by_shape_of_vosviewer(path, truth):
    """https://app.vosviewer.com/docs/file-types/json-file-type/"""
    data = json.loads(pathlib.Path(path + ".vosviewer.json").read_text(encoding="utf-8"))
    check(set(data) <= {"network", "config", "info"}, path, set(data))
    network = data["network"]
    known = {"id", "label", "description", "url", "x", "y", "cluster", "weights", "scores"}
    check(all(set(item) <= known for item in network["items"]), path, "has items with other members")
    check(all(set(link) <= {"source_id", "target_id", "strength", "url", "description"} for link in network["links"]), path)
    colours = {row["cluster"]: row["color"] for row in data["config"]["color_schemes"]["cluster_colors"]}
    types = {row["cluster"]: row["label"] for row in network["clusters"]}
    check(list(types) == list(range(1, len(types) + 1)), path, "has gaps between its clusters")
    compare(f"{path}.vosviewer.json", truth, {item["id"]: item["label"] for item in network["items"]},
            [(link["source_id"], link["target_id"], link["strength"]) for link in network["links"]])
    compare_look(path + ".vosviewer.json", truth,
                 [(item["id"], None, item["x"], item["y"], None, colours[item["cluster"]]) for item in network["items"]])
    for item in network["items"]:
        check(types[item["cluster"]] == truth.nodes[item["id"]]["type"], path, item["id"], "is in the wrong cluster")
        check(item["weights"]["Articles"] == truth.nodes[item["id"]]["articles"], path, item["id"], "has other articles")
    return "VOSviewer's shape"


def check_python(folder):
    for path, truth in truths(folder):
        clients = [read(path, truth) for read in (by_networkx, by_igraph, by_graphviz, by_csv, by_shape_of_vosviewer)]
        print(f"{', '.join(clients)}: {pathlib.Path(path).name}, {len(truth.nodes)} nodes, {len(truth.weights)} edges")


def seen_in(folder):
    """Each line of standard input, the suffix of its file and the truth of it."""
    for line in sys.stdin:
        seen = json.loads(line)
        stem, suffix = seen["file"].split(".", 1)
        yield seen, "." + suffix, Truth(folder / f"{stem}.json")


def check_node(folder):
    for seen, suffix, truth in seen_in(folder):
        name = f"{seen['client']} {seen['file']}"
        check(not seen["issues"], name, seen["issues"])
        check(not seen["directed"], name, "is directed")
        compare(name, truth, {node[0]: node[1] for node in seen["nodes"]}, seen["edges"])
        compare_look(name, truth, seen["nodes"])
        if seen["client"] == "cytoscape":
            for node in seen["nodes"]:
                check(node[6] == shapes["yed"][truth.nodes[node[0]]["type"]].replace("roundr", "round-r"), name, node[0], "is drawn as", node[6])
        print(f"{name}: {len(seen['nodes'])} nodes, {len(seen['edges'])} edges")


def gephi_label(label, suffix):
    """What the format, or Gephi's reader of it, leaves of a label."""
    if suffix == ".gv":
        return label.replace("\t", " ").replace("\r", " ")
    if suffix == ".nodes.csv":
        return defused(label).strip()
    return label


def check_gephi(folder):
    for seen, suffix, truth in seen_in(folder):
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
        compare(f"Gephi {seen['file']}", truth, labels, [edge[:3] for edge in edges], close)
        check(not any(edge[3] for edge in edges), seen["file"], "has directed edges")
        if suffix in (".gexf", ".dynamic.gexf", ".graphml"):  # Gephi's own scaling found nothing to do
            compare_look(f"Gephi {seen['file']}", truth, seen["nodes"])
        if suffix == ".dynamic.gexf":
            check_spells(seen, truth)
        print(f"Gephi reads {seen['file']}: {len(seen['nodes'])} nodes, {len(seen['edges'])} edges")


def check_spells(seen, truth):
    """The days on Gephi's timeline are those of the first and the last article."""
    rows = [(truth.nodes[node[0]], node[6]) for node in seen["nodes"]]
    rows += [(truth.links[frozenset(edge[:2])], edge[4]) for edge in seen["edges"]]
    dated = 0
    for row, spell in rows:
        dated += bool(row["first_date"])
        for day, known in zip(spell or [""] * 2, (row["first_date"], row["last_date"] or row["first_date"])):
            check(day.startswith(known or "") and bool(day) == bool(known), seen["file"], row["id"], day, "for", known)
    check(seen["dynamic"] == (dated > 0), seen["file"], "has a timeline:", seen["dynamic"])


warnings.simplefilter("error")  # what a client warns of, users see
{"python": check_python, "gephi": check_gephi, "node": check_node}[sys.argv[1]](pathlib.Path(sys.argv[2]))
sys.exit(1 if faults else 0)
