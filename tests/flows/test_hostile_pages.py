"""Whatever is written into a body or a field, no file of the site acts: read by another parser, and opened in a browser."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from defusedxml import ElementTree
from playwright.sync_api import Browser

from congbo.facts import addresses
from congbo.item.address import parse_address
from congbo.site.markdown import to_html
from congbo.typed.shapes import EMAIL
from support import hostile_site as hostile
from support.parsed import dangers, page
from support.shared import once
from support.vectors import VECTORS

ATOM = "{http://www.w3.org/2005/Atom}"
WRITTEN = list(hostile.written())
TRAPS = """
for (const name of ['alert', 'confirm', 'prompt', 'print'])
  window[name] = () => window.told(`${location.pathname}: ${name}`);
document.addEventListener('securitypolicyviolation', (event) =>
  window.told(`${location.pathname}: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`));
"""


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The hostile portal, built once for all workers."""
    return once(tmp_path_factory, "hostile", hostile.build)


@pytest.fixture(scope="module")
def pages(out: Path) -> dict[str, bytes]:
    """Every page of it, by its path."""
    return {file.relative_to(out).as_posix(): file.read_bytes() for file in sorted(out.rglob("*.html"))}


def address(path: str) -> str:
    """Return the file of an item's page."""
    found = parse_address(path)
    assert found
    return f"{addresses.page(found).strip('/')}/index.html".replace("/index.html/index.html", "/index.html")


def test_there_are_vectors_enough_and_each_is_in_the_site(pages: dict[str, bytes]) -> None:
    refused = {name for name, text in VECTORS.items() if not hostile.accepted(text)}
    assert len(set(VECTORS.values())) >= 150
    assert {one.vector for one in WRITTEN} | refused == VECTORS.keys()
    assert {address(one.path) for one in WRITTEN} <= pages.keys()
    corpus = hostile.corpus()
    assert [reading.path for reading in corpus.readings if reading.faults] == []
    assert {item.type for item in corpus.items} == corpus.policy.types.types.keys()


def test_no_page_acts(pages: dict[str, bytes]) -> None:
    assert {path: found for path, html in pages.items() if (found := dangers(html))} == {}


@pytest.mark.parametrize(
    "spoilt",
    [
        "<p onclick=a>", "<p style=a>", "<script>a</script>", "<script src=//a.example></script>", "<iframe>",
        "<base href=a>", "<meta http-equiv=refresh content=0>", "<link rel=import href=a>", "<form action=//a.example>",
        "<svg><set></svg>", "<video src=a></video>", "<figure><video autoplay></video></figure>", "<source src=a>",
        "<picture><source srcset='a 1w, //a.example/b 2w'></picture>", "<figure><video poster=//a.example></video></figure>",
        "<a href='java\nscript:a'>", "<a href=' data:a'>", "<img srcset=a: onload>", "<svg><a xlink:href=javascript:a></svg>",
    ],
)  # fmt: skip
def test_what_acts_is_seen_by_this_test(spoilt: str) -> None:
    assert dangers(f"<!doctype html><title>a</title>{spoilt}".encode())


@pytest.mark.parametrize("text", VECTORS.values(), ids=VECTORS)
def test_no_body_acts_though_nobody_judged_it(text: str) -> None:
    for whole in (text, f"Trước.\n\n{text}\n\nSau.", f"- {text}\n\n> {text}", f"| a |\n|---|\n| {text} |"):
        assert dangers(to_html(whole).encode()) == []


def test_titles_are_shown_letter_by_letter(pages: dict[str, bytes]) -> None:
    for one in WRITTEN:
        read = page(pages[address(one.path)])
        heading, title = read.css_first("h1"), read.css_first("title")
        assert heading and " ".join(heading.text().split()) == one.title, one.path
        assert title and title.text().strip().startswith(one.title), one.path


def test_names_of_the_portal_and_banners_are_shown_letter_by_letter(pages: dict[str, bytes]) -> None:
    read = page(pages["index.html"])
    assert read.body and read.body is not None
    shown = " ".join(read.body.text().split())
    assert "Bão </p><script>alert(1)</script>" in shown
    assert hostile.SPOILT in shown


def test_templates_in_texts_are_texts(pages: dict[str, bytes]) -> None:
    assert [path for path, html in pages.items() if b"1337" in html] == []
    assert any(b"7 * 191" in html for html in pages.values())


