# Everything that people type. Each target does its own set-up; the first run needs the network, later ones do not.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
CONGBO := $(BIN)/congbo

# Where Python must not keep what it has compiled, every one of the many processes compiles the whole program again.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: publish serve test test-all bench demo fuzz mutants faults same twoways docs screens check fix hooks setup browser servers vnu node lighthouse lint-workflows clean

publish: setup
	$(CONGBO) publish --target local

serve: public
	$(CONGBO) serve

public:
	$(MAKE) publish

check: setup
	$(CONGBO) check

test:
	@$(MAKE) --no-print-directory --jobs=4 setup browser servers vnu
	@sh scripts/test.sh $(BIN)

# And the whole matrices: every kind of page in every look.
test-all:
	@$(MAKE) --no-print-directory --jobs=4 setup browser servers vnu
	@sh scripts/test.sh $(BIN) -m ""

bench: setup
	$(BIN)/python scripts/bench

# Lighthouse on home, a list, an item and a document of the five portals: RUNS of each. Half an hour; no part of `make test`.
lighthouse: RUNS ?= 5
lighthouse: setup browser servers
	@sh scripts/node.sh lighthouse
	$(BIN)/python scripts/lighthouse --runs $(RUNS)

# One change on its whole way through a regulation, and five attacks: about a minute, no network.
demo: setup
	$(BIN)/python scripts/story

# What strangers might send, for SECONDS; what must never happen is kept in .congbo/fuzz.
fuzz: SECONDS ?= 3600
fuzz: setup
	$(BIN)/python scripts/fuzz --seconds $(SECONDS)

# Small faults in the gate, one after another: what tests/gate does not find is printed. Some minutes; no part of `make test`.
mutants: setup
	$(BIN)/python scripts/mutants

# Publications that are killed, run out of space, meet each other: what is served stays one whole release. Some minutes.
faults: setup
	$(BIN)/python scripts/faults

# Two hundred random histories, published step by step and at once: the same bytes. About half an hour; no part of `make test`.
same: setup
	$(BIN)/python scripts/same.py

# Random changes, judged with what is kept of a content and anew: STEPS of them. Some minutes; `make test` does a few dozen.
twoways: STEPS ?= 200
twoways: setup
	$(BIN)/python scripts/twoways.py --steps $(STEPS)

docs: setup
	$(BIN)/python scripts/docs.py

# Pictures of every kind of page, and the page that shows them; after a change of look. Some minutes; no part of `make test`.
screens: setup browser
	$(BIN)/python scripts/screens

fix: setup
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

hooks: setup
	$(BIN)/pre-commit install

setup: $(VENV)/ready

$(VENV)/ready: requirements.lock pyproject.toml scripts/setup.sh
	@PYTHON=$(PYTHON) sh scripts/setup.sh $(VENV)

browser:
	@sh scripts/browser.sh

# A web server, sshd and rsync for the tests of targets: those that use them are left out without.
servers:
	@sh scripts/servers.sh

# The W3C's checker of HTML and a Java: its test is left out without.
vnu:
	@sh scripts/vnu.sh

# A GitHub on this machine and a linter of workflows: the tests that use them are left out without.
node:
	@sh scripts/node.sh

lint-workflows: setup node
	$(BIN)/pytest tests/forge/test_lint.py

clean:
	rm -rf $(VENV) .congbo public output
