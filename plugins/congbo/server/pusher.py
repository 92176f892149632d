"""Who pushes: the login that gitolite or sshd tells the hook, or else the key of a signed push. Nobody else is anybody.

What comes by the connection itself (a name, an e-mail, a commit's author) is only what the client says.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from congbo.errors import CongboError
from congbo.facts.gate.model import Refused
from congbo.history.objects import blobs
from congbo.message import say
from congbo.policy import Policy
from congbo.policy.keys import GIT
from congbo.policy.people import Person
from congbo.signed.keygen import checked

GITOLITE, OURS = "GL_USER", "CONGBO_USER"
_ARMOR = b"-----BEGIN SSH SIGNATURE-----"


def pusher(root: Path, environ: Mapping[str, str], policy: Policy, now: datetime) -> Person | Refused:
    """Return the person who pushes, or why nobody can tell. ``environ`` is the hook's, as git started it."""
    logins = {environ[name] for name in (GITOLITE, OURS) if environ.get(name)}
    if len(logins) > 1:
        return Refused("pusher.two_names", say("server.pusher.two_names", names=sorted(logins)))
    if logins:
        login = logins.pop()
        found = policy.people.by_login(login)
        return found or Refused("pusher.unknown", say("server.pusher.unknown", name=login))
    return _signer(root, environ, policy, now) or Refused("pusher.nobody", say("server.pusher.nobody"))


def _signer(root: Path, environ: Mapping[str, str], policy: Policy, now: datetime) -> Person | None:
    """The person whose enrolled key signed the push: git's word is not enough, the signature is checked again."""
    signer = environ.get("GIT_PUSH_CERT_SIGNER")
    if not signer or environ.get("GIT_PUSH_CERT_STATUS") != "G" or environ.get("GIT_PUSH_CERT_NONCE_STATUS") != "OK":
        return None
    try:
        certificate = next(blobs(root, [environ.get("GIT_PUSH_CERT", "")]))
    except (CongboError, StopIteration):
        return None
    said, armor, signature = certificate.partition(_ARMOR)
    good = checked(said, armor + signature, GIT)
    key = policy.keys.by_fingerprint(good.fingerprint) if good else None
    if key is None or key.person != signer or not key.good(GIT, now):
        return None
    return policy.people.person(key.person)
