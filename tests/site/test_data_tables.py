"""Tables of bodies: what heads what, and a region to scroll in where they are wide."""

from __future__ import annotations

import pytest
from selectolax.lexbor import LexborHTMLParser

from congbo.site.markdown import to_html
from congbo.site.tables import COLUMNS


def table(names: list[str]) -> str:
    lines = (names, ["---"] * len(names), ["số"] * len(names))
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def parsed(body: str) -> LexborHTMLParser:
    return LexborHTMLParser(to_html(body))


def test_header_cells_head_their_columns() -> None:
    assert [cell.attributes["scope"] for cell in parsed(table(["Khu", "Hộ"])).css("th")] == ["col", "col"]


@pytest.mark.parametrize(("columns", "regions"), [(COLUMNS, 0), (COLUMNS + 1, 1)])
def test_a_table_scrolls_where_it_is_wide(columns: int, regions: int) -> None:
    found = parsed(table([f"Cột {n}" for n in range(columns)])).css("div[role=region][tabindex='0'] > table")
    assert len(found) == regions


def test_a_region_is_named_by_its_first_columns() -> None:
    (region,) = parsed(table(["Khu *phố*", 'Hộ "nghèo" & <b>cận</b>', "", "x", "y"])).css(".wide")
    assert region.attributes["aria-label"] == 'Khu phố, Hộ "nghèo" & cận, …'


def test_tables_in_tables_stay_whole() -> None:
    cells = "<td>a</td>" * (COLUMNS + 1)
    inner = f"<table><tr>{cells}</tr></table>"
    found = parsed(f"<table><tr><td>{inner}</td>{cells}</tr></table>")
    (region,) = found.css(".wide")
    assert region.parent.tag == "td"
    assert len(region.parent.parent.css("td")) == 2 * (COLUMNS + 1) + 1


def test_authors_make_no_regions() -> None:
    assert parsed('<div class="wide" role="region" tabindex="0" aria-label="x">a</div>').css("div") == []
