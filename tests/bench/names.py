#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Prints a table of made-up persons and companies for tests of scale: names.py 1000000 > names.csv

The number counts names. Every third entity has two further spellings, so that there are three names to every two rows. The
same number gives the same bytes.
"""
import random
import sys

CONSONANTS = ["b", "d", "f", "g", "k", "l", "m", "n", "p", "r", "s", "t", "v", "z", "br", "kr", "st", "tr", "sh", "gr"]
VOWELS = ["a", "e", "i", "o", "u", "ai", "ei", "ou"]
FORMS = ["Group", "Holdings", "Bank", "Energy", "Industries", "Systems", "Institute", "Press"]


def word(number):
    """A capitalised word, another for each number."""
    letters = ""
    syllables = 3 if number < 20_000 else 4
    number = number * 2_654_435_761 % 160**syllables  # so that neighbours differ in each syllable, as in no row of numbers
    for _ in range(syllables):
        number, consonant = divmod(number, len(CONSONANTS))
        number, vowel = divmod(number, len(VOWELS))
        letters += CONSONANTS[consonant] + VOWELS[vowel]
    return letters.capitalize()


def rows(wanted):
    """(type, name, further names) until there are so many names; a longer list begins with a shorter one."""
    draw = random.Random(8)
    names = 0
    while names < wanted:
        given = word(int(draw.paretovariate(0.6)) % 20_000)
        surname = word(draw.randrange(300_000))
        if draw.random() < 0.6:
            row = ["person", f"{given} {surname}", [f"{given} {word(draw.randrange(20_000))} {surname}", f"{given[0]}. {surname}"]]
        else:
            form = draw.choice(FORMS)
            row = ["organization", f"{surname} {form}", [f"{surname} {given} {form}", f"{form} {surname}"]]
        aliases = row[2] if draw.random() < 1 / 3 else []
        names += 1 + len(aliases)
        yield row[0], row[1], aliases


def main():
    print("type,name,aliases")
    for kind, name, aliases in rows(int(sys.argv[1])):
        print(kind, name, ";".join(aliases), sep=",")


if __name__ == "__main__":
    main()
