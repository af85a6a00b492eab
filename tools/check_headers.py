#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Compile every header of src/ alone: each includes what it needs.

    tools/check_headers.py [ROOT]     exit code 1 and the compiler's words for each that does not
    CXX: the compiler (g++); JOBS: how many at a time (one per core)
"""
import concurrent.futures
import os
import pathlib
import subprocess
import sys


def words_on(header, src):
    """What the compiler says of a file that includes nothing but this header, twice."""
    line = f'#include "{header.relative_to(src)}"\n'
    ran = subprocess.run(
        [os.environ.get("CXX", "g++"), "-std=c++20", "-fsyntax-only", "-Wall", "-Wextra", f"-I{src}", "-x", "c++", "-"],
        input=line + line, capture_output=True, text=True)
    return "" if ran.returncode == 0 else f"{header.relative_to(src)} does not stand alone:\n{ran.stderr}"


def main():
    root = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else pathlib.Path(__file__).resolve().parent.parent
    src = root.resolve() / "src"
    headers = sorted(src.rglob("*.h"))
    jobs = int(os.environ.get("JOBS", 0)) or os.cpu_count()
    with concurrent.futures.ThreadPoolExecutor(jobs) as pool:
        faults = [words for words in pool.map(lambda header: words_on(header, src), headers) if words]
    print("\n".join(faults) if faults else f"{len(headers)} headers stand alone")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
