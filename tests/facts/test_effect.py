"""Effect states of legal documents (QN-20.1d/-4): not yet, in force, partly, expired; replaced and amended."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from congbo.facts.effect import Effect, EffectState, effect_of
from congbo.item import Item
from congbo.item.model import Value
from support.items import item

ISSUED, START = date(2019, 10, 1), date(2019, 10, 15)
DAY = timedelta(days=1)
NUMBER = "901/QĐ-UBND"


def document(number: str = NUMBER, lang: str = "", start: date | None = START, **fields: Value) -> Item:
    """Return a document that is issued on 1/10 and in force from 15/10/2019 unless told otherwise."""
    slug = number.lower().replace("/", "-").replace("đ", "d")
    told: dict[str, Value] = {"so_ky_hieu": number, "ngay_ban_hanh": ISSUED} | (
        {"ngay_hieu_luc": start} if start else {}
    )
    return item(f"content/dl/van-ban-phuong/2019/{slug}{lang}.md", **(told | fields))


def state(on: date, *others: Item, **fields: Value) -> EffectState:
    """Return the state of document 901 on a day beside other documents."""
    subject = document(**fields)
    found = effect_of(subject, on, [subject, *others])
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        (ISSUED, Effect.NOT_YET),
        (START - DAY, Effect.NOT_YET),
        (START, Effect.IN_FORCE),
        (date(2026, 1, 1), Effect.IN_FORCE),
    ],
)
def test_a_document_is_in_force_from_its_first_day(on: date, expected: Effect) -> None:
    assert state(on).state is expected


def test_without_a_day_of_force_the_day_of_issue_counts() -> None:
    subject = document(start=None)
    found = effect_of(subject, ISSUED, [])
    assert found is not None
    assert (found.state, found.from_) == (Effect.IN_FORCE, ISSUED)


@pytest.mark.parametrize(
    ("on", "expected"), [(date(2020, 12, 30), Effect.IN_FORCE), (date(2020, 12, 31), Effect.EXPIRED)]
)
def test_the_day_of_expiry_is_the_first_day_no_longer_in_force(on: date, expected: Effect) -> None:
    assert state(on, ngay_het_hieu_luc=date(2020, 12, 31)).state is expected


def test_a_document_expires_when_the_one_that_replaces_it_comes_into_force() -> None:
    successor = document("905/QĐ-UBND", start=date(2021, 3, 1), thay_the=(NUMBER,))
    before, after = state(date(2021, 2, 28), successor), state(date(2021, 3, 1), successor)
    assert (before.state, before.until, before.replaced_by) == (Effect.IN_FORCE, None, ())
    assert (after.state, after.until, after.replaced_by) == (Effect.EXPIRED, date(2021, 3, 1), ("905/QĐ-UBND",))


def test_the_earliest_end_counts() -> None:
    successor = document("905/QĐ-UBND", start=date(2021, 3, 1), thay_the=(NUMBER,))
    assert state(date(2022, 1, 1), successor, ngay_het_hieu_luc=date(2020, 6, 1)).until == date(2020, 6, 1)
    assert state(date(2022, 1, 1), successor, ngay_het_hieu_luc=date(2021, 6, 1)).until == date(2021, 3, 1)


def test_an_amended_document_is_partly_in_force() -> None:
    amendment = document("906/QĐ-UBND", start=date(2020, 5, 1), sua_doi=(NUMBER, "902/QĐ-UBND"))
    assert state(date(2020, 4, 30), amendment).state is Effect.IN_FORCE
    found = state(date(2020, 5, 1), amendment)
    assert (found.state, found.amended_by) == (Effect.PARTLY, ("906/QĐ-UBND",))


def test_replacement_is_graver_than_amendment() -> None:
    amendment = document("906/QĐ-UBND", start=date(2020, 5, 1), sua_doi=(NUMBER,))
    successor = document("907/QĐ-UBND", start=date(2020, 6, 1), thay_the=(NUMBER,))
    assert state(date(2020, 7, 1), amendment, successor).state is Effect.EXPIRED


@pytest.mark.parametrize("declared", [Effect.PARTLY, Effect.EXPIRED])
def test_what_the_issuer_declares_counts_once_the_document_is_in_force(declared: Effect) -> None:
    assert state(START, tinh_trang_hieu_luc=str(declared)).state is declared
    assert state(START - DAY, tinh_trang_hieu_luc=str(declared)).state is Effect.NOT_YET


def test_a_declaration_that_it_is_in_force_does_not_undo_an_amendment() -> None:
    amendment = document("906/QĐ-UBND", start=date(2020, 5, 1), sua_doi=(NUMBER,))
    assert state(date(2020, 6, 1), amendment, tinh_trang_hieu_luc="con_hieu_luc").state is Effect.PARTLY


def test_only_documents_of_the_same_language_and_that_name_it_count() -> None:
    translation = document("905/QĐ-UBND", lang=".en", start=date(2021, 3, 1), thay_the=(NUMBER,))
    stranger = document("908/QĐ-UBND", start=date(2021, 3, 1), thay_the=("999/QĐ-UBND",))
    assert state(date(2022, 1, 1), translation, stranger).state is Effect.IN_FORCE


def test_a_document_does_not_replace_itself() -> None:
    assert state(date(2022, 1, 1), thay_the=(NUMBER,)).state is Effect.IN_FORCE


@pytest.mark.parametrize("fields", [{"so_ky_hieu": NUMBER}, {"ngay_hieu_luc": START}, {}])
def test_what_has_no_number_or_no_date_has_no_state(fields: dict[str, Value]) -> None:
    assert effect_of(item(**fields), START, []) is None
