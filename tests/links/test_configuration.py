"""Trees that name what is not installed, or set up wrongly what is: each loses that alone, and it is told."""

from __future__ import annotations

from pathlib import Path

import pytest
from sound_tree import sound_tree
from written_tree import BOTH, PAGE, checked, small_tree, write

from playbook.links.checks import link_problems
from playbook.links.values import NoTreeError
from playbook_mkdocs.rehearsal import read_tree

FAILING_EXTENSION = """\
from markdown.extensions import Extension

class Failing(Extension):
    def extendMarkdown(self, md):
        import no_such_module

def on_config(config):
    config.markdown_extensions.append(Failing())
"""
FAILING_PREPROCESSOR = """\
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

class Refusing(Preprocessor):
    def run(self, lines):
        if "refused" in "".join(lines):
            raise ValueError("it is refused")
        return lines

class Failing(Extension):
    def extendMarkdown(self, md):
        md.preprocessors.register(Refusing(md), "refusing", 1)

def on_config(config):
    config.markdown_extensions.append(Failing())
"""
GENERATING = """\
from mkdocs.structure.files import File

def on_files(files, config):
    files.append(File.generated(config, "made.md", content="# Made\\n\\n[x](y.md)\\n"))

def on_page_markdown(markdown, page, **named):
    return markdown.replace("d.md", "made.md")
"""


def _refused(files: dict[str, bytes], folder: Path) -> str:
    write(files, folder)
    with pytest.raises(NoTreeError) as caught:
        read_tree(str(folder))
    return str(caught.value).removeprefix(str(folder))


def test_a_tree_where_all_is_there_gets_no_note(tmp_path: Path) -> None:
    hook = "def on_page_markdown(markdown, **named):\n    return markdown\n"
    files = sound_tree() | {"sound.py": hook.encode()}
    files["mkdocs.yml"] += b"hooks: [sound.py]\nwatch: [snippets]\n"

    assert checked(files, tmp_path) == ([], [])


def test_compiled_hooks_are_not_left_in_the_tree(tmp_path: Path) -> None:
    files = small_tree("hooks: [sound.py]\n", sound="")
    checked(files, tmp_path)

    assert {path.name for path in tmp_path.rglob("*")} == {"docs", "index.md", "mkdocs.yml", "sound.py"}


def test_python_that_cannot_be_called_is_left_at_its_default(tmp_path: Path) -> None:
    slug = "!!python/object/apply:pymdownx.slugs.slugify [1, 2]"
    files = small_tree(f"markdown_extensions:\n  - toc:\n      slugify: {slug}\n", "# A\n\n## The B\n\n[b](#the-b)\n")

    assert checked(files, tmp_path) == (
        [],
        ["pymdownx.slugs.slugify in mkdocs.yml is not installed; checked without it."],
    )


def test_python_that_can_be_called_is(tmp_path: Path) -> None:
    slug = "!!python/object/apply:pymdownx.slugs.slugify {kwds: {case: none}}"
    files = small_tree(f"markdown_extensions:\n  - toc:\n      slugify: {slug}\n", "# A\n\n## The B\n\n[b](#The-B)\n")

    assert checked(files, tmp_path) == ([], [])


@pytest.mark.parametrize(
    ("entry", "note"),
    [
        ("watch: [gone]", "watch in mkdocs.yml is left out: The path 'gone' isn't an existing file or directory."),
        ("use_directory_urls: ''", "use_directory_urls in mkdocs.yml is left out: Expected type: <class 'bool'> but "),
        ("nav: {a: 1}", "nav in mkdocs.yml is left out: Expected nav to be a list, got dict with keys ('a',)."),
        ("theme: {name: mkdocs, locale: 1}", "theme in mkdocs.yml is left out: 'locale' must be a string."),
        ("theme: no-such-theme", "theme in mkdocs.yml is left out: Unrecognised theme name: 'no-such-theme'. "),
        ("mdx_configs: {a: 1}", "mdx_configs in mkdocs.yml is left out: For internal use only."),
    ],
)
def test_an_invalid_key_costs_that_key_alone(tmp_path: Path, entry: str, note: str) -> None:
    files = small_tree(f"plugins:\n  - search: {{}}\n{entry}\nmarkdown_extensions: [toc: {{permalink: true}}]\n")
    write(files, tmp_path)
    tree, notes = read_tree(str(tmp_path))

    assert [told[: len(note)] for told in notes] == [note]
    assert [fault.written for fault in link_problems(tree) if fault.path == "docs/index.md"] == ["b.md", "d.md"]
    assert tree.doubts == ()
    assert 'class="headerlink"' in tree.pages["index.md"].html


