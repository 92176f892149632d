"""``congbo owners``: the CODEOWNERS file of a forge, read by a parser that is not ours, against what the gate asks for."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from codeowners import CodeOwners

from congbo.__main__ import main
from congbo.commands.owners import in_every_language
from congbo.errors import CongboError
from congbo.facts.corpus import load_corpus
from congbo.facts.gate.model import Aftermath, Change
from congbo.facts.gate.needs import Need, needs
from congbo.facts.gate.who import board_of, claims
from congbo.frozen import replace
from congbo.history.model import Touched
from congbo.history.repository import repository_root
from congbo.item import Item
from congbo.policy import Policy, load_policy
from congbo.policy.holders import person_of
from congbo.policy.people import People, Person
from congbo.policy.procedures import Step
from congbo.review import owners as written
from congbo.review.owned import owned
from congbo.review.owners import PATH, escaped, owners
from congbo.tree import FolderTree
from support.gate import NOWHERE
from support.repositories import ROOT, TODAY, git, ward_repository
from support.trees import edited_policies, real_policies, real_policy

ON = date(2026, 11, 22)
PEOPLE = "policies/keys/people.yml"


def with_handles(policy: Policy, named: frozenset[str] | None = None) -> Policy:
    """Return the policies where everybody who holds a role, or only some, has the handle ``@<id>``."""
    ids = {person_of(holder) for board in policy.boards.values() for holder in board.holders}
    people = (Person(one, one, (), NOWHERE, handle=f"@{one}") for one in sorted(ids if named is None else ids & named))
    return replace(policy, people=People(tuple(people)))


def text_of(policy: Policy, on: date = ON) -> str:
    """Return the file that policies make."""
    return owners(policy, owned(policy, on)).text(in_every_language)


def asked(text: str, path: str) -> set[str]:
    """Return the ids of those whom a forge would ask about a path."""
    return {handle.removeprefix("@") for _, handle in CodeOwners(text).of(path)}


# ---- against the gate, for every file of this repository


def page_of(path: str, pages: Mapping[str, Item]) -> str:
    """Return the page that a file of ``content/`` is or belongs to."""
    return path if path in pages else next(page for page in pages if path.startswith(page.removesuffix(".md") + "/"))


def touching(path: str, pages: Mapping[str, Item]) -> Change:
    """Return a change that does nothing but touch a file."""
    sides = {page: pages[page] for page in ([page_of(path, pages)] if path.startswith("content/") else [])}
    return Change("", "", "", "", "", "", "", "", (Touched(path, "100644", "100644"),), sides, sides, (), (), ())


def able(policy: Policy, need: Need) -> set[str]:
    """Return who could take a step after the first, whatever unit or field the thing might be of."""
    assert need.procedure
    return {person for row in need.procedure.steps if row.act != "submit" for person in _able(policy, need, row)}


def _able(policy: Policy, need: Need, row: Step) -> set[str]:
    board = board_of(policy, row, need.thing)
    holders = board.holders if board else ()
    units = {"", *(holder.unit for holder in holders)} if row.of == "own_unit" else {need.thing.unit}
    fields = (
        {"", *(one for holder in holders for one in holder.fields)} if row.of == "own_field" else {need.thing.field}
    )
    things = [replace(need.thing, unit=unit, field=field) for unit in units for field in fields]
    people = {person_of(holder) for holder in holders}
    return {person for person in people if any(claims(policy, row, thing, person, ON) for thing in things)}


def test_who_is_asked_about_every_file_is_who_may_take_a_step_for_it() -> None:
    policy = with_handles(real_policy())
    text = text_of(policy)
    corpus = load_corpus(FolderTree(ROOT), policy, ON)
    pages = {item.path: item for item in corpus.items}
    known: dict[object, set[str]] = {}
    wrong = []
    parsed = CodeOwners(text)
    files = git(ROOT, "-c", "core.quotePath=false", "ls-files", "-z").split("\0")[:-1]
    assert len(files) > 1500
    for path in files:
        if path.startswith("content/") and not any(path.startswith(page.removesuffix(".md")) for page in pages):
            continue
        wanted: set[str] = set()
        for need in needs(policy, touching(path, pages), Aftermath(), ON):
            key = (need.id, replace(need.thing, path="", unit="", field=""))
            known[key] = known[key] if key in known else able(policy, need)
            wanted |= known[key]
        if not wanted or {handle.removeprefix("@") for _, handle in parsed.of(path)} != wanted:
            wrong.append(path)
    assert wrong == []


@pytest.mark.parametrize(
    ("path", "who", "not_who"),
    [
        ("content/dl/tin-tuc-su-kien/2027/moi.md", "dl-truong-ban", "dl-ctv-kdc-1"),
        ("content/dl/tin-tuc-su-kien/2027/moi/anh.png", "dl-pho-ban-tt", "hd-tt-1"),
        ("content/hd/phan-anh-kien-nghi/2027/moi.md", "hd-uv-noi-chinh", "hd-pv-1"),
        ("content/ht/hoi-dap/2027/moi.md", "ht-tt-tdkt", "ht-nv-tdkt"),
        ("content/qn-campha/tin-tuc/2027/moi.md", "qn-campha-truong-ban", "qn-truong-ban"),
        ("policies/portals/tq-sonduong.yml", "tq-quan-tri", "tq-sonduong-ctv"),
        ("policies/boards/hd.yml", "hd-quan-tri", "dl-truong-ban"),
        ("policies/regulations/ht/board.yml", "ht-truong-ban", "qn-truong-ban"),
        ("policies/records/chi_phi/cp-ht-2021-01.yml", "ht-pgd-van-phong", "hd-truong-ban"),
        ("plugins/congbo/moi.py", "qn-ky-thuat", "dl-ctv-kdc-1"),
    ],
)
def test_the_people_that_the_texts_name_are_asked(path: str, who: str, not_who: str) -> None:
    policy = with_handles(real_policy())
    found = asked(text_of(policy), path)
    assert who in found
    assert not_who not in found


def test_a_folder_of_content_that_is_no_portal_is_nobodys() -> None:
    policy = with_handles(real_policy())
    made = owners(policy, owned(policy, ON))
    assert asked(made.text(in_every_language), "content/cong-la/tin-tuc/2026/a.md") == set()
    assert made.unowned == ()


def test_who_has_left_is_not_asked() -> None:
    policy = with_handles(real_policy())
    board = policy.boards["dl"]
    left = tuple(replace(h, until=date(2026, 11, 21)) if h.id == "dl-truong-ban" else h for h in board.holders)
    policy = replace(policy, boards={**policy.boards, "dl": replace(board, holders=left)})
    path = "content/dl/tin-tuc-su-kien/2026/a.md"
    assert "dl-truong-ban" in asked(text_of(policy, date(2026, 11, 21)), path)
    assert "dl-truong-ban" not in asked(text_of(policy), path)


def test_who_has_a_delegation_is_asked_while_it_runs() -> None:
    policy = with_handles(real_policy())
    path = "content/tq/hoat-dong/2011/a.md"
    assert "tq-pho-1" in asked(text_of(policy, date(2011, 8, 31)), path)
    assert "tq-pho-1" not in asked(text_of(policy, date(2011, 9, 1)), path)


# ---- what GitHub reads


def lines_of(text: str) -> list[str]:
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def test_only_what_github_supports_general_first() -> None:
    policy = with_handles(real_policy())
    lines = lines_of(text_of(policy))
    patterns = [line.split(" ")[0] for line in lines]
    assert patterns[0] == "*"
    assert len(patterns) == len(set(patterns)) > 50
    assert not [line for line in lines if line.startswith("!") or set(line) & set("[]#")]
    assert all(pattern.startswith("/") for pattern in patterns[1:])
    assert all(word.startswith("@") for line in lines for word in line.split(" ")[1:])


@pytest.mark.parametrize(
    ("path", "pattern"),
    [
        ("/policies/regulations/quy che/", "/policies/regulations/quy\\ che/"),
        ("/policies/regulations/quy chế [mới]/board.yml", "/policies/regulations/quy\\ chế\\ ?mới?/board.yml"),
        ("/a*b/c?d", "/a?b/c?d"),
        ("/a\\b/c", "/a?b/c"),
        ("/policies/regulations/**/board.yml", "/policies/regulations/**/board.yml"),
        ("*", "*"),
    ],
)
def test_what_a_pattern_cannot_say_is_said_otherwise(path: str, pattern: str) -> None:
    assert escaped(path) == pattern
    if "**" not in path and path != "*":
        assert CodeOwners(f"{pattern} @ai-do\n").of(path[1:] + ("x" if path.endswith("/") else ""))


def test_a_folder_with_a_blank_in_its_name() -> None:
    old, new = "policies/regulations/dl/", "policies/regulations/quy chế phường/"
    tree = edited_policies({})
    tree.files = {path.replace(old, new): data for path, data in tree.files.items()}
    policy = with_handles(load_policy(tree))
    text = text_of(policy)
    assert "dl-truong-ban" in asked(text, f"{new}board.yml")
    assert "hd-truong-ban" not in asked(text, f"{new}board.yml")
    assert "hd-truong-ban" in asked(text, "policies/regulations/hd/board.yml")


def test_a_file_that_github_would_not_read_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    policy = with_handles(real_policy())
    monkeypatch.setattr(written, "MOST", 1000)
    with pytest.raises(CongboError) as caught:
        text_of(policy)
    assert caught.value.message.key == "owners.too_large"


# ---- names


def test_who_has_no_name_is_left_out_and_counted() -> None:
    policy = with_handles(real_policy(), frozenset({"dl-truong-ban", "dl-pho-ban-tt"}))
    made = owners(policy, owned(policy, ON))
    assert "2 trên " in made.text(in_every_language)
    assert "2 of " in made.text(in_every_language)
    assert asked(made.text(in_every_language), "content/dl/tin-tuc-su-kien/2026/a.md") == {
        "dl-truong-ban",
        "dl-pho-ban-tt",
    }
    assert asked(made.text(in_every_language), "content/hd/hoi-nghi-su-kien/2026/a.md") == set()
    assert "/content/hd/" in made.unowned
    assert not any(pattern.startswith("/content/dl/") for pattern in made.unowned)


def test_as_long_as_nobody_has_a_name_the_file_says_so() -> None:
    policy = replace(real_policy(), people=People())
    made = owners(policy, owned(policy, ON))
    assert lines_of(made.text(in_every_language)) == []
    assert "Chưa ai có tên" in made.text(in_every_language)
    assert made.unowned == ()


# ---- the command


@cache
def _people(*handles: str) -> str:
    text = real_policies()[PEOPLE].decode()
    for one in handles:
        assert text.count(f"{{id: {one}, ") == 1
        text = text.replace(f"{{id: {one}, ", f'{{id: {one}, handle: "@thu-nghiem-{one}", ')
    return text


@pytest.fixture
def ward(tmp_path: Path) -> Path:
    """A repository of the ward alone."""
    return ward_repository(tmp_path)


def run(root: Path, *words: str) -> int:
    return main(["-C", str(root), "owners", "--today", TODAY, *words])


def test_the_file_of_this_repository_is_the_one_that_its_policies_make(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(repository_root(ROOT), "--check") == 0, capsys.readouterr()


def test_it_is_written_and_then_agrees(ward: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (ward / PEOPLE).write_text(_people("dl-truong-ban", "dl-pho-ban-tt", "dl-van-phong"), "utf-8")
    assert run(ward) == 0
    assert PATH in capsys.readouterr().out
    assert {file.name for file in (ward / ".github").iterdir()} == {"CODEOWNERS"}
    text = (ward / PATH).read_text("utf-8")
    wanted = {f"thu-nghiem-dl-{one}" for one in ("truong-ban", "pho-ban-tt", "van-phong")}
    assert asked(text, "content/dl/x/2026/a.md") == wanted
    assert run(ward, "--check") == 0
    assert capsys.readouterr().out == ""


def test_what_has_drifted_is_shown(ward: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(ward, "--check") == 1  # there is none yet
    assert run(ward) == 0
    (ward / PATH).write_text((ward / PATH).read_text("utf-8") + "* @ai-do\n", "utf-8")
    before = (ward / PATH).read_bytes()
    capsys.readouterr()
    assert run(ward, "--check", "--lang", "en") == 1
    told = capsys.readouterr()
    assert "-* @ai-do" in told.out
    assert "Run `congbo owners`" in told.err
    assert (ward / PATH).read_bytes() == before


def test_what_would_be_left_without_an_owner_is_told(ward: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (ward / PEOPLE).write_text(_people("dl-tv-doan"), "utf-8")
    assert run(ward) == 1
    told = capsys.readouterr()
    assert "`/policies/boards/" in told.err or "`*`" in told.err
    assert "/content/dl/" not in told.err
    assert run(ward, "--check") == 1


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_policies_that_cannot_be_read_write_nothing(ward: Path, lang: str, capsys: pytest.CaptureFixture[str]) -> None:
    (ward / PEOPLE).write_text("format: 1\npeople: [\n", "utf-8")
    assert run(ward, "--lang", lang) == 2
    assert PEOPLE in capsys.readouterr().err
    assert not (ward / PATH).exists()
