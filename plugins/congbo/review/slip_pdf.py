"""Draws a slip on A4: black on white, the margins of an administrative document, letters for an arm's length (14 points).

The same slip gives the same bytes.
"""

from __future__ import annotations

import hashlib
import tempfile
from pathlib import Path

from fpdf import FPDF
from fpdf.enums import XPos, YPos

from congbo.locale import sentence
from congbo.message import Message, say
from congbo.review.prose import first_words
from congbo.review.slip import GONE, Matter, Slip
from congbo.review.slip_fonts import font_files
from congbo.tree import Tree

FACE = "noto"
TEXT, SMALL, CODE = 14, 11, 17  # points
LINE = 7.0  # millimetres of a line of text
FIRST_PAGE = 380  # words of an item that are printed
STRANGE = 20  # letters without a shape that are spelt out; an item with more is not printed
KB = 1000


def slip_pdf(tree: Tree, slip: Slip, lang: str) -> bytes:
    """Return the file. ``tree``: the base, whose theme gives the typeface. Raises CongboError if the theme lacks it."""
    with tempfile.TemporaryDirectory(prefix="congbo-") as folder:
        fonts, letters = font_files(tree, Path(folder))
        paper = _Paper(slip, lang, fonts, letters)
        paper.head()
        for number, matter in enumerate(slip.matters, 1):
            paper.matter(number, matter)
        paper.foot()
        return bytes(paper.output())


