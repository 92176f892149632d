"""The Markdown body as a list of blocks: headings, paragraphs, list entries, tables."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from markdown import Markdown

Span = tuple[str, str]  # text, style: "", "B", "I"


@dataclass(frozen=True)
class Heading:
    """A heading; ``level`` from 2."""

    text: str
    level: int


@dataclass(frozen=True)
class Text:
    """A paragraph, or a list entry with its mark (``-``, ``1.``) and depth."""

    spans: tuple[Span, ...]
    mark: str = ""
    depth: int = 0


@dataclass(frozen=True)
class Table:
    """Rows of cells; the first row is the head."""

    rows: tuple[tuple[str, ...], ...]


Block = Heading | Text | Table


def blocks_of(body: str) -> tuple[Block, ...]:
    """Return the blocks of a Markdown text."""
    html = Markdown(extensions=["tables", "sane_lists"], output_format="xhtml").convert(body)
    return tuple(_blocks(ET.fromstring(f"<div>{html}</div>")))  # noqa: S314 - our own Markdown, no entities


def ended(blocks: tuple[Block, ...], mark: str) -> tuple[Block, ...]:
    """Return the blocks with the closing mark of a document (``./.``) after the last words."""
    if not blocks or not isinstance(blocks[-1], Text):
        return (*blocks, Text(((mark, ""),)))
    *spans, (text, style) = blocks[-1].spans
    closed = text.rstrip().removesuffix("./.").rstrip(" .;") + mark
    return (*blocks[:-1], Text((*spans, (closed, style)), blocks[-1].mark, blocks[-1].depth))


def plain(spans: tuple[Span, ...]) -> str:
    """Return the words without their styles."""
    return "".join(text for text, _ in spans)


def _blocks(parent: ET.Element, depth: int = 0) -> Iterator[Block]:
    for node in parent:
        if node.tag in ("h1", "h2", "h3", "h4"):
            yield Heading("".join(node.itertext()).strip(), int(node.tag[1]))
        elif node.tag in ("ul", "ol"):
            yield from _entries(node, depth)
        elif node.tag == "table":
            yield Table(tuple(tuple("".join(cell.itertext()).strip() for cell in row) for row in node.iter("tr")))
        elif node.tag == "blockquote":
            yield from _blocks(node, depth)
        elif node.tag != "hr":
            yield Text(tuple(_spans(node)))


def _entries(node: ET.Element, depth: int) -> Iterator[Block]:
    first = int(node.get("start", "1"))
    for number, entry in enumerate(node.findall("li"), first):
        mark = f"{number}." if node.tag == "ol" else "-"
        paragraph = entry.find("p")
        spans = tuple(_spans(entry if paragraph is None else paragraph))
        yield Text(spans, mark, depth)
        for inner in entry.findall("ul") + entry.findall("ol"):
            yield from _entries(inner, depth + 1)


def _spans(node: ET.Element, style: str = "") -> Iterator[Span]:
    """Yield the words of an element with their style; lists inside it are left to ``_entries``."""
    if node.text:
        yield _flat(node.text), style
    for child in node:
        if child.tag not in ("ul", "ol", "p"):
            yield from _spans(child, {"strong": "B", "em": "I"}.get(child.tag, style))
        if child.tail and child.tail.strip():
            yield _flat(child.tail), style


def _flat(text: str) -> str:
    return " ".join(text.split("\n"))
