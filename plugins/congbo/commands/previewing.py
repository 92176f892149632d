"""The site as a change would make it, marked as not published: what ``congbo build --preview`` builds."""

from __future__ import annotations

import tempfile
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from congbo.commands.change import Change, change
from congbo.commands.review.asking import TARGET
from congbo.dates import day_of
from congbo.errors import refuse
from congbo.facts.corpus import CONTENT, Corpus
from congbo.facts.versions import with_versions
from congbo.frozen import replace
from congbo.history import checkout
from congbo.history.quick import git_folder
from congbo.pictures.kept import FOLDER, Kept
from congbo.register.owed import known_owed


@contextmanager
def previewed(args: Namespace, at: datetime) -> Iterator[tuple[Path, Corpus]]:
    """Give the folder and corpus of a change: content as it leaves it, policies, theme and program of its base.

    Without ``--base`` the change is what lies in the working folder and in no commit.
    """
    one = change(args.root, args.base or "HEAD", args.head, day_of(at))
    with tempfile.TemporaryDirectory(prefix="congbo-") as folder:
        source = Path(folder)
        checkout(one.top, one.base_commit, source)
        overlay(one, source)
        corpus = replace(one.after, before=one.before, previewed=one.touched)
        yield source, prepared(corpus, one.top, at)


def prepared(corpus: Corpus, top: Path, at: datetime) -> Corpus:
    """Return a corpus with what a site shows beside its files: the moment, earlier forms, signatures that are owed."""
    commit = corpus.history.commit
    owed = known_owed(top, TARGET, commit, at) if commit else ()
    return replace(with_versions(corpus, top), at=at, owed=owed, pictures=Kept(git_folder(top) / FOLDER))


def overlay(one: Change, source: Path) -> None:
    """Put the content as a change leaves it over that of its base."""
    tree = one.after.tree
    for path in sorted(path for path in one.touched if path.startswith(f"{CONTENT}/")):
        target = source / path
        if not target.resolve().is_relative_to((source / CONTENT).resolve()):
            raise refuse("history.bad_path", None, path=path)
        target.unlink(missing_ok=True)
        if tree.has(path):
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(tree.read(path))


def misused(args: Namespace) -> None:
    """Refuse options that have no meaning beside each other."""
    if (args.base or args.head) and not args.preview:
        raise refuse("build.preview_only", None, option="--base" if args.base else "--head")
    if args.head and not args.base:
        raise refuse("change.head_alone")
    if args.preview and args.rev:
        raise refuse("build.preview_rev", None)
