"""Reads ``policies/`` from a tree of files."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Any, TypeVar

from congbo.errors import refuse
from congbo.place import Place
from congbo.policy.board import read_board
from congbo.policy.calendar import read_calendar
from congbo.policy.characters import refuse_flaws
from congbo.policy.checklist import read_line
from congbo.policy.clauses import Article, read_articles
from congbo.policy.content import TypeTable, read_types
from congbo.policy.holders import read_holders
from congbo.policy.hosts import read_host
from congbo.policy.keys import PATH as KEYS
from congbo.policy.keys import KeyRing, read_keys
from congbo.policy.law import read_law
from congbo.policy.model import Policy
from congbo.policy.people import People, read_people
from congbo.policy.portals import read_portal
from congbo.policy.records import Record, read_record
from congbo.policy.regulation import read_regulation
from congbo.policy.sections import read_section
from congbo.policy.shape import ident, listed, need, record
from congbo.policy.targets import read_target
from congbo.policy.units import read_unit
from congbo.policy.verify import verify, verify_record_types
from congbo.policy.vocabulary import Vocabulary, read_vocabulary
from congbo.strict import Mapping as MappingNode
from congbo.strict import Scalar, compose
from congbo.strict.bytes import decode
from congbo.tree import Tree

ROOT = "policies"
FORMATS = ("1",)
RECORDED = ("approvals",)
PEOPLE = f"{ROOT}/keys/people.yml"

T = TypeVar("T")


def load_policy(tree: Tree) -> Policy:
    """Return the policy of a repository.

    Raises CongboError, with file, line and cure, for the first thing that is unknown, doubled, dangling or contradictory.
    """
    files = _Files(tree)
    types = files.one("types.yml", "every_item", read_types, _no_types)
    vocabularies = _by(files.folder("vocabularies", "vocabulary", read_vocabulary), "id")
    verify_record_types(types, vocabularies)
    policy = Policy(
        types=types,
        sections=_by(files.listed("sections.yml", "sections", read_section), "id"),
        vocabularies=vocabularies,
        units=_by(files.lists("units", "units", read_unit), "id"),
        laws=_by(files.listed("law.yml", "law", read_law), "id"),
        calendars=_by(files.folder("calendar", "calendar", read_calendar), "year"),
        regulations=_by(files.each("regulation.yml", "regulation", read_regulation), "id"),
        articles=files.articles(),
        board_rules=_by(files.each("board.yml", "board_of", read_board), "regulation"),
        portals=_by(files.folder("portals", "portal", read_portal), "id"),
        boards=_by(files.folder("boards", "board", read_holders), "portal"),
        records=_records(files, types, vocabularies),
        checklist=_by(files.listed("checklist.yml", "checklist", read_line), "id"),
        hosts=tuple(_by(files.listed("hosts.yml", "hosts", read_host), "host").values()),
        targets=_by(files.listed("targets.yml", "targets", read_target), "name"),
        people=files.one("keys/people.yml", "people", read_people, People),
        keys=read_keys(tree.read(KEYS)) if tree.has(KEYS) else KeyRing(),
    )
    files.refuse_unread()
    verify(policy)
    return policy


class _Files:
    """The files of ``policies/``, each read once; what nobody read is refused at the end."""

    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        self._paths = [p for p in tree.paths(ROOT) if p.endswith((".yml", ".yaml"))]
        self._read: set[str] = set()
        if not self._paths:
            raise refuse("policy.none", Place(ROOT))

    def one(self, name: str, noun: str, read: Callable[[MappingNode], T], absent: Callable[[], T]) -> T:
        """Read one file, or return ``absent()`` if the repository has none."""
        path = f"{ROOT}/{name}"
        return read(self._document(path, noun)) if path in self._paths else absent()

    def listed(self, name: str, noun: str, read: Callable[[Any], T]) -> list[T]:
        """Read the entries of a file that is a list; none if there is no such file."""
        read_list: Callable[[MappingNode], dict[str, tuple[T, ...]]] = record(dict, {noun: need(listed(read))})
        nothing: Callable[[], dict[str, tuple[T, ...]]] = dict
        return list(self.one(name, noun, read_list, nothing).get(noun, ()))

    def lists(self, folder: str, noun: str, read: Callable[[Any], T]) -> list[T]:
        """Read the entries of every list in a folder, or of the one file of that name."""
        paths = [f"{ROOT}/{folder}.yml"] if f"{ROOT}/{folder}.yml" in self._paths else self._in(folder)
        return [entry for path in paths for entry in self.listed(path.removeprefix(f"{ROOT}/"), noun, read)]

    def folder(self, folder: str, noun: str, read: Callable[[Any], T]) -> list[T]:
        """Read every file of a folder."""
        return [read(self._document(path, noun)) for path in self._in(folder)]

    def each(self, name: str, noun: str, read: Callable[[Any], T]) -> list[T]:
        """Read the file of that name of every regulation."""
        return [read(self._document(path, noun)) for path in self._in("regulations") if path.endswith(f"/{name}")]

    def articles(self) -> dict[str, tuple[Article, ...]]:
        """Read every ``clauses.yml``: regulation -> articles."""
        found: dict[str, tuple[Article, ...]] = {}
        keys = {"clauses_of": need(_prefix), "articles": need(read_articles)}
        for path in self._in("regulations"):
            if path.endswith("/clauses.yml"):
                document: dict[str, Any] = record(dict, keys)(self._document(path, "clauses_of"))
                found[document["clauses_of"]] = document["articles"]
        return found

    def refuse_unread(self) -> None:
        """Refuse a file that no reader knows: a misplaced policy must not be ignored in silence."""
        for path in self._paths:
            if path not in self._read and path.split("/")[1] not in RECORDED:
                raise refuse("policy.unknown_file", Place(path))
        for path in self._tree.paths(f"{ROOT}/keys"):
            if path not in (PEOPLE, KEYS):
                raise refuse("keys.unknown_file", Place(path))

    def _in(self, folder: str) -> list[str]:
        return [path for path in self._paths if path.startswith(f"{ROOT}/{folder}/")]

    def _document(self, path: str, noun: str) -> MappingNode:
        self._read.add(path)
        text = decode(self._tree.read(path), path)
        refuse_flaws(text, path)
        mapping = compose(text, path)
        order = list(mapping.nodes)
        if order[:1] != ["format"] or noun not in order[1:2]:
            raise refuse("policy.begins_with", Place(path, 1), noun=noun, known=FORMATS)
        number = mapping.nodes["format"]
        if not isinstance(number, Scalar) or number.text not in FORMATS:
            raise refuse("policy.format", mapping.at("format"), known=FORMATS)
        return MappingNode(mapping.place, _without(mapping.nodes, "format"), _without(mapping.keys, "format"))


def _records(files: _Files, types: TypeTable, vocabularies: Mapping[str, Vocabulary]) -> tuple[Record, ...]:
    read = partial(read_record, types=types, vocabularies=vocabularies)
    return tuple(_by(files.folder("records", "record", read), "id").values())


def _prefix(node: Any) -> str:
    return str(node.text) if isinstance(node, Scalar) else ident(node)


def _without(mapping: Mapping[str, T], key: str) -> dict[str, T]:
    return {name: value for name, value in mapping.items() if name != key}


def _no_types() -> TypeTable:
    raise refuse("policy.no_types", Place(f"{ROOT}/types.yml"))


def _by(entries: Iterable[T], attribute: str) -> dict[Any, T]:
    found: dict[Any, T] = {}
    for entry in entries:
        key = getattr(entry, attribute)
        if key in found:
            place: Place = entry.place  # type: ignore[attr-defined]
            raise refuse("policy.duplicate_id", place, id=key, first=str(found[key].place))  # type: ignore[attr-defined]
        found[key] = entry
    return found
