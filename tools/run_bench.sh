#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Prints throughput per stage and peak memory at three sizes: run_bench.sh BUILD
set -eu
"$1/bench/bench_stages" --benchmark_counters_tabular=true
for count in 1000 3000 10000; do "$1/bench/bench_memory" $count; done
