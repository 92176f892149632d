"""What the checks say of a pushed change."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from congbo.commands.change import change
from congbo.commands.reported import reported
from congbo.finding import Severity
from congbo.locale import sentence
from congbo.output import FORMATS


def errors_of(root: Path, base: str, head: str, today: date, lang: str) -> str:
    """Return the errors that a change brings about, as the text format of ``congbo check --base`` tells them."""
    one = change(root, base, head, today)
    errors = [finding for finding in one.findings((), ()) if finding.severity is Severity.ERROR]
    notes = [note for note in one.notes() if note.severity is Severity.ERROR]
    told = [f"{note.place}: {sentence(note.message, lang)}\n" for note in notes]
    if errors:
        told.append(FORMATS["text"](reported(errors, one.pages, one.tree), lang))
    return "".join(told)
