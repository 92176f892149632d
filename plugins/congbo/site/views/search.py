"""The facts of the page that searches."""

from __future__ import annotations

from congbo.site.views.pages import PageFacts
from congbo.site.views.parts import LinkGroup


class SearchFacts(PageFacts, frozen=True):
    """The page that searches a language: where the parts of what is searched lie (a folder), their names, the newest first,
    and the other ways to find something, which need no script."""

    folder: str = ""
    parts: tuple[str, ...] = ()
    groups: tuple[LinkGroup, ...] = ()
