"""``people.yml``, and who a holder is: what is wrong is refused at its line, in words of both languages."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from congbo.errors import CANNOT_JUDGE, CongboError
from congbo.locale import LANGUAGES, sentence
from congbo.policy import Policy, load_policy
from congbo.policy.holders import person_of
from congbo.policy.keys import PATH as RING
from support.trees import edited_policies, real_policies, real_policy

PATH, BOARD = "policies/keys/people.yml", "policies/boards/dl.yml"
FIRST = "  - id: dl-truong-ban\n    role: truong_ban\n"
GOOD = """format: 1
people:
  - id: dl-truong-ban
    name: Trưởng Ban biên tập phường
    emails: [truong-ban@donglac.example, TRUONGBAN@ubnd.donglac.example]
    logins: [dl-truong-ban]
    accounts: ["github:1001"]
  - id: dl-van-phong
    name: Công chức văn phòng
    emails:
      - van-phong@donglac.example
      - văn.thư@donglac.example
    logins: [Van-Phong]
  - {id: ctv-1, name: Cộng tác viên, emails: []}
machines:
  - {id: forge, emails: [noreply@github.example]}
  - {id: so-bien-nhan}
"""


def loaded(text: str, board: str | None = None) -> Policy:
    """Return the real policies with these people; no board of ours names others than them."""
    boards = {
        path: b"".join(line for line in data.splitlines(keepends=True) if b"principal:" not in line)
        for path, data in real_policies().items()
        if path.startswith("policies/boards/")
    }
    if board is not None:
        boards[BOARD] = boards[BOARD].decode().replace(FIRST, FIRST + f"    {board}\n").encode()
    return load_policy(edited_policies(boards | {PATH: text.encode()}, without=[RING]))


def test_who_is_behind_an_address() -> None:
    people = loaded(GOOD).people
    head, office = people.person("dl-truong-ban"), people.person("dl-van-phong")
    assert head
    assert office
    assert people.by_email("Truong-Ban@DongLac.example") is head
    assert people.by_email("truongban@ubnd.donglac.example") is head
    assert people.by_email("VA\u0306N.THU\u031b@donglac.example") is office
    assert people.by_login("van-phong") is office
    assert people.by_account("github:1001") is head
    assert people.machine_by_email("NOREPLY@github.example") is people.machine("forge")
    assert (head.at("emails").path, head.at("emails").line) == (PATH, 5)
    for nobody in ("", "noreply@github.example", "truong-ban", "dl-truong-ban", "truong-ban@donglac.example "):
        assert people.by_email(nobody) is None
    assert people.by_login("forge") is people.by_account("github:1002") is people.person("forge") is None
    assert people.machine_by_email("truong-ban@donglac.example") is people.machine("ctv-1") is None


def test_a_repository_may_know_nobody() -> None:
    files = {path: data for path, data in real_policies().items() if path.startswith("policies/boards/")}
    stripped = {
        path: b"".join(line for line in data.splitlines(keepends=True) if b"principal:" not in line)
        for path, data in files.items()
    }
    policy = load_policy(edited_policies(stripped, without=[PATH, RING]))
    assert (policy.people.people, policy.people.machines, policy.keys.keys) == ((), (), ())


def test_two_holders_may_be_one_person() -> None:
    policy = loaded(GOOD, "principal: dl-van-phong")
    holders = {holder.id: holder for holder in policy.boards["dl"].holders}
    assert person_of(holders["dl-truong-ban"]) == person_of(holders["dl-van-phong"]) == "dl-van-phong"
    assert person_of(holders["dl-pho-ban"]) == "dl-pho-ban"


def test_everybody_whom_this_repository_knows_holds_a_role() -> None:
    policy = real_policy()
    assert {one.id for one in policy.people.people} <= {
        person_of(one) for b in policy.boards.values() for one in b.holders
    }


class Bad(NamedTuple):
    """In the good file ``old`` becomes ``new``; it is refused with ``key`` at ``line``."""

    old: str
    new: str
    key: str
    line: int


# fmt: off
BAD = (
    Bad("people:\n", "persons:\n", "policy.begins_with", 1),
    Bad("format: 1", "format: 2", "policy.format", 1),
    Bad("machines:", "may:", "policy.unknown_key", 15),
    Bad("id: dl-truong-ban", "id: đl-trưởng-ban", "policy.not_an_id", 3),
    Bad("id: dl-truong-ban", "id: DL-truong-ban", "policy.not_an_id", 3),
    Bad("id: dl-truong-ban", "id: dl-van-phong", "people.twice", 8),
    Bad("id: forge", "id: dl-van-phong", "people.twice", 16),
    Bad("id: so-bien-nhan", "id: forge", "people.twice", 17),
    Bad("    name: Trưởng Ban biên tập phường\n", "", "policy.missing_key", 3),
    Bad("name: Trưởng Ban biên tập phường", "name:", "policy.empty_value", 4),
    Bad("name: Trưởng Ban biên tập phường", "names: Trưởng Ban", "policy.unknown_key", 4),
    Bad("    emails: [truong-ban@donglac.example, TRUONGBAN@ubnd.donglac.example]\n", "", "policy.missing_key", 3),
    Bad("[truong-ban@donglac.example, TRUONGBAN@ubnd.donglac.example]", "truong-ban@donglac.example", "policy.not_a_list", 5),
    Bad("truong-ban@donglac.example", "truong-ban", "people.not_an_email", 5),
    Bad("truong-ban@donglac.example", "truong-ban@donglac", "people.not_an_email", 5),
    Bad("truong-ban@donglac.example", "a@b@donglac.example", "people.not_an_email", 5),
    Bad("truong-ban@donglac.example", "truong ban@donglac.example", "people.not_an_email", 5),
    Bad("truong-ban@donglac.example", "'Ban <a@donglac.example>'", "people.not_an_email", 5),
    Bad("truong-ban@donglac.example", "a@-donglac.example", "people.not_an_email", 5),
    Bad("truong-ban@donglac.example", "a@đônglạc.example", "people.not_an_email", 5),
    Bad("truong-ban@donglac.example", "'@donglac.example'", "people.not_an_email", 5),
    Bad("truong-ban@donglac.example", "truongban@UBND.donglac.example", "people.twice", 5),
    Bad("      - van-phong@donglac.example", "      - Truong-Ban@donglac.example", "people.twice", 10),
    Bad("      - văn.thư@donglac.example", "      - VAN-PHONG@donglac.example", "people.twice", 12),
    Bad("noreply@github.example", "van-phong@donglac.example", "people.twice", 16),
    Bad("      - văn.thư@donglac.example", "      - [a@donglac.example]", "policy.not_a_value", 12),
    Bad("logins: [dl-truong-ban]", "logins: [van-phong]", "people.twice", 13),
    Bad("logins: [dl-truong-ban]", "logins: [dl trưởng ban]", "people.not_a_login", 6),
    Bad("logins: [dl-truong-ban]", "logins: ['@dl']", "people.not_a_login", 6),
    Bad("logins: [dl-truong-ban]", "handle: truong-ban", "people.not_a_handle", 6),
    Bad("logins: [dl-truong-ban]", "handle: '@trưởng-ban'", "people.not_a_handle", 6),
    Bad("logins: [dl-truong-ban]", "handle: '@truong--ban'", "people.not_a_handle", 6),
    Bad("logins: [dl-truong-ban]", "handle: '@ubnd/'", "people.not_a_handle", 6),
    Bad("logins: [dl-truong-ban]", "handle: '@a @b'", "people.not_a_handle", 6),
    Bad(
        "    logins: [Van-Phong]\n  - {id: ctv-1,", "    handle: '@Ban'\n  - {id: ctv-1, handle: '@ban',", "people.twice", 14
    ),
    Bad("logins: [dl-truong-ban]", "logins: [a, A]", "people.twice", 6),
    Bad('["github:1001"]', '["github:an-lac"]', "people.not_an_account", 7),
    Bad('["github:1001"]', '["1001"]', "people.not_an_account", 7),
    Bad('["github:1001"]', '["github:0"]', "people.not_an_account", 7),
    Bad('["github:1001"]', '["github:1001", "github:1001"]', "people.twice", 7),
    Bad('logins: [Van-Phong]', 'accounts: ["github:1001"]', "people.twice", 13),
    Bad("{id: forge, emails:", "{id: forge, name: x, emails:", "policy.unknown_key", 16),
    Bad("name: Trưởng Ban", "name: Trưởng\u200b Ban", "policy.character", 4),
    Bad("name: Trưởng Ban", "name: Tru\u031bởng Ban", "policy.character", 4),
    Bad("truong-ban@donglac.example", "truong-b\u0430n@donglac.example", "policy.character", 5),
)
# fmt: on


def refused(text: str, board: str | None = None) -> CongboError:
    with pytest.raises(CongboError) as raised:
        loaded(text, board)
    assert raised.value.code == CANNOT_JUDGE
    for lang in LANGUAGES:
        assert sentence(raised.value.message, lang).endswith((".", "`.", "…`."))
    return raised.value


@pytest.mark.parametrize("bad", BAD, ids=[f"{at}-{bad.key}" for at, bad in enumerate(BAD)])
def test_what_is_wrong_is_refused(bad: Bad) -> None:
    assert GOOD.count(bad.old) >= 1
    error = refused(GOOD.replace(bad.old, bad.new, 1))
    assert error.place
    assert (error.message.key, error.place.path, error.place.line) == (bad.key, PATH, bad.line)


@pytest.mark.parametrize(
    ("principal", "key"),
    [("nguoi-la", "policy.dangling"), ("forge", "policy.dangling"), ("Trưởng ban", "policy.not_an_id")],
)
def test_a_holder_is_somebody_known(principal: str, key: str) -> None:
    error = refused(GOOD, f"principal: {principal}")
    assert error.place
    assert (error.message.key, error.place.path, error.place.line) == (key, BOARD, 7)


def test_a_machine_holds_no_role() -> None:
    error = refused(GOOD.replace("id: forge", "id: dl-pho-ban"))
    assert error.place
    assert error.place.path == BOARD
    assert sentence(error.message, "vi") == (
        "`dl-pho-ban` giữ chức danh trong ban biên tập nhưng `dl-pho-ban` là máy. "
        "Hãy ghi ở dòng `principal` mã của một người trong mục `people`."
    )


def test_the_sentence_of_a_shared_address() -> None:
    error = refused(GOOD.replace("      - van-phong@donglac.example", "      - Truong-Ban@donglac.example"))
    assert sentence(error.message, "vi") == (
        f"`truong-ban@donglac.example` đã ghi ở {PATH}:5:5; mỗi mã, địa chỉ thư, tên đăng nhập, tài khoản chỉ thuộc về "
        "một người. Hãy xoá một trong hai chỗ."
    )


def test_no_other_file_stands_among_the_keys() -> None:
    for name, key in {"khac.yml": "policy.unknown_file", "id_ed25519": "keys.unknown_file"}.items():
        with pytest.raises(CongboError) as raised:
            load_policy(edited_policies({f"policies/keys/{name}": b"x"}))
        assert raised.value.message.key == key
        assert raised.value.place
        assert raised.value.place.path == f"policies/keys/{name}"


def test_records_of_approvals_are_not_read_here() -> None:
    load_policy(edited_policies({"policies/approvals/2026/11/gh-1/dl--duyet--a--12345678.yml": b"\x00"}))
