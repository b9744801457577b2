# One command each: `make` builds the products, `make test` proves them. Python 3.11, git and make are all it needs.

UV_VERSION := 0.13.9
PYTHON ?= python3

# Nothing of the user's own set-up decides what is installed, and no other Python than the chosen one is fetched.
export UV_PROJECT_ENVIRONMENT := .venv
export UV_PYTHON_DOWNLOADS := never
export UV_NO_PROGRESS := 1

bin := .venv/bin
uv := .venv/.uv-$(UV_VERSION)
engine := .venv/.engine
tools := .venv/.tools

.PHONY: build test lint tests bench proof install regenerate templates metrics look clean
.DELETE_ON_ERROR:

build: $(engine)
	$(bin)/briefs build

test: install lint tests

# What `make test` needs, so that CI can tell the time of installing from the time of testing.
install: $(tools)
	.ci/system-parts

lint: $(tools)
	$(bin)/ruff check
	$(bin)/ruff format --check --quiet
	$(bin)/mypy
	$(bin)/lint-imports --no-logo

tests: $(tools)
	$(bin)/pytest -n auto

# Each figure beside its budget and beside pandoc, in turn, in one run.
bench: $(engine)
	$(bin)/uv sync --quiet --locked --inexact --group bench
	$(bin)/python -m tests.bench

# The proofs on finished files in their long form; writes the page of their figures, PROOF.md.
proof: $(tools)
	$(bin)/python -m tests.proof

regenerate: $(engine)
	$(bin)/briefs regenerate

# Write the tokens of templates/brand.yaml into the Word and PowerPoint templates.
templates: $(engine)
	$(bin)/python -m briefs.brandbook

# Read the widths of the open fonts again; needs the fonts on disk.
metrics: $(tools)
	$(bin)/python -m briefs.metrics.extract

# Draw every page of every product to .look/, for a person to look at.
look: build $(tools)
	$(bin)/python -m tests.office.look

clean:
	rm -rf .venv .tools .look .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

$(uv):
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed; name one: make PYTHON=python3.12")'
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || .ci/system-parts venv
	$(PYTHON) -m venv .venv
	$(bin)/python -m pip install --quiet --disable-pip-version-check uv==$(UV_VERSION)
	@touch $@

# The products need the engine only; the tests add tools. Neither takes away what the other put there.
$(engine): $(uv) pyproject.toml uv.lock
	$(bin)/uv sync --quiet --locked --inexact --no-dev
	@touch $@

$(tools): $(uv) pyproject.toml uv.lock
	$(bin)/uv sync --quiet --locked --inexact
	@touch $@ $(engine)
