# All paths are relative to this folder, so that it may lie anywhere; nothing has to be set beforehand.
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.NOTPARALLEL:
.PHONY: help demo test coverage check fix bench clean programs dev-tools
MAKEFLAGS += --no-print-directory
# What the user's shell has set must lead neither the demo nor the tests to somebody's real data.
unexport DRAFTER_HOME DRAFTER_DATABASE_URL PYTHONHOME PYTHONPATH

PY := .venv/bin/python
PIP := $(PY) -m pip --disable-pip-version-check --quiet
DEMO := $(PY) -m drafter --home .demo/home
PYTEST := -r s -n auto --dist loadfile
DRAFT := corpus/drafts/2-sao-chep-nguyen-van

help: ## show these targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' Makefile

demo: .venv/installed ## install into .venv, then check a sample draft against the sample documents, in .demo
	@mkdir -p .demo
	@echo "── drafter corpus add corpus/superior"
	@told=$$($(DEMO) corpus add corpus/superior) && printf '%s\n' "$$told" | tail -n 1
	@echo "── drafter check $(DRAFT).docx"
	@$(DEMO) check $(DRAFT).docx || [ $$? -eq 1 ]
	@echo "── the same as a page and as the drafter's own Word file with comments"
	@$(DEMO) check $(DRAFT).docx --format html --output .demo || [ $$? -eq 1 ]
	@$(DEMO) check $(DRAFT).docx --format docx --output .demo || [ $$? -eq 1 ]
	@echo "── a draft of your own: .venv/bin/drafter --home .demo/home check FILE.docx"

test: dev-tools programs ## everything that must hold: format, lint, types, tests
	@$(MAKE) check
	@echo "── pytest"
	@$(PY) -m pytest $(PYTEST)

coverage: dev-tools programs ## the tests again, half as long again: which lines and branches they reach
	@$(PY) -m pytest $(PYTEST) --cov --cov-report=
	@mkdir -p build && $(PY) -m coverage report --show-missing --skip-covered >build/uncovered.txt
	@echo "── covered: $$($(PY) -m coverage report --format=total)% of lines and branches; what is not: build/uncovered.txt"

check: dev-tools ## format, lint and types only
	@echo "── ruff format --check, ruff check, mypy"
	@$(PY) -m ruff format --check --quiet . || { echo "not formatted: make fix"; exit 1; }
	@$(PY) -m ruff check --quiet .
	@$(PY) -m mypy

fix: dev-tools ## format the code and mend what ruff can mend
	@$(PY) -m ruff format .
	@$(PY) -m ruff check --fix .

bench: .venv/installed-bench ## measure quality and speed with the real documents of ../shared, in about an hour
	@if [ ! -d ../shared ]; then echo "../shared is not beside this folder: nothing to measure with."; exit 0; fi; \
	$(PY) bench/all.py

clean: ## remove what was made here (.demo, caches, reports); .venv stays
	@rm -rf .demo .mypy_cache .pytest_cache .ruff_cache .hypothesis .coverage build *.egg-info
	@find drafter tests bench -name __pycache__ -type d -exec rm -rf {} +

dev-tools: .venv/installed-dev

.venv/installed: pyproject.toml $(PY)
	@echo "Installing drafter and its libraries into .venv (once, about a minute) …"
	@$(PIP) install --editable . || { echo "The libraries could not be installed: is the network there?"; exit 1; }
	@touch $@

.venv/installed-dev: .venv/installed
	@echo "Installing the tools of the tests into .venv (once) …"
	@$(PIP) install --editable '.[dev]' || { echo "The tools could not be installed: is the network there?"; exit 1; }
	@touch $@

.venv/installed-bench: .venv/installed
	@$(PIP) install --editable '.[bench]' || { echo "scikit-learn could not be installed: is the network there?"; exit 1; }
	@touch $@

$(PY):
	@for python in python3 python3.13 python3.12 python3.11 python; do \
	    "$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || continue; \
	    new=yes; \
	    "$$python" -c 'import ensurepip, venv' 2>/dev/null || continue; \
	    echo "Making .venv with $$("$$python" --version) …"; \
	    exec "$$python" -m venv --clear .venv; \
	done; \
	if [ -n "$$new" ]; then echo "This Python cannot make virtual environments: install its venv package (Debian, Ubuntu: apt install python3-venv)."; \
	else echo "drafter needs Python 3.11 or newer; none was found on the PATH ($$(python3 --version 2>/dev/null || echo no python3))."; fi; \
	exit 1

# Tests ask LibreOffice whether it reads a Word file as drafter does, read what it and Tesseract read for drafter, and
# open the pages in Chromium; without these programs they are skipped. Of fonts the second Liberation: the first lacks
# Vietnamese letters.
BROWSERS := chromium chromium-browser google-chrome microsoft-edge
programs: .venv/installed
	@missing=; \
	{ command -v soffice >/dev/null && tesseract --list-langs 2>/dev/null | grep -q '^vie$$'; } \
	    || missing="libreoffice-writer-nogui fonts-liberation2 tesseract-ocr tesseract-ocr-vie"; \
	for browser in $(BROWSERS); do command -v $$browser && break; done >.venv/browser || missing="$$missing chromium"; \
	if [ -n "$$missing" ]; then \
	    if [ "$$(id -u)" != 0 ] || ! command -v apt-get >/dev/null || ! command -v timeout >/dev/null; then \
	        echo "Not installed: $$missing; the tests that need it are skipped."; \
	    else \
	        echo "Installing $$missing for tests (once, at most five minutes) …"; \
	        export DEBIAN_FRONTEND=noninteractive; \
	        install="apt-get install -y --no-install-recommends -o DPkg::Lock::Timeout=10"; \
	        { timeout 40 apt-get update && timeout 120 $$install --download-only $$missing \
	            && timeout 140 $$install --no-download $$missing; } >.venv/apt.log 2>&1 </dev/null \
	        || echo "Not all could be installed (see .venv/apt.log): the tests that need it are skipped."; \
	    fi; \
	fi; \
	for browser in $(BROWSERS); do command -v $$browser && break; done >.venv/browser; \
	echo "Browser for the tests: $$(cat .venv/browser | grep . || echo none)"
