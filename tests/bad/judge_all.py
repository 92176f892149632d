"""Run as a process of its own: lays each bad file into a repository, runs ``congbo check`` on it, and tells what it cost.

python judge_all.py FOLDER; prints one JSON list: name, exit code, findings, stderr, seconds of processor time, peak kilobytes.
"""

from __future__ import annotations

import io
import json
import resource
import shutil
import subprocess
import sys
import time
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "plugins"), str(ROOT / "tests")]

from congbo.__main__ import main  # noqa: E402
from support.bad import ALL  # noqa: E402
from support.bad.good import GOOD, PATH  # noqa: E402
from support.bad.model import BadFile  # noqa: E402

TODAY = "2026-11-22"


def judged(root: Path, bad: BadFile) -> dict[str, object]:
    """Return what the command says of the file, in a repository that holds no other content."""
    shutil.rmtree(root / "content", ignore_errors=True)
    files = {PATH: bad.data, **bad.beside} if bad.beside else {bad.path: bad.data}
    for path, data in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(data)
    out, err, start = io.StringIO(), io.StringIO(), time.process_time()
    with redirect_stdout(out), redirect_stderr(err):
        code = main(["-C", str(root), "check", "--format", "json", "--today", TODAY, bad.path])
    return {
        "name": bad.name,
        "code": code,
        "findings": json.loads(out.getvalue())["findings"] if out.getvalue() else [],
        "err": err.getvalue(),
        "seconds": time.process_time() - start,
        "kilobytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss,
    }


def repository(root: Path) -> None:
    """Make a repository of the policies alone; what they say of real content does not matter here."""
    shutil.copytree(ROOT / "policies", root / "policies")
    subprocess.run(["git", "init", "-q", "-b", "main", str(root)], check=True)


if __name__ == "__main__":
    place = Path(sys.argv[1])
    repository(place)
    judged(place, BadFile("warm-up", GOOD.encode(), None, ""))  # the policies are loaded and stored once
    json.dump([judged(place, bad) for bad in ALL], sys.stdout)
