"""Markdown bodies to HTML that is safe by construction: whatever an author writes, only allowed elements come out."""

from __future__ import annotations

import re
from functools import cache

import markdown
import nh3

_TAGS = {
    "p", "br", "hr", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "strong", "em", "b", "i", "sub", "sup",
    "blockquote", "code", "pre", "a", "img", "figure", "figcaption", "table", "caption", "thead", "tbody", "tr", "th", "td",
    "abbr", "q", "cite", "ins", "del", "small", "span",
}  # fmt: skip
_ATTRIBUTES = {
    "a": {"href", "title"},
    "img": {"src", "alt", "width", "height"},
    "th": {"scope", "colspan", "rowspan"},
    "td": {"colspan", "rowspan"},
    "ol": {"start"},
    "abbr": {"title"},
    "span": {"lang"},
}
# Python-Markdown is quadratic in runs of opening brackets (20,000 take 43 s); no text of a portal needs such a run.
_BRACKETS = re.compile(r"\[{50,}")


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
    return _headers_scoped(clean)


def to_text(html: str) -> str:
    """Return sanitised HTML without its elements."""
    return re.sub(r"\s+", " ", nh3.clean(html, tags=set())).strip()


@cache
def _converter() -> markdown.Markdown:
    return markdown.Markdown(extensions=["tables", "sane_lists", "footnotes"], output_format="html")


def _headers_scoped(html: str) -> str:
    """A header cell of a Markdown table heads its column; say so for screen readers."""
    return html.replace("<th>", '<th scope="col">')
