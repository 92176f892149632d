"""Run as a process of its own: judges each bad file, and tells the seconds of processor time; last, the peak in kilobytes."""

from __future__ import annotations

import re
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "plugins"), str(ROOT / "tests")]

from support.bad import ALL  # noqa: E402
from support.bad.good import GOOD  # noqa: E402
from support.bad.judged import errors  # noqa: E402
from support.bad.model import BadFile  # noqa: E402

if __name__ == "__main__":
    errors(BadFile("warm-up", GOOD.encode(), 0, ""))  # the policies are loaded once
    for bad in ALL:
        start = time.process_time()
        errors(bad)
        sys.stdout.write(f"{time.process_time() - start:.3f}\t{bad.name}\n")
    # Not ``ru_maxrss``, which a process takes over from the one that started it.
    most = re.search(r"VmHWM:\s*(\d+)", Path("/proc/self/status").read_text("ascii"))
    sys.stdout.write(f"{most[1] if most else 0}\n")
