"""``congbo rollback``: let a target show an earlier release again, on purpose."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from congbo.commands.common import language_of, out, parser
from congbo.commands.proving import proven, told
from congbo.commands.review.asking import TARGET
from congbo.commands.server.publish import MIRROR
from congbo.commands.targets import link_of, target_of
from congbo.dates import parse_date
from congbo.deploy.live import live_manifest, shown, swap
from congbo.deploy.manifest import Manifest
from congbo.deploy.places import locked, places
from congbo.deploy.proof import Proof, document
from congbo.deploy.rollback import earlier
from congbo.deploy.targets import send
from congbo.deploy.whole import verified
from congbo.errors import CLEAN, REFUSED, refuse
from congbo.history import repository_root
from congbo.history.refs import ref_at
from congbo.locale import catalogue, sentence
from congbo.message import say
from congbo.policy import Policy, load_policy
from congbo.policy.targets import FOLDER, Target
from congbo.register.gather import policy_at
from congbo.register.known import genesis_of
from congbo.tree import FolderTree


@dataclass(frozen=True)
class Back:
    """What a rollback did: from which release to which, its manifest, the link, and what was read back."""

    target: str
    before: str
    after: str
    manifest: Manifest
    link: Path
    proof: Proof | None


def main(argv: Sequence[str]) -> int:
    """Go back and say to which release; exit 1 if nothing can be gone back to, or if what is live then is not as released."""
    lang = language_of(argv)
    words = catalogue(lang)
    parse = parser("rollback", lang)
    parse.add_argument("--target", default="local", metavar="NAME", help=words["publish.option.target"])
    parse.add_argument("--to", default="", metavar="RELEASE", help=words["rollback.option.to"])
    parse.add_argument("--format", choices=("text", "json"), default="text", help=words["option.format"])
    args = parse.parse_args(argv)
    home, policy = _home(args.root)
    done = _back(home, target_of(policy, args.target), args.to)
    out(_json(done) if args.format == "json" else _text(done, lang))
    return REFUSED if done.proof and not done.proof.holds else CLEAN


def _home(root: Path) -> tuple[Path, Policy]:
    """Return where the releases are, and the policies: of a repository, or (on a server) of a publisher's own folder."""
    mirror = root.resolve() / MIRROR
    if (mirror / "HEAD").is_file():
        begun = genesis_of(mirror)
        return root.resolve(), policy_at(mirror, ref_at(mirror, begun.target if begun else TARGET))
    home = repository_root(root)
    return home, load_policy(FolderTree(home))


def _back(home: Path, target: Target, to: str) -> Back:
    where, link = places(home), link_of(home, target)
    try:
        with locked(where):
            folder = earlier(where, link, target.edition, to)
            manifest, live, before = verified(folder), live_manifest(link), shown(link).partition("-")[0]
            if target.kind != FOLDER:
                send(target, folder, home, None)
            swap(where, link, folder, purpose=True)
            changed = None if live is None else manifest.differing(live)
            proof = proven(where, target, home, link, changed)
    except OSError as error:
        raise refuse("publish.write", path=error.filename or link, detail=error) from error
    return Back(target.name, before, shown(link).partition("-")[0], manifest, link, proof)


def _text(done: Back, lang: str) -> str:
    commit = done.manifest.commit[:12] or "-"
    words = {"target": done.target, "before": done.before, "after": done.after, "commit": commit}
    lines = [
        say("rollback.done", today=parse_date(done.manifest.today) or "-", **words),
        say("rollback.next", target=done.target),
    ]
    lines += [told(done.proof)] if done.proof else []
    return "".join(f"{sentence(line, lang)}\n" for line in lines)


def _json(done: Back) -> str:
    answer = {
        "target": done.target,
        "from": done.before,
        "to": done.after,
        "commit": done.manifest.commit,
        "today": done.manifest.today,
        "out": str(done.link),
        "proof": document(done.proof) if done.proof else None,
    }
    return json.dumps(answer, ensure_ascii=False, indent=1) + "\n"
