"""When an item changed, and the facts that rest on it."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from congbo.dates import VIETNAM, start_of
from congbo.facts.changes import before_the_register, changes_of, first_change_since, last_change
from congbo.facts.corpus import Corpus
from congbo.facts.deadlines import deadline_of
from congbo.facts.named import value_of
from congbo.frozen import replace
from congbo.history import FileHistory, History
from congbo.item import Item
from congbo.item.model import Imported
from support.items import TODAY, corpus, item

PATH = "content/qn/de-tai-khoa-hoc/2017/dan-ca.md"
FILE = "content/qn/de-tai-khoa-hoc/2017/dan-ca/bao-cao.pdf"


def at(day: str, hour: int = 9) -> datetime:
    """Return a moment in Vietnam."""
    return datetime.combine(date.fromisoformat(day), datetime.min.time(), VIETNAM).replace(hour=hour)


def past(*days: str) -> FileHistory:
    """Return the history of a file that changed on some days."""
    moments = tuple(at(day) for day in days)
    return FileHistory(moments[0], moments[-1], ("Công chức",), changes=moments)


def world(changed: tuple[str, ...] = (), **files: FileHistory) -> Corpus:
    """Return a corpus of no content with the history of the item (``page``) and its report (``report``)."""
    paths = {"page": PATH, "report": FILE}
    history = History("c" * 40, {paths[name]: known for name, known in files.items()}, frozenset(changed))
    return corpus({}, TODAY, history)


def topic(imported: str = "", **fields: object) -> Item:
    """Return a science topic, brought in from an older system if it was published there."""
    made = item(PATH, "de_tai", **fields)  # type: ignore[arg-type]
    return replace(made, imported=Imported(at(imported), "Cổng cũ")) if imported else made


def test_an_item_of_ours_changed_with_every_commit() -> None:
    here = world(page=past("2026-01-05", "2026-02-02", "2026-03-03"))
    assert changes_of(here, topic()) == (at("2026-01-05"), at("2026-02-02"), at("2026-03-03"))
    assert last_change(here, topic()) == at("2026-03-03")
    assert first_change_since(here, topic(), date(2026, 1, 6)) == at("2026-02-02")
    assert first_change_since(here, topic(), date(2026, 3, 4)) is None


def test_what_is_not_committed_changes_today() -> None:
    assert changes_of(world(), topic()) == (start_of(TODAY),)
    assert changes_of(world((PATH,), page=past("2026-01-05")), topic()) == (at("2026-01-05"), start_of(TODAY))


def test_the_commit_that_brought_in_an_old_item_changed_nothing() -> None:
    here = world(page=past("2026-01-05", "2026-02-02"))
    assert changes_of(here, topic("2017-07-03")) == (at("2017-07-03"), at("2026-02-02"))
    assert changes_of(world(), topic("2017-07-03")) == (at("2017-07-03"),)


@pytest.mark.parametrize(
    ("day", "unknown"), [("2017-07-03", False), ("2017-07-04", True), ("2026-01-04", True), ("2026-01-05", False)]
)
def test_between_its_publication_and_our_history_nobody_knows_what_became_of_an_old_item(
    day: str, unknown: bool
) -> None:
    here = world(page=past("2026-01-05", "2026-02-02"))
    assert before_the_register(here, topic("2017-07-03"), date.fromisoformat(day)) is unknown
    assert not before_the_register(here, topic(), date.fromisoformat(day))


# ---- results of a science topic

ACCEPTED = date(2026, 2, 1)


def results(here: Corpus, of: Item) -> object:
    return value_of(here, of, "ket_qua_published")


def test_a_topic_without_reports_has_no_results() -> None:
    assert results(world(page=past("2026-01-05")), topic(ngay_nghiem_thu=ACCEPTED)) is None


def test_results_that_came_later_became_public_then() -> None:
    here = world(page=past("2026-01-05"), report=past("2026-02-20"))
    assert results(here, topic(ngay_nghiem_thu=ACCEPTED, bao_cao_tong_hop="bao-cao.pdf")) == at("2026-02-20")


def test_results_that_came_with_the_item_became_public_with_it() -> None:
    here = world(page=past("2026-02-20"), report=past("2026-02-20"))
    assert results(here, topic(ngay_nghiem_thu=ACCEPTED, bao_cao_tong_hop="bao-cao.pdf")) == at("2026-02-20")


def test_a_report_that_is_not_committed_is_not_public() -> None:
    here = world(page=past("2026-01-05"))
    assert results(here, topic(ngay_nghiem_thu=ACCEPTED, bao_cao_tong_hop="bao-cao.pdf")) is None


def test_results_are_public_with_the_last_of_both_reports() -> None:
    here = world(page=past("2026-01-05"), report=past("2026-02-20"))
    both = topic(ngay_nghiem_thu=ACCEPTED, bao_cao_tong_hop="bao-cao.pdf", bao_cao_ap_dung="khac.pdf")
    assert results(here, both) is None


def test_an_old_topic_was_posted_with_its_results_unless_it_was_accepted_since() -> None:
    here = world(page=past("2026-01-05"), report=past("2026-02-20"))
    old = topic("2017-07-20", ngay_nghiem_thu=date(2017, 7, 14), bao_cao_tong_hop="bao-cao.pdf")
    new = topic("2017-07-20", ngay_nghiem_thu=ACCEPTED, bao_cao_tong_hop="bao-cao.pdf")
    assert (results(here, old), results(here, new)) == (at("2017-07-20"), at("2026-02-20"))


# ---- who issued, what was supplied


def issued(portal_path: str, by: str) -> object:
    return value_of(corpus({}), item(portal_path, "van_ban", co_quan_ban_hanh=by), "issued_here")


def test_the_bodies_of_its_seat_that_a_portal_names_issue_there() -> None:
    path = "content/hd/van-ban-tinh-uy/2018/a.md"
    assert issued(path, "hd-tinh-uy") is True
    assert issued(path, "hd-ban-thuong-vu") is True
    assert issued(path, "hd-ban-noi-chinh") is False
    assert issued("content/dl/van-ban-phuong/2019/a.md", "hd-ban-thuong-vu") is False


def test_what_is_public_was_supplied_by_then() -> None:
    assert value_of(world(page=past("2026-01-05")), topic(), "submitted") == at("2026-01-05")
    assert value_of(world(page=past("2026-01-05")), topic(nhan_luc=at("2026-01-04")), "submitted") == at("2026-01-04")
    assert value_of(world(), topic(), "submitted") is None


# ---- a clock that is stopped by a change


def service(changed_on: date) -> Item:
    return item("content/qn-sodulich/dich-vu-cong/2026/a.md", "dich_vu", ngay_thay_doi=changed_on)


def test_the_first_change_after_the_event_stops_the_clock_and_later_ones_do_not() -> None:
    one = service(date(2026, 2, 2))
    history = History("c" * 40, {one.path: past("2026-01-05", "2026-02-03", "2026-06-01")})
    here = corpus({}, TODAY, history)
    portal = here.policy.portals["qn-sodulich"]
    clause = here.policy.clause("QN-16.7#2")
    assert clause is not None
    rule = clause.met_by[0]
    local = replace(portal.local[0], clause=clause.id, within={"working_days": 1})
    found = deadline_of(here, one, rule, local)
    assert found is not None
    assert (found.stopped, found.is_late) == (at("2026-02-03"), False)
