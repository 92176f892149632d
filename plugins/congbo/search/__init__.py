"""The search of a built edition: what ``congbo search`` and a reader's browser find, in one order (ADR 23)."""

from congbo.search.search import Found, Result, search

__all__ = ["Found", "Result", "search"]
