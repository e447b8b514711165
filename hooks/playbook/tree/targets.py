"""Every target of every page, judged on what was built and told where it was written."""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from urllib.parse import unquote, urlsplit

from playbook.tree.elements import css_targets
from playbook.tree.fault import Fault
from playbook.tree.lookup import Lookup, built_link, from_address, link, missing_code
from playbook.tree.scheme import decoded, is_elsewhere, refusal
from playbook.tree.source import Source, Sources
from playbook.tree.values import DRAFT, EXCLUDED, PUBLISHED, Page, Reference

# Code, message, suggestion (ready to paste, or nothing).
Verdict = tuple[str, str, str]

# Pages and files that the host or its themes add after everything else.
_ADDED = re.compile(r"(?:404\.html|sitemap\.xml(?:\.gz)?|search/.*|objects\.inv|.*feed.*\.xml|.*\.json)")
_VIEWER = re.compile(r"(?:page|zoom|nameddest|view|t|search|toolbar)=", re.IGNORECASE)
_NUMBERED = re.compile(r"(?P<stem>.+)_\d+")
# Only these can be more than a path; most targets are none of them.
_SPECIAL = re.compile(r"[:\\@]|^//|^[htw]", re.IGNORECASE)
_EMPTY_CLICK = re.compile(
    r"(?:please )?(?:click|tap|press) (?:here|this|on this|this link|on this link|me)", re.IGNORECASE
)


