"""One script and one style sheet made of those that our pages load: few requests, and sources that stay as they are.

Every module becomes a function that is called once, in the order of the imports, and gives what it exports: so no name
meets that of another module. Imports and exports are read where the formatter leaves them, at the beginning of a line.
Comments that have lines of their own stay behind: they are a third of what would be sent.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping

_IMPORT = re.compile(r"^import (?:\{([^}]*)\} from )?'(\.[^']*)'\n", re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async function|function|class|const) (\w+))", re.MULTILINE)
_COMMENT = re.compile(r"^[ \t]*(?:/\*\*(?:(?!\*/).)*\*/[ \t]*|//[^\n]*)\n", re.MULTILINE | re.DOTALL)
_OTHER = re.compile(r"^(?:import|export)\b.*", re.MULTILINE)
# On lines of its own or at the end of one: elsewhere the signs may stand in a text.
_REMARK = re.compile(r"^[ \t]*/\*(?:(?!\*/).)*\*/\n+|[ \t]*/\*(?:(?!\*/).)*\*/$", re.MULTILINE | re.DOTALL)
_SHEET = re.compile(r"^@import \"([^\"]*)\";\n", re.MULTILINE)


class NotBundledError(ValueError):
    """Sources that cannot be made one file; tells which and why."""


def script_bundle(modules: Mapping[str, str], start: str) -> str:
    """Give one module that does what the module ``start`` does, in its place."""
    home = posixpath.dirname(start) or "."
    return "".join(_as_function(path, modules[path], home) for path in _in_order(modules, start, ()))


def style_bundle(sheets: Mapping[str, str], start: str) -> str:
    """Give the sheet ``start`` with the sheets beside it that it imports in their places; comments stay behind."""

    def imported(found: re.Match[str]) -> str:
        return _text(sheets, start, posixpath.join(posixpath.dirname(start), found[1]))

    return _REMARK.sub("", _SHEET.sub(imported, _text(sheets, start, start)))


def _in_order(modules: Mapping[str, str], path: str, above: tuple[str, ...]) -> list[str]:
    """Give a module and all that it imports, each once, as a browser would run them."""
    if path in above:
        raise NotBundledError(f"{path} imports itself by way of {', '.join(above[above.index(path) + 1 :]) or path}")
    text = _text(modules, above[-1] if above else path, path)
    imports = [_target(path, found[2]) for found in _IMPORT.finditer(text)]
    before = [name for target in imports for name in _in_order(modules, target, (*above, path))]
    return list(dict.fromkeys([*before, path]))


def _text(files: Mapping[str, str], asking: str, path: str) -> str:
    if path not in files:
        raise NotBundledError(f"{asking} imports {path}, which is not there")
    return files[path]


def _as_function(path: str, text: str, home: str) -> str:
    bare = _IMPORT.sub(lambda found: _taken(_target(path, found[2]), found[1]), text)
    exported = _EXPORT.findall(bare)
    beside = posixpath.relpath(path, home)
    body = _EXPORT.sub("", bare).replace("import.meta.url", f"new URL('{beside}', import.meta.url)")
    odd = _OTHER.search(body)
    if odd:
        raise NotBundledError(f"{path} holds what cannot be made one script with others: {odd[0]}")
    said = _COMMENT.sub("", body).lstrip("\n")
    return f"const {_name(path)} = (() => {{\n{said}return {{ {', '.join(exported)} }}\n}})()\n"


def _taken(target: str, names: str | None) -> str:
    return f"const {{{names.replace(' as ', ': ')}}} = {_name(target)}\n" if names else ""


def _target(path: str, written: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), written))


def _name(path: str) -> str:
    return "$" + re.sub(r"\W", "_", path.removesuffix(".js"))
