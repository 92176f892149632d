"""Where a signed decision goes: kept here, and handed to the server, which has the last word."""

from __future__ import annotations

from congbo.commands.common import Progress
from congbo.commands.review.changes import Place, refreshed
from congbo.errors import REFUSED, CongboError, refuse
from congbo.history.refs import ref_at
from congbo.history.remote import push
from congbo.history.running import git_text
from congbo.message import say
from congbo.policy.people import Person
from congbo.register.known import DECISIONS
from congbo.review.decision import Draft, keep


def keep_and_send(where: Place, made: Draft, signature: bytes, person: Person, lang: str) -> None:
    """Keep a signed statement and hand it on; one that the server does not take is not kept here either."""
    name = f"{DECISIONS}{made.statement.change_id}"
    before = ref_at(where.root, name)
    kept = keep(where.root, made, signature, person)
    try:
        send(where, made.statement.change_id, lang)
    except CongboError:
        if ref_at(where.root, name) == kept:
            git_text(where.root, "update-ref", *([name, before] if before else ["-d", name]), kept)
        raise


def send(where: Place, id_: str, lang: str) -> None:
    """Hand the decisions about a change to the server. Raises CongboError with what it said if it refuses."""
    if not where.remote:
        return
    name = f"{DECISIONS}{id_}"
    pushed = push(where.root, where.remote, [f"{name}:{name}"])
    if not pushed.accepted:
        raise refuse("review.not_accepted", None, REFUSED, said="\n".join(pushed.said))
    for line in pushed.said:
        Progress(lang).tell(say("review.server_says", line=line))
    refreshed(where)
