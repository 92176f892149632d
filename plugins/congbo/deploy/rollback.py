"""Which earlier release a target can go back to."""

from __future__ import annotations

from pathlib import Path

from congbo.deploy.live import shown
from congbo.deploy.places import WIDTH, Places
from congbo.errors import REFUSED, refuse
from congbo.place import Place


def earlier(where: Places, link: Path, edition: str, to: str) -> Path:
    """Return the folder of the release ``to``, or ("") of the newest one before that which the link leads to.

    ``edition``: the only one that the target shows. Raises CongboError if nothing was published there, or if there is none.
    """
    live = shown(link).partition("-")[0]
    if not live:
        raise refuse("rollback.nothing", Place(str(link)), REFUSED, path=link)
    known = [name for name in where.complete() if _folder(where, name, edition).is_dir()]
    wanted = to.rjust(WIDTH, "0") if to else max((name for name in known if name < live), default="")
    if not wanted:
        raise refuse("rollback.no_earlier", Place(str(link)), REFUSED, live=live)
    if wanted not in known:
        raise refuse("rollback.unknown", None, REFUSED, release=to, known=known)
    return _folder(where, wanted, edition)


def _folder(where: Places, name: str, edition: str) -> Path:
    return where.view(name, edition) if edition else where.release(name)
