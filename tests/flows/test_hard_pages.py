"""What is meant well and hard to show is refused in a clear sentence, or fits a telephone and stays in its place."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from congbo.checks.body import convertible
from congbo.checks.body_structure import structure
from congbo.facts import addresses
from congbo.item import read_item
from congbo.item.address import parse_address
from congbo.item.front_matter import MAX_ITEM
from congbo.item.read import MAX_TITLE
from congbo.locale import sentence
from congbo.site.markdown import to_html
from support import hostile_site as hostile
from support.bad.bodies import body
from support.hard import HARD
from support.shared import once
from support.trees import real_policy

WRITTEN = {one.vector: one for one in hostile.hard()}
WIDTH = 320
SECONDS = 10  # of processor time, for the longest article that is accepted
# The blocks of a text, each with what stands right after it: pairs that lie over each other.
OVERLAPS = """[...document.querySelectorAll('main *')].filter(one => {
  const next = one.nextElementSibling, block = display => ['block', 'list-item', 'table'].includes(display);
  if (!next || !block(getComputedStyle(one).display) || !block(getComputedStyle(next).display)) return false;
  const [above, below] = [one.getBoundingClientRect(), next.getBoundingClientRect()];
  return above.height && below.height && below.top < above.bottom - 1 && below.left < above.right - 1 &&
    above.left < below.right - 1 && getComputedStyle(next).position === 'static';
}).map(one => one.outerHTML.slice(0, 80))"""


@pytest.fixture(scope="module")
def telephone(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": WIDTH, "height": 800})
    yield context.new_page()
    context.close()


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with hostile.served(once(tmp_path_factory, "hostile", hostile.build)) as address:
        yield address


def refusals(data: bytes) -> list[str]:
    """Return what is said of a file that is not accepted, in Vietnamese, with what to do."""
    found = read_item(data, "content/dl/tin-tuc-su-kien/2019/a.md", real_policy()).faults
    return [f"{sentence(fault.message, 'vi')} {sentence(fault.fix, 'vi')}" for fault in found]


def test_a_title_of_two_thousand_letters_is_refused_and_told_the_limit() -> None:
    (said,) = refusals(body("a").replace(b"title: ", f"title: {'Quyết định ' * 200}".encode(), 1))
    assert str(MAX_TITLE) in said


def test_an_article_of_five_megabytes_is_refused_and_told_the_limit() -> None:
    (said,) = refusals(body("Nội dung dài. " * 300_000))
    assert str(MAX_ITEM) in said.replace(".", "")


def test_the_longest_article_is_judged_and_converted_in_ten_seconds() -> None:
    paragraph = "Ủy ban nhân dân phường thông báo lịch tiếp công dân hằng tuần. " * 10 + "Xem **lịch**."
    text = "\n\n".join(f"## Mục {n}\n\n{paragraph}" for n in range(950))
    whole = body(text)
    assert MAX_ITEM * 0.8 < len(whole) < MAX_ITEM
    start = time.process_time()
    assert refusals(whole) == []
    assert convertible(text)
    assert list(structure(text)) == []
    assert to_html(text).count("<h2") == 950
    assert time.process_time() - start < SECONDS


@pytest.mark.browser
@pytest.mark.parametrize("name", HARD)
def test_a_page_fits_a_telephone_and_its_parts_stand_one_below_the_other(
    telephone: Page, served: str, name: str
) -> None:
    address = parse_address(WRITTEN[name].path)
    assert address
    telephone.goto(f"{served}/{addresses.page(address)}")
    assert telephone.evaluate("getComputedStyle(document.body).fontFamily").startswith('"Noto Sans VN"')
    assert telephone.evaluate(OVERLAPS) == []
    assert telephone.evaluate("document.documentElement.scrollWidth") <= WIDTH


@pytest.mark.browser
def test_parts_that_lie_over_each_other_are_seen_by_this_test(telephone: Page) -> None:
    telephone.goto("about:blank")
    telephone.set_content("<main><p>a</p><p style='margin-top:-30px'>b</p></main>")
    assert telephone.evaluate(OVERLAPS) == ["<p>a</p>"]
