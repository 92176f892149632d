"""Who is reminded, and what a mail may say: pure functions over stories of the gate."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

import pytest

from congbo.dates import VIETNAM
from congbo.errors import CongboError
from congbo.facts.due import Due
from congbo.facts.pending import Pending, pending
from congbo.frozen import replace
from congbo.item import Item
from congbo.locale import LANGUAGES
from congbo.review.mail import address_of, mail_of
from congbo.review.reminders import Reminder, reminders
from support.gate import Story, news
from support.trees import ValueTree

DL, HD = "content/dl/tin-tuc-su-kien/2026/bi-mat-ten.md", "content/hd/hoat-dong-ban-xd-dang/2026/bi-mat-ten.md"
SENDER = "congbo@donglac.example"
UNIT = {"don_vi": "hd-ban-to-chuc"}


def told(story: Story, clocks: tuple[Pending, ...] = ()) -> dict[str, Reminder]:
    """Return the reminders of a story by the person's id."""
    found = reminders(story.policy, story.change, story.aftermath, story.verdict(), clocks, story.clock)
    return {one.person.id: one for one in found}


def text(one: Reminder, lang: str = "vi", preview: str = "https://xem.example") -> str:
    mail = mail_of(one, SENDER, preview, datetime(2026, 11, 22, 9, tzinfo=VIETNAM), lang)
    return "\n".join((mail["Subject"], mail.get_content()))


def of(path: str, **changes: object) -> Mapping[str, Item]:
    return {path: replace(news(path), title="Tên không kể", fields=UNIT, **changes)}


def test_four_eyes_get_no_mail() -> None:
    story = Story.of(DL).pushed("dl-tv-tu-phap")
    assert set(told(story)) == {"dl-pho-ban-tt"}
    after = told(story.decided("kiem_duyet", "dl-pho-ban-tt"))
    assert "dl-truong-ban" in after
    assert not {"dl-tv-tu-phap", "dl-pho-ban-tt"} & set(after)


def test_what_came_back_is_the_author_s() -> None:
    story = Story.of(DL).pushed("dl-tv-tu-phap").decided("kiem_duyet", "dl-pho-ban-tt")
    back = story.decided("phe_duyet", "dl-truong-ban", decision="return", answers={"ly_do": "Sai tên."})
    (one,) = told(back).values()
    assert (one.person.id, one.returned) == ("dl-tv-tu-phap", True)
    assert "trả lại" in text(one)


def test_where_something_is_wrong_or_done_nobody_is_mailed() -> None:
    story = Story.of(DL).pushed("dl-tv-tu-phap").decided("kiem_duyet", "dl-tv-tu-phap")
    assert story.verdict().verdict == "refused"
    assert told(story) == {}


def test_nobody_decides_on_their_own_office() -> None:
    story = Story.of("policies/boards/dl.yml", items={}).pushed("dl-tv-tu-phap")
    assert told(story)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_item_of_the_closed_network_leaves_no_trace(lang: str) -> None:
    story = Story.of(HD, items=of(HD, editions=("wan",))).pushed("hd-cb-ban-to-chuc")
    found = told(story.but(id="20261102-ten-khong-ke-0a1b2c3d"))
    for one in found.values():
        said = text(one, lang)
        assert (one.titles, one.id) == ((), "")
        assert one.hidden == 1
        assert not [word for word in ("Tên không kể", "ten-khong-ke", "bi-mat-ten", "xem.example/") if word in said]
    assert found


def test_beside_it_an_open_item_is_named_but_not_the_change() -> None:
    other = HD.replace("bi-mat-ten", "cong-khai")
    pages = {**of(HD, editions=("wan",)), other: replace(news(other), title="Tin mở", fields=UNIT)}
    one = next(iter(told(Story.of(HD, other, items=pages).pushed("hd-cb-ban-to-chuc")).values()))
    assert (one.titles, one.hidden, one.id) == (("Tin mở",), 1, "")
    assert "Tên không kể" not in text(one)


def test_a_title_cannot_add_a_header_or_turn_the_line() -> None:
    title = "Tin\r\nBcc: ai-do@xa.example\r\n\r\nXin \u202egửi"
    story = Story.of(DL, items={DL: replace(news(DL), title=title)}).pushed("dl-tv-tu-phap")
    (one,) = told(story).values()
    mail = mail_of(one, SENDER, "", datetime(2026, 11, 22, 9, tzinfo=VIETNAM), "vi")
    raw = mail.as_bytes()
    assert mail["Bcc"] is None
    assert b"\nBcc:" not in raw
    assert "\u202e" not in mail["Subject"] + mail.get_content()
    assert raw.isascii()
    assert mail["Auto-Submitted"] == "auto-generated"


@pytest.mark.parametrize(
    "bad", ["", "a", "a@b, c@d.example", "a@b\nBcc: x@y.example", "thư@donglac.example", "<a@b.example>"]
)
def test_an_address_that_is_none_is_refused(bad: str) -> None:
    with pytest.raises(CongboError) as raised:
        address_of(bad)
    assert raised.value.message.key == "remind.address"


def test_the_key_is_of_person_step_change_and_day() -> None:
    story = Story.of(DL).pushed("dl-tv-tu-phap").decided("kiem_duyet", "dl-pho-ban-tt")
    keys = {one.key for one in told(story).values()}
    assert len(keys) == len(told(story))
    assert {one.key for one in told(story.after(hours=1)).values()} == keys
    assert not {one.key for one in told(story.after(days=1)).values()} & keys
    assert not {one.key for one in told(story.but(id="20261102-khac-0a1b2c3d")).values()} & keys


def test_the_nearest_deadline_is_told() -> None:
    story = Story.of(DL).pushed("dl-tv-tu-phap")
    due = Due(datetime(2026, 11, 25, tzinfo=VIETNAM), date(2026, 11, 24))
    (one,) = told(story, (Pending(DL, "DL-8.1a", due), Pending(DL, "DL-8.1b", due))).values()
    assert "Hạn phải đăng: 24/11/2026." in text(one)
    (none,) = told(story, (Pending("content/dl/khac.md", "DL-8.1a", due),)).values()
    assert "Hạn" not in text(none)


def test_the_clocks_of_a_new_item_are_those_of_the_regulation() -> None:
    """Documents of the ward are posted within days of their date; the one that is quickest to end comes first."""
    from support.items import item

    rules = Story.of(DL).policy
    page = item(
        "content/dl/van-ban-phuong/2026/1.md", "van_ban", ngay_ban_hanh=date(2026, 11, 20), co_quan_ban_hanh="dl-ubnd"
    )
    found = pending(rules, ValueTree({}), [page], date(2026, 11, 22))
    assert [one.due.due for one in found] == sorted(one.due.due for one in found)
    for one in found:
        clause = rules.clause(one.clause)
        assert clause
        assert "deadline" in {rule.checked_by for rule in rules.resolved(clause)}
