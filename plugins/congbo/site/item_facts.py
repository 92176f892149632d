"""The facts of an item's page."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import PurePosixPath

from congbo.facts import addresses
from congbo.facts.document_number import plain
from congbo.facts.effect import effect_of
from congbo.facts.relations import AMENDS, REPLACES, cited, texts_of
from congbo.item import Item
from congbo.item.model import CHANGES, CORRECTIONS
from congbo.site.days import day_in
from congbo.site.entries import picture
from congbo.site.index import Index
from congbo.site.markdown import to_html
from congbo.site.page_facts import common, section_link
from congbo.site.sheet import sheet
from congbo.site.values import fact
from congbo.site.version_facts import link_to
from congbo.site.views import Day, EffectView, Fact, File, ItemFacts, Link, Notice

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
_HIDDEN = (
    "phan_loai_mat",
    "pho_bien",
    "anh_can_cu",
    "anh_nhan_dien_ca_nhan",
    "anh_ban_quyen",
    "nhan_luc",
    "hoan_thanh_luc",
    "du_lieu_dac_thu",
    "ten",
)
_IN_SHEET = ("can_cu", "noi_nhan")
SIBLINGS = 5


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
        body=to_html(item.body),
        posted=day_in(index.posted(item), item.lang),
        updated=_updated(index, item),
        byline=tuple(_byline(index, item)),
        facts=tuple(_facts(index, item, type_.view)),
        files=tuple(_files(index, item)),
        picture=picture(index, item),
        effect=_effect(index, item) if type_.view == "document" else None,
        sheet=sheet(index, item) if type_.view == "document" and "so_ky_hieu" in item.fields else None,
        citation=_citation(index, item, url),
        tags=item.tags,
        siblings=tuple(_siblings(index, item)),
        corrections=_notices(item, CORRECTIONS),
        notes=_notices(item, CHANGES),
        versions=link_to(index, item),
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
    hidden = {*_BYLINE, *_HIDDEN, *(_IN_SHEET if view == "document" else ())}
    table = index.corpus.policy.types
    for name in (*table.types[item.type].fields, *table.every_item):
        if name not in hidden and (found := fact(index, item, name)):
            yield found


def _files(index: Index, item: Item) -> Iterator[File]:
    for name, value in item.fields.items():
        field = index.corpus.policy.types.fields[name]
        if field.type in ("file", "files", "table"):
            for file in value if isinstance(value, tuple) else (str(value),):
                yield _file(index, item, file, field.name.in_(item.lang))


def _file(index: Index, item: Item, name: str, title: str) -> File:
    size = len(index.corpus.tree.read(f"{item.address.folder}/{name}"))
    kind = PurePosixPath(name).suffix.removeprefix(".").upper()
    return File(addresses.attachment(item, name), name, kind, size_in_words(size, item.lang), title)


def size_in_words(size: int, lang: str) -> str:
    """Return a file size as people write it: "34 kB", "1,2 MB" (a decimal comma in Vietnamese)."""
    if size < 1_000_000:
        return f"{max(1, round(size / 1000))} kB"
    return f"{size / 1_000_000:.1f} MB".replace(".", "," if lang == "vi" else ".")


def _effect(index: Index, item: Item) -> EffectView | None:
    found = effect_of(item, index.corpus.today, index.relating, index.corpus.policy.units)
    if found is None:
        return None
    term = index.corpus.policy.vocabularies["tinh-trang-hieu-luc"].get(found.state)
    return EffectView(
        state=str(found.state),
        text=term.name.in_(item.lang) if term else str(found.state),
        from_=day_in(found.from_, item.lang) if found.from_ else None,
        until=day_in(found.until, item.lang) if found.until else None,
        as_of=day_in(_as_of(index, found.from_, found.until), item.lang),
        replaced_by=tuple(_document(index, item, number) for number in found.replaced_by),
        replaces=tuple(_named(index, item, text) for text in texts_of(item, REPLACES)),
        amended_by=tuple(_document(index, item, number) for number in found.amended_by),
        amends=tuple(_named(index, item, text) for text in texts_of(item, AMENDS)),
    )


def _as_of(index: Index, *turns: date | None) -> date:
    """The last day on which the state turned: the page then stays the same until the next turn, not for one day."""
    return max((turn for turn in turns if turn and turn <= index.corpus.today), default=index.corpus.today)


def _named(index: Index, item: Item, text: str) -> Link:
    """Link a document that the item names, if it is here and nothing else bears its number."""
    known = index.documents.named(cited(text), item, index.corpus.policy.units)
    return Link(text, addresses.item(known[0]) if len(known) == 1 else "")


def _document(index: Index, item: Item, number: str) -> Link:
    """Link a document that names the item, by its own number."""
    known = [one for one in index.documents.by_number.get(plain(number), ()) if one in index.relating and one != item]
    return Link(number, addresses.item(known[0]) if known else "")


def _citation(index: Index, item: Item, url: str) -> str:
    day = day_in(index.posted(item).date(), item.lang).text
    name = index.portal.name.in_(item.lang)
    return index.words(item.lang, "citation", name=name, title=item.title, day=day, url=index.absolute(url))


def _siblings(index: Index, item: Item) -> Iterator[Link]:
    """Items of the section published before this one: a newer item never changes an older page."""
    mine = (index.posted(item), item.id)
    older = [one for one in index.section(item.section, item.lang) if (index.posted(one), one.id) < mine]
    for one in older[:SIBLINGS]:
        yield Link(one.title, addresses.item(one))
