"""Changes of every area of governance, by the two whom each regulation names."""

from datetime import date

from congbo.frozen import replace
from congbo.policy.people import Person
from support.gate import Story, key_of, policy
from support.journeys import (
    ADDED,
    CHECKER,
    CLERK,
    DELETED,
    DEPUTY,
    HEAD,
    MEMBER,
    NEWS,
    PLACE,
    governing,
    making,
    ready,
    touched,
    with_delegation,
    with_holder,
    with_key,
    with_keys,
    with_new_holder,
    with_step,
)

GRANTED = ("granted",)
# Who takes the two steps of what all portals share, by board: procedure, first step and person, second step and person.
SHARED = {
    "dl": ("tep_quan_tri", "xem_xet", CLERK, "phe_duyet", HEAD),
    "hd": ("tep_quan_tri", "xem_xet", "hd-tt-1", "phe_duyet", "hd-truong-ban"),
    "ht": ("tep_quan_tri", "xem_xet", "ht-thu-ky", "phe_duyet", "ht-truong-ban"),
    "qn": ("tep_quan_tri", "xem_xet", "qn-ky-thuat", "phe_duyet", "qn-truong-ban"),
    "tq": ("tep_quan_tri", "xem_xet", "tq-thu-ky", "phe_duyet", "tq-truong-ban"),
}
OF_HOSTS = {**SHARED, "hd": ("cau_hinh", "quan_tri_duyet", "hd-quan-tri", "truong_ban_duyet", "hd-truong-ban")}
OF_PROGRAM = {
    **SHARED,
    "hd": ("ky_thuat", "quan_tri_kiem_tra", "hd-quan-tri", "truong_ban_duyet", "hd-truong-ban"),
    "ht": ("ky_thuat", "quan_tri_kiem_tra", "ht-quan-tri", "phe_duyet", "ht-truong-ban"),
    "qn": ("nang_cap", "ky_thuat_kiem_tra", "qn-ky-thuat", "ubnd_dong_y", "qn-truong-ban"),
    "tq": ("nang_cap", "ky_thuat_kiem_tra", "tq-quan-tri", "ubnd_phe_duyet", "tq-truong-ban"),
}
OF_THEME = {**OF_PROGRAM, "dl": ("cai_tien", "tham_muu", DEPUTY, "truong_ban_duyet", HEAD)}
OF_SECTIONS = {**OF_THEME, "hd": OF_HOSTS["hd"], "ht": SHARED["ht"]}
DOCUMENT = {"van_ban": "12/QĐ-UBND", "loai_thay_doi": "Nâng cấp giao diện"}


def by_all(way: dict[str, tuple[str, str, str, str, str]], *paths: str) -> Story:
    """Every portal that is no component says its two words."""
    story = governing(*paths)
    for board, (procedure, first, one, second, other) in way.items():
        there = {"procedure": procedure, "board": board}
        story = story.decided(first, one, **there).decided(second, other, answers=DOCUMENT, **there)
    return story.merged()


def by_two(
    path: str, procedure: str, *who: tuple[str, ...], board: str = "dl", pusher: str = CLERK, modes=None
) -> Story:
    """One board says its two words."""
    story = governing(path, by=pusher, modes=modes or ("100644", "100644"))
    for step, *person in who:
        story = story.decided(step, *person, procedure=procedure, board=board, answers=DOCUMENT)
    return story.merged()


def staff(after: object, path: str = "policies/boards/dl.yml", first: str = CHECKER, second: str = HEAD) -> Story:
    story = by_two(path, "nhan_su", ("xem_xet", first), ("phe_duyet", second))
    return story.leaving(making(after))


def enrolled() -> object:
    """A new member with an office, a name in the list, and a key."""
    after = with_new_holder("dl", "dl-moi", "thanh_vien")
    people = replace(after.people, people=(*after.people.people, Person("dl-moi", "Mới", (), PLACE)))
    return replace(with_keys(lambda key: key, key_of("dl-moi"), base=after), people=people)


def component_settings() -> Story:
    """A component page's settings: its own board upgrades, and the province's administrator lets it."""
    story = governing("policies/portals/tq-sonduong.yml", by="tq-sonduong-bt")
    for procedure, step, person, role in (
        ("nang_cap", "ky_thuat_kiem_tra", "tq-sonduong-quan-tri", ""),
        ("nang_cap", "ubnd_phe_duyet", "tq-sonduong-truong-ban", ""),
        ("cau_hinh", "quan_tri_cap_tinh", "tq-quan-tri", "quan_tri"),
        ("cau_hinh", "truong_ban_duyet", "tq-sonduong-truong-ban", ""),
    ):
        there = {"procedure": procedure, "board": "tq-sonduong", "answers": DOCUMENT}
        story = story.decided(step, person, role, **there)
    return story.merged()


def two_sides() -> Story:
    """An item and its portal's settings at once."""
    story = Story.of(NEWS).but(touched=(touched(NEWS), touched("policies/portals/dl.yml"))).pushed("dl-tv-tu-phap")
    there = {"procedure": "tep_quan_tri"}
    return ready(story).decided("xem_xet", CLERK, **there).decided("phe_duyet", HEAD, **there).merged()


