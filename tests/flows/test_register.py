"""A register of documents in a real browser (QN-14.4#2): by links without scripts; with them by number, facets and state."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from congbo.facts import addresses
from congbo.site.index import Index
from congbo.site.kinds_of.documents import KINDS
from congbo.site.render import Theme
from congbo.site.section_facts import section_facts
from support.cases_of_effect import CASES
from support.items import corpus
from support.presses import followed
from support.trees import ROOT

pytestmark = pytest.mark.browser

SECTION = "van-ban-phap-quy"
TEXT = """---
id: qn-2017-{number}
type: van_ban
title: {title}
summary: Tóm tắt.
imported:
  published: 2017-09-01T09:00:00+07:00
  source: Hệ thống cũ
so_ky_hieu: "{sign}"
ngay_ban_hanh: {issued}
co_quan_ban_hanh: {issuer}
hinh_thuc: {form}
linh_vuc: {field}
{more}---
Nội dung.
"""
PROVINCE, COUNCIL = "ubnd-tinh-quang-ninh", "hdnd-tinh-quang-ninh"
DOCUMENTS = (
    ("07/2011/QĐ-UBND", "Quy chế Cổng", "2011-06-03", PROVINCE, "quyet_dinh", "giao_thong", ""),
    ("07/QĐ-UBND", "Thu phí bến bãi", "2017-01-05", PROVINCE, "quyet_dinh", "giao_thong", ""),
    ("107/NQ-HĐND", "Mức thu học phí", "2017-07-07", COUNCIL, "nghi_quyet", "giao_duc", ""),
    (
        "12/2017/QĐ-UBND",
        "Quy chế mới",
        "2017-08-01",
        PROVINCE,
        "quyet_dinh",
        "giao_thong",
        "thay_the: [07/2011/QĐ-UBND]\n",
    ),
)


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A register of four documents, served; its front's address."""
    folder = tmp_path_factory.mktemp("van-ban")
    written(folder)
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/{SECTION}/"
    server.shutdown()


def written(folder: Path) -> None:
    names = ("sign", "title", "issued", "issuer", "form", "field", "more")
    texts = (TEXT.format(number=n, **dict(zip(names, one, strict=True))) for n, one in enumerate(DOCUMENTS))
    found = corpus({f"content/qn/{SECTION}/2017/van-ban-{n}.md": text for n, text in enumerate(texts)})
    index, theme = Index(found, found.policy.portals["qn"], "internet"), Theme(ROOT / "theme")
    files = {
        f"{SECTION}/index.html": theme.render("section.html", section_facts(index, SECTION, "vi")),
        **theme.static(),
    }
    for kind in KINDS:
        for key in kind.keys(index) if kind.keys else ():
            facts = kind.facts(index, *key)
            files[addresses.file_of(facts.url)] = theme.render(kind.template, facts)
    for path, data in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(reduced_motion="reduce")
    yield context.new_page()
    context.close()


def numbers(page: Page) -> list[str]:
    return page.locator("table.documents tbody th .num").all_inner_texts()


def ask(page: Page, said: str, **values: str) -> list[str]:
    """Fill in the form, wait for what is said, and return the numbers that the table shows."""
    for name, value in values.items():
        field = page.locator(f"#tra-cuu [name={name}]")
        field.select_option(value) if field.evaluate("one => one.tagName") == "SELECT" else field.fill(value)
    expect(page.get_by_role("status")).to_have_text(said)
    return numbers(page)


def test_without_scripts_facets_are_links_and_no_form_shows(browser: Browser, address: str) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(address)
    assert not page.locator("#tra-cuu").is_visible()
    assert numbers(page) == ["12/2017/QĐ-UBND", "107/NQ-HĐND", "07/QĐ-UBND", "07/2011/QĐ-UBND"]
    followed(page.get_by_role("link", name="Nghị quyết"))
    assert numbers(page) == ["107/NQ-HĐND"]
    assert page.locator("caption").inner_text() == "1 văn bản"


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("07/2011", ["07/2011/QĐ-UBND"]),
        ("7/2011/QD-UBND", ["07/2011/QĐ-UBND"]),
        ("07 ubnd", ["07/QĐ-UBND", "07/2011/QĐ-UBND"]),
        ("07/2017", ["07/QĐ-UBND"]),
        ("107 hdnd", ["107/NQ-HĐND"]),
        ("quy che", ["12/2017/QĐ-UBND", "07/2011/QĐ-UBND"]),
        ("học phí", ["107/NQ-HĐND"]),
    ],
)
def test_a_number_is_found_however_it_is_typed(page: Page, address: str, typed: str, found: list[str]) -> None:
    page.goto(address)
    assert ask(page, f"Tìm thấy {len(found)} văn bản.", tu=typed) == found


def test_facets_and_state_go_together_and_stay_in_the_address(page: Page, address: str) -> None:
    page.goto(address)
    assert ask(page, "Tìm thấy 2 văn bản.", form="quyet_dinh", state="con_hieu_luc") == [
        "12/2017/QĐ-UBND",
        "07/QĐ-UBND",
    ]
    assert ask(page, "Tìm thấy 1 văn bản.", year="2011", state="het_hieu_luc") == ["07/2011/QĐ-UBND"]
    assert page.locator("tbody .badge").inner_text() == "Hết hiệu lực"
    asked = page.url
    page.goto("about:blank")
    page.goto(asked)
    expect(page.get_by_role("status")).to_have_text("Tìm thấy 1 văn bản.")
    assert numbers(page) == ["07/2011/QĐ-UBND"]
    page.get_by_role("button", name="Bỏ lọc").click()
    expect(page.get_by_role("status")).to_have_text("")
    assert len(numbers(page)) == len(DOCUMENTS)
    assert "?" not in page.url


def test_the_state_is_that_of_the_day_that_is_asked_for(page: Page, address: str) -> None:
    page.goto(f"{address}hieu-luc/")
    assert ask(page, "Tìm thấy 1 văn bản.", tu="07/2011", day="2015-01-01") == ["07/2011/QĐ-UBND"]
    assert page.locator("tbody .badge").inner_text() == "Còn hiệu lực"
    ask(page, "Tìm thấy 1 văn bản.", day="2017-08-01")
    expect(page.locator("tbody .badge")).to_have_text("Hết hiệu lực")


def test_the_form_is_worked_with_keys_alone(page: Page, address: str) -> None:
    page.goto(address)
    page.locator("#tra-cuu [name=tu]").focus()
    page.keyboard.type("107")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_have_text("Tìm thấy 1 văn bản.")
    for _ in range(7):
        page.keyboard.press("Tab")
    page.keyboard.press("Shift+Tab")
    assert page.evaluate("document.activeElement.closest('#tra-cuu') !== null")
    page.set_viewport_size({"width": 320, "height": 700})
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_what_cannot_be_loaded_is_said(page: Page, address: str) -> None:
    page.route("**/du-lieu/*.json", lambda route: route.abort())
    page.goto(address)
    page.locator("#tra-cuu [name=tu]").fill("107")
    expect(page.get_by_role("status")).to_contain_text("Chưa tải được dữ liệu")
    assert len(numbers(page)) == len(DOCUMENTS)


def test_the_script_tells_the_states_that_python_tells(page: Page) -> None:
    script = (ROOT / "theme/static/js/register.js").read_text("utf-8")
    page.goto("about:blank")
    told = page.evaluate(
        f"cases => {{ const module = {{}}; {script}; return cases.map(one => module.exports.stateOn(one, one.day)) }}",
        CASES,
    )
    assert told == [case["state"] for case in CASES], json.dumps(told)
