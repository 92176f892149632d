"""Emergency publications (CB-20), as the repository remembers them."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from congbo.errors import CongboError
from congbo.place import Place
from congbo.signed.answers import read_answers
from congbo.signed.folder import ANSWERS, APPROVALS, REASON, STATEMENT, is_emergency
from congbo.signed.statement import Statement, parse_statement
from congbo.tree import Tree


class Hastened(Struct, frozen=True):
    """One emergency publication: the statement that published, and the reason that it gave."""

    statement: Statement
    reason: str


def hastened(tree: Tree, board: str = "", folder: str = APPROVALS) -> tuple[Hastened, ...]:
    """Return the emergency publications that a tree records in a folder, of one board or of all, the newest first."""
    found = sorted(_hastened(tree, board, folder), key=lambda one: (one.statement.issued, one.statement.change_id))
    return tuple(reversed(found))


def _hastened(tree: Tree, board: str, folder: str) -> Iterator[Hastened]:
    for path in tree.paths(folder):
        if not is_emergency(path):
            continue
        try:
            statement = parse_statement(tree.read(path), Place(path))
        except CongboError:
            continue  # the gate lets no such file in
        if board in ("", statement.board):
            yield Hastened(statement, _reason(tree, path.removesuffix(STATEMENT) + ANSWERS))


def _reason(tree: Tree, path: str) -> str:
    try:
        return read_answers(tree.read(path), Place(path)).get(REASON, "") if tree.has(path) else ""
    except CongboError:
        return ""
