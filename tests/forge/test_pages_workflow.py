"""The steps of pages.yml up to the archive, run as a runner runs them; what takes the archive from there is GitHub's own."""

from __future__ import annotations

import tarfile

import pytest
from test_jobs import approved
from test_publish_workflow import jobs, run_job

from support.forge import REPOSITORY, TOKEN
from support.forged import Forged
from support.repositories import git

TARGET = "trang-tinh"
LINES = f"""format: 1
targets:
  - target: {TARGET}
    kind: pages
    folder: output/site
    archive: output/artifact.tar
    edition: internet
    public: true
    portal: dl
"""


@pytest.fixture
def told() -> dict[str, str]:
    """What the runner fills in."""
    return {"github.token": TOKEN, "vars.PAGES_TARGET": TARGET}


@pytest.fixture
def hub(forge: Forged) -> Forged:
    """A forge at its address, whose main has the target, not attested yet."""
    (forge.desk / "policies/targets.yml").write_text(LINES)
    git(forge.desk, "add", "-A")
    git(forge.desk, "commit", "-qm", "Nơi công bố")
    git(forge.desk, "push", "-q", "forge", "HEAD:refs/heads/main")
    (forge.folder / "hub" / REPOSITORY).parent.mkdir(parents=True)
    (forge.folder / "hub" / REPOSITORY).symlink_to(forge.bare)
    return forge


def test_the_attested_main_becomes_an_archive_without_links(hub: Forged, told: dict[str, str]) -> None:
    approved(hub)
    assert hub.all_jobs() == (0, 0, 0, 0)
    code, said = run_job(hub, jobs("pages")["build"], told)
    assert code == 0, said
    upload = next(step for step in jobs("pages")["build"]["steps"] if "uses" in step)["with"]
    with tarfile.open(hub.folder / "runner/work" / upload["path"]) as tar:
        assert {"./index.html", "./404.html", "./.nojekyll"} <= set(tar.getnames())
        assert all(one.isfile() for one in tar)


def test_a_main_without_a_receipt_is_not_published(hub: Forged, told: dict[str, str]) -> None:
    code, said = run_job(hub, jobs("pages")["build"], told)
    assert code == 1, said
    assert not (hub.folder / "runner/work/web/output").exists()


def test_what_the_deployment_takes_is_what_the_build_keeps() -> None:
    build, deploy = jobs("pages")["build"], jobs("pages")["deploy"]
    upload = next(step for step in build["steps"] if "uses" in step)
    assert upload["with"]["name"] == "github-pages"  # the name that actions/deploy-pages looks for
    assert upload["with"]["path"].endswith("/artifact.tar")  # and the one file in it
    assert (deploy["needs"], deploy["environment"]) == ("build", "github-pages")
