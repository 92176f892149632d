"""Offices that are not held, not of this board, not of this unit or field, over, not begun, or not delegated."""

from datetime import date

from congbo.frozen import replace
from support.gate import Story, news, policy
from support.items import item
from support.journeys import (
    AUTHOR,
    CHECKER,
    CLERK,
    DEPUTY,
    HEAD,
    MEMBER,
    NEWS,
    checked,
    hd,
    hd_cleared,
    hd_verified,
    ht,
    ht_checked,
    ht_edited,
    qn,
    ready,
    tin_bai,
    tq,
    with_delegation,
    with_holder,
    with_new_holder,
    with_step,
    without_holders,
)

NOT_HELD, WRONG_STEP = ("refused", "role.not_held"), ("refused", "role.step")
NOT_DELEGATED = ("refused", "role.delegation")
SUBMIT = ("refused", "submit.role")


def term(person: str = HEAD, **changes: object) -> Story:
    """Everything signed, under a board whose holder has another term."""
    return ready().under(boards=with_holder("dl", person, **changes).boards)


def delegated(taker: str = "tq-pho-1", behalf: str = "uq-1", section: str = "hoat-dong", **facts: object) -> Story:
    """A deputy of Tuyên Quang approves by a delegation."""
    story = tq(section=section).under(boards=with_delegation("tq", **{"taker": taker, **facts}).boards)
    return story.decided("kiem_duyet", taker, behalf=behalf)


def component(person: str, role: str = "truong_ban") -> Story:
    """Somebody approves on the component page of Sơn Dương."""
    return tq("tq-sonduong", "tq-sonduong-ctv").decided("kiem_duyet", person, role, procedure="tin_bai_thanh_phan")


def two_fields() -> Story:
    """Two items of Home Affairs, of which the judge looks after one only."""
    paths = ("content/ht/tin-tuc/2026/a.md", "content/ht/phan-mem/2026/b.md")
    return ht_edited(Story.of(items={path: news(path) for path in paths}).pushed("ht-nv-cchc"))


def moved_field() -> Story:
    """An item that the change takes out of one member's field into another's."""
    path = "content/ht/chung/2026/a.md"
    sides = [item(path, "tin_bai", linh_vuc=field) for field in ("ton_giao", "thi_dua")]
    return ht_edited(Story.of(items={path: sides[1]}).but(before={path: sides[0]}).pushed("ht-nv-cchc"))


def of_parent() -> Story:
    """A component page whose approval is the provincial board's."""
    rules = with_step("TQ", "tin_bai_thanh_phan", "kiem_duyet", of="parent_board")
    story = Story.of("content/tq-sonduong/hoat-dong/2026/a.md", rules=rules).pushed("tq-sonduong-ctv")
    return story.decided("bien_tap", "tq-sonduong-thu-ky", procedure="tin_bai_thanh_phan")


