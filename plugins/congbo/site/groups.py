"""The groups in which sections stand, by what they hold."""

from __future__ import annotations

from typing import Final

from congbo.policy import Policy

# Groups in reading order, each with the views of the sections that stand in it; their names are sentences of the pages.
GROUPS: Final = {
    "news": ("news", "statement"),
    "documents": ("document", "decision"),
    "services": ("service", "consultation", "question", "forum"),
    "bodies": ("information", "organisation", "person", "chart", "page", "schedule", "map", "link"),
    "figures": ("statistics", "project", "plan", "science"),
}
_GROUP_OF: Final = {view: name for name, views in GROUPS.items() for view in views}


def group_of(policy: Policy, section: str) -> str:
    """Return the group of a section: that of the first type that it takes; empty if there is none."""
    known = policy.sections.get(section)
    return _GROUP_OF.get(policy.types.types[known.types[0]].view, "") if known and known.types else ""
