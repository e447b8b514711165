"""Files that mkdocs.yml names: style sheets, scripts and the pictures of the theme."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Sequence

import yaml

from playbook.links.around.outline import place, texts, value_of
from playbook.links.ground import Ground
from playbook.links.suggestion import ROOT
from playbook.links.target.scheme import is_elsewhere, refusal
from playbook.links.text.source import Source, first_value
from playbook.links.values import PUBLISHED
from playbook.links.verdict import FROM_ROOT, Place, Verdict
from playbook.problems import Problem


def configured_problems(ground: Ground, configurations: Sequence[Source]) -> Iterator[Problem]:
    """Give every style sheet, script or picture in mkdocs.yml that is not there or comes from another host."""
    for source, node in _named(configurations):
        written = str(node.value)
        verdict = _no_file(ground, written) if written and node.tag.endswith(":str") else None
        if verdict:
            yield source.told(place(node), written, verdict)


def _named(configurations: Sequence[Source]) -> Iterator[tuple[Source, yaml.ScalarNode]]:
    for names in (("extra_css",), ("theme", "logo"), ("theme", "favicon")):
        source, root = first_value(configurations, *names)
        yield from ((source, node) for node in texts(root))
    source, scripts = first_value(configurations, "extra_javascript")
    for item in scripts.value if isinstance(scripts, yaml.SequenceNode) else ():
        script = value_of(item, "path") if isinstance(item, yaml.MappingNode) else item
        yield from ((source, node) for node in texts(script))


def _no_file(ground: Ground, written: str) -> Verdict | None:
    if is_elsewhere(written):
        return refusal(written, "script")
    name = posixpath.normpath(re.split(r"[?#]", written)[0].lstrip("/"))
    if written.startswith("/") and not written.startswith(ground.home.folder or "/"):
        known = Place(name) if ground.lookup.file(name) == PUBLISHED else ""
        return Verdict("wrong-slash", FROM_ROOT, known, "Write it as a path below docs.")
    if ground.lookup.file(name) == PUBLISHED or name in ground.lookup.addresses or ground.doubts.target(name):
        return None
    found = ground.suggestions.meant(ROOT, name)
    meant = Place(found[0]) if found else ""
    return Verdict("missing-asset", "is a file that is not there.", meant, "Add the file or take the entry out.")
