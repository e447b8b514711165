"""Next Line on MkDocs: events in, plain values to the core, problems out. The only file that knows the host."""

from __future__ import annotations

import logging
import shutil
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Literal

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.utils import CountHandler

from playbook.conversation import destination
from playbook.edition import CONFUSABLES, HOUSE_NUMBERS, OFF_TOPIC, REFERENCES, SYNONYMS, Edition, read_edition
from playbook.fingerprint import fingerprint
from playbook.guide import Guide
from playbook.problems import Problem, report
from playbook.prose import bad_words, model_turns
from playbook.published import published_markdown, section_html
from playbook.search_index import search_index
from playbook.security_policy import POLICY
from playbook.tree.check import link_problems
from playbook.tree.elements import anchors_in, ids_in
from playbook.tree.moved import nginx_map, redirect_pages, with_old_anchors
from playbook.tree.redirects import Redirect, read_redirects
from playbook.tree.source import Source
from playbook.tree.values import Printed
from playbook_mkdocs.templates import printed_alone, template_texts
from playbook_mkdocs.tree import Watch

ASSETS = "assets/playbook/"
POLICY_FILE = "content-security-policy.txt"
# Beside the site and not in it: it is for the server, and everything in the site is served.
NGINX_FILE = "redirects.nginx.conf"
REDIRECTS = "redirects.yml"
# The theme's own style sheets, scripts and pictures, of which our pages use none, and its map, which holds the date.
UNUSED_THEME_FILES = ("assets/stylesheets/", "assets/javascripts/", "assets/images/", "sitemap.xml")

log = logging.getLogger("mkdocs.plugins.playbook")


class _Warnings(CountHandler):
    """Counts what the host warns of, and keeps it, so that nothing is told twice."""

    def __init__(self, **named: Any) -> None:
        super().__init__(**named)
        self.told: list[str] = []

    def handle(self, record: logging.LogRecord) -> bool:
        self.told.append(record.getMessage())
        return bool(super().handle(record))  # type: ignore[no-untyped-call]


@dataclass
class _Build:
    """What one build knows; a new one replaces it as the next build begins."""

    site: Path | None = None
    edition: Edition = field(default_factory=lambda: Edition({}, (), {}, {}, ()))
    assets: str = ASSETS
    name: str = ""
    warnings: _Warnings = field(default_factory=lambda: _Warnings(level=logging.WARNING))
    watch: Watch = field(default_factory=Watch)
    files: Files = field(default_factory=lambda: Files([]))
    redirects: tuple[Redirect, ...] = ()
    printed: list[Printed] = field(default_factory=list)


_build = _Build()
_serving = False


