"""Every state of publication is derived, and each of them can be reached."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from congbo.dates import VIETNAM
from congbo.facts.corpus import Corpus
from congbo.facts.gate.model import Refused, Taken, Verdict
from congbo.facts.states import of_change, of_item
from congbo.frozen import replace
from congbo.history import FileHistory, History
from congbo.locale import LANGUAGES, catalogue
from congbo.message import say
from congbo.place import Place
from congbo.policy.records import Record
from support.items import corpus

PATH = "content/dl/tin-tuc-su-kien/2026/a.md"
NOW = datetime(2026, 11, 22, 14, 0, tzinfo=VIETNAM)
TEXT = """---
id: dl-2026-0001
type: tin_bai
title: Ra quân
summary: Tóm tắt.
{more}---
Nội dung.
"""
PLACE = Place("policies/records/go_bai/x.yml", 1)


def state(more: str = "", *, public: bool = True, records: tuple[Record, ...] = (), at: datetime = NOW) -> str:
    found: Corpus = corpus({PATH: TEXT.format(more=more)}, at.date())
    since = NOW - timedelta(days=2)
    history = History("c" * 40, {PATH: FileHistory(since, since, ("x",), (), (since,))} if public else {})
    policy = replace(found.policy, records=records)
    return of_item(replace(found, history=history, at=at, policy=policy), found.items[0]).name


def record(type_: str, until: datetime | None = None) -> Record:
    values = {
        "muc": "dl-2026-0001",
        "tu_luc": NOW - timedelta(hours=1),
        "ly_do_khan": "x",
        "nguoi_quyet_dinh": "truong_ban",
    }
    return Record(type_, "x", "dl", values | ({"den_luc": until} if until else {}), {}, PLACE, "tu_luc")


def test_items() -> None:
    assert state(public=False) == "draft"
    assert state() == "published"
    assert state("publish_at: 2026-11-22T14:00:00+07:00\n") == "published"
    assert state("publish_at: 2026-11-22T14:01:00+07:00\n") == "scheduled"
    assert state("expires_at: 2026-11-22T14:00:00+07:00\n") == "expired"
    assert state("expires_at: 2026-11-22T14:01:00+07:00\n") == "published"
    assert state('dinh_chinh: [{ngay: 2026-11-21, noi_dung: "Sửa."}]\n') == "corrected"
    assert state('ghi_chu_sua_doi: [{ngay: 2026-11-21, noi_dung: "Thêm."}]\n') == "changed"
    assert state('rut_bai: {loai: nham, ngay: 2026-11-21, can_cu: "Số 7"}\n') == "withdrawn"
    assert state(records=(record("go_bai"),)) == "taken_down"
    assert state(records=(record("go_bai", NOW),)) == "published"
    assert state("publish_at: 2026-11-22T15:00:00+07:00\n", records=(record("dung_dang"),)) == "stopped"


def test_what_was_not_public_leaves_no_trace() -> None:
    later = "publish_at: 2026-11-23T14:00:00+07:00\n"
    assert state(later, records=(record("go_bai"),)) == "scheduled"
    assert state(f'{later}rut_bai: {{loai: nham, ngay: 2026-11-21, can_cu: "Số 7"}}\n') == "scheduled"


def test_changes() -> None:
    taken = (Taken("dl", "tin_bai", "nop", "thanh_vien", "x", NOW),)
    closed = (Refused("change.refused", say("gate.change.refused")),)
    assert of_change(None).name == "draft"
    assert of_change(Verdict("missing", "awaited", taken=taken)).name == "submitted"
    assert of_change(Verdict("missing", "returned", taken=taken)).name == "returned"
    assert of_change(Verdict("refused", "change.refused", refused=closed)).name == "refused"
    assert of_change(Verdict("refused", "four_eyes.author")).name == "submitted"
    assert of_change(Verdict("granted", "granted", taken=taken)).since == NOW
    assert of_change(Verdict("granted", "granted")).name == "approved"
    assert of_change(Verdict("granted", "granted"), merged=True).name == "published"


def test_every_state_can_be_told() -> None:
    of_changes = "draft submitted returned refused approved published"
    names = f"{of_changes} scheduled stopped expired corrected changed withdrawn taken_down"
    for lang in LANGUAGES:
        assert {f"state.{name}" for name in names.split()} <= set(catalogue(lang))


def test_the_day_is_enough_where_no_hour_is_told() -> None:
    found = corpus({PATH: TEXT.format(more="")}, date(2026, 11, 22))
    assert found.moment == datetime(2026, 11, 22, tzinfo=VIETNAM)
