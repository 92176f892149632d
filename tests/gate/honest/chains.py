"""News, documents, questions, records: the whole way through each regulation's procedure."""

from datetime import date

from congbo.frozen import replace
from congbo.place import Place
from congbo.policy.records import Record
from support.gate import START, Story, mail, news
from support.items import item
from support.journeys import (
    AUTHOR,
    CHANGED,
    CHECKER,
    CLERK,
    DELETED,
    DEPUTY,
    EDITED,
    HEAD,
    NEWS,
    REASON,
    approved,
    checked,
    governing,
    hd,
    hd_verified,
    ht,
    ht_checked,
    ht_edited,
    qn,
    ready,
    tin_bai,
    touched,
    tq,
    with_delegation,
    with_step,
)

GRANTED = ("granted",)
B, IMAGE = "content/dl/tin-tuc/2026/b.md", "content/dl/tin-tuc/2026/a/anh.png"
QUESTION, COMPLAINT = "content/ht/hoi-dap/2026/a.md", "content/hd/phan-anh-kien-nghi/2026/a.md"
HD_NEWS, QN_QUESTION = "content/hd/tin-trung-uong/2026/a.md", "content/qn/hoi-dap/2026/a.md"
SPENDING = "policies/records/chi_phi/ht-2026-01.yml"
FEES = "policies/records/bang_ke_nhuan_but/ht-2026-01.yml"


def hd_done(story: Story | None = None) -> Story:
    return hd_verified(story).decided("kiem_duyet", "hd-tt-1").decided("dang", "hd-tt-2").merged()


def hd_gathered(story: Story) -> Story:
    """What the board took from elsewhere, on its way from the members to the standing member."""
    edited = story.decided("tiep_nhan", "hd-uv-to-chuc").decided("bien_tap", "hd-uv-to-chuc", answers=EDITED)
    return edited.decided("xac_thuc", "hd-uv-khoi").decided("kiem_duyet", "hd-tt-2").decided("dang", "hd-uv-khoi")


def ht_done(story: Story | None = None) -> Story:
    return ht_checked(story).decided("phe_duyet", "ht-truong-ban").decided("dang", "ht-quan-tri").merged()


def ht_again() -> Story:
    """Returned with a reason, mended, handed in again, and published."""
    returned = ht_edited().decided("tra_lai", "ht-uv-cchc", decision="return", answers=REASON)
    return ht_done(returned.pushed("ht-nv-cchc"))


def ht_answered() -> Story:
    """A question that is answered and whose page goes through the procedure of news too."""
    story = Story.of(items={QUESTION: item(QUESTION, "hoi_dap", don_vi="ht-phong-cchc")}).pushed("ht-nv-cchc")
    by = {"procedure": "hoi_dap"}
    passed = story.decided("tiep_nhan", "ht-thu-ky", **by).decided("kiem_duyet", "ht-thu-ky", **by)
    passed = passed.decided("chuyen", "ht-thu-ky", answers={"don_vi_tra_loi": "Phòng CCHC"}, **by)
    answered = passed.decided("tra_loi", "ht-uv-cchc", "lanh_dao_don_vi", **by)
    page = (
        answered.decided("tiep_nhan", "ht-thu-ky").decided("bien_tap", "ht-thu-ky").decided("kiem_duyet", "ht-uv-ccvc")
    )
    return page.decided("phe_duyet", "ht-truong-ban").decided("dang", "ht-thu-ky").merged()


def tq_done(board: str, by: str, publisher: str) -> Story:
    story = tq(board, by).decided("kiem_duyet", HEADS[board], "truong_ban", procedure=tin_bai(board))
    return story.decided("dang", publisher, procedure=tin_bai(board)).merged()


HEADS = {"tq": "tq-truong-ban", "tq-sonduong": "tq-sonduong-truong-ban", "tq-sotttt": "tq-pho-1"}


def qn_done(board: str, by: str, publisher: str, role: str) -> Story:
    editor = f"{board}-bien-tap-vien" + ("-1" if board == "qn" else "")
    return qn(board, by, editor).decided("xuat_ban", publisher, role, procedure=tin_bai(board)).merged()


def qn_referred() -> Story:
    """A question that another authority has to answer; its page is published."""
    story = Story.of(items={QN_QUESTION: item(QN_QUESTION, "hoi_dap")}).pushed("qn-uy-vien-hcc")
    by = {"procedure": "hoi_dap"}
    sorted_ = story.decided("tiep_nhan", "qn-uy-vien-hcc", **by).decided("phan_loai", "qn-uy-vien-hcc", **by)
    referred = sorted_.decided("huong_dan_noi_khac", "qn-uy-vien-hcc", answers={"co_quan_tham_quyen": "Sở"}, **by)
    return referred.decided("bien_tap", "qn-bien-tap-vien-2").decided("xuat_ban", "qn-truong-ban")


