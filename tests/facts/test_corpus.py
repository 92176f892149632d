"""The corpus: when an item became public, which law judges it, which files belong to it."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from congbo.dates import VIETNAM
from congbo.history import FileHistory, History
from congbo.item import Imported
from support.items import TODAY, corpus, item

PATH = "content/dl/tin-tuc-su-kien/2019/tin.md"
COMMITTED = datetime(2020, 5, 4, 9, 0, tzinfo=VIETNAM)
TEXT = "---\nid: {id}\ntype: tin_bai\ntitle: Tin\nsummary: Một câu.\n{more}---\nNội dung.\n"


def known(path: str = PATH) -> History:
    """Return a history that knows one file."""
    return History("c" * 40, {path: FileHistory(COMMITTED, COMMITTED, ("Công chức",))})


@pytest.mark.parametrize(
    ("more", "history", "expected"),
    [
        ("", None, None),
        ("", known(), COMMITTED),
        ("publish_at: 2020-06-01T08:00:00+07:00\n", known(), datetime(2020, 6, 1, 8, 0, tzinfo=VIETNAM)),
        ("publish_at: 2020-01-01T08:00:00+07:00\n", known(), COMMITTED),
        ("publish_at: 2020-06-01T08:00:00+07:00\n", None, None),
        (
            "imported:\n  published: 2019-10-01T08:00:00+07:00\n  source: Cổng cũ\n",
            known(),
            datetime(2019, 10, 1, 8, 0, tzinfo=VIETNAM),
        ),
    ],
)
def test_an_item_is_public_as_imported_or_since_its_first_commit_or_later(
    more: str, history: History | None, expected: datetime | None
) -> None:
    found = corpus({PATH: TEXT.format(id="dl-1", more=more)}, history=history)
    (one,) = found.items
    assert found.published(one) == expected
    assert found.judged_on(one) == (expected.date() if expected else TODAY)


def test_the_first_of_two_items_with_one_id_has_the_id() -> None:
    other = PATH.replace("tin.md", "khac.md")
    found = corpus({PATH: TEXT.format(id="dl-1", more=""), other: TEXT.format(id="dl-1", more="")})
    assert found.by_id["dl-1"].path == other


def test_attachments_are_the_files_of_the_folder_of_the_items_name() -> None:
    files = {
        PATH: TEXT.format(id="dl-1", more=""),
        PATH.replace(".md", "/b.pdf"): "b",
        PATH.replace(".md", "/a.pdf"): "a",
    }
    found = corpus(files | {PATH.replace(".md", "/x/c.pdf"): "c", "content/dl/tin-tuc-su-kien/2019/tin-2/d.pdf": "d"})
    (one,) = found.items
    assert [path.rpartition("/")[2] for path in found.attachments(one)] == ["a.pdf", "b.pdf"]


def test_an_item_of_an_undeclared_portal_has_none() -> None:
    found = corpus()
    assert found.portal_of(item("content/khac/tin-tuc/2019/tin.md", "tin_bai")) is None
    assert found.items_of("khac") == []


def test_imported_items_keep_source_and_time() -> None:
    found = corpus({PATH: TEXT.format(id="dl-1", more="imported:\n  published: 2019-10-01T08:00\n  source: Cổng cũ\n")})
    assert found.items[0].imported == Imported(datetime(2019, 10, 1, 8, 0, tzinfo=VIETNAM), "Cổng cũ")


def test_today_is_what_it_was_told() -> None:
    assert corpus(today=date(2011, 1, 1)).today == date(2011, 1, 1)
