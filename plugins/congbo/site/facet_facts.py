"""The facts of the pages of facets, and the data that the script of a register searches."""

from __future__ import annotations

import json
from datetime import date

from congbo.facts import addresses
from congbo.facts.relations import NUMBER
from congbo.item import Item
from congbo.shelf.filed import MOST
from congbo.site.days import day_in
from congbo.site.effects import span
from congbo.site.entries import entry
from congbo.site.index import Index
from congbo.site.page_facts import common, section_link
from congbo.site.registers import ALL, issued, named, parts, period_in
from congbo.site.views import Link, TextFacts
from congbo.site.views.registers import Choice, FacetFacts


def facet_facts(index: Index, section: str, lang: str, kind: str, value: str, period: str) -> FacetFacts:
    """Return the facts of a value's page ("linh-vuc/dat-dai/"), or of the page of a year or month of it."""
    place = (lang, section, kind, value)
    divided = tuple(
        Choice(Link(period_in(index, lang, part), addresses.facet(section, lang, kind, value, part)), part, count)
        for part, count in parts(index, section, lang, kind, value, period)
    )
    # A month is shown as a whole: there is nothing smaller that its page could lead to.
    items = index.asked("filed", *place, period) if len(period) > 4 else index.asked("filed_newest", *place, period)
    shown = items[:MOST] if divided else items
    front = section_link(index, section, lang)
    title = _title(index, front.title, section, lang, kind, value, period)
    return FacetFacts(
        **common(
            index, lang, addresses.facet(section, lang, kind, value, period), title,
            index.words(lang, "section.description", section=title, name=index.portal.name.in_(lang)),
            crumbs=[front, *_above(index, section, lang, kind, value, period)],
        ),
        view=index.view_of(section),
        count=int(index.answer("filed_count", *place, period)[0]),
        entries=tuple(entry(index, item) for item in shown),
        parts=divided,
        all_of=front,
    )  # fmt: skip


def _title(index: Index, front: str, section: str, lang: str, kind: str, value: str, period: str) -> str:
    facet, name = index.words(lang, f"facet.{kind}"), named(index, section, lang, kind, value)
    title = index.words(lang, "facet.title", section=front, facet=facet, value=name)
    return index.words(lang, "facet.title.part", title=title, part=period_in(index, lang, period)) if period else title


def _above(index: Index, section: str, lang: str, kind: str, value: str, period: str) -> list[Link]:
    name = f"{index.words(lang, f'facet.{kind}')}: {named(index, section, lang, kind, value)}"
    return [Link(name, addresses.facet(section, lang, kind, value))] if period else []


def data_facts(index: Index, section: str, lang: str, period: str) -> TextFacts:
    """Return the documents of a year, or of a month, of a register as JSON: what the script of the register searches."""
    rows = [_row(index, item) for item in index.asked("filed", lang, section, *ALL, period)]
    text = json.dumps({"documents": rows}, ensure_ascii=False, separators=(",", ":"))
    return TextFacts(addresses.register_data(section, lang, period), f"{text}\n")


def _row(index: Index, item: Item) -> dict[str, object]:
    """A document: its fields by the ids of the policies, and the days on which its state turns."""
    days = span(index, item)
    row: dict[str, object] = {
        "url": addresses.item(item),
        "number": item.fields.get(NUMBER) or item.fields.get("so"),
        "title": item.title,
        "issued": issued(index, item),
        "day": day_in(date.fromisoformat(issued(index, item)), item.lang).text,
        "year": issued(index, item)[:4],
        "field": item.fields.get("linh_vuc"),
        "issuer": item.fields.get("co_quan_ban_hanh"),
        "form": item.fields.get("hinh_thuc") or item.fields.get("loai"),
    }
    if days:
        row |= {"from": _iso(days.from_), "partly": _iso(days.partly), "until": _iso(days.until)}
        row["declared"] = days.declared
    return {key: value for key, value in row.items() if value}


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""
