"""The chain of receipts, link by link from the newest: read in blocks, so that nobody reads more of it than is asked for."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from congbo.history.objects import blobs
from congbo.history.running import git_text
from congbo.signed.receipt import Receipt, parse_receipt

RECEIPTS = "refs/congbo/receipts"
FILE = "receipt"
_BLOCK = 200


def links(root: Path, tip: str) -> Iterator[Receipt]:
    """Yield the receipts from a commit of the chain ("": none) back to the genesis, newest first.

    Signatures and digests are not looked at: that is ``chain.read_chain``. Raises CongboError for a link that cannot be read.
    """
    at = tip
    while at:
        commits = git_text(root, "rev-list", "--first-parent", f"--max-count={_BLOCK + 1}", at).split()
        block, at = commits[:_BLOCK], commits[_BLOCK] if len(commits) > _BLOCK else ""
        yield from (parse_receipt(data) for data in blobs(root, [f"{commit}:{FILE}" for commit in block]))
