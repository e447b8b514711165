"""An edition: everything one build publishes, read from the files and checked as a whole."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from playbook.conversation import STOP
from playbook.conversation_problems import conversation_problems, repeated_ids
from playbook.cue import Cue, read_cue_file
from playbook.desk import read_bridges
from playbook.front_matter import read_front_matter
from playbook.guide import Guide, read_guide
from playbook.house_numbers import read_house_numbers, with_house_numbers
from playbook.line import Line
from playbook.links import Link, link_problems, links
from playbook.problems import Problem, did_you_mean
from playbook.prose import prose_problems
from playbook.references import Reference, citation_problems, read_references
from playbook.relations import RELATIONS, relation_problems
from playbook.section import Row
from playbook.source_text import source_text
from playbook.yaml_text import yaml_entries

HOUSE_NUMBERS = "house_numbers.yml"
REFERENCES = "references.yml"
_GUIDE_PATH = re.compile(r"[^/]+/(?:situations|techniques)/[^/]+\.md")


@dataclass(frozen=True)
class Edition:
    """Guides by id, bridge lines, references by key, and the text of every page by path."""

    guides: Mapping[str, Guide]
    bridges: tuple[Line, ...]
    references: Mapping[str, Reference]
    texts: Mapping[str, str]

    def guides_of(self, kind: str) -> list[Guide]:
        """The guides of a kind, by title."""
        return sorted((g for g in self.guides.values() if g.kind == kind), key=lambda guide: guide.title)

    def guide_at(self, path: str) -> Guide | None:
        """The guide written in this file."""
        return next((guide for guide in self.guides.values() if guide.path == path), None)

    def used_in(self, guide: Guide) -> list[Guide]:
        """The other guides whose script or text leads to this one, by title."""
        others = [
            other for other in self.guides.values() if other is not guide and guide.path in _leads_to(other, self)
        ]
        return sorted(others, key=lambda other: other.title)


def read_edition(sources: Mapping[str, bytes], home: str, navigation: Sequence[str]) -> tuple[Edition, list[Problem]]:
    """Give the edition written in these files (path to bytes) and everything that is wrong with it.

    ``home`` is the path of the desk; ``navigation`` names the pages that the site's navigation leads to.
    """
    texts, problems = _texts(sources)
    references, found = _references(texts)
    problems += found
    pages = {path: text for path, text in texts.items() if path.endswith(".md") and text.strip()}
    read = [read_guide(path, text) for path, text in pages.items() if _GUIDE_PATH.fullmatch(path)]
    problems += [problem for _, found in read for problem in found]
    found_guides, found = _with_cue_files([guide for guide, _ in read], texts)
    problems += found
    guides = {guide.id: guide for guide in reversed(found_guides) if guide.id}
    bridges, found = read_bridges(home, pages.get(home, ""))
    edition = Edition(guides, bridges, references, pages)
    problems += found + _guide_problems(found_guides, edition) + _page_problems(edition, home, navigation)
    return edition, _without_echoes(problems)


def _without_echoes(problems: Sequence[Problem]) -> list[Problem]:
    """Leave out what only repeats, page by page, that one of the two shared files cannot be read."""
    codes = {REFERENCES: "missing-reference", HOUSE_NUMBERS: "unknown-house-number"}
    echoes = {codes.get(problem.path) for problem in problems if problem.code == "broken-yaml"}
    return [problem for problem in problems if problem.code not in echoes]


def _texts(sources: Mapping[str, bytes]) -> tuple[dict[str, str], list[Problem]]:
    read = {path: source_text(path, content) for path, content in sources.items()}
    problems = [problem for _, found in read.values() for problem in found]
    texts = {path: text for path, (text, _) in read.items()}
    say, found = read_house_numbers(HOUSE_NUMBERS, texts.get(HOUSE_NUMBERS, ""))
    problems += found
    for path, text in texts.items():
        if path.endswith((".md", ".txt")):
            texts[path], found = with_house_numbers(path, text, say)
            problems += found
    return texts, problems


def _references(texts: Mapping[str, str]) -> tuple[dict[str, Reference], list[Problem]]:
    entries, problems = yaml_entries(REFERENCES, texts.get(REFERENCES, ""))
    references, found = read_references(REFERENCES, entries)
    return references, problems + found


def _with_cue_files(guides: Sequence[Guide], texts: Mapping[str, str]) -> tuple[list[Guide], list[Problem]]:
    ids = {guide.id for guide in guides}
    more: dict[str, tuple[Cue, ...]] = {}
    problems = []
    for path, text in texts.items():
        if path.endswith(".txt"):
            name = path.rpartition("/")[2].removesuffix(".txt")
            more[name], found = read_cue_file(path, text)
            problems += found
            if name not in ids:
                hint = did_you_mean(name, ids) or "Name the file after the id of a guide."
                problems.append(Problem(path, 1, name, "is the name of no guide.", hint, "missing-guide"))
    return [replace(guide, cues=(*guide.cues, *more.get(guide.id, ()))) for guide in guides], problems


def _guide_problems(guides: Sequence[Guide], edition: Edition) -> list[Problem]:
    problems = [*repeated_ids(guides), *relation_problems(edition.guides), *_repeated_cues(guides)]
    for guide in guides:
        problems += prose_problems(guide)
        problems += conversation_problems(guide, edition.guides)
        problems += citation_problems(guide, edition.references)
    return problems


def _repeated_cues(guides: Iterable[Guide]) -> list[Problem]:
    problems = []
    first: dict[str, tuple[str, str]] = {}
    for guide in guides:
        for cue in guide.cues:
            path = guide.path if cue.shown else f"cues/{guide.id}.txt"
            words = " ".join(re.findall(r"\w+", cue.text.lower()))
            owner, where = first.setdefault(words, (guide.id, f"{path}:{cue.number}"))
            if where != f"{path}:{cue.number}":
                hint = "Keep it on the page it belongs to." if owner != guide.id else "Keep one."
                problems.append(Problem(path, cue.number, cue.text, f"is a cue in {where} too.", hint, "repeated-cue"))
    return problems


def _page_problems(edition: Edition, home: str, navigation: Sequence[str]) -> list[Problem]:
    """Check the links of every page, and that somebody can get to it."""
    found: list[Link] = []
    for path, text in edition.texts.items():
        front, problems = read_front_matter(path, text)
        first = front.body_line if not problems else 1
        rows = [Row(number, line) for number, line in enumerate(text.split("\n"), 1) if number >= first]
        found += links(path, rows)
    paths = {guide.path: guide for guide in edition.guides.values()}
    anchors = {path: paths[path].anchors() if path in paths else None for path in edition.texts}
    reached = {home, *navigation, *(link.page for link in found if link.page != link.path), *_named(edition)}
    unreached = [path for path in edition.texts if path not in reached]
    return link_problems(found, anchors) + [_orphan(path) for path in unreached]


def _named(edition: Edition) -> set[str]:
    """Give the paths of all situations (the desk shows them) and of every guide another guide leads to."""
    named = {guide.path for guide in edition.guides_of("situation")}
    for guide in edition.guides.values():
        related = {other for relation in RELATIONS for other in guide.front.texts(relation)} - {guide.id}
        named |= {edition.guides[other].path for other in related if other in edition.guides}
        named |= _leads_to(guide, edition) - {guide.path}
    return named


def _leads_to(guide: Guide, edition: Edition) -> set[str]:
    """Give the paths of the guides that the script and the prose of a guide lead to."""
    ids = {target.written.partition("#")[0] for target in guide.targets()} - {STOP}
    rows = [row for section in guide.sections for row in section.rows]
    return {edition.guides[name].path for name in ids if name in edition.guides} | {
        link.page for link in links(guide.path, rows)
    }


def _orphan(path: str) -> Problem:
    hint = "Link it from a guide or name it in nav (mkdocs.yml)."
    return Problem(path, 1, path.rpartition("/")[2], "is a page nobody can reach.", hint, "orphan")