def test_what_can_never_be_valid_is_named(tmp_path: Path) -> None:
    files = small_tree("docs_dir: .\n")

    assert _refused(files, tmp_path) == (
        "/mkdocs.yml: The 'docs_dir' should not be the parent directory of the config file. Use a child directory "
        "instead so that the 'docs_dir' is a sibling of the config file."
    )


def test_a_folder_that_holds_everything_is_refused_without_a_temporary_path(tmp_path: Path) -> None:
    assert _refused(small_tree("docs_dir: /\n"), tmp_path) == (
        "/mkdocs.yml: docs_dir / holds the folder for temporary files."
    )


def test_pages_may_lie_outside_the_folder_of_the_configuration(tmp_path: Path) -> None:
    write({"docs/index.md": PAGE.encode(), "site/mkdocs.yml": b"docs_dir: ../docs\n"}, tmp_path)
    tree, notes = read_tree(str(tmp_path / "site"))

    assert [(fault.path, fault.written) for fault in link_problems(tree)] == [
        ("../docs/index.md", "b.md"),
        ("../docs/index.md", "d.md"),
    ]
    assert notes == []


def test_a_hook_that_cannot_be_imported_is_left_out_alone(tmp_path: Path) -> None:
    files = small_tree("hooks: [broken.py, making.py]\n", broken="import no_such_module\n", making=GENERATING)

    assert checked(files, tmp_path) == (
        ["docs/index.md:3 'b.md'", "docs/made.md:3 'y.md'"],
        ["hook broken.py cannot be used: No module named 'no_such_module'; checked without it."],
    )


def test_an_extension_that_a_hook_adds_and_that_fails_is_left_out_alone(tmp_path: Path) -> None:
    files = small_tree("hooks: [broken.py]\nmarkdown_extensions: [attr_list]\n", f"{PAGE}\n## C {{#c}}\n\n[c](#c)\n")
    files |= {"broken.py": FAILING_EXTENSION.encode(), "docs/b.md": b"# B\n\n[a](index.md#c)\n"}

    assert checked(files, tmp_path) == (
        [BOTH[1]],
        ["Markdown extension Failing cannot be used: No module named 'no_such_module'; checked without it."],
    )


def test_pages_that_cannot_be_rendered_share_a_note_and_the_others_arechecked(tmp_path: Path) -> None:
    files = small_tree("hooks: [broken.py]\n", broken=FAILING_PREPROCESSOR)
    files |= {f"docs/{number}.md": b"# Refused\n\nrefused\n" for number in range(5)}
    files |= {"docs/deep.md": "\n".join(f"{'    ' * depth}- a" for depth in range(600)).encode()}

    found, notes = checked(files, tmp_path)

    assert [fault for fault in found if fault in BOTH] == BOTH
    assert notes == [
        "docs/0.md, docs/1.md, docs/2.md and 2 more could not be rendered: ValueError: it is refused.",
        "docs/deep.md could not be rendered: it is nested too deeply.",
    ]


def test_a_tree_of_which_no_page_can_be_rendered_is_no_success(tmp_path: Path) -> None:
    files = small_tree("hooks: [broken.py]\n", "# Refused\n\nrefused\n", broken=FAILING_PREPROCESSOR)

    assert _refused(files, tmp_path) == (
        "/mkdocs.yml cannot be used: docs/index.md could not be rendered: ValueError: it is refused."
    )


