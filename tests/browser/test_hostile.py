"""Hostile texts in every place of a site, opened in Chromium with and without the header: none of them is executed.

What the build refuses never becomes a page. Here nothing is refused, so that what stands behind the refusals is tried:
templates that escape, Markdown that knows no HTML, and the policy in every page.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Browser

from hostile_texts import HOSTILE, LINKS
from playbook.contract.checked_edition import read_edition
from site_builder import configuration, contents, write_and_build
from site_case import DESK, sound_site
from site_server import policy_of, served

SITUATION, TECHNIQUE = "docs/situations/late-delivery.md", "docs/techniques/own-it.md"
PARTS = [HOSTILE[start::3] for start in range(3)]  # more in one line would be told as nested too deeply


def _plants(part: Sequence[str]) -> dict[str, dict[str, str]]:
    """Give every kind of place: fields, lines, replies, headings, prose, cells, cues, references, house numbers."""
    text = _in_one_line(part)
    quoted = json.dumps(text)  # JSON is YAML
    cell, reply = text.replace("|", ""), text.replace("->", "")
    return {
        SITUATION: {
            "title: They say it is late": f"title: {quoted}",
            "job: Own the delay and agree on a new day.": f"job: {quoted}",
            "moment: Where is our delivery?": f"moment: {quoted}",
            "tab: Deliveries": f"tab: {quoted}",
            "owner: Sales lead": f"owner: {quoted}",
            "reviewed: 2026-11-22": f"reviewed: {quoted}",
            "Check: Is a penalty agreed?": f"Check: {reply}?",
            "You are right. It should": f"{text} It should",
            "We lose money every day.": text,
            "- No answer -> own-it": f"- No answer {reply} -> own-it",
            "### It costs us money": f"### {text}",
            "Take the blame first:": f"Take {text} first:",
            "You promised it for Monday.": text,
            "It is the carrier's fault.": text,
            "Write down the new day.": f"| {cell} | b |\n| --- | --- |\n| {cell} | c |",
            "something to plan with.": "\n\n".join(("something.", *part, "[Words](../words.md)")),
        },
        TECHNIQUE: {"title: Own it": f"title: {quoted}", '- Better: "That is on us."': f'- Better: "{text}"'},
        DESK: {"Good question. Let": f"{text} Let"},
        "data/house_numbers.yml": {"say: four o'clock": f"say: {quoted}"},
        "data/references.yml": {
            "found: An apology satisfied people more when it came after they had been heard.": f"found: {quoted}",
            "10.1016/j.jesp.2004.07.007": quoted,
            "Journal of Experimental Social Psychology": quoted,
        },
    }


def _in_one_line(part: Sequence[str]) -> str:
    return " ".join(text.replace("\n", " ").replace("\x02", "").replace("\x03", "") for text in part)


PAGES = {f"docs/{name}.md": f"---\ntitle: {name}\n---\n".encode() for name in ("lines", "map", "sources")}
# Takes the place of our own reading after it: what was refused there is published here.
PLANT = """
import json
import re
from pathlib import Path
from playbook.contract.checked_edition import read_edition

def on_files(files, config):
    ours = next(hook for name, hook in config.hooks.items() if name.endswith("mkdocs_hooks.py"))
    planted = json.loads(Path(config.config_file_path).with_name("planted.json").read_text("utf-8"))
    sources = {path: text.encode() for path, text in planted.items()}
    ours._build.edition, _ = read_edition(sources, "docs/index.md")
    return files
"""


def _planted(part: Sequence[str]) -> dict[str, str]:
    site = {path: content.decode() for path, content in {**sound_site(), **PAGES}.items()}
    for path, changes in _plants(part).items():
        for old, new in changes.items():
            assert site[path].count(old) == 1, old
            site[path] = site[path].replace(old, new)
    words = [f"## A {text}\n\n{text}\n\n- {text}" for text in part]
    return {**site, "docs/words.md": "\n\n".join(["---\ntitle: Words\n---", *words])}


@pytest.fixture(scope="module", params=range(len(PARTS)))
def hostile(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a site on which the hostile texts of one part stand in every kind of place."""
    part = PARTS[request.param]
    settings = yaml.safe_load(configuration())
    settings["hooks"] = [*settings["hooks"], "plant.py"]
    settings["nav"] = [{"Desk": "index.md"}, {_in_one_line(part): "map.md"}, "lines.md", "sources.md", "words.md"]
    settings["site_description"] = settings["site_name"] = _in_one_line(part)
    files = {**sound_site(), **PAGES, "docs/words.md": b"---\ntitle: Words\n---\n", "plant.py": PLANT.encode()}
    files |= {"planted.json": json.dumps(_planted(part)).encode(), "mkdocs.yml": yaml.safe_dump(settings).encode()}
    built = write_and_build(tmp_path_factory.mktemp("hostile"), files)
    assert (built.report, built.status) == ("", 0)
    return built.site


def test_there_are_more_than_sixty_of_them_and_each_is_on_the_pages(hostile: Path) -> None:
    page = (hostile / "situations/late-delivery/index.html").read_text(encoding="utf-8")

    assert len({*HOSTILE, *LINKS}) > 60
    assert page.count("dataset.owned=1") > 10 * min(map(len, PARTS))


@pytest.fixture(params=["with the header", "without it"])
def address(request: pytest.FixtureRequest, hostile: Path) -> Iterator[str]:
    """Serve the site under its policy, and under a header that forbids nothing."""
    policy = policy_of(hostile) if request.param == "with the header" else "frame-ancestors *"
    with served(hostile, policy) as found:
        yield found


ADDRESSES = ("", "situations/late-delivery/", "techniques/own-it/", "lines/", "map/", "sources/", "words/")
POKED = """() => {
    const elements = [...document.querySelectorAll('*')]
    for (const element of elements)
        for (const kind of ['focus', 'mouseover', 'mouseenter', 'pointerover', 'error', 'load', 'toggle', 'begin'])
            element.dispatchEvent(new Event(kind))
    return {
        owned: document.documentElement.dataset.owned ?? '',
        acting: elements.flatMap((element) => element.getAttributeNames().filter((name) => /^on|^style$/.test(name))),
        odd: elements.map((element) => element.localName).filter((name) =>
            /^(iframe|object|embed|base|style|marquee|math|audio|video|you|x|custom-thing)$/.test(name)),
        scripts: elements.filter((element) => element.localName === 'script' && !element.getAttribute('src')).length,
        links: elements.filter((element) => /^(javascript|data|vbscript):/i.test(element.href ?? '')
            && element.localName === 'a').length,
    }
}"""


@pytest.mark.parametrize(
    "page_of",
    ["", "situations/late-delivery/", "techniques/own-it/", "lines/", "map/", "sources/", "words/", "404.html"],
)
def test_none_of_them_is_executed(browser: Browser, address: str, page_of: str) -> None:
    page = browser.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{address}/{page_of}")
    found = page.evaluate(POKED)

    assert found == {"owned": "", "acting": [], "odd": [], "scripts": 0, "links": 0}
    assert [url for url in asked if not url.startswith(("data:", address))] == []
    assert page.url == f"{address}/{page_of}"
    page.close()


@pytest.mark.parametrize("text", [*HOSTILE, *LINKS], ids=range(len(HOSTILE) + len(LINKS)))
def test_the_build_refuses_each_of_them_in_a_text(text: str, tmp_path: Path) -> None:
    site = sound_site()
    page = site[SITUATION].replace(b"Write down the new day.", f"Write down {text} now.".encode())
    problems = read_edition({**site, SITUATION: page}, DESK)[1]

    if text not in LINKS:
        # Quotes alone are only text.
        refused = {problem.code for problem in problems} & {"raw-html", "attribute-list", "invisible-sign"}
        assert bool(refused) == bool({"<", "{"} & {*text})
        assert {problem.path for problem in problems} <= {SITUATION}
        return
    built = write_and_build(tmp_path, {**site, SITUATION: page, "site/index.html": b"last week"})
    assert re.search(r"\[(?:unsafe-scheme|attribute-list|raw-html)\]$", built.report, re.MULTILINE)
    assert (built.status, contents(built.site)) == (1, {"index.html": b"last week"})