def on_startup(*, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    """Note whether pages are served: only a real build is staged and then moved into place."""
    global _serving
    _serving = command == "serve"


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Send the build to a folder beside the live one, so that a failed build leaves the live site as it is."""
    global _build
    logging.getLogger("mkdocs").removeHandler(_build.warnings)
    _build = _Build()
    logging.getLogger("mkdocs").addHandler(_build.warnings)
    config.theme.static_templates.discard("sitemap.xml")
    _build.watch.begin(config)
    if not _serving:
        _build.site = Path(config.site_dir)
        config.site_dir = f"{config.site_dir}.next"
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Read and check everything that is published; refuse it whole with one report, or add the desk's index."""
    root, docs = Path(config.config_file_path).parent, Path(config.docs_dir)
    pages = [file for file in files.documentation_pages() if file.abs_src_path]
    paths = [Path(str(file.abs_src_path)) for file in pages]
    paths += [
        *sorted((root / "cues").glob("*.txt")),
        *(root / name for name in (HOUSE_NUMBERS, REFERENCES, CONFUSABLES, SYNONYMS, OFF_TOPIC)),
    ]
    sources = {path.relative_to(root).as_posix(): path.read_bytes() for path in paths if path.is_file()}
    home = (docs / "index.md").relative_to(root).as_posix()
    navigation = [(docs / page).relative_to(root).as_posix() for page in _navigation(config.nav)]
    _build.edition, problems = read_edition(sources, home, navigation)
    problems += [
        _unreadable(path.relative_to(root).as_posix()) for path in paths if path.is_symlink() and not path.exists()
    ]
    if problems:
        raise PluginError(report(problems))
    _add_assets(files, config, sources)
    redirects = root / REDIRECTS
    if redirects.is_file():
        _build.redirects = tuple(read_redirects(Source(REDIRECTS, redirects.read_text(encoding="utf-8")))[0])
    _build.files = files
    return files


def on_page_read_source(page: Page, config: MkDocsConfig) -> str | None:
    """Give the host the text as read by us; of a guide only what Markdown has to render."""
    guide = _guide(page, config)
    if guide:
        return published_markdown(guide)
    return _build.edition.texts.get(_path(page, config))


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Tell the host the anchors that the template will print, so that links to them hold."""
    guide = _guide(page, config)
    if guide:
        page.title = guide.title
        page.present_anchor_ids = {*(page.present_anchor_ids or ()), *guide.anchors()}
    _build.watch.see(html, page, config)
    return html


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Any) -> dict[str, Any]:
    """Give the templates the guide of the page, its conversation and the pieces of its rendered text."""
    context |= _site_context()
    guide = _guide(page, config)
    if guide:
        guides = _build.edition.guides
        context["guide"], context["used_in"] = guide, _build.edition.used_in(guide)
        context["onward"] = {target: destination(target, guide, guides) for target in guide.targets()}
        context["section_html"] = section_html(page.content or "")
        context["model_turns"], context["bad_words"] = model_turns, bad_words
    return context


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """See the page as it will be read, and give it the anchors it once had."""
    uri = page.file.src_uri
    seen = replace(_build.watch.pages[uri], ids=tuple(ids_in(output)), anchors=anchors_in(output))
    _build.watch.pages[uri] = seen
    _build.printed.append(Printed(seen, output))
    return with_old_anchors(output, seen.url, _build.redirects)


def on_template_context(context: dict[str, Any], template_name: str, config: MkDocsConfig) -> dict[str, Any]:
    """Give pages without a source, as the 404 page, what every page needs."""
    return context | _site_context()


def on_post_template(output: str, template_name: str, config: MkDocsConfig) -> str:
    """See what a template prints without a page."""
    _build.printed.append(printed_alone(template_name, output))
    return output


def on_post_build(config: MkDocsConfig) -> None:
    """Check all links as built; then move the site into place, unless the host warned of something in strict mode."""
    problems = _faults(config)
    if problems:
        raise PluginError(report(problems))
    _write_redirects(config)
    site, staged = _build.site, Path(config.site_dir)
    warned = any(count for _, count in _build.warnings.get_counts())
    if site is None or (config.strict and warned):
        return
    old = site.with_name(f"{site.name}.old")
    shutil.rmtree(old, ignore_errors=True)
    if site.exists():
        site.rename(old)
    staged.rename(site)
    shutil.rmtree(old, ignore_errors=True)
    config.site_dir = str(site)
    log.info("Content-Security-Policy: %s", POLICY)


def on_build_error(error: Exception) -> None:
    """Leave no half-built folder behind."""
    if _build.site:
        shutil.rmtree(_build.site.with_name(f"{_build.site.name}.next"), ignore_errors=True)


def _faults(config: MkDocsConfig) -> list[Problem]:
    """Give what is wrong with the links of the built pages and templates, without what the host has told already."""
    seen = _build.watch.tree(config, _build.files)
    root = Path(config.config_file_path).parent
    tree = replace(seen, printed=tuple(_build.printed), templates=template_texts(config, root))
    return [
        fault
        for fault in link_problems(tree, own=True)
        if not any(_told(fault, warning) for warning in _build.warnings.told)
    ]


def _told(fault: Problem, warning: str) -> bool:
    place = "'nav' configuration" if fault.path == "mkdocs.yml" else f"'{fault.path.partition('/')[2]}'"
    return f"'{fault.written}'" in warning and place in warning


def _write_redirects(config: MkDocsConfig) -> None:
    live = [page.url for page in _build.watch.pages.values()]
    script = f"{_build.assets}moved.js"
    for name, html in redirect_pages(_build.redirects, live, script, config.site_name).items():
        place = Path(config.site_dir, name)
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(html, encoding="utf-8")
    if _build.site and _build.redirects:
        _build.site.with_name(NGINX_FILE).write_text(nginx_map(_build.redirects), encoding="utf-8")


def _unreadable(path: str) -> Problem:
    message, hint = "is a link to a file that is not there.", "Bring the file back or delete the link."
    return Problem(path, 1, path.rpartition("/")[2], message, hint, "unreadable-file")


def _navigation(entries: Any) -> list[str]:
    """Give the pages named in nav, however deep."""
    if isinstance(entries, str):
        return [entries]
    if isinstance(entries, dict):
        return [page for value in entries.values() for page in _navigation(value)]
    return [page for entry in entries or () for page in _navigation(entry)]


def _add_assets(files: Files, config: MkDocsConfig, sources: dict[str, bytes]) -> None:
    """Add the index to our front end and publish all of it in a folder named after its contents."""
    for file in list(files):
        if file.src_uri.startswith(UNUSED_THEME_FILES):
            files.remove(file)
    files.append(File.generated(config, POLICY_FILE, content=f"{POLICY}\n"))
    ours = {file.src_uri: file for file in files if file.src_uri.startswith(ASSETS)}
    _build.name = fingerprint({**sources, **{uri: file.content_bytes for uri, file in ours.items()}})
    ours["index"] = File.generated(config, f"{ASSETS}index.json", content=_index())
    files.append(ours["index"])
    _build.assets = f"assets/playbook-{_build.name}/"
    for file in ours.values():
        file.dest_uri = file.dest_uri.replace(ASSETS, _build.assets, 1)
        file.url = file.url.replace(ASSETS, _build.assets, 1)


def _index() -> str:
    edition = _build.edition
    return search_index(
        list(edition.guides.values()),
        [line.text for line in edition.bridges],
        _build.name,
        confusables=edition.confusables,
        off_topic=edition.off_topic,
        synonyms=edition.synonyms,
    )


def _site_context() -> dict[str, Any]:
    return {"edition": _build.edition, "build": _build.name, "assets": _build.assets}


def _path(page: Page, config: MkDocsConfig) -> str:
    root = Path(config.config_file_path).parent
    return Path(str(page.file.abs_src_path)).relative_to(root).as_posix() if page.file.abs_src_path else ""


def _guide(page: Page, config: MkDocsConfig) -> Guide | None:
    return _build.edition.guide_at(_path(page, config))