class Judge:
    """Judges targets of one tree; equal targets of one folder are looked up once."""

    def __init__(self, lookup: Lookup, moved: Mapping[str, str]) -> None:
        self.lookup = lookup
        self.moved = moved
        settings = lookup.tree.settings
        self.settings = settings
        base = urlsplit(settings.site_url)
        self.home = (base.netloc.lower(), base.path.rstrip("/") + "/") if base.netloc else ("", "")
        self._known: dict[tuple[str, str, bool], tuple[str, Verdict | None]] = {}

    def verdict(self, page: Page, reference: Reference) -> Verdict | None:
        """Give what is wrong with a reference, or nothing."""
        target = decoded(reference.target)
        if not target:
            return _empty(reference)
        if target.startswith("#"):
            return self._anchor(page, page, target[1:])
        if _SPECIAL.search(target):
            own = self._own(page, target)
            if own:
                return own
            refused = refusal(target, reference.tag)
            if refused:
                return refused
            if is_elsewhere(target):
                return None
        return self._path(page, reference, target)

    def _path(self, page: Page, reference: Reference, target: str) -> Verdict | None:
        path, _, anchor = target.partition("#")
        path = path.partition("?")[0]
        if not path:
            return self._anchor(page, page, anchor) if anchor else None
        key = (posixpath.dirname(page.uri) if not reference.raw else page.url, path, reference.raw)
        if key not in self._known:
            self._known[key] = self._file(page, path, reference)
        name, wrong = self._known[key]
        if wrong:
            return self._with_anchor(page, wrong, name, anchor, raw=reference.raw)
        there = self.lookup.tree.pages.get(page.uri if name == "." else name)
        return self._anchor(page, there, anchor) if anchor and there else None

    def _with_anchor(self, page: Page, wrong: Verdict, name: str, anchor: str, *, raw: bool) -> Verdict:
        """Give the verdict with its anchor in the suggestion, and without a suggestion when the anchor is not there."""
        code, message, suggestion = wrong
        if not suggestion or not anchor:
            return wrong
        there = self.lookup.tree.pages.get(name)
        if "#" in suggestion:
            return wrong
        if (
            there
            and there.rendered
            and not _silent(unquote(anchor))
            and unquote(anchor) not in self.lookup.page_anchors(there)
        ):
            better = self.lookup.anchor_meant(there, anchor, page) if not raw else ""
            return code, message, better
        return code, message, f"{suggestion}#{anchor}"

    def _file(self, page: Page, path: str, reference: Reference) -> tuple[str, Verdict | None]:
        if path.startswith("/"):
            return self._absolute(page, path, reference)
        return self._raw(page, path) if reference.raw else self._written(page, path)

    def _written(self, page: Page, path: str) -> tuple[str, Verdict | None]:
        plain = unquote(path)
        if posixpath.normpath(plain) == ".":
            return ".", None
        name = posixpath.normpath(posixpath.join(posixpath.dirname(page.uri), plain))
        state = self.lookup.file(name)
        # MkDocs joins before it normalises: a slash behind a file name is not seen, a backslash is.
        if state:
            return name, _unpublished(state)
        found = self.lookup.meant(page, plain)
        if name.startswith("../") and not (found and found[1][0] in ("backslash", "percent-encoding")):
            close = found[0] if found else ""
            return close, ("outside-docs", "leads out of the documentation.", link(page, close) if close else "")
        return self._meant(page, name, found)

    def _meant(self, page: Page, name: str, found: tuple[str, Verdict] | None) -> tuple[str, Verdict]:
        moved = self.moved.get(name, "") if not found or found[1][0].startswith("missing") else ""
        if moved:
            path, _, anchor = moved.partition("#")
            return path, (missing_code(name), "has moved.", link(page, path) + (f"#{anchor}" if anchor else ""))
        if not found:
            return "", (missing_code(name), _MISSING[missing_code(name)], "")
        meant, (code, message, _) = found
        return meant, (code, message, link(page, meant))

    def _raw(self, page: Page, path: str) -> tuple[str, Verdict | None]:
        address = from_address(page.url, unquote(path))
        name = self.lookup.page_at(address) if not address.startswith("..") else ""
        bare = address.strip("/")
        if name and (address in self.lookup.addresses or f"{bare}/" in self.lookup.addresses or not bare):
            return name, None
        if _ADDED.fullmatch(bare):
            return "", None
        source = posixpath.normpath(posixpath.join(posixpath.dirname(page.uri), unquote(path)))
        draft = self.lookup.tree.drafts.get(address) or self.lookup.tree.drafts.get(f"{bare}/")
        if draft:
            return "", _unpublished(draft)
        return self._raw_source(page, path, source, name)

    def _raw_source(self, page: Page, path: str, source: str, name: str) -> tuple[str, Verdict]:
        state = self.lookup.file(source)
        if state in (DRAFT, EXCLUDED):
            return "", _unpublished(state) or ("", "", "")
        if state == PUBLISHED:
            code = "raw-markdown-link" if source.endswith(".md") else "raw-path"
            message = "stands in raw HTML, where nothing is rewritten: seen from the built page it leads nowhere."
            return source, (code, message, built_link(page, self._address(source)))
        found = (
            self.lookup.meant(page, unquote(path))
            if not name
            else (name, ("built-link", "is not the address of the built page.", ""))
        )
        missing = missing_code(source)
        if path.startswith("..") and from_address(page.url, path).startswith("../") and not found:
            return "", ("outside-docs", "leads out of the site.", "")
        if not found:
            return "", (missing, _MISSING[missing], "")
        code, message, _ = found[1]
        if code == "built-link" and not name:
            code, message = "raw-path", "leads nowhere, seen from the built page."
        return found[0], (code, message, built_link(page, self._address(found[0])))

    def _absolute(self, page: Page, path: str, reference: Reference) -> tuple[str, Verdict | None]:
        plain = unquote(path)
        if self.settings.absolute_to_docs and not reference.raw:
            return self._from_docs(page, plain)
        below = plain.removeprefix(self.home[1]) if self.home[1] != "/" and plain.startswith(self.home[1]) else plain
        bare = posixpath.normpath(below).strip("/")
        bare = "" if bare == "." else bare
        name = self.lookup.page_at(bare)
        source = bare if self.lookup.file(bare) else ""
        draft = self.lookup.tree.drafts.get(bare) or self.lookup.tree.drafts.get(f"{bare}/")
        if draft:
            return "", _unpublished(draft)
        if name and not (source and source.endswith(".md")):
            if reference.raw:
                return name, None
            return name, (
                "built-link",
                "is an address of the site, which holds only at the root of a host.",
                link(page, name),
            )
        if source:
            return self._absolute_source(page, source, raw=reference.raw)
        return ("", None) if _ADDED.fullmatch(bare) else self._absolute_missing(page, bare, raw=reference.raw)

    def _from_docs(self, page: Page, plain: str) -> tuple[str, Verdict | None]:
        name = posixpath.normpath(plain.lstrip("/"))
        state = self.lookup.file(name)
        return (name, _unpublished(state)) if state else self._meant(page, name, self.lookup.meant(page, plain))

    def _absolute_source(self, page: Page, source: str, *, raw: bool) -> tuple[str, Verdict]:
        suggestion = built_link(page, self._address(source)) if raw else link(page, source)
        code = "raw-markdown-link" if raw else "wrong-slash"
        message = "begins with a slash, so it leads to the root of the host."
        return source, _unpublished(self.lookup.file(source)) or (code, message, suggestion)

    def _absolute_missing(self, page: Page, bare: str, *, raw: bool) -> tuple[str, Verdict]:
        found = self.lookup.meant(page, f"{'../' * page.uri.count('/')}{bare}")
        name, (code, message, suggestion) = self._meant(page, bare, found)
        return name, (code, message, built_link(page, self._address(found[0])) if raw and found else suggestion)

    def _address(self, name: str) -> str:
        page = self.lookup.tree.pages.get(name)
        return (
            page.url
            if page
            else next((built for built, source in self.lookup.tree.built.items() if source == name), name)
        )

    def _own(self, page: Page, target: str) -> Verdict | None:
        """Judge a full address of our own site like one inside it."""
        host, base = self.home
        try:
            parts = urlsplit(target)
        except ValueError:
            return None
        if not host or parts.netloc.lower() != host or not f"{parts.path.rstrip('/')}/".startswith(base):
            return None
        name = self.lookup.page_at(unquote(parts.path).removeprefix(base.rstrip("/")))
        message = "is an address of this site in full: it leaves every copy of the site."
        if not name:
            # One host may hold the documentation of several projects: a folder that we do not have is theirs.
            first = unquote(parts.path).removeprefix(base.rstrip("/")).strip("/").partition("/")[0]
            if not any(address.startswith(f"{first}/") for address in self.lookup.addresses):
                return None
            return "own-url", "is an address of this site, and no page stands there.", ""
        there = self.lookup.tree.pages.get(name)
        anchor = unquote(parts.fragment)
        if there and not _silent(anchor) and anchor not in self.lookup.page_anchors(there):
            return "own-url", message, ""
        return "own-url", message, link(page, name) + (f"#{parts.fragment}" if parts.fragment else "")

    def _anchor(self, here: Page, there: Page, anchor: str) -> Verdict | None:
        anchor = anchor.partition(":~:")[0]
        name = unquote(anchor)
        if _silent(name) or not there.rendered:
            return None
        known = self.lookup.page_anchors(there)
        if name in known or anchor in known:
            return self._fragile(here, there, name)
        if "::: " in there.text and self.settings.missing_plugins & {"mkdocstrings", "autorefs"}:
            return None
        moved = self.moved.get(f"{there.uri}#{name}", "")
        if moved:
            path, _, fragment = moved.partition("#")
            to = "" if path == here.uri else link(here, path)
            return "missing-anchor", "names a place that has moved.", f"{to}#{fragment}" if fragment else to
        return "missing-anchor", "names a place that is not on the page.", self.lookup.anchor_meant(there, anchor, here)

    def _fragile(self, here: Page, there: Page, name: str) -> Verdict | None:
        """Refuse an anchor that was numbered because a heading came twice: the next edit gives it to another."""
        match = _NUMBERED.fullmatch(name)
        if not match or match["stem"] not in there.ids:
            return None
        if re.search(
            rf"(?:[#\s]|id=[\"']?|name=[\"']?){re.escape(name)}\b",
            re.sub(r"\]\([^)]*\)|\]:.*|href=\S*", "", there.text),
        ):
            return None
        del here
        return "fragile-anchor", "is numbered by the build and moves with every edit.", ""


