"""What the stories share: one build of this repository, clones of it, small repositories of other people, a browser."""

from __future__ import annotations

import fcntl
import json
import os
import shutil
import threading
from collections.abc import Iterator
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
from support.served import Served, copied, served


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The one Chromium of a worker: a second Playwright beside it would not start."""
    found = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    assert found, "no Chromium on this machine: run scripts/browser.sh"
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
        yield launched
        launched.close()


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All portals built once, shared by every worker of the run."""
    shared = (
        tmp_path_factory.getbasetemp().parent
        if os.environ.get("PYTEST_XDIST_WORKER")
        else tmp_path_factory.getbasetemp()
    )
    out = shared / "site"
    with (shared / "site.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not out.exists():
            assert main(["-C", str(ROOT), "build", "--today", TODAY, "--out", str(out)]) == 0
    return out


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
    return served(tmp_path_factory.mktemp("may-chu"))


@pytest.fixture(scope="session")
def granted(begun: Served, tmp_path_factory: pytest.TempPathFactory) -> Served:
    """The same with a change that has passed every step but the merge; not to be changed."""
    own = copied(begun, tmp_path_factory.mktemp("da-duyet"))
    own.approved("tin-moi")
    return own


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
