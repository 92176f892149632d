"""The facts of an item's page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from congbo.facts import addresses
from congbo.item import Item
from congbo.item.model import CHANGES, CORRECTIONS
from congbo.site.by_view import view_named
from congbo.site.cautions import cautions
from congbo.site.days import day_in
from congbo.site.effects import effect_view
from congbo.site.illustrated import illustrated
from congbo.site.index import Index
from congbo.site.led import led
from congbo.site.page_facts import common, section_link
from congbo.site.pdf_pages import pages_of
from congbo.site.pictures import picture
from congbo.site.sheet import sheet
from congbo.site.topics import of_different_titles, related, topics_of
from congbo.site.values import fact
from congbo.site.version_facts import link_to
from congbo.site.views import Day, Fact, File, ItemFacts, Link, Notice

# What a reader may ask of anything that is published (HD-7.3, QN-3.3): who wrote it, whence, when, which unit, what kind.
_BYLINE = (
    "tac_gia",
    "nguon",
    "nguon_goc",
    "nguon_dia_chi",
    "don_vi",
    "ket_thuc_luc",
    "the_loai",
    "nguoi_chiu_trach_nhiem",
)
HIDDEN = (
    "phan_loai_mat",
    "pho_bien",
    "anh_can_cu",
    "anh_nhan_dien_ca_nhan",
    "anh_ban_quyen",
    "chu_thich_anh",
    "nhan_luc",
    "hoan_thanh_luc",
    "du_lieu_dac_thu",
    "ten",
    "chu_de",
    "gui_cong_chinh",
)
_IN_SHEET = ("can_cu", "noi_nhan")
_CAPTION = "chu_thich_anh"


def item_facts(index: Index, item: Item) -> ItemFacts:
    """Return the facts of an item's page."""
    type_ = index.corpus.policy.types.types[item.type]
    url = addresses.item(item)
    return ItemFacts(
        **common(
            index, item.lang, url, item.title, item.summary,
            crumbs=[section_link(index, item.section, item.lang)],
            alternates=[(one.lang, addresses.item(one)) for one in index.translations(item)],
        ),
        id=item.id,
        type=item.type,
        type_name=type_.name.in_(item.lang),
        view=type_.view,
        section=item.section,
        summary=item.summary,
        body=illustrated(index, item, led(index, item, index.body(item))),
        posted=day_in(index.posted(item), item.lang),
        updated=_updated(index, item),
        byline=tuple(_byline(index, item)),
        facts=tuple(_facts(index, item, type_.view)),
        files=tuple(_files(index, item)),
        picture=picture(index, item),
        effect=effect_view(index, item) if type_.view == "document" else None,
        sheet=sheet(index, item) if type_.view == "document" and "so_ky_hieu" in item.fields else None,
        citation=_citation(index, item, url),
        tags=item.tags,
        topics=topics_of(index, item),
        siblings=related(index, item) if view_named(type_.view).related else tuple(_siblings(index, item)),
        corrections=_notices(item, CORRECTIONS),
        notes=_notices(item, CHANGES),
        versions=link_to(index, item),
        cautions=cautions(index, item),
        own=view_named(type_.view).page(index, item),
    )  # fmt: skip


def _notices(item: Item, field: str) -> tuple[Notice, ...]:
    """What the item says of its own past, the newest first."""
    return tuple(Notice(day_in(note.day, item.lang), note.text) for note in reversed(item.notes(field)))


def _updated(index: Index, item: Item) -> Day | None:
    """The last change, where the history knows one after the first posting; an import is not a change."""
    last = index.corpus.history.last_changed(item.path)
    first = index.corpus.history.first_published(item.path)
    return day_in(last, item.lang) if last and first and last.date() > first.date() else None


def _byline(index: Index, item: Item) -> Iterator[Fact]:
    for name in _BYLINE:
        if found := fact(index, item, name):
            yield found


def _facts(index: Index, item: Item, view: str) -> Iterator[Fact]:
    hidden = {*_BYLINE, *HIDDEN, *(_IN_SHEET if view == "document" else ())}
    table = index.corpus.policy.types
    for name in (*table.types[item.type].fields, *table.every_item):
        if name not in hidden and (found := fact(index, item, name)):
            yield found


def told_of(index: Index, item: Item) -> Iterator[str]:
    """Yield what the fields of an item say on its page, for the search."""
    for name in item.fields:
        if (name not in HIDDEN or name == _CAPTION) and (found := fact(index, item, name)):
            yield from found.values
    yield from (note.text for field in (CORRECTIONS, CHANGES) for note in item.notes(field))


def _files(index: Index, item: Item) -> Iterator[File]:
    for name, value in item.fields.items():
        field = index.corpus.policy.types.fields[name]
        if field.type in ("file", "files", "table"):
            for file in value if isinstance(value, tuple) else (str(value),):
                yield _file(index, item, file, field.name.in_(item.lang))


def _file(index: Index, item: Item, name: str, title: str) -> File:
    data = index.corpus.tree.read(f"{item.address.folder}/{name}")
    kind = PurePosixPath(name).suffix.removeprefix(".").upper()
    pages = pages_of(data) if kind == "PDF" else 0
    said = index.words(item.lang, "file.pages" if pages > 1 else "file.page", count=pages) if pages else ""
    size = len(data)
    return File(addresses.attachment(item, name), name, kind, size_in_words(size, item.lang), title, size, said)


def size_in_words(size: int, lang: str) -> str:
    """Return a file size as people write it: "34 kB", "1,2 MB" (a decimal comma in Vietnamese)."""
    if size < 1_000_000:
        return f"{max(1, round(size / 1000))} kB"
    return f"{size / 1_000_000:.1f} MB".replace(".", "," if lang == "vi" else ".")


def _citation(index: Index, item: Item, url: str) -> str:
    day = day_in(index.posted(item).date(), item.lang).text
    name = index.portal.name.in_(item.lang)
    return index.words(item.lang, "citation", name=name, title=item.title, day=day, url=index.absolute(url))


def _siblings(index: Index, item: Item) -> Iterator[Link]:
    """Items of the section published before this one: a newer item never changes an older page."""
    return of_different_titles(index.asked("older", item.path))
