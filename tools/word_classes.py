#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Classes of English words for entente-train: which kinds of meaning WordNet lists first for a word, which other
words a sentence encoder holds to be near it, how it is used where its capital tells nothing, and as which parts of
speech.

    tools/word_classes.py --wordnet /usr/share/wordnet [--vectors WORDS.npz] -o classes.txt

Writes lines "<upper half of the word's hash> <senses> <cluster> <use> <parts>", by rising hash. The use is 1 for a
common word, 2 for the name of a country or organisation, 3 where such a name of several words begins, 4 for titles of
persons, days and months (data/names). The parts are bits (parts_of). --vectors: an .npz file with `words` (strings) and
`vectors` (one row each); its rows are put into 500 clusters. Without it the clusters are 0.
"""
import argparse
import pathlib
import re

MASK = (1 << 64) - 1
FILES = {18: 0, 14: 1, 10: 2, 32: 3, 31: 4, 37: 5, 41: 6, 9: 7}  # WordNet's lexicographer file -> bit of senses
VERBS = 0b01111000  # communication, cognition, emotion, social; the nouns: person, group, communication, cognition
FIRST_SENSES = 3
COMMON, NAME, BEGINS_NAME, TITLE = 1, 2, 3, 4
DATES = """monday tuesday wednesday thursday friday saturday sunday january february july september october november
december jan feb aug sept oct nov dec""".split()  # but those that people are named
BESIDE_NAMES = "i i'm i've i'd i'll mr mrs ms dr prof sen rep gov sec gen col lt capt sgt adm st prime vice former".split()
NO_BEGINNINGS = "the no us n. s.".split()
SURNAMES_TOO = """king queen prince princess pope bishop cardinal archbishop patriarch baron lord lady dame father mother
brother sister judge justice head chief chair host anchor fellow deputy owner academic democrat banker major marshal
page dean speaker emperor sultan""".split()


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


def small_words(folder):
    """What WordNet writes small, with its forms."""
    out = set()
    for kind in ("noun", "verb", "adj", "adv"):
        for line in lines_of(folder, "data." + kind):
            fields = line.split(" ")
            for word in fields[4:4 + 2 * int(fields[3], 16):2]:
                word = re.sub(r"\((a|p|ip)\)$", "", word)
                if re.fullmatch(r"[a-z'.-]+", word):
                    out |= {word, *(noun_forms(word) if kind == "noun" else verb_forms(word) if kind == "verb" else [])}
        for line in lines_of(folder, kind + ".exc"):
            out.add(line.split()[0])
    return out


def rows_of(file):
    for line in file.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


def uses_of(folder, names):
    out = {word: COMMON for word in small_words(folder)}
    for file in [names / "countries.tsv"] + [names / "own" / f"{name}.tsv"
                                             for name in ("countries", "regions", "organisations", "groups", "seats")]:
        for _, _, form in (row[:3] for row in rows_of(file) if len(row) > 2):
            first, *more = form.split()
            if first[0].isupper() and not form.isupper() and first.lower() not in NO_BEGINNINGS:
                use = BEGINS_NAME if more else NAME
                if out.get(first.lower()) != NAME:
                    out[first.lower()] = use
    for use, _, form in (row[:3] for row in rows_of(names / "own" / "titles.tsv")):
        if use in ("office", "address") and " " not in form and form.rstrip(".") not in SURNAMES_TOO:
            out[form.rstrip(".").lower()] = TITLE
    out.update({word: TITLE for word in DATES + BESIDE_NAMES})
    return out


def parts_of(folder, counted):
    """Parts of speech that a form is used as, each in a fifth of its uses or more: bits 1 noun, 2 verb, 4 adjective,
    8 adverb."""
    counts = {}

    def add(form, kind, times):
        counts.setdefault(form, [0, 0, 0, 0])[kind] += times

    kinds = ("noun", "verb", "adj", "adv")
    base = {row[0]: [int(n) for n in row[1:5]] for row in rows_of(counted)}
    for word, times in base.items():
        for kind, n in enumerate(times):
            if n:
                for form in [word] + (noun_forms(word) if kind == 0 else verb_forms(word) if kind == 1 else []):
                    add(form, kind, n)
    for kind, name in enumerate(kinds):
        for line in lines_of(folder, name + ".exc"):
            form, *lemmas = line.split()
            for lemma in lemmas:
                add(form, kind, base.get(lemma, [0, 0, 0, 0])[kind])
    return {form: sum(1 << k for k in range(4) if n[k] * 5 >= sum(n) > 0) for form, n in counts.items()}


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
    options.add_argument("--names", type=pathlib.Path, help="folder with countries.tsv; else the project's",
                         default=pathlib.Path(__file__).resolve().parent.parent / "data/names")
    options.add_argument("-o", "--output", required=True)
    given = options.parse_args()
    senses = all_senses(given.wordnet)
    clusters = clusters_of(given.vectors) if given.vectors else {}
    uses = uses_of(given.wordnet, given.names)
    parts = parts_of(given.wordnet, given.names.parent / "english" / "words.tsv")
    words = set(senses) | set(clusters) | set(uses) | set(parts)
    rows = {key_of(word): [of.get(word, 0) for of in (senses, clusters, uses, parts)] for word in sorted(words)}
    with open(given.output, "w", encoding="utf-8") as out:
        for key in sorted(rows):
            out.write(f"{key} {' '.join(map(str, rows[key]))}\n")
    print(f"{len(rows)} words, {len(senses)} with senses, {len(clusters)} in clusters, {len(uses)} with a use")


if __name__ == "__main__":
    main()
