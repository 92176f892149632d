"""What an item says about its own publication: corrections, change notes, withdrawal, and who looks at it again."""

from __future__ import annotations

from collections.abc import Callable, Collection

from congbo.strict import Mapping, Node, Sequence
from congbo.typed.convert import choice, day, identifier, text
from congbo.typed.unfit import UnfitError
from congbo.typed.values import Note, Notes, ReviewBy, Value, Withdrawal

WITHDRAWALS = ("nham", "gop", "het_gia_tri", "trai_luat")


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


def _keys(node: Node, needed: Collection[str], allowed: Collection[str], want: str) -> dict[str, Node]:
    nodes = node.nodes if isinstance(node, Mapping) else {}
    if not set(needed) <= set(nodes) or not set(nodes) <= {*needed, *allowed}:
        raise UnfitError(node.place, want)
    return nodes


PUBLISHING: dict[str, Callable[[Node], Value]] = {"notes": notes, "withdrawal": withdrawal, "review_by": review_by}
