"""``congbo server genesis``: enforcement begins."""

from __future__ import annotations

import re
import secrets
from collections.abc import Sequence
from pathlib import Path

from congbo.clock import now
from congbo.commands.common import language_of, out, parser
from congbo.errors import CLEAN
from congbo.history import repository_root
from congbo.locale import catalogue, sentence
from congbo.message import say
from congbo.server.genesis import Wish, start

_SLUG = re.compile(r"[^a-z0-9]+")


def main(argv: Sequence[str]) -> int:
    """Sign the genesis with a person's key and begin the register."""
    lang = language_of(argv)
    words = catalogue(lang)
    parse = parser("server.genesis", lang)
    parse.add_argument("server", type=Path, metavar="DIR", help=words["server.option.dir"])
    for name in ("person", "role"):
        parse.add_argument(f"--{name}", required=True, metavar="ID", help=words[f"server.option.{name}"])
    for name in ("key", "root-key"):
        parse.add_argument(f"--{name}", required=True, type=Path, metavar="FILE", help=words[f"server.option.{name}"])
    parse.add_argument("--commit", default="refs/heads/main", metavar="REV", help=words["server.option.commit"])
    parse.add_argument("--repository", default="", metavar="NAME", help=words["server.option.repository"])
    parse.add_argument("--at", metavar="TIME", help=words["server.option.at"])
    args = parse.parse_args(argv)
    root = repository_root(args.server)
    name = args.repository or _name_of(root)
    wish = Wish(name, args.commit, args.person, args.role, args.key, args.root_key, secrets.token_hex(16))
    receipt = start(root, wish, now(args.at))
    out(sentence(say("server.started", repository=name, commit=receipt.after[:12], target=receipt.target), lang) + "\n")
    return CLEAN


def _name_of(root: Path) -> str:
    """A name for the repository that no other has: two repositories of one name could trade approvals."""
    slug = _SLUG.sub("-", root.name.removesuffix(".git").casefold()).strip("-")[:40].strip("-")
    return f"{slug}-{secrets.token_hex(4)}".lstrip("-")
