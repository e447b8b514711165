"""What is said: lines, the replies they get, and where each reply leads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

MESSAGES = ("e-mail", "text", "voicemail")


@dataclass(frozen=True, slots=True)
class Target:
    """Where a reply leads, as the writer wrote it: a line, a branch, a guide or ``stop``."""

    written: str
    note: str
    number: int


@dataclass(frozen=True, slots=True)
class Variant:
    """The same line in another manner: ``softer``, ``firmer`` or ``written``; or a message, see ``MESSAGES``."""

    manner: str
    id: str
    text: str
    tone: str
    condition: str
    ours: bool
    number: int

    @property
    def message(self) -> bool:
        """Whether it is sent or left behind as it stands, not said in a talk."""
        return self.manner in MESSAGES


@dataclass(frozen=True, slots=True)
class Line:
    """One line to say, with a permanent id, and the replies it may get; ``condition`` is what must hold to say it."""

    id: str
    text: str
    tone: str
    condition: str
    ours: bool
    number: int
    target: Target | None
    replies: tuple[Reply, ...]
    variants: tuple[Variant, ...]


@dataclass(frozen=True, slots=True)
class Reply:
    """What they may answer (spoken) or what may happen (not spoken), and the lines or the target it leads to."""

    heard: str
    spoken: bool
    number: int
    target: Target | None
    lines: tuple[Line, ...]


def all_lines(lines: Iterable[Line], replies: Iterable[Reply] = ()) -> Iterator[Line]:
    """Give every line in page order, those below replies included."""
    for line in lines:
        yield line
        yield from all_lines((), line.replies)
    for reply in replies:
        yield from all_lines(reply.lines)


def all_replies(lines: Iterable[Line], replies: Iterable[Reply] = ()) -> Iterator[Reply]:
    """Give every reply in page order, those below lines included."""
    for line in lines:
        yield from all_replies((), line.replies)
    for reply in replies:
        yield reply
        yield from all_replies(reply.lines)
