"""``congbo server``: the technician's commands for the server that people push to, and the hooks themselves."""

from __future__ import annotations

from collections.abc import Sequence

from congbo.commands.verbs import run_verb

VERBS = ("init", "genesis", "pre-receive", "post-receive", "sweep", "publish", "status", "nginx")


def main(argv: Sequence[str]) -> int:
    """Run one verb."""
    return run_verb("server", VERBS, argv)
