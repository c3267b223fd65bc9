# SPDX-License-Identifier: Apache-2.0
"""same_as_score.py ENTENTE: `entente evaluate` and ../shared/gold/score.py count the same.

Both score the five pages as they are tagged, and again with every kind of mistake put in."""
import itertools
import json
import os
import random
import runpy
import subprocess
import sys
import tempfile
from types import SimpleNamespace

SHARED = "../shared"
GOLD = SHARED + "/gold/mentions.jsonl"
SCORE = SHARED + "/gold/score.py"
MEASURES = {"exact": "mentions", "overlap": "mentions_overlapping", "span": "spans", "entities": "entities",
            "edge_pages": "edges_by_article", "edges": "edges", "edges_with_weight": "edges_with_weight"}
COUNTS = {"tp": "true_positives", "fp": "false_positives", "fn": "false_negatives"}
KINDS = {"names": ["--kinds", "demonym=0,metonym=0"], "resolved": []}
TYPES = {types: ["--types", types] for types in
         ("person,country,organization", "person,country,organization,place", "country,place")}
PENALIZED = {("ignore", "ignore"): [], ("penalize", "ignore"): ["--penalize", "boilerplate"],
             ("penalize", "penalize"): ["--penalize", "boilerplate,credit"]}


def spoil(row, chance):
    """Drops, moves, renames and invents mentions, and forgets which stand in furniture."""
    ids = range(len(row["entities"]))
    for mention in list(row["mentions"]):
        entity = row["entities"][chance.choice(ids)]
        mistake = chance.randrange(8)
        if mistake == 0:
            row["mentions"].remove(mention)
        elif mistake == 1:
            mention["end"] += chance.randrange(1, 4)
        elif mistake == 2 and mention["entity"]:
            mention.update(entity=entity["id"], type=entity["type"])
        elif mistake == 3:
            mention["zone"] = "body"
        elif mistake == 4:
            begin = chance.randrange(row["mentions"][-1]["end"])
            row["mentions"].append({"begin": begin, "end": begin + 9, "entity": entity["id"], "type": entity["type"]})
    return row


def counts_by_score(score, gold, rows, kinds, types, boilerplate, credit):
    report, _ = score.evaluate(gold, [score.from_entente(row) for row in rows], score.PRESET[kinds], types.split(","),
                               boilerplate, credit)
    counts = {(theirs, n): report[theirs][n] for theirs in MEASURES for n in COUNTS}
    counts.update({("kind", kind): row["found"] for kind, row in report["recall_by_kind"].items()})
    return counts


def counts_by_entente(entente, rows, folder, options):
    path = os.path.join(folder, "report.json")
    subprocess.run([entente, "evaluate", GOLD, rows, "-q", "-o", path] + options, check=True,
                   stdout=subprocess.DEVNULL)
    with open(path, encoding="utf-8") as file:
        report = json.load(file)
    counts = {(theirs, n): report["measures"][ours][name]
              for theirs, ours in MEASURES.items() for n, name in COUNTS.items()}
    counts.update({("kind", kind): row["true_positives"] for kind, row in report["mentions_by_kind"].items()
                   if row["true_positives"] + row["false_negatives"] > 0})
    return counts


def tell_differences(case, theirs, ours):
    print("with", *case)
    for key in sorted(ours.keys() | theirs.keys()):
        if ours.get(key) != theirs.get(key):
            print("  ", *key, "- score.py:", theirs.get(key), "entente:", ours.get(key))


def main(entente):
    if not os.path.exists(SCORE):
        print("skipped: needs ../shared beside the project")
        return 0
    score = SimpleNamespace(**runpy.run_path(SCORE))
    gold = score.load(GOLD)
    tagged = subprocess.check_output([entente, "tag", SHARED + "/articles", "-q"], text=True).splitlines()
    failed = False
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "rows.jsonl")
        for seed in range(5):
            chance = random.Random(seed)
            rows = [json.loads(line) for line in tagged[seed // 4:]]  # the last time one page was not tagged
            rows = [spoil(row, chance) for row in rows] if seed else rows
            with open(path, "w", encoding="utf-8") as file:
                file.writelines(json.dumps(row) + "\n" for row in rows)
            for (kinds, a), (types, b), (zones, c) in itertools.product(KINDS.items(), TYPES.items(), PENALIZED.items()):
                theirs = counts_by_score(score, gold, rows, kinds, types, *zones)
                ours = counts_by_entente(entente, path, folder, a + b + c)
                if ours != theirs:
                    failed = True
                    tell_differences([f"seed {seed}", kinds, types, *zones], theirs, ours)
    return 1 if failed else 0


sys.exit(main(sys.argv[1]))
