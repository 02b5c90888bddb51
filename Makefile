# The project's commands. `make run` to use it, `make test` to check it.
PYTHON ?= python3
VENV   ?= .venv
BIN    := $(VENV)/bin
DATA   ?= evidence-data

.PHONY: run test soak lint samples themes words score bench clean

run: $(VENV)/.run
	@test -e "$(DATA)" || $(BIN)/evidence index corpus/samples --data "$(DATA)"
	$(BIN)/evidence serve --data "$(DATA)"

test: $(VENV)/.test lint
	$(BIN)/pytest

# The long form of the tests in docs/reliability.md, with so many minutes of load.
MINUTES ?= 30
HOSTILE := tests/web/api/test_openapi.py tests/web/test_address.py tests/search/language \
    tests/search/present/suggestions tests/search/wording/test_alike.py \
    tests/index/segments/test_arrays.py tests/index/segments/test_numeric.py tests/corpus/formats
soak: $(VENV)/.test
	EVIDENCE_SOAK=$(MINUTES) $(BIN)/pytest -s tests/reliability $(HOSTILE)

lint: $(VENV)/.test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

# How fast it is; `python -m tests.bench.pair --before DIR` compares it with another checkout.
bench: $(VENV)/.bench
	$(BIN)/python -m tests.bench
	$(BIN)/python -m tests.bench.wording
	$(BIN)/python -m tests.bench.served

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.run: pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(VENV)/.test: pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[test]'
	@touch $@

# The samples that are not plain text, made from tests/tools/samples/source.
samples: $(VENV)/.test
	$(BIN)/python -m tests.tools.samples

$(VENV)/.score: pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[score,test]'
	@touch $@

# The weights of themes and polarity, trained anew on labelled paragraphs of the real reports.
themes: $(VENV)/.score
	$(BIN)/python -m tests.tools.themes

# The words that line-end hyphens are joined by, from the real reports; `--measure` judges half of them.
words: $(VENV)/.test
	$(BIN)/python -m tests.tools.make_words

# How well needs are answered and real reports are read; the reports are beside the project, not in it.
SCORES ?= ../shared/tools
score: $(VENV)/.score
	$(BIN)/python -m tests.tools.score_needs
	@if test -d $(SCORES); then \
	    $(BIN)/python $(SCORES)/score_reports.py --evidence $(BIN)/evidence && \
	    $(BIN)/python $(SCORES)/score_themes.py --evidence $(BIN)/evidence && \
	    $(BIN)/python -m tests.tools.followup --held-back; \
	else echo "make score needs the real reports, which are not at $(SCORES)"; fi

$(VENV)/.bench: pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[bench,test]'
	@touch $@

clean:
	rm -rf $(VENV) build dist
