"""Compiled templates are kept by their names and texts: the publisher has the theme in another folder each time."""

from __future__ import annotations

from pathlib import Path

import jinja2
import pytest

from congbo.site.render import Theme


def theme(folder: Path, text: str, compiled: Path) -> Theme:
    (folder / "templates").mkdir(parents=True)
    (folder / "templates" / "one.html").write_text(text, "utf-8")
    return Theme(folder, compiled)


def test_a_theme_that_lies_elsewhere_is_not_compiled_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    compiled = tmp_path / "compiled"
    compiled.mkdir()
    assert theme(tmp_path / "a", "{{ một }}", compiled).fill("one.html", {"một": "1"}) == b"1"

    def never(*_: object, **__: object) -> None:
        raise AssertionError

    monkeypatch.setattr(jinja2.Environment, "compile", never)
    assert theme(tmp_path / "b", "{{ một }}", compiled).fill("one.html", {"một": "2"}) == b"2"
    assert len(list(compiled.iterdir())) == 1


def test_another_text_of_the_same_name_is_another_template(tmp_path: Path) -> None:
    compiled = tmp_path / "compiled"
    compiled.mkdir()
    assert theme(tmp_path / "a", "{{ một }}", compiled).fill("one.html", {"một": "1"}) == b"1"
    assert theme(tmp_path / "b", "{{ một }} đổi", compiled).fill("one.html", {"một": "1"}) == "1 đổi".encode()
