"""What an edition does not show is in no file of it: not yet, expired, stopped, withdrawn, taken down, of another network.

Every output of every kind is worked out and looked through for the words and the address of such items (brute force).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache

import pytest

from congbo.facts import addresses
from congbo.facts.corpus import Corpus, load_corpus
from congbo.policy import load_policy
from congbo.site.index import Index
from congbo.site.kinds import KINDS, keys_of
from congbo.site.render import Theme
from support.trees import ROOT, ValueTree, edited_policies

TODAY = date(2026, 11, 22)
WITHDRAWN = 'rut_bai: {{loai: {}, ngay: 2026-11-20, can_cu: "Văn bản số 7"}}\n'
# What becomes of an item, and the line that says so; "down" and "stopped" are said by records.
FATES = {
    "shown": "",
    "wan": "editions: [wan]\n",
    "waiting": "publish_at: 2027-01-01T08:00:00+07:00\n",
    "stopped": "publish_at: 2026-11-20T08:00:00+07:00\n",
    "expired": "expires_at: 2026-11-21T08:00:00+07:00\n",
    "withdrawn": WITHDRAWN.format("nham"),
    "unlawful": WITHDRAWN.format("trai_luat"),
    "down": "",
}
NOTICED = ("withdrawn", "unlawful", "down")
RECORDS = {"stopped": "dung_dang", "down": "go_bai"}
RECORD = """format: 1
record: {kind}
id: {item}
portal: {portal}
muc: {item}
ly_do_khan: Theo yêu cầu.
nguoi_quyet_dinh: truong_ban
tu_luc: 2026-11-19T08:00:00+07:00
"""
# {name} stands in titles and addresses, {text} in all other words.
ITEM = """---
id: {name}
type: {type}
title: Đầu đề {name}
summary: Tóm tắt {text}.
tags: [{text}, chung]
authors: [Người {text}]
don_vi: {unit}
{posted}{more}---
Lời {text}.
"""
IMPORTED = "imported:\n  published: 2026-11-19T08:00:00+07:00\n  source: Hệ thống cũ\n"
NEWS = "anh: {{file: {name}.png, alt: Ảnh {text}}}\n"
DOCUMENT = (
    'so_ky_hieu: "{number}/2026/QĐ-UBND"\nngay_ban_hanh: 2026-10-0{number}\ntep_dinh_kem: [{name}.pdf]\n'
    'thay_the: ["{other}/2026/QĐ-UBND"]\n'
)
# Portal, unit, section of news, section of documents.
PLACES = {
    "hd": ("hd-van-phong-tinh-uy", "hoat-dong-ban-xd-dang", "van-ban-qppl"),
    "qn-sodulich": ("qn-so-du-lich", "tin-tuc", "van-ban-phap-quy"),
}


def written(portal: str, hidden: Mapping[str, str]) -> Iterator[tuple[str, bytes]]:
    """Yield the files of a portal that has a news item and a document of each fate."""
    unit, news, documents = PLACES[portal]
    for number, (fate, line) in enumerate(hidden.items(), start=1):
        posted = "" if line.startswith("publish_at") else IMPORTED
        for type_, section, fields in (("tin_bai", news, NEWS), ("van_ban", documents, DOCUMENT)):
            name, text = named(portal, fate, type_)
            more = line + fields.format(name=name, text=text, number=number, other=number % len(hidden) + 1)
            page = ITEM.format(name=name, text=text, type=type_, unit=unit, posted=posted, more=more)
            folder = f"content/{portal}/{section}/2026/{name}"
            yield f"{folder}.md", page.encode()
            yield f"{folder}/{name}{'.png' if type_ == 'tin_bai' else '.pdf'}", b"%PDF-1.4"
            if fate in RECORDS:
                record = RECORD.format(kind=RECORDS[fate], item=name, portal=portal).encode()
                yield f"policies/records/{RECORDS[fate]}/{name}.yml", record


def named(portal: str, fate: str, type_: str) -> tuple[str, str]:
    """Return the words by which an item is known again: of its title and address, and of its text."""
    kind = type_.replace("_", "")
    return f"{portal}-2026-ten{kind}{fate}", f"loi{kind}{fate}"


@cache
def found(portal: str) -> Corpus:
    files = dict(written(portal, FATES))
    policies = {path: data for path, data in files.items() if path.startswith("policies/")}
    policy = load_policy(edited_policies(policies))
    return load_corpus(ValueTree(files), policy, TODAY)


@cache
def outputs(portal: str, shown: str, edition: str) -> Mapping[str, bytes]:
    """Return every file of an edition of ``shown``, where ``portal`` has the items."""
    corpus = found(portal)
    index, theme = Index(corpus, corpus.policy.portals[shown], edition), Theme(ROOT / "theme")
    every = ((kind, key) for kind in KINDS for key in keys_of(kind, index, index.shelf.every()))
    made = ((kind, kind.facts(index, *key)) for kind, key in every)
    return {addresses.file_of(facts.url): theme.render(kind.template, facts) for kind, facts in made}


def holding(files: Mapping[str, bytes], word: str) -> set[str]:
    return {path for path, data in files.items() if word.encode() in data or word in path}


def own(path: str, name: str) -> bool:
    return path.endswith(f"/{name}/index.html")


@pytest.mark.parametrize("type_", ["tin_bai", "van_ban"])
@pytest.mark.parametrize(("portal", "edition"), [("hd", "internet"), ("hd", "wan"), ("qn-sodulich", "internet")])
def test_what_is_not_shown_is_in_no_file_but_its_own_notice(portal: str, edition: str, type_: str) -> None:
    files = outputs(portal, portal, edition)
    for fate in FATES.keys() - {"shown", *({"wan"} if edition == "wan" else ())}:
        name, text = named(portal, fate, type_)
        assert holding(files, text) == set(), fate
        assert {path for path in holding(files, name) if not own(path, name)} == set(), fate
        assert any(own(path, name) for path in files) == (fate in NOTICED), fate
        titled = f"Đầu đề {name}" in "".join(data.decode() for path, data in files.items() if own(path, name))
        assert titled == (fate == "withdrawn"), fate


@pytest.mark.parametrize("type_", ["tin_bai", "van_ban"])
@pytest.mark.parametrize(("portal", "edition", "fate"), [("hd", "internet", "shown"), ("hd", "wan", "wan")])
def test_what_is_shown_is_found_in_the_same_way(portal: str, edition: str, fate: str, type_: str) -> None:
    files = outputs(portal, portal, edition)
    name, text = named(portal, fate, type_)
    data = f"du-lieu-mo/{type_.replace('_', '-')}/2026-11.csv"
    assert {"atom.xml", "sitemap/2026-11.xml", "tim-kiem/vi/2026-11.json", data} <= holding(files, name)
    assert {"tim-kiem/vi/2026-11.json", "atom.xml"} <= holding(files, text)
    assert len(holding(files, name)) > 8


def test_a_main_portal_gathers_of_it_no_more_than_the_component_shows() -> None:
    files = outputs("qn-sodulich", "qn", "internet")
    held = {fate: holding(files, named("qn-sodulich", fate, "tin_bai")[0]) for fate in FATES}
    assert held.pop("shown") == {"tu-cac-don-vi/index.html"}
    assert not any(held.values())