_MISSING = {
    "missing-page": "leads to no page.",
    "missing-image": "is a picture that is not there.",
    "missing-asset": "leads to a file that is not there.",
}


def target_faults(lookup: Lookup, judge: Judge, sources: Sources) -> Iterator[Fault]:
    """Give every reference that is wrong, once for each place where it is written."""
    for page in lookup.tree.pages.values():
        wrong: dict[tuple[str, bool, Verdict], int] = {}
        counted: Counter[tuple[str, bool]] = Counter()
        for reference in page.references:
            verdict = judge.verdict(page, reference) or _label(reference)
            counted[reference.target, reference.raw] += 1
            if verdict:
                key = (reference.target, reference.raw, verdict)
                wrong[key] = wrong.get(key, 0) + 1
        for (target, raw, verdict), count in wrong.items():
            whole = count if verdict[0] in ("empty-text", "vague-text") else counted[target, raw]
            yield from _told(page, Reference(target, "", "", raw), verdict, whole, sources)
        if "</a>" in page.html and _BARE.search(page.html):
            yield from _bare_links(sources[page.path])
    yield from _sheet_faults(lookup, sources)


def _bare_links(source: Source) -> Iterator[Fault]:
    """Give links in raw HTML without a text: Markdown cuts them in two, so that only the whole page shows it."""
    for match in _BARE.finditer(source.prose):
        if not re.search(r"aria-label|title=|\sid=|\sname=", match[0]):
            code, message, hint = _NO_TEXT
            yield source.fault(match.start("target"), match["target"], message, hint, code)


def _told(page: Page, reference: Reference, verdict: Verdict, count: int, sources: Sources) -> Iterator[Fault]:
    target = reference.target
    code, message, suggestion = verdict
    hint = suggestion if suggestion.endswith((".", "?")) and " " in suggestion else ""
    hint = hint or (f'Did you mean "{suggestion}"?' if suggestion else _REMEDIES.get(code, ""))
    source = sources[page.path]
    if source.in_mathematics(target):
        return
    places = _label_places(source, target, code) or source.places(target, count, raw=reference.raw)
    if places:
        for place in places:
            yield source.fault(place, target or "()", message, hint, code)
        return
    for source in sources.snippets():
        places = source.places(target, count)
        if places and target:
            yield source.fault(places[0], target, message, hint, code)
            return
    # What an extension made stands in no line of this page.
    if code not in _OF_A_LINE:
        yield Fault(page.path, 1, 1, target, message, hint, code)


