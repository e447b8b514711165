"""MkDocs trees for the link check: any tree on disk, built as far as links need it, as the values of the core."""

from __future__ import annotations

import contextlib
import logging
import os
import posixpath
import re
import subprocess
import tempfile
import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import yaml
from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import get_plugins
from mkdocs.structure.files import File, Files, get_files, set_exclusions
from mkdocs.structure.nav import get_navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils.yaml import get_yaml_loader, yaml_load

from playbook.tree.address_book import ADDRESSES, DIGEST
from playbook.tree.elements import ids_in, names_in, references_in
from playbook.tree.files import snippet_names
from playbook.tree.redirects import REDIRECTS
from playbook.tree.values import DRAFT, EXCLUDED, PUBLISHED, Page, Reference, Settings, Tree, Trouble

# They fetch from elsewhere, need programs of the machine or only make files smaller: no link depends on them.
_NEEDLESS = (
    "social",
    "privacy",
    "optimize",
    "minify",
    "git-",
    "rss",
    "offline",
    "mkdocs-video",
    "print-site",
    "pdf",
    "with-pdf",
)
_STASHED = re.compile(r"\x02(\d+)\x03")
_TARGETED = re.compile(r"href|src|poster|data=|url\(|@import", re.IGNORECASE)
# Links that extensions make: they lead where they were made.
_GENERATED = ("headerlink", "toclink", "footnote-ref", "footnote-backref")
_PLACEHOLDER = re.compile(r"\x02wzxhzdk:\d+\x03")


class NoTreeError(Exception):
    """There is no tree that could be built."""


class Collector(Extension):
    """Collects what a page refers to: as the writer wrote it, before the host rewrites it."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[Reference] = []
        self.names: list[str] = []

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - named by the library
        """Stand before the host's own treeprocessor, which has priority 0."""
        md.treeprocessors.register(_Collecting(md, self), "playbook-references", 2)

    def taken(self) -> tuple[Reference, ...]:
        """Give what the last page refers to, and forget it."""
        found, self.found = tuple(self.found), []
        return found


class _Collecting(Treeprocessor):
    def __init__(self, md: Markdown, collector: Collector) -> None:
        super().__init__(md)
        self.collector = collector

    def run(self, root: Any) -> None:
        found: list[Reference] = []
        for element in root.iter():
            if element.tag == "a" and element.get("href") is not None:
                if element.get("class") in _GENERATED:
                    continue
                found.append(Reference(_plain(element.get("href")), "a", "href", raw=False, label=_label(element)))
            elif element.tag == "img" and element.get("src") is not None:
                found.append(Reference(_plain(element.get("src")), "img", "src", raw=False))
            elif element.tag in ("source", "video", "audio", "iframe", "embed", "object") or element.get("style"):
                found += references_in(_start_tag(element))
        html = [block for block in self.md.htmlStash.rawHtmlBlocks if isinstance(block, str) and _worth_reading(block)]
        if html:
            found += references_in(_joined(html))
        self.collector.found = [reference for reference in found if not reference.target.startswith("#__")]


def _plain(target: str) -> str:
    # Markdown writes the @ of mail addresses as an entity of its own; escapes are still numbers here.
    return _STASHED.sub(lambda match: chr(int(match[1])), target).replace("\x02amp\x03", "&")


def _label(element: Any) -> str | None:
    if len(element) and any(child.tag in ("img", "svg", "span", "i") for child in element.iter()):
        return None
    text = "".join(element.itertext())
    if _PLACEHOLDER.search(text):
        return None
    return str(element.get("aria-label") or element.get("title") or "") + text


def _start_tag(element: Any) -> str:
    given = "".join(f' {name}="{str(value).replace(chr(34), "&quot;")}"' for name, value in element.items())
    return f"<{element.tag}{given}>"


def _worth_reading(block: str) -> bool:
    return bool(_TARGETED.search(block)) and not block.startswith(
        ('<div class="highlight', "<pre", '<table class="highlight', "<!--")
    )


