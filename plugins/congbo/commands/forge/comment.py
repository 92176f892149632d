"""``congbo forge comment``: under each open change how it stands, who is awaited since when, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from congbo.commands.change import change
from congbo.commands.forge.readiness import waiting
from congbo.commands.forge.reviewing import is_attested, reviewed, told
from congbo.commands.forge.working import Work, at_work, each, fetch_head
from congbo.commands.reported import reported
from congbo.dates import day_of
from congbo.errors import CongboError
from congbo.forge.held import withheld
from congbo.forge.protocol import Proposed
from congbo.history.refs import ref_at
from congbo.locale import sentence
from congbo.message import Message, say
from congbo.output import FORMATS
from congbo.review.told import as_markdown
from congbo.text.markdown import plain

MARK = "<!-- congbo: trang thai -->"
LONGEST = 60_000  # letters; a forge takes 65 536


def main(argv: Sequence[str]) -> int:
    """Write or replace one comment a change."""
    work = at_work(argv, "comment")
    return each(work, comment)


def comment(work: Work, proposed: Proposed) -> None:
    """Write the comment of one change if it says something new."""
    fetch_head(work, proposed)
    blocks = [*_state(work, proposed), *_findings(work, proposed)]
    written = work.forge.tell(proposed.number, MARK, cut(f"{MARK}\n" + "\n\n".join(blocks), work.lang))
    work.tell("forge.commented" if written else "forge.comment_stands", id=proposed.id)


def cut(text: str, lang: str) -> str:
    """Return a text that a forge takes; what is left out is said."""
    if len(text) <= LONGEST:
        return text
    kept = text[:LONGEST].rpartition("\n")[0]
    return f"{kept}\n\n{plain(sentence(say('forge.md.cut'), lang))}\n"


def _state(work: Work, proposed: Proposed) -> Iterator[str]:
    if not is_attested(work, proposed):
        _, fault = waiting(work, proposed)
        yield plain(sentence(say("forge.md.unattested", why=fault or say("forge.not_ready.soon")), work.lang))
        return
    reviews = work.forge.reviews(proposed.number)
    state = reviewed(work, proposed, reviews)
    yield as_markdown(state.found.shown, work.lang).rstrip("\n")
    held = withheld(proposed, state.statements, reviews, work.source)
    lines = [say(f"forge.held.{code}", id=proposed.id, person=one.person, step=one.step) for one, code in held]
    lines += [told(work, proposed.id, one) for one in state.aside]
    yield from _listed(work, lines)
    yield sentence(say("forge.md.how"), work.lang)


def _listed(work: Work, lines: list[Message]) -> Iterator[str]:
    if lines:
        title = sentence(say("forge.md.aside"), work.lang)
        yield f"### {title}\n\n" + "\n".join(f"- {plain(sentence(one, work.lang))}" for one in lines)


def _findings(work: Work, proposed: Proposed) -> Iterator[str]:
    head = ref_at(work.root, f"refs/congbo/pull/{proposed.number}")
    try:
        one = change(work.root, work.where.tip, head, day_of(work.now))
        report = reported(one.findings((), ()), one.pages, one.tree, one.notes())
    except CongboError as error:
        yield plain(sentence(say("forge.md.unreadable", why=error.message), work.lang))
        return
    yield FORMATS["md"](report, work.lang).rstrip("\n")
