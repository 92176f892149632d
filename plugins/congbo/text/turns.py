"""Who speaks in a conversation: a turn begins with a paragraph whose first words are bold and end in a colon."""

from __future__ import annotations

from congbo.text.regex import regex

_TURN = regex(r"(?:\A|\n[ \t]*\n)(?:\*\*|__)([^*_\n]{1,80}?)[ \t]*(?::(?:\*\*|__)|(?:\*\*|__)[ \t]*:)")


def speakers(body: str) -> list[str]:
    """Return who speaks in a Markdown body, turn after turn."""
    return [one[1].strip() for one in _TURN.finditer(body)]
