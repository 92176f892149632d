"""Where the links of a body lead within its portal."""

from __future__ import annotations

from posixpath import join, normpath
from urllib.parse import unquote, urlsplit

from congbo.facts import addresses
from congbo.item import Item


def target(item: Item, link: str) -> str | None:
    """Return the path from the portal's root that a link leads to, without the last ``/``; what is no address as it stands.

    None for a link elsewhere or within the page.
    """
    try:
        parts = urlsplit(link)
    except ValueError:
        return link
    if parts.scheme or parts.netloc or not parts.path:
        return None
    path = unquote(parts.path)
    full = path.lstrip("/") if path.startswith("/") else normpath(join(addresses.item(item), path))
    return full.rstrip("/").removesuffix("/index.html") if full != "." else ""
