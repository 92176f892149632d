"""Pictures in the sizes in which pages show them: drawn apart, within limits, and kept by the sum of the picture (ADR 27)."""

from congbo.pictures.apart import UndrawnError
from congbo.pictures.header import Header, header
from congbo.pictures.kept import Kept
from congbo.pictures.sizes import Size, sizes

__all__ = ["Header", "Kept", "Size", "UndrawnError", "header", "sizes"]