def _joined(html: list[str]) -> str:
    """Put cut pieces together again, but end what a broken piece leaves open."""
    return "\n<!-- -->\n".join(html)


def read_tree(place: str) -> tuple[Tree, list[str]]:
    """Give the tree below a folder (or of a configuration file) as built, and what had to be left out."""
    path = Path(place)
    file = next((path / name for name in ("mkdocs.yml", "mkdocs.yaml") if (path / name).is_file()), path)
    if not file.is_file():
        raise NoTreeError(f"There is no mkdocs.yml in {place}.")
    file = file.resolve()
    # Snippets, and many a hook, count paths from the folder in which the build is started.
    with tempfile.TemporaryDirectory() as site, _silence(), contextlib.chdir(file.parent):
        return _Host(file, site).tree()


@contextlib.contextmanager
def _silence() -> Iterator[None]:
    """Keep the host's own words out of the report, which says the same with lines."""
    before = logging.root.manager.disable
    logging.disable(logging.CRITICAL)
    try:
        with warnings.catch_warnings(), contextlib.redirect_stdout(None):
            warnings.simplefilter("ignore")
            yield
    finally:
        logging.disable(before)


@dataclass
class _Host:
    """One build of one tree, which stops before anything is written."""

    file: Path
    site: str
    notes: list[str] = field(default_factory=list)
    troubles: list[Trouble] = field(default_factory=list)
    missing: set[str] = field(default_factory=set)
    collector: Collector = field(default_factory=Collector)
    navigation: Any = None

    def tree(self) -> tuple[Tree, list[str]]:
        config = self._config()
        config.markdown_extensions.append(self.collector)  # type: ignore[arg-type] # the library takes instances
        files = self._files(config)
        pages = list(self._pages(config, files))
        if (self.file.parent / ADDRESSES).is_file() or config.theme.custom_dir:
            pages = self._as_printed(config, files, pages)
        return tree_of(config, files, pages, self.troubles, self.missing), self.notes

    def _as_printed(self, config: MkDocsConfig, files: Files, pages: list[Page]) -> list[Page]:
        """Give the pages with the places that templates of the tree's own add; others add none that a writer links."""
        try:
            found = config.theme.get_env()
            environment = config.plugins.on_env(found, config=config, files=files) or found
            return [self._printed(page, config, files, environment) for page in pages]
        except (Exception, SystemExit) as error:  # noqa: BLE001 - a template of theirs may raise anything
            self.notes.append(f"the templates could not be used: {error}")
            return pages

    def _printed(self, page: Page, config: MkDocsConfig, files: Files, environment: Any) -> Page:
        file = files.get_file_from_path(page.uri)
        shown = file.page if file else None
        if not isinstance(shown, MkDocsPage) or not page.rendered:
            return page
        context = get_context(self.navigation, files, config, shown)
        template = environment.get_template(shown.meta.get("template", "main.html"))
        context = config.plugins.on_page_context(context, page=shown, config=config, nav=self.navigation)
        output = template.render(context)
        output = config.plugins.on_post_page(output, page=shown, config=config) or output
        return replace(page, names=page.names | frozenset(ids_in(output)))

    def _config(self) -> MkDocsConfig:
        with self.file.open("rb") as opened:
            try:
                data = yaml_load(opened, _loader())
            except Exception as broken:
                raise NoTreeError(f"{self.file} cannot be read: {broken}") from broken
        if not isinstance(data, dict):
            raise NoTreeError(f"{self.file} holds no configuration.")
        data |= {"site_dir": self.site, "strict": False}
        data.setdefault("site_name", "Documentation")
        self._leave_out(data)
        for _ in range(8):
            config = MkDocsConfig(config_file_path=str(self.file))
            config.load_dict(data)
            failed = self._validated(config)
            if not failed:
                return config
            for key, error in failed:
                if key == "docs_dir":
                    raise NoTreeError(f"{self.file}: {error}")
                self.notes.append(f"{key} in {self.file.name} is left out: {error}")
                data.pop(key, None)
                if key == "theme":
                    data["theme"] = {"name": "mkdocs"}
                if key == "plugins":
                    data["plugins"] = []
                if key == "markdown_extensions":
                    data["markdown_extensions"] = []
        raise NoTreeError(f"{self.file} cannot be used.")

    def _validated(self, config: MkDocsConfig) -> list[tuple[str, Exception]]:
        before = Path.cwd()
        try:
            failed, _ = config.validate()
        except SystemExit as error:
            raise NoTreeError(f"{self.file} cannot be used.") from error
        except Exception as error:  # noqa: BLE001 - a plugin of theirs may raise anything
            return [("plugins", error)]
        finally:
            os.chdir(before)
        return [(str(key), error) for key, error in failed]

    def _leave_out(self, data: dict[str, Any]) -> None:
        """Take out what is not installed, and name it."""
        theme = data.get("theme")
        name = theme.get("name") if isinstance(theme, dict) else theme
        installed = get_plugins()
        if data.get("plugins") is not None:
            data["plugins"] = [
                entry for entry in _listed(data["plugins"]) if self._usable(_name(entry), name, installed)
            ]
        else:
            data["plugins"] = []
        root = self.file.parent
        hooks = [hook for hook in data.get("hooks") or () if self._there(root / str(hook), f"hook {hook}")]
        data["hooks"] = hooks
        if isinstance(theme, dict) and theme.get("custom_dir") and not (root / str(theme["custom_dir"])).is_dir():
            self.notes.append(f"theme folder {theme['custom_dir']} is not there; checked without it.")
            theme.pop("custom_dir")
        data["markdown_extensions"] = [
            entry for entry in _listed(data.get("markdown_extensions")) if self._extension(entry)
        ]

    def _usable(self, plugin: str, theme: Any, installed: Any) -> bool:
        if plugin.rpartition("/")[2].startswith(_NEEDLESS):
            return False
        if plugin in installed or f"{theme}/{plugin}" in installed:
            return True
        self.missing.add(plugin)
        if plugin != "redirects":
            self.notes.append(f"plugin {plugin} is not installed; checked without it.")
        return False

    def _there(self, path: Path, what: str) -> bool:
        if path.is_file():
            return True
        self.notes.append(f"{what} is not there; checked without it.")
        return False

    def _extension(self, entry: Any) -> bool:
        name = _name(entry)
        try:
            Markdown(extensions=[name])
        except Exception as error:  # noqa: BLE001 - an extension of theirs may raise anything
            if not isinstance(error, ModuleNotFoundError | ImportError | AttributeError):
                return True
            self.notes.append(f"Markdown extension {name} is not installed; checked without it.")
            return False
        return True

    def _files(self, config: MkDocsConfig) -> Files:
        with contextlib.suppress(Exception):
            config.plugins.on_startup(command="build", dirty=False)
        self._event("on_config", config.plugins.on_config, config)
        self._event("on_pre_build", config.plugins.on_pre_build, config=config)
        _tame_snippets(config)
        files = get_files(config)
        with contextlib.suppress(Exception):
            files.add_files_from_theme(config.theme.get_env(), config)
        files = self._event("on_files", config.plugins.on_files, files, config=config) or files
        set_exclusions(files, config)
        self.navigation = get_navigation(files, config)
        self._event("on_nav", config.plugins.on_nav, self.navigation, config=config, files=files)
        return files

    def _event(self, name: str, event: Callable[..., Any], *values: Any, **named: Any) -> Any:
        try:
            return event(*values, **named)
        except (Exception, SystemExit) as error:  # noqa: BLE001 - a plugin of theirs may raise anything
            self.notes.append(f"{name} of a plugin failed: {error}")
            return None

    def _pages(self, config: MkDocsConfig, files: Files) -> Iterator[Page]:
        root = self.file.parent
        for file in files.documentation_pages():
            path = _path(file.abs_src_path, root, config, file.src_uri)
            page = file.page or MkDocsPage(None, file, config)
            if isinstance(page, MkDocsPage):
                yield self._page(page, path, config, files)

    def _page(self, page: MkDocsPage, path: str, config: MkDocsConfig, files: Files) -> Page:
        text = self._text(page, path)
        if text is None:
            return Page(path, page.file.src_uri, page.file.url, rendered=False)
        config._current_page = page
        try:
            with contextlib.redirect_stderr(None):
                page = config.plugins.on_pre_page(page, config=config, files=files)
                page.read_source(config)
                page.markdown = config.plugins.on_page_markdown(
                    page.markdown or "", page=page, config=config, files=files
                )
                page.render(config, files)
                content = config.plugins.on_page_content(page.content or "", page=page, config=config, files=files)
        except (Exception, SystemExit) as error:  # noqa: BLE001 - one bad page must not hide the others
            self.notes.append(f"{path} could not be rendered: {error or type(error).__name__}")
            return Page(
                path,
                page.file.src_uri,
                page.file.url,
                _reader(page.file),
                references=self.collector.taken(),
                rendered=False,
            )
        finally:
            config._current_page = None
        return page_of(page, path, text, content or "", self.collector.taken())

    def _text(self, page: MkDocsPage, path: str) -> str | None:
        try:
            content = page.file.content_bytes
            return content.decode("utf-8")
        except UnicodeDecodeError as error:
            line = content[: error.start].count(b"\n") + 1
            self.troubles.append(
                Trouble(path, line, f"byte 0x{content[error.start]:02X}", "is not UTF-8 text.", "not-utf-8")
            )
        except OSError as error:
            what = (
                "is a link to a file that is not there." if isinstance(error, FileNotFoundError) else "cannot be read."
            )
            self.troubles.append(Trouble(path, 1, page.file.src_uri, what, "unreadable-file"))
        return None


