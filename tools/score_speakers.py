#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Scores the speakers that `entente attribute` names, against texts coded by hand.

    entente attribute TEXTS > said.jsonl
    tools/score_speakers.py --gold GOLD.json --texts TEXTS --pred said.jsonl [--scorer ../shared/tools/score_case.py]

Brings the lines into the form that the scorer of cases reads and lets it score them: statements, and over those that
were found the share of speakers and parties that are right ("macro": the mean over speakers). What that scorer says of
positions and meetings means nothing here and is left out.
"""
import argparse
import json
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent


def statements_of(lines, names):
    file_of = {pathlib.Path(name).stem: name for name in names}
    for line in lines:
        one = json.loads(line)
        if one["doc"] in file_of:
            yield {**one, "doc": file_of[one["doc"]]}


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--gold", type=pathlib.Path, required=True)
    options.add_argument("--texts", required=True)
    options.add_argument("--pred", type=pathlib.Path, required=True)
    options.add_argument("--scorer", default=str(ROOT.parent / "shared/tools/score_case.py"))
    given = options.parse_args()
    names = json.loads(given.gold.read_text(encoding="utf-8"))["docs"]
    lines = given.pred.read_text(encoding="utf-8").splitlines()
    with tempfile.TemporaryDirectory() as folder:
        export = pathlib.Path(folder) / "said.json"
        export.write_text(json.dumps({"statements": list(statements_of(lines, names))}), encoding="utf-8")
        done = subprocess.run([sys.executable, given.scorer, "--gold", given.gold, "--texts", given.texts, "--pred",
                               export, "--json"], capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(done.stderr)
    for what, score in json.loads(done.stdout).items():
        if what.startswith(("statements", "speaker", "party")):
            print(f"{what:18} {score if not isinstance(score, dict) else '  '.join(f'{k} {v}' for k, v in score.items())}")


if __name__ == "__main__":
    main()
