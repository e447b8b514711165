"""Our scripts and style sheets as they are published: what a page loads is one file of each."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files

from playbook.site.bundle import NotBundledError, script_bundle, style_bundle

SHEET = "style/screen.css"
WORKER = "search/worker.js"


def bundle_front_end(files: Files, config: MkDocsConfig, folder: str) -> None:
    """Put one file in the place of each script that a page or a page's script loads, and of its sheet."""
    paths = [file.src_uri.removeprefix(folder) for file in files if file.src_uri.startswith(folder)]
    texts = {path: files.src_uris[folder + path].content_string for path in paths if path.endswith((".css", ".js"))}
    scripts = [path for path in texts if ("/" not in path or path == WORKER) and "\nimport " in texts[path]]
    try:
        made = {SHEET: style_bundle(texts, SHEET), **{path: script_bundle(texts, path) for path in scripts}}
    except NotBundledError as error:
        raise PluginError(f"{folder}: {error}") from error
    for path, content in made.items():
        files.remove(files.src_uris[folder + path])
        files.append(File.generated(config, folder + path, content=content))
