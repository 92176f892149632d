"""Findings in words: one file for each form, each escapes for its channel."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from congbo.output import github, json, md, sarif, text
from congbo.output.report import Report

FORMATS: Mapping[str, Callable[[Report, str], str]] = {
    "text": text.render,
    "json": json.render,
    "github": github.render,
    "sarif": sarif.render,
    "md": md.render,
}

__all__ = ["FORMATS", "Report"]
