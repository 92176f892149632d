"""What a run of the tests has met before: values that follow from bytes alone, and are frozen, are given again.

Thousands of tests load policies that are the real ones, or differ from them in one file, and read the content of this
repository. Each of them sees what it would see by itself: only what is refused is worked out anew every time.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps
from hashlib import blake2b
from types import CodeType
from typing import Any, TypeVar

from congbo.attached import Inspection
from congbo.errors import CongboError
from congbo.facts import corpus
from congbo.item import Reading
from congbo.policy import Policy, load
from congbo.site.environment import Environment
from congbo.strict import Mapping as MappingNode
from congbo.tree import ReadOnce, Tree

T = TypeVar("T")

# Readers of a node, and of nothing else; a record is read with types and vocabularies, too.
READERS = (
    "read_articles", "read_board", "read_calendar", "read_holders", "read_host", "read_law", "read_line", "read_people",
    "read_portal", "read_regulation", "read_section", "read_target", "read_types", "read_unit", "read_vocabulary",
)  # fmt: skip


def remember() -> None:
    """Let the policies and the content that were met be given again."""
    load.compose = lru_cache(maxsize=1000)(load.compose)
    load._Files._document = _documents(load._Files._document)
    for name in READERS:
        setattr(load, name, by_node(getattr(load, name)))
    load.load_policy = policies(load.load_policy)
    corpus.read_item = items(corpus.read_item)
    corpus.inspect = inspections(corpus.inspect)
    Environment.compile = templates(Environment.compile)


def by_node(read: Callable[[Any], T], most: int = 20_000) -> Callable[[Any], T]:
    """Remember what a reader made of a node, as long as it is the same node (and not one like it)."""
    known: dict[int, tuple[Any, T]] = {}

    @wraps(read)
    def reader(node: Any) -> T:
        if id(node) not in known:
            if len(known) >= most:
                known.clear()
            known[id(node)] = node, read(node)
        return known[id(node)][1]

    return reader


def _documents(read: Callable[[Any, str, str], MappingNode]) -> Callable[[Any, str, str], MappingNode]:
    """Remember the node that a file is, by its bytes, for the parser of the moment (a test puts in another)."""
    known: dict[tuple[object, ...], MappingNode] = {}

    @wraps(read)
    def reader(files: Any, path: str, noun: str) -> MappingNode:
        files._read.add(path)
        key = load.compose, path, noun, files._tree.read(path)
        if key not in known:
            if len(known) >= 2000:
                known.clear()
            known[key] = read(files, path, noun)
        return known[key]

    return reader


def policies(loader: Callable[[Tree], Policy], most: int = 50) -> Callable[[Tree], Policy]:
    """Remember policies by the bytes of all their files; a tree that a file cannot be read of is left to the loader."""
    known: dict[tuple[object, bytes], Policy] = {}

    @wraps(loader)
    def loaded(tree: Tree) -> Policy:
        once = ReadOnce(tree)
        try:
            key = load.compose, _print(once)
        except CongboError:
            return loader(tree)
        if key not in known:
            made = loader(once)
            if len(known) >= most:
                known.pop(next(iter(known)))
            known[key] = made
        return known[key]

    return loaded


def _print(tree: Tree) -> bytes:
    """Return what differs if the loader sees anything else: a name, a byte, keys that are no file."""
    names = tree.paths(load.ROOT)
    made = blake2b(repr((names, tree.has(load.KEYS))).encode())
    for path in names:
        if (path.endswith((".yml", ".yaml")) and path.split("/")[1] not in load.RECORDED) or path == load.KEYS:
            data = tree.read(path)
            made.update(f"{path} {len(data)} ".encode())
            made.update(data)
    return made.digest()


def items(read: Callable[[bytes, str, Policy], Reading], most: int = 20_000) -> Callable[[bytes, str, Policy], Reading]:
    """Remember what an item's file said under the very same policy."""
    known: dict[tuple[int, str, bytes], tuple[Policy, Reading]] = {}

    @wraps(read)
    def reader(data: bytes, path: str, policy: Policy) -> Reading:
        key = id(policy), path, data
        if key not in known:
            if len(known) >= most:
                known.clear()
            known[key] = policy, read(data, path, policy)
        return known[key][1]

    return reader


def inspections(look: Callable[[bytes, str], Inspection]) -> Callable[[bytes, str], Inspection]:
    """Remember what an attachment is and says."""
    return lru_cache(maxsize=500)(look)


# What the code of a template depends on besides its text: settings of the environment, and the names that it knows.
SETTINGS = ("trim_blocks", "lstrip_blocks", "keep_trailing_newline", "autoescape", "optimized", "code_generator_class")


def templates(compiled: Callable[..., CodeType], most: int = 2000) -> Callable[..., CodeType]:
    """Remember the code of a template by its text and its name; each has the file name of its own folder."""
    known: dict[tuple[object, ...], CodeType] = {}

    @wraps(compiled)
    def compile_(self: Environment, source: Any, name: Any = None, filename: Any = None, **more: Any) -> CodeType:
        if not isinstance(source, str) or not filename or more:
            return compiled(self, source, name, filename, **more)
        settings = (getattr(self, one) for one in SETTINGS)
        key = source, name, *settings, *map(frozenset, (self.filters, self.tests, self.extensions))
        if key not in known:
            if len(known) >= most:
                known.clear()
            known[key] = compiled(self, source, name, filename)
        return in_file(known[key], filename)

    return compile_


def in_file(code: CodeType, filename: str) -> CodeType:
    """Return code as if it had been compiled from another file."""
    inner = (in_file(one, filename) if isinstance(one, CodeType) else one for one in code.co_consts)
    return code.replace(co_filename=filename, co_consts=tuple(inner))
