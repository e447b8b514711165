"""Modules and sheets become one file each, in the order of their imports, or it is told why not."""

from __future__ import annotations

import pytest

from playbook.site.bundle import NotBundledError, script_bundle, style_bundle

WORDS = "// @ts-check\n\nconst LEAST = 2\n\n/** Gives words. */\nexport function words(text) {\n  return text\n}\n"
BOX = """\
import { words as found } from '../search/words.js'

export class Box {
  address = import.meta.url
}

export async function open() {}

export const KEYS = 6
"""
MAIN = """\
import './moved.js'
import { Box, open } from './box/box.js'
import { words } from './search/words.js'

open()
"""
MODULES = {
    "main.js": MAIN,
    "moved.js": "follow()\n",
    "box/box.js": BOX,
    "search/words.js": WORDS,
    "worker.js": "work()\n",
}


def test_every_module_becomes_a_function_that_is_called_after_those_it_imports() -> None:
    assert script_bundle(MODULES, "main.js") == (
        "const $moved = (() => {\nfollow()\nreturn {  }\n})()\n"
        "const $search_words = (() => {\nconst LEAST = 2\n\n"
        "function words(text) {\n  return text\n}\nreturn { words }\n})()\n"
        "const $box_box = (() => {\nconst { words: found } = $search_words\n\n"
        "class Box {\n  address = new URL('box/box.js', import.meta.url)\n}\n\n"
        "async function open() {}\n\nconst KEYS = 6\nreturn { Box, open, KEYS }\n})()\n"
        "const $main = (() => {\nconst { Box, open } = $box_box\nconst { words } = $search_words\n\nopen()\n"
        "return {  }\n})()\n"
    )


def test_a_script_in_a_folder_names_what_stands_beside_it_as_seen_from_there() -> None:
    modules = {**MODULES, "search/worker.js": "import { Box } from '../box/box.js'\n\nnew Box()\n"}

    assert script_bundle(modules, "search/worker.js").endswith(
        "class Box {\n  address = new URL('../box/box.js', import.meta.url)\n}\n\n"
        "async function open() {}\n\nconst KEYS = 6\nreturn { Box, open, KEYS }\n})()\n"
        "const $search_worker = (() => {\nconst { Box } = $box_box\n\nnew Box()\nreturn {  }\n})()\n"
    )


def test_only_comments_with_lines_of_their_own_stay_behind() -> None:
    kept = "const at =\n  /** @type {string} */ (name)\nconst web = 'http://x/** y */' // said\n/* by hand */ work()\n"
    left = "/**\n * @param {string} a\n */\n  // one\n  /** two */\n"

    assert script_bundle({"a.js": left + kept + left}, "a.js") == f"const $a = (() => {{\n{kept}return {{  }}\n}})()\n"


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"moved.js": "import './main.js'\n"}, "main.js imports itself by way of moved.js"),
        ({"main.js": "import './main.js'\n"}, "main.js imports itself by way of main.js"),
        ({"moved.js": "import { a } from './gone.js'\n"}, "moved.js imports gone.js, which is not there"),
        (
            {"moved.js": "export default function () {}\n"},
            "moved.js holds what cannot be made one script with others: export default function () {}",
        ),
        (
            {"moved.js": "import * as all from './search/words.js'\n"},
            "moved.js holds what cannot be made one script with others: import * as all from './search/words.js'",
        ),
        (
            {"moved.js": "export let count = 0\n"},
            "moved.js holds what cannot be made one script with others: export let count = 0",
        ),
    ],
)
def test_what_cannot_be_made_one_script_is_told(changed: dict[str, str], told: str) -> None:
    with pytest.raises(NotBundledError) as error:
        script_bundle({**MODULES, **changed}, "main.js")
    assert str(error.value) == told


def test_sheets_stand_where_they_are_imported() -> None:
    sheets = {
        "style/screen.css": '/* all */\n\n@import "a.css";\n@import "b.css";\n',
        "style/a.css": "a {}\n",
        "style/b.css": "b {}\n",
    }

    assert style_bundle(sheets, "style/screen.css") == "a {}\nb {}\n"


def test_comments_of_sheets_stay_behind_and_texts_that_look_like_them_do_not() -> None:
    sheet = """\
a {
  top: 0; /* the first
     row */
  content: "/* a text */";
}

/* Two
   lines */

b {} /* here */
/* and */ c {}
"""
    bare = 'a {\n  top: 0;\n  content: "/* a text */";\n}\n\nb {}\n/* and */ c {}\n'

    assert style_bundle({"screen.css": sheet}, "screen.css") == bare


def test_a_sheet_that_is_not_there_is_told() -> None:
    with pytest.raises(NotBundledError) as error:
        style_bundle({"style/screen.css": '@import "gone.css";\n'}, "style/screen.css")
    assert str(error.value) == "style/screen.css imports style/gone.css, which is not there"
