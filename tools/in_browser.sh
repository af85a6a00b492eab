#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Runs what needs a real Chromium: in_browser.sh PROGRAM COMMAND...
# What tests/web/e2e/package-lock.json names is installed beside it, the list first. Where Node, Chromium or these
# packages are not to be had, it says so in one line, and COMMAND is not run.
set -eu
cd "$(dirname "$0")/.."
program=$(realpath "$1")
shift
skip() {
  echo "skipped: what is looked at in a browser needs $1"
  exit 0
}
major=$(node -p 'process.versions.node.split(".")[0]' 2>/dev/null || echo 0)
[ "$major" -ge 20 ] || skip "Node 20 or newer"
chromium=""
for place in "${CHROMIUM:-}" /usr/bin/chromium /usr/bin/chromium-browser /usr/bin/google-chrome; do
  if [ -z "$chromium" ] && [ -x "$place" ]; then chromium=$place; fi
done
[ -n "$chromium" ] || skip "Chromium (apt: chromium), or its path in \$CHROMIUM"
tests=tests/web/e2e
if [ ! $tests/node_modules/.package-lock.json -nt $tests/package-lock.json ]; then
  echo "To be installed through npm into $tests/node_modules: $(node -p '
    Object.entries(require("./'$tests'/package.json").devDependencies).map((one) => one.join(" ")).join(", ")')"
  (cd $tests && npm ci --no-audit --no-fund --loglevel=error) || skip "these packages, and npm cannot fetch them"
  touch $tests/node_modules/.package-lock.json
fi
CHROMIUM="$chromium" ENTENTE_PROGRAM="$program" exec "$@"
