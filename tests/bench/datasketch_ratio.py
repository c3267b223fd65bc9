# SPDX-License-Identifier: Apache-2.0
"""How much CPU time datasketch needs for what bench_stories does: see README.md.

datasketch_ratio.py BENCH_STORIES [ARTICLES [ROUNDS]]
"""
import re
import subprocess
import sys
import tempfile
import time

from datasketch import MinHash, MinHashLSH


def theirs(path):
    """CPU seconds for cutting the articles, one a line, into shingles, and for MinHash and MinHashLSH as documented."""
    lsh = MinHashLSH(threshold=0.5, num_perm=128)
    cutting = rest = 0
    with open(path, encoding="utf-8") as file:
        for number, text in enumerate(file):
            begin = time.process_time()
            words = re.findall(r"\w+", text.lower())
            shingles = [" ".join(words[i:i + 3]).encode() for i in range(len(words) - 2)]
            middle = time.process_time()
            sketch = MinHash(num_perm=128)
            sketch.update_batch(shingles)
            lsh.query(sketch)
            lsh.insert(str(number), sketch)
            rest += time.process_time() - middle
            cutting += middle - begin
    return cutting, rest


def ours(bench, articles, path):
    """The same of bench_stories, which writes the articles."""
    printed = subprocess.run([bench, "--articles", articles, "--write", path], capture_output=True, text=True, check=True)
    seconds = {name: float(value) for name, value in re.findall(r"^(\w+): ([0-9.]+) s", printed.stdout, re.MULTILINE)}
    return seconds["words"], seconds["signatures"] + seconds["grouping"]


bench, articles, rounds = (sys.argv[1:] + ["20000", "3"][len(sys.argv) - 2:])[:3]
with tempfile.NamedTemporaryFile() as file:
    for _ in range(int(rounds)):
        our_cutting, our_rest = ours(bench, articles, file.name)
        their_cutting, their_rest = theirs(file.name)
        print(f"words: ours {our_cutting:.2f} s, theirs {their_cutting:.2f} s; "
              f"signature and grouping: ours {our_rest:.2f} s, theirs {their_rest:.2f} s, ratio {their_rest / our_rest:.1f}; "
              f"all: ratio {(their_cutting + their_rest) / (our_cutting + our_rest):.1f}", flush=True)
