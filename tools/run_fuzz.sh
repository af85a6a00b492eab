#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Runs every fuzz target for a fixed number of inputs from a fixed seed: run_fuzz.sh PROGRAMS SEEDS RUNS
# What has passed is not run again until the program or its seeds change.
set -eu
programs=$1 seeds=$2 runs=$3
for program in "$programs"/fuzz_*; do
  [ -x "$program" ] && [ -f "$program" ] || continue
  case "$program" in *.passed) continue ;; esac
  name=$(basename "$program"); name=${name#fuzz_}
  corpus="$seeds/$name"
  stamp="$program.passed"
  mark=$(cat "$program" $(find -L "$corpus" -type f 2>/dev/null | sort) | sha256sum; echo "$runs")
  [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$mark" ] && continue
  work=$(mktemp -d)
  [ -d "$corpus" ] && cp "$corpus"/* "$work"/ 2>/dev/null || true
  case "$name" in extract_* | text_*) words="-dict=$seeds/../english.dict" ;; *) words="" ;; esac
  log=$(mktemp)
  echo "fuzz $name: $runs inputs"
  if ! ASAN_OPTIONS=detect_leaks=1 "$program" -seed=1 -runs="$runs" -max_len=20000 -timeout=20 -rss_limit_mb=2048 \
      $words -artifact_prefix="$programs/crash-$name-" "$work" >"$log" 2>&1; then
    tail -40 "$log" >&2
    echo "fuzz $name: failed, the input is under $programs" >&2
    exit 1
  fi
  rm -rf "$work" "$log"
  echo "$mark" >"$stamp"
done
