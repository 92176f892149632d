"""``congbo serve --watch``: what an editor writes is in the browser a moment later, from whatever lies in the folder."""

from __future__ import annotations

import secrets
import shutil
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path

from watchfiles import watch

from congbo.checks.nearby import neighbours
from congbo.checks.survey import about
from congbo.clock import now
from congbo.commands.common import Progress
from congbo.commands.errors_of import refuse_errors
from congbo.commands.feeding import Feed, Noted, feed
from congbo.commands.footing import footing
from congbo.commands.origin import CONTENT, POLICIES, SETTINGS, THEME, Origin
from congbo.commands.origins import working_folder
from congbo.commands.renewing import standing, with_sound_rows
from congbo.commands.wanted import Wanted
from congbo.deploy.preview import mounts
from congbo.deploy.seeing import News, SeeingHandler
from congbo.errors import CLEAN, CongboError, refuse
from congbo.finding import Severity
from congbo.locale import sentence, told
from congbo.message import say

FOLDER = ".congbo/watch"
NAMED = "ten"  # the file that names what lies in the folder
ROWS = "congbo/watch.sqlite"
FOLDERS = (CONTENT, POLICIES, THEME)


@dataclass
class Shown:
    """The folder that is looked at. ``token``: the name by which rows and folder know that they belong together."""

    folder: Path
    token: str = ""

    def __post_init__(self) -> None:
        file = self.folder / NAMED
        self.token = self.token or (file.read_text("ascii") if file.is_file() else secrets.token_hex(8))

    @property
    def site(self) -> Path:
        """Return where the files lie."""
        return self.folder / "site"

    def known(self) -> str:
        """Return the name of what lies there, empty if it is not whole. It is not whole until the next name is written."""
        file = self.folder / NAMED
        found = file.read_text("ascii") if file.is_file() else ""
        file.unlink(missing_ok=True)
        return found

    def settle(self) -> str:
        """Write the name of what lies there now."""
        self.folder.mkdir(parents=True, exist_ok=True)
        (self.folder / NAMED).write_text(self.token, "ascii")
        return self.token

    def put(self, path: str, data: bytes, _: str | None) -> None:
        """Write a file."""
        file = self.site / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)

    def remove(self, path: str) -> None:
        """Remove a file."""
        (self.site / path).unlink(missing_ok=True)


def serve(top: Path, port: int, lang: str) -> int:
    """Serve a working folder on 127.0.0.1, building what changes, until interrupted."""
    shown, news = Shown(top / FOLDER), News()
    _begin(top, shown, lang)
    handler = partial(
        SeeingHandler, directory=str(shown.site), hosts=mounts(working_folder(top).policy, shown.site), news=news
    )
    try:
        server = ThreadingHTTPServer(("127.0.0.1", port), handler)
    except (OSError, OverflowError) as error:
        raise refuse("serve.port", port=port) from error
    server.daemon_threads = True
    threading.Thread(target=_follow, args=(top, shown, news, lang), daemon=True).start()
    with server:
        Progress(lang).tell(say("serve.watching", out=top, port=server.server_port))
        server.serve_forever()
    return CLEAN


def _begin(top: Path, shown: Shown, lang: str) -> None:
    """Build what differs since the last time; where there is nothing to begin with, the check says what has to be mended."""
    try:
        bring_up(top, shown, lang)
    except CongboError:
        refuse_errors(working_folder(top), now(), lang)
        raise


def bring_up(top: Path, shown: Shown, lang: str) -> frozenset[str]:
    """Build what differs from what is shown; return the files that were looked at. Raises CongboError for what is no page."""
    origin = working_folder(top)
    return with_sound_rows(origin, partial(_brought, origin, shown, lang), ROWS)


def _brought(origin: Origin, shown: Shown, lang: str) -> frozenset[str]:
    sink, known = Noted(shown), shown.known()
    try:
        with standing(origin, now(), "", known, ROWS) as stood:
            if stood.anew:
                shutil.rmtree(shown.site, ignore_errors=True)
            feed(Feed(origin.folder, stood, sink, None, Progress(lang)), Wanted())
            stood.settle(shown.settle())
    except CongboError:
        if known == shown.token and not sink.paths:  # what is shown is what it was
            shown.settle()
        raise
    return frozenset(sink.paths)


def _follow(top: Path, shown: Shown, news: News, lang: str) -> None:
    """Look at the folder, and bring up what was written; what cannot be brought up leaves what is shown."""
    progress = Progress(lang)
    for changed in _changes(top):
        paths, fault = _tried(top, shown, lang)
        # What the check says of a line tells more than that there is no page.
        says = _findings(top, changed, lang) or fault
        news.tell(sorted(_address(path) for path in paths), says)
        progress.tell(say("serve.brought", count=len(paths), paths=sorted(changed)))


def _tried(top: Path, shown: Shown, lang: str) -> tuple[frozenset[str], str]:
    """Bring up what is shown; return the files that were looked at, and why it could not be done."""
    try:
        return bring_up(top, shown, lang), ""
    except CongboError as error:
        return frozenset(), told(error, lang)
    except OSError as error:
        found = refuse("publish.write", path=error.filename or shown.site, detail=error)
        return frozenset(), told(found, lang)


def _changes(top: Path) -> Iterator[frozenset[str]]:
    """Yield the repository paths that were written, those of one moment together."""
    watched = [top / name for name in (*FOLDERS, SETTINGS) if (top / name).exists()]
    for found in watch(*watched, debounce=60, step=20, rust_timeout=0):
        paths = frozenset(Path(path).relative_to(top).as_posix() for _, path in found)
        if paths := frozenset(path for path in paths if not any(part.startswith(".") for part in path.split("/"))):
            yield paths


def _findings(top: Path, changed: frozenset[str], lang: str) -> str:
    """What the check says of the items that were written, for a person."""
    ground = footing(top, now().date())
    pages = frozenset(page for path in changed if (page := ground.page_of(path)))
    if not pages:
        return ""
    found = about(ground.ground, neighbours(ground.ground, ground.store, ground.content, pages))
    mine = (one for one in found if ground.page_of(one.place.path) in pages and one.severity is Severity.ERROR)
    return "\n".join(f"{one.place}: {sentence(one.message, lang)} {sentence(one.fix, lang)}" for one in mine)


def _address(path: str) -> str:
    return f"/{path.removesuffix('index.html')}"
