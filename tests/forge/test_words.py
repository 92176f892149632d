"""What a reviewer writes, word by word; and which review counts, as a pure function."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congbo.forge.collect import Aside, Chosen, Counted, Facts, chosen, sorted_out
from congbo.forge.held import withheld
from congbo.forge.protocol import Proposed, Review
from congbo.forge.words import LONGEST, wish_of
from congbo.frozen import replace
from congbo.locale import catalogue
from congbo.place import Place
from congbo.policy.people import People, Person
from support.trees import ROOT

HEAD, NOON = "a" * 40, datetime(2026, 11, 22, 5, tzinfo=UTC)
NOWHERE = Place("policies/keys/people.yml", 1)


@pytest.mark.parametrize(
    ("state", "body", "decision", "step", "publish", "fault"),
    [
        ("approved", "", "approve", "", False, ""),
        ("approved", "Tốt lắm.", "approve", "", False, ""),
        ("approved", "/congbo dang", "approve", "", True, ""),
        ("approved", "Đồng ý.\n/congbo phe-duyet  ", "approve", "phe_duyet", False, ""),
        ("approved", "/congbo phe_duyet\n/congbo phe-duyet", "approve", "phe_duyet", False, ""),
        ("approved", "> /congbo dang", "approve", "", False, ""),
        ("approved", " /congbo dang", "approve", "", False, ""),
        ("approved", "xin ghi /congbo dang", "approve", "", False, ""),
        ("approved", "```\n/congbo dang\n```", "approve", "", False, ""),
        ("approved", "~~~\n```\n/congbo dang\n~~~", "approve", "", False, ""),
        ("approved", "```\nx\n```\n/congbo dang", "approve", "", True, ""),
        ("approved", "/congbo dang ngay", "approve", "", False, ""),
        ("approved", "/CONGBO dang", "approve", "", False, ""),
        ("approved", "/congbo dang\n/congbo phe-duyet", "approve", "", False, "contradiction"),
        ("approved", "/congbo tu-choi: không", "approve", "", False, "contradiction"),
        ("changes", "Sai tên.", "return", "", False, ""),
        ("changes", "/congbo tu-choi: ngoài thẩm quyền", "refuse", "", False, ""),
        ("changes", "/congbo tra-lai: sai tên", "return", "", False, ""),
        ("changes", "/congbo dang", "return", "", False, "contradiction"),
        ("changes", "/congbo tu-choi\n/congbo tra-lai", "return", "", False, "contradiction"),
    ],
)
def test_words(state: str, body: str, decision: str, step: str, publish: bool, fault: str) -> None:
    found = wish_of(state, body)
    assert (found.decision, found.step, found.publish, found.fault) == (decision, step, publish, fault)


def test_answers_and_reasons() -> None:
    assert wish_of("approved", "/congbo van-ban: 12/QĐ-UBND").answers == {"van_ban": "12/QĐ-UBND"}
    assert wish_of("changes", "Sai tên\n\n người ký.").answers == {"ly_do": "Sai tên người ký."}
    assert wish_of("changes", "Bỏ qua dòng này\n/congbo tu-choi: vì thế").answers == {"ly_do": "vì thế"}
    assert wish_of("changes", "/congbo tra-lai:").answers == {}
    assert len(wish_of("changes", "x" * 70_000).answers["ly_do"]) == LONGEST


@given(st.sampled_from(["approved", "changes"]), st.text())
def test_no_text_is_too_odd(state: str, body: str) -> None:
    found = wish_of(state, body)
    assert found.decision in ({"approve"} if state == "approved" else {"return", "refuse"})


@given(st.text(st.characters(exclude_characters="/"), min_size=1))
def test_nothing_is_published_by_words_that_do_not_say_so(body: str) -> None:
    assert not wish_of("approved", body).publish


# ---- which reviews count


def review(account: int, state: str = "approved", minute: int = 0, commit: str = HEAD, **more: object) -> Review:
    return Review(
        **{
            "id": account * 100 + minute, "account": f"github:{account}", "state": state, "commit": commit,
            "time": NOON + timedelta(minutes=minute), "body": "", **more,
        }
    )  # fmt: skip


PEOPLE = People(tuple(Person(f"p{n}", f"Người {n}", (), NOWHERE, accounts=(f"github:{n}",)) for n in (1, 2, 3)))
ASKED = Proposed(7, "main", "b" * 40, "nhanh", HEAD, "github:9")


def sorted_codes(*reviews: Review, facts: Facts | None = None, asked: Proposed = ASKED) -> list[str]:
    counted, aside = sorted_out(asked, reviews, facts or Facts("main", HEAD), PEOPLE)
    return [*(f"{one.person.id} counts" for one in counted), *(one.code for one in aside)]


def test_who_counts() -> None:
    assert sorted_codes(review(1)) == ["p1 counts"]
    assert sorted_codes(review(1, "other")) == []
    assert sorted_codes(review(1), facts=Facts("main", HEAD, collected=frozenset({100}))) == []
    assert sorted_codes(review(1), facts=Facts("main", "c" * 40)) == ["stale"]
    assert sorted_codes(review(1), facts=Facts("khac", HEAD)) == ["stale"]
    assert sorted_codes(review(1, commit="c" * 40)) == ["stale"]
    assert sorted_codes(review(1), facts=Facts("main", HEAD, frozenset({"p1"}))) == ["self"]
    assert sorted_codes(review(4)) == ["stranger"]
    assert sorted_codes(review(1), asked=Proposed(7, "main", "b" * 40, "x", HEAD, "github:1")) == ["self"]
    assert sorted_codes(review(1), review(1, minute=1)) == ["p1 counts", "superseded"]
    assert sorted_codes(review(1), review(1, "dismissed", 1)) == ["superseded", "dismissed"]
    assert sorted_codes(review(1), review(1, "other", 1)) == ["p1 counts"]
    assert sorted_codes(review(1), review(2, "changes", 1)) == ["p1 counts", "p2 counts"]


def test_the_order_in_which_the_forge_tells_them_does_not_matter() -> None:
    every = [review(1), review(1, "changes", 2), review(2, minute=1), review(3, "dismissed", 1)]
    assert sorted_codes(*every) == sorted_codes(*reversed(every))


def offer(step: str, decision: str = "approve", act: str = "approve", **asks: str) -> SimpleNamespace:
    return SimpleNamespace(board="dl", procedure="tin_bai", step=step, act=act, decision=decision, asks=asks)


def choose(body: str, *offers: SimpleNamespace, state: str = "approved", facts: Facts | None = None) -> str:
    counted = Counted(one := review(1, state, body=body), PEOPLE.people[0], wish_of(one.state, body))
    found = chosen(counted, offers, facts or Facts("main", HEAD))
    return f"{found.code} {found.detail}".strip() if isinstance(found, Aside) else f"-> {found.offer.step}"


def test_one_review_takes_one_step() -> None:
    two, publish = (offer("xem_xet"), offer("phe_duyet")), offer("dang", act="publish")
    assert choose("", two[0]) == "-> xem_xet"
    assert choose("", *two) == "several /congbo xem_xet, /congbo phe_duyet"
    assert choose("/congbo phe-duyet", *two) == "-> phe_duyet"
    assert choose("/congbo khac", *two) == "no_turn"
    assert choose("") == "no_turn"
    assert choose("", publish) == "publish_unnamed"
    assert choose("/congbo dang", publish) == "-> dang"
    assert choose("/congbo dang", two[0]) == "no_turn"
    assert choose("", two[0], facts=Facts("main", HEAD, decided=frozenset({"p1"}))) == "unnamed"
    assert choose("/congbo xem-xet", two[0], facts=Facts("main", HEAD, decided=frozenset({"p1"}))) == "-> xem_xet"
    late = Facts("main", HEAD, last={("dl", "tin_bai"): NOON + timedelta(seconds=1)})
    assert choose("", two[0], facts=late) == "no_turn"
    elsewhere = Facts("main", HEAD, last={("hd", "tin_bai"): NOON + timedelta(seconds=1)})
    assert choose("", two[0], facts=elsewhere) == "-> xem_xet"


def test_what_a_step_asks_is_answered_and_nothing_else() -> None:
    asking = offer("chap_thuan", van_ban="DL-12")
    assert choose("", asking).startswith("unanswered")
    assert choose("/congbo van-ban: 12/QĐ", asking) == "-> chap_thuan"
    assert choose("/congbo van-bn: 12/QĐ", asking) == "unasked van_bn"
    back = offer("xem_xet", "return", ly_do="CB-18")
    assert choose("", back, state="changes").startswith("unanswered")
    assert choose("Sai tên.", back, state="changes") == "-> xem_xet"
    assert choose("Sai\x07 tên\u202e.", back, state="changes") == "unreadable"


def test_what_is_withheld() -> None:
    def held(
        *reviews: Review, asked: Proposed = ASKED, source: str = "github:a/b#7/100", head: str = HEAD
    ) -> list[str]:
        one = SimpleNamespace(source=source, head=head, decision="approve")
        return [code for _, code in withheld(asked, [one], reviews, "github:a/b#")]

    assert held(review(1)) == []
    assert held() == ["gone"]
    assert held(replace(review(1), account="")) == ["gone"]
    assert held(review(1, "dismissed")) == ["dismissed"]
    assert held(review(1), review(1, "changes", 1)) == ["objection"]
    assert held(review(1), review(2, "changes", 1)) == []
    assert held(review(1, "dismissed"), review(1, minute=1)) == []
    moved = Proposed(7, "main", "b" * 40, "x", HEAD, "github:9", retargeted=NOON)
    assert held(review(1), asked=moved) == ["retargeted"]
    assert held(review(1, "dismissed"), source="signed") == []
    assert held(review(1, "dismissed"), source="github:a/b#71/100") == []
    assert held(head="c" * 40) == []


def test_every_reason_has_its_sentence() -> None:
    words = catalogue("vi")
    source = "".join(file.read_text("utf-8") for file in (ROOT / "plugins/congbo/forge").glob("*.py"))
    for code in (
        "dismissed", "stale", "retargeted", "edited", "gone", "stranger", "self", "superseded", "contradiction", "unnamed",
        "publish_unnamed", "no_turn", "several", "unasked", "unanswered", "unreadable",
    ):  # fmt: skip
        assert f'"{code}"' in source
        assert f"forge.aside.{code}" in words
    for code in ("dismissed", "gone", "objection", "retargeted"):
        assert f"forge.held.{code}" in words
    assert Chosen
