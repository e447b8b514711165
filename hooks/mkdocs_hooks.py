"""Next Line on MkDocs: events in, plain values to the core, problems out. The only file that knows the host."""

from __future__ import annotations

import logging
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from html import unescape
from pathlib import Path
from typing import Any, Literal, NoReturn
from urllib.parse import urlsplit

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.utils import CountHandler

from playbook.contract.checked_edition import read_edition
from playbook.contract.relations import orphan_problems
from playbook.contract.stray_file import linked_folder_problems, stray_file_problems
from playbook.guides.edition import Edition
from playbook.guides.graph import Graph, graph
from playbook.guides.guide import Guide
from playbook.links.checks import link_problems
from playbook.links.external import external_links
from playbook.links.lookup import Lookup
from playbook.links.promise.redirects import RedirectFile
from playbook.links.text.elements import ids_in
from playbook.links.values import Page as SeenPage
from playbook.links.values import Tree
from playbook.problems import Problem, report
from playbook.site.guide_page import guide_page
from playbook.site.list_pages import list_pages
from playbook.site.moved import MovedPart, nginx_map, with_old_anchors
from playbook.site.promised import anchors_in
from playbook.site.published import published_markdown, section_html
from playbook.site.security_policy import PAGE_POLICY, POLICY
from playbook.site.status import status_of
from playbook.site.unprinted import told_with, unprinted
from playbook_mkdocs.assets import add_assets, folder_of, write_moved_pages
from playbook_mkdocs.content import Content, asked_in, linked_folders, settings_told
from playbook_mkdocs.escaping import PlainText, escape_values, rendered
from playbook_mkdocs.garbage import SeldomCollected
from playbook_mkdocs.printer import printed_alone, template_texts
from playbook_mkdocs.publishing.not_published import begun, not_published
from playbook_mkdocs.publishing.previous import previous_assets, publish_again
from playbook_mkdocs.publishing.publication import Staging
from playbook_mkdocs.site_address import asked_site_url, base_of
from playbook_mkdocs.warnings import HostWarnings
from playbook_mkdocs.watch import Watch

# Beside the site and not in it: it is for the server, and everything in the site is served.
NGINX_FILE = "redirects.nginx.conf"

log = logging.getLogger("mkdocs.plugins.playbook")


