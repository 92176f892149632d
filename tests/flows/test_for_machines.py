"""What the built portals say to machines, read by parsers that are not ours."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

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
