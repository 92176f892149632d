"""What a converter says of a value that it does not take."""

from __future__ import annotations

from congbo.place import Place


class UnfitError(Exception):
    """A value that its field type does not take; ``want`` names the locale key of what it takes."""

    def __init__(self, place: Place, want: str, shown: str = "", /, **params: object) -> None:
        super().__init__(want)
        self.place = place
        self.want = want
        self.shown = shown
        self.params = params
