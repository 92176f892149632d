"""Keys of one's own.

What it checks: that everybody in office who takes steps under the portal's regulation has a key of their own which is valid
today and made for decisions. Before the first decision is kept in the repository it is one note about the whole board.
Why: whoever works under another's name and password cannot answer for what was done with them, nor can the other.
How to fix: enrol the person's public key in policies/keys/allowed_signers, or end the term of who has left.
"""

from __future__ import annotations

from collections.abc import Iterator

from congbo.checks.ruled import Ruled
from congbo.facts.board import in_office
from congbo.facts.corpus import Corpus
from congbo.facts.enrolled import decided, enrolled, signing
from congbo.finding import Finding, Severity
from congbo.message import say
from congbo.policy.holders import Board, person_of
from congbo.policy.keys import PATH


def check(corpus: Corpus, ruled: Ruled) -> Iterator[Finding]:
    """Yield a finding for each holder without a key; as long as nobody has decided anything, one note for all of them."""
    board = corpus.policy.boards.get(ruled.portal.id)
    if board is None:
        return
    if decided(corpus):
        yield from _lacking(corpus, ruled, board)
    elif lacking := {finding.message.params["person"] for finding in _lacking(corpus, ruled, board)}:
        words = {"count": len(lacking), "portal": ruled.portal.id, "file": PATH}
        said = say("own_key.not_yet", **words), say("own_key.not_yet.fix", **words)
        yield ruled.finding(board.at("holders"), *said, Severity.INFO)


def _lacking(corpus: Corpus, ruled: Ruled, board: Board) -> Iterator[Finding]:
    roles = signing(corpus.policy, ruled.portal, corpus.today)
    for holder in in_office(board.holders, corpus.today):
        if holder.role in roles and not enrolled(corpus.policy, holder, corpus.today):
            words = {"holder": holder.person, "person": person_of(holder), "file": PATH}
            yield ruled.finding(holder.at("keys"), say("own_key.none", **words), say("own_key.none.fix", **words))
