"""``congbo review submit``: hands the branch to the server, which checks it and gives the change its id."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from congbo.clock import now
from congbo.commands.common import Progress, language_of, out, parser
from congbo.commands.review.asking import opened
from congbo.commands.review.beside import open_changes, overlap_lines, shared
from congbo.commands.review.changes import REMOTE, Place, asked, newest_heads, place, refreshed
from congbo.errors import CANNOT_JUDGE, CLEAN, REFUSED, refuse
from congbo.facts.gate.judge import REFUSED as NOT_PASSED
from congbo.history.refs import is_ref_name, ref_at
from congbo.history.remote import address_of, push, refs_there
from congbo.history.running import git_text
from congbo.locale import catalogue
from congbo.message import say
from congbo.register.known import GENESIS
from congbo.review.told import FORMATS


def main(argv: Sequence[str]) -> int:
    """Push a branch and print the id of the change and whom it waits for; 1 if it may not be published as it is."""
    lang = language_of(argv)
    words = catalogue(lang)
    parse = parser("review.submit", lang)
    parse.add_argument("branch", nargs="?", default="", metavar="BRANCH", help=words["review.option.branch"])
    parse.add_argument("--remote", default=REMOTE, metavar="NAME", help=words["review.option.remote"])
    parse.add_argument("--format", choices=FORMATS, default="text", help=words["option.format"])
    args = parse.parse_args(argv)
    where = place(args.root, args.remote)
    if not where.remote:
        raise refuse("review.no_remote", None, CANNOT_JUDGE, remote=args.remote)
    branch, head = _handed_in(where, args.branch)
    _sent(where, branch, head, lang)
    refreshed(where)
    ids = [id_ for id_, newest in newest_heads(where.root).items() if newest == head]
    found = opened(asked(where, ids[-1] if ids else branch), now())
    for line in overlap_lines(found.change.id, shared(open_changes(where, found)), lang):
        print(line.strip(), file=sys.stderr)
    out(FORMATS[args.format](found.shown, lang))
    return REFUSED if found.verdict.verdict == NOT_PASSED else CLEAN


def _handed_in(where: Place, told: str) -> tuple[str, str]:
    """Return the branch that is meant, and its head. Raises CongboError for one that is not here or cannot be handed in."""
    branch = told or git_text(where.root, "symbolic-ref", "--quiet", "--short", "HEAD", nothing=1).strip()
    name = f"refs/heads/{branch}"
    if not branch or name == where.target or not is_ref_name(where.root, name):
        raise refuse("review.not_a_branch", None, CANNOT_JUDGE, branch=branch or "-", target=where.target)
    head = ref_at(where.root, name)
    if not head:
        raise refuse("review.no_branch", None, CANNOT_JUDGE, branch=branch)
    return branch, head


def _sent(where: Place, branch: str, head: str, lang: str) -> None:
    """Push a branch and tell where it went. Raises CongboError where nobody could sign it, and if the server refuses it."""
    params = {"remote": where.remote, "address": address_of(where.root, where.remote)}
    if GENESIS not in refs_there(where.root, where.remote):
        raise refuse("review.no_register", None, CANNOT_JUDGE, **params)
    pushed = push(where.root, where.remote, [f"{head}:refs/heads/{branch}"])
    if not pushed.accepted:
        raise refuse("review.not_accepted", None, REFUSED, said="\n".join(pushed.said))
    Progress(lang).tell(say("review.sent", branch=branch, **params))
    for line in pushed.said:
        Progress(lang).tell(say("review.server_says", line=line))
