#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Prints throughput per stage and peak memory at three sizes: run_bench.sh BUILD
set -eu
"$1/bench/bench_stages" --benchmark_counters_tabular=true
for count in 1000 3000 10000; do "$1/bench/bench_memory" $count; done
"$1/bench/bench_ledger" 10000
for size in 8/3 10/3 10/6 12/3 13/3 14/3 16/5 18/4 20/4; do
  "$1/bench/bench_stability" --benchmark_filter="mixed/$size/" --benchmark_counters_tabular=true
done
"$1/bench/bench_stability" --benchmark_filter=own --benchmark_counters_tabular=true
"$1/bench/bench_deals" --random 5 10,10,10,10,6,4
"$1/bench/bench_deals" --search sweep --random 3 7,7,7,7,7,7,7,7
"$1/bench/bench_deals" --random 70 8,8,8,8,8,8
