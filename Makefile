# Everything a developer or CI runs. GNU make 3.81, the one of macOS, is enough.

PORT = 8000
QUERIES =
SITE =
TREE = .
FORMAT = text
EXTERNAL =
ID =
KIND = technique
ONLY =
PREVIOUS =
SITE_URL =
ZIP =
OSV =
FAIL =
FILE =

RUN = .venv/bin/python
INSTALL = $(RUN) -m pip install --quiet --quiet --no-input --disable-pip-version-check --require-hashes
PIN = .venv/bin/uv pip compile --quiet --system-certs --upgrade --universal --python-version 3.11.2 --fork-strategy fewest \
	--generate-hashes --no-annotate --custom-compile-command "make pins"
# Apart from our packages, so that it cannot change them. A package that nobody could tell about is a failure.
AUDIT = .venv/bin/uv tool run --quiet --system-certs pip-audit==2.10.1 --strict --disable-pip --require-hashes --progress-spinner off

# What the site needs, and what its developers need besides.
SITE_PACKAGES = .venv/site.txt
DEVELOPMENT_PACKAGES = .venv/development.txt
# What scripts and style sheets are checked with, for its developers too.
FRONT_END_PACKAGES = .venv/front_end.json
FRONT_END = .venv/bin/node .venv/front_end/node_modules

# The build reads them.
export PREVIOUS SITE_URL

# The theme's advertisement for a successor that does not run our hooks.
export NO_MKDOCS_2_WARNING = 1
export DISABLE_MKDOCS_2_WARNING = true

.PHONY: help serve build package restore test check format bench ask check-links guide schema figures accept due gaps audit pins clean

## Each of these sets up what it needs the first time; there is nothing to install before.
##
help:
	@sed -n 's/^## \{0,1\}//p' Makefile

##   make serve   show the site on http://127.0.0.1:8000 and build it again at every save (PORT=8001: elsewhere)
serve: $(SITE_PACKAGES)
	@PYTHONPATH=hooks $(RUN) tools/serve.py --port "$(PORT)"

##   make build   write the site into site/, or say what is wrong with the content (SITE_URL=https://host/intranet/kb/:
##                where it will lie; PREVIOUS=folder: keep the files of an earlier build for pages that are still open)
build: $(SITE_PACKAGES)
	@$(RUN) tools/build.py

##   make package build, and pack the site into site.zip, with checksums of it and of its files
package: build
	@PYTHONPATH=hooks $(RUN) tools/package.py

##   make restore ZIP=file
##                put a site that was packed earlier into the place of the live one
restore: $(SITE_PACKAGES)
	@PYTHONPATH=hooks $(RUN) tools/restore.py "$(ZIP)"

##   make test    run make check and all tests, in a real browser too
test: check
	@CHROMIUM="$$(tools/find-chromium --install)" && export CHROMIUM && $(RUN) -m pytest

##   make check   look at code and spelling without running anything: ruff, mypy, typos, tsc, biome
check: $(DEVELOPMENT_PACKAGES) $(FRONT_END_PACKAGES)
	@$(RUN) -m ruff check --quiet
	@$(RUN) -m ruff format --check --quiet
	@$(RUN) -m mypy --no-error-summary
	@.venv/bin/typos
	@$(FRONT_END)/typescript/bin/tsc --project tools/front_end
	@told=$$($(FRONT_END)/@biomejs/biome/bin/biome check --reporter=concise --error-on-warnings 2>&1) || { echo "$$told"; exit 1; }

##   make format  write code, scripts and style sheets as make check wants them
format: $(DEVELOPMENT_PACKAGES) $(FRONT_END_PACKAGES)
	@$(RUN) -m ruff check --quiet --fix-only
	@$(RUN) -m ruff format --quiet
	@$(FRONT_END)/@biomejs/biome/bin/biome check --write --reporter=concise

##   make bench   measure everything side by side, about 15 minutes (ONLY=building: that alone)
bench: $(DEVELOPMENT_PACKAGES)
	@CHROMIUM="$$(tools/find-chromium --install)" && export CHROMIUM && ONLY="$(ONLY)" $(RUN) bench

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

##   make guide ID=price-match KIND=technique
##                write the file of a new guide, in which every place says what belongs there (KIND=situation: that kind)
guide: $(SITE_PACKAGES)
	@PYTHONPATH=hooks $(RUN) tools/new_guide.py "$(ID)" "$(KIND)"

##   make schema  write the fields of a guide as a JSON Schema, for editors, into data/guide.schema.json
schema: $(SITE_PACKAGES)
	@PYTHONPATH=hooks $(RUN) tools/write_schema.py

##   make accept  write new addresses of the built site into addresses.txt; one that is gone is refused by the build
accept: build
	@PYTHONPATH=hooks $(RUN) tools/accept.py

##   make figures accept what the labelled queries of the search proof find now, and show what changed
figures: $(DEVELOPMENT_PACKAGES)
	@CHROMIUM="$$(tools/find-chromium --install)" && export CHROMIUM && $(RUN) tools/renew_figures.py

##   make due     tell what curators have to look after, as the page /status/ does (FAIL=yes: fail where a review is due)
due: $(SITE_PACKAGES)
	@PYTHONPATH=hooks $(RUN) tools/due.py $(if $(filter yes,$(FAIL)),--fail)

##   make gaps FILE=list.txt
##                group what gap notebooks hold by the nearest moment, with lines to paste into data/cues/
gaps: $(DEVELOPMENT_PACKAGES) build
	@PYTHONPATH=hooks $(RUN) tools/gaps.py $(FILE)

##   make audit   ask which pinned packages have known weaknesses; needs the network (OSV=address: ask that service)
audit: $(DEVELOPMENT_PACKAGES)
	@$(AUDIT) --requirement requirements.txt --requirement requirements-dev.txt $(if $(OSV),--vulnerability-service osv --osv-url "$(OSV)")

##   make pins    renew requirements.txt and requirements-dev.txt from pyproject.toml, and the lock in tools/front_end
pins: $(DEVELOPMENT_PACKAGES)
	@$(PIN) --group pyproject.toml:site --output-file requirements.txt
	@$(PIN) --group pyproject.toml:development --constraints requirements.txt --output-file requirements-dev.txt
	@cd tools/front_end && ../../.venv/bin/npm install --save-dev --save-exact --package-lock-only --loglevel=error \
		@biomejs/biome@latest typescript@latest >/dev/null

##   make clean   remove everything that the others made
clean:
	@rm -rf .venv site .site.build site.zip site.zip.sha256 site.zip.files.sha256 redirects.nginx.conf .mypy_cache .pytest_cache .ruff_cache
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

# The lock is copied last: where it stands, all of it is installed.
$(FRONT_END_PACKAGES): tools/front_end/package-lock.json $(DEVELOPMENT_PACKAGES)
	@cmp -s $< $@ || { echo "Setting up .venv for scripts and style sheets (once) ..." >&2 && mkdir -p .venv/front_end && \
		cp tools/front_end/.npmrc tools/front_end/*.json .venv/front_end/ && \
		cd .venv/front_end && ../bin/npm ci --loglevel=error >/dev/null; }
	@cp $< $@

# A link to the machine's Python. When it dangles, because that Python is gone, the environment is made anew.
.venv/bin/python:
