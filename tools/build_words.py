#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Builds data/english/words.tsv: how often ordinary English uses a word as noun, verb, adjective and adverb.

  apt-get install wordnet-base
  tools/build_words.py [--wordnet /usr/share/wordnet] [--out data/english/words.tsv]

Source: the sense counts of WordNet 3.0 (cntlist.rev), taken from the semantic concordances, and one more for each part of speech in which
it lists the word at all; irregular forms ("went", "bigger") count as their base. A row is "word TAB noun TAB verb TAB
adjective TAB adverb"; words are single and of small letters. Kept are words that were counted, and all verbs: what
no row names is taken for a noun. The licence is in data/names/README.md.
"""
import argparse
import pathlib
from collections import defaultdict

COLUMN = {"1": 0, "2": 1, "3": 2, "5": 2, "4": 3}  # of a sense key's part of speech


def is_plain(word):
    return word.isascii() and word.isalpha() and word.islower()


def listed_in(index):
    return {line.split(" ", 1)[0] for line in index.read_text().splitlines() if not line.startswith(" ")}


def irregular(exceptions):
    """Forms with their base, as "went", "go", but for forms that are their own base."""
    for line in exceptions.read_text().splitlines():
        form, base = line.split()[:2]
        if form != base:
            yield form, base


def counted(wordnet):
    counts = defaultdict(lambda: [0, 0, 0, 0])
    for line in (wordnet / "cntlist.rev").read_text().splitlines():
        key, _, times = line.split()
        word, rest = key.split("%")
        counts[word][COLUMN[rest[0]]] += int(times)
    listed = [listed_in(wordnet / f"index.{name}") for name in ("noun", "verb", "adj", "adv")]
    for word in listed[1]:
        counts[word]
    for word, row in counts.items():
        for column, words in enumerate(listed):
            row[column] += word in words
    for column, name in enumerate(("noun", "verb", "adj")):
        for form, base in irregular(wordnet / f"{name}.exc"):
            if base in counts and (column or form not in counts):
                counts[form][column] += counts[base][column]
    return {word: row for word, row in counts.items() if is_plain(word)}


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--wordnet", type=pathlib.Path, default="/usr/share/wordnet")
    options.add_argument("--out", type=pathlib.Path, default="data/english/words.tsv")
    given = options.parse_args()
    rows = sorted(counted(given.wordnet).items())
    head = "# WordNet 3.0 sense counts; built by tools/build_words.py, licence in data/names/README.md\n"
    given.out.write_text(head + "".join("\t".join([word, *map(str, row)]) + "\n" for word, row in rows))


if __name__ == "__main__":
    main()
