# What one does with Exemplar, by name. `make` alone lists it. The work itself is done by cargo, Node and scripts/.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help

STARTED := $(shell date +%s)
# Absolute, so that scripts in other folders find the same programs.
TARGET_DIR := $(abspath $(or $(CARGO_TARGET_DIR),target))
SERVICES ?= services
DATA ?= data
DEMO ?= demo
took = echo "make $@: $$(( $$(date +%s) - $(STARTED) )) s"

ASSET_SOURCES := $(shell find assets -path assets/node_modules -prune -o -path assets/built -prune -o -type f ! -name '*.md' -print)

.NOTPARALLEL:
.PHONY: help bootstrap bootstrap-test assets run demo test lint bench promises corpus docs

help: ## list what can be made
	@grep -hE '^[a-z]+:.*## ' $(firstword $(MAKEFILE_LIST)) | sed -E 's/^([a-z]+):.*## /\1\t/' | while IFS=$$'\t' read -r name text; do printf '  make %-10s %s\n' "$$name" "$$text"; done

bootstrap: ## check what is needed to build, and install what is missing
	@scripts/bootstrap.sh run

bootstrap-test:
	@scripts/bootstrap.sh test

assets: bootstrap assets/built/manifest.json ## compile style sheets and scripts into assets/built

# Bootstrap comes first but does not by itself make the built files old.
assets/built/manifest.json: $(ASSET_SOURCES) | bootstrap
	@node assets/build.mjs

run: assets ## build Exemplar and serve the services on this machine (RUN_ARGS adds options)
	cargo build -p exemplar
	@$(took)
	@exec "$(TARGET_DIR)/debug/exemplar" serve --services "$(SERVICES)" --data "$(DATA)" $(RUN_ARGS)

demo: assets ## the same over made-up cases, to see office and figures at once (in the folder demo)
	cargo build -p exemplar
	@mkdir -p "$(DEMO)"
	@[ -f "$(DEMO)/exemplar.sqlite" ] || "$(TARGET_DIR)/debug/exemplar" simulate --services "$(SERVICES)" --data "$(DEMO)" --keys "$(DEMO)/keys" --cases 500
	@$(took)
	@exec "$(TARGET_DIR)/debug/exemplar" serve --services "$(SERVICES)" --data "$(DEMO)" --keys "$(DEMO)/keys" $(RUN_ARGS)

test: bootstrap-test assets ## run every test: workspace, house rules, pages in a browser
	cargo build -p exemplar -p exemplar-bench
	EXEMPLAR_RANDOM=10000 cargo test --workspace
	cargo xtask tidy
	node --test tests/corpus
	"$(TARGET_DIR)/debug/exemplar-bench" crash --kills 8 --acknowledged 40
	"$(TARGET_DIR)/debug/exemplar-bench" crash --kills 4 --acknowledged 40 --engine postgres --kill both
	@if [ -f tests/e2e/run.mjs ]; then EXEMPLAR_BIN="$(TARGET_DIR)/debug/exemplar" node tests/e2e/run.mjs; \
	else echo "tests/e2e/run.mjs is not there: no tests in a browser"; fi
	@$(took)

lint: assets ## formatting, clippy, house rules, licences of dependencies
	cargo fmt --all --check
	cargo clippy --workspace --all-targets -- -D warnings
	cargo xtask tidy
	@if command -v cargo-deny >/dev/null; then cargo deny check; else echo "cargo-deny is not installed: left out"; fi

bench: assets ## measure the shipped binary (BENCH_ARGS adds options)
	cargo build --release -p exemplar -p exemplar-bench
	"$(TARGET_DIR)/release/exemplar-bench" journeys $(or $(BENCH_ARGS),--engine both)

promises: assets ## test what is promised of durability, 100 kills on each engine, and print tables
	cargo build --release -p exemplar -p exemplar-bench
	"$(TARGET_DIR)/release/exemplar-bench" crash --kills 100
	"$(TARGET_DIR)/release/exemplar-bench" crash --kills 100 --engine postgres
	"$(TARGET_DIR)/release/exemplar-bench" crash --kills 100 --engine postgres --kill both
	"$(TARGET_DIR)/release/exemplar-bench" double --parallel 2,10,50
	"$(TARGET_DIR)/release/exemplar-bench" double --parallel 2,10,50 --engine postgres --processes 2

corpus: bootstrap-test assets ## import a folder of real forms of other systems, count what became of them, and apply at each (EXEMPLAR_CORPUS names it)
	@[ -n "$(EXEMPLAR_CORPUS)" ] || { echo "make corpus: say where the forms are, as in EXEMPLAR_CORPUS=forms make corpus" >&2; exit 2; }
	cargo build -p exemplar
	EXEMPLAR_RANDOM=10000 cargo test -p exemplar-import -- --nocapture
	EXEMPLAR_BIN="$(TARGET_DIR)/debug/exemplar" node tests/corpus/count.mjs --compare
	EXEMPLAR_BIN="$(TARGET_DIR)/debug/exemplar" node tests/corpus/visit.mjs
	EXEMPLAR_BIN="$(TARGET_DIR)/debug/exemplar" node tests/corpus/agree.mjs
	@$(took)

docs: assets ## build the documentation of the code
	cargo doc --workspace --no-deps
