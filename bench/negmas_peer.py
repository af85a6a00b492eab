#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Seconds and peak memory of NegMAS's statistics of scenario folders, one JSON line each.

    negmas_peer.py FOLDER...

NegMAS (AGPL-3) comes from PyPI into an environment of its own; nothing here links it. What its
`isinstance` checks against protocols look up again and again before Python 3.12 is looked up once
here, so that it is measured as on newer Pythons: some ten times faster.
"""
import functools
import json
import resource
import subprocess
import sys
import time
import typing
import warnings


def look_up_protocols_once():
    for name in ("_get_protocol_attrs", "_is_callable_members_only"):
        if sys.version_info < (3, 12) and hasattr(typing, name):
            setattr(typing, name, functools.lru_cache(None)(getattr(typing, name)))


def measure(folder):
    look_up_protocols_once()
    warnings.simplefilter("ignore")
    from negmas import __version__
    from negmas.inout import Scenario
    from negmas.preferences.ops import calc_scenario_stats

    scenario = Scenario.load(folder)
    start, cpu = time.perf_counter(), time.process_time()
    stats = calc_scenario_stats(scenario.ufuns)
    return {
        "peer": f"NegMAS {__version__}",
        "seconds": time.perf_counter() - start,
        "cpu": time.process_time() - cpu,
        "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        "frontier": len(stats.pareto_utils),
    }


def main():
    if len(sys.argv) == 2:
        print(json.dumps(measure(sys.argv[1])), flush=True)
        return
    for folder in sys.argv[1:]:  # a process each, for its own peak
        subprocess.run([sys.executable, __file__, folder], check=True)


main()
