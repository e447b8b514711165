"""The pages that tests open tolerate nothing: what the fixtures must notice, provoked on a stand-in."""

from __future__ import annotations

from pathlib import Path

from open_page import OpenPage
from site_server import served

PAGE = """<!doctype html>
<title>Stand-in</title>
<link rel="icon" href="data:,">
<script>inline = 1</script>
<script src="broken.js"></script>
<script src="missing.js"></script>
<img src="http://elsewhere.invalid/pixel.png" alt="">
"""


def test_errors_violations_and_requests_to_elsewhere_are_trouble(
    tmp_path: Path, open_page: OpenPage, troubles: list[str]
) -> None:
    (tmp_path / "index.html").write_text(PAGE)
    (tmp_path / "broken.js").write_text("throw new Error('broken')")
    with served(tmp_path, "script-src 'self'") as address:
        open_page(base_url=address).goto("/")
    found = sorted(troubles)
    troubles.clear()
    assert found[0].startswith("console: Executing inline script violates the following Content Security Policy")
    assert found[1:] == [
        "console: Failed to load resource: net::ERR_NAME_NOT_RESOLVED",
        "console: Failed to load resource: the server responded with a status of 404 (File not found)",
        "page error: broken",
        "request to elsewhere: http://elsewhere.invalid/pixel.png",
    ]
