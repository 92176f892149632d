"""``congbo review submit``: hands the branch to the server, which checks it and gives the change its id."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from congbo.clock import now
from congbo.commands.common import Progress, language_of, out, parser
from congbo.commands.review.asking import opened
from congbo.commands.review.beside import open_changes, overlap_lines, shared
from congbo.commands.review.changes import REMOTE, asked, newest_heads, place, refreshed
from congbo.errors import CANNOT_JUDGE, CLEAN, REFUSED, refuse
from congbo.history.commits import commit_id
from congbo.history.refs import is_ref_name
from congbo.history.remote import push
from congbo.history.running import git_text
from congbo.locale import catalogue
from congbo.message import say
from congbo.review.told import FORMATS


def main(argv: Sequence[str]) -> int:
    """Push HEAD as a branch and print the id of the change and whom it waits for."""
    lang = language_of(argv)
    words = catalogue(lang)
    parse = parser("review.submit", lang)
    parse.add_argument("branch", nargs="?", default="", metavar="BRANCH", help=words["review.option.branch"])
    parse.add_argument("--remote", default=REMOTE, metavar="NAME", help=words["review.option.remote"])
    parse.add_argument("--format", choices=FORMATS, default="text", help=words["option.format"])
    args = parse.parse_args(argv)
    where = place(args.root, args.remote)
    branch = args.branch or git_text(where.root, "symbolic-ref", "--quiet", "--short", "HEAD", nothing=1).strip()
    target = f"refs/heads/{branch}"
    if not where.remote:
        raise refuse("review.no_remote", None, CANNOT_JUDGE, remote=args.remote)
    if not branch or target == where.target or not is_ref_name(where.root, target):
        raise refuse("review.not_a_branch", None, CANNOT_JUDGE, branch=branch or "-", target=where.target)
    head = commit_id(where.root, "HEAD")
    pushed = push(where.root, where.remote, [f"{head}:{target}"])
    if not pushed.accepted:
        raise refuse("review.not_accepted", None, REFUSED, said="\n".join(pushed.said))
    for line in pushed.said:
        Progress(lang).tell(say("review.server_says", line=line))
    refreshed(where)
    ids = [id_ for id_, newest in newest_heads(where.root).items() if newest == head]
    found = opened(asked(where, ids[-1] if ids else branch), now())
    for line in overlap_lines(found.change.id, shared(open_changes(where, found)), lang):
        print(line.strip(), file=sys.stderr)
    out(FORMATS[args.format](found.shown, lang))
    return CLEAN
