"""A body's text paragraph by paragraph, as its page shows it; where a link leads stands behind its words."""

from __future__ import annotations

from html.parser import HTMLParser

from congbo.site.markdown import to_html

_BLOCKS = (
    "p", "h2", "h3", "h4", "h5", "h6", "li", "tr", "dt", "dd", "pre", "figcaption", "caption", "blockquote", "hr", "br",
)  # fmt: skip
_CELLS = ("td", "th")


def paragraphs(body: str) -> tuple[str, ...]:
    """Return the paragraphs of a Markdown body without any markup."""
    reader = _Reader()
    reader.feed(to_html(body))
    reader.close()
    reader.end()
    return tuple(reader.found)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self._text: list[str] = []
        self._links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag in _BLOCKS:
            self.end()
        if tag == "li":
            self._text.append("• ")
        elif tag in _CELLS and self._text:
            self._text.append(" | ")
        elif tag == "img":
            self._text.append(f"[{given.get('alt') or ''}] ⟨{given.get('src') or ''}⟩")
        elif tag == "a":
            self._links.append(given.get("href") or "")

    def handle_endtag(self, tag: str) -> None:
        if tag == "a" and self._links:
            self._text.append(f" ⟨{self._links.pop()}⟩")
        if tag in _BLOCKS:
            self.end()

    def handle_data(self, data: str) -> None:
        self._text.append(data)

    def end(self) -> None:
        """End a paragraph."""
        text = " ".join("".join(self._text).split())
        if text and text != "•":
            self.found.append(text)
        self._text = []
