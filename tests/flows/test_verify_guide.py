"""The archivist's guide (.github/verify.md), followed word for word in a copy that knows nothing of congbo."""

from __future__ import annotations

import re
import subprocess
from hashlib import sha256
from pathlib import Path

import pytest

from congbo.__main__ import main
from congbo.history.running import git_bytes
from congbo.review.code import code_of
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
        patch.setenv("CONGBO_USER", CHIEF)
        who = ["--as", CHIEF, "--key", str(place.keys[CHIEF]), "--yes", "--at", NOW]
        assert main(["-C", str(place.desk), "review", "checkpoint", *who]) == 0
    mirror = folder / "ban-sao.git"
    git(folder, "clone", "--quiet", "--mirror", f"file://{place.server}", str(mirror))
    return mirror


def followed(mirror: Path, script: str = SCRIPT) -> str:
    done = subprocess.run(["sh", "-e", "-c", script], cwd=mirror, capture_output=True, text=True, check=False)
    return done.stdout + done.stderr


def test_every_signature_of_a_published_page_is_verified_with_stock_tools(archive: Path) -> None:
    told = followed(archive)
    assert re.findall(r"THIS VERSION: (\w+)", told) == ["dang", "kiem_duyet", "phe_duyet"]
    assert told.count('Good "congbo-decision" signature') == 4  # three records and the checkpoint
    assert 'Good "congbo-receipt" signature for receipts' in told
    assert "CHAINED" in told
    assert re.search(r"PUBLISHED \d{4}-\d\d-\d\dT", told)
    assert re.findall(r"ATTESTED: receipt (\d+), by (\S+)", told) == [("5", CHIEF)]
    digest = sha256(git_bytes(archive, "show", "refs/congbo/receipts~1:receipt")).hexdigest()
    assert f"ON PAPER: receipt 5, code {code_of(digest)}" in told


def test_a_changed_statement_is_found(archive: Path) -> None:
    told = followed(archive, SCRIPT.replace("> statement", "| sed 's/^role: .*/role: thanh_vien/' > statement", 1))
    assert 'Good "congbo-decision"' not in told


@pytest.mark.parametrize("how", ["cut", "rewritten"])
def test_a_chain_that_is_another_than_the_one_attested_is_found(archive: Path, tmp_path: Path, how: str) -> None:
    mirror = tmp_path / "khac.git"
    git(tmp_path, "clone", "--quiet", "--mirror", str(archive), str(mirror))
    last = git(mirror, "rev-parse", "refs/congbo/receipts~2").strip()
    other = (
        git(mirror, "commit-tree", "-p", last, "-m", "x", f"{last}^{{tree}}").strip() if how == "rewritten" else last
    )
    git(mirror, "update-ref", "refs/congbo/receipts", other)
    told = followed(mirror)
    assert "ON PAPER: receipt 5" in told
    assert "ATTESTED" not in told


def test_a_changed_checkpoint_is_found(archive: Path) -> None:
    told = followed(
        archive, SCRIPT.replace("> checkpoint\n", "| sed 's/^role: .*/role: thanh_vien/' > checkpoint\n", 1)
    )
    assert told.count('Good "congbo-decision"') == 3


def test_a_changed_page_is_found(archive: Path) -> None:
    told = followed(archive, SCRIPT.replace("| sha256sum", "| tr 1 2 | sha256sum", 1))
    assert "THIS VERSION" not in told
