"""``congbo server publish``: what the publisher runs, as a user of its own who may read the server and holds no key."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from congbo.clock import today
from congbo.commands.common import Progress, language_of, loaded, out, parser
from congbo.commands.publish import TARGETS
from congbo.commands.site_build import Wanted, build_all, refuse_findings
from congbo.commands.summary import FORMATS
from congbo.deploy.release import prune, refuse_folder, release_folder, swap
from congbo.errors import CLEAN, REFUSED, refuse
from congbo.history.refs import ref_at
from congbo.history.running import git_bytes
from congbo.locale import catalogue
from congbo.place import Place
from congbo.register.chain import read_chain
from congbo.server.attested import is_attested

MIRROR = "kho.git"
REFS = ("+refs/heads/*:refs/heads/*", "+refs/congbo/*:refs/congbo/*")


def main(argv: Sequence[str]) -> int:
    """Fetch, verify the register, build the target's tip from its blobs and let the web server show it."""
    lang = language_of(argv)
    words = catalogue(lang)
    parse = parser("server.publish", lang)
    parse.add_argument("server", metavar="DIR", help=words["server.option.dir"])
    parse.add_argument("--target", choices=TARGETS, default="local", help=words["publish.option.target"])
    parse.add_argument("--today", metavar="DATE", help=words["option.today"])
    parse.add_argument("--format", choices=FORMATS, default="text", help=words["option.format"])
    args = parse.parse_args(argv)
    link = args.root.resolve() / TARGETS[args.target]
    refuse_folder(link)
    mirror = fetched(args.root.resolve(), args.server)
    tip = attested_tip(mirror)
    progress = Progress(lang)
    with loaded(mirror, today(args.today), tip) as (folder, corpus):
        refuse_findings(corpus, (), lang)
        with release_folder(args.root.resolve()) as release:
            built = build_all(folder, corpus, Wanted(), release, progress)
            swap(link, release)
        prune(release, link)
    out(FORMATS[args.format](corpus, built, link, lang))
    return CLEAN


def fetched(home: Path, server: str) -> Path:
    """Return the publisher's own copy of the server's repository, brought up to date."""
    mirror = home / MIRROR
    mirror.mkdir(parents=True, exist_ok=True)
    if not (mirror / "HEAD").exists():
        git_bytes(mirror, "init", "--quiet", "--bare", "--template=")
    source = str(Path(server).resolve()) if Path(server).exists() else server
    git_bytes(mirror, "-c", "transfer.fsckObjects=true", "fetch", "--quiet", "--prune", "--no-tags", source, *REFS)
    return mirror


def attested_tip(mirror: Path) -> str:
    """Return the tip to publish. Raises CongboError if the register does not hold, or holds no receipt of this tip."""
    chain = read_chain(mirror)
    if chain.genesis is None:
        raise refuse("server.publish.no_register", Place(str(mirror)), REFUSED)
    tip = ref_at(mirror, chain.genesis.target)
    if not is_attested(chain, tip):
        raise refuse("server.publish.no_receipt", Place(chain.genesis.target), REFUSED, tip=tip[:12])
    return tip
