"""The archivist's guide (.github/verify.md), followed word for word in a copy that knows nothing of congbo."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from congbo.__main__ import main
from support.repositories import git
from support.served import CHIEF, CLERK, DEPUTY, NOW, OFFICE, Served, served

GUIDE = Path(__file__).parents[2] / ".github" / "verify.md"
SCRIPT = "\n".join(re.findall(r"```sh\n(.*?)```", GUIDE.read_text("utf-8"), re.DOTALL))


def reviewed(place: Served, verb: str, person: str) -> int:
    """Let a person decide about the branch of the story, at the desk's repository."""
    who = ["--as", person, "--key", str(place.keys[person]), "--yes", "--at", NOW]
    return main(["-C", str(place.desk), "review", verb, "tin-ra-quan", *who])


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A mirror of a server at which one item was submitted, approved and published."""
    folder = tmp_path_factory.mktemp("archive")
    place = served(folder)
    git(place.desk, "remote", "add", "origin", f"file://{place.server}")
    place.commit("tin-ra-quan")
    with pytest.MonkeyPatch.context() as patch:
        for person, verb in ((CLERK, "submit"), (DEPUTY, "approve"), (CHIEF, "approve"), (OFFICE, "publish")):
            patch.setenv("CONGBO_USER", person)
            if verb == "submit":
                assert main(["-C", str(place.desk), "review", "submit", "tin-ra-quan"]) == 0
            else:
                assert reviewed(place, verb, person) == 0
    mirror = folder / "ban-sao.git"
    git(folder, "clone", "--quiet", "--mirror", f"file://{place.server}", str(mirror))
    return mirror


def followed(mirror: Path, script: str = SCRIPT) -> str:
    done = subprocess.run(["sh", "-e", "-c", script], cwd=mirror, capture_output=True, text=True, check=False)
    return done.stdout + done.stderr


def test_every_signature_of_a_published_page_is_verified_with_stock_tools(archive: Path) -> None:
    told = followed(archive)
    assert re.findall(r"THIS VERSION: (\w+)", told) == ["dang", "kiem_duyet", "phe_duyet"]
    assert told.count('Good "congbo-decision" signature') == 3
    assert 'Good "congbo-receipt" signature for receipts' in told
    assert "CHAINED" in told
    assert re.search(r"PUBLISHED \d{4}-\d\d-\d\dT", told)


def test_a_changed_statement_is_found(archive: Path) -> None:
    told = followed(archive, SCRIPT.replace("> statement", "| sed 's/^role: .*/role: thanh_vien/' > statement", 1))
    assert 'Good "congbo-decision"' not in told


def test_a_changed_page_is_found(archive: Path) -> None:
    told = followed(archive, SCRIPT.replace("| sha256sum", "| tr 1 2 | sha256sum", 1))
    assert "THIS VERSION" not in told
