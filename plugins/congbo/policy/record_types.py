"""Types of records: what people write down because a clause asks for it and no program can do it for them."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field

from congbo.message import Texts
from congbo.place import Place
from congbo.policy.shape import flag, ident, listed, may, need, one_of, record, table, texts
from congbo.typed.convert import CONVERTERS

PERIODS = ("year", "half_year", "quarter", "month")


class RecordField(Struct, frozen=True):
    """One field of records: its type, label and explanation, and the vocabulary of a choice."""

    type: str
    name: Texts
    explain: Texts
    place: Place
    vocabulary: str = ""


class RecordType(Struct, frozen=True):
    """A type of record: its fields, those that it always has, and the one that dates it.

    ``kind``, ``by``, ``to`` and ``period`` name the fields
    that say which kind of thing it is, who drew it up, to whom it went and the period that it is for, empty if it has none.
    ``not_before`` gives, for a date, the field that it may not precede. ``occasional``: written when something happens,
    so that none is missing where nothing happened.
    """

    name: Texts
    fields: tuple[str, ...]
    required: tuple[str, ...]
    dated_by: str
    place: Place
    kind: str = ""
    by: str = ""
    to: str = ""
    period: str = ""
    not_before: Mapping[str, str] = field(default_factory=dict)
    occasional: bool = False


read_record_type = record(
    RecordType,
    {
        "name": need(texts),
        "fields": need(listed(ident)),
        "required": need(listed(ident)),
        "dated_by": need(ident),
        "kind": may(ident),
        "by": may(ident),
        "to": may(ident),
        "period": may(ident),
        "not_before": may(table(ident)),
        "occasional": may(flag),
    },
)
read_record_field = record(
    RecordField,
    {
        "type": need(one_of(*CONVERTERS, "choice")),
        "name": need(texts),
        "explain": need(texts),
        "vocabulary": may(ident),
    },
)
