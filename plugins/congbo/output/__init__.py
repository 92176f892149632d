"""Findings in words: one file for each form, each escapes for its channel."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module

from congbo.output.report import Report

Render = Callable[[Report, str], str]


def _form(name: str) -> Render:
    """Return the form of a module, which is imported when it is asked for."""

    def render(report: Report, lang: str) -> str:
        form: Render = import_module(f"congbo.output.{name}").render
        return form(report, lang)

    return render


FORMATS: Mapping[str, Render] = {name: _form(name) for name in ("text", "json", "github", "sarif", "md")}

__all__ = ["FORMATS", "Report"]
