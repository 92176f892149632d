"""The forms of a change's page, and the page on which a statement is signed: choosing and signing are two acts."""

from __future__ import annotations

from dataclasses import dataclass

from flask import Response, redirect, render_template, request, url_for
from werkzeug.exceptions import NotFound
from werkzeug.wrappers import Response as AnyResponse

from congbo.commands.desk.change_page import ANSWER, Wrong, change_page, known, offered
from congbo.commands.desk.desk import Desk
from congbo.commands.desk.forms import PUBLISH, Form, code_of, forms, key_of_offer, statement, unanswered
from congbo.commands.desk.judged import Judge
from congbo.commands.desk.list_page import title_of
from congbo.commands.desk.sides import attachments
from congbo.commands.desk.signers import Signer, signers
from congbo.commands.desk.signing import Pending, Signing, still_the_same
from congbo.commands.review.asking import Opened
from congbo.dates import day_of
from congbo.errors import REFUSED, CongboError, refuse
from congbo.facts.board import word_of
from congbo.facts.gate.state import APPROVE
from congbo.finding import Severity
from congbo.history.objects import blobs
from congbo.message import Message, say
from congbo.review.offers import Offer


@dataclass
class Deciding:
    """The forms of the page of a change, and the page on which a statement is signed."""

    desk: Desk
    signing: Signing
    judge: Judge

    def choose(self, id_: str) -> AnyResponse | tuple[str, int]:
        """Take a form: make the statement ready, or show the page again with what is wrong."""
        self.desk.ask()
        found = known(self.desk, id_)
        still_the_same(found, request.form.get("seen", ""))
        offer = self._offer(found)
        form = next(one for one in self._forms(found) if any(choice.offer == offer for choice in one.choices))
        given = {name: text.strip() for name, text in request.form.items() if name.startswith(ANSWER)}
        answers = {word: " ".join(given.get(f"{ANSWER}{word}", "").split()) for word in offer.asks}
        said: dict[str, Message] = {word: say("desk.field.empty") for word in unanswered(offer, answers)}
        if not said and offer.act == PUBLISH and offer.decision == APPROVE and self._errors(found):
            said = {"": say("desk.check_errors")}
        if not said:
            try:
                nonce = self.signing.prepare(found, offer, self._signer(found), answers)
            except CongboError as error:
                said = {"": error.message}
            else:
                return redirect(url_for("sign", nonce=nonce), 303)
        return change_page(self.desk, self.judge, id_, Wrong(form.id, given, said)), 422

    def _errors(self, found: Opened) -> bool:
        """Tell whether the checks find errors today: then the server would not take what was just signed."""
        judged = self.judge.wait(found)
        return judged.fault is not None or any(one.severity is Severity.ERROR for one in judged.findings)

    def _forms(self, found: Opened) -> tuple[Form, ...]:
        return forms(found, self.desk.person, offered(found, self.desk.person.id), day_of(found.now))

    def _offer(self, found: Opened) -> Offer:
        wanted = request.form.get("offer", "")
        every = {key_of_offer(one): one for one in offered(found, self.desk.person.id)}
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
        found = known(self.desk, waiting.id)
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
        found = known(self.desk, id_)
        still_the_same(found, request.form.get("seen", ""))
        self.signing.publish(id_)
        return redirect(url_for("change", id_=id_), 303)

    def attached(self, id_: str, blob: str) -> Response:
        """Hand over an attached file of the change: to be kept, never to be opened by the browser."""
        found = known(self.desk, id_)
        one = next((one for one in attachments(found, self.desk.lang) if one.blob == blob), None)
        if one is None:
            raise NotFound
        answer = Response(next(blobs(found.root, [blob])), content_type="application/octet-stream")
        answer.headers.set("Content-Disposition", "attachment", filename=one.name)
        answer.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
        return answer
