"""Where releases go (``policies/targets.yml``). Never a password or a key: those are asked of the machine."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

from congbo.errors import refuse
from congbo.place import Place
from congbo.policy.keyed import Keyed, no_places
from congbo.policy.portals import EDITIONS
from congbo.policy.shape import Key, flag, ident, integer, listed, may, need, one_of, record, text
from congbo.strict import Mapping as MappingNode
from congbo.strict import Node
from congbo.text.regex import regex

FOLDER: Final = "folder"
SSH: Final = "ssh"
S3: Final = "s3"
PAGES: Final = "pages"
KINDS = (FOLDER, SSH, S3, PAGES)
COMPRESSIONS = ("br", "gz")
INTERNET: Final = "internet"  # the edition that may leave the office
LAST_PORT: Final = 65535

_PATH = r"/?[A-Za-z0-9._-]+(?:/[A-Za-z0-9._-]+)*"
_PLACE = regex(_PATH)
_SERVER = regex(r"(?:[a-z_][a-z0-9_.-]{0,31}@)?[A-Za-z0-9][A-Za-z0-9.-]{0,252}:/[A-Za-z0-9._-]+(?:/[A-Za-z0-9._-]+)*")
_LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_ADDRESS = regex(rf"https?://{_LABEL}(?:\.{_LABEL})*(?::(?P<port>\d{{1,5}}))?(?:/[A-Za-z0-9._~-]+)*/?")
_BUCKET = regex(r"[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]")


@dataclass(frozen=True)
class Target(Keyed):
    """A target. ``edition``: the only one that goes there (empty: all); ``public``: it faces the Internet.

    ``url``: where its top is read back once it is live; ``portal``: that portal alone, at the top; ``compress``: the packed
    forms that its web server serves. The other fields belong to one kind each.
    """

    name: str
    kind: str
    place: Place
    edition: str = ""
    public: bool = False
    url: str = ""
    portal: str = ""
    compress: tuple[str, ...] = ()
    folder: str = ""
    archive: str = ""
    to: str = ""
    port: int = 22
    endpoint: str = ""
    bucket: str = ""
    prefix: str = ""
    region: str = ""
    places: Mapping[str, Place] = no_places()

    @property
    def host(self) -> str:
        """Return the host of ``url``, "" if there is none."""
        return (urlsplit(self.url).hostname or "") if self.url else ""

    @property
    def where(self) -> str:
        """Return where it is, for people; two targets are never in one place."""
        return {
            FOLDER: self.folder,
            PAGES: self.folder,
            SSH: f"{self.to}#{self.port}",
            S3: f"{self.endpoint}/{self.bucket}/{self.prefix}",
        }[self.kind]


BUILT_IN: Mapping[str, Target] = {
    "local": Target("local", FOLDER, Place(""), folder="public"),
    INTERNET: Target(INTERNET, FOLDER, Place(""), edition=INTERNET, public=True, folder="public-internet"),
}


def read_target(node: Node) -> Target:
    """Read one target; which keys it may have depends on its kind. Raises CongboError at the line of the fault."""
    kind = _kind(node)
    found: Target = record(Target, _COMMON | _OF_KIND[kind])(node)
    if found.name in BUILT_IN:
        raise refuse("policy.target_built_in", found.at("target"), name=found.name, known=sorted(BUILT_IN))
    if found.public and found.edition != INTERNET:
        raise refuse("policy.target_public", found.at("edition"), name=found.name, edition=INTERNET)
    return found


def _kind(node: Node) -> str:
    """The kind, before anything else is read; what has none is refused with the rest."""
    here = node.nodes.get("kind") if isinstance(node, MappingNode) else None
    return one_of(*KINDS)(here) if here is not None else FOLDER


def _place(node: Node) -> str:
    """Read a folder: under the repository, or from the root of the machine; never upwards."""
    found = text(node)
    if not _PLACE.fullmatch(found) or {".", ".."} & set(found.split("/")):
        raise refuse("policy.target_folder", node.place, value=found)
    return found


def _server(node: Node) -> str:
    """Read ``user@host:/folder``; nothing that a shell or ssh would take for more than that."""
    found = text(node)
    if not _SERVER.fullmatch(found) or {".", ".."} & set(found.partition(":")[2].split("/")):
        raise refuse("policy.target_server", node.place, value=found)
    return found


def _port(node: Node) -> int:
    found = integer(node)
    if not 1 <= found <= LAST_PORT:
        raise refuse("policy.target_port", node.place, value=found)
    return found


def _bucket(node: Node) -> str:
    found = text(node)
    if not _BUCKET.fullmatch(found) or ".." in found:
        raise refuse("policy.target_bucket", node.place, value=found)
    return found


def _archive(node: Node) -> str:
    """Read the path of a tar file."""
    found = _place(node)
    if not found.endswith(".tar"):
        raise refuse("policy.target_archive", node.place, value=found)
    return found


def _prefix(node: Node) -> str:
    """Read the folder within a bucket, without slashes around it."""
    found = _place(node)
    if found.startswith("/"):
        raise refuse("policy.target_folder", node.place, value=found)
    return found


def _address(node: Node) -> str:
    """Read a web address without name, password, query or part; it ends without a slash."""
    found = text(node)
    parts = _ADDRESS.fullmatch(found)
    if not parts or not 1 <= int(parts["port"] or 1) <= LAST_PORT:
        raise refuse("policy.target_address", node.place, value=found)
    return found.rstrip("/")


_COMMON: dict[str, Key] = {
    "target": need(ident, "name"),
    "kind": need(one_of(*KINDS)),
    "edition": may(one_of(*EDITIONS)),
    "public": may(flag),
    "url": may(_address),
}
_COMPRESS = {"compress": may(listed(one_of(*COMPRESSIONS)))}
_PORTAL = {"portal": may(ident)}
_OF_KIND: Mapping[str, dict[str, Key]] = {
    FOLDER: {"folder": need(_place)},
    SSH: {"to": need(_server), "port": may(_port)} | _COMPRESS | _PORTAL,
    S3: {"endpoint": need(_address), "bucket": need(_bucket), "prefix": may(_prefix), "region": may(ident)} | _PORTAL,
    PAGES: {"folder": need(_place), "archive": may(_archive)} | _PORTAL,
}
