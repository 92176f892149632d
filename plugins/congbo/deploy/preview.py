"""A web server for looking at a build: each portal lies under its folder as it would lie under its host."""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler
from pathlib import Path
from typing import Any

from congbo.policy import Policy


def mounts(policy: Policy, out: Path) -> Mapping[str, str]:
    """Return host -> path under which its edition lies in the build folder."""
    return {
        host: f"/{portal.id}/{name}/"
        for portal in policy.portals.values()
        for name, edition in portal.editions.items()
        for host in edition.hosts
        if (out / portal.id / name).is_dir()
    }


class PreviewHandler(SimpleHTTPRequestHandler):
    """Serves files; in pages, addresses of built hosts lead to their folders, so that one can walk from portal to portal."""

    def __init__(self, *args: Any, hosts: Mapping[str, str], **more: Any) -> None:
        self._hosts = hosts
        super().__init__(*args, **more)

    def do_GET(self) -> None:
        """Answer with the page, or with the portal's own page for a missing address."""
        file = self._file()
        if file is None:
            self._send_missing()
        elif file.suffix == ".html":
            self._send_page(file.read_bytes(), HTTPStatus.OK)
        else:
            super().do_GET()

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
        """Say nothing for each request."""

    def _file(self) -> Path | None:
        path = Path(self.translate_path(self.path))
        if path.is_dir() and not self.path.split("?")[0].endswith("/"):
            return path  # the parent class answers with a redirect to the address with a slash
        path = path / "index.html" if path.is_dir() else path
        return path if path.is_file() else None

    def _send_missing(self) -> None:
        mount = "/".join(self.path.split("/")[:3])
        page = Path(self.directory) / mount.lstrip("/") / "404.html"
        if mount.count("/") == 2 and page.is_file():
            # The page for a missing address is served at any depth, so its links begin at the host.
            body = page.read_bytes().replace(b'="/', f'="{mount}/'.encode())
            self._send_page(body, HTTPStatus.NOT_FOUND)
        else:
            self.send_error(HTTPStatus.NOT_FOUND)

    def _send_page(self, body: bytes, status: HTTPStatus) -> None:
        for host, path in self._hosts.items():
            body = body.replace(f'href="https://{host}/'.encode(), f'href="{path}'.encode())
        self.send_response(status)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(body)
