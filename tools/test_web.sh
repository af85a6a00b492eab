#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# The tests of web/: test_web.sh NODE. Skipped (77) where Node is older than 20.
set -eu
major=$("$1" -p 'process.versions.node.split(".")[0]')
if [ "$major" -lt 20 ]; then
  echo "skipped: the tests of web/ need Node 20, this is $major"
  exit 77
fi
exec "$1" --test "$(dirname "$0")"/../tests/web/*.test.js
