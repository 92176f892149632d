"""Which tests name an obligation: the case pages and flow tests of the repository that holds the program's tests."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping

from congbo.text.regex import regex
from congbo.tree import Tree

TESTS = "tests"
_PAGE = regex(r"tests/cases/[^/]+/.+\.md|tests/(.+/)?test_[^/]+\.py")
_WORD = regex(r"[A-Z]{2}-[^\s,;()`\"'+]+")
_END = ".:"


def tests_naming(tree: Tree, clauses: Collection[str]) -> Mapping[str, tuple[str, ...]]:
    """Return clause id -> paths of the tests that name it, sorted; nothing where the tree has no tests."""
    found: dict[str, list[str]] = defaultdict(list)
    for path in tree.paths(TESTS):
        if _PAGE.fullmatch(path):
            named = {word.rstrip(_END) for word in _WORD.findall(tree.read(path).decode("utf-8", "replace"))}
            for clause in named.intersection(clauses):
                found[clause].append(path)
    return {clause: tuple(paths) for clause, paths in found.items()}
