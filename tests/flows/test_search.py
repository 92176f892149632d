"""A citizen searches: in a real browser, from any page, with any words; the command finds the same in the same order."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from congbo.__main__ import main
from congbo.search import search
from support.obligations import breaks, keeps
from support.presses import followed
from support.trees import ROOT

pytestmark = pytest.mark.browser

PORTAL = "qn/internet"
QUERIES = (
    "khai sinh", "dang ky khai sinh", "Uỷ ban nhân dân", "ủy ban", "đường", "duong", "Quảng Ninh", "quang ninh", "đất đai",
    "cải cách hành chính", "2017", "QĐ-UBND", "quyết định", "hồ sơ", "học sinh", "du lịch Hạ Long", "môi trường biển",
    "giấy phép xây dựng", "bảo hiểm y tế", "chủ tịch", "giám đốc sở", "doanh nghiệp", "đầu tư", "dự án", "thuế", "nước sạch",
    "an toàn thực phẩm", "trẻ em", "người có công", "việc làm", "lao động", "số điện thoại", "20%", "quý III", "a", "và",
    "kế hoạch phát triển kinh tế xã hội", "làm sao để xin giấy phép qwertz", "không có gì như thế này", "60/2017",
)  # fmt: skip
HOSTILE = (
    "<img src=x onerror=alert(1)>", "\"><script>window.ran=1</script>", "javascript:alert(1)", "đường " * 2_000,
    "👨‍👩‍👧🇻🇳", "__proto__", "constructor", "%", "{query}{total}$&", "*", "+title:a", "a" * 10_000, "\u202eabc\u202c",
)  # fmt: skip


@pytest.fixture(scope="module")
def page(browser: Browser, serve: str) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 360, "height": 800})
    opened = context.new_page()
    opened.goto(f"{serve}/{PORTAL}/tim-kiem/")
    yield opened
    context.close()


def results(page: Page, query: str) -> dict[str, Any]:
    """Ask the browser, by the one function that it has for it."""
    words = "q => congboSearch(q).then(f => ({total: f.total, results: f.results.map(r => [r.id, r.url, r.title, r.score])}))"
    return page.evaluate(words, query)


# ---- one search


@pytest.mark.parametrize(
    "case", json.loads((ROOT / "tests/data/search_words.json").read_text("utf-8")), ids=lambda c: c["text"][:9]
)
def test_the_browser_takes_the_same_words_out_of_a_text(page: Page, case: dict[str, Any]) -> None:
    found = page.evaluate(
        "t => congboSearch.words(t.normalize('NFC')).map(w => [w.exact, congboSearch.folded(w.exact), w.joined])",
        case["text"],
    )
    assert [one[0] for one in found] == case["exact"]
    assert [one[1] for one in found] == case["folded"]
    assert [number for number, one in enumerate(found) if one[2]] == case["joined"]


def test_browser_and_command_find_the_same_in_the_same_order(page: Page, site: Path) -> None:
    assert len(QUERIES) == 40
    some = 0
    for query in (*QUERIES, *HOSTILE):
        here = search(site / PORTAL, query)
        there = results(page, query)
        assert there["results"] == [[one.id, one.url, one.title, one.score] for one in here.results], query
        assert there["total"] == here.total
        some += here.total > 0
    assert some > 35


def test_the_command_answers(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["search", "khai sinh", "--site", str(site / PORTAL), "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["total"] == len(found["results"]) > 0
    assert list(found["results"][0]) == ["id", "url", "title", "score"]
    assert main(["search", "qwertz", "--site", str(site / PORTAL)]) == 0
    assert "Không có kết quả" in capsys.readouterr().out
    assert main(["--lang", "en", "search", "province", "--site", str(site / PORTAL), "--in", "en"]) == 0
    assert re.match(r"Found: \d+\.\n +\d+\.\d{3}  ", capsys.readouterr().out)
    assert main(["search", "a", "--site", str(site)]) == 2
    assert "congbo build" in capsys.readouterr().err


# ---- the page


@keeps("HD-2.2c", "QN-14.15/-1", "QN-15/-5", "QN-16.9/-1", "QN-17.13", "QN-18.12", "QN-19.7")
@pytest.mark.parametrize("lang", ["", "en/", "zh/"])
def test_from_any_page_one_comes_to_what_was_found(browser: Browser, serve: str, lang: str) -> None:
    word = {"": "dịch vụ", "en/": "province", "zh/": "服务"}[lang]
    page = browser.new_context(viewport={"width": 360, "height": 800}).new_page()
    page.goto(f"{serve}/{PORTAL}/{lang}")
    box = page.get_by_role("search").get_by_role("searchbox")
    assert (box.bounding_box() or {"height": 0})["height"] >= 44
    box.fill(word)
    box.press("Enter")
    expect(page.locator(".found h2").first).to_be_visible()
    assert page.url.startswith(f"{serve}/{PORTAL}/{lang}tim-kiem/?q=")
    assert page.get_by_role("searchbox").input_value() == word
    assert re.search(r"\d", page.get_by_role("status").inner_text())
    assert page.locator(".found mark").count()
    followed(page.locator(".found h2 a").first)
    page.wait_for_url(lambda url: "tim-kiem" not in url)
    assert page.locator("h1").inner_text()
    page.context.close()


def test_the_address_keeps_the_query_and_the_way_back(page: Page, serve: str) -> None:
    page.goto(f"{serve}/{PORTAL}/tim-kiem/?q=khai+sinh")
    expect(page.locator(".found h2").first).to_be_visible()
    box = page.get_by_role("searchbox")
    box.fill("qwertz")
    box.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("Không có kết quả")
    expect(page.get_by_text("dùng ít từ hơn")).to_be_visible()
    assert page.url.endswith("?q=qwertz")
    page.go_back()
    expect(page.get_by_role("status")).to_contain_text("khai sinh")
    assert box.input_value() == "khai sinh"


def test_more_than_a_screenful_comes_in_portions(page: Page, serve: str) -> None:
    page.goto(f"{serve}/{PORTAL}/tim-kiem/?q=a%20quảng%20ninh%20v%C3%A0")
    page.goto(f"{serve}/{PORTAL}/tim-kiem/?q=ninh")
    expect(page.locator(".found li")).to_have_count(20)
    page.get_by_role("button", name="Xem thêm kết quả").click()
    assert page.locator(".found li").count() > 20
    assert page.evaluate("document.activeElement === document.querySelectorAll('.found a')[20]")


def test_no_query_acts_and_none_takes_long(page: Page, serve: str) -> None:
    page.evaluate(
        "window.refused = []; addEventListener('securitypolicyviolation', e => refused.push(e.violatedDirective))"
    )
    for query in HOSTILE:
        page.get_by_role("searchbox").evaluate("(box, text) => { box.value = text; box.form.requestSubmit() }", query)
        expect(page.get_by_role("status")).not_to_contain_text("Đang tìm")
        shown = page.get_by_role("searchbox").input_value()
        assert len(shown) <= 200
        assert shown.strip() in page.get_by_role("status").inner_text().replace("\n", " ") or not shown
    assert page.evaluate("[window.ran, refused, document.querySelectorAll('.found img, .found script').length]") == [
        None,
        [],
        0,
    ]


@breaks("HD-2.2c", "QN-14.15/-1", "QN-15/-5", "QN-16.9/-1", "QN-17.13", "QN-18.12", "QN-19.7")
@pytest.mark.parametrize(
    ("lang", "word", "words"), [("vi", "ninh", "kết quả có thể thiếu"), ("en", "province", "missing")]
)
def test_what_comes_late_is_shown_when_it_comes_and_what_does_not_is_told(
    browser: Browser, serve: str, lang: str, word: str, words: str
) -> None:
    page = browser.new_context().new_page()
    held: list[Route] = []
    page.route(re.compile(rf"/tim-kiem/{lang}/2017-0[567]\.json"), lambda route: held.append(route))
    page.goto(f"{serve}/{PORTAL}/{'' if lang == 'vi' else f'{lang}/'}tim-kiem/?q={word}")
    expect(page.get_by_role("status")).to_contain_text("…")
    expect(page.locator(".found h2").first).to_be_visible()
    for route in held:
        route.abort()
    expect(page.get_by_role("status")).to_contain_text(words)
    assert page.locator(".found h2").count()
    page.context.close()


def test_without_scripts_the_page_says_so_and_leads_on(browser: Browser, serve: str) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(f"{serve}/{PORTAL}/tim-kiem/?q=khai+sinh")
    expect(page.get_by_text("đang tắt JavaScript")).to_be_visible()
    assert page.get_by_role("link", name="Sơ đồ Cổng").first.is_visible()
    assert page.locator("main .cols").get_by_role("link", name="Tin tức").count()
    assert not page.get_by_role("button", name="Xem thêm kết quả").is_visible()
    page.context.close()


def test_from_a_folder_on_disk_it_says_why_it_cannot(browser: Browser, site: Path) -> None:
    page = browser.new_context().new_page()
    page.goto((site / PORTAL / "tim-kiem/index.html").as_uri() + "?q=khai+sinh")
    expect(page.get_by_role("status")).to_contain_text("mở từ một thư mục")
    page.context.close()


@keeps("HD-2.2c", "QN-14.15/-1", "QN-15/-5", "QN-16.9/-1", "QN-17.13", "QN-18.12", "QN-19.7")
def test_all_that_any_portal_shows_can_be_found(
    site: Path, manifest: dict[str, dict[str, dict[str, str | None]]]
) -> None:
    """Every item of every edition in each of its languages, and nothing else (QN-14.15, HD-2.2c)."""
    shown: dict[str, set[str]] = {}
    for path, told in manifest["files"].items():
        if told["source"] and path.endswith("/index.html") and 'rel="canonical"' in (site / path).read_text("utf-8"):
            shown.setdefault("/".join(path.split("/")[:2]), set()).add(str(told["source"]))
    assert len(shown) == 13
    for edition, items in shown.items():
        parts = (site / edition / "tim-kiem").glob("*/*.json")
        assert {one["id"] for part in parts for one in json.loads(part.read_text("utf-8"))} == items
