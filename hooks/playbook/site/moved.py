"""What keeps old addresses alive: pages in their places, old anchors on living pages, and a map for nginx."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape
from urllib.parse import quote

from playbook.links.promise.redirects import Redirect
from playbook.links.relative_link import built_link, with_anchor

# Into these no empty element may be put; the old anchor then stands in front of them.
_CLOSED_TO_US = ("ul", "ol", "dl", "table", "thead", "tbody", "tr", "img", "hr", "details", "select", "input")


@dataclass(frozen=True)
class MovedPart:
    """A place that is now on another page: its old id, the link to the new place, and that place's address."""

    old: str
    link: str
    new: str


@dataclass(frozen=True)
class MovedPage:
    """A page that has moved: the link to the new one, that one's address, the link to the script, and its places."""

    link: str
    new: str
    script: str
    parts: tuple[MovedPart, ...]


def moved_pages(redirects: Sequence[Redirect], live: Sequence[str], script: str) -> dict[str, MovedPage]:
    """Give what stands at every old address at which no page lives any more, by the name of its file.

    Its module takes the fragment along with ``location.replace``, which leaves no entry in the history; without
    JavaScript the refresh inside ``noscript`` leads to the new page. ``script`` is the module's address in the site.
    """
    pages = [redirect for redirect in redirects if "#" not in redirect.old and redirect.old.lstrip("/") not in live]
    return {_file(one.old): _page(one, one.old.lstrip("/"), redirects, script) for one in pages}


def _page(redirect: Redirect, url: str, redirects: Sequence[Redirect], script: str) -> MovedPage:
    parts = tuple(_part(url, one) for one in redirects if one.old.startswith(f"{redirect.old}#"))
    return MovedPage(_relative(url, redirect.new), redirect.new, built_link(url, script), parts)


def _part(url: str, redirect: Redirect) -> MovedPart:
    return MovedPart(redirect.old.partition("#")[2], _relative(url, redirect.new), redirect.new)


def with_old_anchors(
    html: str, url: str, redirects: Sequence[Redirect], links: Callable[[Sequence[MovedPart]], str]
) -> str:
    """Give a living page with its old anchors: beside the place they name now, or as ``links`` prints those moved."""
    ours = [redirect for redirect in redirects if redirect.old.partition("#")[0] == f"/{url}" and "#" in redirect.old]
    elsewhere = []
    for redirect in ours:
        page, _, anchor = redirect.new.partition("#")
        if page == f"/{url}" and anchor:
            html = _with_second_id(html, redirect.old.partition("#")[2], anchor)
        else:
            elsewhere.append(_part(url, redirect))
    return html.replace("</main>", f"{links(elsewhere)}</main>", 1) if elsewhere else html


def _with_second_id(html: str, old: str, new: str) -> str:
    match = re.search(rf"<(?P<tag>[a-zA-Z][\w-]*)(?=\s)[^<>]*?\sid=\"{re.escape(escape(new))}\"[^<>]*>", html)
    if not match:
        return html
    place = match.start() if match["tag"] in _CLOSED_TO_US else match.end()
    return f'{html[:place]}<span class="old-address" id="{escape(old)}"></span>{html[place:]}'


def nginx_map(redirects: Sequence[Redirect], base: str = "/") -> str:
    """Give the old pages of a site below ``base`` for nginx; fragments never reach a server, so they are not here."""
    # The server compares decoded addresses and sends encoded ones.
    pages = [(_below(base, one.old), _encoded(_below(base, one.new))) for one in redirects if "#" not in one.old]
    rows = [f"    {_word(old)} {_word(new)};" for old, new in pages]
    head = "# Made by the build from redirects.yml. Include it in http { }, then in server { }:\n"
    head += "#     if ($moved_to) { return 301 $moved_to; }\n"
    return head + "\n".join(["map $uri $moved_to {", '    default "";', *rows, "}"]) + "\n"


def _below(base: str, address: str) -> str:
    return address if "://" in address else base + address.removeprefix("/")


def _encoded(address: str) -> str:
    return address if "://" in address else quote(address, safe="/#%")


def _word(text: str) -> str:
    """Give a word of the server's configuration, between quotes where it needs them."""
    return f'"{text}"' if re.search(r"[\s;{}\"'$\\]", text) else text


def _relative(url: str, new: str) -> str:
    if "://" in new:
        return new
    path, _, anchor = new.partition("#")
    return with_anchor(built_link(url, path.lstrip("/")), anchor)


def _file(address: str) -> str:
    bare = address.lstrip("/")
    if bare.endswith("/") or not bare:
        return f"{bare}index.html"
    return bare if "." in posixpath.basename(bare) else f"{bare}/index.html"
