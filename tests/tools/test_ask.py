"""``make ask`` types into the ask box of a built site and tells what it showed; here the site is a stand-in."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from site_builder import REPOSITORY

PAGE = """<!doctype html>
<title>Stand-in</title>
<input id="ask">
<div id="ask-results" data-state="idle"></div>
<script type="module" src="box.js"></script>
"""

# Shows the keys that were really pressed as the first guide, so that a test can see them.
BOX = """
const box = document.querySelector("#ask"), results = document.querySelector("#ask-results");
let keys = [];
box.addEventListener("keydown", (event) => event.ctrlKey || event.metaKey || keys.push(event.key));
box.addEventListener("input", () => setTimeout(() => {
  results.innerHTML = box.value ? `
    <div data-guide="${keys.filter((key) => key.length === 1).length}-keys" data-moment="first#say-1">
      <p data-say>“${box.value}” is what\tthey said.</p><p data-say>More.</p></div>
    <div data-guide="second" data-moment="second"></div>
    <div data-guide="second" data-moment="second#say-2"></div>` : "";
  results.dataset.state = { "": "idle", weather: "nothing" }[box.value] ?? "found";
  results.dataset.answered = box.value;
  if (!box.value) keys = [];
}));
"""


def ask(site: Path, queries: str) -> subprocess.CompletedProcess[str]:
    file = site.parent / "queries.jsonl"
    file.write_text(queries, encoding="utf-8")
    return run(str(file), "--site", str(site))


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "tools/ask.py", *arguments]
    return subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, check=False)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "index.html").write_text(PAGE, encoding="utf-8")
    (folder / "box.js").write_text(BOX, encoding="utf-8")
    return folder


def test_each_query_is_typed_by_key_and_its_answer_told(site: Path) -> None:
    queries = [
        {"query": "no way", "best": ["6-keys"], "lines": ["second#say-2"], "never": ["first#say-1"]},
        {"query": "no way", "best": ["second"]},
        {"query": "café", "best": ["second"]},
        {"query": "two\nlines\there"},
        {"query": "weather", "best": []},
    ]
    asked = ask(site, "\n".join(json.dumps(query) for query in queries))
    answers = [json.loads(line) for line in asked.stdout.splitlines()]
    times = [answer.pop("ms") for answer in answers]
    assert answers == [
        {
            "query": query,
            "state": state,
            "guides": [guide, "second"],
            "moments": ["first#say-1", "second", "second#say-2"],
            "line": f"“{typed}” is what they said.",
        }
        for query, typed, guide, state in [
            ("no way", "no way", "6-keys", "found"),
            ("no way", "no way", "6-keys", "found"),
            ("café", "café", "3-keys", "found"),
            ("two\nlines\there", "two lines here", "14-keys", "found"),
            ("weather", "weather", "7-keys", "nothing"),
        ]
    ]
    assert all(time > 0 for time in times)
    *told, took = asked.stderr.splitlines()
    assert told == [
        "queries           5",
        "success@1         0.333 (1 of 3)",
        "success@3         1.000 (3 of 3)",
        "MRR               0.667",
        "acceptable first  0.333 (1 of 3)",
        "fitting first     0.000 (0 of 1)",
        "  where one fits  0.000 (0 of 1)",
        "fitting offered   1.000 (1 of 1)",
        "  where one fits  1.000 (1 of 1)",
        "harmful as found  1.000 (1 of 1)",
        "abstention        1.000 (1 of 1)",
    ]
    assert took.startswith("ms                p50 ")
    assert asked.returncode == 0


def test_what_is_closed_counts_and_is_not_told(site: Path) -> None:
    asked = ask(
        site, '{"query": "no way", "lines": ["first#say-1"], "half": "closed"}\n{"query": "yes", "half": "open"}'
    )

    assert [json.loads(line)["query"] for line in asked.stdout.splitlines()] == ["yes"]
    assert asked.stderr.splitlines()[:2] == ["queries           2", "fitting first     1.000 (1 of 1)"]


def test_a_box_whose_index_did_not_load_is_told(site: Path) -> None:
    (site / "index.html").write_text(PAGE.replace("idle", "failed"), encoding="utf-8")
    (site / "box.js").write_text("", encoding="utf-8")
    asked = ask(site, '{"query": "no"}')
    assert asked.stderr == 'The ask box could not load its index: #ask-results has data-state="failed".\n'
    assert (asked.stdout, asked.returncode) == ("", 1)


def test_a_broken_file_of_queries_is_told_in_one_line(site: Path) -> None:
    asked = ask(site, "no JSON")
    assert asked.stderr == f"{site.parent / 'queries.jsonl'}:1: is not a line of JSON.\n"
    assert (asked.stdout, asked.returncode) == ("", 2)


def test_a_folder_without_a_site_is_told_in_one_line(tmp_path: Path) -> None:
    asked = ask(tmp_path / "none", '{"query": "no"}')
    place = tmp_path / "none" / "index.html"
    assert asked.stderr == f"{place}:1: is missing: build the site first, or name one that is built.\n"
    assert (asked.stdout, asked.returncode) == ("", 2)


def test_a_forgotten_file_of_queries_is_told() -> None:
    asked = run("")
    assert asked.stderr.splitlines()[-1] == "ask: error: name a file of queries: make ask QUERIES=file.jsonl"
    assert asked.returncode == 2
