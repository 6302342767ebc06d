# The two commands that matter are `make site` and `make test`; `make help` lists them all.

.DEFAULT_GOAL := help
PYTHON ?= python3
VENV := .venv
RUN := $(VENV)/bin/python
PIP := $(RUN) -m pip --quiet --disable-pip-version-check
LOCK := $(RUN) -m uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header

# A stamp carries a checksum of what was installed, so nothing is installed twice and a changed lock always is.
stamp = $(VENV)/$(1)-$(firstword $(shell { cat requirements/$(1).txt pyproject.toml; pwd; } | cksum)).stamp
SITE := $(call stamp,site)
TEST := $(call stamp,test)

# The articles' texts stay out of the project. Where they are at hand, in a folder `articles` beside the checkout or one
# folder further down, quotes, coverage and our own words are held against them; TEXTS=DIR names another folder.
TEXTS ?= $(or $(CLAIMBOOK_TEXTS),$(firstword $(wildcard ../articles ../*/articles)))
export CLAIMBOOK_TEXTS := $(abspath $(TEXTS))

.PHONY: site
site: $(SITE)  ## Build the website into site/
	@$(RUN) build_claims.py site

.PHONY: install
install: $(SITE)  ## Install what the commands need, and do nothing else

.PHONY: dev
dev: $(SITE) $(TEST)  ## Install what tests need besides, and do nothing else

.PHONY: serve
serve: $(SITE)  ## Show the website on this computer and follow every edit
	@$(RUN) build_claims.py serve

.PHONY: check
check: $(SITE)  ## List everything that is wrong with the records
	@$(RUN) build_claims.py check

.PHONY: coverage
coverage: $(SITE)  ## List every paragraph of the articles with its claims; TEXTS=DIR names the folder of their texts
	@$(RUN) build_claims.py coverage

.PHONY: schema
schema: $(SITE)  ## Write the JSON Schemas that editors use, after a change to the model
	@$(RUN) build_claims.py schema

.PHONY: reference
reference: $(SITE) $(TEST)  ## Write the reference in docs/maintain/, after a change to verbs, model or rules
	@$(RUN) tests/reference.py

.PHONY: screenshot
screenshot: $(SITE) $(TEST)  ## Take the picture in the README anew
	@$(RUN) build_claims.py site
	@$(RUN) tests/browser/provide.py
	@PYTHONPATH=tests:audit $(RUN) tests/browser/screenshot.py

# Checkers from npm; without npm their tests are passed over.
CHECKERS := $(if $(shell command -v npm),tests/tools/node_modules/.package-lock.json)

.PHONY: test
test: $(SITE) $(TEST) $(CHECKERS)  ## Run every check and test, with a browser
	$(RUN) -m ruff check .
	$(RUN) -m ruff format --check .
	$(RUN) -m mypy
	$(VENV)/bin/lint-imports
	$(RUN) build_claims.py check
	$(RUN) build_claims.py coverage
	$(RUN) tests/browser/provide.py
	$(RUN) -m pytest -n auto --dist loadgroup --cov

.PHONY: format
format: $(SITE) $(TEST)  ## Put the code into the house format
	$(RUN) -m ruff check --fix .
	$(RUN) -m ruff format .

.PHONY: bench
bench: $(SITE) $(TEST)  ## Measure speed and memory (bench/README.md)
	$(RUN) bench/bench_load.py
	$(RUN) bench/bench_check.py
	$(RUN) bench/bench_build.py
	$(RUN) bench/bench_table.py

# What the site is like for readers, measured in a browser and by the web's usual checkers. Needs node and java besides.
TOOLS := audit/node_modules/.package-lock.json
NEEDS := for tool in node npm java; do command -v $$tool > /dev/null || { echo "make audit needs $$tool; on Debian and Ubuntu: apt-get install nodejs npm default-jre-headless"; exit 1; }; done
export UPDATE

.PHONY: audit
audit: $(SITE) $(TEST) $(TOOLS)  ## Measure the website (audit/README.md); ONLY="html print" measures some, UPDATE=1 renews pictures
	@$(NEEDS)
	$(RUN) build_claims.py site
	$(RUN) tests/browser/provide.py
	PYTHONPATH=tests:tests/browser $(RUN) audit $(ONLY)

.PHONY: lock
lock: $(VENV)/made  ## Renew requirements/ after a change to pyproject.toml; UPGRADE=--upgrade takes newer versions
	$(PIP) install --require-hashes -r requirements/lock.txt
	$(LOCK) $(UPGRADE) --group lock -o requirements/lock.txt
	$(LOCK) $(UPGRADE) pyproject.toml --group build -o requirements/site.txt
	$(LOCK) $(UPGRADE) pyproject.toml --group build --group test -c requirements/site.txt -o requirements/test.txt

.PHONY: clean
clean:  ## Remove everything that was built or installed here
	if [ -f docs/.generated ]; then (cd docs && xargs rm -f < .generated && rm .generated); fi
	rm -rf site build $(VENV) audit/node_modules tests/tools/node_modules .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis .coverage

.PHONY: help
help:  ## List these commands
	@awk -F ':.*##' '/^[a-z]+:.*##/ { sub(/ .*/, "", $$1); printf "  make %-10s %s\n", $$1, $$2 }' Makefile

$(VENV)/made:
	@$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "Python 3.11 or later is needed; name one with: make site PYTHON=python3.12")'
	@$(PYTHON) -m venv --clear $(VENV) || { echo "The virtual environment could not be made; on Debian and Ubuntu: apt-get install python3-venv"; exit 1; }
	@touch $@

$(VENV)/site-%.stamp: | $(VENV)/made
	$(PIP) install --require-hashes -r requirements/site.txt
	$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/test-%.stamp: | $(VENV)/made
	$(PIP) install --require-hashes -r requirements/test.txt
	@touch $@

tests/tools/node_modules/.package-lock.json: tests/tools/package.json tests/tools/package-lock.json tests/tools/.npmrc
	@{ cd tests/tools && npm ci --silent && touch node_modules/.package-lock.json; } || echo "npm cannot install the checkers in tests/tools: their tests are passed over"

$(TOOLS): audit/package.json audit/package-lock.json audit/.npmrc
	@$(NEEDS)
	cd audit && npm ci --silent
	@touch $@
