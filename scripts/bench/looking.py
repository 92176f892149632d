"""Attachments: what looking into one costs."""

from __future__ import annotations

import sys
from pathlib import Path

from timing import ROOT, Timed, timed

sys.path.insert(0, str(ROOT / "plugins"))

PAGES = 4


def measured(scratch: Path) -> list[Timed]:
    """Return the figures; there is no peer that looks for the same."""
    from congbo.attached import inspect

    paper = four_pages(scratch / "paper.pdf")
    data = paper.read_bytes()
    return [timed("looking into a PDF", f"{PAGES} pages, {len(data) // 1024} kB", lambda: _look(inspect, data), runs=9)]


def _look(inspect: object, data: bytes) -> None:
    found = inspect(data, "paper.pdf")  # type: ignore[operator]
    if len(found.passages) < PAGES:
        raise SystemExit("the PDF was not read")


def four_pages(file: Path) -> Path:
    """Put the pages of this repository's own papers together until there are four with text."""
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter()
    for paper in sorted((ROOT / "content").rglob("*.pdf")):
        for page in PdfReader(paper).pages:
            if len(writer.pages) < PAGES and len(page.extract_text()) > 500:
                writer.add_page(page)
    with file.open("wb") as out:
        writer.write(out)
    return file
