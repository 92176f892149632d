"""What a web server says of a file beside its bytes: its type, and how long it may be kept."""

from __future__ import annotations

import re

from congbo.facts.media import TYPES, type_of

__all__ = ["ASKING", "DIGEST", "LASTING", "TYPES", "caching", "type_of"]

# Only a name that changes with the bytes may be kept without asking again.
LASTING = "public, max-age=31536000, immutable"
ASKING = "no-cache"
DIGEST = r"\.[0-9a-f]{8,64}\."


def caching(path: str) -> str:
    """Return how long a file may be kept: for ever if its name has the digest of its bytes, else asked for anew each time."""
    return LASTING if re.search(DIGEST, path.rpartition("/")[2]) else ASKING
