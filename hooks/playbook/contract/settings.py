"""The settings in mkdocs.yml: a file that can be read, hooks that are there, and what we ask for ourselves."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from playbook.guides.source_text import source_text
from playbook.problems import Problem
from playbook.yaml_text import Entry, yaml_entries

_MAIL = re.compile(r"[^\s@<>\"'?&]+@[^\s@<>\"'?&]+")
_EXTRA = "Write it as extra: {curator: name@example.com}, or take it out."
# What the host reads itself may be of any form; that it can be read at all is for us to tell.
_OF_FORM = ("broken-yaml", "repeated-field")


def settings_problems(path: str, content: bytes, is_there: Callable[[str], bool]) -> Iterator[Problem]:
    """Give what is wrong with the settings of ours; ``is_there`` tells whether a file lies beside them."""
    text, problems = source_text(path, content)
    yield from problems
    entries, found = yaml_entries(path, text)
    yield from (problem for problem in found if problem.code in _OF_FORM)
    hooks = entries.get("hooks", Entry((), 1))
    for hook in hooks.value if isinstance(hooks.value, tuple) else ():
        if not is_there(hook):
            hint = "Correct the name, or bring the file back."
            yield Problem(path, hooks.number, hook, "is a hook that is not there.", hint, "wrong-setting")
    yield from _extra(path, entries)


def _extra(path: str, entries: Mapping[str, Entry]) -> Iterator[Problem]:
    extra = entries.get("extra", Entry({}, 1))
    if not isinstance(extra.value, dict):
        yield Problem(path, extra.number, "extra:", "holds no names with values.", _EXTRA, "wrong-setting")
    elif "curator" in extra.value and not _is_mail(extra.value["curator"]):
        number = extra.value["curator"].number
        yield Problem(path, number, "curator:", "is no mail address.", _EXTRA, "wrong-setting")


def _is_mail(entry: Entry) -> bool:
    return isinstance(entry.value, str) and bool(_MAIL.fullmatch(entry.value))
