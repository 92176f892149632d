"""Pictures in a body: the sizes of those that lie with the item, and room for them while they load.

The HTML is sanitised (``markdown.to_html``): attributes stand in double quotes. A picture alone in its paragraph whose
Markdown has a title, ``![words](file.jpg "caption")``, is a figure with that caption.
"""

from __future__ import annotations

import re
from html import escape, unescape
from typing import Final
from urllib.parse import quote, unquote

from congbo.facts import addresses
from congbo.item import Item
from congbo.site.index import Index
from congbo.site.pictures import picture_of
from congbo.site.views import Picture

# How wide a picture of a text is seen: the column on a desk, nearly the whole of a telephone.
COLUMN: Final = "(min-width: 48em) 44rem, 92vw"
_ALONE = re.compile(r'<p>(<img\b[^>]*\btitle="([^"]*)"[^>]*>)</p>')
_SEEN = re.compile(r"<(/?)a\b[^>]*>|<img\b([^>]*)>")
_ATTRIBUTE = re.compile(r'\b(src|alt|width|height)="([^"]*)"')


def illustrated(index: Index, item: Item, html: str) -> str:
    """Return the HTML of a body with its pictures in sizes."""
    if "<img" not in html:
        return html
    files = {path.rpartition("/")[2] for path in index.corpus.attachments(item)}
    within = False  # a link

    def shown(one: re.Match[str]) -> str:
        nonlocal within
        if one[2] is None:
            within = not one[1]
            return one[0]
        said = {name: unescape(value) for name, value in _ATTRIBUTE.findall(one[2])}
        file = unquote(said.get("src", ""))
        if file not in files:
            return one[0]
        return _tag(item, picture_of(index, item, file, said.get("alt", "")), said, within=within)

    return _SEEN.sub(shown, _ALONE.sub(r"<figure>\1<figcaption>\2</figcaption></figure>", html))


def _tag(item: Item, one: Picture, said: dict[str, str], *, within: bool) -> str:
    """``said``: the attributes that the author wrote; ``within``: a link of the author's leads elsewhere already."""
    page = addresses.item(item)
    width, height = said.get("width") or one.width, said.get("height") or one.height
    room = f' width="{escape(str(width))}" height="{escape(str(height))}"' if width and height else ""
    rest, whole = f' alt="{escape(one.alt)}"{room} loading="lazy"', quote(one.url.removeprefix(page))
    if one.plain is None:
        return f'<img src="{whole}"{rest}>'
    sources = ", ".join(f"{size.url.removeprefix(page)} {size.width}w" for size in one.sizes)
    source = f'<source type="image/webp" srcset="{sources}" sizes="{COLUMN}">'
    html = f'<picture>{source}<img src="{one.plain.url.removeprefix(page)}"{rest}></picture>'
    return f'<a href="{whole}">{html}</a>' if one.more and not within else html
