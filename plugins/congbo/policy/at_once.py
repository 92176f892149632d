"""Types of records by which one named role decides at once: an item taken down, a release stopped, a banner."""

from __future__ import annotations

from typing import Final

TAKEN_DOWN: Final = "go_bai"
STOPPED: Final = "dung_dang"
BANNER: Final = "thong_bao_khan"
AT_ONCE: Final = (TAKEN_DOWN, STOPPED, BANNER)
UNTIL: Final = "den_luc"
