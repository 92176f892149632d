"""Maps are drawn from geodata or not at all: any bytes give paths of whole numbers, and areas lead to the list of units."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from congbo.facts.administrative import Listed, listed
from congbo.facts.corpus import load_corpus
from congbo.facts.geometry import Areas, read_areas
from congbo.facts.unread import Unread
from congbo.site.drawing.atlas import BUDGET, WIDTH, atlas
from congbo.site.drawing.thinned import thinned
from congbo.site.index import Index
from congbo.site.item_facts import item_facts
from congbo.site.render import Theme
from support.items import TODAY
from support.trees import ROOT, ValueTree, real_policy

PATH = re.compile(r"(?:M-?\d+ -?\d+l-?\d+ -?\d+(?: -?\d+ -?\d+)+z)+")
RINGS = st.lists(st.tuples(st.floats(-180, 180), st.floats(-90, 90)), min_size=3, max_size=40).map(lambda r: [*r, r[0]])
ITEM = """---
id: qn-2017-9001
type: ban_do
title: Bản đồ
summary: Tóm tắt.
imported:
  published: 2017-08-01T09:00:00+07:00
  source: Hệ thống cũ
du_lieu_ban_do: ranh-gioi.geojson
don_vi_hanh_chinh:
  - "Huyện A (1 thị trấn, 2 xã): thị trấn A; xã Đông Hải, Đông Ngũ"
  - "Huyện B (1 xã): xã Cái Chiên"
---
Nội dung.
"""


def square(name: str, west: float = 107.0) -> dict[str, Any]:
    ring = [[west, 21.0], [west + 1, 21.0], [west + 1, 22.0], [west, 22.0], [west, 21.0]]
    return feature(name, {"type": "Polygon", "coordinates": [ring]})


def feature(name: object, geometry: object) -> dict[str, Any]:
    return {"type": "Feature", "properties": {"name": name}, "geometry": geometry}


def written(*features: object) -> bytes:
    return json.dumps({"type": "FeatureCollection", "description": "Sơ đồ minh hoạ.", "features": features}).encode()


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (b"", "json"),
        (b"\xff", "encoding"),
        (b"[" * 100_000, "json"),
        (b"[]", "no_collection"),
        (written(), "no_features"),
        (written(feature("", {})), "nameless"),
        (written(feature("A\ud800", {})), "nameless"),
        (written(feature("A", None)), "no_area"),
        (written(feature("A", {"type": "Point", "coordinates": [1, 2]})), "no_area"),
        (written(feature("A", {"type": "Polygon", "coordinates": []})), "broken"),
        (written(feature("A", {"type": "Polygon", "coordinates": [[[1, 2], [2, 3], [3, 4], [1, "2"]]]})), "broken"),
        (written(feature("A", {"type": "Polygon", "coordinates": [[[1, 2], [2, 3], [3, 4], [4, 4]]]})), "open"),
        (written(square("A", 1e9)), "outside"),
        (written(square("A", float("nan"))), "outside"),
        (written(square("A")).replace(b"107.0", b"9" * 5_000), "outside"),
        (written(*(square("A") for _ in range(1_001))), "areas"),
    ],
)
def test_geodata_that_cannot_be_drawn_says_why(data: bytes, key: str) -> None:
    found = read_areas(data)
    assert isinstance(found, Unread)
    assert found.key == key


@given(st.binary(max_size=200) | st.recursive(st.none() | st.floats() | st.text(max_size=5), st.lists).map(
    lambda inner: written(feature("A", {"type": "MultiPolygon", "coordinates": inner}))
))  # fmt: skip
def test_no_bytes_break_the_reader(data: bytes) -> None:
    found = read_areas(data)
    assert isinstance(found, (Areas, Unread))


@given(st.lists(st.lists(RINGS, min_size=1, max_size=3), min_size=1, max_size=5), st.sampled_from((200, BUDGET)))
def test_paths_are_whole_numbers_and_no_area_disappears(areas: Any, budget: int) -> None:
    drawn = atlas(areas, budget)
    assert 1 <= drawn.width <= WIDTH
    assert len(drawn.shapes) == len(areas)
    for shape in drawn.shapes:
        assert PATH.fullmatch(shape.path)
        assert 0 <= shape.x <= 100
        assert 0 <= shape.y <= 100
    assert drawn == atlas(areas, budget)


def test_many_points_become_as_many_letters_as_a_page_bears() -> None:
    ring = [(107 + (n % 97) / 100, 21 + (n * 37 % 101) / 100) for n in range(40_000)]
    drawn = atlas([[[*ring, ring[0]]]])
    assert len(drawn.shapes[0].path) <= BUDGET


def test_a_border_keeps_its_corners_and_loses_what_lies_on_its_lines() -> None:
    assert thinned([(0, 0), (1, 0.1), (2, 0), (2, 2), (0, 0)], 0.5) == [(0, 0), (2, 0), (2, 2), (0, 0)]
    assert thinned([(0, 0)], 1) == [(0, 0)]


def test_a_degree_of_longitude_is_narrower_than_one_of_latitude() -> None:
    assert atlas([[[(107, 59.5), (108, 59.5), (108, 60.5), (107, 60.5), (107, 59.5)]]]).width == pytest.approx(
        700, abs=1
    )


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("Xã Cộng Hòa", Listed("Xã Cộng Hòa")),
        (
            "Thành phố Móng Cái (8 phường, 9 xã): phường Trà Cổ, Ka Long; xã Hải Đông",
            Listed("Thành phố Móng Cái", "8 phường, 9 xã", (("phường", ("Trà Cổ", "Ka Long")), ("xã", ("Hải Đông",)))),
        ),
        ("Huyện A: thị trấn Ba Chẽ.", Listed("Huyện A", "", (("thị trấn", ("Ba Chẽ",)),))),
        ("Huyện A: B, C", Listed("Huyện A", "", (("", ("B", "C")),))),
        ("(): ;", Listed("(): ;")),
    ],
)
def test_a_line_of_units_is_a_name_a_count_and_parts_by_kind(line: str, wanted: Listed) -> None:
    assert listed(line) == wanted


def page_of(data: bytes) -> LexborHTMLParser:
    stem = "content/qn/ban-do/2017/ban-do"
    tree = ValueTree({f"{stem}.md": ITEM.encode(), f"{stem}/ranh-gioi.geojson": data})
    found = load_corpus(tree, real_policy(), TODAY)
    index = Index(found, found.policy.portals["qn"], "internet")
    return LexborHTMLParser(Theme(ROOT / "theme").render("item.html", item_facts(index, index.items[0])))


def test_an_area_leads_to_its_unit_in_the_list() -> None:
    page = page_of(written(square("Huyện A"), square("Huyện <b>C</b>", 108)))
    links = page.css(".atlas a")
    assert [link.attributes["href"] for link in links if "aria-label" in link.attributes] == ["#dv-1"]
    assert page.css_first("#dv-1").text(strip=True) == "1. Huyện A1 thị trấn, 2 xã"
    assert len(page.css(".atlas path")) == 2
    assert page.css(".atlas b") == []
    assert "Sơ đồ minh hoạ." in page.css_first(".atlas figcaption").text()
    assert [name.text() for name in page.css(".names li")] == ["A", "Đông Hải", "Đông Ngũ", "Cái Chiên"]


def test_without_a_drawing_the_list_says_the_same() -> None:
    page = page_of(b"{}")
    assert page.css(".atlas") == []
    assert len(page.css(".unit-of h3")) == 2
