"""``attachments.py``: parse, make, compare, write or list."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from attached.kinds import maker_of
from attached.pdf.font import NoFontError
from attached.pdf.paper import same_pdf
from attached.wanted import Studio, Wanted, open_studio, wanted

CLEAN, STALE, CANNOT = 0, 1, 2


def main(root: Path, argv: Sequence[str] | None = None) -> int:
    """Make what is missing or different; with ``--check`` only list it. Return 0, 1 (something is missing) or 2."""
    options = _parser().parse_args(argv)
    studio = open_studio(root)
    for path in studio.unreadable:
        print(f"{path}: không đọc được mục tin, bỏ qua", file=sys.stderr)
    try:
        counts = _run(root, studio, options.portals, check=options.check)
    except NoFontError as error:
        print(error, file=sys.stderr)
        return CANNOT
    print("{} tệp đính kèm: {} đã có, {} thiếu hoặc khác, {} chưa biết cách vẽ".format(sum(counts), *counts))
    return STALE if counts[2] or (options.check and counts[1]) else CLEAN


def _run(root: Path, studio: Studio, portals: Sequence[str], *, check: bool) -> tuple[int, int, int]:
    current = stale = unknown = 0
    for want in wanted(studio, portals):
        state, data = _state(root, want, studio)
        current, stale, unknown = (
            current + (state == ""),
            stale + (data != b""),
            unknown + (state == "chưa biết cách vẽ"),
        )
        if state:
            print(f"{want.path}: {state}")
        if data and not check:
            _write(root / want.path, data)
    return current, stale, unknown


def _state(root: Path, want: Wanted, studio: Studio) -> tuple[str, bytes]:
    """Return what is wrong with the file ("" if nothing) and the bytes that it should have."""
    make = maker_of(want)
    if make is None:
        return "chưa biết cách vẽ", b""
    data = make(want, studio)
    file = root / want.path
    if not file.exists():
        return "thiếu", data
    if _same(file.read_bytes(), data):
        return "", b""
    return "khác", data


def _same(old: bytes, new: bytes) -> bool:
    return same_pdf(old, new) if new.startswith(b"%PDF") else old == new


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


def paths(studio: Studio, portals: Sequence[str] = ()) -> Iterator[str]:
    """Yield the paths of all files that are wanted."""
    return (want.path for want in wanted(studio, portals))
