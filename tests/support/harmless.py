"""What in a page could act by itself: scripts, handlers, styles, frames, forms, and addresses that run something."""

from __future__ import annotations

import re
from html.parser import HTMLParser

ACTIVE = frozenset(
    [
        "script",
        "style",
        "iframe",
        "frame",
        "object",
        "embed",
        "applet",
        "form",
        "input",
        "button",
        "textarea",
        "select",
        "meta",
        "base",
        "link",
        "svg",
        "math",
        "template",
        "audio",
        "video",
        "source",
        "noscript",
        "title",
        "body",
        "html",
        "head",
        "portal",
        "dialog",
        "marquee",
        "slot",
    ]
)
ADDRESSES = ("href", "src", "action", "formaction", "data", "poster", "srcset", "xlink:href", "background", "cite")
SCHEMES = ("http", "https", "mailto", "tel", "")
# What browsers take for a scheme (URL Standard, 4.4): with another character before the colon the address is relative.
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_UNSEEN = re.compile("[\x00-\x20]")


def harms(html: str) -> list[str]:
    """Return every active part of a piece of HTML: element, attribute or address."""
    finder = _Finder()
    finder.feed(html)
    finder.close()
    return finder.found


def unbalanced(html: str) -> list[str]:
    """Return what would close, or leave open, an element around the piece of HTML."""
    finder = _Finder()
    finder.feed(html)
    finder.close()
    return [*finder.strays, *finder.open]


class _Finder(HTMLParser):
    """Walks through HTML as a browser's tokenizer does."""

    VOID = ("br", "hr", "img")

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self.open: list[str] = []
        self.strays: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ACTIVE:
            self.found.append(f"<{tag}>")
        self.found += [harm for name, value in attrs if (harm := _harm(name, value or ""))]
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if self.open and self.open[-1] == tag:
            self.open.pop()
        elif tag not in self.VOID:
            self.strays.append(f"</{tag}>")

    def handle_comment(self, data: str) -> None:
        self.found.append(f"<!--{data[:20]}")

    def handle_decl(self, decl: str) -> None:
        self.found.append(f"<!{decl[:20]}")

    def handle_pi(self, data: str) -> None:
        self.found.append(f"<?{data[:20]}")


def _harm(name: str, value: str) -> str:
    if name.startswith("on") or name in ("style", "id", "class", "name", "srcdoc", "formaction", "ping", "target"):
        return f"{name}={value[:40]}"
    scheme = _SCHEME.match(_UNSEEN.sub("", value)) if name in ADDRESSES else None
    return f"{name}={value[:40]}" if scheme and scheme[1].lower() not in SCHEMES else ""
