"""One portal into which every vector was written: each as a body, as a title, and in the fields of every type."""

from __future__ import annotations

import base64
import json
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from itertools import cycle
from pathlib import Path
from typing import Any

from congbo.errors import CongboError
from congbo.facts.corpus import Corpus, load_corpus
from congbo.policy import load_policy
from congbo.policy.content import Field
from congbo.site.build import build_edition
from congbo.site.render import Theme
from congbo.strict.bytes import decode
from support.hard import HARD
from support.trees import ROOT, ValueTree, edited_policies, real_policies, real_policy
from support.vectors import VECTORS

PORTAL, EDITION, TODAY = "qn", "internet", date(2026, 11, 22)
PICTURE = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII="
)
SPOILT = "Quảng Ninh</title><script>alert(1)</script>"
NAMES = {
    '"Cổng thông tin điện tử tỉnh Quảng Ninh"': SPOILT,
    '"Quảng Ninh Provincial Portal"': 'Quảng Ninh" onmouseover="alert(1)',
    '"Tỉnh Quảng Ninh"': "{{ 7 * 191 }} <b>Quảng Ninh",
}
OWNER = {"Ủy ban nhân dân tỉnh Quảng Ninh": "Ủy ban <script>alert(1)</script>"}  # plain in the file, then in quotes
RECORDS = "policies/records/thong_bao_khan"
BANNER = """format: 1
record: thong_bao_khan
id: tb-qn-2026-01
portal: qn
loi_bao: "Bão </p><script>alert(1)</script>"
loi_bao_en: "Storm <img src=x onerror=alert(1)>"
ly_do_khan: "<script>alert(1)</script>"
nguoi_quyet_dinh: truong_ban
tu_luc: 2026-11-21T08:00:00+07:00
den_luc: 2026-11-30T08:00:00+07:00
"""


@dataclass(frozen=True)
class Written:
    """A file of the site: its path, the vector that is its title, the name of the one that is its body."""

    path: str
    title: str
    vector: str
    data: bytes


def accepted(text: str) -> bool:
    """Tell whether a content file may hold the text: control characters are refused as bytes (see ``tests/bad``)."""
    try:
        return bool(decode(text.encode(), ""))
    except CongboError:
        return False


def written() -> Iterator[Written]:
    """Yield an item for every vector that a file may hold; types and languages of pages by turns."""
    policy = real_policy()
    sections = {kind: section.id for section in policy.sections.values() for kind in section.types}
    kinds, languages = cycle(sections), cycle(("vi", "en", "zh"))
    lines = cycle([" ".join(text.split()) for text in VECTORS.values() if accepted(text)])
    for number, (name, text) in enumerate((n, t) for n, t in VECTORS.items() if accepted(t)):
        kind, lang, title = next(kinds), next(languages), next(lines)
        fields = {"id": f"qn-thu-{number}", "type": kind, "title": title, "summary": next(lines), "tags": [next(lines)]}
        for key, field in policy.types.fields_of(kind).items():
            if (value := _value(policy.types.fields[field], lines)) is not None:
                fields[key] = value
        fields["imported"] = {"published": "2017-08-01T08:00:00+07:00", "source": next(lines)}
        suffix = "" if lang == "vi" else f".{lang}"
        fields |= {} if lang == "vi" else {"lang": lang}
        front = "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in fields.items())
        path = f"content/{PORTAL}/{sections[kind]}/2017/thu-{number}{suffix}.md"
        yield Written(path, str(fields["title"]), name, f"---\n{front}---\n{text}\n".encode())


def _value(field: Field, lines: Iterator[str]) -> object:
    """Return a value of a field that holds words; None for fields that hold none, and for a withdrawal of all."""
    if field.type in ("text", "longtext", "names", "document_number"):
        return next(lines)
    if field.type in ("texts", "document_numbers"):
        return [next(lines), next(lines)]
    if field.type == "image":
        return {"file": "a.png", "alt": next(lines)}
    if field.type == "notes":
        return [{"ngay": "2017-09-01", "noi_dung": next(lines)}]
    return None


def withdrawn() -> Written:
    """Return an item that was taken off, for a reason that is a vector."""
    front = """id: qn-thu-rut
type: tin_bai
title: "<i>a"
summary: "<i>b"
rut_bai: {loai: nham, ngay: 2017-09-01, can_cu: "<script>alert(1)</script>"}
imported: {published: "2017-08-01T08:00:00+07:00", source: "<i>c"}
"""
    return Written(f"content/{PORTAL}/tin-tuc/2017/thu-rut.md", "<i>a", "", f"---\n{front}---\na\n".encode())


def hard() -> Iterator[Written]:
    """Yield the items of ``support.hard``: what is hard to show, and meant well."""
    for number, (name, (title, text)) in enumerate(HARD.items()):
        front = {"id": f"qn-kho-{number}", "type": "tin_bai", "title": title, "summary": title, "tags": [title]}
        front |= {"authors": [title], "nguon": title}
        lines = "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in front.items())
        lines += 'imported: {published: "2017-08-02T08:00:00+07:00", source: "Cổng cũ"}\n'
        yield Written(
            f"content/{PORTAL}/tin-tuc/2017/kho-{number}.md", title, name, f"---\n{lines}---\n{text}\n".encode()
        )


def corpus() -> Corpus:
    """Return the corpus of all of it, under policies whose names are vectors too."""
    portal, units = (f"policies/{folder}/{PORTAL}.yml" for folder in ("portals", "units"))
    edits = {
        portal: _renamed(portal, NAMES),
        units: _renamed(units, OWNER),
        f"{RECORDS}/tb-qn-2026-01.yml": BANNER.encode(),
    }
    policies = edited_policies(edits).files
    files = {one.path: one.data for one in (*written(), *hard(), withdrawn())}
    pictures = {f"{path.removesuffix('.md')}/a.png": PICTURE for path in files}
    tree = ValueTree(policies | files | pictures)
    return load_corpus(tree, load_policy(tree), TODAY)


def _renamed(path: str, names: Mapping[str, str]) -> bytes:
    text = real_policies()[path].decode()
    for old, new in names.items():
        assert old in text
        text = text.replace(old, json.dumps(new, ensure_ascii=False))
    return text.encode()


def build(out: Path) -> None:
    """Build the edition, as if nobody had judged its content."""
    build_edition(ROOT, corpus(), PORTAL, EDITION, out, Theme(ROOT / "theme"))


@contextmanager
def served(out: Path) -> Iterator[str]:
    """Serve what was built on 127.0.0.1; give the address."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(out))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
        """Say nothing."""
