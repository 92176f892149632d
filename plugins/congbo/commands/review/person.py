"""Who sits at the machine, and with which key they sign."""

from __future__ import annotations

from pathlib import Path

from congbo.errors import CANNOT_JUDGE, refuse
from congbo.history.remote import setting
from congbo.policy import Policy
from congbo.policy.people import Person

KEY = "congbo.key"


def person_of(root: Path, policy: Policy, told: str) -> Person:
    """Return the person of an id, or else the one whose e-mail git is set up with. Raises CongboError if that is nobody."""
    if told:
        found = policy.people.person(told)
        if found is None:
            raise refuse("review.nobody_of", None, CANNOT_JUDGE, id=told)
        return found
    mail = setting(root, "user.email")
    by_mail = policy.people.by_email(mail) if mail else None
    if by_mail is None:
        raise refuse("review.nobody_here", None, CANNOT_JUDGE, mail=mail or "-")
    return by_mail


def key_of(root: Path, told: Path | None) -> Path:
    """Return the file of the key to sign with: the one told, or that of the setting ``congbo.key`` or ``user.signingkey``."""
    found = str(told or "") or setting(root, KEY) or setting(root, "user.signingkey")
    path = Path(found).expanduser()
    if not found or not path.is_file():
        raise refuse("review.no_key", None, CANNOT_JUDGE, path=found or "-")
    return path