class Watch:
    """Watches a build of the host that runs anyway, page by page, and gives its tree."""

    def __init__(self) -> None:
        self.collector = Collector()
        self.pages: dict[str, Page] = {}

    def begin(self, config: MkDocsConfig) -> None:
        """Stand among the extensions of Markdown."""
        config.markdown_extensions.append(self.collector)  # type: ignore[arg-type] # the library takes instances

    def see(self, html: str, page: MkDocsPage, config: MkDocsConfig) -> None:
        """Keep what a rendered page holds."""
        root = Path(str(config.config_file_path)).parent
        path = _path(page.file.abs_src_path, root, config, page.file.src_uri)
        text = page.file.content_bytes.decode("utf-8", "replace")
        self.pages[page.file.src_uri] = page_of(page, path, text, html, self.collector.taken())

    def tree(self, config: MkDocsConfig, files: Files) -> Tree:
        """Give everything that was seen."""
        return tree_of(config, files, self.pages.values(), [], set())


def _reader(file: File) -> Callable[[], str]:
    return lambda: file.content_bytes.decode("utf-8", "replace")


def page_of(page: MkDocsPage, path: str, text: str, content: str, references: tuple[Reference, ...]) -> Page:
    """Give a rendered page as a value of the core."""
    names = frozenset(names_in(content))
    return Page(
        path=path,
        uri=page.file.src_uri,
        url="" if page.file.url in (".", "./") else page.file.url,
        read=_reader(page.file),
        html=content,
        ids=tuple(ids_in(content)),
        names=names,
        references=references,
        meta=page.meta or {},
        includes="8<" in text,
        torn=text.lstrip("\ufeff \t\r\n").startswith("---") and not page.meta,
    )


