"""What the stories share: one build of this repository, clones of it, small repositories of other people, a browser."""

from __future__ import annotations

import json
import shutil
import threading
from collections.abc import Callable, Iterator
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from congbo.__main__ import main
from congbo.deploy.preview import PreviewHandler, mounts
from congbo.policy import load_policy
from congbo.tree import FolderTree
from support.repositories import ROOT, TODAY, ward_repository
from support.served import CHIEF, DEPUTY, OFFICE, Served, copied, found, served
from support.shared import once

WITH_WINDOWS = ("chromium", "chromium-browser", "google-chrome")


@pytest.fixture(scope="session")
def launch() -> Iterator[Callable[..., Browser]]:
    """Launches the first browser that there is of some names, by the one Playwright of a worker: a second would not start."""
    with sync_playwright() as playwright:

        def launched(*names: str) -> Browser:
            found = next(filter(None, map(shutil.which, names)), None)
            assert found, "no Chromium on this machine: run scripts/browser.sh"
            return playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])

        yield launched


@pytest.fixture(scope="session")
def browser(launch: Callable[..., Browser]) -> Iterator[Browser]:
    """Chromium without the windows that nobody sees, where it is there: a page takes a quarter of the time."""
    launched = launch("chromium-headless-shell", *WITH_WINDOWS)
    yield launched
    launched.close()


@pytest.fixture(scope="session")
def browser_with_windows(launch: Callable[..., Browser]) -> Iterator[Browser]:
    """Chromium as people have it: for when a page is drawn, and how exactly it looks."""
    launched = launch(*WITH_WINDOWS)
    yield launched
    launched.close()


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All portals built once, shared by every worker of the run."""

    def build(out: Path) -> None:
        assert main(["-C", str(ROOT), "build", "--today", TODAY, "--out", str(out)]) == 0

    return once(tmp_path_factory, "site", build)


@pytest.fixture(scope="session")
def manifest(site: Path) -> dict[str, dict[str, dict[str, str | None]]]:
    """The build's manifest."""
    return json.loads((site / "manifest.json").read_text("utf-8"))


@pytest.fixture
def ward(tmp_path: Path) -> Path:
    """A working repository of the ward alone, committed: what a clerk of Đồng Lạc has on the desk."""
    return ward_repository(tmp_path / "phuong")


@pytest.fixture(scope="session")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Served:
    """A server of the ward whose register has begun, with nothing submitted; not to be changed."""
    return found(once(tmp_path_factory, "may-chu", served))


def _further(begun: Served, factory: pytest.TempPathFactory, name: str, go: Callable[[Served], object]) -> Served:
    """Return a copy of a server on which one thing more has happened."""
    return found(once(factory, name, lambda folder: go(copied(begun, folder))))


@pytest.fixture(scope="session")
def submitted(begun: Served, tmp_path_factory: pytest.TempPathFactory) -> Served:
    """The same with a news item that a clerk has handed in; not to be changed."""
    return _further(begun, tmp_path_factory, "da-gui", lambda own: own.submitted("tin-moi"))


@pytest.fixture(scope="session")
def checked(submitted: Served, tmp_path_factory: pytest.TempPathFactory) -> Served:
    """The same once the deputy has looked it through: it waits for the chief; not to be changed."""
    return _further(submitted, tmp_path_factory, "da-xem", lambda own: own.signed("tin-moi", DEPUTY))


@pytest.fixture(scope="session")
def granted(checked: Served, tmp_path_factory: pytest.TempPathFactory) -> Served:
    """The same with a change that has passed every step but the merge; not to be changed."""
    return _further(checked, tmp_path_factory, "da-duyet", lambda own: own.signed("tin-moi", CHIEF, OFFICE))


@pytest.fixture
def kho(begun: Served, tmp_path: Path) -> Served:
    """A server of one's own."""
    return copied(begun, tmp_path)


@pytest.fixture
def duyet(granted: Served, tmp_path: Path) -> Served:
    """A server of one's own with an approved change."""
    return copied(granted, tmp_path)


@pytest.fixture(scope="session")
def serve(site: Path) -> Iterator[str]:
    """The built portals on 127.0.0.1; gives the address."""
    policy = load_policy(FolderTree(ROOT))
    handler = partial(PreviewHandler, directory=str(site), hosts=mounts(policy, site))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