@dataclass
class _Build:
    """What one build knows; a new one replaces it as the next build begins."""

    staging: Staging | None = None
    previous: Path | None = None
    edition: Edition = field(default_factory=lambda: Edition({}, (), {}, {}, ()))
    graph: Graph = field(default_factory=Graph)
    lists: Mapping[str, Mapping[str, object]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    name: str = ""
    counter: CountHandler = field(default_factory=lambda: CountHandler(level=logging.WARNING))
    warnings: HostWarnings = field(default_factory=HostWarnings)
    garbage: SeldomCollected = field(default_factory=SeldomCollected)
    watch: Watch = field(default_factory=Watch)
    tree: Tree | None = None
    environment: Environment | None = None
    content: Content | None = None
    redirects: RedirectFile = field(default_factory=RedirectFile)
    printed: list[SeenPage] = field(default_factory=list)


_build = _Build()
_serving = False


def on_startup(*, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    """Note whether pages are served: only a real build is staged and then moved into place."""
    global _serving
    _serving = command == "serve"


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Send the build to a folder beside the live one, so that a failed build leaves the live site as it is."""
    global _build
    logging.getLogger("mkdocs").removeHandler(_build.counter)
    _build.warnings.end()
    _build.garbage.end()
    _build = _Build()
    _build.garbage.begin()
    logging.getLogger("mkdocs").addHandler(_build.counter)
    _build.warnings.begin()
    config.config_file_path = os.path.abspath(config.config_file_path)  # noqa: PTH100 - named from the folder one is in
    config.theme.static_templates.discard("sitemap.xml")
    config.site_url = asked_site_url(os.environ.get("SITE_URL", ""), config.site_url)
    config.markdown_extensions.append(PlainText())  # type: ignore[arg-type] # the library takes instances
    linked = list(linked_folder_problems(linked_folders(config)))
    if linked:
        _refuse(linked)
    _build.watch.begin(config)
    if not _serving:
        _build.previous = previous_assets(os.environ.get("PREVIOUS", ""))
        _build.staging = begun(Path(config.site_dir))
        config.site_dir = str(_build.staging.next)
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Read and check everything that is published; add the desk's index unless the build will be refused anyway."""
    _build.content = content = Content(files, config)
    sources, unreadable = content.sources()
    _build.redirects, told = content.redirects()
    if unreadable:
        _refuse([*unreadable, *told])
    _build.edition, _build.problems = read_edition(sources, content.desk, content.past())
    _build.problems += [*told, *settings_told(content.file), *stray_file_problems(content.published(files))]
    if not _build.problems:
        _build.name = add_assets(files, config, sources, _build.edition)
    return files


def on_page_read_source(page: Page, config: MkDocsConfig) -> str | None:
    """Give the host the text as read by us; of a guide only what Markdown has to render."""
    guide = _guide(page)
    if guide:
        return published_markdown(guide)
    # What cannot be read is told, and must not stop the others; what the host made it reads itself.
    return _build.edition.texts.get(_path(page), "") if page.file.abs_src_path else None


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Tell the host the anchors that the template will print, so that links to them hold."""
    guide = _guide(page)
    if guide:
        page.title = guide.title
        page.present_anchor_ids = {*(page.present_anchor_ids or ()), *guide.anchors()}
    elif "title" not in page.meta and "title" not in vars(page):
        page.title = unescape(page.title or "")  # taken by the host from the HTML of a heading; all others are text
    _build.watch.see(html, page, config)
    return html


def on_env(env: Any, config: MkDocsConfig, files: Files) -> Any:
    """Learn from the rendered pages who links whom; refuse content with mistakes, and tell all of them at once."""
    escape_values(env)
    _build.environment = env
    _build.tree = tree = replace(_build.watch.tree(config, files), doubts=())  # all that is to come is ours
    paths = {page.uri: page.path for page in tree.pages.values()}
    written = {(paths[start], paths[end]) for start, end in Lookup(tree).ways() if end in paths}
    edition, content = _build.edition, _content()
    orphans = orphan_problems(edition.texts, edition.guides, content.desk, content.navigation, written)
    if _build.problems or orphans:
        links = link_problems(unprinted(tree, edition), own=True, redirects=_build.redirects)
        _refuse(told_with(_build.problems, orphans, links), links)
    _build.graph = graph(edition.guides, written)
    kept = status_of(edition, content.desk, asked_in(content.root), external_links(tree))
    _build.lists = {**list_pages(edition, _build.graph), "status.md": {"status": kept}}
    return env


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Any) -> dict[str, Any]:
    """Give the templates what they print: the lists of a list page, or a guide and the pieces of its rendered text."""
    context |= {**_site_context(), **_host_context(config), **_build.lists.get(page.file.src_uri, {})}
    context["text_html"] = rendered(page.content or "")
    guide = _guide(page)
    if guide:
        context["guide"], context["shown"] = guide, guide_page(guide, _build.edition, _build.graph)
        pieces = section_html(page.content or "")
        context["section_html"] = {anchor: rendered(html) for anchor, html in pieces.items()}
    return context


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """See the page as it will be read, and give it the anchors it once had."""
    uri = page.file.src_uri
    seen = replace(_build.watch.pages[uri], ids=tuple(ids_in(output)), anchors=anchors_in(output))
    _build.watch.pages[uri] = seen
    published = with_old_anchors(output, seen.url, _build.redirects.entries, _moved_links)
    # The pages together are large, and nearly all are written as they were printed.
    kept = partial(str, output) if published != output else partial(_text, page.file.abs_dest_path)
    _build.printed.append(replace(seen, read=kept))
    return published


def on_template_context(context: dict[str, Any], template_name: str, config: MkDocsConfig) -> dict[str, Any]:
    """Give pages without a source, as the 404 page, what every page needs."""
    return context | _site_context()


def on_post_template(output: str, template_name: str, config: MkDocsConfig) -> str:
    """See what a template prints without a page."""
    _build.printed.append(printed_alone(template_name, output))
    return output


def on_post_build(config: MkDocsConfig) -> None:
    """Check all links as built; then move the site into place, unless the host warned of something in strict mode."""
    problems = link_problems(_built_tree(config), own=True, redirects=_build.redirects)
    if problems:
        _refuse(problems)
    _build.warnings.end()
    _build.garbage.end()
    live = (page.url for page in _build.watch.pages.values())
    write_moved_pages(_build.redirects.entries, live, folder_of(_build.name), config, _environment())
    warned = any(count for _, count in _build.counter.get_counts())
    if _build.staging is None or (config.strict and warned):
        return
    if _build.previous:
        publish_again(_build.previous, Path(config.site_dir))
    _build.staging.publish({NGINX_FILE: nginx_map(_build.redirects.entries, base_of(config.site_url))})
    config.site_dir = str(_build.staging.site)
    _build.staging.end()
    log.info("Content-Security-Policy: %s", POLICY)


def on_build_error(error: Exception) -> None:
    """Leave no half-built folder behind, and nothing of the host unsaid."""
    _build.warnings.end()
    _build.garbage.end()
    if not _build.staging:
        return
    _build.staging.end()
    if isinstance(error, OSError):
        log.error(not_published(error, _build.staging.named, placing=_build.staging.placing))
        raise Abort("Aborted: the site was not published.") from None


def on_shutdown() -> None:
    """Leave nothing behind where a build was broken off, as with Ctrl+C."""
    if _build.staging:
        _build.staging.end()


def _environment() -> Environment:
    assert _build.environment, "on_env comes before all pages"
    return _build.environment


def _moved_links(parts: Sequence[MovedPart]) -> str:
    module: Any = _environment().get_template("partials/moved.html").module
    return str(module.links(parts))


def _text(place: str) -> str:
    return Path(place).read_text(encoding="utf-8")


def _refuse(problems: Sequence[Problem], known: Sequence[Problem] = ()) -> NoReturn:
    """End the build; of the host's warnings only those are told that nothing of ours tells or knows."""
    _build.warnings.end([*problems, *known])
    raise PluginError(report(problems))


def _built_tree(config: MkDocsConfig) -> Tree:
    """Give everything that was built, with what templates have printed."""
    assert _build.tree, "on_env comes before the end"
    templates = template_texts(config, _content().root)
    return replace(_build.tree, pages=_build.watch.pages, printed=tuple(_build.printed), templates=templates)


def _site_context() -> dict[str, Any]:
    return {"build": _build.name, "assets": folder_of(_build.name), "policy": PAGE_POLICY}


def _host_context(config: MkDocsConfig) -> dict[str, str]:
    """Give the page for hosts what it compares with what it sees."""
    return {"base": urlsplit(config.site_url or "/").path, "header_policy": POLICY}


def _path(page: Page) -> str:
    return _content().path(page.file)


def _content() -> Content:
    assert _build.content, "on_files comes before all pages"
    return _build.content


def _guide(page: Page) -> Guide | None:
    return _build.edition.guide_at(_path(page))
