"""What is said: raw, by its source, and as it is reported, by the path that it is about."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from congbo.checks.kept.rows import Rows, dumped, loaded
from congbo.finding import Finding


class Words(Rows):
    """The findings about a content."""

    def put(self, source: str, findings: Iterable[Finding]) -> set[str]:
        """Write what a source says in the place of what it said; return the paths where it says something else now."""
        new: dict[str, list[Finding]] = {}
        for finding in findings:
            new.setdefault(finding.place.path, []).append(finding)
        old = dict(self.ask("SELECT path, findings FROM said WHERE source = ?", source))
        made = {path: dumped(some) for path, some in new.items()}
        turned = {path for path in old.keys() | made.keys() if old.get(path) != made.get(path)}
        self.each("DELETE FROM said WHERE path = ? AND source = ?", ((path, source) for path in turned))
        self.each("INSERT INTO said VALUES (?, ?, ?)", ((path, source, made[path]) for path in turned if path in made))
        return turned

    def paths(self) -> set[str]:
        """Return every path that something is said about."""
        return {path for (path,) in self.ask("SELECT DISTINCT path FROM said")}

    def said(self, path: str) -> list[Finding]:
        """Return what all sources say about a path, in the order of the sources' names."""
        found = self.ask("SELECT findings FROM said WHERE path = ? ORDER BY source", path)
        return [finding for (some,) in found for finding in loaded(some)]

    def tell(self, path: str, findings: Sequence[Finding]) -> None:
        """Write the findings about a path as they are reported."""
        if findings:
            self.ask("INSERT OR REPLACE INTO told VALUES (?, ?)", path, dumped(list(findings)))
        else:
            self.ask("DELETE FROM told WHERE path = ?", path)

    def told(self, paths: Iterable[str]) -> list[Finding]:
        """Return the findings about some paths, in reading order."""
        found = sorted(self.ask_of("SELECT path, findings FROM told WHERE path IN ({})", paths))
        return [finding for _, some in found for finding in loaded(some)]

    def all(self) -> list[Finding]:
        """Return every finding, in reading order."""
        found = self.ask("SELECT findings FROM told ORDER BY path")
        return [finding for (some,) in found for finding in loaded(some)]
