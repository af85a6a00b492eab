#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Score what `entente attribute --each-actor` says of each actor against marked sentences.

  score_triples.py GOLD.triples [GOLD.triples ...] [--entente PROGRAM] [--wrong] [--json]

GOLD.triples: a sentence on a line of its own; under it, indented, what is said in it:
    actor; actor | predicate | message
and an empty line. Lines that begin with "#" are left out. Each sentence is read as a text of its own.

A triple found agrees with a marked one where the actor is the same (case, a leading article and what is no letter or
digit aside), the predicates share a word, and the words of the messages overlap by 0.8 or more (Jaccard, as sets).
Pairs are one to one, as many as can be (bipartite matching). Actor and predicate alone are scored the same way
without the message. Precision, recall and F1 in per cent. Python 3 standard library only.
"""
import argparse
import json
import pathlib
import re
import subprocess
import sys
import tempfile

WORD = re.compile(r"\w+")
LEAST_OVERLAP = 0.8


def read_gold(path):
    """[(sentence, [(actor, predicate, message)])]"""
    out = []
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
        if not line.strip() or line.startswith("#"):
            continue
        if not line.startswith(" "):
            out.append((line.strip(), []))
            continue
        parts = [part.strip() for part in line.split(" | ")]
        if len(parts) != 3 or not out:
            sys.exit(f"{path}:{number}: no sentence, and no actors | predicate | message")
        for actor in parts[0].split(";"):
            out[-1][1].append((actor.strip(), parts[1], parts[2]))
    return out


def words_of(text):
    return [word.lower() for word in WORD.findall(text)]


def actor_key(actor):
    words = words_of(actor)
    return " ".join(words[1:] if len(words) > 1 and words[0] in ("the", "a", "an") else words)


def same_actor_and_predicate(a, b):
    return actor_key(a[0]) == actor_key(b[0]) and bool(set(words_of(a[1])) & set(words_of(b[1])))


def overlap(a, b):
    a, b = set(words_of(a)), set(words_of(b))
    return len(a & b) / len(a | b) if a | b else 1.0


def same_triple(a, b):
    return same_actor_and_predicate(a, b) and overlap(a[2], b[2]) >= LEAST_OVERLAP


def matching(found, gold, same):
    """Pairs (index of found, index of gold), as many as can be: augmenting paths."""
    taken = {}

    def place(i, seen):
        for j, marked in enumerate(gold):
            if j in seen or not same(found[i], marked):
                continue
            seen.add(j)
            if j not in taken or place(taken[j], seen):
                taken[j] = i
                return True
        return False

    for i in range(len(found)):
        place(i, set())
    return [(i, j) for j, i in taken.items()]


def slices(text, spans):
    return " ".join(text[begin:end] for begin, end in spans)


def read_by(program, sentences):
    """Triples of each sentence, each read as a file of its own."""
    with tempfile.TemporaryDirectory() as folder:
        names = []
        for i, sentence in enumerate(sentences):
            names.append(pathlib.Path(folder, f"s{i:04}.txt"))
            names[-1].write_text(sentence + "\n", encoding="utf-8")
        run = subprocess.run([program, "attribute", "--each-actor", folder], capture_output=True, text=True)
        if run.returncode != 0:
            sys.exit(run.stderr)
        out = [[] for _ in sentences]
        for line in run.stdout.splitlines():
            one = json.loads(line)
            i = int(one["doc"][1:])
            text = sentences[i]
            out[i].append((slices(text, one["source"]), slices(text, one["cue"]), slices(text, one["content"])))
        return out


def scores(right, found, gold):
    precision = right / found if found else 0.0
    recall = right / gold if gold else 0.0
    f1 = 2 * precision * recall / (precision + recall) if right else 0.0
    return {"precision": 100 * precision, "recall": 100 * recall, "f1": 100 * f1}


def show_wrong(sentence, found, gold, pairs):
    missed = set(range(len(gold))) - {j for _, j in pairs}
    extra = set(range(len(found))) - {i for i, _ in pairs}
    if not missed and not extra:
        return
    print(sentence)
    for j in sorted(missed):
        print("  missed:", " | ".join(gold[j]))
    for i in sorted(extra):
        print("  extra: ", " | ".join(found[i]))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="+", type=pathlib.Path)
    parser.add_argument("--entente", default="entente")
    parser.add_argument("--wrong", action="store_true", help="print what is missed and what is too much")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    marked = [one for path in options.gold for one in read_gold(path)]
    found = read_by(options.entente, [sentence for sentence, _ in marked])
    counts = {"triples": 0, "actor and predicate": 0}
    for (sentence, gold), triples in zip(marked, found):
        pairs = matching(triples, gold, same_triple)
        counts["triples"] += len(pairs)
        counts["actor and predicate"] += len(matching(triples, gold, same_actor_and_predicate))
        if options.wrong:
            show_wrong(sentence, triples, gold, pairs)
    all_found, all_gold = sum(map(len, found)), sum(len(gold) for _, gold in marked)
    result = {what: scores(right, all_found, all_gold) for what, right in counts.items()}
    if options.json:
        print(json.dumps({"sentences": len(marked), "found": all_found, "gold": all_gold, **result}))
        return
    print(f"{len(marked)} sentences, {all_gold} triples marked, {all_found} found")
    for what, score in result.items():
        print(f"{what:20} P {score['precision']:5.1f}  R {score['recall']:5.1f}  F1 {score['f1']:5.1f}")


if __name__ == "__main__":
    main()
