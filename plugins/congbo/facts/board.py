"""Who sits on a portal's board on a day, since when a role has been short of people, and which sections it looks after."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from congbo.dates import holds
from congbo.facts.corpus import Corpus
from congbo.message import Texts
from congbo.policy import Policy
from congbo.policy.holders import Board, Holder
from congbo.policy.portals import Portal

_DAY = timedelta(days=1)
# The vocabulary in which a repository says what the words of its procedures mean; without it they stand as they are.
WORDS = "buoc"


def name_of(policy: Policy, regulation: str, one: str) -> Texts:
    """Return the name of a role, position or unit as a regulation's board speaks of it; the id itself if it has none."""
    rules = policy.board_rules[regulation]
    if one in rules.roles:
        return rules.roles[one].name
    unit = policy.units.get(one)
    return rules.positions.get(one) or (
        Texts(unit.name, unit.name_in("en"), unit.name_in("zh")) if unit else Texts(one)
    )


def word_of(policy: Policy, word: str) -> Texts:
    """Return a word of the procedures (a step, what a step wants written down) as it is said to people."""
    words = policy.vocabularies.get(WORDS)
    term = words.get(word) if words else None
    return term.name if term else Texts(word.replace("_", " "))


def in_office(holders: Iterable[Holder], on: date) -> tuple[Holder, ...]:
    """Return the holders whose term runs on a day, in the order of the file."""
    return tuple(holder for holder in holders if holds(holder.from_, holder.until, on))


def holding(board: Board, role: str, on: date) -> tuple[Holder, ...]:
    """Return who holds a role on a day."""
    return in_office((holder for holder in board.holders if holder.role == role), on)


def short_since(board: Board, role: str, least: int, on: date) -> date | None:
    """Return the day since which fewer than ``least`` people have held a role; None if enough hold it on that day."""
    since = None
    for day in sorted(_changes(board, role, on), reverse=True):
        if len(holding(board, role, day)) >= least:
            break
        since = day
    return since


def _changes(board: Board, role: str, on: date) -> set[date]:
    """The days up to ``on`` on which the number of a role's holders may have become another one."""
    terms = [holder for holder in board.holders if holder.role == role]
    ends = [holder.until + _DAY for holder in terms if holder.until]
    changes = {day for day in (*(holder.from_ for holder in terms), *ends) if day <= on}
    return changes | {min(board.established.date, on)}


def sections_in_use(corpus: Corpus, portal: Portal) -> tuple[str, ...]:
    """Return the sections that a portal shows: those of its menu, and those with items, in order of their ids."""
    used = {item.section for item in corpus.items_of(portal.id)} & corpus.policy.sections.keys()
    return tuple(sorted({*portal.menu, *used}))


def left_before(board: Board, role: str, day: date) -> Holder | None:
    """Return who held a role until the eve of a day, None if nobody's term ended then."""
    return next((one for one in board.holders if one.role == role and one.until == day - _DAY), None)
