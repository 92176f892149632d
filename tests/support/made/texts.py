"""Plain texts, and what calls itself one."""

from __future__ import annotations

import json

from support.legacy import stored


def rtf(text: str) -> bytes:
    """A rich text; letters beyond ASCII are written as ``\\uN?``."""
    body = "".join(c if ord(c) < 128 else f"\\u{ord(c)}?" for c in text.strip()).replace("\n", "\\par\n")
    return b"{\\rtf1\\ansi\\deff0 " + body.encode("ascii") + b"}"


def rtf_object(text: str) -> bytes:
    """A rich text with an object that Word would run."""
    return rtf(text)[:-1] + b"{\\object\\objocx{\\*\\objdata 0105000002000000}}}"


def geojson(text: str) -> bytes:
    """A map with one point; the text is its name."""
    point = {
        "type": "Feature",
        "properties": {"ten": text.strip()},
        "geometry": {"type": "Point", "coordinates": [106, 21]},
    }
    return json.dumps({"type": "FeatureCollection", "features": [point]}, ensure_ascii=False).encode()


def ics(text: str) -> bytes:
    """A calendar with one meeting; the text is its subject."""
    lines = ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:x", "BEGIN:VEVENT", "UID:1", f"SUMMARY:{' '.join(text.split())}")
    return "\r\n".join((*lines, "END:VEVENT", "END:VCALENDAR", "")).encode()


RECIPES = {
    "text": str.encode,
    "text-in-tcvn3": lambda text: stored(text, "tcvn3"),
    "text-in-vni": lambda text: stored(text, "vni"),
    "text-in-viscii": lambda text: stored(text, "viscii"),
    "text-in-windows-1258": lambda text: stored(text, "windows_1258"),
    "text-in-latin-1": lambda text: text.encode("latin-1"),
    "utf16": lambda text: text.encode("utf-16"),
    "rtf": rtf,
    "rtf-object": rtf_object,
    "json": lambda text: json.dumps({"noi_dung": text.strip()}, ensure_ascii=False).encode(),
    "json-deep": lambda _: b"[" * 100_000 + b"]" * 100_000,
    "geojson": geojson,
    "ics": ics,
    "page": lambda text: f"<!DOCTYPE html><html><script>alert(1)</script>{text}</html>".encode(),
    "program": lambda _: b"MZ\x90\x00" + b"\0" * 60 + b"This program cannot be run in DOS mode.",
    "linux-program": lambda _: b"\x7fELF\x02\x01\x01" + b"\0" * 57,
    "script": lambda _: b"#!/bin/sh\nrm -rf /\n",
    "lfs-pointer": lambda _: b"version https://git-lfs.github.com/spec/v1\noid sha256:" + b"0" * 64 + b"\nsize 12345\n",
    "empty": lambda _: b"",
    "noise": lambda _: bytes(n * 97 % 251 for n in range(1, 4000)),
}
