"""Archives (zip)."""

from __future__ import annotations

import struct

from support.made import word
from support.made.parts import package


def plain(text: str) -> bytes:
    """One member, a text."""
    return package({"thong-bao.txt": text})


def with_document(text: str) -> bytes:
    """One member, a Word document."""
    return package({"thong-bao.docx": word.plain(text)})


def with_macro(text: str) -> bytes:
    """One member, a Word document with macros."""
    return package({"thong-bao.docx": word.macro(text)})


def with_program(text: str) -> bytes:
    """One member, a program."""
    return package({"thong-bao.txt": text, "cai-dat.exe": b"MZ\x90\x00"})


def nested(text: str) -> bytes:
    """An archive within the archive."""
    return package({"trong.zip": plain(text)})


def climbing(text: str) -> bytes:
    """A member whose name leads out of the folder."""
    return package({"../../thong-bao.txt": text})


def absolute(text: str) -> bytes:
    """A member whose name begins at the top of the machine."""
    return package({"/etc/thong-bao.txt": text})


def bomb(_: str) -> bytes:
    """A member that grows a thousand times."""
    return package({"to.txt": "0" * 30_000_000})


def lying_bomb(_: str) -> bytes:
    """A member that grows, with a table that says it does not."""
    whole = bytearray(bomb(""))
    central = whole.rindex(b"PK\x01\x02")
    whole[central + 24 : central + 28] = struct.pack("<I", 1000)
    whole[22:26] = struct.pack("<I", 1000)
    return bytes(whole)


def crowded(_: str) -> bytes:
    """More members than anybody packs by hand."""
    return package({f"{n}.txt": "x" for n in range(12_000)})


def encrypted(text: str) -> bytes:
    """A member under a password, by the flags that say so."""
    whole = bytearray(plain(text))
    central = whole.rindex(b"PK\x01\x02")
    whole[6] |= 1
    whole[central + 8] |= 1
    return bytes(whole)


def twice(text: str) -> bytes:
    """Two members of one name: each program shows another."""
    import io
    import warnings
    import zipfile

    out = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(out, "w") as archive:
        warnings.simplefilter("ignore")
        for one in (text, "khác"):
            archive.writestr(zipfile.ZipInfo("a.txt", (2019, 10, 7, 8, 0, 0)), one)
    return out.getvalue()


RECIPES = {
    "zip": plain,
    "zip-with-document": with_document,
    "zip-with-macro": with_macro,
    "zip-with-program": with_program,
    "zip-nested": nested,
    "zip-climbing": climbing,
    "zip-absolute": absolute,
    "zip-bomb": bomb,
    "zip-lying-bomb": lying_bomb,
    "zip-crowded": crowded,
    "zip-encrypted": encrypted,
    "zip-twice": twice,
    "zip-broken": lambda text: plain(text)[:40],
    "zip-program-before": lambda text: b"MZ\x90\x00" + plain(text),
}
