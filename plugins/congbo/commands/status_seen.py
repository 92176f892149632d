"""What a target shows, as far as can be seen from here."""

from __future__ import annotations

from congbo.commands.footing import Footing
from congbo.commands.targets import link_of
from congbo.deploy.expected import reader
from congbo.deploy.manifest import NAME, Manifest
from congbo.deploy.reading import Fetch, UnreachableError
from congbo.deploy.standing import EDITED, OLDER, Seen
from congbo.errors import CongboError
from congbo.history.running import git_text
from congbo.policy.targets import Target


def seen_at(found: Footing, target: Target, path: str) -> Seen | str:
    """Return what a target shows, or (a text) where it did not answer. ``path``: the item whose files are compared."""
    where, fetch = reader(target, found.top, link_of(found.top, target))
    if fetch is None:
        return target.where
    try:
        known = _manifest(fetch)
    except UnreachableError:
        return where
    commit = known.commit.partition("+")[0] if known else ""
    newer = _newer(found, commit, path) if commit and path else ""
    committed = found.history.first_published(path) is not None
    return Seen(known, fetch, newer, committed, commit != found.commit, bool(target.portal))


def _manifest(fetch: Fetch) -> Manifest | None:
    data = fetch(NAME)
    try:
        return Manifest(data) if data is not None else None
    except (ValueError, KeyError, TypeError):
        raise UnreachableError(NAME) from None


def _newer(found: Footing, commit: str, path: str) -> str:
    """Tell how an item's files differ from those of a commit; where the commit is not known here, they may."""
    files = [path, f"{path.removesuffix('.md')}/"]
    try:
        if git_text(found.top, "diff", "--name-only", "--no-ext-diff", commit, found.commit, "--", *files):
            return OLDER
        return EDITED if git_text(found.top, "status", "--porcelain", "--", *files) else ""
    except CongboError:
        return OLDER
