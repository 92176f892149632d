"""From which of the theme's files an output is filled: a style that changes fills no page again, a template only its own.

What a template leads to is read from Jinja's own tree of it: what it extends, imports or includes, and the parts that it puts
in by ``kept("...")``. A name that is made up as ``"items/" ~ page.view ~ ".html"`` leads to all that begin alike.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from fnmatch import fnmatchcase
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import Final

from jinja2 import Environment, TemplateSyntaxError, nodes

from congbo.site.kind import Kind

SETTINGS: Final = "pelicanconf.py"
_TEMPLATES: Final = "theme/templates/"
_STATIC: Final = "theme/static/"
_ANY: Final = "*"
_PUTS_IN: Final = "kept"
# Functions that show the theme as a whole: its templates with samples, its colours.
_WHOLE: Final = frozenset({"specimen", "tokens"})

# Path beneath the root -> the sum of what stands in the file.
Looks = Mapping[str, str]


def looks_of(root: Path) -> Looks:
    """Return the files by which a site looks as it does, with their sums (SHA-256, hexadecimal)."""
    files = [root / SETTINGS, *(root / "theme").rglob("*")]
    return {one.relative_to(root).as_posix(): sha256(one.read_bytes()).hexdigest() for one in files if one.is_file()}


def filled_otherwise(root: Path, kinds: Collection[Kind], before: Looks) -> frozenset[str]:
    """Return the names of the kinds of outputs that may be filled otherwise than from the files that there were before.

    Where a file is given up that pages may show, all are: so they are seen to lead nowhere before they are public.
    """
    now = looks_of(root)
    changed = frozenset(path for path, _ in now.items() ^ before.items())
    every = SETTINGS in changed or any(path.startswith(_STATIC) for path in before.keys() - now.keys())
    led = _Led(root, now.keys() | before.keys())
    templates = {one.template for one in kinds if one.template}
    other = templates if every else {name for name in templates if led.reach(name, changed)}
    return frozenset(one.name for one in kinds if one.template in other)


class _Led:
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
            patterns = list(self._patterns(path))
            self._known[path] = frozenset(one for one in self._paths if any(fnmatchcase(one, p) for p in patterns))
        return self._known[path]

    def _patterns(self, path: str) -> Iterator[str]:
        """Yield patterns of the files that one leads to: any file at all for one that Jinja cannot read."""
        if not path.startswith(_TEMPLATES):
            return
        try:
            tree = self._parser.parse((self._root / path).read_text("utf-8"))
        except (OSError, UnicodeDecodeError, TemplateSyntaxError):
            yield _ANY
            return
        for node in tree.find_all((nodes.Stmt, nodes.Call)):
            yield from _led_by(node)

    @cached_property
    def _parser(self) -> Environment:
        return Environment(autoescape=True)


def _led_by(node: nodes.Node) -> Iterator[str]:
    """Yield patterns of the files that one statement or call of a template leads to."""
    if isinstance(node, nodes.Extends | nodes.Import | nodes.FromImport | nodes.Include):
        yield _pattern(node.template)
    elif isinstance(node, nodes.Call) and isinstance(node.node, nodes.Name):
        if node.node.name in _WHOLE:
            yield _ANY
        elif node.node.name == _PUTS_IN:
            yield _pattern(node.args[0]) if node.args else _ANY


def _pattern(name: nodes.Expr) -> str:
    """Return what a name may be: as it stands, or what begins as it does."""
    if isinstance(name, nodes.Const) and isinstance(name.value, str):
        return f"{_TEMPLATES}{name.value}"
    if isinstance(name, nodes.Concat) and isinstance(name.nodes[0], nodes.Const):
        return f"{_TEMPLATES}{name.nodes[0].value}{_ANY}"
    return _ANY