def test_feeds_and_maps_are_well_formed_and_say_the_titles_as_they_are(out: Path) -> None:
    titles: set[str] = set()
    files = [*out.rglob("*.xml"), *out.rglob("*.atom")]
    for file in files:
        tree = ElementTree.fromstring(file.read_bytes())
        for entry in tree.iter(f"{ATOM}entry"):
            titles.add(entry.findtext(f"{ATOM}title") or "")
            parts = (entry.findtext(f"{ATOM}{name}") or "" for name in ("summary", "content"))
            kinds = {child.get("type") for child in entry if child.tag in (f"{ATOM}summary", f"{ATOM}content")}
            assert kinds <= {None, "text"} or dangers("".join(parts).encode()) == []
    assert len(files) > 10
    assert titles <= {one.title for one in (*WRITTEN, *hostile.hard())} | {"<i>a"}
    assert len(titles) > 100


def test_other_files_can_be_read(out: Path) -> None:
    for file in [*out.rglob("*.json"), *out.rglob("*.jsonl"), *out.rglob("*.geojson")]:
        for line in file.read_text("utf-8").splitlines() if file.suffix == ".jsonl" else [file.read_text("utf-8")]:
            json.loads(line)


@pytest.mark.parametrize(
    "written",
    [
        "a@b.example?bcc=c@d.example",
        "a@b.example\nbcc:c@d.example",
        "a%0Abcc@d.example",
        "a@b.example,c@d.example",
        "a&b@c.example",
    ],
)
def test_a_mailbox_brings_no_headers_of_its_own(written: str) -> None:
    assert EMAIL.fullmatch("van-phong.1+a@donglac.example")
    assert not EMAIL.fullmatch(written)


@pytest.fixture
def served(out: Path) -> Iterator[str]:
    """The hostile portal on 127.0.0.1."""
    with hostile.served(out) as address:
        yield address


def opened(browser: Browser, served: str, html: str) -> list[str]:
    """Open a page as one of the portal's own; return what was run, asked elsewhere or reported, in it and in its frames."""
    told: list[str] = []
    context = browser.new_context()
    context.expose_function("told", lambda line: told.append(line))
    context.add_init_script(TRAPS)
    tab = context.new_page()
    tab.on("dialog", lambda dialog: (told.append(f"dialog {dialog.message}"), dialog.dismiss()))
    tab.on("request", lambda asked: None if asked.url.startswith(served) else told.append(f"asked {asked.url}"))
    tab.route(f"{served}/whole", lambda route: route.fulfill(content_type="text/html; charset=utf-8", body=html))
    tab.goto(f"{served}/whole", wait_until="load")
    tab.wait_for_timeout(200)
    told += [f"not loaded: {frame.url}" for frame in tab.frames if not frame.url.startswith(served)]
    context.close()
    return told


def framed(paths: list[str]) -> str:
    """Return a page that shows other pages as they are."""
    return "<!doctype html><title>a</title>" + "".join(f'<iframe src="/{path}"></iframe>' for path in paths)


@pytest.mark.browser
def test_the_bodies_of_all_pages_one_after_another_do_nothing_in_a_browser(
    browser: Browser, served: str, pages: dict[str, bytes]
) -> None:
    shown = [pages[address(one.path)].decode() for one in WRITTEN if address(one.path) not in ASKING]
    head = shown[0].partition("<body>")[0]
    assert "Content-Security-Policy" in head
    bodies = [html.partition("<body>")[2].partition("</body>")[0] for html in shown]
    assert all(bodies)
    assert opened(browser, served, f"{head}<body>{'<hr>'.join(bodies)}</body></html>") == []


@pytest.mark.browser
def test_pages_whose_texts_confuse_parsers_do_nothing_in_a_browser(browser: Browser, served: str) -> None:
    confusing = [one for one in WRITTEN if one.vector.split()[0] in ("mutation", "drawing", "style")]
    paths = [path for one in confusing if (path := address(one.path)) not in ASKING]
    assert len(paths) > 25
    assert opened(browser, served, framed(["index.html", "en/index.html", *paths])) == []


@pytest.mark.browser
def test_what_runs_and_what_is_refused_is_seen_by_this_test(browser: Browser, served: str) -> None:
    policy = "<meta http-equiv=Content-Security-Policy content=\"img-src 'self'\">"
    told = opened(browser, served, f"{policy}<script>alert(1)</script><img src=//ke-xau.example/x.png>")
    assert any("alert" in one for one in told)
    assert any("img-src" in one for one in told)


# The one thing that an author may write and the policy of the pages refuses: pictures from elsewhere, which CB-23 finds.
ASKING = {
    address(one.path) for one in WRITTEN if "<img" in (html := to_html(VECTORS[one.vector])) and 'src="http' in html
}