def tree_of(config: MkDocsConfig, files: Files, pages: Any, troubles: list[Trouble], missing: set[str]) -> Tree:
    """Give a tree as built by MkDocs, with what lies beside its configuration."""
    root = Path(str(config.config_file_path)).parent
    by_uri = {page.uri: page for page in pages}
    texts = [page.text for page in by_uri.values() if page.includes]
    states, built, drafts = _states(files)
    found = _dangling(files, root, config, {trouble.path for trouble in troubles})
    return Tree(
        settings=_settings(config, files, root, missing),
        pages=by_uri,
        files=states,
        built=built,
        drafts=drafts,
        other_texts=_style_sheets(files, root, config),
        snippets=_snippets(config, texts),
        troubles=(*troubles, *found),
        shadowed=_shadowed(files, Path(config.docs_dir)),
        redirects=_beside(root / REDIRECTS),
        addresses=_beside(root / ADDRESSES),
        history=(history := history_of(root)),
        # Where git remembers, nothing else is needed, and two branches that both add may be merged.
        book_digest=(_beside(root / DIGEST) or "") if not history else "",
    )


def _states(files: Files) -> tuple[dict[str, str], dict[str, str], dict[str, str]]:
    states: dict[str, str] = {}
    built: dict[str, str] = {}
    drafts: dict[str, str] = {}
    for file in files:
        state = {"EXCLUDED": EXCLUDED, "DRAFT": DRAFT}.get(file.inclusion.name, PUBLISHED)
        states[file.src_uri] = state
        if state == PUBLISHED:
            built.setdefault(file.dest_uri, file.src_uri)
        else:
            drafts[file.dest_uri.removesuffix("index.html")] = state
    return states, built, drafts


