"""The ways that the texts print, portal by portal: who hands in, and who takes which step after that."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime

from support.takings import Chain, Taking, delegating, only, page, record_path, steps, with_record

DOCUMENT = {"van_ban": "Công văn số 12/CV ngày 01/11/2026"}
UPGRADE = {"loai_thay_doi": "nâng cấp giao diện", **DOCUMENT}
IN_2011 = datetime(2011, 8, 8, 1, 0, tzinfo=UTC)  # the delegations of the demonstration boards are of that summer
LATE_2011 = IN_2011.replace(month=11)
COMPONENT = "tin_bai_thanh_phan"

HD = "content/hd/hoat-dong-ban-xd-dang/2026/a.md"
HD_OPINION = "content/hd/phan-anh-kien-nghi/2026/a.md"
HD_NEWS = steps(
    "don_vi_duyet:hd-ld-ban-to-chuc tiep_nhan:hd-uv-to-chuc bien_tap:hd-uv-dan-van xac_thuc:hd-uv-kiem-tra "
    "kiem_duyet:hd-tt-1 dang:hd-tt-2",
    bien_tap={"chinh_xac": "đã đối chiếu", "hinh_thuc": "đạt", "tham_my": "đạt"},
)
HT_NEWS = "tiep_nhan:ht-thu-ky bien_tap:ht-uv-ccvc kiem_duyet:ht-uv-ccvc phe_duyet:ht-truong-ban dang:ht-quan-tri"
HT_QUESTION = "content/ht/hoi-dap/2026/a.md"
QN_NEWS = "bien_tap:qn-bien-tap-vien-1 xuat_ban:qn-giam-doc-tttt"
QN_QUESTION = "content/qn/hoi-dap/2026/a.md"
QN_ASKED = "tiep_nhan:qn-bien-tap-vien-2 phan_loai:qn-uy-vien-hcc"
TQ_NEWS = "bien_tap:tq-thu-ky kiem_duyet:tq-truong-ban dang:tq-bt-1"
TQ_NEWS_2011 = "bien_tap:tq-bt-2 kiem_duyet:tq-truong-ban dang:tq-bt-1"
SD_NEWS = "bien_tap:tq-sonduong-thu-ky kiem_duyet:tq-sonduong-truong-ban dang:tq-sonduong-bt"
SD_BY_EDITORS = "bien_tap:tq-sonduong-bt-2 kiem_duyet:tq-sonduong-truong-ban dang:tq-sonduong-bt"

# fmt: off
_DL: Mapping[str, Chain] = {
    "dl": Chain(
        "dl", "content/dl/tin-tuc-su-kien/2026/a.md", "dl-tv-tu-phap",
        steps("kiem_duyet:dl-pho-ban-tt phe_duyet:dl-truong-ban dang:dl-van-phong"),
    ),
    "dl quy trình": Chain(
        "dl", "policies/regulations/dl/board.yml", "dl-tv-tu-phap",
        steps("xem_xet:dl-pho-ban-tt truong_ban_duyet:dl-truong-ban", "sua_quy_trinh"),
    ),
    "dl quy chế": Chain(
        "dl", "policies/regulations/dl/clauses.yml", "dl-tv-tu-phap",
        steps("tong_hop:dl-pho-ban chap_thuan:dl-truong-ban", "sua_quy_che", chap_thuan=DOCUMENT),
    ),
}
_HD: Mapping[str, Chain] = {
    "hd": Chain("hd", HD, "hd-cb-ban-to-chuc", HD_NEWS, page(HD, don_vi="hd-ban-to-chuc")),
    "hd phản ánh": Chain(
        "hd", HD_OPINION, "hd-cb-ban-to-chuc",
        (
            *HD_NEWS,
            *steps("tiep_nhan:hd-uv-noi-chinh chuyen_tham_muu:hd-uv-noi-chinh", "phan_anh",
                   chuyen_tham_muu={"don_vi_tham_muu": "Ban Nội chính"}),
        ),
        page(HD_OPINION, "phan_anh", don_vi="hd-ban-to-chuc"),
    ),
    "hd đính chính": Chain(
        "hd", HD, "hd-cb-ban-to-chuc",
        (*HD_NEWS, *steps("chi_dao:hd-truong-ban xu_ly:hd-quan-tri", "dinh_chinh", chi_dao={"ly_do": "sai số liệu"})),
        page(HD, don_vi="hd-ban-to-chuc", dinh_chinh="Sửa số liệu."), correcting=True,
    ),
    "hd cấu hình": Chain(
        "hd", "policies/sections.yml", "hd-uv-dan-van",
        steps("quan_tri_duyet:hd-quan-tri truong_ban_duyet:hd-truong-ban", "cau_hinh"), rules=lambda: only("hd"),
    ),
    "hd tài khoản": Chain(
        "hd", "policies/boards/hd.yml", "hd-uv-dan-van",
        steps("quan_tri_duyet:hd-quan-tri phe_duyet:hd-truong-ban", "tai_khoan"),
    ),
    "hd quy chế": Chain(
        "hd", "policies/regulations/hd/clauses.yml", "hd-uv-dan-van",
        steps("de_xuat:hd-tt-1 chap_thuan:hd-truong-ban", "sua_quy_che", chap_thuan=DOCUMENT),
    ),
}
_HT: Mapping[str, Chain] = {
    "ht": Chain("ht", "content/ht/tin-tuc/2026/a.md", "ht-nv-ccvc", steps(HT_NEWS)),
    "ht hỏi đáp": Chain(
        "ht", HT_QUESTION, "ht-nv-tdkt",
        (
            *steps(HT_NEWS),
            *steps("tiep_nhan:ht-thu-ky kiem_duyet:ht-uv-ccvc chuyen:ht-thu-ky tra_loi:ht-tt-tdkt", "hoi_dap",
                   chuyen={"don_vi_tra_loi": "ht-ban-tdkt"}),
        ),
        page(HT_QUESTION, "hoi_dap", don_vi="ht-ban-tdkt"),
    ),
    "ht nhuận bút": Chain(
        "ht", record_path("bang_ke_nhuan_but"), "ht-thu-ky",
        (
            *steps("de_xuat:ht-thu-ky phe_duyet:ht-truong-ban", "nhuan_but"),
            *steps("ke_toan_kiem_tra:ht-ke-toan thanh_toan:ht-ke-toan", "nhuan_but"),
            *steps("xem_xet:ht-quan-tri phe_duyet:ht-truong-ban", "tep_quan_tri"),
        ),
        rules=lambda: with_record("bang_ke_nhuan_but", "ht"),
    ),
    "ht chi khác": Chain(
        "ht", record_path("chi_phi"), "ht-nv-van-phong",
        (
            *steps("ban_bien_tap_de_nghi:ht-truong-ban pho_giam_doc_duyet:ht-pgd-van-phong", "chi_khac"),
            *steps("xem_xet:ht-quan-tri phe_duyet:ht-truong-ban", "tep_quan_tri"),
        ),
        rules=lambda: with_record("chi_phi", "ht"),
    ),
    "ht quy chế": Chain(
        "ht", "policies/regulations/ht/clauses.yml", "ht-nv-van-phong",
        (
            Taking("chanh_van_phong_de_nghi", "ht-uv-van-phong", "sua_quy_che", role="chanh_van_phong"),
            Taking("chap_thuan", "ht-truong-ban", "sua_quy_che", DOCUMENT),
        ),
    ),
}
_QN: Mapping[str, Chain] = {
    "qn": Chain("qn", "content/qn/tin-tuc/2026/a.md", "qn-phong-vien-1", steps(QN_NEWS)),
    "qn thành phần": Chain(
        "qn-campha", "content/qn-campha/tin-tuc/2026/a.md", "qn-campha-phong-vien",
        steps("bien_tap:qn-campha-uy-vien-1 xuat_ban:qn-campha-truong-ban", COMPONENT),
    ),
    "qn hỏi đáp": Chain(
        "qn", QN_QUESTION, "qn-phong-vien-1",
        (
            *steps(QN_NEWS),
            *steps(f"{QN_ASKED} chuyen:qn-uy-vien-hcc dang_tra_loi:qn-bien-tap-vien-2", "hoi_dap",
                   chuyen={"don_vi_tra_loi": "Sở Tư pháp"}, dang_tra_loi={"co_quan_tra_loi": "Sở Tư pháp"}),
        ),
        page(QN_QUESTION, "hoi_dap"),
    ),
    "qn hướng dẫn": Chain(
        "qn", QN_QUESTION, "qn-phong-vien-1",
        (
            *steps(QN_NEWS),
            *steps(f"{QN_ASKED} huong_dan_noi_khac:qn-bien-tap-vien-2", "hoi_dap",
                   huong_dan_noi_khac={"co_quan_tham_quyen": "Cục Thuế"}),
        ),
        page(QN_QUESTION, "hoi_dap"),
    ),
    "qn nâng cấp": Chain(
        "qn", "theme/static/a.css", "qn-phong-vien-1",
        steps("ky_thuat_kiem_tra:qn-ky-thuat ubnd_dong_y:qn-truong-ban", "nang_cap", ubnd_dong_y=DOCUMENT),
        rules=lambda: only("qn"),
    ),
    "qn quy chế": Chain(
        "qn", "policies/regulations/qn/clauses.yml", "qn-phong-vien-1",
        steps("tong_hop:qn-giam-doc-so-tttt chap_thuan:qn-truong-ban", "sua_quy_che", chap_thuan=DOCUMENT),
    ),
}
_TQ: Mapping[str, Chain] = {
    "tq": Chain("tq", "content/tq/hoat-dong/2026/a.md", "tq-pv-1", steps(TQ_NEWS)),
    "tq 2011": Chain("tq", "content/tq/hoat-dong/2011/a.md", "tq-pv-1", steps(TQ_NEWS_2011), at=IN_2011),
    "tq cuối 2011": Chain("tq", "content/tq/hoat-dong/2011/a.md", "tq-pv-1", steps(TQ_NEWS_2011), at=LATE_2011),
    "tq thành phần": Chain(
        "tq-sonduong", "content/tq-sonduong/hoat-dong/2026/a.md", "tq-sonduong-ctv", steps(SD_NEWS, COMPONENT),
    ),
    "tq thành phần 2011": Chain(
        "tq-sonduong", "content/tq-sonduong/hoat-dong/2011/a.md", "tq-sonduong-ctv", steps(SD_NEWS, COMPONENT), at=IN_2011,
    ),
    "tq thành phần, thư ký được ủy nhiệm": Chain(
        "tq-sonduong", "content/tq-sonduong/hoat-dong/2026/a.md", "tq-sonduong-ctv", steps(SD_BY_EDITORS, COMPONENT),
        rules=lambda: delegating("tq-sonduong", "tq-sonduong-thu-ky", "kiem_duyet"),
    ),
    "tq nâng cấp": Chain(
        "tq", "theme/static/a.css", "tq-pv-1",
        steps("ky_thuat_kiem_tra:tq-quan-tri ubnd_phe_duyet:tq-truong-ban", "nang_cap", ubnd_phe_duyet=UPGRADE),
        rules=lambda: only("tq"),
    ),
    "tq cổng thành phần": Chain(
        "tq-sonduong", "policies/portals/tq-sonduong.yml", "tq-sonduong-ctv",
        (
            *steps("ky_thuat_kiem_tra:tq-sonduong-quan-tri ubnd_phe_duyet:tq-sonduong-truong-ban", "nang_cap",
                   ubnd_phe_duyet=UPGRADE),
            Taking("quan_tri_cap_tinh", "tq-quan-tri", "cau_hinh", role="quan_tri"),
            Taking("truong_ban_duyet", "tq-sonduong-truong-ban", "cau_hinh"),
        ),
    ),
}
# fmt: on
CHAINS: Mapping[str, Chain] = {**_DL, **_HD, **_HT, **_QN, **_TQ}
