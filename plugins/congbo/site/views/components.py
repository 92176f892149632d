"""The facts of the pages of components."""

from __future__ import annotations

from dataclasses import dataclass

from congbo.site.views.pages import PageFacts
from congbo.site.views.parts import Link


@dataclass(frozen=True)
class Specimen:
    """A template, and the page of a sample that it is filled with; ``number`` is its own on the page.

    ``about``: what it is and when it is used, as HTML.
    """

    number: int
    title: str
    template: str
    page: PageFacts
    about: str = ""


@dataclass(frozen=True)
class SpecimenGroup:
    """Specimens under one heading."""

    anchor: str
    title: str
    specimens: tuple[Specimen, ...]


@dataclass(frozen=True)
class ComponentsFacts(PageFacts):
    """A page of components: the parts that pages are made of, with the tokens; or (``whole``) the pages as wholes."""

    about: str = ""
    groups: tuple[SpecimenGroup, ...] = ()
    pages: tuple[Link, ...] = ()
    whole: bool = False
