# SPDX-License-Identifier: Apache-2.0
"""matching.py ENGINE NAMES.tsv TEXT.txt MEGABYTES: a Python package as a rival of bench_all, on the first megabytes of the text.

It answers as matching.rs does: a line of JSON when it is ready, then the text is searched once for each line that it reads. The
automata take the leftmost longest names and drop those that are no whole words; FlashText and spaCy have words of their own."""
import json
import sys
import time


def is_whole(text, begin, end):
    return not (begin > 0 and (text[begin - 1].isalnum() or text[begin - 1] == "_")) and not (
        end < len(text) and (text[end].isalnum() or text[end] == "_"))


def ahocorasick_rs(names):
    import ahocorasick_rs as package

    automaton = package.AhoCorasick(names, matchkind=package.MatchKind.LeftmostLongest)
    return lambda text: [(begin, number) for number, begin, end in automaton.find_matches_as_indexes(text)
                         if is_whole(text, begin, end)]


def pyahocorasick(names):
    import ahocorasick

    automaton = ahocorasick.Automaton()
    for number, name in enumerate(names):
        automaton.add_word(name, (number, len(name)))
    automaton.make_automaton()
    return lambda text: [(last + 1 - length, number) for last, (number, length) in automaton.iter_long(text)
                         if is_whole(text, last + 1 - length, last + 1)]


def flashtext(names):
    import flashtext as package

    processor = package.KeywordProcessor(case_sensitive=True)
    for number, name in enumerate(names, 1):  # 0 would be no value
        processor.add_keyword(name, number)
    return lambda text: [(begin, number - 1) for number, begin, _ in processor.extract_keywords(text, span_info=True)]


def spacy(names):
    import spacy as package
    from spacy.matcher import PhraseMatcher
    from spacy.util import filter_spans

    language = package.blank("en")
    language.max_length = 1_000_000_000
    matcher = PhraseMatcher(language.vocab)
    matcher.add("name", list(language.tokenizer.pipe(names)))
    numbers = {name: number for number, name in enumerate(names)}
    return lambda text: [(span.start_char, numbers.get(span.text, -1))
                         for span in filter_spans(matcher(language.make_doc(text), as_spans=True))]


ENGINES = {"ahocorasick-rs": ahocorasick_rs, "pyahocorasick": pyahocorasick, "FlashText": flashtext,
           "spaCy PhraseMatcher": spacy}


def checksum(texts, hits):
    """The sum over name and position in bytes, as rivals in other languages have it."""
    total, before = 0, 0
    for text, found in zip(texts, hits):
        at, place = 0, before
        for begin, number in found:
            place, at = place + len(text[at:begin].encode()), begin
            total += (number + 1) * (place | 1)
        before += len(text.encode()) + 1
    return f"{total % 2**64:016x}"


def say(**row):
    print(json.dumps(row), flush=True)


def main(engine, table, articles, megabytes):
    with open(table, encoding="utf-8") as rows:
        names = [row.split("\t")[0] for row in rows]
    with open(articles, encoding="utf-8", newline="") as file:
        texts = file.read(int(float(megabytes) * 1e6)).split("\f")[:-1]
    begin = time.process_time()
    find = ENGINES[engine](names)
    say(build=time.process_time() - begin, bytes=sum(len(text.encode()) + 1 for text in texts))
    for _ in sys.stdin:
        begin = time.process_time()
        hits = [find(text) for text in texts]
        seconds = time.process_time() - begin
        say(seconds=seconds, found=sum(map(len, hits)), sum=checksum(texts, hits))


if __name__ == "__main__":
    main(*sys.argv[1:])
