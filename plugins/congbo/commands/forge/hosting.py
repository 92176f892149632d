"""``congbo forge hosting``: may this repository lie on a forge at all."""

from __future__ import annotations

from collections.abc import Sequence

from congbo.commands.common import language_of, out, parser
from congbo.commands.forge.working import refuse_closed
from congbo.errors import CLEAN
from congbo.history import repository_root
from congbo.locale import sentence
from congbo.message import say
from congbo.policy import load_policy
from congbo.tree import FolderTree


def main(argv: Sequence[str]) -> int:
    """Print that it may; 1 if a portal declares that it is hosted in a closed network."""
    lang = language_of(argv)
    args = parser("forge.hosting", lang).parse_args(argv)
    refuse_closed(load_policy(FolderTree(repository_root(args.root))))
    out(sentence(say("forge.open"), lang) + "\n")
    return CLEAN
