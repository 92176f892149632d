"""What names nothing does not pass as clean: paths, portals, people, branches and numbers that there are not."""

from __future__ import annotations

from pathlib import Path

import pytest

from congbo.__main__ import main
from congbo.commands.selection import refuse_unjudged
from congbo.errors import CongboError
from support.repositories import git, ward_repository


@pytest.fixture(scope="module")
def ward(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The ward's repository; not to be changed."""
    folder = ward_repository(tmp_path_factory.mktemp("phuong") / "phuong")
    (folder / "README.md").write_text("Đọc trước.\n", "utf-8")
    git(folder, "branch", "khac")
    return folder


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("check", "README.md"), "Chưa kiểm tra gì: README.md"),
        (("check", "README.md", "--base", "HEAD"), "Chưa kiểm tra gì: README.md"),
        (("check", ""), "đường dẫn để trống"),
        (("fix", ""), "đường dẫn để trống"),
        (("review", "status", "--for", "khong-ai"), "“khong-ai”"),
        (("review", "needs", "--base", "main", "--target", "khong-co"), "khong-co"),
        (("review", "needs", "--base", "main", "--target", "refs/heads/khong-co"), "refs/heads/khong-co"),
        (("review", "gate", "--base", "main", "--target", "main"), "nhánh main"),
        (("scheduled", "--grace", "-5"), "`-5`"),
        (("server", "nginx", "--listen", "99999"), "`99999`"),
        (("server", "nginx", "--listen", "127.0.0.1:0"), "`127.0.0.1:0`"),
    ],
    ids=lambda told: " ".join(told) if isinstance(told, tuple) else "",
)
def test_it_is_said_and_exits_with_2(ward: Path, words: tuple[str, ...], said: str, capsys) -> None:
    assert main([*words[:1], *words[1:2], "-C", str(ward), *words[2:]] if words[0] in ("review", "server")
                else [words[0], "-C", str(ward), *words[1:]]) == 2  # fmt: skip
    shown = capsys.readouterr()
    assert said in shown.err
    assert not shown.out


@pytest.mark.parametrize(
    "words",
    [
        ("check", "README.md", "content/dl"),
        ("check", "policies/portals/dl.yml"),
        ("check", ".", "--portal", "dl"),
        ("check", "content", "--portal", "dl"),
        ("scheduled", "--grace", "0"),
    ],
    ids=" ".join,
)
def test_what_is_there_is_looked_at(ward: Path, words: tuple[str, ...]) -> None:
    assert main([words[0], "-C", str(ward), *words[1:], "--today", "2026-11-22"]) == 0


def test_paths_of_another_portal() -> None:
    with pytest.raises(CongboError, match=r"check\.other_portal"):
        refuse_unjudged(["content/ht/tin-tuc"], ["dl"])
    refuse_unjudged(["content/ht/tin-tuc", "content/dl"], ["dl"])


def test_other_branches_and_holders_are_known(ward: Path) -> None:
    assert main(["review", "needs", "-C", str(ward), "--base", "main", "--target", "refs/heads/khac"]) == 0
    assert main(["review", "status", "-C", str(ward), "--for", "dl-truong-ban"]) == 0
