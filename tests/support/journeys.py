"""The whole way of a change through each regulation's procedure, and the small alterations of policies that stories need."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from congbo.facts.gate.model import Aftermath
from congbo.frozen import replace
from congbo.history.model import Touched
from congbo.item import Item
from congbo.place import Place
from congbo.policy import Policy
from congbo.policy.holders import Board, Delegation, Holder
from congbo.policy.keys import Key, KeyRing
from congbo.policy.procedures import Procedure, Step
from support.gate import Story, policy
from support.items import item

PLACE = Place("policies/boards/dl.yml", 1)
ADDED, CHANGED, DELETED = ("000000", "100644"), ("100644", "100644"), ("100644", "000000")

# Đồng Lạc: an author, who looks first, who approves, and who puts it up.
NEWS = "content/dl/tin-tuc/2026/a.md"
AUTHOR, CHECKER, HEAD, CLERK = "dl-tv-tu-phap", "dl-pho-ban-tt", "dl-truong-ban", "dl-van-phong"
DEPUTY, MEMBER, OTHER = "dl-pho-ban", "dl-tv-lao-dong", "dl-tv-doan"
REASON = {"ly_do": "Sai tên đơn vị."}
EDITED = {"chinh_xac": "Đã đối chiếu.", "hinh_thuc": "Đúng mẫu.", "tham_my": "Ảnh rõ."}


def touched(path: str, modes: tuple[str, str] = ADDED) -> Touched:
    """Return a path that a change adds, alters or deletes."""
    return Touched(path, *modes)


def drafted(*paths: str, by: str = AUTHOR, **pages: Item) -> Story:
    """Return a change of Đồng Lạc that was handed in."""
    return Story.of(*(paths or (NEWS,)), items={one.path: one for one in pages.values()} or None).pushed(by)


def checked(story: Story | None = None) -> Story:
    """Return it once the standing deputy has looked at it."""
    return (story or drafted()).decided("kiem_duyet", CHECKER)


def approved(story: Story | None = None) -> Story:
    """Return it approved by the head of the board."""
    return checked(story).decided("phe_duyet", HEAD)


def ready(story: Story | None = None) -> Story:
    """Return it with every signature: only the merge is left."""
    return approved(story).decided("dang", CLERK)


def hd(unit: str = "hd-ban-to-chuc", section: str = "hoat-dong-ban-xd-dang") -> Story:
    """Return what an officer of a unit of Hải Dương hands in."""
    path = f"content/hd/{section}/2026/a.md"
    return Story.of(items={path: item(path, "tin_bai", don_vi=unit)}).pushed("hd-cb-ban-to-chuc")


def hd_cleared(story: Story | None = None) -> Story:
    """Return it cleared by the leader of the unit."""
    return (story or hd()).decided("don_vi_duyet", "hd-ld-ban-to-chuc")


def hd_verified(story: Story | None = None) -> Story:
    """Return it received, edited and verified by the board."""
    received = hd_cleared(story).decided("tiep_nhan", "hd-uv-tong-hop")
    edited = received.decided("bien_tap", "hd-uv-tong-hop", answers=EDITED)
    return edited.decided("xac_thuc", "hd-uv-kiem-tra")


def ht(section: str = "tin-tuc", **fields: str) -> Story:
    """Return what an employee of the Department of Home Affairs hands in."""
    path = f"content/ht/{section}/2026/a.md"
    return Story.of(items={path: item(path, "tin_bai", **fields)}).pushed("ht-nv-cchc")


def ht_edited(story: Story | None = None) -> Story:
    """Return it received and edited by the secretary."""
    return (story or ht()).decided("tiep_nhan", "ht-thu-ky").decided("bien_tap", "ht-thu-ky")


def ht_checked(story: Story | None = None) -> Story:
    """Return it judged by the member whose field it is."""
    return ht_edited(story).decided("kiem_duyet", "ht-uv-cchc")


def tq(board: str = "tq", by: str = "tq-pv-1", section: str = "hoat-dong") -> Story:
    """Return what a reporter of Tuyên Quang hands in, edited by the board's secretary."""
    story = Story.of(f"content/{board}/{section}/2026/a.md").pushed(by)
    return story.decided("bien_tap", f"{board}-thu-ky", procedure=tin_bai(board))


