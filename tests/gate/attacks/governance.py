"""The gate is edited by what it judges: policies weakened, locked, or taken out of the right hands."""

from datetime import date

from congbo.facts.gate.model import Aftermath
from congbo.frozen import replace
from congbo.message import say
from congbo.place import Place
from congbo.policy.keys import COLLECTED
from congbo.policy.people import Person
from congbo.policy.portals import Portal
from congbo.policy.records import Record
from support.gate import Story, key_of, news, policy
from support.items import item
from support.journeys import (
    ADDED,
    AUTHOR,
    CHANGED,
    CHECKER,
    CLERK,
    DELETED,
    DEPUTY,
    HEAD,
    MEMBER,
    NEWS,
    governing,
    making,
    ready,
    touched,
    with_holder,
    with_key,
    with_keys,
    with_new_holder,
    with_procedures,
    with_step,
    without_holders,
)

BOARD, KEYS, PEOPLE = "policies/boards/dl.yml", "policies/keys/allowed_signers", "policies/keys/people.yml"
PROCEDURES = "policies/regulations/dl/board.yml"
WANTED = ("missing", "xem_xet", "phe_duyet")
TAKEN = "policies/records/go_bai/gb-dl-2019-01.yml"


def reasoned(record: Record) -> Record:
    """Return the record of the takedown with another reason."""
    changed = replace(record, values={**record.values, "ly_do_khan": "Lý do khác."})
    return changed if record.place.path == TAKEN else record


EVERY_ROOT = ("xem_xet", "phe_duyet")
COLLECTOR = key_of("thu-thap", namespaces=(COLLECTED,))
TAKEN_AWAY = ("dl-truong-ban", "dl-pho-ban")
PAPER_PATH = "policies/records/chi_phi/ht-2026-01.yml"


def weakened() -> Story:
    """The change lets its own author approve, and is approved by its author."""
    after = with_step("DL", "tin_bai", "phe_duyet", not_={})
    story = (
        Story.of(NEWS).but(touched=(touched(NEWS), touched(PROCEDURES, CHANGED))).pushed(AUTHOR).leaving(making(after))
    )
    return story.decided("kiem_duyet", CHECKER).decided("phe_duyet", AUTHOR)


def staffed(after: object, *paths: str) -> Story:
    """A change of the board that is approved as it should be."""
    story = governing(*(paths or (BOARD,))).leaving(making(after))
    return story.decided("xem_xet", CHECKER, procedure="nhan_su").decided("phe_duyet", DEPUTY, procedure="nhan_su")


def without_procedure(name: str) -> object:
    return with_procedures("DL", lambda known: {key: one for key, one in known.items() if key != name})


def reworked(after: object) -> Story:
    """A change of the procedures that is approved as it should be."""
    story = governing(PROCEDURES).leaving(making(after))
    return story.decided("xem_xet", CHECKER, procedure="sua_quy_trinh").decided(
        "truong_ban_duyet", HEAD, procedure="sua_quy_trinh"
    )


def keyed(after: object, by: str = AUTHOR, first: str = CLERK, second: str = HEAD) -> Story:
    """A change of the keys, decided by two of Đồng Lạc."""
    story = governing(KEYS, by=by).leaving(making(after))
    return story.decided("xem_xet", first, procedure="nhan_su").decided("phe_duyet", second, procedure="nhan_su")


def record_of(portal: str) -> Record:
    return Record("chi_phi", "ht-2026-01", portal, {}, {}, Place(PAPER_PATH, 1))


def tier(portal: str, name: str) -> object:
    return replace(policy(), portals={**policy().portals, portal: replace(policy().portals[portal], tier=name)})


def unruled(*ids: str) -> dict[str, Portal]:
    """The portals, of which some follow no regulation."""
    return {id_: replace(one, follows=()) if id_ in ids else one for id_, one in policy().portals.items()}


