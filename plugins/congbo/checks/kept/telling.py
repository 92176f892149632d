"""From what sources say to what is reported: rules that say the same speak once, waivers count."""

from __future__ import annotations

from collections.abc import Collection

from congbo.checks.alone import page_of
from congbo.checks.judge import concluded
from congbo.checks.kept.scene import Scene
from congbo.checks.kept.tables import Tables


def tell(tables: Tables, scene: Scene, paths: Collection[str]) -> None:
    """Report anew what is said about some paths."""
    said = {path: tables.words.said(path) for path in paths}
    spoken = [path for path, findings in said.items() if findings]
    sheets = tables.sheets.of({page for path in spoken for page in (path, page_of(path))})
    corpus = scene.corpus(sheets.values())
    for path, findings in said.items():
        tables.words.tell(path, concluded(corpus, findings))
