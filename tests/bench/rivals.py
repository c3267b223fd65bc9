# SPDX-License-Identifier: Apache-2.0
"""rivals.py ENTENTE ARTICLES.jsonl NAMES.csv [ROUNDS]: CPU time of `entente tag` whole beside that of bare matching.
The names are those of the table (tests/bench/names.py makes one) and what stands in the articles three times with capitals. The
rival is the Rust automaton aho-corasick, through the Python package ahocorasick-rs: it looks for the same names in the same texts,
which it is handed in memory. They take turns in each round; what is printed is in README.md."""
import collections
import csv
import json
import os
import pathlib
import re
import statistics
import subprocess
import sys
import tempfile
import time

import ahocorasick_rs

entente, articles, table = sys.argv[1:4]
rounds = int(sys.argv[4]) if len(sys.argv) > 4 else 5


def texts():
    with open(articles, encoding="utf-8") as lines:
        return [json.loads(line)["text"] for line in lines]


def names(read):
    """Rows of a table: type, name, further names."""
    with open(table, encoding="utf-8", newline="") as rows:
        yield from csv.reader(rows)
    phrases = collections.Counter(phrase for text in read for phrase in re.findall(r"[A-Z][a-z]+(?: [A-Z][a-z]+)+", text))
    for phrase, times in sorted(phrases.items()):
        if times >= 3:
            yield ["organization", phrase, ""]


def of_child(*arguments):
    """CPU seconds of one run, user and system."""
    child = subprocess.Popen(arguments, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = status  # it is waited for already
    if status != 0:
        raise SystemExit(f"{' '.join(arguments)} failed")
    return usage.ru_utime + usage.ru_stime


def is_whole(text, begin, end):
    return not (begin > 0 and text[begin - 1].isalnum()) and not (end < len(text) and text[end].isalnum())


def matching(automaton, read):
    start = time.process_time()
    found = 0
    for text in read:
        for _, begin, end in automaton.find_matches_as_indexes(text):
            found += is_whole(text, begin, end)
    return time.process_time() - start, found


def main():
    read = texts()
    rows = list(names(read))
    listed = sorted({name for row in rows[1:] for name in [row[1], *row[2].split(";")] if name})
    start = time.process_time()
    automaton = ahocorasick_rs.AhoCorasick(listed, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest)
    built = time.process_time() - start
    megabytes = 1e-6 * sum(len(text.encode()) for text in read)
    with tempfile.TemporaryDirectory() as folder:
        image = str(pathlib.Path(folder) / "names.entente")
        with open(pathlib.Path(folder) / "names.csv", "w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(rows)
        compiled = of_child(entente, "gazetteer", "compile", file.name, "-o", image, "--quiet")
        run = [entente, "tag", articles, "--gazetteer", image, "--threads", "1", "--quiet"]
        whole, bare = [], []
        for _ in range(rounds):
            whole.append(of_child(*run))
            seconds, found = matching(automaton, read)
            bare.append(seconds)
    print(f"{len(read)} articles, {megabytes:.1f} MB, {len(listed)} names; built in {compiled:.2f} s, {built:.2f} s")
    for name, times in (("entente tag, whole", whole), ("ahocorasick-rs, bare", bare)):
        print(f"{name:21} {megabytes / statistics.median(times):7.1f} MB/s"
              f"  ({megabytes / max(times):.1f} to {megabytes / min(times):.1f})")
    ratios = [b / a for a, b in zip(whole, bare)]
    print(f"{'ratio of speeds':21} {statistics.median(ratios):7.2f}       ({min(ratios):.2f} to {max(ratios):.2f}), {found} names of the rival")


main()
