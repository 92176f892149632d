"""The reviewer's checklist: what a clause asks that only a person can judge (``policies/checklist.yml``)."""

from __future__ import annotations

from msgspec import Struct

from congbo.message import Texts
from congbo.place import Place
from congbo.policy.shape import ident, need, record, texts


class Line(Struct, frozen=True):
    """One line: the question (``asks``) and what to look at before answering (``look``). The id is permanent."""

    id: str
    asks: Texts
    look: Texts
    place: Place


read_line = record(Line, {"id": need(ident), "asks": need(texts), "look": need(texts)})
