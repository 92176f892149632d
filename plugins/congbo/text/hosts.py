"""Host names, and the host that a browser would go to for an address."""

from __future__ import annotations

import re
from html import unescape
from urllib.parse import urlsplit

from congbo.text.regex import regex

_LABEL = r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
HOST = regex(rf"(?=.{{4,253}}$)(?:{_LABEL}\.)+{_LABEL}")

_WEB = regex(r"(?:(?:https?):[\\/]*|[\\/]{2,})", re.IGNORECASE)
_IGNORED = regex(r"[\t\r\n]")


def host_of(address: str) -> str | None:
    """Return the host of a web address in small ASCII letters (``xn--`` form); None for an address inside the site.

    Reads as a browser does: character references, backslashes for slashes, missing or too many slashes, names and
    passwords before ``@``, tabs and line ends within. Empty for a web address whose host cannot be read.
    """
    plain = _IGNORED.sub("", unescape(address)).strip()
    start = _WEB.match(plain)
    if not start:
        return None
    try:
        name = urlsplit(f"https://{plain[start.end() :]}".replace("\\", "/")).hostname or ""
        return name.rstrip(".").encode("idna").decode("ascii").lower() if name else ""
    except (UnicodeError, ValueError):
        return ""
