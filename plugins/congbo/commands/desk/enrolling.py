"""A passkey is made in the browser; what comes of it is a line for the file of keys, which others have to approve."""

from __future__ import annotations

import base64
import secrets
from dataclasses import dataclass, field

from flask import render_template, request

from congbo.commands.desk.desk import Desk
from congbo.commands.desk.signers import SITE, signers
from congbo.commands.desk.signing import from_base64url
from congbo.errors import REFUSED, refuse
from congbo.place import Place
from congbo.policy.keys import DECISION, PATH, Key, written_key
from congbo.signed.passkey import enrolled

_MOST = 20


@dataclass
class Enrolling:
    """The page of the person's keys. ``asked``: the challenges that were given out and not answered yet."""

    desk: Desk
    asked: list[str] = field(default_factory=list)

    def show(self) -> str:
        """Return the page: which keys the person has, and the button that makes a passkey."""
        return self._page("")

    def take(self) -> str:
        """Return the page with the line of the passkey that the browser has made."""
        challenge = request.form.get("challenge", "")
        if challenge not in self.asked:
            raise refuse("desk.too_late", None, REFUSED)
        self.asked.remove(challenge)
        public = enrolled(
            from_base64url(request.form.get("public_key", "")),
            from_base64url(request.form.get("authenticator_data", "")),
            from_base64url(request.form.get("client_data", "")),
            site=SITE,
            origin=f"http://{request.host}",
            challenge=from_base64url(challenge),
        )
        person, since = self.desk.person, self.desk.clock()
        key = Key(person.id, public.fingerprint, public.type, public.base64, (DECISION,), since, None, Place(PATH))
        return self._page(written_key(key), public.fingerprint)

    def _page(self, line: str, fingerprint: str = "") -> str:
        self.asked = [*self.asked[-_MOST:], base64.urlsafe_b64encode(secrets.token_bytes(32)).rstrip(b"=").decode()]
        person = self.desk.person
        return render_template(
            "keys.html",
            person=person,
            keys=self.desk.policy.keys.of(person.id),
            reached={one.key.fingerprint: one.kind for one in signers(self.desk, self.desk.policy, person.id)},
            now=self.desk.clock(),
            challenge=self.asked[-1],
            user=secrets.token_urlsafe(16),
            site=SITE,
            line=line,
            fingerprint=fingerprint,
            path=PATH,
        )
