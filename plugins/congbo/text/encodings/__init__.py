"""Vietnamese text in the encodings that were in use before Unicode, recognised and recovered.

TCVN3 (ABC, .VnTime), VNI-Windows, VISCII, Windows-1258, and UTF-8 that was read as Windows-1252 and written again.
"""

from congbo.text.encodings.octets import Octets, of_wide
from congbo.text.encodings.passages import Guess, passages, recognise, recover

__all__ = ["Guess", "Octets", "of_wide", "passages", "recognise", "recover"]
