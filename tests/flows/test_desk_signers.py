"""The desk of who signs with what the SSH agent holds, and of who sits on several boards."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from support.desks import Running, desk_of
from support.presses import followed
from support.repositories import git
from support.served import CHIEF, DEPUTY, Served
from support.signers import needs

pytestmark = [pytest.mark.browser, needs("ssh-keygen", "ssh-agent", "ssh-add")]

TITLE = "Ra quân làm sạch đường làng"


@pytest.fixture
def agent(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """An SSH agent of the test's own; its socket's path must be short."""
    folder = Path(tempfile.mkdtemp(prefix="a-", dir="/tmp"))
    running = subprocess.Popen(["ssh-agent", "-D", "-a", str(folder / "s")], stdout=subprocess.PIPE)
    assert running.stdout
    running.stdout.readline()
    monkeypatch.setenv("SSH_AUTH_SOCK", str(folder / "s"))
    yield
    running.terminate()
    running.wait(10)
    shutil.rmtree(folder)


def opened(browser: Browser, running: Running) -> Page:
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(running.start)
    return page


def test_the_chief_signs_with_a_key_that_only_the_agent_holds(
    browser: Browser, kho: Served, agent: None, tmp_path: Path
) -> None:
    kho.commit("tin-moi")
    assert kho.push("tin-moi").code == 0
    assert kho.push(kho.decide("tin-moi", DEPUTY), who=DEPUTY).code == 0
    subprocess.run(["ssh-add", "-q", str(kho.keys[CHIEF])], check=True, capture_output=True)
    away = Served(kho.server, kho.desk, {person: key for person, key in kho.keys.items() if person != CHIEF})
    kho.keys[CHIEF].unlink()
    with desk_of(away, CHIEF, tmp_path / "ban") as running:
        page = opened(browser, running)
        page.goto(f"{running.base}/khoa")
        assert "ssh-agent" in page.inner_text("main")
        page.goto(running.base)
        followed(page.get_by_role("link", name=TITLE))
        assert page.get_by_label("ssh-agent").is_checked()
        followed(page.get_by_role("button", name="Duyệt", exact=True))
        assert "hãy chạm vào" in page.inner_text("main")
        followed(page.get_by_role("button", name="Ký", exact=True))
        page.wait_for_url("**/thay-doi/*")
        assert "Đã ký đồng ý" in page.inner_text("[role=status]")
        before = os.environ["SSH_AUTH_SOCK"]
        subprocess.run(
            ["ssh-add", "-q", "-D"], check=True, capture_output=True, env=os.environ | {"SSH_AUTH_SOCK": before}
        )
        page.goto(f"{running.base}/khoa")
        assert "Không ở máy này" in page.inner_text("main"), "the key is taken out of the agent"
    decided = [name for name in kho.refs() if name.startswith("refs/congbo/decisions/")]
    assert f"--{CHIEF}--" in git(kho.server, "ls-tree", "-r", "--name-only", decided[0])
