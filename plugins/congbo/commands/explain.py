"""``congbo explain``: what a clause says and how it is met, or the manual page of a check."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from congbo.checks import CHECKS
from congbo.commands.common import language_of, out, parser
from congbo.commands.means import KINDS_OF_GATE, MEANS
from congbo.errors import CLEAN, refuse
from congbo.facts.cited import cited
from congbo.facts.met import Met, met
from congbo.history import repository_root
from congbo.locale import catalogue, manual, sentence
from congbo.message import say
from congbo.policy import Policy, load_policy
from congbo.policy.procedures import HOUSE_RULES, word_of
from congbo.policy.regulation import Regulation
from congbo.tree import FolderTree


def main(argv: Sequence[str]) -> int:
    """Print the explanation of a clause or of a check."""
    lang = language_of(argv)
    parse = parser("explain", lang)
    parse.add_argument("name", metavar="RULE|CHECK", help=catalogue(lang)["explain.option.name"])
    args = parse.parse_args(argv)
    if args.name in (*CHECKS, *KINDS_OF_GATE):
        out(manual(lang, args.name))
        return CLEAN
    if args.name in HOUSE_RULES:
        out(_house_rule(args.name, lang))
        return CLEAN
    policy = load_policy(FolderTree(repository_root(args.root)))
    found = next((one for one in met(policy, MEANS) if one.clause.id == args.name), None)
    if found is None:
        raise refuse("command.unknown_rule", name=args.name)
    out("\n".join(_lines(policy, found, lang)) + "\n")
    return CLEAN


def _house_rule(rule: str, lang: str) -> str:
    """The rules of our own that tables of steps cite; those that a check answers for stand on its manual page."""
    title = sentence(say("output.house_rule", rule=rule), lang)
    return f"{title}\n\n{sentence(say(f'house_rule.{word_of(rule)}'), lang)}\n"


def _lines(policy: Policy, one: Met, lang: str) -> Iterator[str]:
    clause = one.clause
    yield f"{clause.id}: {cited(one.regulation, clause)}"
    yield ""
    yield clause.says.in_(lang)
    yield ""
    yield sentence(
        say(
            "explain.nature",
            level=clause.is_.level,
            kind=_kind(clause.is_.kind, lang),
            strength=say(f"strength.{clause.is_.strength}"),
        ),
        lang,
    )
    for rule in one.rules:
        yield sentence(say("explain.met_by", means=say(f"means.{rule.means}"), name=rule.name), lang)
    if one.planned_in:
        yield sentence(say("explain.planned", part=one.planned_in), lang)
    yield from _readings(one.regulation, clause.id, lang)
    yield from _laws(policy, one.regulation, clause.id, lang)


def _kind(kind: str, lang: str) -> str:
    """The kind of a clause in words; a regulation of somebody else may have kinds of its own."""
    return catalogue(lang).get(f"clause_kind.{kind.replace(' ', '_')}", kind)


def _readings(regulation: Regulation, clause: str, lang: str) -> Iterator[str]:
    for reading in regulation.readings:
        if clause in reading.clauses:
            yield ""
            yield f"{reading.code}: {reading.defect.in_(lang)}"
            yield f"→ {reading.chosen.in_(lang)}"


def _laws(policy: Policy, regulation: Regulation, clause: str, lang: str) -> Iterator[str]:
    for cited_law in regulation.cites:
        if clause in cited_law.in_:
            successors = [policy.laws[s.id].number for s in policy.laws[cited_law.law].successors]
            yield sentence(say("explain.law", printed=cited_law.printed, successors=successors or ["-"]), lang)
