#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Classes of English words for entente-train: which kinds of meaning WordNet lists first for a word, and which other
words a sentence encoder holds to be near it.

    tools/word_classes.py --wordnet /usr/share/wordnet [--vectors WORDS.npz] -o classes.txt

Writes lines "<upper half of the word's hash> <senses> <cluster>", by rising hash. --vectors: an .npz file with
`words` (strings) and `vectors` (one row each); its rows are put into 500 clusters. Without it the clusters are 0.
"""
import argparse
import re

MASK = (1 << 64) - 1
FILES = {18: 0, 14: 1, 10: 2, 32: 3, 31: 4, 37: 5, 41: 6, 9: 7}  # WordNet's lexicographer file -> bit of senses
VERBS = 0b01111000  # communication, cognition, emotion, social; the nouns: person, group, communication, cognition
FIRST_SENSES = 3


def key_of(word):
    """The upper half of hash_of in src/extract/learned/hashing.h."""
    h = 0xCBF29CE484222325
    for c in word:
        h = ((h ^ ord(c)) * 0x100000001B3) & MASK
    h = ((h ^ ((len(word) + 0x9E3779B97F4A7C15) & MASK)) * 0xD6E8FEB86659FD93) & MASK
    h ^= h >> 32
    h = (h * 0xD6E8FEB86659FD93) & MASK
    return (h ^ (h >> 29)) >> 32


def lines_of(folder, name):
    with open(f"{folder}/{name}", encoding="latin-1") as file:
        yield from (line for line in file if not line.startswith(" "))


def lemma_senses(folder):
    senses = {}
    for kind in ("noun", "verb"):
        file_of = {line.split(" ", 2)[0]: int(line.split(" ", 2)[1]) for line in lines_of(folder, "data." + kind)}
        for line in lines_of(folder, "index." + kind):
            fields = line.split()
            if not re.fullmatch(r"[a-z'-]+", fields[0]):
                continue
            for offset in fields[-int(fields[2]):][:FIRST_SENSES]:  # the commonest come first
                bit = FILES.get(file_of[offset])
                if bit is not None:
                    senses[fields[0]] = senses.get(fields[0], 0) | 1 << bit
    for kind in ("noun", "verb"):
        for line in lines_of(folder, kind + ".exc"):
            form, *lemmas = line.split()
            for lemma in lemmas:
                if lemma in senses:
                    senses[form] = senses.get(form, 0) | senses[lemma]
    return senses


def verb_forms(word):
    if word.endswith("e"):
        return [word + "d", word + "s", word[:-1] + "ing"]
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return [word[:-1] + "ied", word[:-1] + "ies", word + "ing"]
    forms = [word + end for end in ("ed", "s", "es", "ing")]
    if len(word) > 2 and word[-1] not in "aeiouwxy" and word[-2] in "aeiou":
        forms += [word + word[-1] + "ed", word + word[-1] + "ing"]
    return forms


def noun_forms(word):
    return [word[:-1] + "ies"] if word.endswith("y") else [word + "s", word + "es"]


def all_senses(folder):
    out = {}
    for word, bits in lemma_senses(folder).items():
        forms = [word] + (verb_forms(word) if bits & VERBS else []) + (noun_forms(word) if bits & ~VERBS else [])
        for form in forms:
            out[form] = out.get(form, 0) | bits
    return out


def clusters_of(path, count=500, rounds=20):
    import numpy as np
    file = np.load(path)
    words, rows = list(file["words"]), file["vectors"].astype(np.float32)
    rows -= rows.mean(0)
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)
    centres = rows[np.random.RandomState(1).choice(len(rows), count, replace=False)].copy()
    for _ in range(rounds):
        nearest = (rows @ centres.T).argmax(1)
        for k in range(count):
            members = rows[nearest == k]
            if len(members):
                centre = members.sum(0)
                centres[k] = centre / np.linalg.norm(centre)
    return {word: int(k) + 1 for word, k in zip(words, nearest)}


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--wordnet", required=True, help="folder with data.noun, index.verb and the rest")
    options.add_argument("--vectors", help="words and vectors, .npz")
    options.add_argument("-o", "--output", required=True)
    given = options.parse_args()
    senses = all_senses(given.wordnet)
    clusters = clusters_of(given.vectors) if given.vectors else {}
    rows = {key_of(word): (senses.get(word, 0), clusters.get(word, 0)) for word in sorted(set(senses) | set(clusters))}
    with open(given.output, "w", encoding="utf-8") as out:
        for key in sorted(rows):
            out.write(f"{key} {rows[key][0]} {rows[key][1]}\n")
    print(f"{len(rows)} words, {len(senses)} with senses, {len(clusters)} in clusters")


if __name__ == "__main__":
    main()