def _settings(config: MkDocsConfig, files: Files, root: Path, missing: set[str]) -> Settings:
    links = config.validation.links
    path = Path(str(config.config_file_path))
    return Settings(
        path=path.name,
        text=path.read_bytes().decode("utf-8", "replace"),
        docs=_relative(Path(config.docs_dir), root),
        site_url=config.site_url or "",
        directory_urls=config.use_directory_urls,
        absolute_to_docs=str(getattr(links.absolute_links, "value", links.absolute_links)) == "relative_to_docs",
        extensions=frozenset(str(name) for name in config.markdown_extensions if isinstance(name, str)),
        plugins=frozenset({*map(str, config.plugins), *missing}),
        missing_plugins=frozenset(missing),
        not_in_nav=frozenset(file.src_uri for file in files if file.inclusion.name == "NOT_IN_NAV"),
    )


def _relative(path: Path, root: Path) -> str:
    return Path(os.path.relpath(path, root)).as_posix()


def _path(place: Any, root: Path, config: MkDocsConfig, uri: str) -> str:
    return _relative(Path(place), root) if place else posixpath.join(_relative(Path(config.docs_dir), root), uri)


def _style_sheets(files: Files, root: Path, config: MkDocsConfig) -> dict[str, str]:
    docs = Path(config.docs_dir)
    found = {}
    for file in files.css_files():
        place = Path(str(file.abs_src_path)) if file.abs_src_path else None
        if (
            place
            and place.is_file()
            and place.is_relative_to(docs)
            and file.inclusion.name not in ("EXCLUDED", "DRAFT")
        ):
            found[_relative(place, root)] = place.read_bytes().decode("utf-8", "replace")
    return found


def _dangling(files: Files, root: Path, config: MkDocsConfig, told: set[str]) -> list[Trouble]:
    """Find links of the file system that lead nowhere, pictures included."""
    found = []
    docs = Path(config.docs_dir)
    for folder, folders, names in os.walk(docs):
        for name in (*folders, *names):
            place = Path(folder, name)
            path = _relative(place, root)
            if place.is_symlink() and not place.exists() and path not in told:
                found.append(Trouble(path, 1, name, "is a link to a file that is not there.", "unreadable-file"))
    del files
    return found


