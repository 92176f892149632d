"""What an item says about its own publication: corrections, notes, withdrawal, who looks at it again, what it translates."""

from __future__ import annotations

from collections.abc import Callable, Collection

from congbo.strict import Mapping, Node, Sequence
from congbo.text.regex import regex
from congbo.text.sums import DIGITS
from congbo.typed.convert import choice, day, identifier, text, texts
from congbo.typed.unfit import UnfitError
from congbo.typed.values import Note, Notes, ReviewBy, Translated, Value, Withdrawal

WITHDRAWALS = ("nham", "gop", "het_gia_tri", "trai_luat")
SUM = rf"[a-z][a-z0-9_]* [0-9a-f]{{{DIGITS}}}"
_SUM = regex(SUM)


def notes(node: Node) -> Notes:
    """Take a list of ``{ngay, noi_dung}``; ``an_ban_cu`` says on what basis the text before it is not kept readable."""
    if not isinstance(node, Sequence) or not node.nodes:
        raise UnfitError(node.place, "want.notes")
    return Notes(tuple(_note(child) for child in node.nodes))


def _note(node: Node) -> Note:
    nodes = _keys(node, ("ngay", "noi_dung"), ("an_ban_cu",), "want.notes")
    hides = text(nodes["an_ban_cu"]) if "an_ban_cu" in nodes else ""
    return Note(day(nodes["ngay"]), text(nodes["noi_dung"]), hides)


def withdrawal(node: Node) -> Withdrawal:
    """Take ``{loai, ngay, can_cu, thay_bang}``; only the last may be left out."""
    nodes = _keys(node, ("loai", "ngay", "can_cu"), ("thay_bang",), "want.withdrawal")
    successor = identifier(nodes["thay_bang"]) if "thay_bang" in nodes else ""
    return Withdrawal(choice(WITHDRAWALS)(nodes["loai"]), day(nodes["ngay"]), text(nodes["can_cu"]), successor)


def review_by(node: Node) -> ReviewBy:
    """Take ``{han, chuc_danh}``."""
    nodes = _keys(node, ("han", "chuc_danh"), (), "want.review_by")
    return ReviewBy(day(nodes["han"]), text(nodes["chuc_danh"]))


def translated(node: Node) -> Translated:
    """Take ``{ngay, ma}``, of which the second is a list of lines, each a part's name and its sum."""
    nodes = _keys(node, ("ngay", "ma"), (), "want.translated")
    lines = texts(nodes["ma"])
    if not lines or any(_SUM.fullmatch(line) is None for line in lines):
        raise UnfitError(nodes["ma"].place, "want.translated")
    parts = dict(line.split(" ") for line in lines)
    if len(parts) < len(lines):
        raise UnfitError(nodes["ma"].place, "want.translated")
    return Translated(day(nodes["ngay"]), tuple(parts.items()))


def _keys(node: Node, needed: Collection[str], allowed: Collection[str], want: str) -> dict[str, Node]:
    nodes = node.nodes if isinstance(node, Mapping) else {}
    if not set(needed) <= set(nodes) or not set(nodes) <= {*needed, *allowed}:
        raise UnfitError(node.place, want)
    return nodes


PUBLISHING: dict[str, Callable[[Node], Value]] = {
    "notes": notes,
    "withdrawal": withdrawal,
    "review_by": review_by,
    "translated": translated,
}
