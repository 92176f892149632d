"""What the regulations ask of the pages themselves, on the built portals. Each test names the clauses that it shows."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from congbo.site.markdown import to_html
from support.effort import bounded

ATOM = "{http://www.w3.org/2005/Atom}"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
PORTALS = ("hd/wan", "hd/internet", "dl/internet", "tq/internet", "ht/internet", "qn/internet", "qn-camson/internet")


def text(file: Path) -> str:
    return file.read_text("utf-8")


def pages(site: Path, portal: str) -> list[Path]:
    return sorted((site / portal).rglob("index.html"))


def indexed(site: Path, portal: str) -> list[Path]:
    """The pages that search engines may keep: not what stands where an item was, nor its earlier forms."""
    return [page for page in pages(site, portal) if '<meta name="robots" content="noindex' not in text(page)]


def main_of(page: str) -> str:
    return page[page.index("<main") : page.index("</main>")]


def test_author_and_source_are_shown(site: Path) -> None:
    """HD-7.3, DL-7#2, QN-3.3: what is posted names its author and its source (source_line, attribution)."""
    for portal, page in (
        ("hd/internet", "lanh-dao-chi-dao/2018"),
        ("dl/internet", "tin-tuc-su-kien/2019"),
        ("qn/internet", "tin-tuc/2017"),
    ):
        items = sorted((site / portal / page).rglob("index.html"))
        assert items
        for item in items:
            matter = main_of(text(item))
            assert "Tác giả" in matter, item
            assert "Nguồn" in matter, item


def test_a_quotation_links_to_its_source(site: Path) -> None:
    """HD-8.2, HD-7.3: a quoted item leads to where it was first posted."""
    for item in sorted((site / "hd/internet/chu-truong-chinh-sach/2018").rglob("index.html")):
        assert re.search(r'<a[^>]+href="https://[^"]+\.example', main_of(text(item))), item


@pytest.mark.parametrize("portal", PORTALS)
def test_the_footer_says_whose_portal_it_is(site: Path, portal: str) -> None:
    """QN-2#3 and the house design: owner, head of the board, who answers, licence, address, under which regulation."""
    for page in pages(site, portal)[:40]:
        footer = text(page)[text(page).index("<footer") :]
        for word in ("Cơ quan chủ quản", "Trưởng Ban biên tập", "Giấy phép", "Quy chế"):
            assert word in footer or 'lang="vi"' not in text(page), (page, word)


@pytest.mark.parametrize("portal", PORTALS)
def test_every_page_names_its_canonical_address(site: Path, portal: str) -> None:
    """QN-2#1, C-QN14: two domains, one canonical; HD-1.1: each edition its own host."""
    hosts = set()
    for page in indexed(site, portal):
        found = re.search(r'<link rel="canonical" href="https://([^/"]+)/([^"]*)"', text(page))
        assert found, page
        hosts.add(found[1])
        assert page == site / portal / found[2] / "index.html"
    assert len(hosts) == 1


def test_quang_ninh_speaks_three_languages(site: Path) -> None:
    """QN-2#2, QN-15: a language switch on every page; translations lead to each other."""
    home = text(site / "qn/internet/index.html")
    for lang in ("en", "zh"):
        assert f'hreflang="{lang}"' in home
        assert f'<html lang="{lang}"' in text(site / f"qn/internet/{lang}/index.html")
    leaders = sorted((site / "qn/internet/en/lanh-dao").rglob("2017/*/index.html"))
    assert leaders
    for page in leaders:
        assert 'hreflang="vi"' in text(page)
        assert 'hreflang="zh"' in text(page)


def test_the_main_portal_leads_to_its_components_and_they_lead_back(site: Path) -> None:
    """TQ-2.4a, TQ-5.4, QN-4: component portals are linked from the main portal (component_overview)."""
    home = text(site / "qn/internet/index.html")
    for host in ("sdl", "campha", "camson.campha", "ipa", "dulich"):
        assert f"https://{host}.quangninh.gov.vn/" in home
        assert "Cẩm Phả" in home
    assert "https://sonduong.tuyenquang.gov.vn/" in text(site / "tq/internet/index.html")
    assert "https://www.quangninh.gov.vn/" in text(site / "qn-campha/internet/index.html")


def test_a_component_offers_its_services(site: Path) -> None:
    """TQ-8.1c: the component pages carry the services of their bodies (component_services)."""
    for portal in ("tq-sonduong", "tq-sotttt"):
        services = sorted((site / portal / "internet/dich-vu-cong").rglob("2011/*/index.html"))
        assert len(services) >= 1
        assert "Thủ tục" in main_of(text(services[0]))


@pytest.mark.parametrize("portal", PORTALS)
def test_feeds_are_atom_and_newest_first(site: Path, portal: str) -> None:
    """HD-2.2c: news can be followed (feed)."""
    feeds = sorted((site / portal).rglob("atom.xml"))
    assert feeds
    for file in feeds:
        feed = ET.fromstring(file.read_bytes())  # noqa: S314 -- our own file
        assert feed.tag == f"{ATOM}feed"
        assert feed.find(f"{ATOM}id").text
        entries = feed.findall(f"{ATOM}entry")
        times = [entry.find(f"{ATOM}published").text for entry in entries]
        assert times == sorted(times, reverse=True)
        assert len(entries) <= 20
        ids = [entry.find(f"{ATOM}id").text for entry in entries]
        assert len(ids) == len(set(ids))


