# SPDX-License-Identifier: Apache-2.0
"""Runs programs and tells what they took: CPU time, time by the clock, memory, and ratios with their spread."""
import json
import os
import statistics
import subprocess
import time
from typing import NamedTuple


class Usage(NamedTuple):
    cpu: float        # seconds, of the user and of the system
    clock: float      # seconds
    megabytes: float  # most memory held at once; at least what this program held when it started the other


def run(*command, stdin=None, cwd=None):
    """One run, from its start to its end. What it prints is dropped."""
    begin = time.perf_counter()
    child = subprocess.Popen(command, stdin=stdin, stdout=subprocess.DEVNULL, cwd=cwd)
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)  # it is waited for already
    if child.returncode != 0:
        raise RuntimeError(f"{' '.join(map(str, command))} ended with {child.returncode}")
    return Usage(usage.ru_utime + usage.ru_stime, time.perf_counter() - begin, usage.ru_maxrss / 1e3)


def printed_by(*command, cwd=None):
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, cwd=cwd).stdout


class Rival:
    """A process that has built its automaton, and searches its text once each time it is asked to."""

    def __init__(self, name, command):
        self.name = name
        self.rounds = []
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        ready = self.answer()
        self.build, self.opening, self.megabytes = ready["build"], ready.get("open"), ready["bytes"] / 1e6
        with open(f"/proc/{self.process.pid}/status", encoding="utf-8") as rows:
            self.memory = next(int(row.split()[1]) / 1e3 for row in rows if row.startswith("VmHWM"))

    def answer(self):
        line = self.process.stdout.readline()
        if not line:
            raise RuntimeError(f"{self.name} ended with {self.process.wait()}")
        return json.loads(line)

    def search(self):
        self.process.stdin.write("\n")
        self.process.stdin.flush()
        self.rounds.append(self.answer())

    def speeds(self):
        return [self.megabytes / row["seconds"] for row in self.rounds]

    def end(self):
        self.process.communicate()


class Spread(NamedTuple):
    """The median of some numbers, the least and the most."""
    median: float
    least: float
    most: float

    def __str__(self):
        return f"{short(self.median)} ({short(self.least)} to {short(self.most)})"


def spread(values):
    return Spread(statistics.median(values), min(values), max(values))


def ratios(over, under):
    """Of two lists of the same rounds, round by round."""
    return spread([one / other for one, other in zip(over, under)])


def short(number):
    return f"{number:.0f}" if number >= 100 else f"{number:.1f}" if number >= 10 else f"{number:.2f}"
