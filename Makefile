# Two commands lead: `make run` and `make test`. The plain commands are in README.md.

PYTHON ?= python3
BIN := .venv/bin
RUNTIME := .venv/runtime.stamp
DEVELOPMENT := .venv/development.stamp

.PHONY: run test check lint format bench

run: $(RUNTIME)
	@$(BIN)/python -m web.start --sample

test: check

# What CI runs.
check: lint
	@UNPOL_CHROMIUM="$$($(BIN)/python tests/browser/find_browser.py)" && export UNPOL_CHROMIUM && \
		$(BIN)/python -m pytest -n 2 --dist loadgroup

lint: $(DEVELOPMENT)
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/lint-imports

# Draws, recombining and calibration of the rank intervals; time and bytes of every view and chart;
# time and memory of importing 100,000 answers; seconds until another session sees an approval.
bench: $(DEVELOPMENT)
	@$(BIN)/python -m tests.benchmarks.drawing
	@$(BIN)/python -m tests.benchmarks.recombining
	@$(BIN)/python -m tests.benchmarks.portfolios
	@$(BIN)/python -m tests.benchmarks.calibration
	@$(BIN)/python -m tests.benchmarks.pages
	@$(BIN)/python -m tests.benchmarks.importing
	@$(BIN)/python -m tests.benchmarks.publishing

format: $(DEVELOPMENT)
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .

$(RUNTIME): requirements.txt
	@$(PYTHON) -c 'import sys; sys.exit(None if sys.version_info >= (3, 11) else "Python 3.11 or newer is needed; this is " + sys.version.split()[0] + ". Name another with make PYTHON=...")'
	@$(PYTHON) -m venv .venv || { echo "The environment .venv could not be made; on Debian and Ubuntu install python3-venv." >&2; exit 1; }
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

$(DEVELOPMENT): requirements-dev.txt $(RUNTIME)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	@touch $@
