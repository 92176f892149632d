"""``congbo server nginx``: the configuration of the web server, made of the policies."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from congbo.commands.common import language_of, out, parser
from congbo.commands.targets import target_of
from congbo.deploy.nginx import configuration, sites
from congbo.errors import CLEAN, refuse
from congbo.history import repository_root
from congbo.locale import catalogue
from congbo.policy import load_policy
from congbo.tree import FolderTree


def main(argv: Sequence[str]) -> int:
    """Print the configuration for a target: a server for each host of each edition that goes there."""
    lang = language_of(argv)
    words = catalogue(lang)
    parse = parser("server.nginx", lang)
    parse.add_argument("--target", default="local", metavar="NAME", help=words["publish.option.target"])
    parse.add_argument("--listen", default="", metavar="PORT", help=words["server.nginx.option.listen"])
    parse.add_argument("--tls", type=Path, metavar="DIR", help=words["server.nginx.option.tls"])
    parse.add_argument("--format", choices=("text", "json"), default="text", help=words["option.format"])
    args = parse.parse_args(argv)
    root = repository_root(args.root)
    policy = load_policy(FolderTree(root))
    target = target_of(policy, args.target)
    served = sites(policy, target, root)
    if not served:
        raise refuse("nginx.nothing", target.place, target=target.name)
    text = configuration(target, served, args.listen, str(args.tls.absolute()) if args.tls else "")
    document = {"target": target.name, "sites": [asdict(one) for one in served], "configuration": text}
    out(json.dumps(document, ensure_ascii=False, indent=1) + "\n" if args.format == "json" else text)
    return CLEAN
