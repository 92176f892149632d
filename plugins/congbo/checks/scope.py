"""How far a check looks: at one item with its files, or around it at others.

What is said of an item alone can be said in any process and kept until the item changes. What needs others is said again only
where a change reaches (ADR 18), which the check declares in its line of the registry: a ``Reach``, where an item is judged
beside those that it finds by name; a ``Sight``, where a portal is judged as a whole. A check that declares nothing is told of
all items each time. Only the first kind may read bodies: the others are told of items without them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from typing import Any

from msgspec import Struct

from congbo.checks.ruled import Ruled
from congbo.facts.corpus import Corpus
from congbo.facts.named import LOOKS_AROUND
from congbo.finding import Finding
from congbo.item import Item
from congbo.policy import Policy
from congbo.policy.rule import Rule

House = Callable[[Corpus], Iterable[Finding]]
Run = Callable[[Corpus, Ruled], Iterable[Finding]]
Names = Callable[[Policy, Item], Iterable[str]]


def nothing(_: Corpus) -> Iterable[Finding]:
    """Find nothing: the part that a check does not have."""
    return ()


def no_names(_: Policy, __: Item) -> Iterable[str]:
    """Ask for nothing."""
    return ()


class Reach(Struct, frozen=True):
    """How items find each other: the names under which an item is found, and those that it looks for beside these.

    It promises that what is said at an item depends on this item, on those that show one of its names, on the policies and
    the day, and that each finding about items stands at the item.
    """

    shows: Names
    asks: Names = no_names


class Sight(Struct, frozen=True):
    """What a rule about a whole takes from items: ``sees`` gives groups, and in each of them what the item is there.

    It promises that what is said of a group depends on the first items (by path) of each kind in it, as many as are
    ``enough``, on the policies and the day. ``group`` tells which group a finding is about.
    """

    sees: Callable[[Corpus, Ruled, Item], Iterable[tuple[str, str]]]
    group: Callable[[Ruled, Finding], str]
    enough: Callable[[Ruled], int]


class HouseCheck(Struct, frozen=True):
    """A check of our own rules, in its two parts.

    Of the second part is declared how far it goes: ``reach``; ``of_paths``, if it judges names of files, each beside those
    that ``file_name.key_of`` takes for the same; ``asked_by``, if it judges policies: the names of items that they ask for.
    """

    alone: House = nothing
    around: House = nothing
    reach: Reach | None = None
    of_paths: bool = False
    asked_by: Callable[[Policy], Iterable[str]] | None = None

    def __call__(self, corpus: Corpus) -> Iterator[Finding]:
        """Yield what both parts find."""
        yield from self.alone(corpus)
        yield from self.around(corpus)


class RuleCheck(Struct, frozen=True):
    """A check of the rules of one kind, and which of them are about one item alone.

    ``nearby``: the others are about an item and those that it refers to, and not about a portal as a whole. ``reach``,
    ``sight``, ``of_policies`` (they look at no item at all), ``by_prints`` (at items whose bodies show what the item's own
    does, of which the oldest counts): how far the others go.
    """

    run: Run
    alone: Callable[[Rule], bool] = lambda _: False
    nearby: bool = False
    reach: Reach | None = None
    sight: Sight | None = None
    of_policies: bool = False
    by_prints: Callable[[Rule], bool] = lambda _: False

    def __call__(self, corpus: Corpus, ruled: Ruled) -> Iterable[Finding]:
        """Return what the check finds."""
        return self.run(corpus, ruled)


def of_portals(name: str) -> Run:
    """Return a check of portals as wholes, by the name of its module: a check of one file does not wait for its import."""

    def run(corpus: Corpus, ruled: Ruled) -> Iterable[Finding]:
        check: Run = import_module(f"congbo.checks.{name}").check
        return check(corpus, ruled)

    return run


def sight_of(name: str) -> Sight:
    """Return the sight of a check of portals as wholes: ``sees``, ``group_of`` and ``enough`` of its module."""

    def of(function: str) -> Callable[..., Any]:
        return lambda *given: getattr(import_module(f"congbo.checks.{name}"), function)(*given)

    return Sight(of("sees"), of("group_of"), of("enough"))


def of_one_item(rule: Rule) -> bool:
    """Tell whether a rule is about items, and asks for no fact that another item gives."""
    words = (rule.params.get("from"), *rule.params.get("to", ()), *rule.selector.where, *rule.selector.unless)
    return rule.params.get("of", "item") == "item" and not any(word in LOOKS_AROUND for word in words)
