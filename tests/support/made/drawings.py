"""Drawings (svg)."""

from __future__ import annotations

from collections.abc import Callable

from support.made.parts import one

_NS = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 4 4"'


def drawing(inner: str, root: str = "", before: str = "") -> Callable[[str], bytes]:
    """A drawing with the text as a label, and whatever else."""
    return lambda text: f"{before}<svg {_NS}{root}>{inner}<text>{one(text)}</text></svg>".encode()


RECIPES = {
    "svg": drawing('<rect width="4" height="4" fill="url(#g)"/>'),
    "svg-script": drawing("<script>alert(1)</script>"),
    "svg-event": drawing("", ' onload="alert(1)"'),
    "svg-page": drawing("<foreignObject><p/></foreignObject>"),
    "svg-remote": drawing('<image xlink:href="https://evil.example/a.png"/>'),
    "svg-style": drawing("<style>@import url(https://evil.example/a.css);</style>"),
    "svg-entities": drawing("", before='<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>'),
    "svg-utf16": lambda text: drawing("<script>alert(1)</script>")(text).decode().encode("utf-16"),
    "svg-broken": lambda text: drawing("")(text)[:-8],
}
