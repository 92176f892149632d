"""What a run of the checks found."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from msgspec import Struct

from congbo.finding import Finding, Severity
from congbo.message import Message, Texts
from congbo.place import Place

if TYPE_CHECKING:  # a check that finds its answer stored does not wait for the policies
    from congbo.facts.checklist import Question


class Note(Struct, frozen=True):
    """What a run says that is no finding, such as that a change alters the policies it would be judged by."""

    message: Message
    severity: Severity = Severity.INFO
    place: Place | None = None


class Asked(Struct, frozen=True):
    """What the reviewer has to answer about items of a portal."""

    portal: Texts
    questions: tuple[Question, ...]


def no_line(_: Place) -> str:
    """Return no text: where the files are not at hand."""
    return ""


class Report(Struct, frozen=True):
    """The findings in reading order, and how many content files were judged.

    ``line`` gives the text of the line that a place points at, for formats that need it.
    """

    findings: tuple[Finding, ...]
    files: int
    notes: tuple[Note, ...] = ()
    asked: tuple[Asked, ...] = ()
    line: Callable[[Place], str] = no_line

    def count(self, severity: Severity) -> int:
        """Return the number of findings of a severity."""
        return sum(finding.severity is severity for finding in self.findings)

    @property
    def waived(self) -> int:
        """Return the number of findings that a record waives."""
        return sum(finding.waived is not None for finding in self.findings)
