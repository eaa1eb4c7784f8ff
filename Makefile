# The menu of docgen: `make` alone shows it. Nothing has to be installed by hand but Python 3.11 or newer.

PYTHON ?= python3
HOST ?= 127.0.0.1
PORT ?= 8000
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check install -qq -c .ci/constraints.txt
DATA := $(if $(DATA_DIR),--data "$(DATA_DIR)")
# Build tools are installed pinned beside the rest, so that no isolated build fetches others (docopt has no wheel).
BUILD_TOOLS := hatchling editables setuptools wheel
CHECKED := docgen tests
# What is only measured against stands in an environment of its own.
BENCH := .venv-bench
NODE_BENCH := .node-bench

.DEFAULT_GOAL := help
.PHONY: help serve test test-fast bench lint format wheel clean tools
.DELETE_ON_ERROR:

help: ## show this menu
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

serve: $(VENV)/.installed ## the web form at http://127.0.0.1:8000 (PORT=, HOST=, DATA_DIR= to change)
	@$(BIN)/docgen serve --host "$(HOST)" --port "$(PORT)" $(DATA)

test: $(VENV)/.installed-dev tools ## every test, with LibreOffice and Chromium
	$(BIN)/python -m pytest -n auto --dist worksteal $(ARGS)

test-fast: $(VENV)/.installed-dev ## the tests that take no seconds and start neither LibreOffice nor Chromium
	HYPOTHESIS_PROFILE=fast $(BIN)/python -m pytest -n auto --dist worksteal -q -m "not libreoffice and not chromium and not slow" $(ARGS)

bench: $(BENCH)/.installed ## how fast docgen is, beside others (ARGS="one copies growth pdf serving --rounds 3 --full --write")
	@$(BENCH)/bin/python -m tests.bench $(ARGS)

lint: $(VENV)/.installed-dev ## style, types and the direction of imports
	$(BIN)/ruff check $(CHECKED)
	$(BIN)/ruff format --check $(CHECKED)
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(VENV)/.installed-dev ## put the code into its usual form
	$(BIN)/ruff check --fix $(CHECKED)
	$(BIN)/ruff format $(CHECKED)

wheel: $(VENV)/.installed ## the package as one file, in dist/
	$(BIN)/python -m hatchling build -t wheel

clean: ## remove everything that was made here, the environment too
	rm -rf $(VENV) $(BENCH) $(NODE_BENCH) dist build .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	find docgen tests -name __pycache__ -type d -prune -exec rm -rf {} +

tools:
	@.ci/tools

$(BIN)/python:
	@command -v "$(PYTHON)" >/dev/null || { echo "docgen needs Python 3.11 or newer: $(PYTHON) not found" >&2; exit 2; }
	@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "docgen needs Python 3.11 or newer; try: make PYTHON=python3.12" >&2; exit 2; }
	@"$(PYTHON)" -c 'import ensurepip' 2>/dev/null || \
		{ echo "Python's venv is missing; on Debian or Ubuntu: apt-get install python3-venv" >&2; exit 2; }
	"$(PYTHON)" -m venv $(VENV)

$(VENV)/.installed: pyproject.toml .ci/constraints.txt | $(BIN)/python
	@echo "Installing docgen into $(VENV) …"
	@$(PIP) $(BUILD_TOOLS)
	@$(PIP) --no-build-isolation -e .
	@touch $@

$(VENV)/.installed-dev: pyproject.toml .ci/constraints.txt | $(BIN)/python
	@echo "Installing docgen and its test tools into $(VENV) …"
	@$(PIP) $(BUILD_TOOLS)
	@$(PIP) --no-build-isolation -e '.[dev]'
	@touch $(VENV)/.installed $@

$(BENCH)/.installed: pyproject.toml .ci/constraints.txt tests/bench/servers.txt tests/bench/peers.txt \
		tests/bench/peers/package.json | $(BIN)/python
	@echo "Installing docgen and what it is compared with into $(BENCH) and $(NODE_BENCH) …"
	@$(BIN)/python -m venv $(BENCH)
	@$(BENCH)/bin/python -m pip --disable-pip-version-check install -qq -c .ci/constraints.txt $(BUILD_TOOLS)
	@$(BENCH)/bin/python -m pip --disable-pip-version-check install -qq -c .ci/constraints.txt --no-build-isolation \
		-e . -r tests/bench/servers.txt
	@$(BENCH)/bin/python -m pip --disable-pip-version-check install -qq -r tests/bench/peers.txt || \
		echo "Not all of tests/bench/peers.txt can be installed; the bench leaves it out." >&2
	@mkdir -p $(NODE_BENCH) && cp tests/bench/peers/package.json $(NODE_BENCH)
	@cd $(NODE_BENCH) && npm install --no-audit --no-fund --no-package-lock --loglevel=error >/dev/null || \
		echo "No generators for node: npm cannot install them; the bench leaves them out." >&2
	@touch $@
