"""The facts of security.txt (RFC 9116): where faults of the portal's machines are told, and until when that holds."""

from __future__ import annotations

from typing import Final

from congbo.dates import start_of
from congbo.site.index import Index
from congbo.site.views import TextFacts

ADDRESS: Final = ".well-known/security.txt"


def security_facts(index: Index) -> TextFacts:
    """Return the file: no clock is read, it holds for a year from the day on which somebody looked at the address."""
    said = index.portal.security
    if said is None:
        raise LookupError(index.portal.id)
    lines = (
        f"Contact: {said.contact}",
        f"Expires: {start_of(said.until).isoformat(timespec='seconds')}",
        f"Preferred-Languages: {', '.join(index.portal.languages)}",
        f"Canonical: {index.absolute(ADDRESS)}",
    )
    return TextFacts(ADDRESS, "".join(f"{line}\n" for line in lines))
