"""A letter (công văn): to whom it goes, in place of a title."""

from __future__ import annotations

from dataclasses import dataclass

from attached.pdf.blocks import Block, Text, plain
from attached.pdf.flow import write_line
from attached.pdf.paper import Paper
from attached.wanted import texts_of
from attached.words import capital
from congbo.item import Item

TO = "Kính gửi:"
SAME = "Như trên"
LINE = 6.5


@dataclass(frozen=True)
class Letter:
    """Addressees, the body without them, and the receivers at the end."""

    to: tuple[str, ...]
    blocks: tuple[Block, ...]
    receivers: tuple[str, ...]


def letter_of(item: Item, blocks: tuple[Block, ...]) -> Letter:
    """Read the addressees from the body's ``Kính gửi:``, else from the receivers that are not copies."""
    receivers = texts_of(item, "noi_nhan")
    for place, block in enumerate(blocks):
        if isinstance(block, Text) and plain(block.spans).startswith(TO):
            names = plain(block.spans).removeprefix(TO).strip(" .").split(";")
            return Letter(tuple(name.strip() for name in names), blocks[:place] + blocks[place + 1 :], receivers)
    copies = tuple(name for name in receivers if name.startswith("Lưu") or name.endswith(")"))
    to = tuple(name for name in receivers if name not in copies and name != SAME)
    return Letter(to, blocks, (SAME, *copies))


def write_addressees(paper: Paper, names: tuple[str, ...]) -> None:
    """Write ``Kính gửi`` with one name on the same line, or with a list beside it."""
    if len(names) == 1 and len(names[0]) < 60:
        write_line(paper, f"{TO} {names[0]}.", 14, "", 4)
        return
    paper.set_font("serif", "", 14)
    left = paper.l_margin + 24
    paper.set_x(left)
    paper.cell(24, LINE, TO)
    for number, name in enumerate(names, 1):
        end = "." if number == len(names) else ";"
        paper.set_x(left + 24)
        paper.multi_cell(paper.epw - 48, LINE, f"- {capital(name)}{end}", align="L", new_x="LMARGIN", new_y="NEXT")
    paper.ln(4)
