"""The whole content: read from its files as one edition, and checked guide by guide and all together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from playbook.contract.attribute_list import attribute_list_problems
from playbook.contract.conversation_problems import conversation_problems, named_elsewhere, repeated_ids
from playbook.contract.cue_problems import arrow_problems, shown_cue_problems
from playbook.contract.echo import without_echoes
from playbook.contract.endless import endless_problems
from playbook.contract.figure import figure_problems, unread_figure_problems
from playbook.contract.line_markup import line_markup_problems
from playbook.contract.page import page_problems
from playbook.contract.prose import prose_problems
from playbook.contract.raw_html import raw_html_problems
from playbook.contract.readability import readability_problems
from playbook.contract.relations import relation_problems
from playbook.contract.repeated_cue import repeated_cue_problems
from playbook.contract.review_date import review_date_problems
from playbook.contract.tab import tab_problems
from playbook.contract.unfinished import unfinished_problems
from playbook.desk.synonyms import read_synonyms
from playbook.guides.bridges import read_bridges
from playbook.guides.confusable import Confusable, read_confusables
from playbook.guides.cue import Arrow, Cues, Run, read_cue_file
from playbook.guides.edition import CONFUSABLES, GUIDE_PATH, HOUSE_NUMBERS, OFF_TOPIC, REFERENCES, SYNONYMS, Edition
from playbook.guides.guide import Guide, read_guide
from playbook.guides.house_numbers import read_house_numbers, with_house_numbers
from playbook.guides.past import Past
from playbook.guides.references import Work, citation_problems, read_references
from playbook.guides.source_text import source_text
from playbook.nearness import did_you_mean
from playbook.problems import Problem
from playbook.yaml_text import yaml_entries

# What every page repeats when one of these cannot be read.
_SHARED = {REFERENCES: "missing-reference", HOUSE_NUMBERS: "unknown-house-number", CONFUSABLES: "repeated-cue"}
_NOTHING = Past()


def read_edition(sources: Mapping[str, bytes], desk: str, past: Past = _NOTHING) -> tuple[Edition, list[Problem]]:
    """Give the edition written in these files (path to bytes) and what is wrong with it; links are judged as rendered.

    ``desk`` is the path of the desk; ``past`` tells which of two claimants is the newer.
    """
    texts, problems = _texts(sources)
    references, found = _references(texts)
    problems += found
    pages = {path: text for path, text in texts.items() if path.endswith(".md") and text.strip()}
    read = [read_guide(path, text) for path, text in pages.items() if GUIDE_PATH.fullmatch(path)]
    problems += [problem for _, found in read for problem in found]
    found_guides, found = _with_cue_files(past.oldest_first([guide for guide, _ in read]), texts)
    problems += found
    guides = {guide.id: guide for guide in reversed(found_guides) if guide.id}
    bridges, found = read_bridges(desk, pages.get(desk, ""))
    confusables, more = _confusables(texts, guides)
    synonyms, wrong = _synonyms(texts)
    off_topic, odd = read_cue_file(OFF_TOPIC, texts.get(OFF_TOPIC, ""))
    odd += [_stray_arrow(arrow) for arrow in off_topic.arrows]
    said = tuple(off_topic.cues.texts())
    edition = Edition(guides, bridges, references, pages, confusables, synonyms, said)
    problems += found + more + wrong + odd + _guide_problems(found_guides, edition, past)
    problems += page_problems(pages, guides, desk)
    return edition, without_echoes(problems, _SHARED)


def _texts(sources: Mapping[str, bytes]) -> tuple[dict[str, str], list[Problem]]:
    read = {path: source_text(path, content) for path, content in sources.items()}
    problems = [problem for _, found in read.values() for problem in found]
    texts = {path: text for path, (text, _) in read.items()}
    for path, text in texts.items():
        problems += raw_html_problems(path, text)
        problems += attribute_list_problems(path, text)
        problems += unfinished_problems(path, text)
    say, found = read_house_numbers(HOUSE_NUMBERS, texts.get(HOUSE_NUMBERS, ""))
    problems += found
    for path, text in texts.items():
        if path.endswith((".md", ".txt")):
            texts[path], found = with_house_numbers(path, text, say)
            problems += found
    return texts, problems


def _references(texts: Mapping[str, str]) -> tuple[dict[str, Work], list[Problem]]:
    entries, problems = yaml_entries(REFERENCES, texts.get(REFERENCES, ""))
    references, found = read_references(REFERENCES, entries)
    return references, [*problems, *found, *unread_figure_problems(REFERENCES, entries, references)]


def _confusables(texts: Mapping[str, str], guides: Mapping[str, Guide]) -> tuple[tuple[Confusable, ...], list[Problem]]:
    entries, problems = yaml_entries(CONFUSABLES, texts.get(CONFUSABLES, ""))
    confusables, found = read_confusables(CONFUSABLES, entries, guides)
    return confusables, problems + found


def _synonyms(texts: Mapping[str, str]) -> tuple[dict[str, str], list[Problem]]:
    entries, problems = yaml_entries(SYNONYMS, texts.get(SYNONYMS, ""))
    synonyms, found = read_synonyms(SYNONYMS, entries)
    return synonyms, problems + found


def _with_cue_files(guides: Sequence[Guide], texts: Mapping[str, str]) -> tuple[list[Guide], list[Problem]]:
    by_id = {guide.id: guide for guide in guides}
    more: dict[str, tuple[Run, ...]] = {}
    problems = []
    for path, text in texts.items():
        if path.endswith(".txt") and path != OFF_TOPIC:
            name = path.rpartition("/")[2].removesuffix(".txt")
            file, found = read_cue_file(path, text)
            more[name] = file.cues.runs
            problems += found
            if name in by_id:
                problems += arrow_problems(path, file.arrows, by_id[name])
            else:
                hint = did_you_mean(name, by_id) or "Name the file after the id of a guide."
                problems.append(Problem(path, 1, name, "is the name of no guide.", hint, "missing-guide"))
    return [replace(guide, cues=Cues((*guide.cue_runs, *more.get(guide.id, ())))) for guide in guides], problems


def _stray_arrow(arrow: Arrow) -> Problem:
    message, hint = "leads nowhere.", "Take it out: nothing answers what is off the topic."
    return Problem(OFF_TOPIC, arrow.number, arrow.written, message, hint, "missing-target")


def _guide_problems(guides: Sequence[Guide], edition: Edition, past: Past) -> list[Problem]:
    problems = [
        *repeated_ids(guides, past),
        *tab_problems(guides),
        *relation_problems(edition.guides),
        *repeated_cue_problems(guides, edition.confusables, past),
    ]
    named = named_elsewhere(edition.guides)
    talks: list[Problem] = []
    for guide in guides:
        problems += prose_problems(guide)
        problems += readability_problems(guide)
        problems += line_markup_problems(guide)
        problems += review_date_problems(guide, past.today)
        talks += conversation_problems(guide, edition.guides, named.get(guide.id, ()))
        problems += shown_cue_problems(guide)
        problems += citation_problems(guide, edition.references)
        problems += figure_problems(guide, edition.references)
    # Whoever follows a conversation to its end must not lose the way before.
    return [*problems, *(talks or endless_problems(edition.guides))]
