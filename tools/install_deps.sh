#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Installs through apt what of tools/deps.txt is missing: install_deps.sh WHAT-FOR... (build, test, bench)
# Prints the list first; does nothing, quickly, where nothing is missing.
set -eu
here=$(dirname "$0")
missing=""
for what in "$@"; do
  for package in $(awk -v what="$what" '$1 == what { print $2 }' "$here/deps.txt"); do
    case "$(dpkg-query -W -f '${Status}' "$package" 2>/dev/null)" in
      *" installed") ;;
      *) missing="$missing $package" ;;
    esac
  done
done
[ -n "$missing" ] || exit 0
echo "To be installed through apt:$missing"
sudo=""
if [ "$(id -u)" -ne 0 ]; then
  command -v sudo >/dev/null || { echo "Neither root nor sudo is here: install these packages, then run make again." >&2; exit 1; }
  sudo=sudo
fi
# A fresh image has no package lists, an old one stale lists: fetch them once.
$sudo apt-get -qq -o DPkg::Lock::Timeout=300 update
$sudo env DEBIAN_FRONTEND=noninteractive apt-get -qq -y --no-install-recommends --no-remove \
  -o DPkg::Lock::Timeout=300 install $missing
