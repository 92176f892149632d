"""Sentences for people: ``locales/<lang>/*.yml``, one flat file of key and sentence per part of the program."""

from __future__ import annotations

import errno
import string
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from functools import cache
from pathlib import Path

from congbo.dates import VIETNAM, day_of, printed
from congbo.errors import CongboError
from congbo.message import Message, Texts
from congbo.place import Place
from congbo.strict import Scalar, compose

LANGUAGES = ("vi", "en")
_FIRST = ("commands", "output")  # what every run of a command asks for


class _Words(string.Formatter):
    """Formats a sentence; dates are printed as official papers do, nested messages in the same language."""

    def __init__(self, lang: str) -> None:
        self._lang = lang

    def get_value(self, key: int | str, args: object, kwargs: Mapping[str, object]) -> object:  # noqa: ARG002
        return in_words(kwargs[str(key)], self._lang)


def in_words(value: object, lang: str) -> str:
    """Return a parameter as a person reads it in ``lang``."""
    if isinstance(value, Message):
        return sentence(value, lang)
    if isinstance(value, Texts):
        return value.in_(lang)
    if isinstance(value, Place):
        return str(value)
    if isinstance(value, datetime):
        return f"{value.astimezone(VIETNAM):%H:%M} {printed(day_of(value))}"
    if isinstance(value, date):
        return printed(value)
    if isinstance(value, OSError):
        return _of_system(value, lang)
    if isinstance(value, (list, tuple)):
        return ", ".join(in_words(part, lang) for part in value)
    return str(value)


def _of_system(error: OSError, lang: str) -> str:
    """What the system said, in words of the language; what it hardly ever says stays as it says it."""
    name = errno.errorcode.get(error.errno or 0, "")
    return words_of(lang, "system").get(f"system.{name}", "") or error.strerror or str(error)


def sentence(message: Message, lang: str) -> str:
    """Return the message in words. Raises KeyError for a key that the locale lacks: that is our bug."""
    return _Words(lang).vformat(catalogue(lang)[message.key], (), message.params)


def told(error: CongboError, lang: str) -> str:
    """Return an error as one line: where it is, then what is wrong and how to mend it."""
    where = f"{error.place}: " if error.place and error.place.path else ""
    return where + sentence(error.message, lang)


@cache
def catalogue(lang: str) -> Mapping[str, str]:
    """Return every sentence of a language: key -> text with ``{names}``."""
    return _Catalogue(lang)


@cache
def words_of(lang: str, part: str) -> Mapping[str, str]:
    """Return the sentences of one part (file) of a language, such as the labels of the site's pages."""
    return _read(_folder(lang).joinpath(f"{part}.yml"))


@cache
def words_of_pages(lang: str) -> Mapping[str, str]:
    """Return every sentence of the portals' pages in a language: ``site.yml``, ``pages.yml`` and each ``page-*.yml``."""
    files = ("site.yml", "pages.yml", *sorted(file.name for file in _folder(lang).glob("page-*.yml")))
    return {key: text for name in files for key, text in _read(_folder(lang) / name).items()}


def manuals(lang: str) -> tuple[str, ...]:
    """Return the checks that have a manual page, in the order of their names."""
    return tuple(sorted(file.stem for file in _folder(lang).joinpath("checks").glob("*.md")))


def guide_page(name: str) -> str:
    """Return a page of the editors' guide, as Markdown; it is there in Vietnamese."""
    return _folder("vi").joinpath("guide", f"{name}.md").read_text("utf-8")


def guide_pictures() -> Mapping[str, bytes]:
    """Return the pictures of the editors' guide: file name -> bytes."""
    return {file.name: file.read_bytes() for file in sorted(_folder("vi").joinpath("guide").glob("*.webp"))}


def components() -> str:
    """Return what the page of components says of each, as Markdown; it is there in Vietnamese."""
    return _folder("vi").joinpath("components.md").read_text("utf-8")


def samples() -> Mapping[str, bytes]:
    """Return the sample items of the page of components, with their files: path -> bytes."""
    folder = _folder("vi") / "components"
    files = (file for file in sorted(folder.rglob("*")) if file.is_file())
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in files}


def manual(lang: str, check: str) -> str:
    """Return the manual page of a check, as Markdown."""
    return _folder(lang).joinpath("checks", f"{check}.md").read_text("utf-8")


class _Catalogue(Mapping[str, str]):
    """Reads a file when a key stands in none of those read before, first the one that has the key's first word for a name: a
    clean check needs two of them."""

    def __init__(self, lang: str) -> None:
        self._unread = sorted(_folder(lang).glob("*.yml"), key=lambda file: (file.stem not in _FIRST, file.name))
        self._read: dict[str, str] = {}

    def __getitem__(self, key: str) -> str:
        while key not in self._read and self._unread:
            self._read |= _read(self._unread.pop(self._likely(key)))
        return self._read[key]

    def _likely(self, key: str) -> int:
        word = key.partition(".")[0]
        return next((place for place, file in enumerate(self._unread) if file.stem == word), 0)

    def __iter__(self) -> Iterator[str]:
        while self._unread:
            self._read |= _read(self._unread.pop(0))
        return iter(self._read)

    def __len__(self) -> int:
        return sum(1 for _ in self)


def _folder(lang: str) -> Path:
    return Path(__file__).with_name("locales") / lang


def _read(file: Path) -> dict[str, str]:
    nodes = compose(file.read_text("utf-8"), file.name).nodes
    return {key: node.text for key, node in nodes.items() if isinstance(node, Scalar)}
