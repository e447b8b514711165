"""The events of plugins and hooks, of which one that fails must not end those of the others."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from mkdocs.plugins import PluginCollection

Told = Callable[[str, str, BaseException], None]


class Guarded:
    """A method of an event that gives nothing where it raises, so that the host keeps what it had.

    It equals the method, since the host and some plugins look for the method itself.
    """

    def __init__(self, method: Callable[..., Any], told: Callable[[BaseException], None]) -> None:
        self.method = method
        self.told = told

    def __call__(self, *given: Any, **named: Any) -> Any:
        """Give what the method gives, or nothing."""
        try:
            return self.method(*given, **named)
        except (Exception, SystemExit) as error:  # noqa: BLE001 - a plugin of theirs may raise anything
            self.told(error)
            return None

    def __eq__(self, other: object) -> bool:
        return bool(self.method == (other.method if isinstance(other, Guarded) else other))

    def __hash__(self) -> int:
        return hash(self.method)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.method, name)


def guard(plugins: PluginCollection, told: Told) -> None:
    """Guard every method that is not guarded yet; ``told`` hears the event, the plugin and the error."""
    for event, methods in plugins.events.items():
        methods[:] = [_guarded(plugins, event, method, told) for method in methods]


def _guarded(plugins: PluginCollection, event: str, method: Callable[..., Any], told: Told) -> Guarded:
    if isinstance(method, Guarded):
        return method
    name = plugins._event_origins.get(method, "unknown")
    return Guarded(method, lambda error: told(f"on_{event}", name, error))
