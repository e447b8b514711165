"""What keeps old addresses alive: redirect pages, old anchors on living pages, and a map for nginx."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Sequence
from html import escape
from urllib.parse import quote

from playbook.links.promise.redirects import Redirect
from playbook.links.relative_link import built_link, with_anchor
from playbook.site.security_policy import PAGE_POLICY

# Into these no empty element may be put; the old anchor then stands in front of them.
_CLOSED_TO_US = ("ul", "ol", "dl", "table", "thead", "tbody", "tr", "img", "hr", "details", "select", "input")

_PAGE = """\
<!doctype html>
<html lang="en">
  <head>
    <meta http-equiv="Content-Security-Policy" content="{policy}">
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width,initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <meta name="robots" content="noindex">
    <title>{site}</title>
    <link rel="canonical" href="{new}" data-moved>
    <link rel="icon" href="data:,">
    <script type="module" src="{script}"></script>
    <noscript><meta http-equiv="refresh" content="0; url={new}"></noscript>
  </head>
  <body>
    <main><p>This page has moved: <a href="{new}">{label}</a></p>{anchors}</main>
  </body>
</html>
"""


def redirect_pages(redirects: Sequence[Redirect], live: Sequence[str], script: str, site: str) -> dict[str, str]:
    """Give a page for every old address at which none lives any more, by the name of its file.

    Its module takes the fragment along with ``location.replace``, which leaves no entry in the history; without
    JavaScript the refresh inside ``noscript`` leads to the new page. ``script`` is the module's address in the site.
    """
    pages = {redirect.old: redirect.new for redirect in redirects if "#" not in redirect.old}
    return {
        _file(old): _page(old, new, [one for one in redirects if one.old.startswith(f"{old}#")], script, site)
        for old, new in pages.items()
        if old.lstrip("/") not in live
    }


def _page(old: str, new: str, anchors: Sequence[Redirect], script: str, site: str) -> str:
    url = old.lstrip("/")
    moved = "".join(_moved_link(url, anchor) for anchor in anchors)
    return _PAGE.format(
        policy=escape(PAGE_POLICY),
        site=escape(site),
        new=escape(_relative(url, new)),
        label=escape(new),
        script=escape(built_link(url, script)),
        anchors=f'<aside class="moved">{moved}</aside>' if moved else "",
    )


def with_old_anchors(html: str, url: str, redirects: Sequence[Redirect]) -> str:
    """Give a living page with its old anchors: beside the place they name now, or as links to the page it moved to."""
    ours = [redirect for redirect in redirects if redirect.old.partition("#")[0] == f"/{url}" and "#" in redirect.old]
    elsewhere = []
    for redirect in ours:
        page, _, anchor = redirect.new.partition("#")
        if page == f"/{url}" and anchor:
            html = _with_second_id(html, redirect.old.partition("#")[2], anchor)
        else:
            elsewhere.append(_moved_link(url, redirect))
    if not elsewhere:
        return html
    return html.replace("</main>", f'<aside class="moved" aria-label="Moved">{"".join(elsewhere)}</aside></main>', 1)


def _with_second_id(html: str, old: str, new: str) -> str:
    match = re.search(rf"<(?P<tag>[a-zA-Z][\w-]*)(?=\s)[^<>]*?\sid=\"{re.escape(escape(new))}\"[^<>]*>", html)
    if not match:
        return html
    place = match.start() if match["tag"] in _CLOSED_TO_US else match.end()
    return f'{html[:place]}<span class="old-address" id="{escape(old)}"></span>{html[place:]}'


def _moved_link(url: str, redirect: Redirect) -> str:
    old = escape(redirect.old.partition("#")[2])
    href, new = escape(_relative(url, redirect.new)), escape(redirect.new)
    return f'<a id="{old}" href="{href}" data-moved>This part has moved: {new}</a>'


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
    return (
        f"{bare}index.html"
        if bare.endswith("/") or not bare
        else bare
        if "." in posixpath.basename(bare)
        else f"{bare}/index.html"
    )