def removed() -> Story:
    return ready(
        Story.of(NEWS).but(touched=(touched(NEWS, DELETED),), before={NEWS: news(NEWS)}, after={}).pushed(AUTHOR)
    )


def renamed() -> Story:
    both = (touched(NEWS, DELETED), touched(B))
    return ready(Story.of(B).but(touched=both, before={NEWS: news(NEWS)}, after={B: news(B)}).pushed(AUTHOR))


def attachment() -> Story:
    pages = {NEWS: news(NEWS)}
    return ready(Story.of(NEWS).but(touched=(touched(IMAGE),), before=pages, after=pages).pushed(AUTHOR))


def bundle() -> Story:
    """Two items, a picture and a translation in one change."""
    paths = (NEWS, B, "content/dl/tin-tuc/2026/a.en.md")
    story = Story.of(*paths, items={path: news(path) for path in (NEWS, B)} | {paths[2]: item(paths[2], "tin_bai")})
    return ready(story.but(touched=(*story.change.touched, touched(IMAGE))).pushed(AUTHOR))


def two_portals() -> Story:
    """One change for a ward and a province: each board says its own word."""
    rules = with_step(
        "HD", "tin_bai", "tap_hop", by={"uy_vien": "HD-3.2", "thuong_truc_bbt": "HD-3.2", "quan_tri": "HD-3.2"}
    )
    rules = replace(rules, boards={**rules.boards, "hd": _sits_too(rules.boards["hd"])})
    story = Story.of(items={NEWS: news(NEWS), HD_NEWS: news(HD_NEWS)}, rules=rules).pushed(AUTHOR)
    there = {"board": "hd"}
    story = (
        ready(story)
        .decided("tiep_nhan", "hd-uv-to-chuc", **there)
        .decided("bien_tap", "hd-uv-to-chuc", answers=EDITED, **there)
    )
    story = story.decided("xac_thuc", "hd-uv-to-chuc", **there).decided("kiem_duyet", "hd-tt-1", **there)
    return story.decided("dang", "hd-tt-1", **there).merged()


def _sits_too(board):
    return replace(board, holders=(*board.holders, replace(board.holders[3], id="hd-kiem", principal=AUTHOR)))


def corrected() -> Story:
    """A correction of Hải Dương, ordered by the head of the board."""
    after = item(HD_NEWS, "tin_bai", dinh_chinh="Sửa tên.")
    story = Story.of(items={HD_NEWS: after}).but(before={HD_NEWS: news(HD_NEWS)}).pushed("hd-tt-1")
    ordered = story.decided("chi_dao", "hd-truong-ban", answers=REASON, procedure="dinh_chinh")
    return hd_gathered(ordered.decided("xu_ly", "hd-quan-tri", procedure="dinh_chinh")).merged()


def complaint() -> Story:
    """What a citizen reported is passed on, and its page published."""
    story = Story.of(items={COMPLAINT: item(COMPLAINT, "phan_anh")}).pushed("hd-tt-1")
    told = story.decided("tiep_nhan", "hd-uv-noi-chinh", procedure="phan_anh")
    passed = told.decided(
        "chuyen_tham_muu", "hd-uv-noi-chinh", answers={"don_vi_tham_muu": "Ban Nội chính"}, procedure="phan_anh"
    )
    return hd_gathered(passed).merged()


def recorded(path: str, type_: str) -> Story:
    """A record of money of Home Affairs, approved as a governance file."""
    kept = Record(type_, path, "ht", {}, {}, Place(path, 1))
    story = governing(path, by="ht-thu-ky").under(records=(kept,))
    there = {"procedure": "tep_quan_tri", "board": "ht"}
    return story.decided("xem_xet", "ht-thu-ky", **there).decided("phe_duyet", "ht-truong-ban", **there)


def spent() -> Story:
    there = {"procedure": "chi_khac", "board": "ht"}
    asked = recorded(SPENDING, "chi_phi").decided("ban_bien_tap_de_nghi", "ht-pho-truong-ban", **there)
    return asked.decided("pho_giam_doc_duyet", "ht-pgd-van-phong", **there).merged()


