"""The facts of the page "Quy chế và việc thực hiện", for every portal and language: a function of policies, program, day."""

from __future__ import annotations

from datetime import date

import pytest

from congbo.facts.corpus import load_corpus
from congbo.facts.means import FEATURES_MET, MEANS
from congbo.frozen import replace
from congbo.locale import words_of
from congbo.policy import Policy, load_policy
from congbo.policy.kinds import KINDS
from congbo.site.book_facts import book_facts
from congbo.site.book_words import figure
from congbo.site.index import Index
from congbo.site.kinds import KINDS as PAGES
from congbo.site.views import BookFacts, ClauseView
from support.trees import ValueTree, edited_policies, real_policies, real_policy

TODAY = date(2026, 11, 22)
SITE_LANGUAGES = ("vi", "en", "zh")
PORTALS = sorted(real_policy().portals)


def index(portal: str, policy: Policy | None = None, today: date = TODAY) -> Index:
    policy = policy or real_policy()
    corpus = load_corpus(ValueTree({}), policy, today)
    return Index(corpus, policy.portals[portal], next(iter(policy.portals[portal].editions)))


def book(portal: str, lang: str = "vi", policy: Policy | None = None, today: date = TODAY) -> BookFacts:
    return book_facts(index(portal, policy, today), lang)


def clauses(page: BookFacts) -> dict[str, ClauseView]:
    return {one.id: one for article in page.articles for one in article.clauses}


def edited(path: str, old: str, new: str) -> Policy:
    text = real_policies()[path].decode()
    assert text.count(old) == 1, old
    return load_policy(edited_policies({path: text.replace(old, new).encode()}))


@pytest.mark.parametrize("portal", PORTALS)
def test_every_clause_is_there_once_as_printed(portal: str) -> None:
    policy = real_policy()
    regulation = policy.portals[portal].regulation_on(TODAY)
    if regulation is None:
        pytest.skip("the portal follows no regulation any more")
    shown = [(one.id, one.cite.text) for article in book(portal).articles for one in article.clauses]
    assert shown == [(clause.id, clause.cite) for clause in policy.clauses(regulation)]


@pytest.mark.parametrize("portal", PORTALS)
@pytest.mark.parametrize("lang", SITE_LANGUAGES)
def test_a_clause_that_is_the_portals_says_how_it_is_met(portal: str, lang: str) -> None:
    if real_policy().portals[portal].regulation_on(TODAY) is None:
        pytest.skip("the portal follows no regulation any more")
    for one in clauses(book(portal, lang)).values():
        assert one.says.text
        assert one.says.lang in (lang, "en")
        assert one.cite.lang == "vi"
        assert one.state_text
        assert (one.state == "elsewhere") == (not one.ways), one.id
        assert not any("{" in way.text or "_" in way.text for way in one.ways), one


@pytest.mark.parametrize("portal", PORTALS)
def test_anchors_lead_to_one_place_each(portal: str) -> None:
    if real_policy().portals[portal].regulation_on(TODAY) is None:
        pytest.skip("the portal follows no regulation any more")
    page = book(portal)
    anchors = [one.anchor for part in (page.articles, clauses(page).values(), page.readings, page.laws) for one in part]
    assert len(anchors) == len(set(anchors))
    assert all(anchor.isascii() and " " not in anchor for anchor in anchors)
    led = {link.url for one in clauses(page).values() for link in one.links}
    assert led
    assert led <= {f"#{anchor}" for anchor in anchors}


def test_states_say_who_does_it() -> None:
    found = clauses(book("qn"))
    assert found["QN-14.4#1"].state == "program"
    assert found["QN-8.1d"].state == "help"
    assert found["QN-21.2#1"].state == "people"
    assert found["QN-16.1/-1"].state == "elsewhere"
    waiting = next(
        c for c in real_policy().clauses("QN") if any(MEANS.planned_in(r) for r in real_policy().resolved(c))
    )
    assert found[waiting.id].state in ("planned", "elsewhere")


def test_what_the_program_cannot_do_yet_is_marked() -> None:
    policy = real_policy()
    for one in clauses(book("qn")).values():
        clause = policy.clause(one.id)
        planned = {bool(MEANS.planned_in(rule)) for rule in policy.resolved(clause)} if clause else set()
        if one.ways:
            assert {way.planned for way in one.ways} <= planned


def test_local_figures_are_the_portals_own() -> None:
    (note,) = clauses(book("dl"))["DL-8.1e"].notes
    assert note.startswith("Con số do đơn vị đặt, Quy chế không nêu: ít nhất 30 ngày làm việc một lần.")
    assert "Trưởng Ban Biên tập quyết định tại 05/QĐ-BBT" in note
    (note,) = clauses(book("qn", "en"))["QN-20.1h"].notes
    assert "A figure of the portal's own" in note
    assert "within 10 working days; at least once in 3 months" in note
    assert "05/QĐ-BBT" in note
    assert "1 July 2017" in note


