"""The theme's files as readers get them: one style, in the order of its parts, without what only people read."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from congbo.errors import CongboError
from congbo.site.theme_files import JOINED, edition_files, front_files
from support.trees import ROOT


@pytest.fixture
def theme(tmp_path: Path) -> Path:
    (tmp_path / "static/fonts").mkdir(parents=True)
    (tmp_path / "styles").mkdir()
    (tmp_path / "static/tokens.css").write_text("/* tokens\n\nof all */\n:root { --a: 1px; }\n", "utf-8")
    (tmp_path / "static/portals.css").write_text("li { margin: 0; }\n", "utf-8")
    (tmp_path / "static/fonts/a.woff2").write_bytes(b"a")
    (tmp_path / "styles/20-b.css").write_text("/* b */ .b { top: var(--a); } /* and\n*/\n", "utf-8")
    (tmp_path / "styles/10-a.css").write_text("\n@media print {\n  .a { top: 0; }\n}\n", "utf-8")
    return tmp_path


def test_styles_are_joined_after_the_tokens_in_the_order_of_their_numbers(theme: Path) -> None:
    files = edition_files(theme)
    assert files.keys() == {"theme/portal.css", "theme/fonts/a.woff2"}
    assert files["theme/portal.css"].decode() == (
        ":root { --a: 1px; }\n@media print {\n  .a { top: 0; }\n}\n .b { top: var(--a); }\n"
    )


def test_files_that_one_disk_cannot_hold_both_are_refused(theme: Path) -> None:
    (theme / "static/fonts/A.woff2").write_bytes(b"A")
    with pytest.raises(CongboError, match=r"build\.theme_alike"):
        edition_files(theme)


def test_the_list_of_portals_has_the_tokens_its_own_style_and_the_fonts(theme: Path) -> None:
    assert front_files(theme).keys() == {"tokens.css", "portals.css", "fonts/a.woff2"}


@pytest.mark.parametrize("gone", ["static/tokens.css", "styles/10-a.css"])
def test_a_theme_without_its_styles_is_refused(theme: Path, gone: str) -> None:
    for file in theme.glob(f"{gone.partition('/')[0]}/*.css"):
        file.unlink()
    with pytest.raises(CongboError):
        edition_files(theme)


def test_our_own_style_has_every_rule_of_its_parts_and_no_comment() -> None:
    joined = edition_files(ROOT / "theme")[f"theme/{JOINED}"].decode()
    parts = [file.read_text("utf-8") for file in sorted((ROOT / "theme/styles").glob("*.css"))]
    assert "/*" not in joined
    assert "*/" not in joined
    for part in parts:
        rules = [line.strip() for line in re.sub(r"/\*.*?\*/", "", part, flags=re.DOTALL).splitlines() if line.strip()]
        assert rules
        assert set(rules) <= {line.strip() for line in joined.splitlines()}
    assert all(part.count("{") == part.count("}") for part in parts)
    assert not re.search(r"url\((?!fonts/)", joined), "a style reaches for nothing but our fonts"


def test_only_tokens_hold_a_colour() -> None:
    """Contrast is measured for the tokens: a colour elsewhere would escape it."""
    for file in (ROOT / "theme/styles").glob("*.css"):
        assert not re.search(r"#[0-9A-Fa-f]{3,8}\b(?![^{]*\{)|\brgba?\(|\bhsla?\(", file.read_text("utf-8")), file.name
