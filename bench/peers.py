#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The deal engine beside NegMAS, scenario by scenario, in one run on one machine.

    peers.py BENCH_DEALS NEGMAS_PYTHON FOLDER...

Both work out frontier, ranges, Nash, Kalai and the rest of what NegMAS calls a scenario's statistics.
Bars: from 100,000 packages up a thousand times faster, under 100 MB for what is below ten million.
"""
import json
import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).parent
ROW = "{:28} {:>9} {:>9} {:>11} {:>11} {:>9} {:>9} {:>8} {:>8} {:>7}  {}"


def line_of(command):
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode != 0:
        return {"failed": (done.stderr.strip().splitlines() or ["no output"])[-1][:60]}
    return json.loads(done.stdout.strip().splitlines()[-1])


def times(peer, ours, what):
    return f"{peer[what] / max(ours[what], 1e-9):,.0f}" if what in peer and what in ours else "-"


def bars(ours, peer):
    missed = []
    if "failed" in ours:
        return ours["failed"]
    packages = int(ours["packages"])
    if packages >= 100_000 and "cpu" in peer and peer["cpu"] < 1000 * ours["cpu"]:
        missed.append("less than 1,000 times")
    if packages < 10_000_000 and ours["peak_mb"] >= 100:
        missed.append("over 100 MB")
    return ", ".join(missed) or "met"


def main():
    bench, python, folders = sys.argv[1], sys.argv[2], sys.argv[3:]
    print(ROW.format("scenario", "packages", "frontier", "ours s", "peer s", "times", "times cpu",
                     "ours MB", "peer MB", "bandw.", "bars"))
    for folder in folders:
        ours = line_of([bench, "--json", folder])
        swept = line_of([bench, "--json", "--search", "sweep", folder])
        peer = line_of([python, str(HERE / "negmas_peer.py"), folder])
        print(ROW.format(pathlib.Path(folder).name[-28:], ours.get("packages", "-"),
                         ours.get("frontier", "-"), f"{ours.get('seconds', 0):.5f}",
                         f"{peer['seconds']:.2f}" if "seconds" in peer else "-",
                         times(peer, ours, "seconds"), times(peer, ours, "cpu"),
                         f"{max(ours.get('peak_mb', 0), swept.get('peak_mb', 0)):.0f}",
                         f"{peer['peak_mb']:.0f}" if "peak_mb" in peer else "-",
                         f"{swept.get('bandwidth_share', 0):.0%}", bars(ours, peer)),
              flush=True)
        if "failed" in peer:
            print("  NegMAS:", peer["failed"])
    print("Columns: times = wall clock, times cpu = processor time; MB and the share of the memory's"
          " bandwidth of a sweep over all packages.")


main()
