"""Where each page of an edition lies: paths from the edition's root; pages are folders with an ``index.html``.

A section's archive lies under ``luu-tru/``, its weeks, months and leaders under ``tuan/``, ``thang/`` and ``lanh-dao/``, its
registers under ``loc/``, ``hieu-luc/`` and ``du-lieu/``, which no year can be named, so that no slug can ever shadow them.
"""

from __future__ import annotations

from congbo.item import Item
from congbo.item.model import Address

# The facets of registers, and the states of questions -> their folders.
FACETS = {"field": "linh-vuc", "year": "nam", "issuer": "co-quan", "form": "hinh-thuc", "state": "trang-thai"}


def prefix(lang: str) -> str:
    """Return the folder of a language; Vietnamese lies at the root."""
    return "" if lang == "vi" else f"{lang}/"


def home(lang: str) -> str:
    """Return the address of a home page."""
    return prefix(lang)


def section(section_id: str, lang: str) -> str:
    """Return the address of a section's front."""
    return f"{prefix(lang)}{section_id}/"


def month(section_id: str, lang: str, which: str) -> str:
    """Return the address of a month ("2026-11") of a section's archive."""
    return f"{section(section_id, lang)}luu-tru/{which}/"


def facet(section_id: str, lang: str, kind: str, value: str, period: str = "") -> str:
    """Return the address of the documents of a value of a facet, of those of a year or month of them."""
    word = value.replace("_", "-")
    return f"{section(section_id, lang)}loc/{FACETS[kind]}/{word}/{f'{period}/' if period else ''}"


def register_data(section_id: str, lang: str, period: str) -> str:
    """Return the address of the data of a register's documents of a year or month."""
    return f"{section(section_id, lang)}du-lieu/{period}.json"


def effects(section_id: str, lang: str, year: str = "") -> str:
    """Return the address of a register's states on a day, or at the end of a year."""
    return f"{section(section_id, lang)}hieu-luc/{f'{year}/' if year else ''}"


def relations(one: Item) -> str:
    """Return the address of the page of a document's relations to others."""
    return f"{item(one)}quan-he/"


def item(one: Item) -> str:
    """Return the address of an item's page: its path is its address."""
    return page(one.address)


def page(address: Address) -> str:
    """Return the address of the page of an item that lies at a path."""
    return f"{section(address.section, address.lang)}{address.year}/{address.slug}/"


def around(address: Address) -> tuple[str, ...]:
    """Return what an item at a path gives its portal to link to, without the last ``/``: itself and the pages above it."""
    lang = address.lang
    pages = (page(address), section(address.section, lang), home(lang), site_map(lang), rules(lang))
    return tuple(one.rstrip("/") for one in pages)


def old_item(path: str) -> str:
    """Return the address that a content file of this path had."""
    portal_section, _, name = path.removeprefix("content/").removesuffix(".md").rpartition("/")
    slug, _, lang = name.partition(".")
    _, _, rest = portal_section.partition("/")
    return f"{prefix(lang or 'vi')}{rest}/{slug}/"


def attachment(one: Item, file: str) -> str:
    """Return the address of a file of an item; a translation's files lie beside the original's."""
    return f"{item(one)}{file}"


def topics(lang: str) -> str:
    """Return the address of the list of topics; no section is named like its folder."""
    return f"{prefix(lang)}chu-de/"


def topic(lang: str, which: str, period: str = "") -> str:
    """Return the address of a topic's page, or of a year or month ("2017-07") of its archive."""
    return f"{topics(lang)}{which}/{f'luu-tru/{period}/' if period else ''}"


def gathered(lang: str) -> str:
    """Return the address of the page of what a main portal gathers; no section is named like its folder."""
    return f"{prefix(lang)}tu-cac-don-vi/"


def site_map(lang: str) -> str:
    """Return the address of the site map for people."""
    return f"{prefix(lang)}so-do-cong/"


def search(lang: str) -> str:
    """Return the address of the page that searches."""
    return f"{prefix(lang)}tim-kiem/"


def search_parts(lang: str) -> str:
    """Return the folder of the parts of what is searched; of all languages they lie beside each other."""
    return f"tim-kiem/{lang}/"


def search_part(lang: str, which: str) -> str:
    """Return the address of a month ("2026-11") of what is searched."""
    return f"{search_parts(lang)}{which}.json"


def rules(lang: str) -> str:
    """Return the address of the page on the regulation and how it is kept."""
    return f"{prefix(lang)}quy-che/"


def report(lang: str, which: str = "") -> str:
    """Return the address of the page on how the regulation is kept, or of a month ("2026-10") that is over."""
    return f"{prefix(lang)}cong-khai-hoat-dong/{f'{which}/' if which else ''}"


def standing(url: str, lang: str) -> str:
    """Return the address of a standing page in a language."""
    return f"{prefix(lang)}{url}"


def guide(page: str = "") -> str:
    """Return the address of a page of the editors' guide, which is in Vietnamese; the first page by default."""
    return f"huong-dan/{f'{page}/' if page else ''}"


def components(page: str = "") -> str:
    """Return the address of a page of components, which is in Vietnamese; the first page by default."""
    return f"thanh-phan/{f'{page}/' if page else ''}"


def changes(lang: str) -> str:
    """Return the address of the page of a preview that lists what the change alters."""
    return f"{prefix(lang)}thay-doi/"


def versions(one: Item) -> str:
    """Return the address of the page of an item's earlier published forms."""
    return f"{item(one)}cac-ban-truoc/"


def feed(lang: str, section_id: str = "") -> str:
    """Return the address of the portal's feed or a section's."""
    return f"{section(section_id, lang) if section_id else prefix(lang)}atom.xml"


def file_of(url: str) -> str:
    """Return the file that serves an address."""
    return f"{url}index.html" if url == "" or url.endswith("/") else url


def root_of(url: str) -> str:
    """Return what leads from a page back to the edition's root: "../" for each folder."""
    return "../" * url.count("/")
