"""Marks of the tests of a feature: which obligations they show kept, and which they show that a breach is noticed.

Clauses that a check answers for are shown by case pages; ``test_obligations.py`` holds both together.
"""

from __future__ import annotations

import pytest

keeps = pytest.mark.keeps
breaks = pytest.mark.breaks