def paid() -> Story:
    there = {"procedure": "nhuan_but", "board": "ht"}
    asked = (
        recorded(FEES, "bang_ke_nhuan_but")
        .decided("de_xuat", "ht-thu-ky", **there)
        .decided("phe_duyet", "ht-pho-truong-ban", **there)
    )
    return (
        asked.decided("ke_toan_kiem_tra", "ht-ke-toan", **there).decided("thanh_toan", "ht-ke-toan", **there).merged()
    )


def delegated(clock, behalf: str = "uq-1", taker: str = "tq-pho-1", **facts: object) -> Story:
    story = Story(tq().change, with_delegation("tq", **{"taker": taker, **facts}), clock)
    return story.decided("kiem_duyet", taker, behalf=behalf)


HONEST = {
    "Đồng Lạc, news": (ready().merged(), GRANTED),
    "Đồng Lạc, before the merge": (ready(), GRANTED),
    "Đồng Lạc, handed in": (Story.of(NEWS).pushed(AUTHOR), ("missing", "kiem_duyet", "phe_duyet", "dang")),
    "Đồng Lạc, not handed in yet": (Story.of(NEWS), ("missing", "nop", "kiem_duyet", "phe_duyet", "dang")),
    "Đồng Lạc, checked": (checked(), ("missing", "phe_duyet", "dang")),
    "Đồng Lạc, approved": (approved(), ("missing", "dang")),
    "Đồng Lạc, approved by the deputy": (
        checked().decided("phe_duyet", DEPUTY).decided("dang", CLERK).merged(),
        GRANTED,
    ),
    "Đồng Lạc, published by the deputy": (approved().decided("dang", DEPUTY).merged(), GRANTED),
    "Đồng Lạc, the checker wrote it": (ready(Story.of(NEWS).pushed(CHECKER)).merged(), GRANTED),
    "Đồng Lạc, by a collaborator": (ready(Story.of(NEWS).pushed("dl-ctv-y-te")).merged(), GRANTED),
    "Đồng Lạc, returned": (
        checked().decided("phe_duyet", HEAD, decision="return", answers=REASON),
        ("missing", "nop", "kiem_duyet", "phe_duyet", "dang"),
    ),
    "Đồng Lạc, returned and again": (
        ready(checked().decided("phe_duyet", HEAD, decision="return", answers=REASON).pushed(AUTHOR)).merged(),
        GRANTED,
    ),
    "Đồng Lạc, a second version": (ready(Story.of(NEWS).pushed(AUTHOR).pushed(AUTHOR)).merged(), GRANTED),
    "Đồng Lạc, e-mail in capitals": (
        ready(Story.of(NEWS).pushed(AUTHOR, mails=(mail(AUTHOR).upper(),) * 2)).merged(),
        GRANTED,
    ),
    "Hải Dương, news of a unit": (hd_done(), GRANTED),
    "Hải Dương, a unit's own member clears": (
        hd_verified(hd().decided("don_vi_duyet", "hd-uv-to-chuc", "uy_vien"))
        .decided("kiem_duyet", "hd-tt-1")
        .decided("dang", "hd-tt-2"),
        GRANTED,
    ),
    "Hải Dương, editing is awaited": (
        hd().decided("don_vi_duyet", "hd-ld-ban-to-chuc").decided("tiep_nhan", "hd-uv-khoi"),
        ("missing", "bien_tap", "xac_thuc", "kiem_duyet", "dang"),
    ),
    "Hải Dương, an editor pushes": (
        hd()
        .decided("don_vi_duyet", "hd-ld-ban-to-chuc")
        .decided("tiep_nhan", "hd-uv-khoi")
        .pushed("hd-uv-khoi")
        .decided("bien_tap", "hd-uv-khoi", answers=EDITED)
        .decided("xac_thuc", "hd-uv-khoi")
        .decided("kiem_duyet", "hd-tt-1")
        .decided("dang", "hd-uv-khoi")
        .merged(),
        GRANTED,
    ),
    "Hải Dương, gathered by the board": (hd_gathered(Story.of(HD_NEWS).pushed("hd-tt-1")).merged(), GRANTED),
    "Hải Dương, altered without a correction": (
        hd_gathered(Story.of(HD_NEWS).but(before={HD_NEWS: news(HD_NEWS)}).pushed("hd-tt-1")).merged(),
        GRANTED,
    ),
    "Hải Dương, correction": (corrected(), GRANTED),
    "Hải Dương, complaint": (complaint(), GRANTED),
    "Home Affairs, news": (ht_done(), GRANTED),
    "Home Affairs, returned": (
        ht_edited().decided("tra_lai", "ht-uv-cchc", decision="return", answers=REASON),
        ("missing", "gui_lai", "tiep_nhan", "bien_tap", "kiem_duyet", "phe_duyet", "dang"),
    ),
    "Home Affairs, returned and again": (ht_again(), GRANTED),
    "Home Affairs, deputy for the head": (
        ht_checked()
        .decided("phe_duyet", "ht-pho-truong-ban", behalf="truong_ban")
        .decided("dang", "ht-thu-ky")
        .merged(),
        GRANTED,
    ),
    "Home Affairs, judged by the item's field": (
        ht_edited(ht("chung", linh_vuc="ton_giao")).decided("kiem_duyet", "ht-uv-ton-giao"),
        ("missing", "phe_duyet", "dang"),
    ),
    "Home Affairs, spending": (spent(), GRANTED),
    "Home Affairs, royalties": (paid(), GRANTED),
    "Tuyên Quang, the province": (tq_done("tq", "tq-pv-1", "tq-bt-1"), GRANTED),
    "Tuyên Quang, published by level": (tq_done("tq", "tq-ctv-bao", "tq-pv-2"), GRANTED),
    "Tuyên Quang, Sơn Dương": (tq_done("tq-sonduong", "tq-sonduong-ctv", "tq-sonduong-bt"), GRANTED),
    "Tuyên Quang, the department": (tq_done("tq-sotttt", "tq-sotttt-tv-bcvt", "tq-sotttt-bt-2"), GRANTED),
    "Tuyên Quang, editor pushes": (
        Story.of("content/tq/hoat-dong/2026/a.md")
        .pushed("tq-pv-1")
        .pushed("tq-thu-ky")
        .decided("bien_tap", "tq-thu-ky")
        .decided("kiem_duyet", "tq-truong-ban")
        .decided("dang", "tq-bt-1")
        .merged(),
        GRANTED,
    ),
    "Tuyên Quang, delegation on its first day": (
        delegated(START, from_=date(2026, 11, 2)).decided("dang", "tq-bt-1"),
        GRANTED,
    ),
    "Tuyên Quang, delegation on its last day": (delegated(START, until=date(2026, 11, 2)), ("missing", "dang")),
    "Tuyên Quang, delegation by the holder's id": (
        delegated(START, giver="tq-truong-ban", sections=("hoat-dong",)),
        ("missing", "dang"),
    ),
    "Quảng Ninh, the province by its centre": (qn_done("qn", "qn-phong-vien-1", "qn-giam-doc-tttt", ""), GRANTED),
    "Quảng Ninh, the province by its head": (qn_done("qn", "qn-uy-vien-tu-phap", "qn-truong-ban", ""), GRANTED),
    "Quảng Ninh, by delegation": (
        qn()
        .under(boards=with_delegation("qn", taker="qn-pho-ban-tttt", steps=("xuat_ban",)).boards)
        .decided("xuat_ban", "qn-pho-ban-tttt", behalf="uq-1"),
        GRANTED,
    ),
    "Quảng Ninh, Cẩm Phả": (qn_done("qn-campha", "qn-campha-phong-vien", "qn-campha-truong-ban", ""), GRANTED),
    "Quảng Ninh, Cẩm Sơn": (qn_done("qn-camson", "qn-camson-uy-vien-3", "qn-camson-thu-truong", ""), GRANTED),
    "Quảng Ninh, tourism pages": (qn_done("qn-dulich", "qn-dulich-phong-vien", "qn-dulich-truong-ban", ""), GRANTED),
    "Quảng Ninh, investment agency": (qn_done("qn-ipa", "qn-ipa-uy-vien-1", "qn-ipa-truong-ban", ""), GRANTED),
    "Quảng Ninh, department of tourism": (
        qn_done("qn-sodulich", "qn-dulich-phong-vien", "qn-uy-vien-du-lich", "truong_ban"),
        GRANTED,
    ),
    "Quảng Ninh, question referred to others": (qn_referred(), GRANTED),
    "deletion": (removed().merged(), GRANTED),
    "new name": (renamed().merged(), GRANTED),
    "attachment of an item left alone": (attachment().merged(), GRANTED),
    "items, picture and translation": (bundle().merged(), GRANTED),
    "two portals at once": (two_portals(), GRANTED),
    "altered text": (
        ready(Story.of(NEWS).but(touched=(touched(NEWS, CHANGED),), before={NEWS: news(NEWS)}).pushed(AUTHOR)),
        GRANTED,
    ),
    "main moved elsewhere": (ready().but(tip="f" * 40).merged(), GRANTED),
    "question of Home Affairs": (ht_answered(), GRANTED),
}
