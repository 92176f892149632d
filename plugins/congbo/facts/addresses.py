"""Where each page of an edition lies: paths from the edition's root; pages are folders with an ``index.html``.

A section's archive lies under ``luu-tru/``, which no year can be named, so that no slug can ever shadow it.
"""

from __future__ import annotations

from congbo.item import Item


def prefix(lang: str) -> str:
    """Return the folder of a language; Vietnamese lies at the root."""
    return "" if lang == "vi" else f"{lang}/"


def home(lang: str) -> str:
    """Return the address of a home page."""
    return prefix(lang)


def section(section_id: str, lang: str) -> str:
    """Return the address of a section's front."""
    return f"{prefix(lang)}{section_id}/"


def month(section_id: str, lang: str, year: int, number: int) -> str:
    """Return the address of a month of a section's archive."""
    return f"{section(section_id, lang)}luu-tru/{year}-{number:02d}/"


def item(one: Item) -> str:
    """Return the address of an item's page: its path is its address."""
    return f"{section(one.section, one.lang)}{one.address.year}/{one.address.slug}/"


def old_item(path: str) -> str:
    """Return the address that a content file of this path had."""
    portal_section, _, name = path.removeprefix("content/").removesuffix(".md").rpartition("/")
    slug, _, lang = name.partition(".")
    _, _, rest = portal_section.partition("/")
    return f"{prefix(lang or 'vi')}{rest}/{slug}/"


def attachment(one: Item, file: str) -> str:
    """Return the address of a file of an item; a translation's files lie beside the original's."""
    return f"{item(one)}{file}"


def site_map(lang: str) -> str:
    """Return the address of the site map for people."""
    return f"{prefix(lang)}so-do-cong/"


def feed(lang: str, section_id: str = "") -> str:
    """Return the address of the portal's feed or a section's."""
    return f"{section(section_id, lang) if section_id else prefix(lang)}atom.xml"


def file_of(url: str) -> str:
    """Return the file that serves an address."""
    return f"{url}index.html" if url == "" or url.endswith("/") else url


def root_of(url: str) -> str:
    """Return what leads from a page back to the edition's root: "../" for each folder."""
    return "../" * url.count("/")
