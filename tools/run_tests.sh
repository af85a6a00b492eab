#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Builds and runs every test: run_tests.sh BUILD SHARED
# What has passed is not run again until a file of the project, of SHARED or the build changes.
set -eu
build=$1 shared=$2
stamp="$build/tests.passed"
changed() {
  [ -f "$stamp" ] || return 0
  # Folders count too: what was taken away shows only there.
  [ -n "$(find . "$shared" \( -path ./build -o -path ./.git -o -name __pycache__ \) -prune \
    -o -newer "$stamp" -print -quit 2>/dev/null)" ]
}
cmake --build "$build"
if ! changed && [ -z "$(find "$build/tests" -name 'test_*' -newer "$stamp" -print -quit)" ]; then
  echo "Every test passed, and nothing has changed since. To run them anyway: rm $stamp"
  exit 0
fi
start=$(mktemp)
ctest --test-dir "$build" --output-on-failure --no-tests=error -j 2
mv "$start" "$stamp"
