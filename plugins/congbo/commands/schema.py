"""``congbo schema``: JSON Schema of the front matter, for editors' tools and for programs that write items."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from congbo.clock import today
from congbo.commands.common import language_of, out, parser
from congbo.errors import CLEAN, refuse
from congbo.facts.schema import portal_schema, schemas, type_schema, written
from congbo.history import repository_root
from congbo.locale import catalogue
from congbo.policy import Policy, load_policy
from congbo.tree import FolderTree


def main(argv: Sequence[str]) -> int:
    """Print the schema of a type, of a portal or of every item; with ``--out`` write it, or all schemas, as files."""
    lang = language_of(argv)
    words = catalogue(lang)
    parse = parser("schema", lang)
    parse.add_argument("type", nargs="?", metavar="TYPE", help=words["schema.option.type"])
    parse.add_argument("--portal", metavar="ID", help=words["schema.option.portal"])
    parse.add_argument("--today", metavar="DATE", help=words["schema.option.today"])
    parse.add_argument("--out", type=Path, metavar="DIR", help=words["schema.option.out"])
    args = parse.parse_args(argv)
    policy = load_policy(FolderTree(repository_root(args.root)))
    made = _made(policy, args.type, args.portal, args.today)
    if args.out is None:
        out(next(iter(made.values())))
    elif args.type or args.portal:
        _write(args.root / args.out, made)
    else:
        _write(args.root / args.out, {Path(path).name: text for path, text in schemas(policy).items()})
    return CLEAN


def _made(policy: Policy, type_id: str | None, portal_id: str | None, day: str | None) -> Mapping[str, str]:
    """Return the schema that is asked for, by the name of its file."""
    if type_id and type_id not in policy.types.types:
        raise refuse("schema.unknown_type", type=type_id, known=sorted(policy.types.types))
    if portal_id and portal_id not in policy.portals:
        raise refuse("build.no_portal", portal=portal_id, known=sorted(policy.portals))
    portal = policy.portals[portal_id] if portal_id else None
    on = today(day) if day else None
    schema = type_schema(policy, type_id, portal, on) if type_id else portal_schema(policy, portal, on)
    return {"-".join(filter(None, (portal_id, type_id))) + ".json": written(schema)}


def _write(folder: Path, files: Mapping[str, str]) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in files.items():
            (folder / name).write_text(text, "utf-8")
    except OSError as error:
        raise refuse("schema.cannot_write", folder=str(folder), detail=error) from error