@pytest.mark.parametrize("portal", PORTALS)
def test_the_sitemap_names_every_item_page(site: Path, portal: str) -> None:
    folder = site / portal
    index = ET.fromstring((folder / "sitemap.xml").read_bytes())  # noqa: S314
    host = re.search(r"https://[^/]+/", text(folder / "robots.txt"))[0]
    named = set()
    for part in index.iter(f"{MAP}loc"):
        tree = ET.fromstring((folder / part.text.removeprefix(host)).read_bytes())  # noqa: S314
        named |= {loc.text.removeprefix(host) for loc in tree.iter(f"{MAP}loc")}
    urls = {f"{page.parent.relative_to(folder).as_posix()}/" for page in indexed(site, portal)}
    items = {url for url in urls if re.fullmatch(r"(?:en/|zh/)?[a-z0-9-]+/\d{4}/[^/]+/", url)}
    assert items
    assert items <= named
    for url in named:
        assert (folder / url / "index.html").is_file()


def test_of_two_hosts_every_file_names_the_first_alone(site: Path) -> None:
    """QN-2#1: the portal has two names, and each page one address: of pages, feeds, the sitemap and data (canonical_host)."""
    folder = site / "qn/internet"
    assert "www.halong.gov.vn" in text(folder / "quy-che/index.html")
    readable = (".html", ".xml", ".json", ".csv", ".txt", ".ics")
    files = [file for file in folder.rglob("*") if file.suffix in readable]
    assert [file for file in files if "//www.halong.gov.vn" in text(file)] == []
    for file in files:
        if file.suffix == ".html" and 'rel="canonical"' in text(file):
            assert '<link rel="canonical" href="https://www.quangninh.gov.vn/' in text(file), file


@pytest.mark.parametrize("portal", PORTALS)
def test_the_site_map_for_people_names_every_section(site: Path, portal: str) -> None:
    """QN-14.17: a map of the portal (site_map)."""
    page = text(site / portal / "so-do-cong/index.html")
    sections = {p.name for p in (site / portal).iterdir() if (p / "atom.xml").is_file() and p.name not in ("en", "zh")}
    assert sections
    for section in sections:
        assert f"{section}/" in page


def test_a_question_shows_where_it_stands(site: Path) -> None:
    """HD-2.2e, HT-2.1#3, QN-14.16: tracking code and state are on the page (question_status)."""
    for portal, section, words in (
        ("qn/internet", "hoi-dap", ("QN-HD-", "Đã trả lời", "Ngày tiếp nhận")),
        ("hd/internet", "phan-anh-kien-nghi", ("PA-2018-", "Ngày tiếp nhận")),
    ):
        front = text(site / portal / section / "index.html")
        assert words[0] in front
        page = main_of(text(min((site / portal / section).rglob("20*/*/index.html"))))
        assert all(word in page for word in words if word != "Đã trả lời")
        assert "Đã trả lời" in front or "Đã xử lý" in front


def test_reading_needs_no_account_and_no_script(site: Path) -> None:
    """QN-7: anybody may read (open_reading): no form but to find something, no script in the page, no other host."""
    for page in site.rglob("*.html"):
        matter = text(page)
        matter = re.sub(r'<script type="application/ld\+json">[^<]*</script>', "", matter)  # data, which nobody runs
        assert not re.sub(r'<script defer src="(?:\.\./)*theme/js/[a-z-]+\.js"></script>', "", matter).count(
            "<script"
        ), page
        forms = re.findall(r"<form[^>]*>", matter)
        assert not [one for one in forms if " method=" in one or not (' role="search"' in one or " hidden" in one)], (
            page
        )
        assert " style=" not in matter, page
        loaded = re.findall(r'<(?:img|link rel="(?:stylesheet|preload|icon)")[^>]*?(?:src|href)="([^"]+)"', matter)
        assert not [one for one in loaded if "//" in one], page


def test_document_states_are_said_in_words(site: Path) -> None:
    """QN-20.1d/-4: in force, or the day of expiry; 3528/QĐ-UBND was replaced on 17/6/2017."""
    old = next((site / "qn/internet/van-ban-phap-quy").rglob("*3528*/index.html"))
    matter = main_of(text(old))
    assert "Hết hiệu lực" in matter
    assert "17/6/2017" in matter
    assert "2187/2017/QĐ-UBND" in matter


@pytest.mark.parametrize(
    "source",
    [
        "<script>alert(1)</script>",
        '<img src=x onerror="alert(1)">',
        "[bấm](javascript:alert(1))",
        "[bấm](JaVa&#x0A;script:alert(1))",
        '<a href="data:text/html,<script>alert(1)</script>">x</a>',
        "<svg onload=alert(1)></svg>",
        '<p style="position:fixed">x</p>',
        "<iframe src=//x.example></iframe>",
        "<base href=//x.example>",
        '<meta http-equiv=refresh content="0;url=//x.example">',
        "<form action=//x.example><input></form>",
        "</main></body><script>alert(1)</script>",
    ],
)
def test_no_author_can_put_a_script_on_a_page(source: str) -> None:
    clean = to_html(source)
    assert not re.search(
        r"<(script|iframe|svg|form|base|meta|object)|\son\w+=|javascript:|data:|style=", clean, re.IGNORECASE
    )


def test_headings_of_a_body_never_rival_the_title() -> None:
    assert "<h1" not in to_html("# Một\n\n## Hai")


def test_ten_thousand_brackets_do_not_stop_the_build() -> None:
    with bounded():
        to_html("[" * 20_000)
