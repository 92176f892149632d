"""The written registry: which maker draws which attachment."""

from __future__ import annotations

from collections.abc import Callable

from attached import film, painted, series
from attached.pdf import document, draft, gazette, plain, science, statistics
from attached.png import chart as chart_png
from attached.svg import building, chart, geodata, lead, portrait, regions
from attached.wanted import BODY, Studio, Wanted

Maker = Callable[[Wanted, Studio], bytes]

# By field and extension; "*" stands for the fields that are not named.
MAKERS: dict[tuple[str, str], Maker] = {
    ("so_lieu", "csv"): series.make,
    ("bao_cao", "pdf"): statistics.make,
    ("toan_van", "pdf"): draft.make,
    ("bao_cao_tong_hop", "pdf"): science.make_summary,
    ("bao_cao_ap_dung", "pdf"): science.make_application,
    ("*", "pdf"): plain.make,
    ("anh_chan_dung", "svg"): portrait.make,
    ("anh_tru_so", "svg"): building.make,
    ("hinh_so_do", "svg"): chart.make,
    ("hinh_so_do", "png"): chart_png.make,
    ("hinh_ban_do", "svg"): regions.make,
    ("du_lieu_ban_do", "geojson"): geodata.make,
    ("anh", "svg"): lead.make,
    ("anh", "jpg"): painted.make,
    (BODY, "jpg"): painted.make,
    ("phim", "webm"): film.make,
    ("phu_de", "vtt"): film.make_captions,
}

# A document's own attachment takes the form of the document.
OF_TYPE: dict[str, Maker] = {
    "van_ban": document.make,
    "van_ban_chi_dao": document.make,
    "cong_bao": gazette.make,
}


def maker_of(want: Wanted) -> Maker | None:
    """Return who draws the file, or None if nobody can."""
    extension = want.file.rpartition(".")[2].lower()
    if want.field == "tep_dinh_kem" and extension == "pdf" and want.item.type in OF_TYPE:
        return OF_TYPE[want.item.type]
    return MAKERS.get((want.field, extension)) or MAKERS.get(("*", extension))
