"""What a content is judged on, and what differs in it from what is kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property

from msgspec import Struct, field

from congbo.checks import HOUSE_CHECKS, RULE_CHECKS
from congbo.checks.kept.sheets import Sheet
from congbo.checks.ruled import Ruled, ruled
from congbo.checks.scope import House, Reach, RuleCheck, nothing
from congbo.facts.corpus import Corpus
from congbo.frozen import replace
from congbo.history import FileHistory, History
from congbo.item import Item
from congbo.policy import Policy
from congbo.tree import Tree


class Moved(Struct, frozen=True):
    """The files that are new or have other bytes, those that are gone, and those whose history is another one."""

    here: frozenset[str] = frozenset()
    gone: frozenset[str] = frozenset()
    aged: frozenset[str] = frozenset()


class Scene(Struct, frozen=True, dict=True):
    """Policies, files, the day and the history; ``odd`` is what is no plain file (``Tree.odd``)."""

    policy: Policy
    tree: Tree
    today: date
    history: History = field(default_factory=History)
    odd: Mapping[str, str] = field(default_factory=dict)

    def corpus(
        self, sheets: Iterable[Sheet] = (), files: Iterable[str] = (), prints: Mapping[str, bytes] | None = None
    ) -> Corpus:
        """Return the corpus of some items, which may be in any order."""
        inside = sorted(
            ((sheet.reading, sheet.known) for sheet in sheets if sheet.reading), key=lambda one: one[0].path
        )
        known = Files({reading.path: known for reading, known in inside}, self.history.files)
        history = replace(self.history, files=known)
        readings = tuple(reading for reading, _ in inside)
        return Corpus(self.policy, readings, frozenset(files), self.today, self.tree, history, prints=prints or {})

    @cached_property
    def rules(self) -> tuple[tuple[RuleCheck, Ruled], ...]:
        """Return every rule that is judged around items, with its check, in the order of the text."""
        found = ((RULE_CHECKS.get(one.rule.checked_by), one) for one in ruled(self.corpus()))
        return tuple((c, one) for c, one in found if c and not one.rule.planned and not c.alone(one.rule))

    @cached_property
    def sights(self) -> Mapping[str, list[tuple[int, RuleCheck, Ruled]]]:
        """Return the rules about wholes by portal, each with its number among ``rules``."""
        found: dict[str, list[tuple[int, RuleCheck, Ruled]]] = {}
        for number, (check, one) in enumerate(self.rules):
            if check.sight:
                found.setdefault(one.portal.id, []).append((number, check, one))
        return found

    @cached_property
    def reaches(self) -> tuple[Reach, ...]:
        """Return every way in which items find each other."""
        reaches = (*(c.reach for c in HOUSE_CHECKS.values()), *(c.reach for c in RULE_CHECKS.values()))
        return tuple(dict.fromkeys(reach for reach in reaches if reach))

    def names(self, item: Item | None) -> tuple[frozenset[str], frozenset[str]]:
        """Return the names that an item shows, and those that it asks for."""
        if item is None:
            return frozenset(), frozenset()
        shows = (name for reach in self.reaches for name in reach.shows(self.policy, item))
        asks = (name for reach in self.reaches for name in reach.asks(self.policy, item))
        return frozenset(shows), frozenset(asks)

    @cached_property
    def undeclared(self) -> tuple[House, ...]:
        """Return the checks that do not say how far they look around items."""
        house = (c.around for c in HOUSE_CHECKS.values() if not (c.reach or c.of_paths or c.asked_by))
        rules = (
            _of_rule(check, one)
            for check, one in self.rules
            if not (check.reach or check.sight or check.of_policies or check.by_prints(one.rule))
        )
        return (*(one for one in house if one is not nothing), *rules)


def _of_rule(check: RuleCheck, one: Ruled) -> House:
    return lambda corpus: check.run(corpus, one)


class Files(Mapping[str, FileHistory]):
    """The histories of some files, which are known or known not to be, and those of the others where they are kept."""

    def __init__(self, known: Mapping[str, FileHistory | None], others: Mapping[str, FileHistory]) -> None:
        self._known = known
        self._others = others

    def __getitem__(self, path: str) -> FileHistory:
        found = self._known[path] if path in self._known else self._others[path]
        if found is None:
            raise KeyError(path)
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(self._others)

    def __len__(self) -> int:
        return len(self._others)
