"""What a run of the checks found."""

from __future__ import annotations

from dataclasses import dataclass

from congbo.finding import Finding, Severity


@dataclass(frozen=True)
class Report:
    """The findings in reading order, and how many content files were judged."""

    findings: tuple[Finding, ...]
    files: int

    def count(self, severity: Severity) -> int:
        """Return the number of findings of a severity."""
        return sum(finding.severity is severity for finding in self.findings)
