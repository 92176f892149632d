"""Markdown bodies to HTML that is safe by construction: whatever an author writes, only allowed elements come out."""

from __future__ import annotations

import re
from functools import cache
from xml.etree.ElementTree import Element

import markdown
import nh3
from markdown.blockprocessors import ParagraphProcessor
from markdown.extensions.footnotes import FootnoteExtension
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableExtension
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from congbo.site.tables import accessible

_TAGS = {
    "p", "br", "hr", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "strong", "em", "b", "i", "sub", "sup",
    "blockquote", "code", "pre", "a", "img", "figure", "figcaption", "table", "caption", "thead", "tbody", "tr", "th", "td",
    "abbr", "q", "cite", "ins", "del", "small", "span",
}  # fmt: skip
_ATTRIBUTES = {
    "a": {"href", "title"},
    "img": {"src", "alt", "title", "width", "height"},
    "th": {"scope", "colspan", "rowspan"},
    "td": {"colspan", "rowspan"},
    "ol": {"start"},
    "abbr": {"title"},
    "span": {"lang"},
}
# Python-Markdown is quadratic in runs of opening brackets (20,000 take 43 s); no text of a portal needs such a run.
_BRACKETS = re.compile(r"\[{50,}")

# Where one of the marks within a line begins: code, an escape, a link, an element, an entity, stress; and the end of a verse.
_MARKS = re.compile(r"[`\\\[<&*_\x02]")
_VERSE = "  \n"
# Python-Markdown's own run at these and below: it looks for marks within lines at 20, for all that begins a line from 100 on.
_BEFORE_INLINE, _BEFORE_BLOCKS = 25, 110


def to_html(body: str) -> str:
    """Return the sanitised HTML of a Markdown body. Headings begin at h2: the title is the page's only h1."""
    source = _BRACKETS.sub(lambda run: "\\[" * len(run[0]), body)
    html = _converter().reset().convert(source)
    html = re.sub(r"<(/?)h1>", r"<\1h2>", html)
    clean = nh3.clean(
        html,
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        url_schemes={"http", "https", "mailto", "tel"},
        link_rel=None,
    )
    return accessible(clean)


def to_text(html: str) -> str:
    """Return sanitised HTML without its elements."""
    return re.sub(r"\s+", " ", nh3.clean(html, tags=set())).strip()


@cache
def _converter() -> markdown.Markdown:
    # Not by name: for a name, Python-Markdown asks every installed package, which takes 50 ms of each process.
    made = markdown.Markdown(
        extensions=[TableExtension(), SaneListExtension(), FootnoteExtension()], output_format="html"
    )
    made.treeprocessors.register(_Plain(made), "plain", _BEFORE_INLINE)
    made.parser.blockprocessors.register(_Paragraph(made.parser), "lettered", _BEFORE_BLOCKS)
    return made


class _Paragraph(ParagraphProcessor):
    """Takes paragraphs before everything else is asked whether they are its: no mark that begins a line is a letter."""

    def test(self, _parent: Element, block: str) -> bool:
        """Tell whether every line begins with a letter."""
        return all(line[:1].isalpha() for line in block.split("\n"))


class _Plain(Treeprocessor):
    """Tells Python-Markdown which texts hold no mark; else it looks through each of them once for every kind of mark."""

    def run(self, root: Element) -> None:
        """Note the texts of a body that are what they are."""
        for element in root.iter():
            if element.text and not _MARKS.search(element.text) and _VERSE not in element.text:
                element.text = AtomicString(element.text)
