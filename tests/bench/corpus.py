# SPDX-License-Identifier: Apache-2.0
"""corpus.py FOLDER ARTICLES NAMES,... [TEXT.jsonl]: the texts and names of bench_all, the same each time. See README.md.

names-N.csv       a table as `entente gazetteer compile` reads it, N names of names.py
names-N.tsv       the same for rivals: name, tab, number of its entity; the first entity has a name of two
news.jsonl        sentences of tests/articles, most pairs of capitalised words in them replaced by names of the longest list but
                  one million at most, by Zipf's law; articles of 2.6 kB in the mean, their length log-normal, curly quotes
                  and dashes in three of ten
long.jsonl        four times as many, beginning with the same
fresh.jsonl       the same, but each word of four small letters or more is made up, by Zipf's law, so that no text comes twice
lower, upper, part.jsonl  the first 2,000 of the news in small letters, in capitals, and as they are; first.jsonl has one
X.txt             of news and fresh: the texts alone, a form feed between two

With TEXT.jsonl its articles are the news, the long news and the fresh news, and half of each list, at most, are the phrases that it
has with capitals three times, the most frequent first."""
import collections
import itertools
import json
import math
import pathlib
import random
import re
import sys

import names

ARTICLES = pathlib.Path(__file__).parent.parent / "articles"
SLOT = re.compile(r"(?<=[a-z,] )[A-Z][a-z]+ [A-Z][a-z]+\b")
PHRASE = re.compile(r"[A-Z][a-z]+(?: [A-Z][a-z]+)+")


def by_zipf(draw, most):
    """0 to most - 1, the n-th as often as Zipf's law has it."""
    return int(math.exp(draw.random() * math.log(most + 1))) - 1


def sentences():
    """The sentences of tests/articles, each as its parts between the places of names."""
    found = []
    for path in sorted(ARTICLES.iterdir()):
        paragraphs = path.read_text(encoding="utf-8", errors="ignore").split("\n\n")[1:]
        for sentence in re.split(r"(?<=[a-z]\.) (?=[A-Z])", " ".join(" ".join(paragraphs).split())):
            if 20 < len(sentence) < 600 and sentence.endswith(".") and not set(sentence) & set("|*[]@:"):  # no furniture
                found.append(list(itertools.zip_longest(SLOT.split(sentence), SLOT.findall(sentence), fillvalue="")))
    return found


class News:
    """An endless row of articles."""

    def __init__(self, listed, fresh=False):
        self.draw = random.Random(7)
        self.listed = listed
        self.sentences = sentences()
        self.words = [names.word(number).lower()[::-1] for number in range(50_000)] if fresh else []

    def sentence(self):
        parts = []
        for text, slot in self.draw.choice(self.sentences):
            parts.append(re.sub(r"\b[a-z]{4,}", self.another, text) if self.words else text)
            parts.append(self.listed[by_zipf(self.draw, len(self.listed))] if slot and self.draw.random() < 0.75 else slot)
        return "".join(parts)

    def another(self, _):
        return self.words[by_zipf(self.draw, len(self.words))]

    def text(self):
        wanted = min(20_000, self.draw.lognormvariate(7.65, 0.6))
        paragraphs, length = [], 0
        while length < wanted:
            paragraphs.append(" ".join(self.sentence() for _ in range(self.draw.choice((1, 2, 3)))))
            length += len(paragraphs[-1])
        text = "\n".join(paragraphs)
        if self.draw.random() < 0.3:
            text = re.sub(r'"([^"]*)"', "“\\1”", text).replace("'", "’").replace(" - ", " – ")
        return text

    def articles(self, count):
        for number in range(count):
            text = self.text()
            yield {"id": f"a{number}", "date": f"{2001 + number % 20}-{1 + number % 12:02}-{1 + number % 28:02}",
                   "title": text[:60].rsplit(" ", 1)[0], "text": text}


def line_of(article):
    return json.dumps(article, ensure_ascii=False) + "\n"


def write(folder, name, articles, with_texts=False):
    with open(folder / f"{name}.jsonl", "w", encoding="utf-8") as rows:
        for article in articles:
            rows.write(line_of(article))
    if with_texts:
        with open(folder / f"{name}.txt", "w", encoding="utf-8", newline="") as texts:
            texts.writelines(article["text"].replace("\f", " ") + "\f" for article in read(folder / f"{name}.jsonl"))


def read(path):
    with open(path, encoding="utf-8") as rows:
        for row in rows:
            yield json.loads(row)


def write_names(folder, size, phrases):
    phrases = phrases[: size // 2]
    rows = [*(("organization", phrase, []) for phrase in phrases), *names.rows(size - len(phrases))]
    known = {}
    with open(folder / f"names-{size}.csv", "w", encoding="utf-8") as table:
        table.write("type,name,aliases\n")
        for entity, (kind, name, aliases) in enumerate(rows):
            table.write(f"{kind},{name},{';'.join(aliases)}\n")
            for one in [name, *aliases]:
                known.setdefault(one, entity)
    with open(folder / f"names-{size}.tsv", "w", encoding="utf-8") as table:
        table.writelines(f"{name}\t{entity}\n" for name, entity in known.items())
    return list(known)


def main(folder, articles, sizes, given=None):
    folder, articles, sizes = pathlib.Path(folder), int(articles), [int(size) for size in sizes.split(",")]
    phrases = []
    if given:
        count = collections.Counter(phrase for article in read(given) for phrase in PHRASE.findall(article["text"]))
        phrases = sorted((phrase for phrase in count if count[phrase] >= 3), key=lambda phrase: (-count[phrase], phrase))
    listed = []
    for size in sizes:
        known = write_names(folder, size, phrases)
        listed = known if len(listed) < len(known) <= 1_000_000 else listed
    if given:
        news = {name: read(given) for name in ["news", "long", "fresh"]}
    else:
        news = {"news": News(listed).articles(articles), "long": News(listed).articles(4 * articles),
                "fresh": News(listed, fresh=True).articles(articles)}
    for name, of_kind in news.items():
        write(folder, name, of_kind, with_texts=name != "long")
    part = list(itertools.islice(read(folder / "news.jsonl"), 2000))
    write(folder, "first", part[:1])
    write(folder, "part", part)
    write(folder, "lower", ({**article, "text": article["text"].lower()} for article in part))
    write(folder, "upper", ({**article, "text": article["text"].upper()} for article in part))


if __name__ == "__main__":
    main(*sys.argv[1:])
