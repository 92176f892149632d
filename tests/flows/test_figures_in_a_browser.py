"""Figures and registers in a real browser: a directory is filtered as one types, and nothing is wider than a telephone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from congbo.facts.corpus import load_corpus
from congbo.site.index import Index
from congbo.site.item_facts import item_facts
from congbo.site.render import Theme
from congbo.site.section_facts import section_facts
from congbo.site.week_facts import week_facts
from support.items import TODAY
from support.trees import ROOT, ValueTree, real_policy

pytestmark = pytest.mark.browser

HEAD = """---
id: qn-2017-9{number:03}
type: {type}
title: {title}
summary: Tóm tắt.
imported:
  published: 2017-08-01T09:00:00+07:00
  source: Hệ thống cũ
{more}
---
Nội dung.
"""
TITLES = ("Đồng Văn Đạt", "Trần Thị Ánh", "Lê Hữu Đức", "Hoàng Ân", "Vũ Yên", "Bùi Uyên", "Đỗ Lộc", "Cao Ý")


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 320, "height": 800})
    yield context.new_page()
    context.close()


def edition(files: dict[str, str]) -> Index:
    tree = ValueTree({f"content/qn/{path}": text.encode() for path, text in files.items()})
    found = load_corpus(tree, real_policy(), TODAY)
    return Index(found, found.policy.portals["qn"], "internet")


def opened(page: Page, folder: Path, template: str, facts: object) -> None:
    theme = Theme(ROOT / "theme")
    files = {"a/b/c/index.html": theme.render(template, facts), **theme.static()}  # type: ignore[arg-type]
    for path, data in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data.replace(b'"../theme', b'"../../../theme'))
    page.goto((folder / "a/b/c/index.html").as_uri())


def test_a_directory_is_filtered_whatever_the_accents(page: Page, tmp_path: Path) -> None:
    units = ("qn-so-tnmt", "qn-so-khcn")
    files = {
        f"lanh-dao/2017/muc-{n}.md": HEAD.format(number=n, type="danh_ba", title=title, more=f"don_vi: {units[n % 2]}")
        for n, title in enumerate(TITLES)
    }
    opened(page, tmp_path, "section.html", section_facts(edition(files), "lanh-dao", "vi"))
    box, rows = page.get_by_role("searchbox", name="Lọc danh bạ"), page.locator("[data-sought]:visible")
    assert rows.count() == len(TITLES)
    box.fill("do loc")
    assert rows.all_inner_texts()[0].startswith("Đỗ Lộc")
    assert (rows.count(), page.locator("section.part:visible").count()) == (1, 1)
    assert page.get_by_role("status").inner_text() == "1 kết quả"
    box.fill("không có ai")
    assert rows.count() == 0
    box.fill("")
    assert rows.count() == len(TITLES)


def test_a_week_is_filtered_by_leader_and_says_how_much_there_is(page: Page, tmp_path: Path) -> None:
    who = ("Chủ tịch", "Chủ tịch; Phó Chủ tịch", "Phó Chủ tịch")
    files = {
        f"lich-lanh-dao/2017/viec-{n}.md": HEAD.format(
            number=n, type="lich", title=f"Việc {n}", more=f'ngay: 2017-07-0{n + 3}\ngio: "08:00"\nlanh_dao: {name}'
        )
        for n, name in enumerate(who)
    }
    opened(page, tmp_path, "week.html", week_facts(edition(files), "lich-lanh-dao", "vi", "2017-W27"))
    box, lines = page.get_by_label("Chỉ xem lịch của"), page.locator(".agenda > li:visible")
    assert (lines.count(), page.locator("section.day:visible").count()) == (3, 3)
    box.select_option("Phó Chủ tịch")
    assert [text.split("\n")[1] for text in lines.all_inner_texts()] == ["Việc 1", "Việc 2"]
    assert page.locator("section.day:visible").count() == 2
    assert page.get_by_role("status").inner_text() == "2 việc"
    box.select_option("Mọi lãnh đạo")
    assert lines.count() == 3


def width(page: Page) -> int:
    return int(page.evaluate("document.documentElement.scrollWidth"))


def _scrolled(page: Page) -> bool:
    """Wait a little; to wait for an expression would be to evaluate a text, which the page's policy forbids."""
    page.wait_for_timeout(20)
    return bool(page.evaluate("document.querySelector('.wide').scrollLeft > 0"))


def test_three_hundred_columns_scroll_by_themselves(page: Page, tmp_path: Path) -> None:
    table = ",".join(f"Cột {n}" for n in range(300)) + "\n" + "\n".join(",".join(["1224.5"] * 300) for _ in range(9))
    item = HEAD.format(number=1, type="thong_ke", title="Số liệu", more="so_lieu: a.csv")
    index = edition({"thong-ke/2017/a.md": item, "thong-ke/2017/a/a.csv": table})
    opened(page, tmp_path, "item.html", item_facts(index, index.items[0]))
    assert width(page) == 320
    region = page.get_by_role("region", name="Số liệu", exact=True)
    region.focus()
    page.keyboard.press("ArrowRight")
    assert any(_scrolled(page) for _ in range(100))


def test_twelve_levels_fit_a_telephone(page: Page, tmp_path: Path) -> None:
    bodies = "\n".join(f'  - "{"  " * level}Bộ phận cấp {level}"' for level in range(12))
    item = HEAD.format(number=1, type="so_do", title="Sơ đồ", more=f"cac_bo_phan:\n{bodies}")
    index = edition({"to-chuc-bo-may/2017/a.md": item})
    opened(page, tmp_path, "item.html", item_facts(index, index.items[0]))
    assert width(page) == 320
    last = page.locator(".unit").last.bounding_box()
    assert last
    assert last["width"] >= 80
    assert last["x"] + last["width"] <= 320
