"""What a curator writes is printed as written: templates escape every value, Markdown takes no HTML but harmless tags.

Two mechanisms that no place of printing can forget; what is refused with a message is refused besides.
"""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

import jinja2
from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import HtmlInlineProcessor
from markdown.treeprocessors import Treeprocessor
from markupsafe import Markup

from playbook.contract.raw_html import HARMLESS
from playbook.typography import typeset

# What Markdown itself writes and an attribute list may name; everything else, handlers and styles first, goes.
_ATTRIBUTES = {"id", "class", "href", "src", "alt", "title", "align", "start"}
_TAG = rf"(</?(?:{'|'.join(HARMLESS)})\s*/?>)"


def escape_values(environment: jinja2.Environment) -> None:
    """Let templates escape every value; only what is marked as rendered is printed as HTML."""
    environment.autoescape = True
    environment.filters["typeset"] = typeset


def rendered(html: str) -> Markup:
    """Mark HTML that the host rendered from Markdown, in which `PlainText` let nothing pass."""
    return Markup(html)


class PlainText(Extension):
    """Takes raw HTML for the text it is, harmless tags left out, and drops attributes that could act."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - named by the library
        """Stand in place of what reads HTML, and before the collector of references."""
        md.preprocessors.deregister("html_block")
        md.inlinePatterns.deregister("html")
        md.inlinePatterns.register(_HarmlessTag(_TAG, md), "html", 90)
        md.treeprocessors.register(_Attributes(md), "playbook-attributes", 4)


class _HarmlessTag(HtmlInlineProcessor):
    def __init__(self, pattern: str, md: Markdown) -> None:
        super().__init__(pattern, md)
        self.compiled_re = re.compile(pattern, re.IGNORECASE)


class _Attributes(Treeprocessor):
    def run(self, root: Element) -> None:
        """Drop every attribute that is not known to be harmless."""
        for element in root.iter():
            for name in set(element.attrib) - _ATTRIBUTES:
                del element.attrib[name]
