"""From which of the theme's files an output is filled: a style that changes fills no page again, a template only its own.

What a template leads to is read from Jinja's own tree of it: what it extends, imports or includes, and the parts that it puts
in by ``kept("...")``. A name that is made up as ``"items/" ~ page.view ~ ".html"`` leads to all that begin alike.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Mapping
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import Final

from jinja2 import Environment, TemplateSyntaxError, nodes
from msgspec import Struct

from congbo.errors import refuse
from congbo.place import Place
from congbo.site.kind import Kind

_TEMPLATES: Final = "theme/templates/"
_STATIC: Final = "theme/static/"
_PUTS_IN: Final = "kept"
# Functions that show the theme as a whole: its templates with samples, its colours.
_WHOLE: Final = frozenset({"specimen", "tokens"})

# Path beneath the root -> the sum of what stands in the file.
Looks = Mapping[str, str]


class _Led(Struct, frozen=True):
    """Where a template leads: to the file of a name, or to all whose names begin so."""

    name: str
    whole: bool

    def to(self, path: str) -> bool:
        return path == self.name if self.whole else path.startswith(self.name)


_ANYWHERE: Final = _Led("", whole=False)


def looks_of(root: Path) -> Looks:
    """Return the theme's files with their sums (SHA-256, hexadecimal).

    Raises CongboError for a linked folder: what lies behind it is no part of the theme, and changes unseen.
    """
    return {path: sha256((root / path).read_bytes()).hexdigest() for path in sorted(_files(root))}


def _files(root: Path) -> Iterator[str]:
    for where, folders, files in os.walk(root / "theme"):
        prefix = Path(where).relative_to(root).as_posix()
        for name in folders:
            if (Path(where) / name).is_symlink():
                raise refuse("build.theme_link", Place(f"{prefix}/{name}"))
        yield from (f"{prefix}/{name}" for name in files if (Path(where) / name).is_file())


def filled_otherwise(root: Path, kinds: Collection[Kind], before: Looks, now: Looks) -> frozenset[str]:
    """Return the names of the kinds of outputs that may be filled otherwise than from the files that there were before.

    Where a file is given up that pages may show, all are: so they are seen to lead nowhere before they are public.
    """
    changed = frozenset(path for path, _ in now.items() ^ before.items())
    every = any(path.startswith(_STATIC) for path in before.keys() - now.keys())
    ways = _Ways(root, now.keys() | before.keys())
    templates = {one.template for one in kinds if one.template}
    other = templates if every else {name for name in templates if ways.reach(name, changed)}
    return frozenset(one.name for one in kinds if one.template in other)


class _Ways:
    """Where templates lead, each read once; ``paths``: the files that there are, or were."""

    def __init__(self, root: Path, paths: Collection[str]) -> None:
        self._root = root
        self._paths = paths
        self._known: dict[str, frozenset[str]] = {}

    def reach(self, template: str, changed: frozenset[str]) -> bool:
        """Tell whether one of the files that changed may be among those that a template is filled from."""
        reached, rest = set[str](), {f"{_TEMPLATES}{template}"}
        while rest:
            reached |= rest
            rest = {path for one in rest for path in self._from(one)} - reached
        return not reached.isdisjoint(changed)

    def _from(self, path: str) -> frozenset[str]:
        if path not in self._known:
            led = set(self._led(path))
            self._known[path] = frozenset(one for one in self._paths if any(way.to(one) for way in led))
        return self._known[path]

    def _led(self, path: str) -> Iterator[_Led]:
        """Yield where a file leads: anywhere for a template that Jinja cannot read."""
        if not path.startswith(_TEMPLATES):
            return
        try:
            tree = self._parser.parse((self._root / path).read_text("utf-8"))
        except (OSError, UnicodeDecodeError, TemplateSyntaxError):
            yield _ANYWHERE
            return
        for node in tree.find_all((nodes.Stmt, nodes.Call)):
            yield from _led_by(node)
        if _handed_on(tree):
            yield _ANYWHERE

    @cached_property
    def _parser(self) -> Environment:
        return Environment(autoescape=True)


def _led_by(node: nodes.Node) -> Iterator[_Led]:
    """Yield where one statement or call of a template leads."""
    if isinstance(node, nodes.Extends | nodes.Import | nodes.FromImport | nodes.Include):
        yield _led(node.template)
    elif isinstance(node, nodes.Call) and isinstance(node.node, nodes.Name):
        if node.node.name in _WHOLE:
            yield _ANYWHERE
        elif node.node.name == _PUTS_IN:
            yield _led(node.args[0]) if node.args else _ANYWHERE


def _handed_on(tree: nodes.Template) -> bool:
    """Tell whether a function that leads to templates is used as a value: under another name it may be called with any."""
    called = [node.node for node in tree.find_all(nodes.Call)]
    rows = [node.node for node in tree.find_all(nodes.Getattr) if node.attr == "row"]
    as_said = {id(node) for node in (*called, *rows)}
    ours = (node for node in tree.find_all(nodes.Name) if node.name in (*_WHOLE, _PUTS_IN))
    return any(node.ctx != "load" or id(node) not in as_said for node in ours)


def _led(name: nodes.Expr) -> _Led:
    """Return what a name may be: as it stands, or what begins as it does."""
    if isinstance(name, nodes.Const) and isinstance(name.value, str):
        return _Led(_TEMPLATES + "/".join(_parts(name.value)), whole=True)
    if isinstance(name, nodes.Concat) and isinstance(name.nodes[0], nodes.Const):
        above, slash, last = str(name.nodes[0].value).rpartition("/")
        begin = "".join(f"{part}/" for part in _parts(above + slash))
        return _Led(_TEMPLATES + begin + ("" if last == "." else last), whole=False)
    return _ANYWHERE


def _parts(name: str) -> list[str]:
    """The parts of a template's name as Jinja takes them: without those that are empty or a dot."""
    return [part for part in name.split("/") if part not in ("", ".")]
