"""Judges one bad file as ``congbo check`` judges a changed file: the real policies, and a tree that holds nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from congbo.checks.alone import Ground
from congbo.checks.survey import about
from congbo.finding import Finding, Severity
from congbo.history import History
from congbo.message import Message
from support.bad.good import PATH
from support.bad.model import BadFile
from support.trees import ValueTree, real_policies, real_policy

TODAY = date(2026, 11, 22)


def errors(bad: BadFile) -> Sequence[Finding]:
    """Return the errors that are said of the file, and of nothing else in the tree."""
    return [
        one
        for one in _findings(bad)
        if one.severity is Severity.ERROR and (bad.path, "") == (one.place.path, one.citation)
    ]


def _findings(bad: BadFile) -> Sequence[Finding]:
    files = {PATH: bad.data, **bad.beside} if bad.beside else {bad.path: bad.data}
    tree = ValueTree({**real_policies(), **files})
    ground = Ground(real_policy(), tree, TODAY, History(), tuple(tree.paths("content")))
    return about(ground, ("", *ground.pages))


def key_of(message: Message) -> str:
    """Return the locale key of a sentence, and after ``/`` that of what was wanted where a value does not fit."""
    wanted = message.params.get("want")
    return f"{message.key}/{wanted.key}" if isinstance(wanted, Message) else message.key
