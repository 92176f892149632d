"""Small faults put into a module's syntax tree, one at a time: a comparison turned round, a condition left out."""

from __future__ import annotations

import ast
import copy
from collections.abc import Iterator
from typing import NamedTuple

COMPARED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
}
JOINED: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.BitOr: ast.BitAnd,
    ast.BitAnd: ast.BitOr,
    ast.BitXor: ast.BitOr,
}
CALLED = {"any": "all", "all": "any", "max": "min", "min": "max"}


# Whoever makes a refusal: what it tells people is no rule, so its parameters are left alone.
TELLING = ("say", "fault", "_fault", "_refused")


class Mutant(NamedTuple):
    """A module with one fault. ``where`` is the function that it is in; ``was`` and ``now`` the whole statement either way.

    ``number`` and ``at`` tell which node and which of its faults it is.
    """

    line: int
    where: str
    was: str
    now: str
    number: int
    at: int


def mutants_of(source: str) -> Iterator[Mutant]:
    """Yield every mutant of a module."""
    for number, (where, node, statement) in enumerate(_nodes(ast.parse(source))):
        for at in range(len(list(_faults(node)))):
            was = _written(statement)
            yield Mutant(node.lineno, where, was, _written(_exchanged(statement, node, at)), number, at)


def source_of(source: str, mutant: Mutant) -> str:
    """Return the module with the fault in it."""
    tree = ast.parse(source)
    node = list(_nodes(tree))[mutant.number][1]
    return ast.unparse(ast.fix_missing_locations(_exchanged(tree, node, mutant.at)))


def _exchanged(tree: ast.AST, node: ast.AST, at: int) -> ast.AST:
    """A copy of the tree in which the fault stands for the node."""
    node.fault = at  # type: ignore[attr-defined]  # the mark by which the copy of the node is found
    try:
        twin = copy.deepcopy(tree)
    finally:
        del node.fault  # type: ignore[attr-defined]
    return _Exchange().visit(twin)


def _written(statement: ast.AST) -> str:
    """A statement in one line; of one that has others inside, its head."""
    head = copy.copy(statement)
    for name, value in (("body", [ast.Pass()]), ("orelse", []), ("finalbody", [])):
        if isinstance(getattr(head, name, None), list):
            setattr(head, name, value)
    return " ".join(ast.unparse(ast.fix_missing_locations(head)).split()).removesuffix(": pass")


def _nodes(tree: ast.Module) -> Iterator[tuple[str, ast.expr | ast.stmt, ast.stmt]]:
    """Every expression and statement inside functions and of module constants, with the statement that it stands in.

    Annotations, docstrings and what is told to people are left out.
    """

    def walk(node: ast.AST, where: str, around: ast.stmt) -> Iterator[tuple[str, ast.expr | ast.stmt, ast.stmt]]:
        for name, value in ast.iter_fields(node):
            if name in ("annotation", "returns", "decorator_list", "type_comment") or (
                name == "keywords" and _tells(node)
            ):
                continue
            for child in value if isinstance(value, list) else [value]:
                if not isinstance(child, ast.AST) or _is_docstring(child) or _is_typing(child):
                    continue
                inside = (
                    f"{where}.{child.name}".lstrip(".") if isinstance(child, (ast.FunctionDef, ast.ClassDef)) else where
                )
                statement = child if isinstance(child, ast.stmt) else around
                if isinstance(child, (ast.expr, ast.stmt)):
                    yield inside, child, statement
                yield from walk(child, inside, statement)

    return walk(tree, "", ast.Pass())


def _tells(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in TELLING


def _is_docstring(node: ast.AST) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def _is_typing(node: ast.AST) -> bool:
    """What only a type checker reads: imports for types, and names of types."""
    if isinstance(node, ast.If):
        return isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"
    return isinstance(node, ast.Assign) and isinstance(node.value, ast.Subscript)


def _faults(node: ast.expr | ast.stmt) -> Iterator[ast.expr | ast.stmt]:  # noqa: C901 - a written table of cases
    match node:
        case ast.Compare(ops=[op], left=left, comparators=comparators) if type(op) in COMPARED:
            yield ast.Compare(left, [COMPARED[type(op)]()], comparators)
        case ast.Compare(ops=ops, left=left, comparators=comparators):
            for at, op in enumerate(ops):
                yield ast.Compare(left, [*ops[:at], COMPARED[type(op)](), *ops[at + 1 :]], comparators)
        case ast.BoolOp(op=op, values=values):
            yield ast.BoolOp(ast.And() if isinstance(op, ast.Or) else ast.Or(), values)
            for at in range(len(values)):
                rest = values[:at] + values[at + 1 :]
                yield rest[0] if len(rest) == 1 else ast.BoolOp(op, rest)
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            yield operand
        case ast.IfExp(body=body, orelse=orelse):
            yield body
            yield orelse
        case ast.BinOp(left=left, op=op, right=right) if type(op) in JOINED:
            yield ast.BinOp(left, JOINED[type(op)](), right)
        case ast.Call(func=ast.Name(id=name), args=args, keywords=keywords) if name in CALLED:
            yield ast.Call(ast.Name(CALLED[name], ast.Load()), args, keywords)
        case ast.Constant(value=bool(value)):
            yield ast.Constant(not value)
        case ast.Constant(value=int(value)):
            yield ast.Constant(value + 1)
        case ast.Constant(value=str(value)):
            yield ast.Constant(f"{value}?")
        case ast.GeneratorExp() | ast.ListComp() | ast.SetComp() | ast.DictComp():
            for at, one in enumerate(node.generators):
                for which in range(len(one.ifs)):
                    twin = copy.deepcopy(node)
                    del twin.generators[at].ifs[which]
                    yield twin
        case ast.Return(value=value) if value is not None and not (
            isinstance(value, ast.Constant) and value.value is None
        ):
            yield ast.Return(ast.Constant(None))
        case ast.Expr(value=ast.Yield() | ast.YieldFrom() | ast.Call()) | ast.Continue() | ast.AugAssign():
            yield ast.Pass()
        case ast.If(test=test, body=body, orelse=orelse):
            yield ast.If(ast.UnaryOp(ast.Not(), test), body, orelse)
            yield ast.Pass() if not orelse else ast.If(ast.Constant(False), body, orelse)


class _Exchange(ast.NodeTransformer):
    def visit(self, node: ast.AST) -> ast.AST:
        at = getattr(node, "fault", None)
        if at is None:
            return self.generic_visit(node)
        assert isinstance(node, (ast.expr, ast.stmt))  # noqa: S101 - for the reader of types
        return list(_faults(node))[at]
