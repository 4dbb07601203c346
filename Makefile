# Each of these sets up what it needs, also in a fresh clone on a bare machine:
#
#   make run      open the sample county; without a screen: write its ranking as PDF and a picture of the window to out/
#   make test     check everything: lint, then the tests
#   make lint     ruff, mypy, import contracts, translations, workflow
#   make bench    measure how quick it is
#   make bundle   make dist/tracker/, which runs without Python, and let it test itself
#   make setup    only the virtual environment in .venv/, with the `tracker` command
#   make lock     choose the newest versions of what pyproject.toml asks for, and write requirements.lock
#   make clean    remove what was made, but for .venv/

SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DELETE_ON_ERROR:
.NOTPARALLEL:
.PHONY: help setup run test lint bench bundle lock clean

ifeq ($(OS),Windows_NT)
BIN := .venv/Scripts
PYTHON := $(BIN)/python.exe
else
BIN := .venv/bin
PYTHON := $(BIN)/python
endif

TRANSLATIONS := $(patsubst %.po,%.mo,$(wildcard resources/i18n/*/LC_MESSAGES/*.po))
FONTS := resources/fonts/fonts.json

help:
	@sed -n 's/^#   //p' Makefile

setup: .venv/installed $(FONTS) $(TRANSLATIONS)

$(PYTHON):
	@tools/system_packages.sh python
	"$$(tools/find_python.sh)" -m venv --clear .venv

# pip is the one that came with Python: it checks every file that it fetches against the lock. The lock names all there is to install, so
# nothing is resolved again: pip would take "coverage[toml]" for another package than the locked "coverage", and want its newest version.
.venv/locked: requirements.lock | $(PYTHON)
	@echo "Installing what requirements.lock names into .venv: about a minute"
	@$(PYTHON) -m pip install --quiet --disable-pip-version-check --only-binary :all: --no-deps --require-hashes --requirement requirements.lock
	@$(PYTHON) -m pip check --quiet --disable-pip-version-check
	@touch $@

.venv/installed: pyproject.toml .venv/locked
	@$(PYTHON) -m pip install -qq --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

$(FONTS): tools/fetch_fonts.py | $(PYTHON)
	@$(PYTHON) tools/fetch_fonts.py

%.mo: %.po tools/translations.py .venv/locked
	@$(PYTHON) tools/translations.py compile

run: setup
	@tools/system_packages.sh run
	@tools/run.sh $(BIN)

lint: setup
	$(PYTHON) -m ruff check .
	$(PYTHON) -m ruff format --check .
	$(PYTHON) -m mypy
	$(BIN)/lint-imports --no-logo
	$(PYTHON) tools/translations.py check
	$(BIN)/check-jsonschema --builtin-schema vendor.github-workflows .github/workflows/ci.yml

test: lint
	@tools/system_packages.sh test
	$(PYTHON) -m pytest --numprocesses auto

bench: setup
	@tools/system_packages.sh run
	$(PYTHON) -m bench

bundle: setup
	@tools/system_packages.sh bundle
	$(PYTHON) -m PyInstaller --noconfirm --clean --log-level ERROR --distpath dist --workpath build build.spec
	dist/tracker/tracker --self-test

# Without an index address: where packages come from is each machine's own setting.
lock: .venv/locked
	$(PYTHON) -m uv pip compile pyproject.toml --group dev --output-file requirements.lock --quiet --upgrade \
	    --universal --python-version 3.11 --no-build --generate-hashes --custom-compile-command "make lock"

clean:
	rm -rf build dist out .coverage* .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache *.egg-info
