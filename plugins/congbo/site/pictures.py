"""Pictures of an item as pages show them: in which sizes there are files of them, and how large they are seen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from io import BytesIO
from typing import Final
from urllib.parse import quote

from congbo.errors import refuse
from congbo.facts import addresses
from congbo.item import Image, Item
from congbo.pictures import Header, UndrawnError, header, sizes
from congbo.pictures.sizes import JPEG
from congbo.place import Place
from congbo.site.index import Index
from congbo.site.values import words
from congbo.site.views import FileFacts, Picture, Sized

# Lead picture, portrait, headquarters, chart or map.
FIELDS: Final = ("anh", "anh_chan_dung", "anh_tru_so", "hinh_so_do", "hinh_ban_do")
ENDINGS: Final = (".jpg", ".jpeg", ".png", ".webp")  # of kinds that sizes are drawn from


def picture(index: Index, item: Item) -> Picture | None:
    """Return an item's own picture, with its caption and credit."""
    for name in FIELDS:
        value = item.fields.get(name)
        if isinstance(value, Image):
            credit, caption = words(index, item, "anh_ban_quyen"), words(index, item, "chu_thich_anh")
            return picture_of(index, item, value.file, value.alt, credit, caption)
    return None


def picture_of(index: Index, item: Item, file: str, alt: str, credit: str = "", caption: str = "") -> Picture:
    """Return a picture that lies with an item; ``width`` 0: the file does not tell."""
    url, known = addresses.attachment(item, file), _known(index, item, file)
    if known is None:
        return Picture(url, alt, *_seen(index, item, file), credit, caption)
    drawn = [Sized(_address(item, quote(file), one.name), one.width, one.height, one.form) for one in sizes(known)]
    plain = next(one for one in drawn if one.form == JPEG)
    others = tuple(one for one in drawn if one is not plain)
    more = known.width > others[-1].width
    return Picture(url, alt, known.width, known.height, credit, caption, others, plain, more)


def sized_keys(index: Index, item: Item, files: Iterable[str]) -> Iterator[tuple[str, str, str]]:
    """Yield path, file and size of every size that there is of an item's pictures."""
    for file in files:
        known = _known(index, item, file)
        yield from ((item.path, file, one.name) for one in (sizes(known) if known else ()))


def sized_facts(index: Index, path: str, file: str, size: str) -> FileFacts:
    """Return a size of a picture. Raises CongboError for a picture that cannot be decoded."""
    item = index.item(path)
    data = index.corpus.tree.read(f"{item.address.folder}/{file}")
    try:
        found = index.corpus.pictures.sized(data)
    except UndrawnError as error:
        raise refuse("build.picture", Place(f"{item.address.folder}/{file}"), detail=str(error)) from error
    return FileFacts(_address(item, file, size), found[size])


def _known(index: Index, item: Item, file: str) -> Header | None:
    if not file.lower().endswith(ENDINGS):
        return None
    path = f"{item.address.folder}/{file}"
    return index.once("header", path, lambda: header(index.corpus.tree.read(path)))


def _seen(index: Index, item: Item, file: str) -> tuple[int, int]:
    """How large a drawing or a moving picture is, so that the page keeps its place while it loads."""
    import imagesize  # brings the whole of urllib along, for which few pages wait: most items have no picture

    width, height = imagesize.get(BytesIO(index.corpus.tree.read(f"{item.address.folder}/{file}")))
    return max(0, round(width)), max(0, round(height))


def _address(item: Item, file: str, size: str) -> str:
    """In a folder below the item's, where no attachment lies."""
    return f"{addresses.item(item)}co-anh/{file}.{size}"
