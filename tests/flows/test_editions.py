"""Two networks from one commit (HD-1.1, HD-2.2a): what belongs to the wide-area network alone is in no file of the other."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from congbo.__main__ import main
from congbo.facts.corpus import load_corpus
from congbo.policy import load_policy
from congbo.tree import FolderTree
from support.histories import small_repository
from support.repositories import ROOT, git, snapshot

# Longer than any name of a unit, shorter than any sentence that says something.
RUN = 12


@pytest.fixture(scope="module")
def wan_only() -> list:
    tree = FolderTree(ROOT)
    corpus = load_corpus(tree, load_policy(tree), date(2026, 11, 22), only=["hd"])
    return [item for item in corpus.items if item.editions == ("wan",)]


def shingles(text: str) -> set[str]:
    words = text.split()
    return {" ".join(words[i : i + RUN]) for i in range(len(words) - RUN + 1)}


def test_there_are_items_for_the_wide_area_network_alone(wan_only: list) -> None:
    assert len(wan_only) >= 3


def test_the_internet_edition_holds_no_word_of_them(site: Path, wan_only: list) -> None:
    files = snapshot(site / "hd/internet")
    everything = "\n".join(
        data.decode("utf-8", "ignore") for path, data in files.items() if not path.endswith(".woff2")
    )
    for item in wan_only:
        assert item.id not in everything
        assert item.title not in everything
        assert item.summary not in everything
        assert not any(item.address.slug in path for path in files)
        for sentence in shingles(item.body):
            assert sentence not in everything, sentence


def test_the_wan_edition_holds_them(site: Path, wan_only: list) -> None:
    for item in wan_only:
        page = site / "hd/wan" / item.section / str(item.address.year) / item.address.slug / "index.html"
        assert page.is_file()


def test_each_edition_names_its_own_host(site: Path) -> None:
    assert "https://www.hdu.dcs.vn/" in (site / "hd/wan/index.html").read_text("utf-8")
    page = (site / "hd/internet/index.html").read_text("utf-8")
    assert "https://tinhuyhaiduong.vn/" in page
    assert "hdu.dcs.vn" not in page


TITLE = "Chuyện riêng của mạng nội bộ tỉnh"


@pytest.fixture
def hd(tmp_path: Path) -> Path:
    root = small_repository(tmp_path / "kho", ("hd",))
    (root / ".git/congbo").mkdir(exist_ok=True)
    return root


def published(root: Path, words: str) -> int:
    git(root, "add", "-A")
    git(root, "commit", "-q", "--allow-empty", "-m", words)
    return main(["publish", "-C", str(root), "--at", "2026-11-22T10:00+07:00"])


def titled(page: Path, title: str, line: str = "") -> None:
    text = re.sub(r"(?m)^title: .*$", f"title: {title}{line}", page.read_text("utf-8"), count=1)
    page.write_text(text, "utf-8")


@pytest.mark.parametrize("named_by", ["a public item of the same title", "nobody"])
def test_what_gives_a_hidden_item_away_later_is_noticed_then(
    hd: Path, named_by: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """What an older page or a file of the theme says was no secret while a public item had that title."""
    hidden, same, other = sorted((hd / "content/hd").rglob("*.md"))[:3]
    titled(hidden, TITLE, "\neditions: [wan]" if named_by != "nobody" else "")
    if named_by == "nobody":
        (hd / "theme/static/x.txt").write_text(TITLE, "utf-8")
    else:
        titled(same, TITLE)
        other.write_text(f"{other.read_text('utf-8')}\nTheo bài {TITLE}.\n", "utf-8")
    assert published(hd, "một") == 0
    titled(hidden, TITLE, "\neditions: [wan]") if named_by == "nobody" else titled(same, "Một tên khác hẳn")
    assert published(hd, "hai") == 2
    assert "chứa nội dung của mục" in capsys.readouterr().err
    assert published(hd, "ba") == 2, "nor at the next attempt"
