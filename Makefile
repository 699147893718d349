# What can be done here, a target each; `make` alone lists them.
#   ARGS="…"           passes options on to the program that a target runs: make lab ARGS="--no-browser --port 9000"
#   PYTHON=python3.12  makes .venv with this Python; the default is the .venv that exists, or else python3

ifeq ($(OS),Windows_NT)
$(error On Windows use conda with environment.yml (its first lines say how), or this Makefile inside WSL)
endif

# .venv is as good as the files that describe it: the stamp's name is their checksum, so set-up runs again
# exactly when one of them or the folder's place changes, and not because files have new dates.
INSTALLED_FROM = pyproject.toml requirements.txt requirements-dev.txt tools/setup.sh tools/finish.py tools/jupyterlab/*.json
CHECKSUM := $(shell { echo '$(CURDIR)'; cat $(INSTALLED_FROM); } | cksum | cut -d ' ' -f 1)
READY = .venv/.ready-$(CHECKSUM)
READY_DEV = .venv/.ready-dev-$(CHECKSUM)

BIN = .venv/bin
SAMPLE_CLASS = build/sample_class

unexport PYTHONDONTWRITEBYTECODE
export PYTHON

.PHONY: help lab test build grade audit measure bench verdicts lint lock setup clean distclean python-asked-for

help: ## list these commands
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' Makefile
	@echo 'Options for the program behind a command: ARGS="…". Another Python: PYTHON=python3.12.'

lab: $(READY) ## open JupyterLab on the page that lists the lessons (the first time, set everything up)
	$(BIN)/jupyter lab --LabApp.default_url=/lab/tree/START.md $$([ "$$(id -u)" != 0 ] || echo --allow-root) $(ARGS)

test: lint ## check everything: style, then all tests, those in a real browser too
	@# two files of tests at a time: a notebook takes up to 1.5 GB and little more than one core
	$(BIN)/pytest -m "" -n 2 --dist loadfile --durations=10 $(ARGS)

build: $(READY) ## make lessons/ and the instructor's notebooks from solutions/
	$(BIN)/autograder build $(ARGS)

grade: $(READY) ## grade a sample class of invented submissions, in build/
	@# afresh: a class that was graded keeps the cells of its time
	rm -rf $(SAMPLE_CLASS)
	$(BIN)/autograder build --course $(SAMPLE_CLASS)
	$(BIN)/autograder sample-class --course $(SAMPLE_CLASS)
	@# 3: graded, and a submission needs a person; the sample class has a broken one on purpose
	$(BIN)/autograder grade --course $(SAMPLE_CLASS) $(ARGS) || [ $$? -eq 3 ]

audit: $(READY) ## grade the answer bank, and name each answer that is not judged as it should be
	$(BIN)/autograder audit $(ARGS)

measure: $(READY) ## run every lesson solved, and print its seconds, memory and minutes for a student
	$(BIN)/python tools/measure_lessons.py $(ARGS)

bench: $(READY) ## compare the grader's speed with plain nbgrader's; three quarters of an hour on an idle machine
	$(BIN)/python tools/bench.py $(ARGS)

verdicts: $(READY) ## repeat every lesson with ten other seeds (half an hour), and write docs/claims.md
	$(BIN)/python tools/verdicts.py $(ARGS)

lint: $(READY_DEV) ## check the style of the code and its types
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy

setup: $(READY) ## only make .venv; the other commands do it themselves

# The second lock is the first one and more: it takes the first one's versions.
LOCK = UV_CUSTOM_COMPILE_COMMAND='make lock' $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --upgrade \
  --generate-hashes --no-emit-index-url --annotation-style line pyproject.toml

lock: ## renew requirements.txt and requirements-dev.txt from pyproject.toml
	@[ -x $(BIN)/uv ] || $(MAKE) setup
	$(LOCK) --output-file requirements.txt
	$(LOCK) --output-file requirements-dev.txt --extra dev --extra cluster --constraint requirements.txt

clean: ## remove what the commands left behind, except .venv and course/
	rm -rf .uv-cache build dist .pytest_cache .ruff_cache .mypy_cache *.egg-info
	find . -name .venv -prune -o '(' -name __pycache__ -o -name .ipynb_checkpoints ')' -prune -exec rm -rf '{}' +

distclean: clean ## the same, and remove .venv
	rm -rf .venv

# A Python that is asked for is compared with .venv's each time.
python-asked-for:
ifdef PYTHON
$(READY) $(READY_DEV): python-asked-for
endif

$(READY):
	@sh tools/setup.sh requirements.txt $@
	@touch $@

$(READY_DEV):
	@sh tools/setup.sh requirements-dev.txt $@
	@touch $(READY) $@
