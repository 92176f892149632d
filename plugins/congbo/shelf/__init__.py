"""What each edition shows, in tables: the few questions that pages ask of thousands of items, each answered by an index.

One row an item and edition. Rows are functions of the corpus and the moment, so that any of them may be worked out anew.
"""

from congbo.shelf.deeds import put_deeds
from congbo.shelf.row import DATA, GONE, SHOWN, Row, row_of
from congbo.shelf.shelf import Key, Shelf
from congbo.shelf.tables import make, put, remove

__all__ = ["DATA", "GONE", "SHOWN", "Key", "Row", "Shelf", "make", "put", "put_deeds", "remove", "row_of"]
