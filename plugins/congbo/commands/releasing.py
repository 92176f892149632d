"""A release: checked, built beside the live one, verified, swapped in; and the word about what came too late."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from congbo.commands.common import Progress
from congbo.commands.site_build import Wanted, build_all, refuse_findings
from congbo.commands.targets import GRACE, TARGETS, edition_for, live_items
from congbo.deploy.manifest import NAME
from congbo.deploy.release import prune, refuse_folder, release_folder, swap
from congbo.errors import CLEAN, REFUSED
from congbo.facts.corpus import Corpus
from congbo.facts.schedule import Scheduled, missed
from congbo.site.build import Built


@dataclass(frozen=True)
class Released:
    """What was built, the link that leads to it, and the items that appear only now though their moment came long ago."""

    built: list[Built]
    link: Path
    late: tuple[Scheduled, ...]

    @property
    def code(self) -> int:
        """Return the exit code: 1, with the release in place, where the timer has failed."""
        return REFUSED if self.late else CLEAN


def release(home: Path, source: Path, corpus: Corpus, target: str, edition: str | None, lang: str) -> Released:
    """Release a corpus, whose files lie in ``source``, to a target of ``home``; until the last step the old release stays."""
    link = home / TARGETS[target].link
    wanted = Wanted(edition=edition_for(corpus.policy, target, edition))
    refuse_folder(link)
    refuse_findings(corpus, (), lang)
    late = missed(corpus, live_items(link), GRACE) if (link / NAME).is_file() else ()
    with release_folder(home) as folder:
        built = build_all(source, corpus, wanted, folder, Progress(lang))
        swap(link, folder)
    prune(folder, link)
    return Released(built, link, late)
