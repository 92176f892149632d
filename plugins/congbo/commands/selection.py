"""What a check is asked to look at, and how it ends."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from congbo.errors import CLEAN, REFUSED, refuse
from congbo.finding import Severity
from congbo.output.report import Report

if TYPE_CHECKING:  # a check that finds its answer stored does not wait for the policies
    from congbo.policy import Policy

JUDGED = ("content", "policies")


def known_portals(policy: Policy, portals: Iterable[str]) -> None:
    """Refuse a portal that there is not: what names nothing must not pass as clean."""
    for portal in portals:
        if portal not in policy.portals:
            raise refuse("build.no_portal", portal=portal, known=sorted(policy.portals))


def refuse_unjudged(paths: Collection[str], portals: Collection[str]) -> None:
    """Raise CongboError if nothing that is asked for is ever judged: it must not pass as clean."""
    if not paths:
        return
    if not any(path.split("/")[0] in ("", *JUDGED) for path in paths):
        raise refuse("check.outside", paths=list(paths))
    parts = [path.split("/") for path in paths]
    if portals and all(one[0] == "content" and len(one) > 1 and one[1] not in portals for one in parts):
        raise refuse("check.other_portal", paths=list(paths), portals=list(portals))


def repository_path(top: Path, content: Collection[str], root: Path, path: str) -> str:
    """Return the path from the repository's top ("" for all of it), of a file or folder on disk or among ``content``.

    Raises CongboError for what names nothing.
    """
    if not path:
        raise refuse("command.empty_path")
    try:
        full = _absolute(root / path)
        known = full.exists()
    except (OSError, RuntimeError) as error:  # a name too long for any file; a ring of links
        raise refuse("command.unknown_path", path=path) from error
    top = top.resolve()
    inside = full.relative_to(top).as_posix() if full.is_relative_to(top) else ""
    if inside == "." or (inside and (known or any(f"{p}/".startswith(f"{inside}/") for p in content))):
        return "" if inside == "." else inside
    raise refuse("command.unknown_path", path=path)


def _absolute(path: Path) -> Path:
    """Return where a path lies; a link itself lies where it stands, wherever it leads."""
    return path.parent.resolve() / path.name if path.is_symlink() else path.resolve()


def exit_code(report: Report, *, strict: bool) -> int:
    """Return 1 for an error (``strict``: for a warning too), else 0."""
    refused = report.count(Severity.ERROR) or (strict and report.count(Severity.WARNING))
    return REFUSED if refused else CLEAN
