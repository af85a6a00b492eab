# SPDX-License-Identifier: Apache-2.0
# make demo   install what is missing, build, and show the shipped example
# make test   build and run every test, the fuzz targets too
# make help   the rest
SHARED ?= ../shared
FUZZ_RUNS ?= 4000
PEERS ?= $(HOME)/.cache/entente
PEER_SCENARIOS := anac__y2015__group2-politics other__Domain16 anac__y2010__Travel \
  anac__y2011__Energy anac__y2016__AgentHp2
EXAMPLE := examples/ellowan-canal
DEMO := build/demo

.PHONY: help program demo test test-web test-sanitize fuzz headers bench bench-serve bench-peers score \
  picture clean
.NOTPARALLEL:

help:
	@sed -n 's/^# \(make.*\)/\1/p' Makefile
# make program        only build the release program, build/entente
# make test-sanitize  the tests under AddressSanitizer and UndefinedBehaviorSanitizer
# make test-web       the page in a real Chromium, where Node 20 and Chromium are there
# make fuzz           only the fuzz targets, FUZZ_RUNS inputs each (default 4000)
# make headers        compiles each header alone
# make bench          articles/s, MB/s per stage; peak memory
# make bench-serve    10,000 articles in the browser: first view, 50 clients, long lists
# make bench-peers    the deal engine beside NegMAS, which goes into PEERS (default ~/.cache/entente)
# make score          the table against the gold in SHARED (default ../shared)
# make picture        the picture of the matrix for the README, docs/pictures/matrix.png
# make clean          remove build/

program:
	@tools/install_deps.sh build
	@cmake --preset release --log-level=WARNING >/dev/null
	@cmake --build build/release
	@ln -sfn release/entente build/entente

demo: program
	@tools/demo.sh build/entente $(EXAMPLE) $(DEMO)

test: fuzz
	@tools/install_deps.sh build test
	@cmake --preset dev --log-level=WARNING >/dev/null
	@tools/run_tests.sh build/dev $(SHARED)

test-web:
	@tools/install_deps.sh build test
	@cmake --preset dev --log-level=WARNING >/dev/null
	@cmake --build build/dev --target entente
	@tools/in_browser.sh build/dev/entente node --test --test-reporter=spec tests/web/e2e/*.test.js

fuzz:
	@tools/install_deps.sh build test
	@cmake --preset fuzz --log-level=WARNING >/dev/null
	@cmake --build build/fuzz
	@tools/run_fuzz.sh build/fuzz/tests/fuzz tests/fuzz/seeds $(FUZZ_RUNS)

test-sanitize:
	@tools/install_deps.sh build test
	@cmake --preset sanitize --log-level=WARNING >/dev/null
	@cmake --build build/sanitize
	@ctest --test-dir build/sanitize --output-on-failure --no-tests=error -j 2

headers:
	@tools/check_headers.py

bench:
	@tools/install_deps.sh build bench
	@cmake --preset bench --log-level=WARNING >/dev/null
	@cmake --build build/bench
	@tools/run_bench.sh build/bench

bench-serve: program
	@tools/install_deps.sh bench
	@bench/serve.py build/entente

bench-peers:
	@tools/install_deps.sh build bench
	@cmake --preset bench --log-level=WARNING >/dev/null
	@cmake --build build/bench --target bench_deals
	@test -x $(PEERS)/bin/python || python3 -m venv $(PEERS)
	@$(PEERS)/bin/pip install -q negmas==0.16.0
	@bench/peers.py build/bench/bench/bench_deals $(PEERS)/bin/python \
	  $(addprefix $(SHARED)/data/genius/,$(PEER_SCENARIOS))

score: program
	@tools/score.sh build/entente $(SHARED)

picture: program
	@tools/in_browser.sh build/entente node tests/web/e2e/picture.js docs/pictures/matrix.png

clean:
	rm -rf build
