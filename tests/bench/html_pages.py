#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""How well the story of real pages is found, beside trafilatura and readability on the same pages. See README.md.

usage: html_pages.py BENCH_HTML FOLDER [--set tune|seen|third|read|held] [--pages]
"""
import collections
import hashlib
import html
import json
import os
import re
import subprocess
import sys
import time
import unicodedata
import venv

CRATE = "readabilityrs"  # ships the test pages of Mozilla's Readability with what a person approved
SDIST = "newspaper4k"    # ships news pages in ten languages with their texts
NPM = "unfluff"          # ships news pages with the texts that it found, most of them only the beginning
GO = "github.com/markusmobius/go-trafilatura@v1.12.2"  # ships the pages that trafilatura is measured on, with phrases
TOOLS = ["trafilatura", "readability-lxml", "lxml_html_clean"]


def run(words, **options):
    return subprocess.run(words, check=True, capture_output=True, text=True, **options).stdout


def fetch(folder):
    """Gets tools and pages by pip, cargo and npm, once."""
    python = os.path.join(folder, "venv", "bin", "python3")
    if not os.path.exists(python):
        venv.create(os.path.dirname(os.path.dirname(python)), with_pip=True)
        run([python, "-m", "pip", "install", "-q", "--upgrade", "pip", "setuptools", "wheel", "hatchling", *TOOLS])
    if not any(name.startswith(SDIST) and os.path.isdir(os.path.join(folder, name)) for name in os.listdir(folder)):
        run([python, "-m", "pip", "download", "-q", "--no-deps", "--no-binary", ":all:", SDIST], cwd=folder)
        archive = next(name for name in os.listdir(folder) if name.startswith(SDIST))
        run(["tar", "xzf", archive], cwd=folder)
    crate = os.path.join(folder, "crate")
    if not os.path.isdir(os.path.join(crate, "vendor", CRATE)):
        os.makedirs(crate, exist_ok=True)
        if not os.path.exists(os.path.join(crate, "Cargo.toml")):
            run(["cargo", "init", "-q", "--vcs", "none", "--name", "pages"], cwd=crate)
        run(["cargo", "add", "-q", CRATE], cwd=crate)
        run(["cargo", "vendor", "-q", "vendor"], cwd=crate)
    package = os.path.join(folder, "npm")
    if not os.path.isdir(package):
        os.makedirs(package)
        run(["npm", "pack", "--silent", NPM], cwd=package)
        run(["tar", "xzf", next(name for name in os.listdir(package) if name.endswith(".tgz"))], cwd=package)
    if not os.path.isdir(os.path.join(folder, "go")):
        run(["go", "mod", "download", GO], cwd=folder,
            env={**os.environ, "GOPATH": os.path.join(folder, "go"), "GOFLAGS": "-modcacherw"})
    return python


def words(text):
    """Words in lower case; each character of Chinese, Japanese and Thai by itself."""
    return collections.Counter(re.findall(r"[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]|[^\W_]+", text.lower()))


def f1(found, expected):
    both = sum((found & expected).values())
    total = sum(found.values()) + sum(expected.values())
    return 1.0 if total == 0 else 2 * both / total


def plain(markup):
    markup = re.sub(r"(?s)<(script|style|figcaption)\b.*?</\1>|<!--.*?-->", " ", markup)
    # Words run on over tags of letters, and end at all others.
    markup = re.sub(r"</?(a|b|i|u|em|strong|span|font|sup|sub|small|abbr|code|mark)\b[^>]*>", "", markup)
    return html.unescape(re.sub(r"<[^>]*>", " ", markup))


def pages_of(folder):
    """(name, file, expected words) of each page with at least 50 words that are no "Lorem ipsum" of a test."""
    found = []
    for top, _, files in sorted(os.walk(os.path.join(folder, "crate", "vendor", CRATE))):
        if "source.html" in files and "expected.html" in files:
            with open(os.path.join(top, "expected.html"), encoding="utf-8") as file:
                found.append(("mozilla/" + os.path.basename(top), os.path.join(top, "source.html"), plain(file.read())))
    for top, _, files in sorted(os.walk(folder)):
        if os.path.basename(top) != "html" or not os.path.isdir(os.path.join(top, "..", "txt")):
            continue
        for name in sorted(files):
            text = os.path.join(top, "..", "txt", name[:-5] + ".txt")
            if name.endswith(".html") and os.path.exists(text):
                with open(text, encoding="utf-8") as file:
                    found.append(("newspaper/" + name[:-5], os.path.join(top, name), file.read()))
    fixtures = os.path.join(folder, "npm", "package", "fixtures")
    for name in sorted(name for name in os.listdir(fixtures) if name.endswith(".json")):
        page = os.path.join(fixtures, name[:-5] + ".html")
        with open(os.path.join(fixtures, name), encoding="utf-8") as file:
            text = json.load(file)["expected"].get("cleaned_text", "")
        if os.path.exists(page) and len(text) >= 1000:
            found.append(("unfluff/" + name[:-5], page, text))
    rows = [(name, path, words(text)) for name, path, text in found if "ipsum dolor" not in text]
    return [row for row in rows if sum(row[2].values()) >= 50]


def set_of(name):
    if name.startswith("unfluff/"):
        return "third"
    return "seen" if hashlib.sha256(name.encode()).digest()[0] % 4 == 3 else "tune"


def told_pages(folder):
    """(name, file, phrases of the story, phrases of what is none) of each page of GO."""
    module = os.path.join(folder, "go", "pkg", "mod", *GO.split("/"))
    with open(os.path.join(module, "scripts", "comparison", "data.go"), encoding="utf-8") as file:
        source = file.read()
    string = r'"(?:[^"\\]|\\.)*"'
    found = []
    for entry in re.findall(r'(?ms)^\t"[^\n]*?": \{\n(.*?)^\t\},', source):
        name = re.search(r"File:\s+(" + string + ")", entry)
        lists = {key: re.search(r"(?ms)^\t\t" + key + r":\s+\[\]string\{(.*?)\},?$", entry) for key in ["With", "Without"]}
        told = [[json.loads(word) for word in re.findall(string, part[1])] if part else [] for part in lists.values()]
        for kind in ["comparison", "mock"]:
            path = os.path.join(module, "test-files", kind, json.loads(name[1]))
            if os.path.exists(path):
                found.append((json.loads(name[1]), path, *told))
                break
    return found


def half_of(name):
    return "held" if hashlib.sha256(name.encode()).digest()[0] % 2 else "read"


def even(text):
    return " ".join(unicodedata.normalize("NFC", text).split())


def phrases(text, told, foreign):
    """(found, missed, foreign) phrases of a text."""
    text = even(text)
    found = sum(even(phrase) in text for phrase in told)
    return found, len(told) - found, sum(even(phrase) in text for phrase in foreign)


def compare_phrases(program, python, folder, part, with_pages):
    rows = [row for row in told_pages(folder) if half_of(row[0]) == part]
    answers = {"entente": ours(program, [row[:3] for row in rows])}
    for tool in ["trafilatura", "readability"]:
        answers[tool] = theirs(python, tool, [row[:3] for row in rows])
    print(f"{part}: {len(rows)} pages, phrases")
    scores = {}
    for tool, (texts, seconds) in answers.items():
        scores[tool] = [phrases(text, *row[2:]) for text, row in zip(texts, rows)]
        found, missed, foreign = (sum(column) for column in zip(*scores[tool]))
        precision, recall = found / (found + foreign), found / (found + missed)
        print(f"  {tool:12} precision {precision:.4f}  recall {recall:.4f}  "
              f"F1 {2 * precision * recall / (precision + recall):.4f}  {len(rows) / seconds:8.1f} pages/s")
    if with_pages:
        for i, row in sorted(enumerate(rows), key=lambda pair: -sum(scores["entente"][pair[0]][1:])):
            print("   ", row[0], *(f"{tool}: -{score[i][1]} +{score[i][2]}" for tool, score in scores.items()))


def ours(program, rows):
    project = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
    done = subprocess.run([program, *[path for _, path, _ in rows]], check=True, capture_output=True, cwd=project)
    texts = [json.loads(line)["text"] for line in done.stdout.decode("utf-8", "replace").split("\n") if line]
    return texts, float(done.stderr)


def theirs(python, tool, rows):
    """The texts of a Python tool and its seconds. A process of its own, so that each starts the same."""
    answer = json.loads(run([python, __file__, "--tool", tool], input=json.dumps([path for _, path, _ in rows])))
    return answer["texts"], answer["seconds"]


def serve(tool):
    if tool == "trafilatura":
        import trafilatura
        story = lambda page: trafilatura.extract(page, include_comments=False) or ""
    else:
        import readability
        story = lambda page: plain(readability.Document(page).summary()) if page.strip() else ""
    texts, seconds = [], 0.0
    for path in json.load(sys.stdin):
        with open(path, "rb") as file:
            page = file.read()
        page = page.decode("utf-8", "replace") if tool == "readability" else page
        begin = time.perf_counter()
        try:
            texts.append(story(page))
        except Exception:  # a page that a tool breaks on has no story for it
            texts.append("")
        seconds += time.perf_counter() - begin
    json.dump({"texts": texts, "seconds": seconds}, sys.stdout)


def main(arguments):
    program, folder = os.path.abspath(arguments[0]), os.path.abspath(arguments[1])
    wanted = arguments[arguments.index("--set") + 1] if "--set" in arguments else None
    os.makedirs(folder, exist_ok=True)
    python = fetch(folder)
    for part in [wanted] if wanted else ["tune", "seen", "third", "read", "held"]:
        if part in ["read", "held"]:
            compare_phrases(program, python, folder, part, "--pages" in arguments)
            continue
        rows = [row for row in pages_of(folder) if set_of(row[0]) == part]
        answers = {"entente": ours(program, rows)}
        for tool in ["trafilatura", "readability"]:
            answers[tool] = theirs(python, tool, rows)
        scores = {tool: [f1(words(text), row[2]) for text, row in zip(texts, rows)]
                  for tool, (texts, _) in answers.items()}
        print(f"{part}: {len(rows)} pages")
        for tool, (_, seconds) in answers.items():
            mean = sum(scores[tool]) / len(rows)
            print(f"  {tool:12} F1 {mean:.4f}  {len(rows) / seconds:8.1f} pages/s")
        best = max(sum(scores[tool]) for tool in scores if tool != "entente")
        print(f"  entente : best of the others {sum(scores['entente']) / best:.3f}")
        if "--pages" in arguments:
            for i, (name, _, expected) in sorted(enumerate(rows), key=lambda pair: scores["entente"][pair[0]]):
                got = words(answers["entente"][0][i])
                print("   ", " ".join(f"{scores[tool][i]:.3f}" for tool in scores), name,
                      f"missed {sum((expected - got).values())} added {sum((got - expected).values())}")


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    serve(sys.argv[2]) if sys.argv[1] == "--tool" else main(sys.argv[1:])
