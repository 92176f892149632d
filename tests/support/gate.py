"""Stories for the gate: who pushed, who decided and when, over the real boards and procedures of this repository.

Nothing is signed here: the gate is a pure function, and a record's signature is a fact that it is told.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cache
from hashlib import sha256

from congbo.facts.gate.judge import judge
from congbo.facts.gate.model import Aftermath, Authored, Change, Merge, Record, Submission, Verdict
from congbo.facts.gate.paper import PAPER, SCAN
from congbo.frozen import replace
from congbo.history.model import Touched
from congbo.item import Item
from congbo.place import Place
from congbo.policy import Policy
from congbo.policy.holders import person_of
from congbo.policy.keys import DECISION, Key, KeyRing
from congbo.policy.people import People, Person
from congbo.signed.folder import folder_of, stem_of
from congbo.signed.statement import Statement
from support.items import item
from support.trees import real_policy

REPOSITORY = "congbo-kiem-thu-01"
TARGET = "refs/heads/main"
START = datetime(2026, 11, 2, 1, 0, tzinfo=UTC)  # Monday 2 November 2026, 08:00 in Vietnam
HOUR = timedelta(hours=1)
NOWHERE = Place("policies/keys/allowed_signers", 1)
SLIP = "5" * 64  # the digest of the scan of a slip


def fingerprint_of(person: str) -> str:
    """Return the fingerprint of a person's key in these stories."""
    return f"SHA256:{person}"


def nonce_of(number: int) -> str:
    """Return the nonce of the n-th record of a story, 0 for the first: its name ends with ``<number as 8 hex>``."""
    return f"{number:08x}".ljust(32, "0")


@cache
def policy() -> Policy:
    """Return the policies of this repository, in which everybody who holds a role is known and has a key."""
    real = real_policy()
    people = {person_of(holder): holder for board in real.boards.values() for holder in board.holders}
    known = tuple(Person(id_, holder.person, (f"{id_}@kiem-thu.example",), NOWHERE) for id_, holder in people.items())
    return replace(real, people=People(known), keys=KeyRing(tuple(key_of(id_) for id_ in people)))


def key_of(person: str, **changes: object) -> Key:
    """Return a person's key, good for decisions since 2011 unless told otherwise."""
    since = datetime(2011, 1, 1, tzinfo=UTC)
    key = Key(person, fingerprint_of(person), "ssh-ed25519", "AAAA", (DECISION,), since, None, NOWHERE)
    return replace(key, **changes)


def mail(person: str) -> str:
    """Return the e-mail under which a person commits."""
    return f"{person}@kiem-thu.example"


def news(path: str) -> Item:
    """Return a news item at ``content/<portal>/<section>/<year>/<slug>.md``."""
    return item(path, "tin_bai")


