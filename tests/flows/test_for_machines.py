"""What the built portals say to machines, read by parsers that are not ours."""

from __future__ import annotations

import csv
import json
import mimetypes
import re
from collections import Counter
from pathlib import Path
from xml.etree import ElementTree as ET

from jsonschema import Draft202012Validator

from support.linked import faults, linked

ATOM = "{http://www.w3.org/2005/Atom}"
MAP, XHTML = "{http://www.sitemaps.org/schemas/sitemap/0.9}", "{http://www.w3.org/1999/xhtml}"
KNOWN = {".csv": "text/csv", ".geojson": "application/geo+json"}  # that systems name in different ways, or not at all
ALTERNATE = re.compile(r'<link rel="alternate" hreflang="([^"]+)" href="([^"]+)">')


def test_what_pages_say_of_themselves_is_well_formed(site: Path) -> None:
    """Every kind of thing that is said anywhere: thirty pages of each are looked at, and all of them are JSON."""
    seen: Counter[tuple[str, ...]] = Counter()
    for page in sorted(site.rglob("index.html")):
        data = linked(page.read_text("utf-8"))
        if data is not None:
            kinds = tuple(one["@type"] for one in data["@graph"])
            seen[kinds] += 1
            assert seen[kinds] > 30 or faults(data) == [], page
    said = {kind for kinds in seen for kind in kinds}
    assert {
        "NewsArticle",
        "Legislation",
        "GovernmentOrganization",
        "GovernmentService",
        "Event",
        "Dataset",
        "QAPage",
    } <= said


def test_open_data_keep_their_schema(site: Path) -> None:
    """QN-10.7b#1: data go to programs as tables (open_data); both forms have as many items."""
    schemas = sorted(site.rglob("du-lieu-mo/*.schema.json"))
    assert len({file.name for file in schemas}) > 15
    for file in schemas:
        judge = Draft202012Validator(json.loads(file.read_bytes()))
        parts = sorted((file.parent / file.name.removesuffix(".schema.json")).glob("*.json"))
        assert parts
        for part in parts:
            items = json.loads(part.read_bytes())
            assert not list(judge.iter_errors(items)), part
            with part.with_suffix(".csv").open(encoding="utf-8", newline="") as lines:
                assert [row["id"] for row in csv.DictReader(lines)] == [one["id"] for one in items]


def test_every_item_of_open_data_has_its_page(site: Path) -> None:
    for part in sorted(site.rglob("du-lieu-mo/*/2*.json")):
        edition = part.parents[2]
        for one in json.loads(part.read_bytes()):
            assert (edition / one["url"].split("/", 3)[3] / "index.html").is_file(), part


def test_an_entry_of_a_feed_says_what_it_is_about_and_which_files_it_has(site: Path) -> None:
    types: Counter[str] = Counter()
    for file in sorted(site.rglob("atom.xml")):
        feed = ET.fromstring(file.read_bytes())  # noqa: S314  # our own file
        home = feed.find(f"{ATOM}link[@rel='alternate']").attrib["href"]
        edition = file.parents[len(home.split("/")) - 4]
        assert feed.findtext(f"{ATOM}updated") >= max(one.text for one in feed.iter(f"{ATOM}updated"))
        for entry in feed.iter(f"{ATOM}entry"):
            about = [(one.attrib["term"], one.attrib["label"]) for one in entry.iter(f"{ATOM}category")]
            assert about
            assert len(set(about)) == len(about)
            assert entry.find(f"{ATOM}link[@rel='alternate']").attrib["href"].split("/")[3:][-4] == about[0][0]
            for one in entry.findall(f"{ATOM}link[@rel='enclosure']"):
                attached = edition / one.attrib["href"].split("/", 3)[3]
                assert attached.stat().st_size == int(one.attrib["length"]), file
                assert one.attrib["type"] == (KNOWN.get(attached.suffix) or mimetypes.guess_type(attached.name)[0])
                assert one.attrib["title"]
                types[one.attrib["type"]] += 1
    assert types["application/pdf"] > 10
    assert sum(count for kind, count in types.items() if kind.startswith("image/")) > 10


def test_feeds_say_under_which_licence_they_may_be_used(site: Path) -> None:
    feed = ET.fromstring((site / "qn/internet/atom.xml").read_bytes())  # noqa: S314
    assert "Creative Commons" in feed.findtext(f"{ATOM}rights")
    assert feed.find(f"{ATOM}link[@rel='license']").attrib["href"] == "https://creativecommons.org/licenses/by/4.0/"


def test_the_sitemap_and_the_pages_name_the_same_languages(site: Path) -> None:
    seen = 0
    for part in sorted(site.rglob("sitemap/2*.xml")):
        for entry in ET.fromstring(part.read_bytes()):  # noqa: S314
            links = [(one.attrib["hreflang"], one.attrib["href"]) for one in entry.iter(f"{XHTML}link")]
            page = part.parents[1] / entry.findtext(f"{MAP}loc").split("/", 3)[3] / "index.html"
            assert ALTERNATE.findall(page.read_text("utf-8")) == links
            seen += bool(links)
            assert not links or entry.findtext(f"{MAP}loc") in dict(links).values()
    assert seen > 10
