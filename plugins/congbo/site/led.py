"""Links of a body to what its edition does not show: an item that is not public yet or any more, or is for another network.

Nobody wrote such a link wrongly, and the clock alone can make one: it stays as words that lead nowhere, and leads again when
its item is shown. What never was there is refused before (CB-9), and a link to any other page when a release is verified.
"""

from __future__ import annotations

import re
from functools import partial
from html import unescape

from congbo.facts import addresses
from congbo.facts.leading import target
from congbo.item import Item
from congbo.item.address import parse_address
from congbo.site.index import Index

_LINK = re.compile(r'<a\b([^>]*?)\shref="([^"]*)"')


def led(index: Index, item: Item, html: str) -> str:
    """Return the HTML of a body (attributes in double quotes) without the addresses of what is not shown."""
    return _LINK.sub(partial(_led, index, item), html) if 'href="' in html else html


def _led(index: Index, item: Item, found: re.Match[str]) -> str:
    to = target(item, unescape(found[2]))
    return f"<a{found[1]}" if to and _is_hidden(index, to) else found[0]


def _is_hidden(index: Index, to: str) -> bool:
    """Tell whether a path is that of an item that is there and not shown, of a file of it, or of a section without any."""
    lang = next((one for one in index.portal.languages if one != "vi" and to.startswith(addresses.prefix(one))), "vi")
    rest = to.removeprefix(addresses.prefix(lang))
    if rest in index.corpus.policy.sections:
        return not index.has(rest, lang)
    return any(_is_hidden_item(index, one, lang) for one in (rest, rest.rpartition("/")[0]))


def _is_hidden_item(index: Index, rest: str, lang: str) -> bool:
    path = f"content/{index.portal.id}/{rest}{'' if lang == 'vi' else f'.{lang}'}.md"
    address = parse_address(path)
    return address is not None and not index.answer("at", addresses.page(address)) and path in index.corpus.by_path
