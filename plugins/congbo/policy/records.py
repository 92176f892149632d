"""Records: ``policies/records/<type>/<id>.yml``, what people keep because a clause asks for it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from congbo.dates import day_of
from congbo.errors import refuse
from congbo.message import say
from congbo.place import Place
from congbo.policy.content import TypeTable
from congbo.policy.record_types import RecordField, RecordType
from congbo.policy.shape import ident, one_of
from congbo.policy.vocabulary import Vocabulary
from congbo.strict import Mapping as MappingNode
from congbo.strict import Node
from congbo.text.regex import regex
from congbo.typed.convert import CONVERTERS, choice
from congbo.typed.unfit import UnfitError
from congbo.typed.values import Value

HOUSE = ("record", "id", "portal")
_PATH = regex(r"policies/records/(?P<type>[^/]+)/(?P<id>[^/]+)\.yml")


@dataclass(frozen=True)
class Record:
    """One record. ``values`` and ``places`` are by field id; ``dated_by`` is the field that dates records of its type."""

    type: str
    id: str
    portal: str
    values: Mapping[str, Value]
    places: Mapping[str, Place]
    place: Place
    dated_by: str = field(default="", repr=False)

    @property
    def day(self) -> date | None:
        """Return the day that the record is about, in Vietnam; None if it carries none."""
        value = self.values.get(self.dated_by)
        return day_of(value) if isinstance(value, date) else None

    def at(self, name: str) -> Place:
        """Return where a field stands, or the record's first line."""
        return self.places.get(name, self.place)


def read_record(mapping: MappingNode, types: TypeTable, vocabularies: Mapping[str, Vocabulary]) -> Record:
    """Read a record's file. Raises CongboError for an unknown or missing line and for a value of the wrong type."""
    type_id = one_of(*types.record_types)(mapping.nodes["record"])
    of = types.record_types[type_id]
    _refuse_lines(mapping, of)
    values = {n: _value(mapping, n, types, vocabularies) for n in of.fields if n in mapping.nodes}
    id_, portal = ident(mapping.nodes["id"]), ident(mapping.nodes["portal"])
    found = Record(type_id, id_, portal, values, mapping.keys, mapping.at("record"), of.dated_by)
    _refuse_name(found)
    return found


def _refuse_lines(mapping: MappingNode, of: RecordType) -> None:
    known = (*HOUSE, *of.fields)
    for name in mapping.nodes:
        if name not in known:
            raise refuse("record.unknown_line", mapping.at(name), key=name, type=of.name, known=known)
    missing = [name for name in (*HOUSE, *of.required) if name not in mapping.nodes]
    if missing:
        raise refuse("record.missing_line", mapping.at("record"), keys=missing, type=of.name)


def _value(mapping: MappingNode, name: str, types: TypeTable, vocabularies: Mapping[str, Vocabulary]) -> Value:
    try:
        return _converter(types.record_fields[name], vocabularies)(mapping.nodes[name])
    except UnfitError as unfit:
        want = say(unfit.want, **unfit.params)
        raise refuse("record.unfit", unfit.place, key=name, shown=unfit.shown, want=want) from unfit


def _converter(of: RecordField, vocabularies: Mapping[str, Vocabulary]) -> Callable[[Node], Value]:
    return choice(vocabularies[of.vocabulary].ids) if of.type == "choice" else CONVERTERS[of.type]


def _refuse_name(found: Record) -> None:
    """The path is the record's name: type and id may not say otherwise."""
    path = _PATH.fullmatch(found.place.path)
    if not path or (path["type"], path["id"]) != (found.type, found.id):
        raise refuse("record.path", found.at("id"), wanted=f"policies/records/{found.type}/{found.id}.yml")