@dataclass(frozen=True)
class Story:
    """A change and what happened to it; every call returns the story with one thing more, an hour later."""

    change: Change
    policy: Policy
    clock: datetime = START
    aftermath: Aftermath = field(default_factory=Aftermath)

    @staticmethod
    def of(*paths: str, items: Mapping[str, Item] | None = None, rules: Policy | None = None) -> Story:
        """Return the story of a change that adds files. ``items``: what they are, by path; else news items."""
        pages = items if items is not None else {path: news(path) for path in paths if path.endswith(".md")}
        touched = tuple(Touched(path, "000000", "100644", "", "b" * 40) for path in (paths or pages))
        change = Change(
            id="20261102-tin-moi-0a1b2c3d", repository=REPOSITORY, target=TARGET, tip="a" * 40, base="a" * 40,
            head="", digest="", lands="", touched=touched, before={}, after=dict(pages), commits=(), submissions=(),
            records=(), policies=frozenset({"0" * 64}),
        )  # fmt: skip
        return Story(change, rules or policy())

    def pushed(self, person: str, digest: str = "", *, mails: tuple[str, ...] = ()) -> Story:
        """Somebody pushes a new head. ``digest``: what it does (else something new)."""
        number = len(self.change.submissions) + 1
        head = sha256(f"{number}".encode()).hexdigest()[:40]
        digest = digest or sha256(head.encode()).hexdigest()
        pushed = Submission(head, person, self.clock, digest, self._number())
        commits = (*self.change.commits, Authored(head, *(mails or (mail(person), mail(person)))))
        change = replace(
            self.change, head=head, digest=digest, lands=digest, commits=commits,
            submissions=(*self.change.submissions, pushed),
        )  # fmt: skip
        return self._later(change)

    def decided(
        self,
        step: str,
        person: str,
        role: str = "",
        decision: str = "approve",
        answers: Mapping[str, str] | None = None,
        record: Mapping[str, object] | None = None,
        **said: object,
    ) -> Story:
        """Somebody decides; ``said`` replaces lines of the statement, ``record`` what is known of it."""
        board = str(said.get("board") or self._board())
        on_paper = said.get("source") == PAPER
        answers = {**({SCAN: SLIP} if on_paper else {}), **(answers or {})}
        statement = Statement(
            repository=REPOSITORY, target=TARGET, change_id=self.change.id, base=self.change.base, head=self.change.head,
            change=self.change.digest, policy="0" * 64, board=board, procedure=str(said.get("procedure") or "tin_bai"),
            step=step, role=role or self._role(board, person), person=person, behalf="", decision=decision,
            answers=_digest(answers), issued=self.clock, expires=self.clock + timedelta(days=30),
            nonce=nonce_of(len(self.change.records)), source="signed",
        )  # fmt: skip
        statement = replace(statement, **said)
        path = f"{folder_of(self.change.id, statement.issued)}/{stem_of(statement)}.stmt"
        found = Record(path, statement, fingerprint_of(person), answers, self.clock, self._number())
        found = replace(found, scan=SLIP if on_paper else "")
        found = replace(found, **(record or {}))
        return self._later(replace(self.change, records=(*self.change.records, found)))

    def merged(self, **differently: object) -> Story:
        """The change is merged as it should be; ``differently`` replaces facts of the merge."""
        stems = frozenset(record.path.removesuffix(".stmt") for record in self.change.records)
        own = frozenset(f"{stem}.{ending}" for stem in stems for ending in ("stmt", "sig"))
        merge = Merge((self.change.tip, self.change.head), False, own, frozenset(), stems)
        return self._later(replace(self.change, merge=replace(merge, **differently)))

    def but(self, **changes: object) -> Story:
        """Facts of the change are others."""
        return replace(self, change=replace(self.change, **changes))

    def under(self, **changes: object) -> Story:
        """The base's policies are others."""
        return replace(self, policy=replace(self.policy, **changes))

    def after(self, **hours_or_days: float) -> Story:
        """Time passes."""
        return replace(self, clock=self.clock + timedelta(**hours_or_days))

    def leaving(self, aftermath: Aftermath) -> Story:
        """The change makes other policies."""
        return replace(self, aftermath=aftermath)

    def verdict(self) -> Verdict:
        """Return the gate's word now."""
        return judge(self.policy, self.change, self.aftermath, self.clock)

    def codes(self) -> tuple[str, ...]:
        """Return the verdict and the codes of what is refused, or the steps that are missing."""
        told = self.verdict()
        return (told.verdict, *(one.code for one in told.refused)) if told.refused else (
            told.verdict, *(one.step for one in told.missing)
        )  # fmt: skip

    def _later(self, change: Change) -> Story:
        return replace(self, change=change, clock=self.clock + HOUR)

    def _number(self) -> int:
        return len(self.change.submissions) + len(self.change.records) + 1

    def _board(self) -> str:
        path = self.change.touched[0].path
        return path.split("/")[1] if path.startswith("content/") else "dl"

    def _role(self, board: str, person: str) -> str:
        holders = self.policy.boards[board].holders
        return next((holder.role for holder in holders if person_of(holder) == person), "?")


def _digest(answers: Mapping[str, str]) -> str:
    """The digest of a file of answers; "" without answers."""
    return sha256(repr(sorted(answers.items())).encode()).hexdigest() if answers else ""