ATTACKS = {
    "policy weakened in the same change": (weakened(), ("refused", "four_eyes.author")),
    "holder added in the same change approves": (
        ready(
            Story.of(NEWS)
            .but(touched=(touched(NEWS), touched(BOARD, CHANGED)))
            .pushed("dl-moi", mails=("dl-moi@kiem-thu.example",) * 2)
        ),
        ("refused", "commit.stranger", "pusher.stranger"),
    ),
    "own key added in the same change": (
        keyed(with_keys(lambda key: key, key_of(AUTHOR, fingerprint="SHA256:moi"))).decided(
            "phe_duyet", HEAD, record={"fingerprint": "SHA256:moi"}, procedure="nhan_su"
        ),
        ("refused", "key.unknown"),
    ),
    "own key changed by its owner": (
        keyed(with_key(HEAD, valid_before=None, namespaces=()), first=CHECKER),
        ("refused", "policy.locks"),
    ),
    "own e-mail added to another person's": (
        governing(PEOPLE)
        .leaving(
            making(
                replace(
                    policy(),
                    people=replace(
                        policy().people,
                        people=tuple(
                            replace(one, emails=(*one.emails, "khac@kiem-thu.example")) if one.id == HEAD else one
                            for one in policy().people.people
                        ),
                    ),
                )
            )
        )
        .decided("xem_xet", CHECKER, procedure="nhan_su")
        .decided("phe_duyet", HEAD, procedure="nhan_su"),
        ("refused", "four_eyes.subject"),
    ),
    "collector's key let in by one board alone": (
        keyed(
            with_keys(
                lambda key: (
                    replace(key, valid_after=key.valid_after.replace(year=2012)) if key.person == MEMBER else key
                ),
                COLLECTOR,
            )
        ),
        ("missing", "quan_tri_duyet", "phe_duyet", *EVERY_ROOT, *EVERY_ROOT, *EVERY_ROOT),
    ),
    "person of no board let in by one board alone": (
        governing(PEOPLE, by=CLERK)
        .leaving(
            making(
                replace(
                    policy(),
                    people=replace(
                        policy().people,
                        people=(*policy().people.people, Person("ai-do", "Ai đó", (), Place(PEOPLE, 1))),
                    ),
                )
            )
        )
        .decided("xem_xet", CHECKER, procedure="nhan_su")
        .decided("phe_duyet", HEAD, procedure="nhan_su"),
        ("missing", "quan_tri_duyet", "phe_duyet", *EVERY_ROOT, *EVERY_ROOT, *EVERY_ROOT),
    ),
    "key of another board's member let in by one's own board": (
        keyed(with_key("hd-tt-1", namespaces=("congbo-decision", "git"))),
        ("missing", "quan_tri_duyet", "phe_duyet"),
    ),
    "one of two boards of whom one person's key is": (
        governing(KEYS, by="tq-bt-1")
        .leaving(making(with_key("tq-pho-1", namespaces=("congbo-decision", "git"))))
        .decided("xem_xet", "tq-thu-ky", procedure="phan_quyen", board="tq")
        .decided("phe_duyet", "tq-truong-ban", procedure="phan_quyen", board="tq"),
        ("missing", "xem_xet", "phe_duyet"),
    ),
    "policies that cannot be read": (
        governing(BOARD).leaving(Aftermath(fault=say("gate.record.unreadable", path=BOARD))),
        ("refused", "policy.unreadable"),
    ),
    "policies that lock by taking away who approves": (
        reworked(
            with_step(
                "DL", "tep_quan_tri", "phe_duyet", by={"doan_the": "CB-17"}, base=without_holders("dl", "dl-doan-the")
            )
        ),
        ("refused", "policy.locks"),
    ),
    "policies that lock by taking away the only key": (
        staffed(with_keys(lambda key: None if key.person == CHECKER else key), KEYS).decided(
            "xem_xet", CLERK, procedure="nhan_su"
        ),
        ("refused", "policy.locks"),
    ),
    "policies that lock by a term that is over": (
        staffed(with_holder("dl", CHECKER, until=date(2026, 11, 1))),
        ("refused", "policy.locks"),
    ),
    "policies that lock by keys that the board does not have": (
        staffed(with_holder("dl", CHECKER, keys=("SHA256:khong-co",))),
        ("refused", "policy.locks"),
    ),
    "policies that lock the last step of a long procedure": (
        governing("policies/regulations/hd/board.yml").leaving(
            making(with_step("HD", "tin_bai", "dang", without_holders("hd", "hd-btv"), by={"ban_thuong_vu": "HD-10.3"}))
        ),
        ("refused", "policy.locks"),
    ),
    "policies that lock a component by its parent's administrator": (
        governing(KEYS).leaving(making(with_keys(lambda key: None if key.person == "tq-quan-tri" else key))),
        ("refused", "policy.locks", "policy.locks", "policy.locks"),
    ),
    "policies that lock since one person would be two": (
        reworked(with_step("DL", "tep_quan_tri", "xem_xet", by={"truong_ban": "CB-17"})),
        ("refused", "policy.locks"),
    ),
    "policies that lock since more are wanted than there are": (
        reworked(with_step("DL", "tep_quan_tri", "phe_duyet", count=2)),
        ("refused", "policy.locks"),
    ),
    "policies without a procedure for boards and keys": (
        reworked(without_procedure("nhan_su")),
        ("refused", "policy.uncovered"),
    ),
    "policies without a procedure for items": (reworked(without_procedure("tin_bai")), ("refused", "policy.uncovered")),
    "policies under which a board follows no regulation": (
        governing("policies/portals/dl.yml")
        .leaving(
            making(replace(policy(), portals={**policy().portals, "dl": replace(policy().portals["dl"], follows=())}))
        )
        .decided("xem_xet", CHECKER, procedure="tep_quan_tri")
        .decided("phe_duyet", HEAD, procedure="tep_quan_tri"),
        ("refused", "policy.uncovered"),
    ),
    "policies under which a board follows no regulation, as another does already": (
        governing("policies/portals/dl.yml")
        .under(portals=unruled("ht"))
        .leaving(making(replace(policy(), portals=unruled("ht", "dl"))))
        .decided("xem_xet", CHECKER, procedure="tep_quan_tri")
        .decided("phe_duyet", HEAD, procedure="tep_quan_tri"),
        ("refused", "policy.uncovered"),
    ),
    "policies in which a component calls itself a province": (
        governing("policies/portals/tq-sonduong.yml", by="tq-sonduong-bt").leaving(
            making(tier("tq-sonduong", "khong-co"))
        ),
        ("refused", "policy.uncovered"),
    ),
    "policies from which a board is gone": (
        staffed(replace(policy(), boards={name: one for name, one in policy().boards.items() if name != "dl"})),
        ("refused", "policy.uncovered"),
    ),
    "holder without a decision": (
        staffed(with_new_holder("dl", "dl-moi", "thanh_vien", decision="")),
        ("refused", "holder.decision"),
    ),
    "longer term without a decision": (
        staffed(with_holder("dl", MEMBER, until=date(2030, 1, 1), decision="")),
        ("refused", "holder.decision"),
    ),
    "other person in an office without a decision": (
        staffed(with_holder("dl", MEMBER, principal="dl-ctv-y-te", decision="")),
        ("refused", "holder.decision"),
    ),
    "other role without a decision": (
        staffed(with_holder("dl", MEMBER, role="pho_ban", decision="")),
        ("refused", "holder.decision"),
    ),
    "holder without a decision on a new board": (
        governing("policies/boards/moi.yml", modes=ADDED).leaving(
            making(
                replace(
                    policy(),
                    boards={
                        **policy().boards,
                        "moi": replace(
                            policy().boards["dl"],
                            portal="moi",
                            holders=tuple(replace(one, decision="") for one in policy().boards["dl"].holders[:1]),
                        ),
                    },
                )
            )
        ),
        ("refused", "holder.decision"),
    ),
    "board of another portal": (
        governing("policies/boards/hd.yml").decided("phe_duyet", HEAD, procedure="nhan_su"),
        ("missing", "quan_tri_duyet", "phe_duyet"),
    ),
    "board of a component by its parent": (
        governing("policies/boards/tq-sonduong.yml", by="tq-bt-1")
        .decided("xem_xet", "tq-thu-ky", procedure="phan_quyen", board="tq")
        .decided("phe_duyet", "tq-truong-ban", procedure="phan_quyen", board="tq"),
        WANTED,
    ),
    "board of a component by its parent's people in its name": (
        governing("policies/boards/tq-sonduong.yml", by="tq-bt-1").decided(
            "xem_xet", "tq-thu-ky", "thu_ky", procedure="phan_quyen_thanh_phan", board="tq-sonduong"
        ),
        ("refused", "role.not_held"),
    ),
    "board erased by one person": (
        governing(BOARD, by=HEAD, modes=DELETED).decided("phe_duyet", HEAD, procedure="nhan_su"),
        ("refused", "step.order"),
    ),
    "what all share approved by one board": (
        governing("policies/hosts.yml")
        .decided("xem_xet", CHECKER, procedure="tep_quan_tri")
        .decided("phe_duyet", HEAD, procedure="tep_quan_tri"),
        ("missing", "quan_tri_duyet", "truong_ban_duyet", *EVERY_ROOT, *EVERY_ROOT, *EVERY_ROOT),
    ),
    "regulation of another portal": (
        governing("policies/regulations/hd/clauses.yml").decided(
            "chap_thuan", HEAD, procedure="sua_quy_che", answers={"van_ban": "1/CV"}
        ),
        ("missing", "de_xuat", "chap_thuan"),
    ),
    "several boards of which one lacks": (
        governing(BOARD, "policies/boards/hd.yml")
        .decided("xem_xet", CHECKER, procedure="nhan_su", board="dl")
        .decided("phe_duyet", HEAD, procedure="nhan_su", board="dl"),
        ("missing", "quan_tri_duyet", "phe_duyet"),
    ),
    "several areas of which one lacks": (
        governing(BOARD, "policies/portals/dl.yml")
        .decided("xem_xet", CHECKER, procedure="nhan_su")
        .decided("phe_duyet", HEAD, procedure="nhan_su"),
        WANTED,
    ),
    "record taken over from another portal": (
        governing(PAPER_PATH)
        .under(records=(record_of("ht"),))
        .leaving(making(replace(policy(), records=(record_of("dl"),)))),
        ("missing", "xem_xet", "phe_duyet", "ban_bien_tap_de_nghi", "pho_giam_doc_duyet", "xem_xet", "phe_duyet"),
    ),
    "record of spending approved as a governance file only": (
        governing(PAPER_PATH, by="ht-thu-ky")
        .under(records=(record_of("ht"),))
        .decided("xem_xet", "ht-quan-tri", procedure="tep_quan_tri", board="ht")
        .decided("phe_duyet", "ht-truong-ban", procedure="tep_quan_tri", board="ht"),
        ("missing", "ban_bien_tap_de_nghi", "pho_giam_doc_duyet"),
    ),
    "correction published without its own procedure": (
        Story.of(
            items={
                "content/hd/tin-trung-uong/2026/a.md": item(
                    "content/hd/tin-trung-uong/2026/a.md", "tin_bai", dinh_chinh="Sửa tên."
                )
            }
        )
        .but(before={"content/hd/tin-trung-uong/2026/a.md": news("content/hd/tin-trung-uong/2026/a.md")})
        .pushed("hd-tt-1"),
        ("missing", "tiep_nhan", "bien_tap", "xac_thuc", "kiem_duyet", "dang", "chi_dao", "xu_ly"),
    ),
    "withdrawal without the procedure of corrections": (
        Story.of(
            items={
                "content/hd/tin-trung-uong/2026/a.md": item(
                    "content/hd/tin-trung-uong/2026/a.md", "tin_bai", rut_bai="Sai."
                )
            }
        )
        .but(before={"content/hd/tin-trung-uong/2026/a.md": news("content/hd/tin-trung-uong/2026/a.md")})
        .pushed("hd-tt-1"),
        ("missing", "tiep_nhan", "bien_tap", "xac_thuc", "kiem_duyet", "dang", "chi_dao", "xu_ly"),
    ),
    "program of the gate itself by one board": (
        governing("plugins/congbo/facts/gate/judge.py")
        .decided("xem_xet", CLERK, procedure="tep_quan_tri")
        .decided("phe_duyet", HEAD, procedure="tep_quan_tri"),
        (
            "missing",
            "quan_tri_kiem_tra",
            "truong_ban_duyet",
            "quan_tri_kiem_tra",
            "phe_duyet",
            "ky_thuat_kiem_tra",
            "ubnd_dong_y",
            "ky_thuat_kiem_tra",
            "ubnd_phe_duyet",
        ),
    ),
    "record of a takedown is deleted by the role that took down": (
        governing(TAKEN, modes=DELETED, by=CLERK)
        .leaving(making(replace(policy(), records=tuple(r for r in policy().records if r.place.path != TAKEN))))
        .decided("quyet_dinh_go", HEAD, procedure="go_bai_khan", answers={"ly_do": "Không cần nữa."}),
        ("refused", "record.erased"),
    ),
    "reason of a takedown is rewritten": (
        governing(TAKEN, by=CLERK)
        .leaving(making(replace(policy(), records=tuple(map(reasoned, policy().records)))))
        .decided("quyet_dinh_go", HEAD, procedure="go_bai_khan", answers={"ly_do": "Nói cho hay hơn."}),
        ("refused", "record.erased"),
    ),
    "takedown by somebody else than the named role": (
        governing("policies/records/go_bai/gb-1.yml", modes=ADDED, by=CLERK).decided(
            "quyet_dinh_go", DEPUTY, procedure="go_bai_khan", answers={"ly_do": "Sai."}
        ),
        ("refused", "role.step"),
    ),
    "takedown without a reason": (
        governing("policies/records/go_bai/gb-1.yml", modes=ADDED, by=HEAD).decided(
            "quyet_dinh_go", HEAD, procedure="go_bai_khan"
        ),
        ("refused", "answer.missing"),
    ),
    "item under the cover of a takedown": (
        Story.of(NEWS, TAKEN)
        .pushed(AUTHOR)
        .decided("quyet_dinh_go", HEAD, procedure="go_bai_khan", answers={"ly_do": "Sai."}),
        ("missing", "kiem_duyet", "phe_duyet", "dang"),
    ),
}
