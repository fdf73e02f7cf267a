# make demo: the seed papers into output/.  make test: the tests.  Each sets up .venv/ from the pinned locks by itself.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: docs-messages docs-kinds demo desk test test-fast slow interop fuzz kills verapdf lint types bench docs lock clean

.venv/runtime: requirements.lock pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "saraban needs Python 3.11 or later; set PYTHON=python3.11")'
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --requirement requirements.lock
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	$(BIN)/python -m compileall -q pipeline
	$(BIN)/python -m pipeline.compose.compile_templates
	touch $@

.venv/dev: .venv/runtime requirements-dev.lock
	$(BIN)/python -m pip install --quiet --requirement requirements-dev.lock
	touch $@

.venv/bench: .venv/dev requirements-bench.lock
	$(BIN)/python -m pip install --quiet --requirement requirements-bench.lock
	touch $@

.venv/docs: .venv/runtime requirements-docs.lock
	$(BIN)/python -m pip install --quiet --requirement requirements-docs.lock
	touch $@

.venv/desk: .venv/runtime requirements-desk.lock
	$(BIN)/python -m pip install --quiet --requirement requirements-desk.lock
	touch $@

.venv/sign: .venv/runtime requirements-sign.lock
	$(BIN)/python -m pip install --quiet --requirement requirements-sign.lock
	touch $@

# The page in the browser; Ctrl+C closes it.
desk: .venv/desk
	$(BIN)/saraban desk

demo: .venv/runtime
	$(BIN)/saraban render input/hr-scorecard-2563 input/agreement-2547 input/memo-example input/municipality-2568 input/university-hospital-2568 -o output --force
	$(BIN)/saraban render input/municipality-2568-training --templates input/municipality-2568-templates -o output --force
	$(BIN)/saraban render input/university-hospital-2568-shift-pay --templates input/university-hospital-2568-templates -o output --force
	$(BIN)/saraban batch input/annexes-2547 -o output/annexes-2547 --force
	@echo "output/:" && find output -path output/annexes-2547 -prune -o \( -name '*.docx' -o -name '*.pdf' \) -print | sort
	@echo "output/annexes-2547/: $$(find output/annexes-2547 -name '*.pdf' | wc -l) PDF, $$(find output/annexes-2547 -name '*.docx' | wc -l) DOCX, report.html"

# docs/messages.md from the catalogue of messages.
docs-messages: .venv/runtime
	$(BIN)/python -m pipeline.diagnostics.messages_page > docs/messages.md

# The tables of docs/own-kinds.md from the types and functions of kinds.
docs-kinds: .venv/runtime
	$(BIN)/python -m pipeline.kinds.from_yaml.reference_page docs/own-kinds.md

test: .venv/dev
	$(BIN)/python -m pytest -n auto -m "not interop and not slow"

# The stages by themselves, in under a minute on two cores: without commands, batches, the desk and whole papers.
test-fast: .venv/dev
	$(BIN)/python -m pytest -n auto -m "not interop and not slow" $(addprefix --ignore tests/,acceptance batch benchmarks cli desk fuzz)

# Runs and workers that are killed, clusters, and uploads made to do harm.
slow: .venv/dev
	$(BIN)/python -m pytest -n auto -m "slow and not interop"

interop: .venv/dev
	$(BIN)/python -m pytest -n auto --dist loadfile -m interop

# Three hundred spoilt inputs of all kinds: each is read, or refused in words, within bounds (tests/fuzz).
SEED ?= 1
fuzz: .venv/dev
	$(BIN)/python tests/fuzz --seed $(SEED) --count 300

# Sixty kills of batch, render, bundle, convert and sign, each run again: the same files and none beside them.
kills: .venv/dev
	$(BIN)/python -m benchmarks.kills

# Every paper, the specimen and all annexes, in the profiles that they claim. Needs a JDK and Maven; without them it says so.
verapdf: .venv/runtime
	rm -rf output/verapdf
	$(BIN)/saraban render input/hr-scorecard-2563 input/agreement-2547 input/memo-example input/municipality-2568 input/university-hospital-2568 --format pdf -o output/verapdf >/dev/null
	$(BIN)/saraban render input/municipality-2568-training --templates input/municipality-2568-templates --format pdf -o output/verapdf >/dev/null
	$(BIN)/saraban render input/university-hospital-2568-shift-pay --templates input/university-hospital-2568-templates --format pdf -o output/verapdf >/dev/null
	$(BIN)/saraban specimen --format pdf -o output/verapdf >/dev/null
	$(BIN)/saraban batch input/annexes-2547/batch.yaml --format pdf -o output/verapdf/batch >/dev/null
	for start in templates/*/start; do $(BIN)/saraban render $$start --format pdf -o output/verapdf/$$start >/dev/null || exit 1; done
	tools/verapdf/validate 3a,ua1 $$(find output/verapdf -name '*.pdf' | sort) || test $$? -eq 77

lint: .venv/dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: .venv/dev
	$(BIN)/mypy

# The pages of docs/ as a site in output/docs/; a link that leads nowhere fails it.
docs: .venv/docs
	$(BIN)/mkdocs build
	@echo "output/docs/index.html"

# saraban and its peers side by side; tables on the terminal, figures in benchmarks/results/.
bench: .venv/bench
	$(BIN)/python -m benchmarks

# Makes the locks anew from pyproject.toml.
lock: .venv/dev
	$(BIN)/python -m pip install --quiet pip-tools
	$(BIN)/pip-compile --quiet --strip-extras --no-header --no-emit-index-url --no-emit-find-links --upgrade --allow-unsafe --output-file requirements.lock requirements.in
	$(BIN)/pip-compile --quiet --strip-extras --no-header --no-emit-index-url --no-emit-find-links --upgrade --allow-unsafe --output-file requirements-desk.lock requirements-desk.in
	$(BIN)/pip-compile --quiet --strip-extras --no-header --no-emit-index-url --no-emit-find-links --upgrade --allow-unsafe --output-file requirements-sign.lock requirements-sign.in
	$(BIN)/pip-compile --quiet --strip-extras --no-header --no-emit-index-url --no-emit-find-links --upgrade --allow-unsafe --constraint requirements.lock --output-file requirements-dev.lock requirements-dev.in
	$(BIN)/pip-compile --quiet --strip-extras --no-header --no-emit-index-url --no-emit-find-links --upgrade --allow-unsafe --output-file requirements-docs.lock requirements-docs.in
	$(BIN)/pip-compile --quiet --strip-extras --no-header --no-emit-index-url --no-emit-find-links --upgrade --allow-unsafe --output-file requirements-bench.lock requirements-bench.in

clean:
	rm -rf .venv output .pytest_cache .mypy_cache .ruff_cache .hypothesis
