#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""How many issues of a codebook `entente suggest` finds again in articles whose positions are known, the codebook hidden.

    entente new hidden.entente --codebook none.yaml --parties parties.yaml     none.yaml: "name: none", "issues: []"
    entente add hidden.entente articles/ && entente suggest hidden.entente --format json -o found.json
    tools/score_suggest.py found.json expected.json [TEXTS]

expected.json has documents with positions, or positions, each with an issue and its words ("evidence", "words" or "text"; where these are offsets, the
texts lie in the folder TEXTS); those without words are not counted. An issue is found again where one
suggestion's cues stand in a third or more of its positions, and half or more of the positions that they stand in are of this issue. "Touched":
positions in which some suggestion's cue stands.
"""
import json
import pathlib
import re
import sys
from collections import Counter


def pattern(cue):
    words = [w.replace("*", r"\w*") for w in cue.strip("()").split(" ")]
    return re.compile(r"\b" + r"[\s-]+".join(f"(?:{w})" for w in words) + r"\b", re.I)


def words_of(position, name):
    words = position.get("evidence") or position.get("words") or position.get("text")
    if not words:
        return None
    if isinstance(words, list) and isinstance(words[0], int):
        return (pathlib.Path(sys.argv[3]) / name).read_text(encoding="utf-8")[words[0]:words[1]]
    return words if isinstance(words, str) else next(v for v in words.values() if isinstance(v, str))


def main():
    found = json.load(open(sys.argv[1]))["issues"]
    expected = json.load(open(sys.argv[2]))
    documents = expected.get("documents") or [dict(d, name=name) for name, d in expected.get("docs", {}).items()] or [expected]
    told = [(p["issue"], words_of(p, d.get("name"))) for d in documents if not d.get("same_account_as") for p in d["positions"]]
    positions = [one for one in told if one[1] is not None]
    if len(positions) < len(told):
        print(f"{len(told) - len(positions)} of {len(told)} positions have no words and are not counted")
    if not positions:
        sys.exit("nothing to score: no position has its words")
    hits = [{i for i, (_, words) in enumerate(positions) if any(pattern(c).search(words) for c in one["cues"])} for one in found]
    again = 0
    for issue, count in Counter(issue for issue, _ in positions).most_common():
        own = {i for i, (name, _) in enumerate(positions) if name == issue}
        good = [(len(h & own), one["label"], len(h)) for h, one in zip(hits, found) if 3 * len(h & own) >= count and 2 * len(h & own) >= len(h)]
        touched = len(own & set().union(*hits)) if hits else 0
        again += bool(good)
        print(f"{issue:24} {count:3} positions, {touched:3} touched", "  found as %s: %d of %d" % (max(good)[1], max(good)[0], max(good)[2]) if good else "")
    print(f"{again} of {len(set(name for name, _ in positions))} issues found again by {len(found)} suggestions")


if __name__ == "__main__":
    main()
