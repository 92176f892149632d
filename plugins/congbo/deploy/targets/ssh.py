"""A server reached by ssh and rsync: a release is made beside the live one and shown by replacing one link.

There: ``objects/`` (folders by digest, never changed), ``releases/<8 digits>`` (links to the top folder of each), ``public``
(the link that the web server follows). A release is what its digest says: nothing of an earlier one is touched to make it.
"""

from __future__ import annotations

import gzip
import shlex
import tempfile
import zlib
from importlib.resources import files
from pathlib import Path

from congbo.deploy.targets.contents import Contents, Shipment, contents
from congbo.deploy.targets.newest import Descends, refuse_newer
from congbo.deploy.targets.remote import NO_SPACE, Server, connected
from congbo.deploy.targets.sent import Sent
from congbo.deploy.targets.stage import Staged, stage
from congbo.errors import REFUSED, CongboError, refuse

LINK = "public"
KEPT = 3
# What the scripts answer: another publisher was quicker, another one is at work, something of the old site is missing.
OVERTAKEN, LOCKED, MISSING = 76, 75, 77


def send(shipment: Shipment, descends: Descends | None) -> Sent:
    """Bring a release to its server and show it. Raises CongboError; until the last step the old one stays as it was."""
    with connected(shipment.target) as server:
        return _sent(server, shipment, descends)


def _sent(server: Server, shipment: Shipment, descends: Descends | None) -> Sent:
    last, live, held = _held(server)
    if descends:
        refuse_newer(shipment.contents, held, descends, shipment.target.name)
    if held and live == f"releases/{last}" and held == shipment.contents:
        return Sent(shipment.target.to, 0, 0)
    done = _try(server, shipment, last, held)
    if done is None:  # the server has lost part of what it had: everything travels
        done = _try(server, shipment, last, None)
    if done is None:
        raise refuse(
            "targets.ssh.damaged", None, target=shipment.target.name, server=server.address, folder=server.root
        )
    return done


def _held(server: Server) -> tuple[str, str, Contents | None]:
    """The number of the newest release there, where the link leads, and what that release holds (None: there is none)."""
    _, told = server.shell(_script("ask", server, link=LINK))
    last, live, packed = [*told.split(b"\n", 2), b"", b""][:3]
    try:
        held = contents(gzip.decompress(packed)) if last else None
    except (OSError, EOFError, zlib.error):
        held = None
    return last.decode("ascii", "replace"), live.decode("ascii", "replace"), held


def _try(server: Server, shipment: Shipment, last: str, held: Contents | None) -> Sent | None:
    with tempfile.TemporaryDirectory(prefix="congbo-gui-", dir=_beside(shipment.folder)) as beside:
        folder = Path(beside) / "objects"
        folder.mkdir()
        staged = stage(shipment, held, folder)
        incoming = f"incoming-{staged.top[:16]}"
        _copied(server, folder, incoming)
    code, _ = server.shell(_show(server, staged, incoming, last, held), OVERTAKEN, LOCKED, MISSING)
    if code in (OVERTAKEN, LOCKED):
        raise refuse("targets.overtaken", None, REFUSED, target=shipment.target.name)
    gone = held.files.keys() - shipment.contents.files.keys() if held else ()
    return None if code == MISSING else Sent(shipment.target.to, staged.files, len(gone))


def _copied(server: Server, folder: Path, incoming: str) -> None:
    """Let rsync do it; what has come of it is kept for the next attempt, unless the disk there is full."""
    try:
        server.copy(folder, f"{server.root}/{incoming}")
    except CongboError as error:
        if error.message.key == NO_SPACE:
            server.shell(f"rm -rf {shlex.quote(f'{server.root}/{incoming}')}")
        raise


def _beside(folder: Path) -> Path | None:
    """A folder on the same disk, so that files are linked and not copied: that of the releases, if one may write there."""
    return next((above for above in folder.resolve().parents if above.name == ".congbo"), None)


def _show(server: Server, staged: Staged, incoming: str, last: str, held: Contents | None) -> str:
    return _script(
        "show", server, incoming=incoming, last=last, top=staged.top, anew="" if held else "1", kept=str(KEPT),
        link=LINK, known="\n".join(staged.known), gone="\n".join(staged.gone), links="\n".join(staged.linking(incoming)),
    )  # fmt: skip


def _script(name: str, server: Server, links: str = "", **values: str) -> str:
    """A script of ours with its values set before it; ``links`` are lines of shell that it calls as a function."""
    given = {"LC_ALL": "C", "root": server.root, **values}
    head = "export LC_ALL\n" + "".join(f"{key}={shlex.quote(value)}\n" for key, value in given.items())
    body = files(__package__).joinpath(f"{name}.sh").read_text("utf-8")
    return f"{head}take_over() {{\n:\n{links}\n}}\n{body}"
