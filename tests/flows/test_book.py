"""The page "Quy chế và việc thực hiện" on the built portals."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

PORTALS = ("hd/wan", "hd/internet", "dl/internet", "tq/internet", "ht/internet", "qn/internet", "qn-camson/internet")
PAGES = [f"{portal}/quy-che" for portal in PORTALS] + ["qn/internet/en/quy-che", "qn/internet/zh/quy-che"]


def text(file: Path) -> str:
    return file.read_text("utf-8")


@pytest.mark.parametrize("page", PAGES)
def test_the_page_is_linked_from_every_foot_and_from_both_maps(site: Path, page: str) -> None:
    edition = "/".join(page.split("/")[:2])
    folder = site / page.removesuffix("/quy-che")
    assert (site / page / "index.html").is_file()
    for other in sorted(folder.glob("*/index.html"))[:20]:
        foot = text(other)[text(other).index("<footer") :]
        assert re.search(r'href="[./]*(?:en/|zh/)?quy-che/"|href="\./"', foot), other
    assert "quy-che/" in text(folder / "so-do-cong/index.html")
    assert page.removeprefix(f"{edition}/") in text(site / edition / "sitemap/chuyen-muc.xml")


@pytest.mark.parametrize("page", PAGES)
def test_every_link_within_the_page_leads_somewhere_on_it(site: Path, page: str) -> None:
    matter = text(site / page / "index.html")
    ids = re.findall(r'\bid="([^"]+)"', matter)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', matter)) <= set(ids)


def test_a_citizen_reads_the_article_the_way_and_the_state(site: Path) -> None:
    matter = text(site / "dl/internet/quy-che/index.html")
    start = matter.index('id="dl-8.1e"')
    clause = matter[start : matter.index("</li>\n<li id=", start)]
    for words in ("điểm e khoản 1 Điều 8", "Con số do đơn vị đặt", "Cách hiểu chỗ chưa rõ: C-ALL1", "Mã DL-8.1e"):
        assert words in clause


def test_passages_in_another_language_say_so(site: Path) -> None:
    matter = text(site / "qn/internet/en/quy-che/index.html")
    assert '<h3><span lang="vi">khoản 1 Điều 3 Quy chế</span></h3>' in matter
    assert 'hreflang="zh"' in matter
    chinese = text(site / "qn/internet/zh/quy-che/index.html")
    assert '<p class="what"><span lang="en">' in chinese


@pytest.mark.parametrize("network", ["wan", "internet"])
def test_both_networks_say_the_same(site: Path, network: str) -> None:
    matter = text(site / f"hd/{network}/quy-che/index.html")
    assert matter.count('<li id="hd-') == 62
