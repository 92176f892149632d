"""The facts of the pages of components."""

from __future__ import annotations

from msgspec import Struct

from congbo.site.views.pages import PageFacts
from congbo.site.views.parts import Link


class Specimen(Struct, frozen=True):
    """A template, and the page of a sample that it is filled with; ``number`` is its own on the page.

    ``about``: what it is and when it is used, as HTML.
    """

    number: int
    title: str
    template: str
    page: PageFacts
    about: str = ""


class SpecimenGroup(Struct, frozen=True):
    """Specimens under one heading."""

    anchor: str
    title: str
    specimens: tuple[Specimen, ...]


class ComponentsFacts(PageFacts, frozen=True):
    """A page of components: the parts that pages are made of, with the tokens; or (``whole``) the pages as wholes."""

    about: str = ""
    groups: tuple[SpecimenGroup, ...] = ()
    pages: tuple[Link, ...] = ()
    whole: bool = False
