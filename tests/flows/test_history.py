"""One pass over git gives first publication, last change, contributors and earlier paths of every item."""

from __future__ import annotations

from pathlib import Path

import pytest

from congbo.errors import CongboError
from congbo.history import read_history
from support.repositories import git

BODY = "".join(f"Dòng {n} của bài viết về con đường liên xã.\n" for n in range(20))


def write(folder: Path, name: str, text: str = BODY) -> None:
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, "utf-8")


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    git(tmp_path, "init", "-q", "-b", "main")
    write(tmp_path, "content/dl/tin/2025/một.md")
    write(tmp_path, "content/dl/tin/2025/b.md", BODY + "khác hẳn\n")
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-qm", "một", when="2025-12-31T17:30:00+00:00")
    return tmp_path


def test_times_are_those_of_vietnam(repository: Path) -> None:
    known = read_history(repository).files["content/dl/tin/2025/một.md"]
    assert known.first.isoformat() == "2026-01-01T00:30:00+07:00"
    assert known.first == known.last


def test_a_rename_keeps_the_first_day_and_the_earlier_address(repository: Path) -> None:
    git(repository, "mv", "content/dl/tin/2025/b.md", "content/dl/tin/2025/c.md")
    git(repository, "commit", "-qm", "đổi tên", when="2026-02-01T08:00:00+07:00")
    (repository / "content/dl/tin/2026").mkdir()
    git(repository, "mv", "content/dl/tin/2025/c.md", "content/dl/tin/2026/d.md")
    git(repository, "commit", "-qm", "chuyển", when="2026-03-01T08:00:00+07:00")
    known = read_history(repository).files["content/dl/tin/2026/d.md"]
    assert known.earlier_paths == ("content/dl/tin/2025/b.md", "content/dl/tin/2025/c.md")
    assert known.first.year == 2026
    assert known.first.month == 1
    assert known.last.month == 3


def test_only_what_the_branch_showed_counts(repository: Path) -> None:
    git(repository, "checkout", "-q", "-b", "soan")
    write(repository, "content/dl/tin/2026/moi.md")
    git(repository, "add", "-A")
    git(repository, "commit", "-qm", "nháp", when="2026-04-01T08:00:00+07:00")
    git(repository, "checkout", "-q", "main")
    assert "content/dl/tin/2026/moi.md" not in read_history(repository).files
    git(repository, "merge", "-q", "--no-ff", "soan", "-m", "duyệt", when="2026-04-05T08:00:00+07:00")
    known = read_history(repository).files["content/dl/tin/2026/moi.md"]
    assert known.first.isoformat() == "2026-04-05T08:00:00+07:00"


def test_a_deleted_file_is_gone_and_a_new_one_of_its_name_is_new(repository: Path) -> None:
    name = "content/dl/tin/2025/b.md"
    git(repository, "rm", "-q", name)
    git(repository, "commit", "-qm", "gỡ", when="2026-02-01T08:00:00+07:00")
    assert name not in read_history(repository).files
    write(repository, name, "Bài khác hẳn về mùa màng.\n" * 9)
    git(repository, "add", "-A")
    git(repository, "commit", "-qm", "mới", when="2026-05-01T08:00:00+07:00")
    assert read_history(repository).files[name].first.month == 5


def test_a_shallow_clone_is_refused_because_its_dates_would_be_wrong(repository: Path, tmp_path: Path) -> None:
    write(repository, "content/dl/tin/2026/x.md")
    git(repository, "add", "-A")
    git(repository, "commit", "-qm", "hai")
    clone = tmp_path / "nông"
    git(tmp_path, "clone", "-q", "--depth", "1", repository.as_uri(), str(clone))
    with pytest.raises(CongboError) as refused:
        read_history(clone)
    assert refused.value.message.key == "history.shallow"


def test_an_unknown_revision_is_refused(repository: Path) -> None:
    with pytest.raises(CongboError):
        read_history(repository, "khong-co-nhanh-nay")
    with pytest.raises(CongboError):
        read_history(repository, "--all")


def test_outside_a_repository_nothing_is_judged(tmp_path: Path) -> None:
    with pytest.raises(CongboError):
        read_history(tmp_path)


def test_uncommitted_changes_are_named(repository: Path) -> None:
    write(repository, "content/dl/tin/2025/một.md", "khác")
    write(repository, "content/dl/tin/2026/mới.md")
    changed = read_history(repository).changed
    assert changed == {"content/dl/tin/2025/một.md", "content/dl/tin/2026/mới.md"}


def test_a_hostile_environment_does_not_mislead(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path / "khác"
    other.mkdir()
    git(other, "init", "-q")
    monkeypatch.setenv("GIT_DIR", str(other / ".git"))
    monkeypatch.setenv("GIT_WORK_TREE", str(other))
    assert "content/dl/tin/2025/một.md" in read_history(repository).files


def test_a_persons_git_configuration_does_not_mislead(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = read_history(repository).files
    config = tmp_path / "gitconfig"
    config.write_text(
        "[log]\n\tshowSignature = true\n\tdate = relative\n[core]\n\tquotePath = true\n"
        "[i18n]\n\tlogOutputEncoding = latin1\n[diff]\n\trenames = false\n[status]\n\tshowUntrackedFiles = no\n"
    )
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(config))
    write(repository, "content/dl/tin/2026/mới.md")
    known = read_history(repository)
    assert known.files == plain
    assert known.changed == {"content/dl/tin/2026/mới.md"}


def test_a_new_item_does_not_inherit_from_one_deleted_beside_it(repository: Path) -> None:
    """Two items of one form look like a rename to git; their ids say that they are not."""
    write(repository, "content/dl/tin/2025/cu.md", "---\nid: dl-2025-0001\n---\n" + BODY)
    git(repository, "add", "-A")
    git(repository, "commit", "-qm", "bài cũ", when="2026-01-05T08:00:00+07:00")
    git(repository, "rm", "-q", "content/dl/tin/2025/cu.md")
    write(repository, "content/dl/tin/2026/moi.md", "---\nid: dl-2026-0009\n---\n" + BODY)
    git(repository, "add", "-A")
    git(repository, "commit", "-qm", "thay bài", when="2026-06-01T08:00:00+07:00")
    known = read_history(repository).files["content/dl/tin/2026/moi.md"]
    assert known.first.month == 6
    assert known.earlier_paths == ()
