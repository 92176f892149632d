"""The configuration of nginx for what a target holds: a server for each host, the same headers that the pages ask for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from congbo.deploy.targets import headers, security
from congbo.errors import refuse
from congbo.policy import Policy
from congbo.policy.targets import FOLDER, SSH, Target
from congbo.text.hosts import HOST
from congbo.text.regex import regex

PLAIN, SECURE = "80", "443"
LINK = "public"
# What stands between quotation marks in nginx's language without meaning anything there.
_PATH = regex(r"/[^\"$;{}\\\x00-\x1f]*")
_LISTEN = regex(r"(?:(?:\d{1,3}(?:\.\d{1,3}){3}|\[[0-9a-f:]+\]):)?\d{1,5}")


def _is_address(listen: str) -> bool:
    return bool(_LISTEN.fullmatch(listen)) and 0 < int(listen.rpartition(":")[2]) < 2**16


_TEXTS = ("text/", "application/json", "application/xml", "image/svg")
_SAID = {
    "asking": headers.ASKING,
    "lasting": headers.LASTING,
    "digest": headers.DIGEST,
    "content": security.CONTENT,
    "framing": security.FRAMING,
    "picture": security.PICTURE,
    "referrer": security.REFERRER,
    "permissions": security.PERMISSIONS,
    "secure": security.SECURE_SECONDS,
}


@dataclass(frozen=True)
class Site:
    """One edition under its host: where its files lie, and the other names that lead there.

    Without a portal: the top of a target, with the list of portals, under the host of the target's own address.
    """

    portal: str
    edition: str
    host: str
    others: tuple[str, ...]
    root: str


def sites(policy: Policy, target: Target, home: Path) -> tuple[Site, ...]:
    """Return what nginx serves of a target that is on this machine or on a server reached by ssh.

    Raises CongboError for a target that no nginx of ours serves, and for a host or a folder that its language cannot name.
    """
    if target.kind not in (FOLDER, SSH):
        raise refuse("nginx.kind", target.place, target=target.name, kind=target.kind)
    top = f"{target.to.partition(':')[2]}/{LINK}" if target.kind == SSH else str((home / target.folder).absolute())
    if not _PATH.fullmatch(top):
        raise refuse("nginx.folder", None, folder=top)
    found = tuple(_sites(policy, target, top))
    named = {name for one in found for name in (one.host, *one.others)}
    return found if not target.host or target.host in named else (*found, Site("", "", target.host, (), top))


def _sites(policy: Policy, target: Target, top: str) -> Iterator[Site]:
    for portal in policy.portals.values():
        for name, edition in portal.editions.items():
            if target.edition in ("", name) and target.portal in ("", portal.id) and edition.hosts:
                for host in edition.hosts:
                    if not HOST.fullmatch(host):
                        raise refuse("policy.not_a_host", edition.at("hosts"), value=host)
                root = top if target.portal else f"{top}/{portal.id}/{name}"
                yield Site(portal.id, name, edition.hosts[0], edition.hosts[1:], root)


def configuration(target: Target, served: tuple[Site, ...], listen: str = "", tls: str = "") -> str:
    """Return the text of the configuration, to be included within nginx's ``http``.

    ``listen``: address and port (empty: the usual ones, and with TLS http leads to https); ``tls``: the folder with
    ``<host>.crt`` and ``<host>.key``, empty for http alone. Raises CongboError for what nginx's language cannot name.
    """
    from jinja2 import Environment, StrictUndefined

    if listen and not _is_address(listen):
        raise refuse("nginx.listen", None, value=listen)
    if tls and not _PATH.fullmatch(tls):
        raise refuse("nginx.folder", None, folder=tls)
    text = files(__package__).joinpath("configuration.j2").read_text("utf-8")
    # What is filled in has been looked at above: it is nginx's language and no HTML.
    page = Environment(trim_blocks=True, undefined=StrictUndefined, autoescape=False).from_string(text)  # noqa: S701
    ports = {"listen": listen or (SECURE if tls else PLAIN), "plain": PLAIN if tls and not listen else ""}
    types = _types()
    texts = [kind for kind, _ in types if kind.startswith(_TEXTS) and kind != "text/html"]
    return page.render(
        name=target.name,
        sites=served,
        tls=tls,
        types=types,
        texts=" ".join(texts),
        compress=target.compress,
        **ports,
        **_SAID,
    )


def _types() -> list[tuple[str, str]]:
    by_type: dict[str, list[str]] = defaultdict(list)
    for suffix, kind in headers.TYPES.items():
        by_type[kind.partition(";")[0]].append(suffix.lstrip("."))
    return [(kind, " ".join(suffixes)) for kind, suffixes in sorted(by_type.items())]
