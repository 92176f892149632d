"""Which files the links of a page lead to."""

from __future__ import annotations

import pytest

from congbo.deploy.links import Links, targets

LED = (
    ("index.html", "tin/", "tin/index.html"),
    ("index.html", "./", "index.html"),
    ("index.html", "a.pdf", "a.pdf"),
    ("index.html", "../x/", "../x/index.html"),
    ("a/b/index.html", "../../", "index.html"),
    ("a/b/index.html", "../..", "index.html"),
    ("a/b/index.html", "..", "a"),
    ("a/b/index.html", "../", "a/index.html"),
    ("a/b/index.html", "../c/./d/../e.pdf", "a/c/e.pdf"),
    ("a/b/index.html", "../../../x", "../x"),
    ("a/b/index.html", "../../..", ".."),
    ("a/b/index.html", "c%20d.pdf?x=1#y", "a/b/c d.pdf"),
    ("a/b/index.html", "c&amp;d.pdf", "a/b/c&d.pdf"),
    ("a/b/index.html", "/tin/", "tin/index.html"),
    ("a/b/index.html", "/", "index.html"),
    ("a/b/index.html", "http://[abc", "http://[abc"),
)


@pytest.mark.parametrize(("page", "link", "file"), LED)
def test_a_link_inside(page: str, link: str, file: str) -> None:
    assert targets(page, f'<a href="{link}">'.encode()) == {file}
    assert targets(page, f'<img alt="" src="{link}"><form action="{link}">'.encode()) == {file}


@pytest.mark.parametrize(
    "link", ["", "#muc", "?q=1", "https://a.example/", "//a.example/x", "mailto:a@b.example", "tel:1"]
)
def test_a_link_elsewhere_or_within_the_page(link: str) -> None:
    assert targets("a/index.html", f'<a href="{link}">'.encode()) == set()


def test_pictures_of_several_sizes() -> None:
    data = b'<img src="a.png" srcset="b.png 1x, ../c.png 2x,">'
    assert targets("x/index.html", data) == {"x/a.png", "x/b.png", "c.png"}


@pytest.mark.parametrize("written", ['src="a.png"', ' href="../hoà/"', 'srcset="a.png 1x, b.png 2x"'])
def test_what_somebody_wrote_about_links_is_none(written: str) -> None:
    page = f'<p lang="vi">Ghi {written} vào thẻ</p><pre><code>&lt;img {written}&gt;</code></pre>'
    assert targets("a/index.html", page.encode()) == set()
    assert targets("a/index.html", f"{page}<img {written}>".encode())


def test_what_only_looks_like_a_link() -> None:
    assert targets("index.html", b'<p data-href="a/" x-action="b/"><use xlink:href="c/"/>') == set()
    assert targets("index.html", b'<p data-href="a/"\n\thref="a/">') == {"a/index.html"}
    assert targets("index.html", b'<p data-href="a/">xhref="b/" title="c/"') == set()


def test_a_link_that_many_pages_have_leads_from_each_where_it_leads_from_there() -> None:
    pages = ("a/x/index.html", "b/x/index.html", "b/index.html", "index.html")
    data = b'<a href="../../tin/"><a href="../y/"><a href="c/"><a href="https://a.example/"><a href="/z/">'
    links = Links()
    for page in pages:
        links.note(page, data)
        links.note(page, data)
    assert set(links.led) == {file for page in pages for file in targets(page, data)}
    assert links.led["tin/index.html"] == pages[0]
    assert links.led["b/x/c/index.html"] == pages[1]
