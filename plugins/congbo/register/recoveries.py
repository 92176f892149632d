"""The recoveries that the sealed root key has signed and the target holds: counted where everybody can count them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from congbo.errors import CongboError
from congbo.facts.gate.standing import RECOVERY
from congbo.history.objects import blob_at
from congbo.history.running import git_text
from congbo.place import Place
from congbo.signed.folder import APPROVALS, SIGNATURE, STATEMENT
from congbo.signed.sshsig import parse_signature
from congbo.signed.statement import Statement, parse_statement


def recoveries(root: Path, commit: str, root_key: str) -> tuple[Statement, ...]:
    """Return the decisions that the root key (its fingerprint) has signed among the records of a commit, oldest first.

    The gate has let each of them in, as one that counted; that its signature is good was asked then.
    """
    listed = git_text(root, "ls-tree", "-r", "--name-only", "-z", "--full-tree", commit, "--", APPROVALS).split("\0")
    named = (path for path in listed if f"--{RECOVERY}--" in path and path.endswith(f".{STATEMENT}"))
    found = [said for path in named for said in _signed(root, commit, path, root_key)]
    return tuple(sorted(found, key=lambda said: (said.issued, said.change_id)))


def _signed(root: Path, commit: str, path: str, root_key: str) -> Iterator[Statement]:
    data, signature = (blob_at(root, commit, one) or b"" for one in (path, _beside(path)))
    try:
        said, key = parse_statement(data, Place(path)), parse_signature(signature).key.fingerprint
    except CongboError:
        return  # from before the register: the gate lets no such file in
    if said.step == RECOVERY and key == root_key:
        yield said


def _beside(path: str) -> str:
    return f"{path.removesuffix(STATEMENT)}{SIGNATURE}"
