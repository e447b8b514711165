"""What a site holds besides its pages: our front end with the index, the policy, and pages for old addresses."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from playbook.desk.search_index import search_index
from playbook.guides.edition import Edition
from playbook.links.promise.redirects import Redirect
from playbook.site.fingerprint import fingerprint
from playbook.site.moved import moved_pages
from playbook.site.security_policy import PAGE_POLICY, POLICY
from playbook_mkdocs.front_end import bundle_front_end

ASSETS = "assets/playbook/"
_POLICY_FILE = "content-security-policy.txt"
_BUILD_FILE = "build.txt"  # an open page reads here whether the site was built anew
# The theme's own style sheets, scripts and pictures, of which our pages use none, and its map, which holds the date.
_UNUSED_THEME_FILES = ("assets/stylesheets/", "assets/javascripts/", "assets/images/", "sitemap.xml")
# Stands in the index for the name of the build until that is known.
_NAMELESS = "nameless"


def folder_of(name: str) -> str:
    """Give the folder of our front end in the site for the name of a build."""
    return f"assets/playbook-{name}/" if name else ASSETS


def add_assets(files: Files, config: MkDocsConfig, sources: Mapping[str, bytes], edition: Edition) -> str:
    """Publish our front end and the index in a folder named after their contents; give the name of the build."""
    for file in list(files):
        if file.src_uri.startswith(_UNUSED_THEME_FILES):
            files.remove(file)
    files.append(File.generated(config, _POLICY_FILE, content=f"{POLICY}\n"))
    bundle_front_end(files, config, ASSETS)
    ours = [file for file in files if file.src_uri.startswith(ASSETS)]
    # The index names its build, and the build is named after the index, too: whatever may be kept for ever is in it.
    index = _index(edition).encode()
    contents = {file.src_uri: file.content_bytes for file in ours}
    name = fingerprint({**sources, **contents, "index": index})
    named = index.replace(f'"build":"{_NAMELESS}"'.encode(), f'"build":"{name}"'.encode(), 1)
    files.append(File.generated(config, f"{ASSETS}index.json", content=named))
    files.append(File.generated(config, _BUILD_FILE, content=f"{name}\n"))
    for file in (*ours, files.src_uris[f"{ASSETS}index.json"]):
        file.dest_uri = file.dest_uri.replace(ASSETS, folder_of(name), 1)
        file.url = file.url.replace(ASSETS, folder_of(name), 1)
    return name


def _index(edition: Edition) -> str:
    return search_index(
        list(edition.guides.values()),
        edition.bridges,
        _NAMELESS,
        confusables=edition.confusables,
        off_topic=edition.off_topic,
        synonyms=edition.synonyms,
    )


def write_moved_pages(
    redirects: Sequence[Redirect], live: Iterable[str], assets: str, config: MkDocsConfig, environment: Environment
) -> None:
    """Write a page for every old address; ``live`` are the addresses of pages, ``assets`` our folder in the site."""
    template = environment.get_template("moved.html")
    for name, page in moved_pages(redirects, list(live), f"{assets}moved.js").items():
        place = Path(config.site_dir, name)
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(template.render(page=page, policy=PAGE_POLICY, site=config.site_name), encoding="utf-8")
