"""What MkDocs itself says of links: held back until it is known whether we say the same, with a line."""

from __future__ import annotations

import logging
from collections.abc import Sequence

from playbook.problems import Problem

_SOURCES = ("mkdocs.structure.files", "mkdocs.structure.pages", "mkdocs.structure.nav")


class HostWarnings(logging.Filter):
    """Holds the host's warnings of links; each is let go in the end, unless a problem tells the same place better."""

    def __init__(self) -> None:
        super().__init__()
        self.held: list[logging.LogRecord] = []

    def begin(self) -> None:
        """Begin to hold warnings back."""
        for name in _SOURCES:
            logging.getLogger(name).addFilter(self)

    def filter(self, record: logging.LogRecord) -> bool:
        """Keep a warning; let everything else pass."""
        if record.levelno < logging.WARNING:
            return True
        self.held.append(record)
        return False

    def end(self, problems: Sequence[Problem] = (), docs: str = "docs") -> None:
        """Stop, and let go what no problem tells; ``docs`` is the folder that names of pages leave out."""
        for name in _SOURCES:
            logging.getLogger(name).removeFilter(self)
        held, self.held = self.held, []
        for record in held:
            if not any(_tells(problem, record.getMessage(), docs) for problem in problems):
                logging.getLogger(record.name).handle(record)


def _tells(problem: Problem, warning: str, docs: str) -> bool:
    place = "'nav' configuration" if problem.path == "mkdocs.yml" else f"'{problem.path.removeprefix(f'{docs}/')}'"
    return f"'{problem.written}'" in warning and place in warning
