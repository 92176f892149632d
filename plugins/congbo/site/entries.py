"""Items as lines of a list. A line shows only facts of its own item, so that a new item changes no older line."""

from __future__ import annotations

from datetime import date

from congbo.facts import addresses
from congbo.item import Item
from congbo.site.by_view import view_named
from congbo.site.days import day_in
from congbo.site.effects import effect, effect_words
from congbo.site.index import Index
from congbo.site.pictures import picture
from congbo.site.values import words
from congbo.site.views import Day, Entry

_STATES = ("trang_thai", "tinh_trang", "trang_thai_de_an", "loai_phat_ngon", "muc_do")
_WHO = ("lanh_dao", "chuc_vu", "nguoi_phat_ngon", "ten_doi_tuong", "don_vi_chu_tri")
_VALUE = ("gia_tri", "kinh_phi", "thoi_han_giai_quyet")
_DAYS = ("ngay", "ngay_phe_duyet", "ngay_tiep_nhan")


def entry(index: Index, item: Item) -> Entry:
    """Return the list line of an item: many lists have it."""
    return index.once("entry", item.path, lambda: _entry(index, item))


def _entry(index: Index, item: Item) -> Entry:
    view = index.corpus.policy.types.types[item.type].view
    state = next((name for name in _STATES if name in item.fields), "")
    state_today = effect(index, item) if view == "document" else None
    return Entry(
        id=item.id,
        url=addresses.item(item),
        title=item.title,
        view=view,
        type=item.type,
        summary=item.summary,
        day=_day(index, item, view),
        unit=_unit(index, item),
        number=_text(item, "so_ky_hieu")
        or _issue(index, item)
        or _text(item, "ma")
        or _text(item, "ma_so")
        or _text(item, "quyet_dinh"),
        issued=_date(item, "ngay_ban_hanh"),
        effect=str(state_today.state) if state_today else "",
        effect_text=effect_words(index, item, str(state_today.state)) if state_today else "",
        state=_text(item, state) if state else "",
        state_text=words(index, item, state) if state else "",
        time=_text(item, "gio"),
        place=words(index, item, "dia_diem"),
        who=next((words(index, item, name) for name in _WHO if name in item.fields), ""),
        field=words(index, item, "linh_vuc") or words(index, item, "co_quan"),
        value=_figure(index, item),
        picture=picture(index, item),
        external=_text(item, "duong_dan"),
        phone=_text(item, "dien_thoai"),
        email=_text(item, "thu_dien_tu"),
        own=view_named(view).line(index, item),
    )


def _issue(index: Index, item: Item) -> str:
    """A gazette's issue: its bare number would say nothing."""
    number = _text(item, "so")
    return index.words(item.lang, "document.issue", number=number) if number else ""


def _day(index: Index, item: Item, view: str) -> Day:
    names = _DAYS if view in ("schedule", "decision", "plan", "question", "statement") else ()
    own = next((item.fields[name] for name in names if isinstance(item.fields.get(name), date)), None)
    return day_in(own, item.lang) if isinstance(own, date) else day_in(index.posted(item).date(), item.lang)


def _unit(index: Index, item: Item) -> str:
    for name in ("co_quan_ban_hanh", "don_vi_tra_loi", "don_vi_tham_muu", "don_vi"):
        if name in item.fields:
            return words(index, item, name)
    return ""


def _figure(index: Index, item: Item) -> str:
    value = next((words(index, item, name) for name in _VALUE if name in item.fields), "")
    unit = words(index, item, "don_vi_tinh") if "gia_tri" in item.fields else ""
    return f"{value} {unit}".strip()


def _text(item: Item, field: str) -> str:
    value = item.fields.get(field)
    return value if isinstance(value, str) else ""


def _date(item: Item, field: str) -> Day | None:
    value = item.fields.get(field)
    return day_in(value, item.lang) if isinstance(value, date) else None
