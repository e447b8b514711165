"""A guide added cold: the skeleton tells what is to be written, and what is written then is built."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import new_guide
from playbook.contract.checked_edition import read_edition
from playbook.problems import report
from site_builder import BuildSite, contents
from site_case import DESK, sound_site

LINK = {
    "technique": "[Own it](own-it.md)",
    "situation": "[Own it](../techniques/own-it.md)",
}
# What a curator writes in place of each TODO that needs more than a few words, by how that begins.
WRITTEN = {
    "what the page is called": "Say it twice",
    "what the page gets you": "Say it again in fewer words.",
    "what the customer has just said": "What did you say?",
    "the topic in a word": "Repeating",
    "the role": "Sales lead",
    "when another guide is better": "The fault is ours: {link}",
    "what to do first": "Own the delay: {link}",
}
# Where one place stands for several lines.
LISTS = {
    "five to eight such lines": [
        f'- "Say that {word}."' for word in ("again", "slowly", "louder", "once more", "first")
    ],
    "six to ten such lines": [
        f'- "Say that {word}."' for word in ("again", "slowly", "now", "louder", "twice", "first")
    ],
    "one to three such lines": ['- You think: "did they hear me"'],
    "two to four such lines": ["- They did not hear you{n}.", "- The line is bad{n}."],
    "three to five such steps": ["1. Say it again.", "1. Say it in fewer words.", "1. Wait."],
}


def _written(line: str, number: int, kind: str) -> list[str]:
    """Give what a curator makes of a line of the skeleton."""
    if "another guide" in line or "link to a technique" in line:
        mark = line.split("TODO")[0]
        return [f"{mark}Own what is ours: {LINK[kind]}."] * (3 if "steps" in line else 2)
    several = next((lines for end, lines in LISTS.items() if end in line), None)
    if several:
        return [one.replace("{n}", "" if number % 2 else " well") for one in several]
    text = re.sub(r"TODO: ([^\"“”()\n{]*[^\"“”()\n{ ])", lambda place: _words(place[1], number), line)
    return [text]


def _words(what: str, number: int) -> str:
    return next(
        (words for start, words in WRITTEN.items() if what.startswith(start)), f"say it {'so ' * (number % 3)}again"
    )


def _made(folder: Path, kind: str) -> dict[str, bytes]:
    for path, content in sound_site().items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    assert new_guide.main(["say-it-twice", kind, "--root", str(folder)]) == 0
    return contents(folder)


def _linked(site: dict[str, bytes], kind: str) -> dict[str, bytes]:
    path = "docs/situations/late-delivery.md"
    link = f"({'../techniques/' if kind == 'technique' else ''}say-it-twice.md)".encode()
    return {**site, path: site[path].replace(b"something to plan with.", b"something to [plan with]" + link + b".")}


@pytest.mark.parametrize("kind", ["technique", "situation"])
def test_the_skeleton_is_told_by_its_open_places_alone(kind: str, tmp_path: Path, build_site: BuildSite) -> None:
    site = _made(tmp_path / "made", kind)
    page = site[f"docs/{kind}s/say-it-twice.md"].decode()
    built = build_site({**_linked(site, kind), "site/index.html": b"last week"})
    told = re.findall(
        rf"^docs/{kind}s/say-it-twice.md:(\d+): '.*' is still to be written\. .* \[to-write\]$", built.report, re.M
    )

    assert [int(number) for number in told] == sorted(
        number for number, line in enumerate(page.split("\n"), 1) for _ in range(line.count("TODO"))
    )
    assert built.report.splitlines()[-1] == f"Found {len(told)} problems in 1 file."
    assert (built.status, built.text("index.html")) == (1, "last week")


@pytest.mark.parametrize("kind", ["technique", "situation"])
def test_the_skeleton_filled_in_is_built(kind: str, tmp_path: Path, build_site: BuildSite) -> None:
    site = _made(tmp_path / "made", kind)
    path = f"docs/{kind}s/say-it-twice.md"
    lines = site[path].decode().split("\n")
    filled = [new for number, line in enumerate(lines) for new in _written(line, number, kind)]
    built = build_site({**_linked(site, kind), path: "\n".join(filled).encode()})

    assert built.report == ""
    assert "<h1>Say it twice</h1>" in built.text(f"{kind}s/say-it-twice/index.html")


TAKEN = "'late-delivery' is taken by {root}/docs/situations/late-delivery.md. Choose another id."
NO_ID = "'Say It' can be no id. Write small letters and figures with dashes, as ID=price-match."
NO_KIND = "'trick' is no kind of guide. Write KIND=situation or KIND=technique."
REFUSED = [("late-delivery", "technique", TAKEN), ("Say It", "technique", NO_ID), ("say-it", "trick", NO_KIND)]


@pytest.mark.parametrize(("name", "kind", "message"), REFUSED)
def test_what_can_be_no_new_guide_is_told(
    name: str, kind: str, message: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    site = _made(tmp_path, "technique")
    capsys.readouterr()

    assert new_guide.main([name, kind, "--root", str(tmp_path)]) == 1
    assert capsys.readouterr().err == message.format(root=tmp_path) + "\n"
    assert contents(tmp_path) == site


def test_the_lines_of_a_new_situation_begin_with_a_word_of_their_own(tmp_path: Path) -> None:
    site = _made(tmp_path, "situation")

    assert new_guide.main(["say-it-loud", "situation", "--root", str(tmp_path)]) == 0
    first = site["docs/situations/say-it-twice.md"]
    second = contents(tmp_path)["docs/situations/say-it-loud.md"]
    assert b"- Say sit-1:" in first
    assert b"- Say sil-1:" in second
    assert "[repeated-id]" not in report(read_edition(contents(tmp_path), DESK)[1])
