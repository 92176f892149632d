"""Made-up releases for the targets: a few pages, as a build leaves them, and what a target makes of them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path

from congbo.place import Place
from congbo.policy.targets import Target

FIRST, SECOND, STRANGER = "1" * 40, "2" * 40, "3" * 40
PORTAL = "dl/internet"


def page(text: str, more: str = "") -> bytes:
    """Return an HTML page, long enough to be packed."""
    rows = "<p>Phường Đồng Lạc, thành phố Chí Linh.</p>\n" * 60
    return f'<!doctype html>\n<meta charset="utf-8">\n<title>{text}</title>\n<p>{text}</p>\n{more}{rows}'.encode()


def site(**more: bytes) -> dict[str, bytes]:
    """Return the files of a small portal; ``more`` are further items of the year, by name."""
    items = {"mot": page("Một"), "hai": page("Hai"), **more}
    links = "".join(f'<a href="{name}/">{name}</a>\n' for name in items)
    pages = {f"{PORTAL}/tin-tuc/2026/{name}/index.html": data for name, data in items.items()}
    return {
        "index.html": page("Các cổng"),
        f"{PORTAL}/index.html": page("Trang chủ"),
        f"{PORTAL}/404.html": page("Không tìm thấy", '<a href="/">Trang chủ</a>\n'),
        f"{PORTAL}/atom.xml": page("Nguồn tin"),
        f"{PORTAL}/theme/portal.css": b"body { color: #222 }\n",
        f"{PORTAL}/theme/fonts/a.woff2": bytes(range(256)) * 8,
        f"{PORTAL}/tin-tuc/2026/index.html": page("Năm 2026", links),
        f"{PORTAL}/tin-tuc/2026/mot/ban do.pdf": b"%PDF-1.7\n" + b"0" * 3000,
        **pages,
    }


def release(folder: Path, files: Mapping[str, bytes], commit: str = FIRST, today: str = "2026-11-22") -> Path:
    """Lay a finished release into a folder; pages of items have a source, lists have none."""
    rows = {}
    for path, data in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
        source = f"dl-{path.split('/')[-2]}" if path.count("/") == 5 else None
        rows[path] = {"sha256": hashlib.sha256(data).hexdigest(), "source": source}
    document = {"commit": commit, "receipts": None, "today": today, "approval": {"x": "y"}, "files": rows}
    (folder / "manifest.json").write_text(json.dumps(document), "utf-8")
    return folder


def target(kind: str, **more: object) -> Target:
    """Return a target called ``web``."""
    return Target(**{"name": "web", "kind": kind, "place": Place("policies/targets.yml", 3), **more})  # type: ignore[arg-type]


def grew(old: str, new: str) -> bool:
    """Tell of the commits above which grew from which."""
    return (old, new) in {(FIRST, FIRST), (SECOND, SECOND), (FIRST, SECOND)}