def qn(board: str = "qn", by: str = "qn-phong-vien-1", editor: str = "qn-bien-tap-vien-1") -> Story:
    """Return what a reporter of Quảng Ninh hands in, edited by an editor."""
    return (
        Story.of(f"content/{board}/tin-tuc/2026/a.md").pushed(by).decided("bien_tap", editor, procedure=tin_bai(board))
    )


def tin_bai(board: str) -> str:
    """Return which procedure the news of a portal goes through."""
    return "tin_bai_thanh_phan" if policy().portals[board].parent else "tin_bai"


def governing(*paths: str, by: str = CLERK, modes: tuple[str, str] = CHANGED) -> Story:
    """Return a change of governance files that was handed in."""
    return Story.of(*paths, items={}).but(touched=tuple(touched(path, modes) for path in paths)).pushed(by)


# ---- other policies


def with_board(portal: str, alter: Callable[[Board], Board], base: Policy | None = None) -> Policy:
    """Return the policies with another board."""
    base = base or policy()
    return replace(base, boards={**base.boards, portal: alter(base.boards[portal])})


def with_holder(portal: str, id_: str, base: Policy | None = None, **changes: object) -> Policy:
    """Return the policies with other facts of one holder."""

    def alter(board: Board) -> Board:
        assert any(one.id == id_ for one in board.holders)
        holders = tuple(replace(one, **changes) if one.id == id_ else one for one in board.holders)
        return replace(board, holders=holders)

    return with_board(portal, alter, base)


def with_new_holder(portal: str, id_: str, role: str, base: Policy | None = None, **facts: object) -> Policy:
    """Return the policies with one holder more."""
    new = Holder(id_, role, id_, date(2026, 1, 1), PLACE, decision="01/QĐ")
    return with_board(portal, lambda board: replace(board, holders=(*board.holders, replace(new, **facts))), base)


def without_holders(portal: str, *ids: str, base: Policy | None = None) -> Policy:
    """Return the policies without some holders."""
    kept = lambda board: tuple(one for one in board.holders if one.id not in ids)  # noqa: E731
    return with_board(portal, lambda board: replace(board, holders=kept(board)), base)


def with_delegation(portal: str, base: Policy | None = None, **facts: object) -> Policy:
    """Return the policies with one delegation: of the approval of news, in November 2026."""
    one = Delegation(
        "uq-1", "truong_ban", "tq-pho-1", ("kiem_duyet",), date(2026, 11, 1), date(2026, 11, 30), "1/GUQ", PLACE
    )
    return with_board(portal, lambda board: replace(board, delegations=(replace(one, **facts),)), base)


def with_keys(alter: Callable[[Key], Key | None], *more: Key, base: Policy | None = None) -> Policy:
    """Return the policies with other keys."""
    base = base or policy()
    kept = tuple(changed for key in base.keys.keys if (changed := alter(key)))
    return replace(base, keys=KeyRing((*kept, *more)))


def with_key(person: str, base: Policy | None = None, **changes: object) -> Policy:
    """Return the policies with other facts of one person's key."""
    return with_keys(lambda key: replace(key, **changes) if key.person == person else key, base=base)


def with_procedures(
    regulation: str, alter: Callable[[Mapping[str, Procedure]], Mapping[str, Procedure]], base: Policy | None = None
) -> Policy:
    """Return the policies with other procedures of a regulation."""
    base = base or policy()
    rules = base.board_rules[regulation]
    return replace(
        base, board_rules={**base.board_rules, regulation: replace(rules, procedures=alter(rules.procedures))}
    )


def with_step(regulation: str, procedure: str, step: str, base: Policy | None = None, **changes: object) -> Policy:
    """Return the policies with another row of a procedure."""

    def row(one: Step) -> Step:
        return replace(one, **changes) if one.step == step else one

    def alter(known: Mapping[str, Procedure]) -> Mapping[str, Procedure]:
        found = known[procedure]
        return {**known, procedure: replace(found, steps=tuple(map(row, found.steps)))}

    return with_procedures(regulation, alter, base)


def making(after: Policy) -> Aftermath:
    """Return what a change leaves behind: these policies."""
    return Aftermath(after)
