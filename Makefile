# make demo    installs what is missing, builds, reads Samples/, keeps them in a store and shows the record
# make test    builds and runs the tests
# make check   what CI runs: format, warnings, floors, tests
# make bench   speed and memory, with the counts of what was found asserted (UPDATE=1 writes new counts)
# make fuzz    tries inputs that nobody wrote, on the engine and on each kind of reader, SECONDS=60 each, two side by side
# make train   fits the weights of topics, of likelihoods and of links to marked articles, GOLD=a.jsonl,b.jsonl
# make screenshots  makes the pictures of the guide anew, in headless Chromium
# make lint    the format of the sources; make format mends it
GOLD := ../shared/gold/dev.jsonl,../shared/gold/seeds.jsonl,../shared/gold/fresh-1.jsonl
LINKS := $(GOLD),../shared/gold/fresh-2.jsonl,../shared/gold/fresh-3.jsonl,../shared/gold/fresh-4.jsonl,Gold/own-tales-1.jsonl
.PHONY: build demo test screenshots check bench fuzz train lint format floors setup clean

SOURCES := Package.swift Sources Tests Benchmarks/Package.swift Benchmarks/Sources Fuzz/Package.swift Fuzz/Sources
MAHDAR := .build/release/mahdar
# With Swift's libraries in the program and its addresses fixed, a command starts in half the time and half the memory.
RELEASE := -c release --static-swift-stdlib -Xlinker -no-pie

build: setup
	swift build $(RELEASE) --product mahdar

demo: build
	$(MAHDAR) read Samples
	@rm -rf .build/demo && mkdir -p .build/demo
	$(MAHDAR) add Samples --store .build/demo/mahdar.db
	$(MAHDAR) contacts --store .build/demo/mahdar.db
	$(MAHDAR) show "$$($(MAHDAR) contacts --with بالاكريشنان --with تميم --sort oldest --store .build/demo/mahdar.db --format csv | sed -n '2s/,.*//p')" --why --store .build/demo/mahdar.db
	$(MAHDAR) story "$$($(MAHDAR) contacts --with هوغلاند --between 2024-05-20..2024-05-31 --sort oldest --store .build/demo/mahdar.db --format csv | sed -n '2s/,.*//p')" --store .build/demo/mahdar.db
	@if [ -t 0 ] && [ -t 1 ]; then $(MAHDAR) serve --store .build/demo/mahdar.db --today 2025-10-22; else \
	  echo "The desk of these samples: $(MAHDAR) serve --store .build/demo/mahdar.db --today 2025-10-22, then http://127.0.0.1:8300/"; fi

test: setup
	swift test
	@.ci/setup browser || echo "setup: no browser could be installed" >&2
	Tests/Browser/run .build/debug/mahdar
	Tests/Follow/run .build/debug/mahdar 20

screenshots: build
	@.ci/setup browser
	Tests/Browser/screenshots $(MAHDAR) docs/pictures --today 2025-10-22

check:
	.ci/run

lint:
	swift format lint --strict --parallel --recursive $(SOURCES)

format:
	swift format --in-place --parallel --recursive $(SOURCES)

floors: build
	.ci/measure

bench: build
	swift build -c release --package-path Benchmarks --scratch-path .build-benchmarks
	@if [ -e ../shared/corpus/news.jsonl.gz ]; then gzip -dc ../shared/corpus/news.jsonl.gz >.build-benchmarks/corpus.jsonl; fi
	.build-benchmarks/release/Benchmarks $(MAHDAR) $(if $(UPDATE),--update)

train: setup
	TRAIN_TOPICS=$(GOLD) TRAIN_SCORES=$(GOLD) TRAIN_LINKS=$(LINKS) swift test --filter 'trainTopics|trainScores|trainLinks'

fuzz:
	@.ci/setup fuzz
	swift build -c release --sanitize=fuzzer --package-path Fuzz --scratch-path .build-fuzz
	Fuzz/run .build-fuzz $(or $(SECONDS),60)

setup:
	@.ci/setup

clean:
	rm -rf .build .build-benchmarks .build-fuzz
