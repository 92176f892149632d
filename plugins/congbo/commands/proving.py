"""Reading back what was released: the proof that it is live, kept beside the release."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from congbo.clock import now
from congbo.deploy.expected import Expected, expected, reader
from congbo.deploy.live import shown
from congbo.deploy.manifest import Manifest
from congbo.deploy.places import Places
from congbo.deploy.proof import MISSING, STILL_THERE, Proof, Wrong, keep, read_back
from congbo.frozen import replace
from congbo.message import Message, say
from congbo.policy.targets import Target

FEW = 5
UNKEPT = "unkept"


def proven(where: Places, target: Target, home: Path, link: Path, changed: Iterable[str] | None) -> Proof | None:
    """Read back what a target shows of the release that its link leads to; None where it cannot be read from here.

    ``changed``: the paths that differ from what was there before; None: everything is read. Raises OSError.
    """
    at, fetch = reader(target, home, link)
    if fetch is None:
        return None
    wanted = expected(target, home, link.resolve(), changed)
    digest, wrong = read_back(wanted, fetch)
    commit = _commit(link)
    absent = sum(one is None for one in wanted.values())
    proof = Proof(_name(link), target.name, at, commit, now(), len(wanted), digest, _items(wanted), wrong, absent)
    try:
        keep(where, proof)
    except OSError as error:  # it is live all the same, but nobody could show it later
        return replace(proof, wrong=(*proof.wrong, Wrong(error.filename or "", UNKEPT, error.strerror or str(error))))
    return proof


def told(proof: Proof) -> Message:
    """Return the sentence about a proof."""
    if proof.holds:
        words: dict[str, object] = {"count": proof.read - proof.absent, "where": proof.where}
        return say("proof.holds_gone", **words, gone=proof.absent) if proof.absent else say("proof.holds", **words)
    paths = [f"{one.path} ({_why(one)})" for one in proof.wrong[:FEW]]
    return say(
        "proof.fails", count=len(proof.wrong), all=proof.read, where=proof.where, paths=paths, target=proof.target
    )


def _why(one: Wrong) -> str:
    """Return how a file is wrong in a word or two: what the web says of it, or its digest as it was found."""
    return {MISSING: "404", STILL_THERE: "200"}.get(one.why, one.detail[:40] or one.why)


def _items(wanted: Expected) -> tuple[str, ...]:
    found = {one.source for path, one in wanted.items() if one and one.source and path.endswith("index.html")}
    return tuple(sorted(found))


def _commit(link: Path) -> str:
    known = Manifest.read(link)
    return known.commit if known else ""


def _name(link: Path) -> str:
    return shown(link).partition("-")[0]