HONEST = {
    "what all share: types": (by_all(SHARED, "policies/types.yml"), GRANTED),
    "what all share: law, calendar, vocabularies, checklist": (
        by_all(
            SHARED,
            "policies/law.yml",
            "policies/calendar/2026.yml",
            "policies/vocabularies/linh_vuc.yml",
            "policies/checklist.yml",
        ),
        GRANTED,
    ),
    "what all share: units without a portal": (by_all(SHARED, "policies/units/chung.yml"), GRANTED),
    "what all share: hosts": (by_all(OF_HOSTS, "policies/hosts.yml"), GRANTED),
    "what all share: program": (by_all(OF_PROGRAM, "plugins/congbo/clock.py", ".gitattributes"), GRANTED),
    "what all share: program that runs": (
        by_all(OF_PROGRAM, "scripts/docs.py").but(touched=(touched("scripts/docs.py", ("000000", "100755")),)),
        GRANTED,
    ),
    "what all share: theme": (by_all(OF_THEME, "theme/css/main.css"), GRANTED),
    "what all share: sections": (by_all(OF_SECTIONS, "policies/sections.yml"), GRANTED),
    "records of nobody's portal": (by_all(SHARED, "policies/records/mien_tru/x.yml"), GRANTED),
    "regulation of Đồng Lạc": (
        by_two("policies/regulations/dl/clauses.yml", "sua_quy_che", ("tong_hop", CHECKER), ("chap_thuan", HEAD)),
        GRANTED,
    ),
    "regulation of Hải Dương": (
        by_two(
            "policies/regulations/hd/clauses.yml",
            "sua_quy_che",
            ("de_xuat", "hd-tt-1"),
            ("chap_thuan", "hd-truong-ban"),
            board="hd",
        ),
        GRANTED,
    ),
    "regulation of Home Affairs": (
        by_two(
            "policies/regulations/ht/clauses.yml",
            "sua_quy_che",
            ("chanh_van_phong_de_nghi", "ht-uv-van-phong", "chanh_van_phong"),
            ("chap_thuan", "ht-truong-ban"),
            board="ht",
        ),
        GRANTED,
    ),
    "regulation of Quảng Ninh": (
        by_two(
            "policies/regulations/qn/clauses.yml",
            "sua_quy_che",
            ("tong_hop", "qn-giam-doc-so-tttt"),
            ("chap_thuan", "qn-truong-ban"),
            board="qn",
        ),
        GRANTED,
    ),
    "regulation of Tuyên Quang": (
        by_two(
            "policies/regulations/tq/clauses.yml",
            "sua_quy_che",
            ("xem_xet", "tq-thu-ky"),
            ("chap_thuan", "tq-truong-ban"),
            board="tq",
        ),
        GRANTED,
    ),
    "procedures of Đồng Lạc": (
        by_two(
            "policies/regulations/dl/board.yml", "sua_quy_trinh", ("xem_xet", CHECKER), ("truong_ban_duyet", HEAD)
        ).leaving(making(with_step("DL", "tin_bai", "dang", by={"cong_chuc_van_phong": "DL-6B/-1"}))),
        GRANTED,
    ),
    "procedures of Tuyên Quang": (
        by_two(
            "policies/regulations/tq/board.yml",
            "sua_quy_trinh",
            ("xay_dung", "tq-pho-2", "trung_tam"),
            ("phe_duyet", "tq-truong-ban"),
            board="tq",
        ),
        GRANTED,
    ),
    "settings of a component page": (component_settings(), GRANTED),
    "board of Cẩm Phả": (
        by_two(
            "policies/boards/qn-campha.yml",
            "phan_cong",
            ("xem_xet", "qn-campha-ky-thuat"),
            ("phe_duyet", "qn-campha-truong-ban"),
            board="qn-campha",
        ),
        GRANTED,
    ),
    "board of a new component, by its parent": (
        by_two(
            "policies/boards/tq-moi.yml",
            "phan_quyen",
            ("xem_xet", "tq-thu-ky"),
            ("phe_duyet", "tq-truong-ban"),
            board="tq",
            modes=ADDED,
        ).leaving(
            making(
                replace(
                    policy(),
                    portals={**policy().portals, "tq-moi": replace(policy().portals["tq-sonduong"], id="tq-moi")},
                    boards={**policy().boards, "tq-moi": replace(policy().boards["tq-sonduong"], portal="tq-moi")},
                )
            )
        ),
        GRANTED,
    ),
    "units of Đồng Lạc": (
        by_two("policies/units/dl.yml", "tep_quan_tri", ("xem_xet", CHECKER), ("phe_duyet", HEAD)),
        GRANTED,
    ),
    "a file erased": (
        by_two("policies/units/dl.yml", "tep_quan_tri", ("xem_xet", CHECKER), ("phe_duyet", HEAD), modes=DELETED),
        GRANTED,
    ),
    "a member leaves": (staff(with_holder("dl", MEMBER, until=date(2026, 11, 30))), GRANTED),
    "a member's longer term with a decision": (
        staff(with_holder("dl", MEMBER, until=date(2030, 1, 1), decision="2/QĐ")),
        GRANTED,
    ),
    "a member without a decision who was there before": (
        staff(with_holder("dl", MEMBER, decision="", position="khac")),
        GRANTED,
    ),
    "a new member": (staff(enrolled()), GRANTED),
    "the head's delegation, approved by the head": (staff(with_delegation("dl", taker=DEPUTY)), GRANTED),
    "the deputy approves what is about the head": (
        staff(with_holder("dl", HEAD, sections=("tin-tuc",)), second=DEPUTY),
        GRANTED,
    ),
    "a key exchanged": (
        staff(with_key(MEMBER, fingerprint="SHA256:moi"), "policies/keys/allowed_signers"),
        GRANTED,
    ),
    "a key let in beside the old one": (
        staff(with_keys(lambda key: key, key_of(MEMBER, fingerprint="SHA256:moi")), "policies/keys/allowed_signers"),
        GRANTED,
    ),
    "policies that lacked somebody before may be mended step by step": (
        staff(with_holder("dl", MEMBER, until=date(2026, 11, 30))).under(
            keys=with_keys(lambda key: None if key.person == "tq-quan-tri" else key).keys
        ),
        GRANTED,
    ),
    "an item and a portal's settings at once": (two_sides(), GRANTED),
}
