"""How much a file may hold before it is not read any further.

They are limits of work and not of time: the same file gets the same answer on every machine.
"""

from __future__ import annotations

BYTES = 100_000_000  # a file; git and the forges keep no larger ones well
UNPACKED = 200_000_000  # all members of an archive together
RATIO = 100  # unpacked to packed, once the unpacked size is worth a thought
WORTH_A_THOUGHT = 10_000_000
MEMBERS = 10_000
MEMBER = 50_000_000  # one member that is looked into
XML = 60_000_000  # bytes of XML in one file
DEPTH = 1_000  # of elements in each other
PIXELS = 100_000_000
PAGES = 2_000
PAGE_CONTENT = 8_000_000  # bytes of drawing instructions of one PDF page
CONTENT = 30_000_000  # of all its pages
OBJECTS = 100_000
PAGE_WORDS = 30_000  # pieces of text that a PDF page places one by one
WORDS = 300_000  # on all its pages
TEXT = 20_000_000  # characters of all passages
SHOWN = 60  # characters of what a danger shows
SAME = 5  # dangers of one kind that are listed
