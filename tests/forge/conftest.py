"""The ward on a forge, made once and copied for each story."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from support.forge import FakeForge, running
from support.forged import Forged, copied, forged


@pytest.fixture
def fake() -> Iterator[FakeForge]:
    """A forge that knows nothing yet."""
    with running(FakeForge()) as forge:
        yield forge


@pytest.fixture(scope="session")
def _template(tmp_path_factory: pytest.TempPathFactory) -> Forged:
    return forged(tmp_path_factory.mktemp("forge"), FakeForge())


@pytest.fixture
def forge(_template: Forged, fake: FakeForge, tmp_path: Path) -> Forged:
    """The ward on a forge of its own."""
    return copied(_template, tmp_path, fake)
