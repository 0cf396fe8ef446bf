# `make demo` and `make test` set up what they need, from nothing but Python 3.10+, pip and make.
PYTHON ?= python3
BIN := .venv/bin
PACKAGING := pyproject.toml setup.cfg

.PHONY: demo test lint faults fuzz bench scale accuracy docs site

demo: .venv/.installed
	@$(BIN)/stancecli analyze examples/harbour.txt
	@echo "To use it here: source $(BIN)/activate, then stancecli analyze FILE (or $(BIN)/stancecli analyze FILE)"

test: .venv/.tools
	@$(BIN)/python -m pytest --numprocesses 2 --dist worksteal

lint: .venv/.tools
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

faults: .venv/.tools
	$(BIN)/python -m pytest tests/test_faults.py tests/test_cluster.py --faults

SECONDS_EACH ?= 600
fuzz: .venv/.tools
	-$(BIN)/python -m pip install --quiet --disable-pip-version-check atheris
	$(BIN)/python -m pytest tests/test_fuzz.py --fuzz $(SECONDS_EACH) --show-capture=no

bench: .venv/.tools
	$(BIN)/python benchmarks/speed.py --check --into docs/performance.md
	$(BIN)/python benchmarks/opening.py --check --into docs/performance.md

scale: .venv/.tools
	$(BIN)/python benchmarks/scale.py --check --into docs/performance.md --cost docs/scale.md $(SIZES)

accuracy: .venv/.installed
	$(BIN)/python benchmarks/accuracy.py $(CORPORA) --cmd $(BIN)/stancecli --into benchmarks/README.md
	$(BIN)/python benchmarks/categories.py $(CORPORA) --cmd $(BIN)/stancecli --into benchmarks/README.md

docs: .venv/.installed
	$(BIN)/python docs/commands.py > docs/commands.md
	$(BIN)/stancecli lexicon schema > lexicons/lexicon.schema.json
	$(BIN)/python docs/console.py
	$(BIN)/python docs/picture.py

site: .venv/.tools
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[docs]'
	@NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict --quiet
	@echo build/site/index.html

.venv/.installed: $(PACKAGING) | $(BIN)/python
	@echo "Installing into .venv, once ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

# All that .installed has is among it: where both are missing, one run of pip does.
.venv/.tools: $(PACKAGING) | $(BIN)/python
	@echo "Installing into .venv, with what tests need, once ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch .venv/.installed $@

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 10) and "stancecli needs Python 3.10 or newer: make PYTHON=...")'
	@$(PYTHON) -m venv .venv
