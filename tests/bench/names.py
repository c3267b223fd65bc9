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
    for _ in range(3 if number < 20_000 else 4):
        number, consonant = divmod(number, len(CONSONANTS))
        number, vowel = divmod(number, len(VOWELS))
        letters += CONSONANTS[consonant] + VOWELS[vowel]
    return letters.capitalize()


def main():
    wanted = int(sys.argv[1])
    random.seed(8)
    print("type,name,aliases")
    names = 0
    while names < wanted:
        given = word(int(random.paretovariate(0.6)) % 20_000)
        surname = word(random.randrange(300_000))
        if random.random() < 0.6:
            row = ["person", f"{given} {surname}", [f"{given} {word(random.randrange(20_000))} {surname}", f"{given[0]}. {surname}"]]
        else:
            form = random.choice(FORMS)
            row = ["organization", f"{surname} {form}", [f"{surname} {given} {form}", f"{form} {surname}"]]
        aliases = row[2] if random.random() < 1 / 3 else []
        names += 1 + len(aliases)
        print(row[0], row[1], ";".join(aliases), sep=",")


if __name__ == "__main__":
    main()
