"""HTML in what a curator writes: a few harmless tags may stand, every other is refused where it is written."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from playbook.guides.source_text import without_code
from playbook.problems import Problem

# Without attributes they can neither act nor lead anywhere, and a reader loses nothing where one is left open.
HARMLESS = ("br", "kbd", "mark", "sub", "sup", "wbr")
# Every element of HTML, of pictures (SVG) and of formulas (MathML) that a browser knows by name; old ones still work.
_ELEMENTS = re.compile(
    r"""(?x)
    a|abbr|acronym|address|animate|animatemotion|animatetransform|applet|area|article|aside |
    audio|b|base|basefont|bdi|bdo|bgsound|big|blink|blockquote|body|br|button|canvas |
    caption|center|circle|cite|code|col|colgroup|command|content|data|datalist|dd|defs|del
    | desc|details|dfn|dialog|dir|div|dl|dt|element|ellipse|em|embed|feimage|fencedframe |
    fieldset|figcaption|figure|filter|font|footer|foreignobject|form|frame|frameset|g|h1|h2
    | h3|h4|h5|h6|head|header|hgroup|hr|html|i|iframe|image|img|input|ins|isindex |
    kbd|keygen|label|legend|li|line|link|listing|main|map|mark|marker|marquee|mask|math
    | menu|menuitem|meta|meter|mglyph|mi|mn|mo|ms|mtext|multicol|nav|nextid|nobr|noembed
    | noframes|noscript|object|ol|optgroup|option|output|p|param|path|pattern|picture |
    plaintext|polygon|polyline|portal|pre|progress|q|rb|rbc|rect|rp|rt|rtc|ruby|s|samp
    | script|search|section|select|selectedcontent|semantics|set|shadow|slot|small|source |
    spacer|span|stop|strike|strong|style|sub|summary|sup|svg|switch|symbol|table|tbody |
    td|template|text|textarea|textpath|tfoot|th|thead|time|title|tr|track|tspan|tt|u |
    ul|use|var|video|view|wbr|xmp
    """
)
_TAG = re.compile(r"<(?:!--|[!?](?=\w|\[)|/?(?P<name>[A-Za-z][^\s/<>=]*)(?=[\s/>=]|$)(?P<rest>[^<>]*)>?)", re.DOTALL)
_REMEDY = f"Of HTML only {', '.join(f'<{name}>' for name in HARMLESS)} may stand, without attributes."


def raw_html_problems(path: str, text: str) -> Iterator[Problem]:
    """Give every tag and comment in a text that is not harmless; words in angle brackets are only words."""
    if "<" not in text:
        return
    opened: Counter[str] = Counter()
    for match in _TAG.finditer(without_code(path, text)):
        name = (match["name"] or "").lower()
        if match[0].startswith("</") and opened[name]:
            opened[name] -= 1  # its beginning has been told
        elif wrong := _wrong(match, name, (match["rest"] or "").strip()):
            opened[name] += 1
            number = text.count("\n", 0, match.start()) + 1
            yield Problem(path, number, match[0].split("\n")[0], *wrong, "raw-html")


def _wrong(match: re.Match[str], name: str, rest: str) -> tuple[str, str] | None:
    if match[0] == "<!--":
        return "begins a comment, which every reader can see in the source of the page.", "Delete it."
    if name in HARMLESS and rest in ("", "/"):
        return None
    if name in HARMLESS:
        return "has an attribute, which no tag may have.", f"Write <{name}> alone."
    # Whatever its name, an element with attributes can act; one with a dash can be made by a script.
    if not name or _ELEMENTS.fullmatch(name) or "=" in match[0] or re.fullmatch(r"[a-z][\w.]*-[\w.-]*", name):
        return "is HTML, which would be printed as text.", _REMEDY
    return None
