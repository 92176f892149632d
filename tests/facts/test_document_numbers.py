"""Document numbers: the shapes and keys of the domain report 2.1."""

from __future__ import annotations

import pytest

from congbo.facts.document_number import DocumentNumber, key_of, mistaken_agency, parse_number


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("148/2025/QH15", ("law", "148", "QH", "15", "2025")),
        ("28/2026/QH16", ("law", "28", "QH", "16", "2026")),
        ("5/2012/PL-UBTVQH13", ("law", "5", "PL-UBTVQH", "13", "2012")),
        ("1187/2015/UBTVQH13", ("law", "1187", "UBTVQH", "13", "2015")),
        ("07/2011/QĐ-UBND", ("normative", "07", "QĐ", "UBND", "2011")),
        ("2187/2017/QĐ-UBND", ("normative", "2187", "QĐ", "UBND", "2017")),
        ("30/2020/NĐ-CP", ("normative", "30", "NĐ", "CP", "2020")),
        ("01/2015/TTLT-VPCP-BNV", ("normative", "01", "TTLT", "VPCP-BNV", "2015")),
        ("12a/2016/NQ-HĐND", ("normative", "12a", "NQ", "HĐND", "2016")),
        ("26/2009/TT-BTTTT", ("normative", "26", "TT", "BTTTT", "2009")),
        ("05/2018/TT-BVHTT&DL", ("normative", "05", "TT", "BVHTT&DL", "2018")),
        ("137/QĐ-UBND", ("administrative", "137", "QĐ", "UBND", "")),
        ("27/QĐ-SNV", ("administrative", "27", "QĐ", "SNV", "")),
        ("207/BC-STP", ("administrative", "207", "BC", "STP", "")),
        ("455/TTr-STTTT", ("administrative", "455", "TTr", "STTTT", "")),
        ("12/KH-UBND-VX", ("administrative", "12", "KH", "UBND-VX", "")),
        ("904/QĐ-XPVPHC", ("sanction", "904", "QĐ-XPVPHC", "", "")),
        ("8000/VPCP-HC", ("letter", "8000", "", "VPCP-HC", "")),
        ("902/SNV-CCHC", ("letter", "902", "", "SNV-CCHC", "")),
        ("1234/UBND-VX1", ("letter", "1234", "", "UBND-VX1", "")),
        ("05-QC/TU", ("party", "05", "QC", "TU", "")),
        ("555-QĐ/TU", ("party", "555", "QĐ", "TU", "")),
        ("36-HD/VPTW", ("party", "36", "HD", "VPTW", "")),
        ("12-NQ/ĐU", ("party", "12", "NQ", "ĐU", "")),
    ],
)
def test_a_number_is_taken_apart(text: str, expected: tuple[str, ...]) -> None:
    found = parse_number(text)
    assert found is not None
    assert (found.family, found.number, found.type, found.agency, found.year) == expected


@pytest.mark.parametrize(
    "text",
    [
        "137/Q\u00d0-UBND",
        "137/QĐ\u2013UBND",
        "137/QĐ\u2212UBND",
        " 137/QĐ-UBND ",
        "137/Q\u0110-UBND",
        "137/Q\u0110\u2011UBND",
    ],
)
def test_look_alike_letters_and_dashes_make_the_same_number(text: str) -> None:
    assert parse_number(text) == parse_number("137/QĐ-UBND") != None  # noqa: E711 -- three things at once


@pytest.mark.parametrize(
    "text",
    [
        "35-L/CTN",
        "21-LCT/HĐNN8",
        "103-SL/L",
        "29/NQ-TƯ",
        "",
        "901",
        "QĐ-UBND",
        "901/qđ-ubnd",
        "901 QĐ-UBND",
        "901/QĐ/UBND",
        "901/QĐ-UBND ngày 01/10/2019",
        "Số 901/QĐ-UBND",
        "1234567/QĐ-UBND",
        "901-QĐ-UBND",
    ],
)
def test_an_old_or_malformed_number_is_not_taken_apart(text: str) -> None:
    assert parse_number(text) is None


@pytest.mark.parametrize(
    ("text", "word"), [("905/CV-UBND", "CV"), ("84/QD-UBND", "QD"), ("72/ND-CP", "ND"), ("72/NĐ-CP", "NĐ")]
)
def test_a_type_in_the_place_of_the_agency_is_seen(text: str, word: str) -> None:
    found = parse_number(text)
    assert found is not None
    assert mistaken_agency(found) == word


@pytest.mark.parametrize("text", ["902/SNV-CCHC", "8000/VPCP-HC", "137/QĐ-UBND", "05-CV/TU", "07/2011/QĐ-UBND"])
def test_a_real_agency_is_no_mistake(text: str) -> None:
    found = parse_number(text)
    assert found is not None
    assert mistaken_agency(found) == ""


def key(text: str, issuer: str = "ubnd", type_: str = "quyet_dinh", year: int = 2019) -> tuple[str, ...]:
    """Return the key of a number."""
    found = parse_number(text)
    assert found is not None
    return key_of(found, issuer, type_, year)


def test_an_administrative_number_restarts_every_year() -> None:
    assert key("901/QĐ-UBND", year=2019) == key("901/QĐ-UBND", year=2019)
    assert key("901/QĐ-UBND", year=2019) != key("901/QĐ-UBND", year=2020)


def test_a_party_number_runs_through_a_term_of_five_years() -> None:
    assert len({key("05-QC/TU", year=year) for year in range(2015, 2020)}) == 1
    assert len({key("05-QC/TU", year=year) for year in (2014, 2015, 2020)}) == 3


def test_a_normative_number_carries_its_year() -> None:
    assert key("07/2011/QĐ-UBND", year=2011) == key("07/2011/QĐ-UBND", year=2012)
    assert key("07/2011/QĐ-UBND") != key("07/2012/QĐ-UBND")


def test_issuer_and_type_are_part_of_the_key() -> None:
    assert key("07/2011/QĐ-UBND", issuer="tuyen-quang") != key("07/2011/QĐ-UBND", issuer="ha-giang")
    assert key("901/QĐ-UBND") != key("901/TB-UBND")
    assert key("902/SNV-CCHC", type_="cong_van") != key("902/SNV-CCHC", type_="thu_cong")


def test_a_leading_zero_is_not_part_of_the_key() -> None:
    assert key("05-QC/TU") == key("5-QC/TU")
    assert key("0901/QĐ-UBND") == key("901/QĐ-UBND")


def test_a_number_is_a_value() -> None:
    assert DocumentNumber("party", "05", "QC", "TU") == parse_number("05-QC/TU")
