# Everything a developer or CI runs. GNU make 3.81, the one of macOS, is enough.

PORT = 8000
QUERIES =
SITE =
TREE = .
FORMAT = text
EXTERNAL =

RUN = .venv/bin/python
INSTALL = $(RUN) -m pip install --quiet --quiet --no-input --disable-pip-version-check --require-hashes
PIN = .venv/bin/uv pip compile --quiet --system-certs --upgrade --universal --python-version 3.11.2 --fork-strategy fewest \
	--generate-hashes --no-annotate --custom-compile-command "make pins"

# What the site needs, and what its developers need besides.
SITE_PACKAGES = .venv/site.txt
DEVELOPMENT_PACKAGES = .venv/development.txt

# The theme's advertisement for a successor that does not run our hooks.
export NO_MKDOCS_2_WARNING = 1
export DISABLE_MKDOCS_2_WARNING = true

.PHONY: help serve build test check bench ask check-links accept pins clean

## Each of these sets up what it needs the first time; there is nothing to install before.
##
help:
	@sed -n 's/^## \{0,1\}//p' Makefile

##   make serve   show the site on http://127.0.0.1:8000 and build it again at every save (PORT=8001: elsewhere)
serve: $(SITE_PACKAGES)
	@$(RUN) -m mkdocs serve --livereload --dev-addr 127.0.0.1:$(PORT)

##   make build   write the site into site/, or say what is wrong with the content
build: $(SITE_PACKAGES)
	@$(RUN) -m mkdocs build --strict

##   make test    run make check and all tests, in a real browser too
test: check
	@CHROMIUM="$$(tools/find-chromium --install)" && export CHROMIUM && $(RUN) -m pytest

##   make check   look at code and spelling without running anything: ruff, mypy, typos
check: $(DEVELOPMENT_PACKAGES)
	@$(RUN) -m ruff check --quiet
	@$(RUN) -m ruff format --check --quiet
	@$(RUN) -m mypy --no-error-summary
	@.venv/bin/typos

##   make bench   run the benchmarks in bench/
bench: $(DEVELOPMENT_PACKAGES)
	@CHROMIUM="$$(tools/find-chromium --install)" && export CHROMIUM && \
		for benchmark in bench/*.py; do echo "$$benchmark"; $(RUN) "$$benchmark" || exit 1; done

##   make ask QUERIES=file.jsonl
##                type each query into the built site's ask box and say how good the answers are (SITE=folder: that site)
ask: $(DEVELOPMENT_PACKAGES) $(if $(SITE),,build)
	@CHROMIUM="$$(tools/find-chromium --install)" && export CHROMIUM && \
		$(RUN) tools/ask.py "$(QUERIES)" --site "$(or $(SITE),site)"

##   make check-links TREE=folder
##                check all links of any MkDocs tree with its own mkdocs.yml (FORMAT=json: one JSON object a line;
##                EXTERNAL=yes: list the links to other hosts, which are never fetched)
check-links: $(SITE_PACKAGES)
	@PYTHONPATH=hooks $(RUN) -m playbook.check "$(TREE)" --format "$(FORMAT)" $(if $(EXTERNAL),--external)

##   make accept  write new addresses of the built site into addresses.txt; one that is gone is refused by the build
accept: build
	@PYTHONPATH=hooks $(RUN) tools/accept.py

##   make pins    renew requirements.txt and requirements-dev.txt from pyproject.toml
pins: $(DEVELOPMENT_PACKAGES)
	@$(PIN) --group pyproject.toml:site --output-file requirements.txt
	@$(PIN) --group pyproject.toml:development --constraints requirements.txt --output-file requirements-dev.txt

##   make clean   remove everything that the others made
clean:
	@rm -rf .venv site site.next site.old redirects.nginx.conf .mypy_cache .pytest_cache .ruff_cache
	@find hooks tests tools -name __pycache__ -prune -exec rm -rf {} +

$(SITE_PACKAGES): requirements.txt .venv/bin/python
	@echo "Setting up .venv for the site (once) ..." >&2
	@tools/make-venv .venv
	@$(INSTALL) --requirement requirements.txt
	@cp requirements.txt $@

$(DEVELOPMENT_PACKAGES): requirements-dev.txt $(SITE_PACKAGES)
	@echo "Setting up .venv for development (once) ..." >&2
	@$(INSTALL) --requirement requirements-dev.txt
	@cp requirements-dev.txt $@

# A link to the machine's Python. When it dangles, because that Python is gone, the environment is made anew.
.venv/bin/python:
