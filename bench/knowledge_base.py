"""A knowledge base of any size, made of copies of ours, and the same pages as documentation for the stock theme.

Every copy has ids, titles and cues of its own, and its links stay inside it, so that it is as valid as ours. A third of
the words of its cues is swapped for some of the two hundred words of a made-up trade, of which each cue ends with two,
never the same: so the words grow far more slowly than the cues, as in any language. Guides keep all their cues, or only
so many, of which each moment has its share: a thousand guides with as many as ours, a million and a half, are nothing
that anybody could write. The same for the same numbers, every time.
"""

from __future__ import annotations

import os
import random
import re
import shutil
from collections.abc import Callable, Iterable
from itertools import product
from pathlib import Path

import yaml

REPOSITORY = Path(__file__).resolve().parent.parent
SITUATIONS, TECHNIQUES, CUES = "docs/situations", "docs/techniques", "data/cues"
SHARED = ("data/references.yml", "data/house_numbers.yml", "data/synonyms.yml", "data/off_topic.txt")
STOCK = """\
site_name: Next Line
theme: {name: material, font: false}
plugins: [search]
markdown_extensions: [attr_list, admonition, tables, smarty, {toc: {permalink: false}}]
"""
WORDS = 200  # of a trade
_SHOWN_CUE = r'(- (?:You think: )?")(.*)("(?: -> .*)?)'
_CUE = r"((?:You think: )?)(.+)()"
_LINE_ID = re.compile(r"\b([a-z]+)-([1-9][0-9]*[a-z]?)\b")


def write_knowledge_base(folder: Path, guides: int, cues: int | None = None) -> tuple[int, int]:
    """Write a project of about this many guides into a folder, copy by copy, and give how many there are.

    ``cues`` is how many a guide has besides those of its page; without it all that ours have. They are counted, too.
    """
    names = _names()
    copies = max(1, round(guides / len(names)))
    for shared in SHARED:
        _copy(shared, folder)
    for path in sorted((REPOSITORY / "docs").glob("*.md")):
        _copy(path.relative_to(REPOSITORY).as_posix(), folder)
    shutil.copytree(REPOSITORY / "docs" / "paths", folder / "docs" / "paths")
    for number in range(copies):
        _write_copy(folder, number, names, cues)
    _write_pairs(folder, copies)
    _write_configuration(folder)
    return copies * len(names), sum(_cue_count(path) for path in (folder / CUES).iterdir())


def write_stock(folder: Path, base: Path) -> None:
    """Write the pages of a knowledge base once more, for Material with its own search and nothing of ours."""
    shutil.copytree(base / "docs", folder / "docs")
    (folder / "mkdocs.yml").write_text(STOCK, encoding="utf-8")


def _names() -> list[str]:
    return sorted(path.stem for kind in (SITUATIONS, TECHNIQUES) for path in (REPOSITORY / kind).glob("*.md"))


def _copy(name: str, folder: Path) -> None:
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(REPOSITORY / name, folder / name)


def _write_copy(folder: Path, number: int, names: Iterable[str], cues: int | None) -> None:
    """Write all guides and cue files once; the first copy is ours as it stands, but for the cues left out."""
    rename = _renaming(number, names)
    trade = _Trade(number)
    for path in sorted(path for kind in (SITUATIONS, TECHNIQUES, CUES) for path in (REPOSITORY / kind).iterdir()):
        place = folder / path.parent.relative_to(REPOSITORY) / f"{path.stem}{_ending(number)}{path.suffix}"
        place.parent.mkdir(parents=True, exist_ok=True)
        text = path.read_text(encoding="utf-8")
        if cues is not None and path.suffix == ".txt":
            text = _fewer(text, cues / _cue_count(path))
        place.write_text(_copied(text, path.suffix, number, rename, trade), encoding="utf-8")


def _cue_count(path: Path) -> int:
    return sum(_is_cue(line) for line in path.read_text(encoding="utf-8").splitlines())


def _is_cue(line: str) -> bool:
    return bool(line.strip()) and not line.startswith(("->", "#"))


def _fewer(text: str, share: float) -> str:
    """Give a cue file with this share of the cues of every moment, drawn evenly, and at least one of each."""
    kept, owed = [], 1.0
    for line in text.splitlines():
        if line.startswith("->"):
            owed = 1.0
        owed += share if _is_cue(line) else 0
        if not _is_cue(line) or owed >= 1:
            kept.append(line)
            owed -= 1 if _is_cue(line) else 0
    return "".join(f"{line}\n" for line in kept)


class _Trade:
    """The words of a copy's trade, and two of them for each cue, in an order that never comes again."""

    def __init__(self, number: int) -> None:
        self.dice = random.Random(number)
        self.words = [_invented(self.dice) for _ in range(WORDS)]
        self.endings = product(self.words, self.words)

    def swapped(self, said: str) -> str:
        """Give a sentence with words of the trade in it and at its end."""
        words = [self.dice.choice(self.words) if self.dice.random() < 1 / 3 else word for word in said.split()]
        kept = words[:-2] if len(words) > 2 else words[:1]
        return " ".join([*kept, *next(self.endings)])


def _copied(text: str, kind: str, number: int, rename: Callable[[str], str], trade: _Trade) -> str:
    if not number:
        return text
    if kind == ".txt":
        return "".join(f"{_cue(rename(line), trade)}\n" for line in text.splitlines())
    text = re.sub(r"^facts: .*\n", "", text, flags=re.MULTILINE)
    text = re.sub(r"^(title|tab): (\"?)(.*?)(\"?)$", rf"\1: \2\3-{trade.words[0]}\4", text, flags=re.MULTILINE)
    head, section, tail = text.partition("## They say\n")
    cues, end, rest = tail.partition("\n## ")
    swapped = "\n".join(_cue(line, trade, mark=_SHOWN_CUE) for line in cues.split("\n"))
    return rename(f"{head}{section}{swapped}{end}{rest}")


def _renaming(number: int, names: Iterable[str]) -> Callable[[str], str]:
    """Give what turns the ids of our guides and lines into those of a copy."""
    if not number:
        return lambda text: text
    guides = re.compile(
        rf"(?<![\w-])({'|'.join(sorted(names, key=len, reverse=True))})(?=\.md|#|\s|,|\]|$)(?![\w-])", re.MULTILINE
    )
    letters = _letters(number)

    def renamed(text: str) -> str:
        text = guides.sub(rf"\1{_ending(number)}", text)
        return _LINE_ID.sub(lambda match: match[0] if match[1] == "say" else f"{match[1]}{letters}-{match[2]}", text)

    return renamed


def _ending(number: int) -> str:
    return f"-{_letters(number)}" if number else ""


def _letters(number: int) -> str:
    """Give a number in letters that no word of ours ends with: 1 is ``qb``."""
    digits = ""
    while number:
        number, digit = divmod(number, 20)
        digits = "bcdfghjklmnpqrstvwxz"[digit] + digits
    return f"q{digits}"


def _cue(line: str, trade: _Trade, mark: str = _CUE) -> str:
    match = re.fullmatch(mark, line)
    if match is None or not _is_cue(line):
        return line
    return f"{match[1]}{trade.swapped(match[2])}{match[3]}"


def _invented(dice: random.Random) -> str:
    return "".join(dice.choice("bcdfglmnprst") + dice.choice("aeiou") for _ in range(dice.randint(3, 4)))


def _write_pairs(folder: Path, copies: int) -> None:
    pairs = yaml.safe_load((REPOSITORY / "data/confusable.yml").read_text(encoding="utf-8"))
    written = {
        f"{name}{_ending(number)}": {**pair, "guides": [f"{guide}{_ending(number)}" for guide in pair["guides"]]}
        for number in range(copies)
        for name, pair in pairs.items()
    }
    (folder / "data/confusable.yml").write_text(yaml.safe_dump(written, sort_keys=False), encoding="utf-8")


def _write_configuration(folder: Path) -> None:
    settings = yaml.safe_load((REPOSITORY / "mkdocs.yml").read_text(encoding="utf-8"))
    settings["theme"]["custom_dir"] = str(REPOSITORY / settings["theme"]["custom_dir"])
    settings["hooks"] = [str(REPOSITORY / hook) for hook in settings["hooks"]]
    settings["watch"] = [os.path.join(folder, "data")]  # noqa: PTH118 - a text in a configuration
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(settings), encoding="utf-8")