def _label_places(source: Source, target: str, code: str) -> list[int]:
    """Give the places of links whose fault is their text, which a target alone does not find."""
    if code not in ("empty-text", "vague-text", "empty-target"):
        return []
    text = r"[ \t]*" if code == "empty-text" else r"[^\]\[]*"
    if code == "vague-text":
        text = r"[*_ ]*" + _EMPTY_CLICK.pattern + r"[.!*_ ]*"
    end = re.escape(target) if target else r"[ \t]*(?:<>)?[ \t]*(?=[)\"'])"
    found = [match.start("t") for match in re.finditer(rf"\[{text}\]\(\s*<?(?P<t>{end})", source.prose, re.IGNORECASE)]
    if not found and code == "empty-target":
        found = [match.start() for match in re.finditer(r"(?:href|src)=(?:\"\s*\"|'\s*')", source.body)]
    if not found and code != "empty-target":
        pattern = rf"href=[\"']?(?P<t>{re.escape(target)})[\"']?[^>]*>\s*{text}\s*</a>"
        found = [match.start("t") for match in re.finditer(pattern, source.body, re.IGNORECASE)]
    return found


def _sheet_faults(lookup: Lookup, sources: Sources) -> Iterator[Fault]:
    """Check what the style sheets of the tree load."""
    docs = f"{lookup.tree.settings.docs}/"
    for path, text in lookup.tree.other_texts.items():
        folder = posixpath.dirname(path.removeprefix(docs))
        for place, written in css_targets(text):
            target = decoded(written)
            if not target or target.startswith(("#", "data:")):
                continue
            refused = refusal(target, "style")
            name = posixpath.normpath(posixpath.join(folder, unquote(re.split(r"[?#]", target)[0])))
            if target.startswith("/"):
                name = target.strip("/")
            if not refused and (is_elsewhere(target) or lookup.file(name) == PUBLISHED or name in lookup.addresses):
                continue
            page = Page(path, path.removeprefix(docs), path.removeprefix(docs))
            found = None if refused else lookup.meant(page, target)
            guess = (found[1][0], found[1][1], link(page, found[0])) if found else None
            code, message, hint = refused or guess or (missing_code(name), "leads to a file that is not there.", "")
            hint = f'Did you mean "{hint}"?' if guess else hint
            yield sources[path].fault(place, written, message, hint, code)


def _unpublished(state: str) -> Verdict | None:
    if state == DRAFT:
        return "draft-target", "leads to a draft, which is not published.", ""
    if state == EXCLUDED:
        return "excluded-target", "leads to a file that exclude_docs keeps out of the site.", ""
    return None


def _empty(reference: Reference) -> Verdict | None:
    if reference.tag == "a" and reference.label == "":
        return None  # [](){#id} makes a place to link to
    if reference.attribute == "srcset":
        return None
    return "empty-target", "has no target.", "Say where it leads, or take the link out."


def _label(reference: Reference) -> Verdict | None:
    if reference.tag != "a" or reference.label is None or not reference.target:
        return None
    label = " ".join(reference.label.split())
    if not label:
        return _NO_TEXT if not reference.raw else None
    if _EMPTY_CLICK.fullmatch(label.rstrip(".!")):
        return (
            "vague-text",
            "has a text that does not say where it leads.",
            "Write what is found there between the brackets.",
        )
    return None


_OF_A_LINE = ("fragile-anchor", "empty-text", "vague-text", "empty-target", "remote-asset", "own-url")
_NO_TEXT = "empty-text", "has no text, so nobody can see or hear it.", "Write what is found there as its text."
_BARE = re.compile(r"<a\s[^<>]*?href=[\"'](?P<target>[^\"'<>]+)[\"'][^<>]*>\s*</a>")


def _silent(name: str) -> bool:
    return not name or name == "top" or name.startswith(("__", ":~:", "!", "/")) or bool(_VIEWER.match(name))


_REMEDIES = {
    "missing-page": "Correct the path or take the link out.",
    "missing-image": "Add the file or take the picture out.",
    "missing-asset": "Add the file or take the link out.",
    "missing-anchor": "Give the place an id or name one that is there.",
    "fragile-anchor": "Give the heading an id of its own, as {#a-name}.",
    "draft-target": "Publish the page first or take the link out.",
    "excluded-target": "Publish the file or take the link out.",
    "outside-docs": "Put the file below docs and link it there.",
    "own-url": "Write the path of its file.",
}
