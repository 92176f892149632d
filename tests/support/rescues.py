"""Stories of a board that has lost everybody who could sign, and of the sealed root key that names new people."""

from __future__ import annotations

from congbo.frozen import replace
from congbo.policy import Policy
from support.gate import Story, policy
from support.journeys import HEAD, governing, making, with_keys

ROOT = "SHA256:root"
BOARD, KEYS, PEOPLE = "policies/boards/dl.yml", "policies/keys/allowed_signers", "policies/keys/people.yml"


def orphaned(*portals: str) -> Policy:
    """Return the policies in which nobody of some boards (else of all) has a key any more."""
    gone = portals or tuple(policy().boards)
    return with_keys(lambda key: None if key.person.startswith(tuple(f"{one}-" for one in gone)) else key)


def rescue(
    *paths: str,
    key: str = ROOT,
    step: str = "recovery",
    by: str = HEAD,
    rules: Policy | None = None,
    after: Policy | None = None,
    **said: object,
) -> Story:
    """The root key signs a recovery of these files, else of the board of Đồng Lạc, which has nobody left.

    ``rules``: the policies before; ``after``: those that the change makes, else those in which everybody has a key.
    """
    story = replace(governing(*(paths or (BOARD,))), policy=rules or orphaned("dl")).but(root=ROOT)
    story = story.leaving(making(after or policy()))
    return story.decided(step, by, record={"fingerprint": key}, procedure="recovery", **said)