def _shadowed(files: Files, docs: Path) -> tuple[tuple[str, str], ...]:
    """Find pairs of files with one address: the host keeps one of them."""
    seen: dict[str, str] = {}
    pairs = []
    for file in files:
        if (
            file.inclusion.name in ("EXCLUDED", "DRAFT")
            or not file.abs_src_path
            or not Path(file.abs_src_path).is_relative_to(docs)
        ):
            continue
        first = seen.setdefault(file.dest_uri, file.src_uri)
        if first != file.src_uri:
            pairs.append((first, file.src_uri))
    for readme in docs.rglob("README.md"):
        if readme.with_name("index.md").is_file():
            name = readme.relative_to(docs).as_posix()
            if not any(part.startswith(".") for part in readme.relative_to(docs).parts):
                pairs.append((name.replace("README.md", "index.md"), name))
    return tuple(sorted(set(pairs)))


def _snippets(config: MkDocsConfig, texts: list[str]) -> dict[str, tuple[str, str] | None]:
    if "pymdownx.snippets" not in config.markdown_extensions:
        return {}
    given = config.mdx_configs.get("pymdownx.snippets") or {}
    root = Path(str(config.config_file_path)).parent
    bases = given.get("base_path", ["."])
    bases = [bases] if isinstance(bases, str) or not isinstance(bases, list) else bases
    names = {name for text in texts for _, name in snippet_names(text)}
    names |= set(given.get("auto_append") or ())
    found: dict[str, tuple[str, str] | None] = {}
    while names:
        name = names.pop()
        if name in found or "://" in name:
            continue
        found[name] = _snippet(name, [Path(str(base)) for base in bases], root)
        inside = found[name]
        names |= {other for _, other in snippet_names(inside[1])} if inside and "8<" in inside[1] else set()
    return found


def _snippet(name: str, bases: list[Path], root: Path) -> tuple[str, str] | None:
    for base in (*bases, *(root / base for base in bases)):
        for place in (base / name, base) if base.is_file() else (base / name,):
            if place.is_file() and (base.is_dir() or place.name == name):
                return _relative(place.resolve(), root), place.read_bytes().decode("utf-8", "replace")
    return None


def _tame_snippets(config: MkDocsConfig) -> None:
    """Let a missing snippet be a gap, not the end of the build, and fetch none."""
    if "pymdownx.snippets" in config.markdown_extensions:
        given = config.mdx_configs.setdefault("pymdownx.snippets", {})
        given |= {"check_paths": False, "url_download": False}


def _beside(path: Path) -> str | None:
    return path.read_bytes().decode("utf-8", "replace") if path.is_file() else None


def history_of(root: Path) -> frozenset[str]:
    """Give every address that any commit of the book held: what git has seen once may not go."""
    if not (root / ADDRESSES).is_file():
        return frozenset()
    command = ["git", "-C", str(root), "log", "--format=", "-p", "--unified=0", "--", ADDRESSES]
    with contextlib.suppress(OSError):
        run = subprocess.run(command, capture_output=True, text=True, check=False)
        lines = re.findall(r"^\+(/\S*)$", run.stdout, re.MULTILINE) if run.returncode == 0 else []
        return frozenset(lines)
    return frozenset()


def _listed(entries: Any) -> list[Any]:
    if isinstance(entries, dict):
        return [{name: value} if value is not None else name for name, value in entries.items()]
    return list(entries or ())


def _name(entry: Any) -> str:
    return str(next(iter(entry))) if isinstance(entry, dict) and entry else str(entry)


def _loader() -> Any:
    """Read tags of things that are not installed as nothing."""

    class Loader(get_yaml_loader()):  # type: ignore[misc] # made by a function
        def find_python_name(self, *given: Any, **named: Any) -> Any:
            try:
                return super().find_python_name(*given, **named)
            except yaml.constructor.ConstructorError:
                return None

    Loader.add_multi_constructor("!", lambda loader, suffix, node: None)  # noqa: ARG005 - as the library calls it
    return Loader
