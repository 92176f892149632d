"""The Pelican plugin: ``register`` only connects. The work is done by values and functions that know no Pelican."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pelican import Pelican, signals
from pelican.readers import Readers

from congbo.clock import moment
from congbo.dates import day_of
from congbo.errors import refuse
from congbo.facts.corpus import load_corpus
from congbo.facts.versions import with_versions
from congbo.frozen import replace
from congbo.history import read_history, repository_root
from congbo.policy import load_policy
from congbo.site.generator import PortalGenerator
from congbo.site.reader import ItemReader
from congbo.site.writer import PageWriter
from congbo.tree import FolderTree


def register() -> None:
    """Connect to Pelican."""
    signals.initialized.connect(_load)
    signals.readers_init.connect(_read_with_ours)
    signals.get_generators.connect(_generators)
    signals.get_writer.connect(_writer)


def _load(pelican: Pelican) -> None:
    """Load the corpus for a bare ``pelican`` run; ``congbo build`` passes its own, already judged."""
    settings = pelican.settings
    if settings.get("CONGBO_CORPUS") is not None:
        return
    root = repository_root(Path(settings["PATH"]))
    tree = FolderTree(root)
    at = moment(settings.get("CONGBO_TODAY"), settings.get("CONGBO_AT"))
    read = load_corpus(tree, load_policy(tree), day_of(at), read_history(root))
    corpus = with_versions(replace(read, at=at), root)
    settings.update(CONGBO_CORPUS=corpus, CONGBO_ROOT=str(root))
    _refuse_findings(corpus)


def _refuse_findings(corpus: Any) -> None:
    faults = [fault for reading in corpus.readings for fault in reading.faults]
    if faults:
        raise refuse("build.findings", faults[0].place, count=len(faults))


def _read_with_ours(readers: Readers) -> None:
    readers.reader_classes["md"] = ItemReader


def _generators(_: Pelican) -> type[PortalGenerator]:
    return PortalGenerator


def _writer(_: Pelican) -> type[PageWriter]:
    return PageWriter
