"""Signing at the desk: what was chosen becomes a statement that is shown, and only what was shown is signed, once.

Between looking and signing a change may get a new head, or the target new policies: then nothing is signed.
"""

from __future__ import annotations

import base64
import binascii
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from congbo.commands.desk.desk import DRAFTS_LIVE, Desk
from congbo.commands.desk.forms import PUBLISH, key_of_offer
from congbo.commands.desk.signers import PASSKEY, Signer, signers
from congbo.commands.review.asking import Opened
from congbo.commands.review.deciding import afterwards
from congbo.commands.review.landing import land
from congbo.commands.review.sending import keep_and_send
from congbo.dates import day_of
from congbo.errors import REFUSED, refuse
from congbo.facts.board import word_of
from congbo.facts.gate.judge import GRANTED
from congbo.facts.gate.state import APPROVE
from congbo.history.digests import policy_digest
from congbo.message import Message, say
from congbo.policy.people import Person
from congbo.register.records import namespace_of
from congbo.review.decision import Draft, draft
from congbo.review.foresight import foreseen
from congbo.review.offers import Offer, offers
from congbo.signed.keygen import checked, signed
from congbo.signed.sshsig import challenge
from congbo.signed.webauthn import from_assertion

_FIELDS = ("authenticator_data", "client_data", "signature")


@dataclass(frozen=True)
class Pending:
    """A statement that waits for its signature, what the person saw when they chose it, and what is missing ``then``."""

    id: str
    seen: str
    offer: Offer
    draft: Draft
    answers: Mapping[str, str]
    signer: Signer
    person: Person
    at: datetime
    then: Message

    @property
    def challenge(self) -> str:
        """Return what a browser has to sign, as base64url."""
        asked = challenge(self.draft.data, namespace_of(self.draft.statement))
        return base64.urlsafe_b64encode(asked).rstrip(b"=").decode()


@dataclass
class Signing:
    """The statements of one desk: pending by their nonce, and what became of those that were signed."""

    desk: Desk
    pending: dict[str, Pending] = field(default_factory=dict)
    done: dict[str, str] = field(default_factory=dict)

    def prepare(self, found: Opened, offer: Offer, signer: Signer, answers: Mapping[str, str]) -> str:
        """Return the nonce of a statement that is ready to be signed.

        Raises CongboError if the gate would set it aside: nobody signs what does not count.
        """
        moment = self.desk.clock()
        person, nonce = self.desk.person, secrets.token_hex(16)
        digest = policy_digest(found.root, found.change.tip)
        made = draft(found.change, offer, digest, answers, moment, nonce)
        known = (found.policy, found.change, found.aftermath, found.now)
        then = foreseen(*known, made, signer.key.fingerprint, answers)
        if then.against:
            raise refuse("desk.would_not_count", None, REFUSED, why=[one.message for one in then.against])
        self._forget_old(moment)
        self.pending[nonce] = Pending(
            found.change.id, seen(found), offer, made, answers, signer, person, moment, afterwards(found, then.verdict)
        )
        return nonce

    def sign(self, nonce: str, given: Mapping[str, str]) -> str:
        """Sign a pending statement, keep it, hand it to the server, publish if that was the step; return the change's id.

        A second call with the same nonce signs nothing. Raises CongboError if the change is not the one that was seen.
        """
        with self.desk.lock:
            if nonce in self.done:
                return self.done[nonce]
            waiting = self.pending.get(nonce)
            if waiting is None or self.desk.clock() - waiting.at > DRAFTS_LIVE:
                raise refuse("desk.too_late", None, REFUSED)
            self.desk.ask()
            found = self.desk.look(waiting.id)
            still_the_same(found, waiting.seen)
            self._still_offered(found, waiting)
            keep_and_send(
                self.desk.where, waiting.draft, self._signature(waiting, given), waiting.person, self.desk.lang
            )
            self.done[nonce] = waiting.id
            del self.pending[nonce]
            self.desk.tell(say(f"desk.done.{waiting.offer.decision}", step=word_of(found.policy, waiting.offer.step)))
            if waiting.offer.act == PUBLISH and waiting.offer.decision == APPROVE:
                self.publish(waiting.id)
            return waiting.id

    def publish(self, id_: str) -> None:
        """Merge a granted change. Raises CongboError if the gate or the server refuses it."""
        with self.desk.lock:
            found = self.desk.look(id_)
            if found.verdict.verdict != GRANTED:
                self.desk.tell(say("desk.not_yet"))
                return
            land(self.desk.where, found, self.desk.person, self.desk.clock(), self.desk.lang)
            self.desk.tell(say("desk.published", id=id_))

    def _still_offered(self, found: Opened, waiting: Pending) -> None:
        """The roles and keys of this moment count, not those of the moment of choosing."""
        person = self.desk.person
        now = offers(found.policy, found.change, found.aftermath, found.verdict, person.id, day_of(found.now))
        usable = {one.key.fingerprint for one in signers(self.desk, found.policy, person.id)}
        same = person.id == waiting.person.id and waiting.signer.key.fingerprint in usable
        if not same or key_of_offer(waiting.offer) not in map(key_of_offer, now):
            raise refuse("desk.not_offered", None, REFUSED)

    def _signature(self, waiting: Pending, given: Mapping[str, str]) -> bytes:
        data, namespace = waiting.draft.data, namespace_of(waiting.draft.statement)
        if waiting.signer.kind != PASSKEY:
            return signed(data, waiting.signer.path or self.desk.folder, namespace)
        parts = {name: from_base64url(given.get(name, "")) for name in _FIELDS}
        made = from_assertion(waiting.signer.public, namespace, **parts)
        found = checked(data, made, namespace)
        if found is None or found.fingerprint != waiting.signer.key.fingerprint:
            raise refuse("desk.other_passkey", None, REFUSED)
        return made

    def _forget_old(self, moment: datetime) -> None:
        for nonce, waiting in list(self.pending.items()):
            if moment - waiting.at > DRAFTS_LIVE:
                del self.pending[nonce]


def seen(found: Opened) -> str:
    """Return what a person has before them, in one word: the change as it stands, and the policies that count."""
    change = found.change
    return "-".join((change.head, change.digest, change.lands, policy_digest(found.root, change.tip)))


def still_the_same(found: Opened, before: str) -> None:
    """Raise CongboError if the change or the policies are others than those that a person had before them."""
    if found.change.used:
        raise refuse("desk.used", None, REFUSED, id=found.change.id)
    if seen(found) != before:
        raise refuse("desk.stale", None, REFUSED, id=found.change.id, head=found.change.head[:12])


def from_base64url(text: str) -> bytes:
    """Return the bytes that a page sent. Raises CongboError for what is no base64url."""
    try:
        return base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
    except (binascii.Error, ValueError) as error:
        raise refuse("signed.webauthn.signature") from error
