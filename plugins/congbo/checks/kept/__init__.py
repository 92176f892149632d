"""Findings about a whole content that are kept, and brought up to date in proportion to what has changed (ADR 18)."""

from __future__ import annotations

from congbo.checks.kept.change import Changing, brought_by
from congbo.checks.kept.commit import Commit, kept_findings
from congbo.checks.kept.snapshot import moved_by, odd_after

__all__ = ["Changing", "Commit", "brought_by", "kept_findings", "moved_by", "odd_after"]
