"""The code of a slip: the head of a change's digest, in groups that a person compares and types."""

from __future__ import annotations

import re

# Two texts that share a code of 128 bits cannot be made on purpose, also by somebody who writes both (2 to the 64th tries).
LETTERS, GROUP = 32, 4
GROUPS = LETTERS // GROUP
_TYPED = re.compile(rf"[0-9a-f]{{{LETTERS}}}")


def code_of(digest: str) -> str:
    """Return the code of a digest (64 hex): ``1a2b 3c4d …``, eight groups of four."""
    return " ".join(digest[at : at + GROUP] for at in range(0, LETTERS, GROUP))


def typed(text: str) -> str | None:
    """Return a code as it was typed (capitals, blanks and dashes do not matter) in the form of ``code_of``, or None."""
    plain = re.sub(r"[\s.\-\u2013]", "", text).lower()
    return code_of(plain) if _TYPED.fullmatch(plain) else None
