"""``make demo`` tells the truth: the story runs to its end, and each attack is refused for the reason that it shows."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.slow
def test_the_story_happens_as_it_is_told(tmp_path: Path) -> None:
    words = [sys.executable, str(ROOT / "scripts" / "story"), "--keep", str(tmp_path / "chuyen")]
    done = subprocess.run(words, capture_output=True, text=True, check=False, timeout=600)
    assert done.returncode == 0, done.stderr
    told = done.stdout
    assert told.count('Good "congbo-decision" signature') == 7
    assert "with ECDSA-SK key" in told  # the head's passkey
    for code in ("merge.parents", "four_eyes.author", "merge.tree", "record.change_id", "ref.forced"):
        assert f"[{code}]" in told
