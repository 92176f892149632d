"""The portals' colours, as in theme/static/tokens.css, muted for pictures."""

from __future__ import annotations

from dataclasses import dataclass

from congbo.policy import Policy


@dataclass(frozen=True)
class Palette:
    """Hex colours: brand and deep for lines and dark planes, tint and sunk for planes that carry text."""

    brand: str
    deep: str
    tint: str
    sunk: str


PALETTES = {
    "party": Palette("#8E1B1E", "#6B1114", "#F6E6E3", "#F8F4F1"),
    "ha-long": Palette("#0B4F5E", "#073842", "#DCEDEF", "#F1F6F6"),
    "ward": Palette("#1F5A38", "#143F27", "#DFEDE1", "#F2F6F1"),
    "indigo": Palette("#323A86", "#232960", "#E3E6F5", "#F3F4F9"),
    "bronze": Palette("#6D431A", "#4C2E10", "#F2E7D9", "#F8F5F0"),
}
INK = "#1A1E21"
INK_2 = "#474E55"


def palette_of(policy: Policy, portal: str) -> Palette:
    """Return the palette that the portal names."""
    known = policy.portals.get(portal)
    return PALETTES.get(known.palette if known else "", PALETTES["ha-long"])


def mix(first: str, second: str, part: float) -> str:
    """Return ``part`` of the first colour with the rest of the second: ``mix("#000000", "#FFFFFF", .25)`` is light."""
    pairs = ((int(first[i : i + 2], 16), int(second[i : i + 2], 16)) for i in (1, 3, 5))
    return "#" + "".join(f"{round(a * part + b * (1 - part)):02X}" for a, b in pairs)
