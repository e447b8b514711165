"""The garbage collector while a site is built, which makes millions of values and hardly a circle among them."""

from __future__ import annotations

import gc

# New values before it looks; by itself it looks every 700, which takes a tenth of a build.
_NEW_VALUES = 100_000


class SeldomCollected:
    """Lets it look seldom, and never at what was there before the build; ends as often as one likes."""

    def __init__(self) -> None:
        self._before: tuple[int, int, int] | None = None

    def begin(self) -> None:
        """Begin with a build."""
        if self._before is None:
            self._before = gc.get_threshold()
            gc.freeze()
            gc.set_threshold(_NEW_VALUES, *self._before[1:])

    def end(self) -> None:
        """Give back what was found."""
        if self._before is not None:
            gc.set_threshold(*self._before)
            gc.unfreeze()
            self._before = None
