"""Structure of bodies (CB-23).

What it checks: that every picture in a body has words and lies with the item, that headings go down step by step and have
words, that tables are drawn as tables, with a name for each column and no cell too many, and that links say where they lead.
Why: who hears a page read, or leaps through it by headings, has nothing but these words; a cell beyond the last column and a
picture from elsewhere are shown to nobody.
How to fix: write the words that the finding asks for, at the line that it shows. A picture that is mere ornament is written
as HTML with an empty ``alt``, as the HTML standard has it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain, islice
from urllib.parse import unquote

from congbo.checks.body import MAX_BRACKETS
from congbo.checks.house import house_finding
from congbo.facts.corpus import Corpus
from congbo.finding import Finding, Severity
from congbo.item import Item
from congbo.place import Place
from congbo.strict.bytes import position
from congbo.text.fold import fold
from congbo.text.outline import Heading, headings
from congbo.text.pictures import Picture, link_words, pictures, without_code, wordless
from congbo.text.regex import regex
from congbo.text.tables import Table, tables, untitled

RULE = "CB-23"
CHECK = "body_structure"
AT_MOST = 20  # findings of one item

_FILE_NAME = regex(
    r"[^/\n]{1,200}\.(?:jpe?g|png|gif|webp|svg|bmp|tiff?|heic)|(?:img|dsc|image)[_ -]?\d+", re.IGNORECASE
)
_ELSEWHERE = regex(r"[A-Za-z][A-Za-z0-9+.-]*:|//")
_ADDRESS = regex(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_EMPTY = {"ảnh", "hình", "hình ảnh", "ảnh minh họa", "ảnh minh hoạ", "image", "picture", "photo", "图片", "照片"}
_NOWHERE = {
    "đây", "tại đây", "ở đây", "xem tại đây", "bấm vào đây", "nhấn vào đây", "ấn vào đây", "chi tiết", "xem chi tiết",
    "xem thêm", "xem", "link", "đường dẫn", "liên kết", "tải về", "here", "click here", "this link", "link here", "more",
    "read more", "details", "download", "这里", "点击这里", "点此", "更多", "详情", "下载",
}  # fmt: skip
Said = tuple[int, str, Severity, dict[str, object]]  # offset, key, severity, what the sentence names


def check(corpus: Corpus) -> Iterator[Finding]:
    """Yield a finding for each part of a body that some readers could not perceive."""
    for item in corpus.items:
        for offset, key, severity, params in islice(chain(structure(item.body), _missing(corpus, item)), AT_MOST):
            yield house_finding(RULE, CHECK, _place(item, offset), f"body_structure.{key}", severity, **params)


def structure(body: str) -> Iterator[Said]:
    """Yield what is to be said of a body, in the order of headings, tables, pictures and links."""
    yield from _outline(headings(body))
    for table in tables(body):
        yield from _table(table)
    for offset in untitled(body):
        yield offset, "untitled", Severity.WARNING, {}
    if ("[" in body or "<" in body) and body.count("[") <= MAX_BRACKETS:  # of more brackets, ``body`` speaks
        yield from _shown(without_code(body))


def _outline(found: list[Heading]) -> Iterator[Said]:
    path: list[tuple[int, str]] = [(1, "")]
    seen: set[tuple[tuple[int, str], ...]] = set()
    for one in found:
        words: dict[str, object] = {"heading": one.words}
        if not one.words:
            yield one.offset, "heading_empty", Severity.WARNING, {}
        if one.written == 1:
            yield one.offset, "heading_first", Severity.WARNING, words
        while path[-1][0] >= one.level:
            path.pop()
        if one.level > path[-1][0] + 1:
            yield one.offset, "heading_skips", Severity.WARNING, {**words, "wanted": "#" * (path[-1][0] + 1)}
        path.append((one.level, fold(one.words)))
        if one.words and tuple(path) in seen:
            yield one.offset, "heading_twice", Severity.INFO, words
        seen.add(tuple(path))


def _table(table: Table) -> Iterator[Said]:
    columns = len(table.header.cells)
    if not table.drawn:
        yield table.header.offset, "table_not_drawn", Severity.WARNING, {}
        return
    for number, cell in enumerate(table.header.cells, 1):
        if not cell:
            yield table.header.offset, "column_unnamed", Severity.WARNING, {"number": number}
    for row in table.rows if columns else ():
        if lost := [cell for cell in row.cells[columns:] if cell]:
            yield row.offset, "cell_lost", Severity.ERROR, {"cell": lost[0], "columns": columns}


def _shown(body: str) -> Iterator[Said]:
    found = list(pictures(body))
    for picture in found:
        yield from _picture(picture)
    if found and wordless(body):
        yield found[0].offset, "picture_alone", Severity.WARNING, {}
    for words, offset in link_words(body):
        if words.casefold().strip(" .:…*_") in _NOWHERE or _ADDRESS.fullmatch(words):
            yield offset, "link_words", Severity.INFO, {"words": words}


def _picture(picture: Picture) -> Iterator[Said]:
    shown: dict[str, object] = {"picture": picture.address or "?"}
    if _ELSEWHERE.match(picture.address):
        yield picture.offset, "picture_elsewhere", Severity.ERROR, shown
    if picture.words is None:
        yield picture.offset, "picture_words", Severity.ERROR, shown
    elif _FILE_NAME.fullmatch(picture.words) or picture.words.casefold() in _EMPTY:
        yield picture.offset, "picture_name", Severity.WARNING, {**shown, "words": picture.words}


def _missing(corpus: Corpus, item: Item) -> Iterator[Said]:
    """Yield the HTML pictures whose file does not lie with the item; of those in Markdown, ``body`` speaks."""
    if "<" not in item.body:
        return
    names = {path.rpartition("/")[2] for path in corpus.attachments(item)}
    for picture in pictures(without_code(item.body)):
        if picture.tagged and "/" not in picture.address and unquote(picture.address) not in names:
            yield picture.offset, "picture_missing", Severity.ERROR, {"picture": picture.address or "?"}


def _place(item: Item, offset: int) -> Place:
    line, column = position(item.body, offset)
    return Place(item.path, item.body_line + line - 1, column)
