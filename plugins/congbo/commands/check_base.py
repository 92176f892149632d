"""``congbo check --base``: judge a change."""

from __future__ import annotations

from argparse import Namespace

from congbo.checks.judge import is_wanted
from congbo.clock import today
from congbo.commands.change import change
from congbo.commands.common import Progress, out
from congbo.commands.reported import asked, reported
from congbo.commands.selection import exit_code, known_portals, refuse_unjudged, repository_path
from congbo.errors import CANNOT_JUDGE
from congbo.finding import Severity
from congbo.frozen import replace
from congbo.message import say
from congbo.output import FORMATS


def main(args: Namespace, lang: str) -> int:
    """Print the findings of a change; the exit codes are those of ``congbo check``, and 2 if its policies cannot be read."""
    one = change(args.root, args.base, args.head, today(args.today))
    policy, pages = one.policy, one.pages
    known_portals(policy, args.portal)
    paths = [repository_path(one.top, one.content, args.root, path) for path in args.paths]
    refuse_unjudged(paths, args.portal)
    chosen = [page for page in pages if is_wanted(page, tuple(args.portal), tuple(paths))]
    notes = one.notes()
    for note in notes:
        Progress(lang).tell(
            say("change.note", place=str(note.place), message=note.message) if note.place else note.message
        )
    report = replace(
        reported(one.findings(args.portal, paths), chosen, one.tree, notes),
        asked=asked(policy, chosen, one.tree, one.today),
    )
    out(FORMATS[args.format](report, lang))
    return (
        CANNOT_JUDGE
        if any(note.severity is Severity.ERROR for note in notes)
        else exit_code(report, strict=args.strict)
    )