ATTACKS = {
    "role that the person does not hold": (checked().decided("phe_duyet", MEMBER, "truong_ban"), NOT_HELD),
    "role that nobody holds": (checked().decided("phe_duyet", MEMBER, "thu_tuong"), NOT_HELD),
    "person who is on no board": (checked().decided("phe_duyet", "hd-pv-1", "truong_ban"), NOT_HELD),
    "collaborator approves": (checked().decided("phe_duyet", "dl-ctv-y-te"), WRONG_STEP),
    "clerk approves": (checked().decided("phe_duyet", CLERK), WRONG_STEP),
    "checker approves": (checked().decided("phe_duyet", CHECKER), WRONG_STEP),
    "head publishes": (ready().but(records=ready().change.records[:-1]).decided("dang", HEAD), WRONG_STEP),
    "body without a person signs": (checked().decided("phe_duyet", "dl-ban-bien-tap"), WRONG_STEP),
    "head of another province": (checked().decided("phe_duyet", "hd-truong-ban", "truong_ban"), NOT_HELD),
    "head of the component's parent": (component("tq-truong-ban"), NOT_HELD),
    "head of the sister component": (component("tq-pho-1"), NOT_HELD),
    "head of the component where the parent decides": (
        of_parent().decided("kiem_duyet", "tq-sonduong-truong-ban", "truong_ban", procedure="tin_bai_thanh_phan"),
        NOT_HELD,
    ),
    "parent decides and there is none": (
        of_parent()
        .under(portals={**policy().portals, "tq-sonduong": replace(policy().portals["tq-sonduong"], parent="")})
        .decided("kiem_duyet", "tq-truong-ban", "truong_ban", procedure="tin_bai_thanh_phan"),
        NOT_HELD,
    ),
    "head of the component on the province's page": (
        tq().decided("kiem_duyet", "tq-sonduong-truong-ban", "truong_ban"),
        NOT_HELD,
    ),
    "provincial director publishes on a component page": (
        qn("qn-campha", "qn-campha-phong-vien", "qn-campha-bien-tap-vien").decided(
            "xuat_ban", "qn-giam-doc-tttt", "giam_doc_trung_tam_thong_tin", procedure="tin_bai_thanh_phan"
        ),
        NOT_HELD,
    ),
    "head of a unit publishes on the province's page": (
        qn().decided("xuat_ban", "qn-campha-thu-truong", "thu_truong_don_vi"),
        NOT_HELD,
    ),
    "handed in by the head": (Story.of(NEWS).pushed(HEAD), SUBMIT),
    "handed in by somebody of another portal": (Story.of(NEWS).pushed("hd-pv-1"), SUBMIT),
    "handed in by a reporter whose term had not begun": (
        Story.of(NEWS, rules=with_holder("dl", AUTHOR, from_=date(2026, 11, 3))).pushed(AUTHOR),
        SUBMIT,
    ),
    "handed in by a reporter whose term was over": (
        Story.of(NEWS, rules=with_holder("dl", AUTHOR, until=date(2026, 11, 1))).pushed(AUTHOR),
        SUBMIT,
    ),
    "leader of another unit clears": (hd().decided("don_vi_duyet", "hd-ld-ubkt"), WRONG_STEP),
    "member without a unit clears": (hd().decided("don_vi_duyet", "hd-uv-tong-hop"), WRONG_STEP),
    "leader clears an item that names no unit": (hd(unit="").decided("don_vi_duyet", "hd-ld-ban-to-chuc"), WRONG_STEP),
    "member without a unit clears an item without a unit": (
        hd(unit="").decided("don_vi_duyet", "hd-uv-tong-hop"),
        WRONG_STEP,
    ),
    "reporter verifies": (hd_cleared().decided("tiep_nhan", "hd-pv-1"), WRONG_STEP),
    "member takes the standing member's step": (hd_verified().decided("kiem_duyet", "hd-uv-tuyen-giao"), WRONG_STEP),
    "member of another field": (ht_edited().decided("kiem_duyet", "ht-uv-tdkt"), WRONG_STEP),
    "member of another field by the item's field": (
        ht_edited(ht("chung", linh_vuc="ton_giao")).decided("kiem_duyet", "ht-uv-cchc"),
        WRONG_STEP,
    ),
    "member of another section who has no fields": (
        ht_edited().under(boards=with_holder("ht", "ht-uv-tdkt", fields=()).boards).decided("kiem_duyet", "ht-uv-tdkt"),
        WRONG_STEP,
    ),
    "member of another field who has no sections": (
        ht_edited()
        .under(boards=with_holder("ht", "ht-uv-tdkt", sections=()).boards)
        .decided("kiem_duyet", "ht-uv-tdkt"),
        WRONG_STEP,
    ),
    "member of one of two fields": (two_fields().decided("kiem_duyet", "ht-uv-cchc"), WRONG_STEP),
    "member of the field that an item is taken into": (moved_field().decided("kiem_duyet", "ht-uv-tdkt"), WRONG_STEP),
    "deputy for the head without saying so": (ht_checked().decided("phe_duyet", "ht-pho-truong-ban"), WRONG_STEP),
    "deputy in the head's own role": (ht_checked().decided("phe_duyet", "ht-pho-truong-ban", "truong_ban"), NOT_HELD),
    "deputy for somebody who does not decide": (
        ht_checked().decided("phe_duyet", "ht-pho-truong-ban", behalf="thu_ky"),
        WRONG_STEP,
    ),
    "member for the head": (ht_checked().decided("phe_duyet", "ht-uv-cchc", behalf="truong_ban"), WRONG_STEP),
    "head who says to act for another": (checked().decided("phe_duyet", HEAD, behalf="pho_ban"), WRONG_STEP),
    "level without role": (
        tq().decided("kiem_duyet", "tq-truong-ban").decided("dang", "tq-tv-sotttt"),
        WRONG_STEP,
    ),
    "level of another board": (
        tq().decided("kiem_duyet", "tq-truong-ban").decided("dang", "tq-sonduong-bt", "bien_tap_vien"),
        NOT_HELD,
    ),
    "level that the regulation of the day does not know": (
        tq()
        .decided("kiem_duyet", "tq-truong-ban")
        .decided("dang", "tq-bt-1")
        .under(board_rules={**policy().board_rules, "TQ": replace(policy().board_rules["TQ"], roles={})}),
        WRONG_STEP,
    ),
    "administrator's level for an updater's step": (
        tq().decided("kiem_duyet", "tq-truong-ban").decided("dang", "tq-quan-tri"),
        WRONG_STEP,
    ),
    "deputy without a delegation": (tq().decided("kiem_duyet", "tq-pho-1"), NOT_DELEGATED),
    "delegation that does not exist": (tq().decided("kiem_duyet", "tq-pho-1", behalf="uq-9"), NOT_DELEGATED),
    "delegation that is not named": (delegated(behalf=""), NOT_DELEGATED),
    "delegation of last year": (tq().decided("kiem_duyet", "tq-pho-1", behalf="uq-2011-01"), NOT_DELEGATED),
    "delegation that ended yesterday": (delegated(until=date(2026, 11, 1)), NOT_DELEGATED),
    "delegation that begins tomorrow": (delegated(from_=date(2026, 11, 3)), NOT_DELEGATED),
    "delegation of another step": (delegated(steps=("bien_tap",)), NOT_DELEGATED),
    "delegation of another section": (delegated(sections=("dich-vu-cong",)), NOT_DELEGATED),
    "delegation to somebody else": (
        tq()
        .under(boards=with_delegation("tq", taker="tq-pho-2").boards)
        .decided("kiem_duyet", "tq-pho-1", behalf="uq-1"),
        NOT_DELEGATED,
    ),
    "delegation by somebody who may not": (delegated(giver="tq-thu-ky"), NOT_DELEGATED),
    "delegation passed on by who got it": (delegated(taker="tq-thu-ky", giver="tq-pho-1"), NOT_DELEGATED),
    "delegation to a member who may not take one": (delegated(taker="tq-tv-sotttt"), WRONG_STEP),
    "delegation whose giver is out of office": (
        delegated().under(
            boards=with_holder("tq", "tq-truong-ban", with_delegation("tq"), until=date(2026, 11, 1)).boards
        ),
        NOT_DELEGATED,
    ),
    "delegation by an id that has left": (
        delegated(giver="tq-truong-ban").under(
            boards=without_holders("tq", "tq-truong-ban", base=with_delegation("tq", giver="tq-truong-ban")).boards
        ),
        NOT_DELEGATED,
    ),
    "delegation on another board": (
        component("tq-pho-1", "pho_truong_ban"),
        NOT_HELD,
    ),
    "delegate without office any more": (
        delegated().under(boards=with_holder("tq", "tq-pho-1", with_delegation("tq"), until=date(2026, 11, 1)).boards),
        ("refused", "role.ended"),
    ),
    "uninvited deputy of Quảng Ninh": (qn().decided("xuat_ban", "qn-pho-ban-tttt"), NOT_DELEGATED),
    "role ended before it signed": (term(until=date(2026, 11, 1)), ("refused", "role.ended", "step.order")),
    "former head signs, dated back": (
        term(until=date(2026, 11, 1)).but(
            records=tuple(
                replace(one, statement=replace(one.statement, issued=one.statement.issued.replace(month=10)))
                for one in ready().change.records
                if one.statement
            )
        ),
        ("refused", "role.ended", "step.order"),
    ),
    "role ended between approval and merge": (
        ready().merged().after(days=2).under(boards=with_holder("dl", HEAD, until=date(2026, 11, 3)).boards),
        ("refused", "role.ended", "step.order"),
    ),
    "wrong step by an office held again after a pause": (
        checked()
        .under(
            boards=with_new_holder(
                "dl", "dl-van-phong-2", "cong_chuc_van_phong", principal=CLERK, until=date(2026, 2, 1)
            ).boards
        )
        .decided("phe_duyet", CLERK),
        WRONG_STEP,
    ),
    "role held for a day": (
        term(from_=date(2026, 11, 2), until=date(2026, 11, 2)).after(days=2),
        ("refused", "role.ended", "step.order"),
    ),
    "wrong step by an office held twice, once with other keys": (
        checked()
        .under(
            boards=with_new_holder(
                "dl", "dl-van-phong-2", "cong_chuc_van_phong", principal=CLERK, keys=("SHA256:khac",)
            ).boards
        )
        .decided("phe_duyet", CLERK),
        WRONG_STEP,
    ),
    "role not yet begun": (term(from_=date(2026, 11, 3)), ("refused", "role.not_yet", "step.order")),
    "role begun between signing and merge": (
        term(from_=date(2026, 11, 3)).after(days=2),
        ("refused", "role.not_yet", "step.order"),
    ),
    "role in a gap between two terms": (
        ready().under(
            boards=with_holder(
                "dl",
                DEPUTY,
                with_holder("dl", HEAD, until=date(2026, 10, 1)),
                role="truong_ban",
                principal=HEAD,
                from_=date(2026, 12, 1),
            ).boards
        ),
        ("refused", "role.ended", "step.order"),
    ),
    "publisher's role ended": (term(CLERK, until=date(2026, 11, 1)), ("refused", "role.ended")),
    "procedure of the province on a component page": (
        tq("tq-sonduong", "tq-sonduong-ctv").decided("kiem_duyet", "tq-sonduong-truong-ban", procedure=tin_bai("tq")),
        ("missing", "kiem_duyet", "dang"),
    ),
}
