# `make` alone lists what there is. Every target does its own set-up.

SHELL := bash
.DEFAULT_GOAL := help
.PHONY: help run test golden bench mutations bench-codes monkey listen screenshots check export-test package package-test lock clean set-up-run set-up-dev set-up-export-test

VENV := .venv/bin
PACKS := $(wildcard resources/packs/*)
SOURCE_INDEX := tests/source_index/check_source_index.py

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' Makefile

run: set-up-run ## open the window (ARGS="..." is handed on)
	@$(VENV)/python -m nanoexplorer $(ARGS)

test: export QT_QPA_PLATFORM := offscreen
test: set-up-dev ## all checks: style, types, imports, tests, coverage (ARGS="..." instead of coverage)
	@packaging/screen_packages.sh test
	@echo "== ruff check"
	@$(VENV)/ruff check
	@echo "== ruff format --check"
	@$(VENV)/ruff format --check
	@echo "== mypy --strict"
	@$(VENV)/mypy --strict
	@echo "== import contracts"
	@$(VENV)/lint-imports --no-logo
	@echo "== pytest"
	@counts=$$(mktemp -d) && trap 'rm -rf "$$counts"' EXIT && COVERAGE_FILE="$$counts/coverage" \
		$(VENV)/python -m pytest -n auto --dist worksteal $(or $(ARGS),--cov --cov-report=)

golden: set-up-dev ## write the golden files anew where a change of words or look is meant
	@$(VENV)/python -m pytest tests/golden --renew-golden
	@git status --short tests/golden

bench: set-up-dev ## measure start-up, edits and memory, each beside its floor
	@$(VENV)/python tests/bench/bench.py $(ARGS)

mutations: set-up-dev ## a thousand wrong packs in each of the three forms, and ten thousand folders
	@MUTATED_PACKS=1000 $(VENV)/python -m pytest -n auto tests/pack/forms/test_mutated.py tests/pack/test_mutations.py --mutations 8

bench-codes: set-up-dev ## how many of 1,000 degraded pictures lead back to their view
	@$(VENV)/python tests/bench/codes.py

monkey: set-up-dev ## random use, by real X events too (MINUTES=10 SEED=1 ARGS="--way x")
	@packaging/screen_packages.sh monkey
	@$(VENV)/python tests/monkey/monkey.py --minutes $(or $(MINUTES),10) --seed $(or $(SEED),1) $(ARGS)

listen: set-up-dev ## read the window and a seminar as a screen reader does, over AT-SPI
	@packaging/screen_packages.sh listen
	@tests/listen/listen.sh $(VENV)/python

screenshots: set-up-dev ## draw the window in every theme, size and zoom
	@$(VENV)/python tests/tour/tour.py $(ARGS)

check: set-up-dev ## validate the packs that ship and compare them with the source index
	@for pack in $(PACKS); do $(VENV)/python -m nanoexplorer check $$pack || exit; done
	@$(VENV)/python $(SOURCE_INDEX)

export-test: export QT_QPA_PLATFORM := offscreen
export-test: set-up-export-test ## what leaves the app, through other people's readers and checkers
	@packaging/screen_packages.sh export-test
	@$(VENV)/python -m pytest -n auto tests/outside/check_*.py $(ARGS)

package: ## build what people install into dist/: .deb, .tar.xz, wheel, sdist, sums
	@packaging/build_all.sh

package-test: ## install, use, upgrade and purge what `make package` made (as root)
	@packaging/package_test.sh

lock: ## make the lock files anew (asks the package registry)
	@packaging/make_locks.sh

clean: ## remove the environment, caches and builds
	rm -rf .venv .venv-bundle build dist .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find nanoexplorer tests packaging -name __pycache__ -type d -prune -exec rm -rf {} +

set-up-run:
	@packaging/set_up.sh run

set-up-dev:
	@packaging/set_up.sh dev

set-up-export-test:
	@packaging/set_up.sh export-test
