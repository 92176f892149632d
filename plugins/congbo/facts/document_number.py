"""Document numbers (số, ký hiệu): the five families of the domain report 2.1, and the key that tells documents apart."""

from __future__ import annotations

import unicodedata

from msgspec import Struct

from congbo.text.regex import regex

_AGENCY = r"[A-ZĐ][A-ZĐa-zđ]*(?:&[A-ZĐ]+)?\d{0,2}"
_AGENCIES = rf"{_AGENCY}(?:-{_AGENCY})*"
_NORMATIVE = "NĐ|QĐ|TT|TTLT|NQ|NQLT|CT|QĐLT|TTLN"
_ADMINISTRATIVE = (
    "NQ|QĐ|CT|QC|QyĐ|TC|TB|HD|CTr|KH|PA|ĐA|DA|BC|BB|TTr|HĐ|CĐ|BGN|BTT|GUQ|GM|GGT|GNP|PG|PC|PB|VBHN|GP|GCN|QĐ-XPVPHC"
)
_PARTY = "NQ|CT|KL|QC|QĐ|QyĐ|QĐi|TT|HD|TB|TC|BC|KH|CTr|QTr|ĐA|PA|TTr|CV|BB"

# In this order: a number is of the first family that it fits.
_FAMILIES = {
    "law": regex(
        r"(?P<number>\d{1,4})/(?P<year>(?:19|20)\d{2})/(?P<type>QH|PL-UBTVQH|NQ-UBTVQH|UBTVQH)(?P<agency>\d{1,2})"
    ),
    "normative": regex(
        rf"(?P<number>\d{{1,5}}[a-z]?)/(?P<year>(?:19|20)\d{{2}})/(?P<type>{_NORMATIVE})-(?P<agency>{_AGENCIES})"
    ),
    "sanction": regex(r"(?P<number>\d{1,6}[a-z]?)/(?P<type>QĐ-XPVPHC)"),
    "administrative": regex(rf"(?P<number>\d{{1,6}}[a-z]?)/(?P<type>{_ADMINISTRATIVE})-(?P<agency>{_AGENCIES})"),
    "letter": regex(r"(?P<number>\d{1,6}[a-z]?)/(?P<agency>[A-ZĐ]{2,}[A-Za-zĐđ]*-[A-ZĐ][A-ZĐa-zđ]*\d{0,2})"),
    "party": regex(rf"(?P<number>\d{{1,5}})-(?P<type>{_PARTY})/(?P<agency>[A-ZĐ]{{2,}}(?:[-/]?[A-ZĐ]+)*)"),
}
# What a writer without Vietnamese keys, or with the habit of old forms, puts where the issuing agency belongs.
_NOT_AGENCIES = ("QD", "ND", "CV", "NĐ", "QĐ", "TT", "CT", "TB", "BC", "KH")
_DASHES = str.maketrans(
    dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-") | {"\u00d0": "Đ", "\u00f0": "đ"}
)


class DocumentNumber(Struct, frozen=True):
    """A number taken apart; ``year`` is empty where the family does not print one."""

    family: str
    number: str
    type: str
    agency: str
    year: str = ""


def plain(text: str) -> str:
    """Return a number in the one spelling that is compared: composed, with plain hyphens, Đ with its own letter."""
    return unicodedata.normalize("NFC", text).translate(_DASHES).strip()


def parse_number(text: str) -> DocumentNumber | None:
    """Return the parts of a document number, or None for a historical or malformed one."""
    written = plain(text)
    for family, shape in _FAMILIES.items():
        found = shape.fullmatch(written)
        if found:
            parts = found.groupdict()
            return DocumentNumber(
                family,
                parts["number"],
                parts.get("type") or "",
                parts.get("agency") or "",
                parts.get("year") or "",
            )
    return None


def mistaken_agency(number: DocumentNumber) -> str:
    """Return the word that stands where an agency belongs but is none ("CV" in 905/CV-UBND), or an empty text."""
    first = number.agency.split("-")[0]
    return first if number.family == "letter" and first in _NOT_AGENCIES else ""


def key_of(number: DocumentNumber, issuer: str, type_: str, year: int) -> tuple[str, ...]:
    """Return what tells two documents apart.

    Administrative numbers restart every year; Party numbers run through a committee's term, so the issuer's five-year
    term stands for the year there (terms begin in the years that end in 0 and 5).
    """
    period = number.year or (str(year - year % 5) if number.family == "party" else str(year))
    return (issuer, number.type or type_, number.number.lstrip("0"), period)
