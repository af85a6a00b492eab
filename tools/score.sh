#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Scores the program against hand-made gold: score.sh PROGRAM SHARED
set -eu
program=$1 shared=$2
[ -f "$shared/tools/score_case.py" ] || { echo "no gold at $shared: give its folder, make score SHARED=..." >&2; exit 4; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$program" new "$work/seeds.entente" >/dev/null
"$program" add "$work/seeds.entente" "$shared/seeds" >/dev/null
"$program" export "$work/seeds.entente" --format json -o "$work/seeds.json" >/dev/null
python3 "$shared/tools/score_case.py" --gold "$shared/data/seeds_gold_dev.json" --texts "$shared/seeds" --pred "$work/seeds.json"
