#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Lets names change places in texts and counts what `entente attribute` then reads otherwise.

    tools/check_mirror.py --entente PROGRAM TEXTS NAME=NAME [NAME=NAME ...] [-- OPTIONS OF attribute]

TEXTS: a folder of .txt files. Each pair of names changes places wherever they stand as words of their own; an
attribution is mirrored where the other text has one of the same words, names changed back, with the same kind,
polarity and confidence. Speakers are counted apart: "he" and "she" do not change places with the names.
"""
import argparse
import json
import pathlib
import re
import subprocess
import sys
import tempfile


def exchanger(pairs):
    other = {}
    for pair in pairs:
        one, _, two = pair.partition("=")
        if not one or not two:
            sys.exit(f"{pair}: not NAME=NAME")
        other |= {one: two, two: one}
    words = "|".join(re.escape(name) for name in sorted(other, key=len, reverse=True))
    pattern = re.compile(rf"(?<![A-Za-z])({words})(?![a-z])")
    return lambda text: pattern.sub(lambda found: other[found.group(1)], text)


def told(program, options, texts):
    """(what was read, who is said to have said it) of each attribution, by text."""
    with tempfile.TemporaryDirectory() as folder:
        for name, text in texts.items():
            (pathlib.Path(folder) / f"{name}.txt").write_bytes(text.encode())
        lines = subprocess.run([program, "attribute", folder, *options], capture_output=True, text=True).stdout
    out = {name: [] for name in texts}
    for line in lines.splitlines():
        one = json.loads(line)
        words = [[texts[one["doc"]][a:b] for a, b in one[part]] for part in ("source", "cue", "content")]
        read = [words, one["kind"], one["polarity"], one["confidence"]]
        out[one["doc"]].append((json.dumps(read, ensure_ascii=False), json.dumps([one["speaker"], one["party"]])))
    return out


def main():
    arguments = sys.argv[1:]
    at = arguments.index("--") if "--" in arguments else len(arguments)
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--entente", default="entente")
    options.add_argument("texts", type=pathlib.Path)
    options.add_argument("names", nargs="+")
    given = options.parse_args(arguments[:at])
    exchanged = exchanger(given.names)
    texts = {file.stem: file.read_bytes().decode() for file in sorted(given.texts.glob("*.txt"))}
    as_is = told(given.entente, arguments[at + 1:], texts)
    mirrored = told(given.entente, arguments[at + 1:], {name: exchanged(text) for name, text in texts.items()})
    count = lost = speakers = 0
    for name, attributions in as_is.items():
        back = {exchanged(read): exchanged(speaker) for read, speaker in mirrored[name]}
        count += len(attributions)
        lost += sum(read not in back for read, _ in attributions)
        speakers += sum(back.get(read, speaker) != speaker for read, speaker in attributions)
    print(f"{count} attributions, {lost} not mirrored; of the others {speakers} with a speaker that is not")


if __name__ == "__main__":
    main()