class _Paper(FPDF):
    """The sheets of one slip."""

    def __init__(self, slip: Slip, lang: str, fonts: dict[str, Path], letters: frozenset[int]) -> None:
        super().__init__(format="A4")
        self._slip = slip
        self._lang = lang
        self._letters = letters
        for style, file in fonts.items():
            self.add_font(FACE, style, file)
        self.set_margins(30, 20, 15)  # Decree 30/2020: 30-35 left, 15-20 right, 20-25 head and foot
        self.set_auto_page_break(True, 22)
        self.c_margin = 0
        self.set_creation_date(slip.at)
        self.set_title(self._words(say("slip.title")))
        self.set_subject(slip.id)
        self.set_producer("congbo")
        self.set_lang(lang)
        self.add_page()

    def file_id(self) -> str:
        """Return the file's identity: of what it says, not of when it was printed."""
        digest = hashlib.sha256(repr((self._slip, self._lang)).encode()).hexdigest()[:32].upper()
        return f"<{digest}><{digest}>"

    def footer(self) -> None:
        """Write the change and the page on every sheet: sheets of two slips cannot be exchanged unseen."""
        self.set_y(-17)
        page = say("slip.page", id=self._slip.id, page=self.page_no())
        self._line(self._words(page), 9, align="C")
        self._line(self._slip.code, 9, align="C")

    def head(self) -> None:
        """Write who is asked for what, by which article, and the code."""
        slip = self._slip
        top = self.get_y()
        self._column(30, 75, top, (slip.board.upper(), ""), (self._words(say("slip.board")), "B"))
        left = self.get_y()
        self._column(108, 87, top, (self._words(say("slip.nation")), "B"), (self._words(say("slip.motto")), "B"))
        self.set_xy(self.l_margin, max(left, self.get_y()) + 6)
        self._line(self._words(say("slip.title")), 18, "B", align="C")
        about = say("slip.about", step=slip.step, count=len(slip.matters), id=slip.id)
        self._line(self._words(about), TEXT, "B", align="C")
        self.ln(3)
        either = f" {self._words(say('review.or'))} ".join(name.in_(self._lang) for name in slip.roles)
        for said in (
            say("slip.to", roles=either),
            say("slip.law", citation=slip.citation),
            say("slip.by", name=slip.by or say("slip.nobody"), time=slip.at),
        ):
            self._line(self._words(said), TEXT)
        self._code()

    def matter(self, number: int, matter: Matter) -> None:
        """Write one item or file."""
        self.ln(3)
        title = say("slip.file", number=number, path=matter.path)
        if matter.kind != "file":
            title = say("slip.item", number=number, title=matter.title)
        self._line(self._words(title), TEXT, "B")
        if matter.kind != "file":
            self._line(self._words(say(f"slip.{matter.kind}", section=matter.section, path=matter.path)), SMALL)
        self._whole(matter)
        for name, size in matter.attached:
            much = say("slip.size_kb", n=round(size / KB)) if size >= KB else say("slip.size_b", n=size)
            self._line(self._words(say("slip.attached", name=name, size=much)), TEXT)
        if matter.changes:
            self._line(self._words(say("slip.changes")), TEXT, "B")
            for line in matter.changes:
                self._line(line, 12)

    def foot(self) -> None:
        """Write the boxes, the reason, and where to sign: together on one sheet."""
        height = 96 + 14 * len(self._slip.asks)
        if self.get_y() + height > self.h - self.b_margin:
            self.add_page()
        self.ln(5)
        self._line(self._words(say("slip.opinion")), TEXT, "B")
        self._boxes()
        for word in self._slip.asks:
            self._blank(self._words(say("slip.asks", word=word)), 1)
        self._blank(self._words(say("slip.reason")), 2)
        self.ln(3)
        for said, size, style in (("slip.dated", TEXT, ""), ("slip.signed", TEXT, "B"), ("slip.sign_here", SMALL, "")):
            self.set_x(100)
            self._line(self._words(say(said)), size, style, align="C", width=95)
        self.ln(26)
        self._line(self._words(say("slip.recorders")), SMALL)

    def _code(self) -> None:
        self.ln(2)
        y = self.get_y()
        self.rect(self.l_margin, y, self.epw, 17)
        self.ln(1.5)
        self._line(self._words(say("slip.code")), SMALL, align="C")
        self._line(self._slip.code, CODE, "B", align="C")
        self.set_y(y + 18)
        self._line(self._words(say("slip.code_note")), SMALL)

    def _whole(self, matter: Matter) -> None:
        """The facts and the text; where it is long its first page, and always how long it is."""
        strange = sum(ord(letter) not in self._letters for letter in " ".join(matter.text))
        if strange > STRANGE:
            self._line(self._words(say("slip.unprintable", letters=strange)), TEXT, "B")
            return
        for label, value in matter.facts:
            self._line(f"{label}: {value}", 12)
        if matter.kind == GONE or not matter.text:
            return
        shown, some, every = first_words(matter.text, FIRST_PAGE)
        self.ln(1)
        for paragraph in shown:
            self._line(paragraph, TEXT, align="J")
            self.ln(1)
        told = say("slip.words", words=every) if some == every else say("slip.cut", words=every, shown=some)
        self._line(self._words(told), SMALL, "B")

    def _boxes(self) -> None:
        self.ln(2)
        y = self.get_y()
        for number, word in enumerate(("approve", "return", "refuse")):
            x = self.l_margin + number * 55
            self.rect(x, y, 7, 7)
            self.set_xy(x + 10, y)
            self._line(self._words(say(f"slip.{word}")), TEXT, "B", width=40)
        self.set_xy(self.l_margin, y + 11)

    def _blank(self, label: str, lines: int) -> None:
        self._line(label, TEXT)
        for _ in range(lines):
            self.ln(LINE)
            self.line(self.l_margin, self.get_y(), self.w - self.r_margin, self.get_y())
        self.ln(2)

    def _column(self, x: float, width: float, y: float, *lines: tuple[str, str]) -> None:
        self.set_y(y)
        for text, style in lines:
            self.set_x(x)
            self._line(text, 12, style, align="C", width=width)
        middle = x + width / 2
        self.line(middle - 15, self.get_y() + 1, middle + 15, self.get_y() + 1)

    def _line(self, text: str, size: float, style: str = "", *, align: str = "L", width: float = 0) -> None:
        self.set_font(FACE, style, size)
        height = LINE * size / TEXT
        self.multi_cell(width, height, self._printable(text), align=align, new_x=XPos.LMARGIN, new_y=YPos.NEXT)

    def _printable(self, text: str) -> str:
        """A letter that the typeface lacks is spelt out: what is signed must not have holes."""
        return "".join(one if ord(one) in self._letters else f"[U+{ord(one):04X}]" for one in text)

    def _words(self, message: Message) -> str:
        return sentence(message, self._lang)
