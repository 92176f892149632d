"""What is demanded of each portal has its page: the written table names it, and the built portals have it."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from congbo.policy.portals import Portal
from support.trees import ROOT, real_policy

sys.path.insert(0, str(ROOT / "scripts"))

from mandated import Demands

TABLE = (ROOT / ".github/muc-bat-buoc.md").read_text("utf-8")
PORTALS = sorted(real_policy().portals.values(), key=lambda portal: portal.id)


def tables() -> Iterator[tuple[str, list[list[str]]]]:
    """Yield each portal with the cells of its lines."""
    for part in TABLE.split("\n### ")[1:]:
        lines = [line.strip("| ").split(" | ") for line in part.splitlines() if re.match(r"\| [A-Z]", line)]
        yield part.partition(":")[0], lines


def rows(portal: Portal, content: Path) -> dict[str, str]:
    """Return clause -> its line, for a portal whose content lies there."""
    demands = Demands(real_policy(), portal, content)
    lines = [line for one in portal.follows for line in demands.rows(one.regulation)]
    return {line.split(" | ")[0].removeprefix("| "): line for line in lines}


def test_every_portal_has_a_table_and_every_page_in_it_was_built(site: Path) -> None:
    found = dict(tables())
    assert sorted(found) == [portal.id for portal in PORTALS]
    for portal, lines in found.items():
        for clause, _, _, addresses, templates, _ in lines:
            for address in re.findall(r"`([^`]+)`", addresses):
                page = address if "." in address else f"{address}index.html"
                assert (site / portal / "internet" / page).is_file(), (clause, portal, address)
            for template in re.findall(r"`([^`]+)`", templates):
                assert (ROOT / "theme/templates" / template).is_file(), (clause, template)


@pytest.mark.parametrize("portal", PORTALS, ids=lambda portal: portal.id)
def test_no_demand_on_a_portal_is_left_out(portal: Portal) -> None:
    shown = {line[0] for line in dict(tables())[portal.id]}
    asked = {
        clause.id
        for one in portal.follows
        for clause, rule, at in real_policy().rules(one.regulation)
        if rule.name == "sections" and portal.tier in (at.tiers or (portal.tier,))
    }
    assert asked <= shown
    assert asked or portal.tier == "chuyen_trang"


def test_a_section_that_has_nothing_is_said_to_have_none(tmp_path: Path) -> None:
    camson = real_policy().portals["qn-camson"]
    (tmp_path / "qn-camson" / "du-an").mkdir(parents=True)
    assert "`lists/project.html`" in rows(camson, tmp_path)["QN-18.7"]
    assert "hiện không có" in rows(camson, ROOT / "content")["QN-18.7"]
