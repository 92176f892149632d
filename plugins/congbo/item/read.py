"""A content file read into an Item, or into the faults that prevent it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from congbo.errors import CongboError
from congbo.item.address import parse_address
from congbo.item.front_matter import split
from congbo.item.model import Address, Fault, Item, Reading, Value
from congbo.item.places import Places
from congbo.message import say
from congbo.place import Place
from congbo.policy.content import Field
from congbo.policy.model import Policy
from congbo.strict import Mapping as MappingNode
from congbo.strict import Node
from congbo.text.sums import sum_of
from congbo.typed import convert
from congbo.typed.convert import CONVERTERS
from congbo.typed.publishing import PUBLISHING
from congbo.typed.unfit import UnfitError

MAX_TITLE = 400
MAX_UNKNOWN = 20  # a file of thirty thousand unknown keys is refused in one sentence more, not in as many

# Keys of our own. Where Pelican has a key (title, summary, tags, lang, translation), it is Pelican's.
HOUSE: dict[str, Callable[[Node], Any]] = {
    "id": convert.identifier,
    "type": convert.text,
    "title": convert.text,
    "summary": convert.longtext,
    "tags": convert.texts,
    "lang": convert.text,
    "translation": convert.identifier,
    "editions": convert.identifiers,
    "publish_at": convert.moment,
    "expires_at": convert.moment,
    "imported": convert.imported,
}
REQUIRED = ("id", "type", "title", "summary")

# Derived from the path, the history or the approvals; refused as input, because two sources would be one too many.
DERIVED = (
    "slug",
    "url",
    "save_as",
    "template",
    "status",
    "date",
    "modified",
    "category",
    "author",
    "submitted",
    "approved",
    "published",
)


def read_item(data: bytes, path: str, policy: Policy) -> Reading:
    """Read a content file. Never raises for a fault of the file: the faults are in the Reading."""
    address = parse_address(path)
    if address is None:
        return Reading(path, faults=(_fault(Place(path), "item.path"),))
    try:
        nodes, body, line = split(data, path)
    except CongboError as error:
        fix = say(f"{error.message.key}.fix", **error.message.params)
        return Reading(path, faults=(Fault(error.place or Place(path), error.message, fix),))
    return _Reader(address, nodes, policy).item(body, line)


class _Reader:
    """Collects the values and the faults of one file."""

    def __init__(self, address: Address, nodes: MappingNode, policy: Policy) -> None:
        self._address = address
        self._nodes = nodes
        self._policy = policy
        self._faults: list[Fault] = []

    def item(self, body: str, line: int) -> Reading:
        house = self._house()
        fields = self._fields(str(house.get("type", "")))
        self._agreement(house)
        if self._faults:
            return Reading(self._address.path, faults=tuple(self._faults))
        house.pop("lang", None)
        item = Item(
            address=self._address, fields=fields, places=Places(self._address.path, self._nodes.keys), body=body,
            body_line=line, body_sum=sum_of(body) if self._translates() else "", **house,
        )  # fmt: skip
        return Reading(self._address.path, item)

    def _translates(self) -> bool:
        portal = self._policy.portals.get(self._address.portal)
        return portal is not None and len(portal.languages) > 1

    def _house(self) -> dict[str, Any]:
        for key in REQUIRED:
            if key not in self._nodes.nodes:
                self._add(Place(self._address.path, 1, 1), "item.missing_key", key=key)
        return {
            key: value
            for key, read in HOUSE.items()
            if key in self._nodes.nodes and (value := self._value(key, read)) is not None
        }

    def _fields(self, type_id: str) -> dict[str, Value]:
        if type_id not in self._policy.types.types:
            if type_id:
                self._add(
                    self._nodes.at("type"),
                    "item.unknown_type",
                    type=type_id,
                    known=sorted(self._policy.types.types),
                )
            return {}
        allowed = self._policy.types.fields_of(type_id)
        self._refuse_keys(type_id, allowed)
        found: dict[str, Value] = {}
        for key in (key for key in self._nodes.nodes if key in allowed):
            value = self._value(key, self._converter(self._policy.types.fields[allowed[key]]))
            if value is not None:
                found[allowed[key]] = value
        return found

    def _converter(self, field: Field) -> Callable[[Node], Value]:
        if field.type == "choice":
            return convert.choice(self._policy.vocabularies[field.vocabulary].ids)
        return PUBLISHING.get(field.type) or CONVERTERS[field.type]

    def _refuse_keys(self, type_id: str, allowed: Mapping[str, str]) -> None:
        """Refuse what the type does not have: each of the first keys by itself, the others together."""
        name, known = self._policy.types.types[type_id].name, sorted(allowed)
        extra = [key for key in self._nodes.nodes if key not in allowed and key not in HOUSE]
        for key in (key for key in extra if key in DERIVED):
            self._add(self._nodes.at(key), "item.derived_key", key=key)
        unknown = [key for key in extra if key not in DERIVED]
        for key in unknown[:MAX_UNKNOWN]:
            self._add(self._nodes.at(key), "item.unknown_key", key=key, type=name, known=known)
        if more := unknown[MAX_UNKNOWN:]:
            counts = {"count": len(more), "shown": MAX_UNKNOWN}
            self._add(self._nodes.at(more[0]), "item.unknown_keys", type=name, known=known, **counts)

    def _value(self, key: str, read: Callable[[Node], Any]) -> Any:
        try:
            return read(self._nodes.nodes[key])
        except UnfitError as unfit:
            want = say(unfit.want, **unfit.params)
            message = say("item.unfit", key=key, shown=unfit.shown, want=want)
            self._faults.append(Fault(unfit.place, message, say("item.unfit.fix", key=key, want=want)))
            return None

    def _agreement(self, house: dict[str, Any]) -> None:
        """The path and the front matter may not contradict each other."""
        lang = house.get("lang", "vi")
        if lang != self._address.lang:
            self._add(self._nodes.at("lang"), "item.lang", lang=lang, path_lang=self._address.lang)
        if len(str(house.get("title", ""))) > MAX_TITLE:
            self._add(self._nodes.at("title"), "item.long_title", limit=MAX_TITLE)
        start, end = house.get("publish_at"), house.get("expires_at")
        if start and end and end <= start:
            self._add(self._nodes.at("expires_at"), "item.expires_before", start=start, end=end)

    def _add(self, place: Place, message: str, /, **params: object) -> None:
        self._faults.append(Fault(place, say(message, **params), say(f"{message}.fix", **params)))


def _fault(place: Place, key: str) -> Fault:
    return Fault(place, say(key), say(f"{key}.fix"))
