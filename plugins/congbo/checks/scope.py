"""How far a check looks: at one item with its files, or around it at others.

What is said of an item alone can be said in any process and kept until the item changes; what needs the others is said once
all are read. Only the first kind may read bodies: the others are told of items without them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from importlib import import_module

from congbo.checks.ruled import Ruled
from congbo.facts.corpus import Corpus
from congbo.facts.named import LOOKS_AROUND
from congbo.finding import Finding
from congbo.policy.rule import Rule

House = Callable[[Corpus], Iterable[Finding]]
Run = Callable[[Corpus, Ruled], Iterable[Finding]]


def nothing(_: Corpus) -> Iterable[Finding]:
    """Find nothing: the part that a check does not have."""
    return ()


@dataclass(frozen=True)
class HouseCheck:
    """A check of our own rules, in its two parts."""

    alone: House = nothing
    around: House = nothing

    def __call__(self, corpus: Corpus) -> Iterator[Finding]:
        """Yield what both parts find."""
        yield from self.alone(corpus)
        yield from self.around(corpus)


@dataclass(frozen=True)
class RuleCheck:
    """A check of the rules of one kind, and which of them are about one item alone.

    ``nearby``: the others are about an item and those that it refers to, and not about a portal as a whole.
    """

    run: Run
    alone: Callable[[Rule], bool] = lambda _: False
    nearby: bool = False

    def __call__(self, corpus: Corpus, ruled: Ruled) -> Iterable[Finding]:
        """Return what the check finds."""
        return self.run(corpus, ruled)


def of_portals(name: str) -> Run:
    """Return a check of portals as wholes, by the name of its module: a check of one file does not wait for its import."""

    def run(corpus: Corpus, ruled: Ruled) -> Iterable[Finding]:
        check: Run = import_module(f"congbo.checks.{name}").check
        return check(corpus, ruled)

    return run


def of_one_item(rule: Rule) -> bool:
    """Tell whether a rule is about items, and asks for no fact that another item gives."""
    words = (rule.params.get("from"), *rule.params.get("to", ()), *rule.selector.where, *rule.selector.unless)
    return rule.params.get("of", "item") == "item" and not any(word in LOOKS_AROUND for word in words)
