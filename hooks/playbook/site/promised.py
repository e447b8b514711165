"""The anchors of a printed page that are promised for ever: our templates print others that nobody may link to."""

from __future__ import annotations

import re

from playbook.links.text.elements import ids_in

_CONTROL = r"(?s)<(form|template|svg)\b.*?</\1>|<aside class=\"moved\".*?</aside>|<span class=\"old-address\"[^>]*>"
_MAIN = r"<main class=\"main\" id=\"([^\"]*)\""
_LABELS = r"\s(?:aria-labelledby|aria-describedby|aria-controls|for|list)=\"([^\"]*)\""


def anchors_in(html: str) -> tuple[str, ...]:
    """Give the ids of a whole page that others may link to: those of its content that are no mere label or control."""
    main = re.search(r"<main\b.*?</main>", html, re.DOTALL)
    content = re.sub(_CONTROL, "", main[0] if main else html)
    labels = {name for names in re.findall(_LABELS, html) for name in names.split()}
    left_out = {*labels, *re.findall(_MAIN, html)}
    return tuple(name for name in ids_in(content) if name not in left_out and not name.startswith("ask-"))
