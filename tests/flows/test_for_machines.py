"""What the built portals say to machines, read by parsers that are not ours."""

from __future__ import annotations

import csv
import json
from collections import Counter
from pathlib import Path

from jsonschema import Draft202012Validator

from support.linked import faults, linked


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