def test_a_folder_relative_to_the_configuration_is_found(tmp_path: Path) -> None:
    snippets = "  - pymdownx.snippets:\n      base_path: [!relative $config_dir]\n"
    files = small_tree(
        f"markdown_extensions:\n  - attr_list\n{snippets}", '# A\n\n## B {#bb}\n\n[b](#bb)\n\n--8<-- "x.md"\n'
    )
    write(files | {"x.md": b"[x](y.md)\n"}, tmp_path)
    tree, notes = read_tree(str(tmp_path))

    assert [fault.written for fault in link_problems(tree)] == ["y.md"]
    assert notes == []


def test_a_folder_relative_to_each_page_is_found(tmp_path: Path) -> None:
    snippets = "markdown_extensions:\n  - pymdownx.snippets:\n      base_path: [!relative ]\n"
    files = small_tree(snippets, "# A\n\n[b](b/c.md)\n") | {"docs/b/x.txt": b"text\n"}
    files |= {"docs/b/c.md": b'# C\n\n--8<-- "x.txt"\n\n--8<-- "gone.txt"\n'}

    assert checked(files, tmp_path) == (["docs/b/c.md:5 'gone.txt'"], [])


def test_an_extension_with_wrong_settings_is_left_out_alone(tmp_path: Path) -> None:
    wrong = "  - pymdownx.snippets:\n      base_path: 5\n"
    files = small_tree(f"markdown_extensions:\n  - attr_list\n{wrong}", "# A\n\n## B {#bb}\n\n[b](#bb)\n")

    assert checked(files, tmp_path) == (
        [],
        [
            "Markdown extension pymdownx.snippets cannot be used: TypeError: 'int' object is not iterable; "
            "checked without it."
        ],
    )


def test_an_invalid_plugin_is_left_out_alone_and_counts_as_missing(tmp_path: Path) -> None:
    files = small_tree("theme: material\nplugins:\n  - search: {lang: 17}\n  - tags\n  - autorefs\n", "# A\n")
    write(files, tmp_path)
    tree, notes = read_tree(str(tmp_path))

    assert notes == [
        "plugin autorefs is not installed; checked without it.",
        "plugin search cannot be used: Plugin 'material/search' option 'lang': Expected a list of language codes; "
        "checked without it.",
    ]
    assert [doubt.absent for doubt in tree.doubts] == [True, True]


def test_a_plugin_that_raises_in_an_event_does_not_stop_the_others(tmp_path: Path) -> None:
    failing = (
        "def on_files(files, config):\n    raise SystemExit('no files')\n\n"
        "def on_page_markdown(markdown, page, **named):\n    raise ValueError(page.file.src_uri)\n"
    )
    files = small_tree("hooks: [failing.py, making.py]\n", failing=failing, making=GENERATING)

    assert checked(files, tmp_path) == (
        [],  # what on_files would have made is not known
        [
            "on_files of failing.py failed: SystemExit: no files; checked without it.",
            "on_page_markdown of failing.py failed: ValueError: index.md; checked without it.",
        ],
    )


def test_a_plugin_finds_its_own_method_among_the_guarded(tmp_path: Path) -> None:
    taking_out = (
        "def on_files(files, config):\n    raise ValueError\n\n"
        "def on_pre_build(config):\n    config.plugins.events['files'].remove(on_files)\n"
    )

    assert checked(small_tree("hooks: [taking.py]\n", taking=taking_out), tmp_path) == (BOTH, [])


def test_what_is_inherited_and_what_the_environment_gives_counts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ADDRESS_OF_A_TREE", "https://a.example/")
    base = "site_name: A\nsite_url: !ENV ADDRESS_OF_A_TREE\nmarkdown_extensions:\n  attr_list: {}\n"
    base += "  pymdownx.snippets:\n    base_path: [!relative $config_dir]\n"
    files = {"base.yml": base, "sub/mkdocs.yml": "INHERIT: ../base.yml\ncopyright: !ENV [NO_SUCH_VARIABLE, me]\n"}
    files |= {"sub/docs/index.md": '# A {#aa}\n\n[a](#aa)\n\n--8<-- "x.txt"\n', "sub/x.txt": "[x](y.md)\n"}
    write({name: text.encode() for name, text in files.items()}, tmp_path)
    tree, notes = read_tree(str(tmp_path / "sub"))

    assert (tree.settings.site_url, notes) == ("https://a.example/", [])
    assert [fault.written for fault in link_problems(tree)] == ["y.md"]
