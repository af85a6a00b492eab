#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Write the labels that train_noise learns from: for each line of a text "begin end share", the share of it that
belongs to the report.

    tools/noise/label_lines.py gold GOLD.json TEXTS OUT        from gold: {"docs": {NAME: {"noise": [[begin, end, ...], ...]}}}
    tools/noise/label_lines.py votes VOTES.json TEXT OUT.lab   from {"EXTRACTOR": "the text that it found", ...}

Votes: a word counts for an extractor if it stands in three words running that the extractor's text has too; a line's
share is the mean over its words and over the extractors that found more than 300 characters. Fewer than four such
extractors label nothing. A line that "title" of VOTES.json names is the report's if it is the last such line above the
first long line of the report; further copies of it are unsure. Offsets are code points.
"""
import json
import pathlib
import re
import sys

WORD = re.compile(r"\w+")
LINE = re.compile("[^\n\r\u2028\u2029\x85\x0b\x0c]+")
REPORT, UNSURE, LONG = 0.6, 0.3, 9


def read(path):
    return pathlib.Path(path).read_bytes().decode("utf-8")


def write(path, rows):
    pathlib.Path(path).write_text("".join(f"{a} {b} {share:.3f}\n" for a, b, share in rows), encoding="utf-8")


def from_gold(gold, texts, out):
    for name, doc in json.loads(read(gold))["docs"].items():
        text = read(pathlib.Path(texts) / name)
        noise = {i for begin, end, *_ in doc["noise"] for i in range(begin, end)}
        rows = []
        for line in LINE.finditer(text):
            letters = [i for i in range(*line.span()) if not text[i].isspace()]
            if letters:
                rows.append((*line.span(), 1 - sum(i in noise for i in letters) / len(letters)))
        write(pathlib.Path(out) / f"{name}.lab", rows)


def words_of(text):
    return [w.lower() for w in WORD.findall(text)]


def triples(words):
    return {tuple(words[i:i + 3]) for i in range(len(words) - 2)}


def shares(words, votes):
    total = [0] * len(words)
    for found in votes:
        covered = set()
        for i in range(len(words) - 2):
            if tuple(words[i:i + 3]) in found:
                covered.update((i, i + 1, i + 2))
        for i in covered:
            total[i] += 1
    return [n / len(votes) for n in total]


def from_votes(path, text_path, out):
    given = json.loads(read(path))
    title = words_of(given.pop("title", ""))
    votes = [triples(words_of(found)) for found in given.values() if len(found) > 300]
    if len(votes) < 4:
        sys.exit(f"{path}: fewer than four extractors found a text")
    text = read(text_path)
    share = shares(words_of(text), votes)
    rows, titles, at = [], [], 0
    for line in LINE.finditer(text):
        words = words_of(line.group())
        if not words:
            continue
        if title and words == title:
            titles.append(len(rows))
        rows.append([*line.span(), sum(share[at:at + len(words)]) / len(words), len(words)])
        at += len(words)
    report = [i for i, row in enumerate(rows) if row[2] >= REPORT and row[3] >= LONG]
    if len(report) < 3:
        sys.exit(f"{path}: no report found")
    above = [i for i in titles if i <= report[0]]
    for i in titles:
        rows[i][2] = 1.0 if above and i == above[-1] else UNSURE
    write(out, [row[:3] for row in rows])


if __name__ == "__main__":
    if len(sys.argv) == 5 and sys.argv[1] == "gold":
        from_gold(*sys.argv[2:])
    elif len(sys.argv) == 5 and sys.argv[1] == "votes":
        from_votes(*sys.argv[2:])
    else:
        sys.exit(__doc__)
