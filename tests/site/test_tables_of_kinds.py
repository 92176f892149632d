"""The table of kinds: every part's table is joined, each kind once, with a template that is there."""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules

from msgspec import structs

from congbo.site import kinds_of
from congbo.site.kinds import BY_NAME, KINDS
from support.trees import ROOT


def test_every_part_is_joined_and_each_kind_is_there_once() -> None:
    parts = [import_module(f"congbo.site.kinds_of.{one.name}") for one in iter_modules(kinds_of.__path__)]
    assert parts
    assert sorted(kind.name for part in parts for kind in part.KINDS) == sorted(kind.name for kind in KINDS)
    assert len(BY_NAME) == len(KINDS)


def test_every_template_is_there() -> None:
    assert not [kind for kind in KINDS if kind.template and not (ROOT / "theme/templates" / kind.template).is_file()]


def test_a_kind_lists_its_keys_or_tells_which_stand() -> None:
    """Otherwise there would be none of it, and nobody would notice."""
    never = next(one.default for one in structs.fields(KINDS[0]) if one.name == "stands")
    assert not [kind.name for kind in KINDS if (kind.keys is None) is (kind.stands is never)]
