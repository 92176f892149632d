"""``congbo rules``: every obligation and how it is met."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence

from congbo.commands.common import language_of, out, parser
from congbo.commands.means import MEANS
from congbo.errors import CLEAN, refuse
from congbo.facts.cited import cited
from congbo.facts.met import Met, met
from congbo.facts.shown import tests_naming
from congbo.frozen import replace
from congbo.history import repository_root
from congbo.locale import catalogue, sentence
from congbo.message import say
from congbo.policy import load_policy
from congbo.tree import FolderTree, Tree


def main(argv: Sequence[str]) -> int:
    """Print the obligations of one or all regulations."""
    lang = language_of(argv)
    words = catalogue(lang)
    parse = parser("rules", lang)
    parse.add_argument("--regulation", metavar="ID", help=words["rules.option.regulation"])
    parse.add_argument("--format", choices=_FORMATS, default="text", help=words["option.format"])
    args = parse.parse_args(argv)
    tree = FolderTree(repository_root(args.root))
    policy = load_policy(tree)
    if args.regulation and args.regulation not in policy.regulations:
        raise refuse("command.unknown_rule", name=args.regulation)
    out(_FORMATS[args.format](tree, list(met(policy, MEANS, args.regulation)), lang))
    return CLEAN


def _json(tree: Tree, clauses: list[Met], _: str) -> str:
    clauses = _with_tests(tree, clauses)
    return json.dumps([_entry(one) for one in clauses], ensure_ascii=False, indent=1) + "\n"


def _with_tests(tree: Tree, clauses: list[Met]) -> list[Met]:
    """Give each clause the tests that name it; where none does, those of its kind stay (a repository without tests)."""
    naming = tests_naming(tree, {one.clause.id for one in clauses})
    return [replace(one, tests=naming.get(one.clause.id, one.tests)) for one in clauses]


def _entry(one: Met) -> dict[str, object]:
    first, *others = one.rules
    return {
        "id": one.clause.id,
        "citation": cited(one.regulation, one.clause),
        "kind": one.clause.is_.kind,
        "level": one.clause.is_.level,
        "met_by": first.means,
        "name": first.name,
        "also": [{"met_by": rule.means, "name": rule.name} for rule in others],
        "state": one.state,
        "planned_in": one.planned_in or None,
        "tests": list(one.tests),
    }


def _markdown(_: Tree, clauses: list[Met], lang: str) -> str:
    head = sentence(say("rules.table_head"), lang)
    rows = [f"| {' | '.join(_cells(one, lang))} |" for one in clauses]
    return "\n".join([head, *rows]) + "\n"


def _cells(one: Met, lang: str) -> list[str]:
    means = " + ".join(f"{rule.means}: {rule.name}" for rule in one.rules)
    state = sentence(say(f"rules.{one.state}", part=one.planned_in), lang)
    cells = [
        one.clause.id,
        cited(one.regulation, one.clause),
        one.clause.says.in_(lang),
        one.clause.is_.level,
        means,
        state,
    ]
    return [cell.replace("|", "\\|").replace("\n", " ") for cell in cells]


def _text(_: Tree, clauses: list[Met], lang: str) -> str:
    lines = [
        f"{one.clause.id:<18} {one.clause.is_.level}  {sentence(say(f'rules.short.{one.state}'), lang):<8} {_way(one, lang)}"
        for one in clauses
    ]
    counts = {state: sum(one.state == state for one in clauses) for state in ("met", "planned")}
    total = sentence(say("rules.total", all=len(clauses), **counts), lang)
    return "\n".join([*lines, "", total]) + "\n"


def _way(one: Met, lang: str) -> str:
    """How a clause is met, in words: of a feature what it does, of all else the name that other commands know it by."""
    rule = one.rules[0]
    name = catalogue(lang).get(f"book.feature.{rule.name}", rule.name) if rule.means == "feature" else rule.name
    return f"{sentence(say(f'means.{rule.means}'), lang).removesuffix(':')}: {name}"


_FORMATS: Mapping[str, Callable[[Tree, list[Met], str], str]] = {
    "text": _text,
    "json": _json,
    "md": _markdown,
}
