"""What is left of a link in the rendered text of a page: the quick look that most pages need."""

from __future__ import annotations

import re
from html import unescape

from playbook.links.values import Page

# A page without any of these in its rendered text has nothing to look for; most have none.
_LEFTOVER = re.compile(
    r"\]\s{0,4}[\[({]|\)\[|\[\^|\[\[|\]\s?(?:&lt;|<a\s)|\[[^\]<]*\([^)\s<]*\.\w+|\w\]\(|\[[^\]<]*</?(?:code|em|strong)"
)
_LEFT_IN_TEXT = re.compile(r"\]\s{0,4}[\[({<]|\)\[|\[\^|\[\[|\]\s?https?:|\[[^\]]*\(|\w\]\(")
_NOT_TEXT = (
    r"(?is)<(pre|code|script|style|kbd|samp|math|svg|textarea)\b.*?</\1\s*>"
    r"|<(span|div) class=\"arithmatex\">.*?</\2>|<!--.*?-->"
)


def may_be_broken(page: Page) -> bool:
    """Tell whether the text of a rendered page holds what is left of a link."""
    if not _LEFTOVER.search(page.html):
        return False
    text = re.sub(_NOT_TEXT, " ", page.html)
    return bool(_LEFTOVER.search(text)) and bool(_LEFT_IN_TEXT.search(_words(text)))


def seen(html: str) -> str:
    """Give the text of rendered HTML, code and drawings left out, spaces as one."""
    return _words(re.sub(_NOT_TEXT, " ", html))


def _words(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]*>", "", html)).split())
