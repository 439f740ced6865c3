# Everything here needs Python 3.11 or later and make. `make` alone lists the targets.

PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11 python; do \
  $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo $$p; break; }; done)
BIN := .venv/bin
PROJECTS := pyproject.toml models/english/pyproject.toml
PICTURES := hatch_build.py $(filter-out web/node_modules,$(wildcard web/* web/src/*))
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

.DEFAULT_GOAL := help
.PHONY: help demo test browser lint types evals train

help: ## list the targets
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 10

demo: .venv/installed ## install, read the example reports and show a dossier
	@$(BIN)/onrecord demo

test: .venv/installed-dev ## run the tests
	$(BIN)/pytest

browser: .venv/installed-dev ## run the tests in a headless Chromium, which has to be there
	$(BIN)/pytest -m browser tests/browser

lint: .venv/installed-dev ## check style and format
	$(BIN)/ruff check
	$(BIN)/ruff format --check

types: .venv/installed-dev ## check the types
	$(BIN)/mypy

evals: .venv/installed-dev ## measure accuracy against its pinned floors
	$(BIN)/python -m evals.gate

train: .venv-train/installed ## make the network again (installs torch in .venv-train)
	.venv-train/bin/python -m training

.venv/bin/python:
	@test -n "$(PYTHON)" || { echo "onrecord needs Python 3.11 or later; none was found." >&2; exit 1; }
	@$(PYTHON) -m venv .venv || { echo "Making .venv failed. On Debian and Ubuntu: apt install python3-venv" >&2; rm -rf .venv; exit 1; }

.venv/installed: $(PROJECTS) $(PICTURES) | .venv/bin/python
	@echo "Installing into .venv ..."
	@$(PIP) install -e models/english -e .
	@touch $@

.venv/installed-dev: $(PROJECTS) $(PICTURES) | .venv/bin/python
	@echo "Installing into .venv ..."
	@$(PIP) install -e models/english -e '.[dev]'
	@touch .venv/installed $@

.venv/installed-spark: .venv/installed-dev
	@echo "Installing Spark into .venv ..."
	@$(PIP) install -e '.[spark]'
	@touch $@

.venv-train/installed: training/requirements.txt $(PROJECTS)
	@test -n "$(PYTHON)" || { echo "onrecord needs Python 3.11 or later; none was found." >&2; exit 1; }
	@test -d .venv-train || $(PYTHON) -m venv .venv-train
	@.venv-train/bin/python -m pip install --quiet -r training/requirements.txt -e models/english -e .
	@touch $@
