"""A4 paper with the margins of an administrative document; the same input gives the same bytes."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from datetime import UTC, date, datetime

from fpdf import FPDF
from fpdf.fonts import TTFFont

from attached.pdf.font import font_files, without_hints

# Since Decree 30/2020 (and Guideline 36-HD/VPTW for the Party) page numbers stand at the head; before, at the foot.
NUMBERS_ON_TOP_FROM = date(2020, 3, 5)
DISCLAIMER = "Tệp minh họa của bản dựng mẫu congbo; không phải bản chính, không có giá trị pháp lý."
_ID = re.compile(rb"/ID \[<([0-9A-F]{64})>")


@dataclass(frozen=True)
class Sheet:
    """What is said of a file as a whole."""

    title: str
    author: str
    day: date
    subject: str = ""
    top_numbers: bool = False


class Paper(FPDF):
    """The PDF library with our margins, typeface, page numbers and a fixed identity."""

    def __init__(self, sheet: Sheet) -> None:
        super().__init__(format="A4")
        self._sheet = sheet
        self._identity = ""
        for style, file in font_files().items():
            self.add_font("serif", style, file)
        self.set_margins(30, 20, 15)  # Decree 30/2020: 30-35 left, 15-20 right, 20-25 head and foot
        self.set_auto_page_break(True, 22)
        self.c_margin = 0
        self.set_creation_date(datetime(sheet.day.year, sheet.day.month, sheet.day.day, tzinfo=UTC))
        self.set_title(sheet.title)
        self.set_author(sheet.author)
        self.set_subject(sheet.subject)
        self.set_producer("congbo")
        self.set_lang("vi")
        self.add_page()
        self.set_font("serif", "", 14)

    def header(self) -> None:
        """Write what stands on every page: its number (not on the first) and what the file is not."""
        if self.page_no() > 1:
            self.set_font("serif", "", 13)
            self._number(str(self.page_no()))
        self.set_font("serif", "I", 8)
        self.set_text_color(110)
        self._centred(DISCLAIMER, 289)
        self.set_text_color(0)

    def file_id(self) -> str:
        """Return the identity that ``finish`` computed, in place of one that holds the time of day."""
        return f"<{self._identity}><{self._identity}>"

    def finish(self) -> bytes:
        """Return the file."""
        self._identity = self._digest()
        for font in self._typefaces():
            without_hints(font.ttfont, font.subset.get_all_glyph_names())
        return bytes(self.output())

    @property
    def _on_top(self) -> bool:
        return self._sheet.top_numbers or self._sheet.day >= NUMBERS_ON_TOP_FROM

    def _number(self, number: str) -> None:
        if self._on_top:
            self._centred(number, 13)
        else:
            self.text(self.w - self.r_margin - self.get_string_width(number), 283, number)

    def _centred(self, text: str, y: float) -> None:
        self.text(self.l_margin + (self.epw - self.get_string_width(text)) / 2, y, text)

    def _typefaces(self) -> list[TTFFont]:
        return [font for font in self.fonts.values() if isinstance(font, TTFFont)]

    def _digest(self) -> str:
        """Digest what is drawn, not the bytes: another version of zlib or of the font is no other paper."""
        digest = hashlib.sha256(repr(self._sheet).encode())
        for page in self.pages.values():
            digest.update(page.contents if isinstance(page.contents, bytearray) else b"")
        for font in self._typefaces():
            digest.update(repr([(glyph and glyph.unicode, n) for glyph, n in font.subset.items()]).encode())
        return digest.hexdigest().upper()


def same_pdf(old: bytes, new: bytes) -> bool:
    """Tell whether two files of ours show the same."""
    first, second = _ID.search(old), _ID.search(new)
    return bool(first and second and first[1] == second[1])