def test_a_figure_that_nobody_set_is_said_to_be_missing() -> None:
    (line,) = [one for one in real_policies()["policies/portals/dl.yml"].decode().splitlines() if "DL-8.1e" in one]
    policy = edited("policies/portals/dl.yml", f"{line}\n", "")
    assert clauses(book("dl", policy=policy))["DL-8.1e"].notes == ("Quy chế không nêu con số và đơn vị chưa đặt.",)


def test_a_figure_counts_in_its_time() -> None:
    assert "unset" not in clauses(book("qn", today=date(2017, 6, 20)))["QN-20.1h"].notes
    assert clauses(book("qn", today=date(2017, 6, 20)))["QN-20.1h"].notes == (
        "Quy chế không nêu con số và đơn vị chưa đặt.",
    )


@pytest.mark.parametrize(
    ("which", "value", "words"),
    [
        ("within", {"working_days": 0}, "ngay trong ngày"),
        ("within", {"working_days": 1}, "trong 1 ngày làm việc"),
        ("within", {"hours": 24}, "trong 24 giờ"),
        ("every", {"months": 6}, "ít nhất 6 tháng một lần"),
        ("every", ("quarter",), "mỗi quý"),
        ("every", ("month", "year"), "mỗi tháng, mỗi năm"),
        ("value", "strict_head", "strict_head"),
    ],
)
def test_figures_in_words(which: str, value: object, words: str) -> None:
    assert figure(index("dl"), "vi", which, value) == words


def test_what_the_portal_has_none_of() -> None:
    notes = clauses(book("qn-camson"))["QN-18.7"].notes
    assert notes == ("Cổng đã xác nhận không có nội dung này: chuyên mục Dự án, từ 01/7/2017.",)


def test_articles_for_others_say_for_whom() -> None:
    articles = {one.short: one for one in book("qn-camson").articles}
    assert articles["Điều 14"].whom.startswith("Dành cho: ")
    assert articles["Điều 18"].whom == ""
    assert {one.state for one in articles["Điều 14"].clauses} == {"elsewhere"}


def test_contradictions_and_how_they_are_read() -> None:
    page = book("qn")
    assert {one.code for one in page.readings} >= {"C-QN1", "C-QN2", "C-ALL1"}
    (link,) = clauses(page)["QN-20.1c"].links[:1]
    assert link.url in {f"#{one.anchor}" for one in page.readings}
    assert all(one.defect.text and one.chosen.text for one in page.readings)


def test_laws_say_what_stands_in_their_place_and_how_it_is_known() -> None:
    laws = {one.printed.text: one for one in book("qn").laws}
    old = laws["Nghị định số 43/2011/NĐ-CP ngày 13/6/2011"]
    assert old.ended == "hết hiệu lực từ sau ngày 14/8/2022"
    assert [now.split(",")[0] for now in old.today] == ["224/2026/NĐ-CP"]
    assert "chưa đối chiếu với bản gốc" in old.today[0]
    own = laws["Quyết định số 3528/QĐ-UBND ngày 04/11/2008"]
    assert own.today[0].startswith("2187/2017/QĐ-UBND")
    assert "chưa đối chiếu" not in own.today[0]
    assert laws["Luật Thống kê"].today == ()
    before = {one.printed.text: one for one in book("qn", today=date(2022, 9, 1)).laws}
    assert [now.split(",")[0] for now in before["Nghị định số 43/2011/NĐ-CP ngày 13/6/2011"].today] == ["42/2022/NĐ-CP"]


def test_a_regulation_without_a_number_is_shown_by_its_title() -> None:
    about = {fact.key: fact.value for fact in book("hd").about}
    assert about["number"] == "bản văn không ghi số"
    assert "Đảng bộ tỉnh Hải Dương" in about["title"]


def test_a_portal_that_follows_nothing_has_no_page() -> None:
    (kind,) = [kind for kind in PAGES if kind.name == "book"]
    assert list(kind.keys(index("qn", today=date(2017, 6, 16)))) == []
    assert list(kind.keys(index("qn"))) == [("vi",)]


def test_a_changed_clause_changes_only_its_own_words() -> None:
    before = book("dl")
    (line,) = [
        one
        for one in real_policies()["policies/regulations/dl/clauses.yml"].decode().splitlines()
        if "Nội dung cung cấp phải chính xác" in one
    ]
    after = book("dl", policy=edited("policies/regulations/dl/clauses.yml", line, '          vi: "Viết lại."'))
    assert after != before
    changed = [one.id for one in clauses(after).values() if one != clauses(before)[one.id]]
    assert changed == ["DL-7#1"]
    assert replace(after, articles=()) == replace(before, articles=())


@pytest.mark.parametrize("lang", SITE_LANGUAGES)
def test_every_kind_and_feature_has_words(lang: str) -> None:
    words = words_of(lang, "pages")
    features = {
        *FEATURES_MET,
        *(name.removeprefix("feature:") for name in MEANS.planned if name.startswith("feature:")),
    }
    assert [name for name in sorted(features) if f"book.feature.{name}" not in words] == []
    assert [kind for kind in KINDS if f"book.check.{kind}" not in words] == []
