"""How documents name each other, and which document is meant."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest

from congbo.facts.effect import Effect, effect_of
from congbo.facts.relations import Cited, Documents, bases, cited, is_about, unit_named
from congbo.item import Item
from congbo.item.model import Value
from congbo.place import Place
from congbo.policy.units import Unit
from support.items import item

HERE = Place("policies/units/x.yml", 1)
OLD, NEW = date(2011, 6, 3), date(2025, 9, 1)


def unit(id_: str, name: str, *successors: str) -> Unit:
    return Unit(id_, name, "ubnd", HERE, successors=successors)


UNITS: Mapping[str, Unit] = {
    one.id: one
    for one in (
        unit("tq-cu", "Ủy ban nhân dân tỉnh Tuyên Quang (cũ)", "tq"),
        unit("hg", "Ủy ban nhân dân tỉnh Hà Giang", "tq"),
        unit("tq", "Ủy ban nhân dân tỉnh Tuyên Quang"),
        unit("hd", "Ủy ban nhân dân tỉnh Hải Dương"),
    )
}


def document(number: str, issuer: str, issued: date, **fields: Value) -> Item:
    slug = f"{issuer}-{number}".lower().replace("/", "-").replace("đ", "d")
    told: dict[str, Value] = {"so_ky_hieu": number, "co_quan_ban_hanh": issuer, "ngay_ban_hanh": issued}
    return item(f"content/tq/van-ban-qppl/{issued.year}/{slug}.md", **(told | fields))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("07/2011/QĐ-UBND", Cited("07/2011/QĐ-UBND")),
        ("07/2011/QĐ–UBND", Cited("07/2011/QĐ-UBND")),
        ("07/2011/QĐ-UBND ngày 03/6/2011", Cited("07/2011/QĐ-UBND", OLD)),
        ("05-QC/TU, ngày 20/10/2017", Cited("05-QC/TU", date(2017, 10, 20))),
        ("07/2011/QĐ-UBND của hg", Cited("07/2011/QĐ-UBND", None, "hg")),
        (
            "07/2011/QĐ-UBND ngày 03/6/2011 của Ủy ban nhân dân tỉnh Hà Giang",
            Cited("07/2011/QĐ-UBND", OLD, "Ủy ban nhân dân tỉnh Hà Giang"),
        ),
        ("07/2011/QĐ-UBND ngày 31/02/2011", Cited("07/2011/QĐ-UBND ngày 31/02/2011")),
        ("Quyết định cũ", Cited("Quyết định cũ")),
    ],
)
def test_what_a_relation_names(text: str, expected: Cited) -> None:
    assert cited(text) == expected


@pytest.mark.parametrize(
    ("text", "by", "about"),
    [
        ("07/2011/QĐ-UBND", "hg", True),
        ("07/2011/QĐ-UBND", "hd", False),
        ("07/2011/QĐ-UBND", "tq", True),
        ("07/2011/QĐ-UBND của hg", "hd", True),
        ("07/2011/QĐ-UBND của Uỷ ban nhân dân tỉnh Hà Giang", "hd", True),
        ("07/2011/QĐ-UBND của tq-cu", "hg", False),
        ("07/2011/QĐ-UBND ngày 03/6/2011", "hg", True),
        ("07/2011/QĐ-UBND ngày 04/6/2011", "hg", False),
        ("08/2011/QĐ-UBND", "hg", False),
    ],
)
def test_which_document_is_meant(text: str, by: str, about: bool) -> None:
    """The document is Hà Giang's, which the new Tuyên Quang succeeded and Hải Dương did not."""
    old = document("07/2011/QĐ-UBND", "hg", OLD)
    assert is_about(cited(text), document("30/2025/QĐ-UBND", by, NEW), old, UNITS) is about


def test_after_a_merger_one_number_may_mean_two_documents() -> None:
    two = [document("07/2011/QĐ-UBND", "hg", OLD), document("07/2011/QĐ-UBND", "tq-cu", OLD)]
    new = document("30/2025/QĐ-UBND", "tq", NEW, thay_the=("07/2011/QĐ-UBND",))
    among = Documents.of([*two, new])["tq", "vi"]
    assert len(among.named(cited("07/2011/QĐ-UBND"), new, UNITS)) == 2
    assert among.named(cited("07/2011/QĐ-UBND của hg"), new, UNITS) == (two[0],)


def test_the_namesake_of_another_province_stays_in_force() -> None:
    old = document("07/2011/QĐ-UBND", "hg", OLD)
    own = document("07/2011/QĐ-UBND", "hd", OLD)
    new = document("30/2025/QĐ-UBND", "hd", NEW, thay_the=("07/2011/QĐ-UBND",))
    on = date(2026, 1, 1)
    states = [effect_of(one, on, [old, own, new], UNITS) for one in (old, own)]
    assert [state.state for state in states if state] == [Effect.IN_FORCE, Effect.EXPIRED]


def test_units_are_known_by_id_and_by_name() -> None:
    assert unit_named(UNITS, "hg") == unit_named(UNITS, "Uỷ ban nhân dân tỉnh Hà Giang") == "hg"
    assert unit_named(UNITS, "Ủy ban nhân dân tỉnh Sơn La") is None


def test_numbers_among_the_legal_bases() -> None:
    lines = ("Căn cứ Luật ngày 19/6/2015;", "Căn cứ Nghị định số 09/2017/NĐ-CP ngày 09/02/2017 (kèm 137/QĐ-UBND);")
    one = document("1/QĐ-UBND", "hd", NEW, can_cu=lines)
    assert [base.number for base in bases(one)] == ["09/2017/NĐ-CP", "137/QĐ-UBND"]
