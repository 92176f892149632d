"""One change: what it does, what the checks find, who has decided, and what the person may decide."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from flask import Response, redirect, render_template, request, url_for
from werkzeug.exceptions import NotFound
from werkzeug.wrappers import Response as AnyResponse

from congbo.commands.desk.desk import Desk
from congbo.commands.desk.forms import Form, code_of, forms, key_of_offer, statement, unanswered
from congbo.commands.desk.judged import Judge
from congbo.commands.desk.list_page import title_of
from congbo.commands.desk.sides import attachments, sides
from congbo.commands.desk.signers import Signer, signers
from congbo.commands.desk.signing import Pending, Signing, seen, still_the_same
from congbo.commands.review.asking import Opened
from congbo.dates import day_of
from congbo.errors import REFUSED, CongboError, refuse
from congbo.facts.board import name_of, word_of
from congbo.facts.gate.allowed import REASON
from congbo.facts.gate.judge import GRANTED
from congbo.facts.gate.standing import standing
from congbo.facts.gate.state import NEGATIVE
from congbo.history.objects import blobs
from congbo.message import Message, Texts, say
from congbo.review.offers import Offer, offers

ANSWER = "tl-"


@dataclass(frozen=True)
class Returned:
    """A decision that sent the change back or turned it down, also of an earlier head."""

    decision: str
    step: Texts
    name: str
    role: Texts
    time: datetime
    reason: str
    newest: bool


@dataclass(frozen=True)
class Wrong:
    """What is wrong with a form that was sent: what was typed, and a sentence for each field ("": for the whole form)."""

    form: str = ""
    given: Mapping[str, str] = field(default_factory=dict)
    said: Mapping[str, Message] = field(default_factory=dict)


def change_page(desk: Desk, judge: Judge, id_: str, wrong: Wrong | None = None) -> str:
    """Return the page of a change as it stands now."""
    desk.refresh()
    found = _known(desk, id_)
    person = desk.person
    reached = signers(desk, found.policy, person.id)
    mine = _offers(found, person.id)
    return render_template(
        "change.html",
        found=found,
        shown=found.shown,
        title=title_of(found),
        person=person,
        sides=sides(found, desk.lang),
        attached=attachments(found, desk.lang),
        returned=tuple(_returned(found)),
        judged=judge.look(found),
        forms=forms(found, person, mine, day_of(found.now)),
        signers=reached,
        seen=seen(found),
        code=code_of(found.change.digest),
        granted=found.verdict.verdict == GRANTED,
        wrong=wrong or Wrong(),
        heard=desk.heard(),
    )


def _known(desk: Desk, id_: str) -> Opened:
    if id_ not in desk.changes():
        raise NotFound
    return desk.look(id_)


def _offers(found: Opened, person: str) -> tuple[Offer, ...]:
    if found.change.used:
        return ()
    return offers(found.policy, found.change, found.aftermath, found.verdict, person, day_of(found.now))


def _returned(found: Opened) -> Iterator[Returned]:
    """Returns and refusals that hold, the newest last; a reason that nobody signed is not shown."""
    for one in standing(found.policy, found.change, found.now).good:
        said = one.statement
        if said.decision in NEGATIVE:
            person = found.policy.people.person(said.person)
            yield Returned(
                said.decision,
                word_of(found.policy, said.step),
                person.name if person else said.person,
                _role(found, said.board, said.role),
                one.at,
                (one.record.answers or {}).get(REASON, ""),
                said.head == found.change.head,
            )


def _role(found: Opened, board: str, role: str) -> Texts:
    portal = found.policy.portals.get(board)
    regulation = (portal.regulation_on(day_of(found.now)) if portal else None) or ""
    return name_of(found.policy, regulation, role) if regulation in found.policy.board_rules else Texts(role)


@dataclass
class Deciding:
    """The forms of the page of a change, and the page on which a statement is signed."""

    desk: Desk
    signing: Signing
    judge: Judge

    def choose(self, id_: str) -> AnyResponse | tuple[str, int]:
        """Take a form: make the statement ready, or show the page again with what is wrong."""
        self.desk.ask()
        found = _known(self.desk, id_)
        still_the_same(found, request.form.get("seen", ""))
        offer = self._offer(found)
        form = next(one for one in self._forms(found) if any(choice.offer == offer for choice in one.choices))
        given = {name: text.strip() for name, text in request.form.items() if name.startswith(ANSWER)}
        answers = {word: " ".join(given.get(f"{ANSWER}{word}", "").split()) for word in offer.asks}
        said: dict[str, Message] = {word: say("desk.field.empty") for word in unanswered(offer, answers)}
        if not said:
            try:
                nonce = self.signing.prepare(found, offer, self._signer(found), answers)
            except CongboError as error:
                said = {"": error.message}
            else:
                return redirect(url_for("sign", nonce=nonce), 303)
        return change_page(self.desk, self.judge, id_, Wrong(form.id, given, said)), 422

    def _forms(self, found: Opened) -> tuple[Form, ...]:
        return forms(found, self.desk.person, _offers(found, self.desk.person.id), day_of(found.now))

    def _offer(self, found: Opened) -> Offer:
        wanted = request.form.get("offer", "")
        every = {key_of_offer(one): one for one in _offers(found, self.desk.person.id)}
        if wanted not in every:
            raise refuse("desk.not_offered", None, REFUSED)
        return every[wanted]

    def _signer(self, found: Opened) -> Signer:
        wanted = request.form.get("signer", "")
        reached = signers(self.desk, found.policy, self.desk.person.id)
        one = next((one for one in reached if one.key.fingerprint == wanted), None)
        if one is None:
            raise refuse("desk.no_signer", None, REFUSED)
        return one

    def show(self, nonce: str) -> str:
        """Return the page that says what will be signed, with the one button that signs it. Nothing is signed here."""
        waiting = self.signing.pending.get(nonce)
        if waiting is None:
            raise refuse("desk.too_late", None, REFUSED)
        found = _known(self.desk, waiting.id)
        return render_template("sign.html", **self._statement(found, waiting), nonce=nonce, waiting=waiting)

    def _statement(self, found: Opened, waiting: Pending) -> dict[str, object]:
        names = {word: word_of(found.policy, word) for word in waiting.answers}
        return {
            "title": title_of(found),
            "person": waiting.person,
            "statement": statement(found, waiting.person, waiting.offer, day_of(found.now)),
            "code": code_of(waiting.draft.statement.change),
            "answers": [(names[word], text) for word, text in waiting.answers.items()],
        }

    def sign(self, nonce: str) -> AnyResponse:
        """Sign, and lead back to the change."""
        id_ = self.signing.sign(nonce, request.form)
        return redirect(url_for("change", id_=id_), 303)

    def publish(self, id_: str) -> AnyResponse:
        """Merge what is granted and needs no further signature."""
        self.desk.ask()
        found = _known(self.desk, id_)
        still_the_same(found, request.form.get("seen", ""))
        self.signing.publish(id_)
        return redirect(url_for("change", id_=id_), 303)

    def attached(self, id_: str, blob: str) -> Response:
        """Hand over an attached file of the change: to be kept, never to be opened by the browser."""
        found = _known(self.desk, id_)
        one = next((one for one in attachments(found, self.desk.lang) if one.blob == blob), None)
        if one is None:
            raise NotFound
        answer = Response(next(blobs(found.root, [blob])), content_type="application/octet-stream")
        answer.headers.set("Content-Disposition", "attachment", filename=one.name)
        answer.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
        return answer
