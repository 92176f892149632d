"""``congbo server publish``: what the publisher runs, as a user of its own who may read the server and holds no key."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from congbo.clock import moment
from congbo.commands.common import language_of, out, parser
from congbo.commands.origins import of_commit
from congbo.commands.releasing import Released, release
from congbo.commands.server.watching import sign_of, watch
from congbo.commands.summary import FORMATS
from congbo.errors import CLEAN, REFUSED, CongboError, refuse
from congbo.history.reading import one_process
from congbo.history.refs import ref_at
from congbo.history.running import git_bytes
from congbo.locale import catalogue
from congbo.place import Place
from congbo.register.chain import read_chain
from congbo.register.checkpoints import CHECKPOINTS, refuse_lost
from congbo.server.attested import is_attested

MIRROR = "kho.git"
REFS = ("+refs/heads/*:refs/heads/*", "+refs/congbo/*:refs/congbo/*")


def main(argv: Sequence[str]) -> int:
    """Fetch, verify the register, build the target's tip from its blobs and let the web server show it."""
    lang = language_of(argv)
    words = catalogue(lang)
    parse = parser("server.publish", lang)
    parse.add_argument("server", metavar="DIR", help=words["server.option.dir"])
    parse.add_argument("--target", default="local", metavar="NAME", help=words["publish.option.target"])
    parse.add_argument("--edition", metavar="E", help=words["publish.option.edition"])
    parse.add_argument("--today", metavar="DATE", help=words["option.today"])
    parse.add_argument("--at", metavar="TIME", help=words["option.at"])
    parse.add_argument("--format", choices=FORMATS, default="text", help=words["option.format"])
    parse.add_argument("--watch", action="store_true", help=words["server.publish.option.watch"])
    args = parse.parse_args(argv)
    if args.watch:
        watch(sign_of(args.server), lambda at: _published(args, at, lang).turn, lang)
        return CLEAN
    return _published(args, moment(args.today, args.at), lang).code


def _published(args: Namespace, at: datetime, lang: str) -> Released:
    home = args.root.resolve()
    mirror = fetched(home, args.server)
    with one_process(mirror):
        tip, branch = attested_tip(mirror)
        with of_commit(mirror, tip, branch) as origin:
            done = release(home, origin, at, args.target, args.edition, lang)
    out(FORMATS[args.format](done.corpus, done.built, done.link, lang, done.late, done.sent, done.proof))
    return done


def fetched(home: Path, server: str) -> Path:
    """Return the publisher's own copy of the server's repository, brought up to date.

    Raises CongboError if the server does not answer, or has lost a checkpoint that the copy has.
    """
    mirror, source = home / MIRROR, str(Path(server).resolve()) if Path(server).exists() else server
    if not (mirror / "HEAD").exists():
        _refuse_away(source)
        mirror.mkdir(parents=True, exist_ok=True)
        git_bytes(mirror, "init", "--quiet", "--bare", "--template=")
    before = ref_at(mirror, CHECKPOINTS)
    try:
        git_bytes(mirror, "-c", "transfer.fsckObjects=true", "fetch", "--quiet", "--prune", "--no-tags", source, *REFS)
    except CongboError:
        _refuse_away(source)
        raise
    refuse_lost(mirror, before)
    return mirror


def _refuse_away(source: str) -> None:
    """Raise CongboError for a server that does not answer: the publisher's own folder is not at fault."""
    try:
        git_bytes(Path("/"), "ls-remote", "--quiet", source, CHECKPOINTS)
    except CongboError as error:
        if error.message.key != "history.failed":
            raise
        raise refuse("server.publish.no_server", None, server=source) from error


def attested_tip(mirror: Path) -> tuple[str, str]:
    """Return the tip to publish and its branch.

    Raises CongboError if the register does not hold, or holds no receipt of this tip.
    """
    chain = read_chain(mirror)
    if chain.genesis is None:
        raise refuse("server.publish.no_register", Place(str(mirror)), REFUSED)
    tip = ref_at(mirror, chain.genesis.target)
    if not is_attested(chain, tip):
        raise refuse("server.publish.no_receipt", Place(chain.genesis.target), REFUSED, tip=tip[:12])
    return tip, chain.genesis.target
