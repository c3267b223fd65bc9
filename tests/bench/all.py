#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What is promised of speed, beside rivals, in one run. See README.md.

usage: all.py BUILD_FOLDER [--quick] [--only ROW,...] [--rounds N] [--articles N] [--names N,...] [--text FILE.jsonl]
              [--gigabytes N] [--no-rivals] [--folder FOLDER]
"""
import argparse
import json
import pathlib
import subprocess
import sys

import fetch
from measure import run, short
from rows import ROWS


class Bench:
    """What is measured with what, and the table of aims that rows add to."""

    def __init__(self, asked):
        self.here = pathlib.Path(__file__).resolve().parent
        self.project = self.here.parent.parent
        self.build = asked.build.resolve()
        self.entente = self.build / "bin" / "entente"
        self.folder = (asked.folder or self.build / "tests" / "bench" / "all").resolve()
        self.quick, self.rounds, self.gigabytes = asked.quick, asked.rounds, asked.gigabytes
        self.articles, self.sizes, self.text = asked.articles, asked.names, asked.text
        self.most_megabytes = 1 if asked.quick else 20  # of text for rivals in Python
        self.usual_size = max((size for size in self.sizes if size <= 100_000), default=min(self.sizes))  # of names
        self.largest_to_compile = max((size for size in self.sizes if size <= 1_000_000), default=min(self.sizes))
        self.has = dict.fromkeys(["python", "rust", "vectorscan"])
        self.images, self.compilings = {}, {}
        self.speeds = {}
        self.table = []
        self.failed = []

    def program(self, name):
        path = self.build / "tests" / "bench" / name
        if not path.exists():
            raise RuntimeError(f"{name} is not built")
        return path

    def made(self, name):
        return self.folder / "made" / name

    def compiled(self, size):
        """The compiled names; once a run, for `entente` may be another than last time."""
        if size not in self.images:
            self.images[size] = self.folder / f"names-{size}.entente"
            self.compilings[size] = run(self.entente, "gazetteer", "compile", self.made(f"names-{size}.csv"), "-o",
                                        self.images[size], "--quiet")
        return self.images[size]

    def attempt(self, name, measure, *of):
        """No row hides another."""
        try:
            measure(self, *of)
        except (OSError, RuntimeError, subprocess.CalledProcessError) as error:
            print(f"\n{name}: not measured: {error}")
            self.failed.append(name)
        sys.stdout.flush()

    def row(self, work, measured, floor, aim, less=False):
        """`measured` may be None, where there is no rival; so may the floor and the aim."""
        self.table.append((work, measured, floor, aim, less))

    def make(self):
        """Texts and names, in a process of its own: what this one holds would count as memory of those that it starts."""
        sizes = ",".join(map(str, sorted(self.sizes)))
        command = [self.here / "corpus.py", self.folder / "made", str(self.articles), sizes, *([self.text] if self.text else [])]
        wanted = json.dumps([str(word) for word in command]) + "".join(
            (self.here / source).read_text(encoding="utf-8") for source in ["corpus.py", "names.py"])
        self.made("").mkdir(parents=True, exist_ok=True)
        if not fetch.is_done(self.made(""), wanted):
            subprocess.run([sys.executable, "-B", *command], check=True)
            fetch.done(self.made(""), wanted)

    def find_rivals(self):
        self.has["python"], self.has["rust"] = fetch.rivals(self.build / "tests" / "bench" / "rivals")
        vectorscan = self.build / "tests" / "bench" / "bench_vectorscan"
        self.has["vectorscan"] = vectorscan if vectorscan.exists() else None
        if not vectorscan.exists():
            print("left out: vectorscan, which is not installed (libvectorscan-dev)")

    def print_table(self):
        print(f"\n{'work; times as fast or as small where no unit is told':84} {'measured':28} {'floor':>6} {'aim':>6}")
        for work, measured, floor, aim, less in self.table:
            if not measured:
                print(f"{work:84} not measured")
                continue
            bounds = [bound for bound in (floor, aim) if bound]
            reached = [name for name, bound in zip(("floor reached", "aim reached"), bounds)
                       if (measured.median <= bound if less else measured.median >= bound)]
            verdict = (reached or ["not reached"])[-1] if bounds else ""
            print(f"{work:84} {str(measured):28} {floor and short(floor) or '':>6} {aim and short(aim) or '':>6}  {verdict}")


def asked():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("build", type=pathlib.Path, metavar="BUILD_FOLDER")
    parser.add_argument("--quick", action="store_true", help="1,000 articles, three rounds, no million of names")
    parser.add_argument("--only", default=",".join(ROWS), metavar="ROW,...", help="of: %(default)s")
    parser.add_argument("--rounds", type=int)
    parser.add_argument("--articles", type=int, help="of the made text")
    parser.add_argument("--names", metavar="N,...")
    parser.add_argument("--text", type=pathlib.Path, metavar="FILE.jsonl", help="articles in place of the made text")
    parser.add_argument("--gigabytes", type=float, help="of articles, for the row of memory")
    parser.add_argument("--no-rivals", action="store_true")
    parser.add_argument("--folder", type=pathlib.Path, help="of all files that are written (default: in BUILD_FOLDER)")
    words = parser.parse_args()
    standard = (3, 1000, "1000,100000", 0.02) if words.quick else (5, 20_000, "1000,100000,1000000", 1)
    words.rounds, words.articles, words.names, words.gigabytes = (
        own or usual for own, usual in zip([words.rounds, words.articles, words.names, words.gigabytes], standard))
    words.names = [int(size) for size in words.names.split(",")]
    words.text = words.text and words.text.resolve()
    unknown = set(words.only.split(",")) - set(ROWS)
    if unknown:
        parser.error(f"no row {', '.join(sorted(unknown))}; there are {', '.join(ROWS)}")
    return words


def main():
    words = asked()
    bench = Bench(words)
    bench.make()
    if not words.no_rivals:
        bench.find_rivals()
    for name in words.only.split(","):
        bench.attempt(name, ROWS[name])
    bench.print_table()
    return f"not measured: {', '.join(bench.failed)}" if bench.failed else None


if __name__ == "__main__":
    sys.exit(main())
