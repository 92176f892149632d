"""What every scene is drawn from: the portal's colours, the item's id, and the words of the picture's text."""

from __future__ import annotations

from dataclasses import dataclass

from attached.dice import between
from attached.palette import Palette, mix

WIDTH, HEIGHT = 1200.0, 750.0
WHITE, LEAF, EARTH, SKIN, WOOD, TILE = "#FFFFFF", "#5C8C57", "#B99B72", "#D9A883", "#8A6444", "#B05C43"
SHIRTS = ("#E4E9EA", "#7FA3B8", "#C98F6B", "#D8C27A", "#9DB59A", "#B5898C")


@dataclass(frozen=True)
class Tone:
    """The colours, the seed and the words of one picture."""

    palette: Palette
    seed: str
    words: str

    def tint(self, colour: str, part: float = 0.12) -> str:
        """Return a colour with some of the portal's own colour in it."""
        return mix(self.palette.brand, colour, part)

    def says(self, words: str) -> bool:
        """Tell whether the picture's text has the words."""
        return words in self.words

    def vary(self, low: float, high: float, *key: object) -> float:
        """Return a number between two others that depends on the item only."""
        return between(low, high, self.seed, *key)

    def shirt(self, key: int) -> str:
        """Return the colour of somebody's shirt."""
        return self.tint(SHIRTS[int(self.vary(0, 5.99, "shirt", key // 6) + key) % len(SHIRTS)], 0.08)
