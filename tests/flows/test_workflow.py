"""The forge's check of a pull request: what it may do, and its steps run for real against a server that is a folder."""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
from base64 import b64decode
from gzip import decompress
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from congbo.__main__ import main
from congbo.commands import COMMANDS
from support.repositories import GIT, NEWS, ROOT, git, ward_repository

WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
CHECK = ROOT / ".github" / "workflows" / "check.yml"
READING = {"contents": "read", "pull-requests": "read"}
# What a job may do beyond reading, and why it has to.
RIGHTS = {
    ("check", "check"): {"contents": "read", "security-events": "write"},  # to hand in findings
    ("collect", "collect"): {"contents": "write", "pull-requests": "read"},  # to push refs/congbo/decisions
    ("pages", "deploy"): {"pages": "write", "id-token": "write"},  # to hand the site to GitHub Pages
    ("publish", "collect"): {"contents": "write", "pull-requests": "read"},
    ("publish", "comment"): {"contents": "read", "pull-requests": "write"},
}
EXPRESSION = re.compile(r"\$\{\{ *(.+?) *\}\}")
ITEM = "content/dl/tin-tuc-su-kien/2026/ra-quan.md"
TEXT = NEWS.format(title='"Ra quân ::error::x"', more="")


def workflow(file: Path) -> Any:
    return YAML(typ="safe", pure=True).load(file.read_text("utf-8"))


def steps(file: Path) -> list[Any]:
    return [step for job in workflow(file)["jobs"].values() for step in job.get("steps", ())]


# ---- what a workflow may do


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.stem)
def test_nothing_is_allowed_unless_a_job_says_so(file: Path) -> None:
    assert workflow(file)["permissions"] == {}
    for name, job in workflow(file)["jobs"].items():
        assert job["permissions"].items() <= RIGHTS.get((file.stem, name), READING).items()
        assert job.get("timeout-minutes", 0) <= 30
        assert "timeout-minutes" in job or "uses" in job


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.stem)
def test_a_change_is_never_run_with_the_rights_of_the_base(file: Path) -> None:
    assert not {"pull_request_target", "workflow_run", "issue_comment"} & set(workflow(file)["on"])
    if any(word in file.read_text("utf-8") for word in ("secrets.", ": write")) and file != CHECK:
        assert set(workflow(file)["on"]) <= {"schedule", "workflow_dispatch", "workflow_call"}


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.stem)
def test_secrets_are_those_of_an_environment_and_only_on_main(file: Path) -> None:
    for job in workflow(file)["jobs"].values():
        if "secrets." in json.dumps(job):
            assert job["environment"] in ("collector", "publisher")
            assert "github.ref == 'refs/heads/main'" in job["if"]
        if "COLLECTOR_KEY" in json.dumps(job):
            assert job["environment"] == "collector"
        assert "inherit" not in str(job.get("secrets", ""))


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.stem)
def test_no_action_is_used_that_could_change(file: Path) -> None:
    assert [
        step["uses"] for step in steps(file) if not re.search(r"@[0-9a-f]{40}$", step.get("uses", "@" + "0" * 40))
    ] == []


def test_only_the_publisher_can_push_main() -> None:
    for file in WORKFLOWS:
        for job in workflow(file)["jobs"].values():
            script = "".join(step.get("run", "") for step in job.get("steps", ()))
            assert ("app-token.sh" in script) == (job.get("environment") == "publisher")
            assert "git push" not in script


