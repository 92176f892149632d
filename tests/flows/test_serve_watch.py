"""An editor writes, and sees it in the browser a moment later: the real command, a real browser."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from http.client import HTTPResponse
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from support.repositories import ward_repository

PAGE = "dl/internet/tin-tuc-su-kien/2019/{}/"
SECONDS = 60


class Watching:
    """The running command, and what it tells."""

    def __init__(self, root: Path) -> None:
        words = [sys.executable, "-m", "congbo", "-C", str(root), "serve", "--watch", "--port", "0"]
        self.process = subprocess.Popen(
            words, stderr=subprocess.PIPE, text=True, env=os.environ | {"PYTHONUNBUFFERED": "1"}
        )
        assert self.process.stderr
        told = ""
        while "http://" not in told:
            told = self.process.stderr.readline()
            assert told, "it has ended"
        self.address = told[told.index("http://") :].split("/ ")[0].strip(" /")

    def get(self, path: str) -> str:
        with urllib.request.urlopen(f"{self.address}/{path}", timeout=SECONDS) as answer:  # noqa: S310
            return answer.read().decode()

    def listen(self) -> HTTPResponse:
        """Listen to the news; the first that it tells is how things stand."""
        found = urllib.request.urlopen(f"{self.address}/.congbo/thay-doi", timeout=SECONDS)  # noqa: S310
        assert next_event(found)[0] == "noi"
        return found


def next_event(stream: HTTPResponse) -> tuple[str, dict[str, object]]:
    """Return the next event: its name and its value."""
    name = ""
    while line := stream.readline().decode().rstrip("\n"):
        if line.startswith("event: "):
            name = line.removeprefix("event: ")
        elif line.startswith("data: "):
            value = json.loads(line.removeprefix("data: "))
            assert stream.readline() == b"\n"
            return name, value
        elif line == ":":
            stream.readline()
    pytest.fail("the stream has ended")


@pytest.fixture(scope="module")
def watching(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, Watching]]:
    root = ward_repository(tmp_path_factory.mktemp("bien-tap") / "phuong")
    command = Watching(root)
    yield root, command
    command.process.terminate()
    command.process.wait(SECONDS)


@pytest.fixture
def page(watching: tuple[Path, Watching]) -> Path:
    return min((watching[0] / "content/dl/tin-tuc-su-kien/2019").glob("*.md"))


def test_what_is_written_is_shown(watching: tuple[Path, Watching], page: Path) -> None:
    _, command = watching
    address = PAGE.format(page.stem)
    before = command.get(address)
    assert "/.congbo/thay-doi.js" in before
    with command.listen() as news:
        page.write_text(page.read_text("utf-8") + "\nCâu vừa viết thêm.\n", "utf-8")
        name, value = next_event(news)
    assert (name, value["told"]) == ("thay-doi", "")
    assert f"/{address}" in value["pages"]
    assert "Câu vừa viết thêm." in command.get(address)


def test_what_is_wrong_is_told_and_what_was_shown_stays(watching: tuple[Path, Watching], page: Path) -> None:
    _, command = watching
    text, address = page.read_text("utf-8"), PAGE.format(page.stem)
    before = command.get(address)
    with command.listen() as news:
        page.write_text(text.replace("type: tin_bai", "type: khong_co"), "utf-8")
        _, value = next_event(news)
        assert page.name in str(value["told"])
        assert "khong_co" in str(value["told"])
        assert command.get(address) == before
        page.write_text(text, "utf-8")
        assert next_event(news)[1]["told"] == ""


@pytest.mark.browser
def test_the_browser_loads_the_page_again_by_itself(
    watching: tuple[Path, Watching], page: Path, browser: Browser
) -> None:
    _, command = watching
    opened = browser.new_page()
    faults: list[str] = []
    opened.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    opened.goto(f"{command.address}/{PAGE.format(page.stem)}")
    page.write_text(page.read_text("utf-8") + "\nHiện ngay không cần bấm gì.\n", "utf-8")
    expect(opened.get_by_text("Hiện ngay không cần bấm gì.")).to_be_visible(timeout=SECONDS * 1000)
    assert faults == []
    opened.close()


def test_a_folder_with_a_fault_is_told_what_to_mend_before_anything_is_shown(tmp_path: Path) -> None:
    root = ward_repository(tmp_path / "phuong")
    page = min((root / "content/dl/tin-tuc-su-kien/2019").glob("*.md"))
    page.write_text(page.read_text("utf-8").replace("type: tin_bai", "type: khong_co"), "utf-8")
    words = [sys.executable, "-m", "congbo", "-C", str(root), "serve", "--watch", "--port", "0"]
    done = subprocess.run(words, capture_output=True, text=True, timeout=SECONDS, check=False)
    assert done.returncode == 1
    assert f"{page.name}:3" in done.stderr
