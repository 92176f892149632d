"""The genesis: the signed word of a person in office that the register of a repository begins at a commit."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import datetime

from congbo.errors import refuse
from congbo.place import Place
from congbo.signed.kinds import DIGEST, FINGERPRINT, IDENT, MOMENT, NONCE, OBJECT, REF, REPOSITORY
from congbo.signed.lines import Form, Line

FORM = Form(
    "genesis",
    (
        Line("repository", REPOSITORY),
        Line("target", REF),
        Line("commit", OBJECT),
        Line("tree", OBJECT),
        Line("policy", DIGEST),
        Line("receipts-key", FINGERPRINT),
        Line("root-key", FINGERPRINT),
        Line("person", IDENT),
        Line("role", IDENT),
        Line("issued", MOMENT),
        Line("nonce", NONCE),
    ),
)


@dataclass(frozen=True)
class Genesis:
    """Where enforcement begins, and the keys of the receipts and of recovery (fingerprints ``SHA256:…``)."""

    repository: str
    target: str
    commit: str
    tree: str
    policy: str
    receipts_key: str
    root_key: str
    person: str
    role: str
    issued: datetime
    nonce: str


def parse_genesis(data: bytes, place: Place | None = None) -> Genesis:
    """Return the genesis that the bytes are. Raises CongboError at the first line that is not exactly as written."""
    found = Genesis(**FORM.read(data, place))
    _verify(found, place)
    return found


def written_genesis(genesis: Genesis) -> bytes:
    """Return the bytes to sign. Raises CongboError for what could not be read back as the same genesis."""
    data = FORM.write(asdict(genesis))
    _verify(genesis, None)
    return data


def _verify(found: Genesis, place: Place | None) -> None:
    if len(found.commit) != len(found.tree):
        raise refuse("signed.two_hashes", FORM.at("tree", place))
    if found.receipts_key == found.root_key:
        raise refuse("signed.one_key", FORM.at("root_key", place))
