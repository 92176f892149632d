"""What readers are given: the bytes behind a link, or what a web server answers. The only importer of urllib3 here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

LARGEST = 200 * 1024 * 1024  # bytes of one answer
SECONDS = 20
AT_ONCE = 8

# Path within the target -> its bytes, None if nothing is there. Raises UnreachableError where nobody can tell.
Fetch = Callable[[str], bytes | None]


class UnreachableError(Exception):
    """Nobody answered, or with neither the file nor a word that there is none."""


def behind(folder: Path) -> Fetch:
    """Return the reader of a folder or of a link to one."""

    def fetch(path: str) -> bytes | None:
        try:
            with open(f"{folder}/{path}", "rb", buffering=0) as file:  # noqa: PTH123  # sixty thousand of them
                return file.read()
        except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
            return None
        except OSError as error:
            raise UnreachableError(error.strerror or str(error)) from error

    return fetch


@dataclass(frozen=True)
class Served:
    """A web server, asked at one address and nowhere else. ``folders``: it answers for a folder with the page in it."""

    url: str
    folders: bool = True

    def reader(self) -> Fetch:
        """Return the reader, which follows no redirect and takes nothing packed."""
        from urllib3 import PoolManager, Timeout
        from urllib3.exceptions import HTTPError

        pool = PoolManager(maxsize=AT_ONCE, timeout=Timeout(SECONDS), retries=False)
        headers = {"User-Agent": "congbo", "Accept-Encoding": "identity", "Cache-Control": "no-cache"}

        def fetch(path: str) -> bytes | None:
            try:
                response = pool.request(
                    "GET", self.address(path), headers=headers, redirect=False, preload_content=False
                )
                data = response.read(LARGEST)
                response.release_conn()
            except HTTPError as error:
                raise UnreachableError(type(error).__name__) from error
            if response.status in (404, 410):
                return None
            if response.status != 200:
                raise UnreachableError(str(response.status))
            return bytes(data)

        return fetch

    def address(self, path: str) -> str:
        """Return the address of a file: where folders are answered for, that which readers use."""
        shown = path.removesuffix("index.html") if self.folders and f"/{path}".endswith("/index.html") else path
        return f"{self.url.rstrip('/')}/{quote(shown)}"
