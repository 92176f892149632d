"""Obligations that no item can break by itself: force and identity, the site map, other sections, component portals.

What keeps them is seen in the catalogue and on the built site; what breaks them is an edit of ``policies/`` or
``content/`` that the board could make, and the program's answer to it.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from congbo.__main__ import main
from congbo.policy.regulation import Regulation
from support.obligations import breaks, keeps
from support.repositories import TODAY
from support.trees import real_policies, real_policy

Said = Callable[..., tuple[int, str]]


def regulation(prefix: str) -> Regulation:
    """Return a regulation of this repository."""
    return real_policy().regulations[prefix]


@pytest.fixture
def said(capsys: pytest.CaptureFixture[str]) -> Said:
    """Run a command; give its exit code and all that it wrote."""

    def run(*words: str) -> tuple[int, str]:
        code = main(list(words))
        told = capsys.readouterr()
        return code, told.out + told.err

    return run


def edit(repository: Path, path: str, old: str, new: str) -> None:
    """Make one edit in a file, as a person would."""
    file = repository / path
    text = file.read_text("utf-8")
    assert text.count(old) == 1, path
    file.write_text(text.replace(old, new), "utf-8")


@keeps("DL-QĐ.1", "TQ-QĐ.1", "HT-QĐ.1", "QN-QĐ.1")
@pytest.mark.parametrize(
    ("prefix", "number", "day"),
    [
        ("DL", "137/QĐ-UBND", date(2019, 9, 24)),
        ("TQ", "07/2011/QĐ-UBND", date(2011, 6, 3)),
        ("HT", "27/QĐ-SNV", date(2021, 4, 22)),
        ("QN", "2187/2017/QĐ-UBND", date(2017, 6, 7)),
    ],
)
def test_a_regulation_is_cited_with_the_number_and_date_of_its_decision(prefix: str, number: str, day: date) -> None:
    assert (regulation(prefix).number, regulation(prefix).date) == (number, day)


@keeps("DL-QĐ.2", "TQ-QĐ.2", "HT-21#1", "QN-QĐ.2")
@pytest.mark.parametrize(
    ("prefix", "first_day"),
    [
        ("DL", date(2019, 9, 24)),
        ("TQ", date(2011, 6, 13)),
        ("HT", date(2021, 4, 22)),
        ("QN", date(2017, 6, 17)),
    ],
)
def test_a_regulation_binds_from_its_first_day_and_not_before(prefix: str, first_day: date) -> None:
    found = regulation(prefix)
    assert found.in_force(first_day)
    assert not found.in_force(date.fromordinal(first_day.toordinal() - 1))


@keeps("QN-QĐ.2", "DL-QĐ.2")
def test_the_regulation_before_is_named_as_replaced() -> None:
    assert regulation("QN").replaces == ("3528/QĐ-UBND",)


@breaks("DL-QĐ.1", "TQ-QĐ.1", "HT-QĐ.1", "QN-QĐ.1")
@pytest.mark.parametrize("folder", ["dl", "tq", "ht", "qn"])
def test_a_regulation_without_its_date_is_refused(ward: Path, said: Said, folder: str) -> None:
    file = f"policies/regulations/{folder}/regulation.yml"
    line = next(one for one in real_policies()[file].decode().splitlines() if one.startswith("date:"))
    edit(ward, file, f"{line}\n", "")
    code, told = said("-C", str(ward), "check", "--today", TODAY)
    assert code == 2
    assert file in told
    assert "date" in told


@breaks("DL-QĐ.2", "TQ-QĐ.2", "HT-21#1", "QN-QĐ.2")
@pytest.mark.parametrize("folder", ["dl", "tq", "ht", "qn"])
def test_a_force_that_ends_before_it_begins_is_refused(ward: Path, said: Said, folder: str) -> None:
    file = f"policies/regulations/{folder}/regulation.yml"
    line = next(one for one in real_policies()[file].decode().splitlines() if one.startswith("force:"))
    edit(ward, file, line, "force: {from: 2021-05-01, until: 2009-01-01}")
    code, told = said("-C", str(ward), "check", "--today", TODAY)
    assert code == 2
    assert f"{file}:" in told


@keeps("QN-14.17")
def test_the_site_map_leads_to_every_section_of_the_province(site: Path) -> None:
    page = (site / "qn/internet/so-do-cong/index.html").read_text("utf-8")
    sections = {file.parent.name for file in (site / "qn/internet").glob("*/index.html")}
    known = real_policy().sections.keys() & sections
    assert len(known) > 15
    assert [section for section in sorted(known) if f"{section}/" not in page] == []


@breaks("QN-14.17", "TQ-2.3a/-8")
def test_an_item_in_a_section_that_nobody_declared_is_no_part_of_the_site(ward: Path, said: Said) -> None:
    item = min((ward / "content/dl/tin-tuc-su-kien/2019").glob("*.md"))
    stray = ward / "content/dl/chuyen-muc-la/2019" / item.name
    stray.parent.mkdir(parents=True)
    item.rename(stray)
    code, told = said("-C", str(ward), "check", "--today", TODAY)
    assert code == 1
    assert "CB-3" in told
    assert "chuyen-muc-la" in told


@keeps("TQ-2.3a/-8")
def test_the_board_may_add_a_section(ward: Path, said: Said) -> None:
    with (ward / "policies/sections.yml").open("a", encoding="utf-8") as file:
        file.write("  - {id: chuyen-muc-moi, name: {vi: Chuyên mục mới, en: New section}, types: [tin_bai]}\n")
    item = min((ward / "content/dl/tin-tuc-su-kien/2019").glob("*.md"))
    moved = ward / "content/dl/chuyen-muc-moi/2019" / item.name
    moved.parent.mkdir(parents=True)
    item.rename(moved)
    code, told = said("-C", str(ward), "check", "--today", TODAY)
    assert code == 0, told


@keeps("TQ-5.4", "TQ-8.1c")
def test_the_main_portal_watches_over_its_components_and_they_offer_their_services(site: Path) -> None:
    home = (site / "tq/internet/index.html").read_text("utf-8")
    for component in ("tq-sonduong", "tq-sotttt"):
        host = real_policy().portals[component].editions["internet"].hosts[0]
        assert f"https://{host}/" in home
        assert list((site / component / "internet/dich-vu-cong").rglob("2011/*/index.html"))


@breaks("TQ-5.4", "TQ-8.1c")
def test_a_component_of_a_portal_that_does_not_exist_is_refused(ward: Path, said: Said) -> None:
    edit(ward, "policies/portals/dl.yml", "tier: phuong\n", "tier: phuong\nparent: cong-khong-co\n")
    code, told = said("-C", str(ward), "check", "--today", TODAY)
    assert code == 2
    assert "cong-khong-co" in told
