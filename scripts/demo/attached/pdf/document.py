"""A legal document or directive in its official form: Decree 30/2020/NĐ-CP, or Guideline 36-HD/VPTW of the Party."""

from __future__ import annotations

import re

from attached.pdf import summary
from attached.pdf.blocks import Heading, Text, blocks_of, ended, plain
from attached.pdf.bodies import Body, body_of
from attached.pdf.flow import write_blocks, write_line, write_rule, write_spans
from attached.pdf.head import write_party_head, write_state_head
from attached.pdf.letter import letter_of, write_addressees
from attached.pdf.paper import Paper, Sheet
from attached.pdf.tail import write_tail
from attached.wanted import Studio, Wanted, day_of, text_of, texts_of
from attached.words import small
from congbo.item import Item
from congbo.policy import Policy

LETTERS = ("cong_van", "")
SIZES = (14, 13.5, 13)
IN_ARTICLES = ("luat", "phap_lenh", "nghi_dinh", "thong_tu", "thong_tu_lien_tich", "quyet_dinh", "nghi_quyet")
ENACTING = {"quyet_dinh": "QUYẾT ĐỊNH:", "nghi_quyet": "QUYẾT NGHỊ:"}


def make(want: Wanted, studio: Studio) -> bytes:
    """Draw the document; one whose articles the item does not hold becomes a summary sheet, not a false original."""
    item, policy = want.item, studio.policy
    body = body_of(item, policy)
    if _form(item) in IN_ARTICLES and not body.party and not _has_articles(item):
        return summary.make(want, studio)
    for size in SIZES:
        paper, alone = _drawn(item, body, policy, size)
        if not alone:
            return paper.finish()
    return _drawn(item, body, policy, SIZES[0], carry=True)[0].finish()


def _drawn(item: Item, body: Body, policy: Policy, size: float, *, carry: bool = False) -> tuple[Paper, bool]:
    """Draw with a size of the text; tell whether the signature stands alone on its page, as it never should.

    ``carry`` takes the last paragraph (and its heading) over to the signature's page.
    """
    paper = Paper(Sheet(item.title, body.full, day_of(item), text_of(item, "trich_yeu"), top_numbers=body.party))
    _head(paper, item, body)
    blocks, receivers = blocks_of(item.body), texts_of(item, "noi_nhan")
    if _form(item) in LETTERS:
        letter = letter_of(item, blocks)
        blocks, receivers = letter.blocks, letter.receivers
        write_addressees(paper, letter.to)
    else:
        _title(paper, item, body, policy)
    _bases(paper, item, body, size)
    blocks = ended(blocks, "." if body.party else "./.")
    kept = len(blocks) - (0 if not carry else 2 if isinstance(blocks[-2], Heading) else 1)
    write_blocks(paper, blocks[:kept], size)
    if carry:
        paper.add_page()
        write_blocks(paper, blocks[kept:], size)
    return paper, write_tail(paper, body, receivers, text_of(item, "nguoi_ky"))


def _form(item: Item) -> str:
    return text_of(item, "hinh_thuc") or text_of(item, "loai")


def _has_articles(item: Item) -> bool:
    return any(
        block.text.startswith("Điều 1")
        if isinstance(block, Heading)
        else isinstance(block, Text) and plain(block.spans).startswith("Điều 1")
        for block in blocks_of(item.body)
    )


def _head(paper: Paper, item: Item, body: Body) -> None:
    subject = re.sub(r"^(Về việc|V/v|Về) ", "", text_of(item, "trich_yeu"))
    in_words = text_of(item, "trich_yeu") if body.party else f"V/v {small(subject)}"
    under = in_words if _form(item) in LETTERS else ""
    write = write_party_head if body.party else write_state_head
    write(paper, body, text_of(item, "so_ky_hieu"), day_of(item), under)


def _title(paper: Paper, item: Item, body: Body, policy: Policy) -> None:
    term = policy.vocabularies["hinh-thuc"].get(_form(item))
    write_line(paper, (term.name.vi if term else _form(item)).upper(), 16 if body.party else 14, "B", 1)
    write_line(paper, text_of(item, "trich_yeu"), 14, "B")
    if body.party:
        write_line(paper, "-----", 14, "", 3)
    else:
        write_rule(paper, 40, 6)


def _bases(paper: Paper, item: Item, body: Body, size: float) -> None:
    """Write the legal bases, and the words that make a decision or a resolution."""
    enacting = ENACTING.get(_form(item), "") if _has_articles(item) else ""
    if enacting:
        write_line(paper, _authority(item, body), 14, "B", 3)
    bases = [basis.rstrip(" .;") for basis in texts_of(item, "can_cu")]
    for basis in bases:
        end = "." if basis is bases[-1] and not body.party else (";" if basis is not bases[-1] else ",")
        write_spans(paper, ((("- " if body.party else "") + basis + end, "" if body.party else "I"),), size)
    if enacting:
        paper.ln(1)
        write_line(paper, enacting.rstrip(":") if body.party else enacting, 14, "B", 3)


def _authority(item: Item, body: Body) -> str:
    """Return who decides: a committee or council as a body, an office by its head."""
    if body.kind in ("ubnd", "hdnd") or body.party:
        return body.unit.name.upper() if body.unit else body.full
    return re.sub(r"^PHÓ ", "", text_of(item, "nguoi_ky").split(" kiêm ")[0].upper())
