#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Makes a case of an example and shows it: demo.sh PROGRAM EXAMPLE OUT
set -eu
program=$1 example=$2 out=$3
mkdir -p "$out"
rm -f "$out"/*.entente "$out"/brief.html
"$program" new "$out/demo.entente" --parties "$example/parties.yaml"
"$program" add "$out/demo.entente" "$example/articles"
echo
"$program" matrix "$out/demo.entente"
title=$(sed -n 's/^# //p' "$example/README.md" | head -n 1)
"$program" brief "$out/demo.entente" -o "$out/brief.html" --title "${title:-demo}"
cat <<END

What to do next
  1. $program serve $out/demo.entente, and open the address that it prints: the case in the browser
  2. open $out/brief.html in a browser: each cell of the matrix opens the sentences it rests on
  3. $program positions $out/demo.entente, then confirm or reject what the program suggests: $program confirm --help
  4. make a case of your own: $program new my.entente, then $program add my.entente FILE-OR-FOLDER
END
