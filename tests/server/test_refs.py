"""Which update of which ref is let in, by name alone."""

from __future__ import annotations

import pytest

from congbo.server.refs import Known, Update, is_branch_name, kind_of, read_updates, refused_ref

MAIN, ID = "refs/heads/main", "20261122-tin-le-hoi-1a2b3c4d"
ONE, TWO = "1" * 40, "2" * 40
KNOWN = Known(MAIN, {MAIN: ONE, "refs/heads/tin-a": ONE, "refs/tags/ban-1": ONE}, {ID})


def code(ref: str, new: str = TWO, old: str = "") -> str:
    found = refused_ref(Update(old, new, ref), KNOWN)
    return found.code if found else ""


@pytest.mark.parametrize(
    "ref", [MAIN, "refs/heads/tin-le-hoi", "refs/heads/nv/Tin_2.1", "refs/heads/tin-a", f"refs/congbo/decisions/{ID}"]
)
def test_what_a_client_may_push(ref: str) -> None:
    assert code(ref) == ""


@pytest.mark.parametrize(
    ("ref", "wanted"),
    [
        ("refs/tags/v1", "ref.tag"),
        ("refs/tags/main", "ref.tag"),
        ("refs/congbo/receipts", "ref.other"),
        ("refs/congbo/genesis", "ref.other"),
        (f"refs/congbo/changes/{ID}/1", "ref.other"),
        ("refs/replace/" + ONE, "ref.other"),
        ("refs/notes/commits", "ref.other"),
        ("refs/meta/config", "ref.other"),
        ("refs/for/main", "ref.other"),
        ("refs/pull/1/head", "ref.other"),
        ("refs/heads", "ref.other"),
        ("HEAD", "ref.other"),
        ("refs/congbo/decisions/20261122-khac-1a2b3c4d", "decisions.unknown_change"),
        (f"refs/congbo/decisions/{ID}/x", "decisions.unknown_change"),
        ("refs/congbo/decisions/", "decisions.unknown_change"),
    ],
)
def test_what_a_client_may_not_push(ref: str, wanted: str) -> None:
    assert code(ref) == wanted


@pytest.mark.parametrize(
    "name",
    [
        "refs/heads/main", "heads/main", "tags/x", "origin/main", "remotes/origin/main", "HEAD", "head", "FETCH_HEAD",
        "a/HEAD", "Main", "MAIN",
        "TIN-A", "ban-1", "BAN-1", "tin-lễ-hội", "ti\u0301n", "tin\u200b", "maın", "mаin", "-x", "a/-x",
        "a..b", "a b",
        "a@{1}", "@", "deadbeef", "1" * 40, "x.lock", "a.lock/b", "a//b", "/a", "a/", ".a", "x" * 121, "", "congbo/x",
        "a\\b", "a~1",
        "a:b", "*",
    ],
)  # fmt: skip
def test_a_branch_cannot_be_taken_for_something_else(name: str) -> None:
    assert code(f"refs/heads/{name}") == "ref.name"


def test_nothing_is_deleted() -> None:
    for ref in (MAIN, "refs/heads/tin-a", "refs/tags/ban-1", f"refs/congbo/decisions/{ID}", "refs/congbo/receipts"):
        assert code(ref, new="", old=ONE) == "ref.delete"


def test_the_lines_of_git_are_read() -> None:
    zero, told = "0" * 40, read_updates([f"{'0' * 40} {ONE} refs/heads/x", f"{ONE} {'0' * 64} refs/heads/a b\n", "\n"])
    assert told == (Update("", ONE, "refs/heads/x"), Update(ONE, "", "refs/heads/a b"))
    assert zero.strip("0") == ""
    assert [kind_of(Update("", ONE, ref), MAIN) for ref in (MAIN, "refs/heads/x", "refs/congbo/decisions/x", "refs/x")] == [
        "target", "change", "decisions", None,
    ]  # fmt: skip
    assert is_branch_name("refs/heads/tin-moi")
