"""The nginx of this machine, run with the lines that the README gives to hosts."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from site_builder import REPOSITORY

# The path of the site that lies below one, and the old pages of all sites here.
BASE = "/intranet/kb/"
REDIRECTS = {
    "/old-page/": "/techniques/own-it/",
    "/older.html": "/situations/late-delivery/#now",
    "/früher/": "/lines/",
}

# What the machine's own configuration gives around the lines of the README.
_AROUND = """\
{user}daemon off;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{ }}
http {{
    include {types};
    default_type application/octet-stream;
    access_log off;
    {paths}
{lines}
}}
"""
_KINDS_OF_PATHS = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")

Change = Callable[[str], str]


def readme_lines() -> str:
    """Give the lines for nginx as they stand in the README."""
    text = (REPOSITORY / "README.md").read_text(encoding="utf-8")
    (lines,) = re.findall(r"```nginx\n(.*?)```", text, re.DOTALL)
    return str(lines)


def program() -> str | None:
    """Give nginx, installed where it is missing and that takes no password; None elsewhere."""
    path = os.pathsep.join([os.environ["PATH"], "/usr/sbin", "/usr/local/sbin", "/opt/homebrew/bin"])
    if not shutil.which("nginx", path=path):
        subprocess.run([str(REPOSITORY / "tools" / "install-debian-package"), "nginx", "openssl"], check=False)
    return shutil.which("nginx", path=path)


def below(base: str) -> Change:
    """Change the lines as the README tells those whose site lies below a path."""

    def changed(lines: str) -> str:
        return lines.replace("location / {", f"location {base} {{").replace("404 /404.html", f"404 {base}404.html")

    return changed


def encrypted(folder: Path) -> Change:
    """Change the lines to https, with a certificate made for this run."""
    key, certificate = folder / "key.pem", folder / "certificate.pem"
    made = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost"]
    subprocess.run([*made, "-keyout", str(key), "-out", str(certificate)], check=True, capture_output=True)

    def changed(lines: str) -> str:
        return lines.replace(
            "listen 80;", f"listen 80 ssl;\n    ssl_certificate {certificate};\n    ssl_certificate_key {key};"
        )

    return changed


@contextmanager
def hosted(nginx: str, folder: Path, site: Path, lines: str) -> Iterator[str]:
    """Serve a site on a free port with these lines; gives scheme, host and port, without a slash at the end."""
    port = _free_port()
    scheme = "https" if " ssl;" in lines else "http"
    lines = lines.replace("listen 80", f"listen 127.0.0.1:{port}")
    lines = lines.replace("/srv/next-line/site/", f"{site}/").replace("/srv/next-line/", f"{site.parent}/")
    configuration = _written(nginx, folder, lines)
    with subprocess.Popen([nginx, "-c", str(configuration), "-p", str(folder)]) as process:
        try:
            _wait_for(process, port, folder)
            yield f"{scheme}://127.0.0.1:{port}"
        finally:
            process.terminate()


def _written(nginx: str, folder: Path, lines: str) -> Path:
    version = subprocess.run([nginx, "-V"], capture_output=True, text=True, check=True).stderr
    found = re.search(r"--conf-path=(\S+)/nginx\.conf", version)
    paths = " ".join(f"{kind}_temp_path {folder}/{kind};" for kind in _KINDS_OF_PATHS)
    user = "user root;\n" if os.geteuid() == 0 else ""
    types = f"{found[1] if found else '/etc/nginx'}/mime.types"
    file = folder / "nginx.conf"
    file.write_text(_AROUND.format(user=user, folder=folder, types=types, paths=paths, lines=lines), encoding="utf-8")
    return file


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as found:
        return int(found.getsockname()[1])


def _wait_for(process: subprocess.Popen[bytes], port: int, folder: Path) -> None:
    while True:
        assert process.poll() is None, (folder / "error.log").read_text(encoding="utf-8")
        with socket.socket() as tried:
            if tried.connect_ex(("127.0.0.1", port)) == 0:
                return
