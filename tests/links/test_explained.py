"""Every kind of fault is explained where the link check says so, and is put into a tree by some test."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from injector import injected

from site_builder import REPOSITORY

HOOKS = REPOSITORY / "hooks"
LINKS = sorted((HOOKS / "playbook" / "links").rglob("*.py"))
CHECKS = [*LINKS, *sorted((HOOKS / "playbook_mkdocs").glob("*.py"))]
MESSAGES = (REPOSITORY / "messages" / "links.md").read_text(encoding="utf-8")
# Told of guides, too, and explained there, once.
SHARED = {"not-utf-8", "one-sided-relation"}
CONTENT = (REPOSITORY / "messages" / "content.md").read_text(encoding="utf-8")
EXPLAINED = re.findall(r"^## (\S+)$", MESSAGES, re.MULTILINE)
# These need a git history or a file system: they have tests of their own.
ELSEWHERE = {"address-removed", "unreadable-file"}


def _words() -> Iterator[str]:
    """Give every text in the code of the check that looks like a code."""
    for path in CHECKS:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield node.value


def test_the_explanations_stand_in_alphabetical_order_each_once() -> None:
    assert sorted(set(EXPLAINED)) == EXPLAINED


def test_every_kind_that_is_injected_is_explained_and_the_other_way_round() -> None:
    assert {fault.code for fault in injected(seed=1)} | ELSEWHERE == {*EXPLAINED, *SHARED}
    assert set(re.findall(r"^## (\S+)$", CONTENT, re.MULTILINE)) & {*EXPLAINED, *SHARED} == SHARED


def test_every_explanation_is_of_a_kind_that_the_check_can_tell() -> None:
    assert set(EXPLAINED) - set(_words()) == set()


def _said(path: Path) -> Iterator[str]:
    """Give every text in a module but its docstrings."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    silent = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in silent:
            yield node.value


def test_what_other_trees_are_told_is_not_of_our_site() -> None:
    ours = re.compile(r"(?i)\b(?:guides?|cues?|desk|moments?|curators?|make (?:accept|build)|next line|ask-)")
    told = [(path.name, text) for path in LINKS for text in _said(path) if ours.search(text)]

    assert told == []


def test_every_explanation_shows_what_is_wrong_and_what_is_right() -> None:
    parts = re.split(r"^## ", MESSAGES, flags=re.MULTILINE)[1:]

    assert [part.split()[0] for part in parts if not ("\nWrong: " in part and "\nRight: " in part)] == []
