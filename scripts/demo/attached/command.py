"""``attachments.py``: parse, make, compare, write or list."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from attached.kinds import maker_of
from attached.pdf.font import NoFontError
from attached.pdf.paper import same_pdf
from attached.png.same import same_png
from attached.wanted import Studio, Wanted, open_studio, wanted

CLEAN, STALE, CANNOT = 0, 1, 2
STATES = PRESENT, MISSING, DIFFERENT, UNKNOWN = "đã có", "thiếu", "khác", "chưa biết cách vẽ"


def main(root: Path, argv: Sequence[str] | None = None) -> int:
    """Make what is missing or different; with ``--check`` only list it. Return 0, 1 (something is missing) or 2."""
    options = _parser().parse_args(argv)
    studio = open_studio(root)
    for path in studio.unreadable:
        print(f"{path}: không đọc được mục tin, bỏ qua", file=sys.stderr)
    counts: Counter[str] = Counter()
    try:
        for want in wanted(studio, options.portals):
            counts[_settle(root, want, studio, check=options.check)] += 1
    except NoFontError as error:
        print(error, file=sys.stderr)
        return CANNOT
    print(f"{counts.total()} tệp đính kèm: " + ", ".join(f"{counts[state]} {state}" for state in STATES))
    faults = counts[UNKNOWN] + (counts[MISSING] + counts[DIFFERENT] if options.check else 0)
    return STALE if faults or studio.unreadable else CLEAN


def _settle(root: Path, want: Wanted, studio: Studio, *, check: bool) -> str:
    """Compare one file with what it should be, write it unless checking, and return in which state it was."""
    make = maker_of(want)
    data = make(want, studio) if make else b""
    state = _state(root / want.path, data)
    if state != PRESENT:
        print(f"{want.path}: {state}")
    if state in (MISSING, DIFFERENT) and not check:
        _write(root / want.path, data)
    return state


def _state(file: Path, data: bytes) -> str:
    if not data:
        return UNKNOWN
    if not file.exists():
        return MISSING
    return PRESENT if _same(file.read_bytes(), data) else DIFFERENT


def _same(old: bytes, new: bytes) -> bool:
    if new.startswith(b"%PDF"):
        return same_pdf(old, new)
    return same_png(old, new) if new.startswith((b"\x89PNG", b"\xff\xd8\xff")) else old == new


def _write(file: Path, data: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        description="Vẽ các tệp đính kèm của nội dung mẫu từ chính các trường của mục tin."
    )
    parser.add_argument("portals", nargs="*", metavar="PORTAL", help="mã cổng; không ghi thì làm tất cả")
    parser.add_argument("--check", action="store_true", help="chỉ liệt kê tệp thiếu hoặc khác, không ghi")
    return parser