def test_whatever_reads_a_change_refuses_a_portal_of_a_closed_network() -> None:
    for file in WORKFLOWS:
        script = "".join(step.get("run", "") for step in steps(file))
        assert re.search(r"congbo -C \w+ forge ", script), file.name


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.stem)
def test_no_words_of_a_change_are_put_into_a_script(file: Path) -> None:
    assert [step["run"] for step in steps(file) if EXPRESSION.search(step.get("run", ""))] == []


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.stem)
def test_the_commands_that_are_run_exist_with_their_options(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    scripts = "\n".join(step.get("run", "") for step in steps(file))
    used = re.findall(r"bin/congbo (.+)", re.sub(r" *\\\n *", " ", scripts))
    assert used
    for words in map(shlex.split, used):
        words = words[: next((at for at, word in enumerate(words) if word in ("||", ">>", ">")), len(words))]
        at = next(at for at, word in enumerate(words) if word in COMMANDS)
        verb = [words[at + 1]] if hasattr(import_module(f"congbo.commands.{words[at]}"), "VERBS") else []
        with pytest.raises(SystemExit):
            main([words[at], *verb, "--help"])
        known = capsys.readouterr().out
        assert [word for word in words if word.startswith("--") and word not in known] == []
        for form in re.findall(r"^ *judge (\w+) ", scripts, re.MULTILINE) if words[at] == "check" else ():
            assert form in known
    for target in re.findall(r"make (?:-C \S+ )?(\w+)", scripts):
        assert f"\n{target}:" in (ROOT / "Makefile").read_text("utf-8")


# ---- its steps, run


class Runner:
    """A forge's runner: expressions, environment and outputs of the check's steps; ``make`` and ``gh`` are replaced."""

    def __init__(self, folder: Path, server: Path, gh_works: bool) -> None:
        self.folder = folder
        self.work, self.temp, tools = folder / "work", folder / "temp", folder / "tools"
        for made in (self.work, self.temp, tools):
            made.mkdir()
        self.tool(tools, "make", f'mkdir -p "$2/.venv" && ln -s {Path(sys.executable).parent} "$2/.venv/bin"')
        self.tool(tools, "gh", 'printf "%s\\n" "$@" > "$RUNNER_TEMP/gh"' + ("" if gh_works else "; exit 1"))
        self.env = os.environ | GIT | {
            "PATH": f"{tools}:{os.environ['PATH']}",
            "RUNNER_TEMP": str(self.temp),
            "GITHUB_SERVER_URL": server.as_uri(),
            "GITHUB_REPOSITORY": "phuong/cong",
            "GITHUB_STEP_SUMMARY": str(self.temp / "summary.md"),
            "GITHUB_OUTPUT": str(self.temp / "output"),
        }  # fmt: skip
        self.known = {
            "github.event.pull_request.base.ref": "main",
            "github.event.pull_request.number": "7",
            "github.token": "token",
        }
        self.out = ""

    @staticmethod
    def tool(folder: Path, name: str, script: str) -> None:
        (folder / name).write_text(f"#!/bin/sh\n{script}\n")
        (folder / name).chmod(0o755)

    def run(self) -> int:
        """Run the steps in order and return the code that the job ends with."""
        (job,) = workflow(CHECK)["jobs"].values()
        for step in job["steps"]:
            env = self.env | {key: self.filled(value) for key, value in (job["env"] | step.get("env", {})).items()}
            done = subprocess.run(
                ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
                cwd=self.work, env=env, capture_output=True, text=True, check=False,
            )  # fmt: skip
            self.out += done.stdout + done.stderr
            if "id" in step:
                outputs = dict(line.split("=", 1) for line in (self.temp / "output").read_text().splitlines())
                self.known |= {f"steps.{step['id']}.outputs.{key}": value for key, value in outputs.items()}
            if done.returncode and not step.get("continue-on-error"):
                return done.returncode
        return 0

    def filled(self, value: Any) -> str:
        return EXPRESSION.sub(lambda found: self.known[found[1]], str(value))

    @property
    def summary(self) -> str:
        return (self.temp / "summary.md").read_text("utf-8")


@pytest.fixture
def server(tmp_path: Path) -> Path:
    """A server with one repository, whose branch ``main`` is the ward's."""
    ward_repository(tmp_path / "server" / "phuong" / "cong")
    return tmp_path / "server"


def proposed(server: Path, files: dict[str, str]) -> None:
    """Put a change on the server as request number 7."""
    repository = server / "phuong" / "cong"
    for path, text in files.items():
        (repository / path).parent.mkdir(parents=True, exist_ok=True)
        (repository / path).write_text(text, "utf-8")
    git(repository, "checkout", "-q", "-b", "soan")
    git(repository, "add", "-A")
    git(repository, "commit", "-qm", "tin mới")
    git(repository, "update-ref", "refs/pull/7/head", "soan")
    git(repository, "checkout", "-q", "main")
    git(repository, "branch", "-qD", "soan")


def test_a_faulty_change_fails_with_annotations_summary_and_log(server: Path, tmp_path: Path) -> None:
    proposed(server, {ITEM: TEXT.replace("don_vi: dl-van-hoa-thong-tin\n", "")})
    runner = Runner(tmp_path, server, gh_works=True)
    assert runner.run() == 1, runner.out
    assert f"\n::error file={ITEM},line=1" in f"\n{runner.out}"
    assert f"### `{ITEM}`" in runner.summary
    assert "- [ ] " in runner.summary
    told = dict(word.split("=", 1) for word in (runner.temp / "gh").read_text().splitlines() if "=" in word)
    log = json.loads(decompress(b64decode(Path(told["sarif"].removeprefix("@")).read_text())))
    assert [result["ruleId"] for result in log["runs"][0]["results"]] == ["DL-7#2"]
    assert told["ref"] == "refs/pull/7/head"
    assert re.fullmatch("[0-9a-f]{40}", told["commit_sha"])


def test_a_clean_change_passes_although_findings_cannot_be_handed_in(server: Path, tmp_path: Path) -> None:
    proposed(server, {ITEM: TEXT})
    runner = Runner(tmp_path, server, gh_works=False)
    assert runner.run() == 0, runner.out
    assert runner.summary.startswith("## Đã kiểm tra 1 tệp: 0 lỗi, 0 cảnh báo.")


def test_a_change_of_policies_is_said_and_does_not_help(server: Path, tmp_path: Path) -> None:
    clauses = "policies/regulations/dl/clauses.yml"
    weaker = (ROOT / clauses).read_text("utf-8").replace("don_vi", "nguon")
    proposed(server, {ITEM: TEXT.replace("don_vi: dl-van-hoa-thong-tin\n", ""), clauses: weaker})
    runner = Runner(tmp_path, server, gh_works=True)
    assert runner.run() == 1, runner.out
    assert "::warning::" in runner.out
    assert clauses in runner.summary


def test_what_the_program_tells_besides_is_no_command(server: Path, tmp_path: Path) -> None:
    proposed(server, {"policies/portals/dl.yml": (ROOT / "policies/portals/dl.yml").read_text("utf-8") + "nmae: x\n"})
    runner = Runner(tmp_path, server, gh_works=True)
    assert runner.run() == 2, runner.out
    pause = re.search(r"^::stop-commands::([0-9a-f]{32})$", runner.out, re.MULTILINE)
    assert pause
    assert "nmae" in runner.out[pause.end() : runner.out.index(f"\n::{pause[1]}::")]


def test_a_base_that_is_gone_fails(server: Path, tmp_path: Path) -> None:
    proposed(server, {ITEM: TEXT})
    runner = Runner(tmp_path, server, gh_works=True)
    runner.known["github.event.pull_request.base.ref"] = "khong-co"
    assert runner.run() != 0
