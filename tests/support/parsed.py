"""Built pages as another parser reads them (Lexbor, by the HTML standard): what in them could act, ask or lead astray."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

# No page of ours has these, now or later; what ours may have is looked at more closely below.
NEVER = frozenset([
    "iframe", "frame", "frameset", "object", "embed", "applet", "base", "style", "math", "foreignobject", "portal",
    "template", "noscript", "audio", "marquee", "plaintext", "xmp", "textarea", "keygen",
    "isindex", "noembed", "listing", "set", "animate", "animatetransform", "image", "dialog",
])  # fmt: skip
# Where ours have them: within what, and what they may say.
WITHIN = {
    "video": ({"figure"}, {"controls", "preload", "poster", "aria-label"}),
    "source": ({"picture", "video"}, {"type", "srcset", "sizes", "src"}),
    "track": ({"video"}, {"kind", "srclang", "label", "src", "default"}),
}
ADDRESSES = (
    "href", "src", "action", "formaction", "poster", "data", "srcset", "background", "cite", "ping", "xlink:href",
)  # fmt: skip
METAS = {"viewport", "description", "robots", "theme-color", "color-scheme", "format-detection"}
RELATIONS = {"canonical", "alternate", "icon", "stylesheet", "preload", "next", "prev", "license", "search", "manifest"}
POLICY = "content-security-policy"
# What browsers strip before an address (URL Standard, 4.4); tabs and line ends they remove inside it too.
_BEFORE = "".join(map(chr, range(0x21)))
_INSIDE = re.compile("[\t\n\r]")
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")


def page(html: bytes) -> LexborHTMLParser:
    """Read a page."""
    return LexborHTMLParser(html.decode("utf-8"))


def dangers(html: bytes) -> list[str]:
    """Return each part of a page that could act."""
    root = page(html).root
    assert root is not None
    found = []
    for node in root.traverse():
        found += [f"<{node.tag}> {danger}" for danger in _dangers(node)]
    return found


def _dangers(node: LexborNode) -> Iterator[str]:
    given = {name.lower(): value or "" for name, value in node.attributes.items()}
    if node.tag in NEVER:
        yield "is no element of ours"
    if node.tag in WITHIN and not _in_its_place(node, given):
        yield "is no element of ours"
    if node.tag == "script" and not _ours(node, given):
        yield "is no script of ours"
    if node.tag == "meta" and not _known(given):
        yield f"says {given}"
    if node.tag == "link" and not set(given.get("rel", "").split()) <= RELATIONS:
        yield f"relates as {given.get('rel')}"
    if node.tag in ("form", "button", "input") and _leads_away(given.get("action", "") + given.get("formaction", "")):
        yield "sends elsewhere"
    for name, value in given.items():
        if name.startswith("on") or name in ("style", "srcdoc", "popover", "formaction", "ping"):
            yield f"{name}={value[:40]}"
        if name in ADDRESSES and not _harmless(value):
            yield f"{name}={value[:60]}"


def _in_its_place(node: LexborNode, given: dict[str, str]) -> bool:
    """Pictures and films of the portal itself, in the elements that hold them."""
    parents, attributes = WITHIN[str(node.tag)]
    asked = [given.get("src", ""), given.get("poster", ""), *given.get("srcset", "").split(",")]
    stands = node.parent is not None and node.parent.tag in parents
    return stands and given.keys() <= attributes and not any(map(_leads_away, asked))


def _ours(node: LexborNode, given: dict[str, str]) -> bool:
    """A file of ours, or data that is read to its end as data: browsers run nothing of this type."""
    if given == {"type": "application/ld+json"}:
        return isinstance(json.loads(node.text()), dict)
    return bool(given.get("src")) and not _leads_away(given["src"]) and not node.text().strip()


def _known(given: dict[str, str]) -> bool:
    if "http-equiv" in given:
        return given["http-equiv"].lower() == POLICY
    return (
        "charset" in given
        or given.get("name") in METAS
        or given.get("name", "").startswith("DC.")
        or given.get("property", "").startswith(("og:", "article:"))
    )


def _leads_away(address: str) -> bool:
    return bool(_SCHEME.match(_INSIDE.sub("", address.strip(_BEFORE)))) or address.lstrip().startswith(
        ("//", "\\", "/\\")
    )


def _harmless(address: str) -> bool:
    scheme = _SCHEME.match(_INSIDE.sub("", address.strip(_BEFORE)))
    return not scheme or scheme[1].lower() in ("http", "https", "mailto", "tel")
