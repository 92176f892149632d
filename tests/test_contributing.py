"""The worked examples of the guide for contributors, followed step by step in a copy of the repository."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from support.trees import ROOT

GUIDE = ROOT / ".github" / "CONTRIBUTING.md"
CLAUSE = "A new clause of a known kind: YAML and a case page"
KIND = "A new kind: one file, one registry line, its cases"
# A block goes into the file that the line above it names: as the whole file, or before a line of it.
_STEP = re.compile(
    r"`(?P<path>[^`\n]+/[^`\n]+)`(?:, before `(?P<line>[^`\n]+)`)?:\n\n"
    r"^(?P<fence>`{3,})\w+\n(?P<text>.*?)^(?P=fence)$",
    re.MULTILINE | re.DOTALL,
)
_FENCE = re.compile(r"^(`{3,})[^`\n]*\n.*?^\1$", re.MULTILINE | re.DOTALL)
FINDS = "test_the_check_finds_exactly_what_the_page_expects"
NEEDED = ("plugins", "policies", "tests/support", "tests/conftest.py", "tests/test_cases.py", "pyproject.toml")


@dataclass(frozen=True)
class Step:
    """A block of the guide: the file it goes into, the line it goes before ("": it is the file), its text."""

    path: str
    line: str
    text: str

    @property
    def is_case(self) -> bool:
        """Tell whether the step writes a case page."""
        return self.path.startswith("tests/cases/")


def name_of(page: Step) -> str:
    """Return the name under which a case is shown."""
    return page.path.removeprefix("tests/cases/")


def section(title: str) -> str:
    """Return the text of a section of the guide."""
    _, found, after = GUIDE.read_text("utf-8").partition(f"\n## {title}\n")
    assert found, f"the guide has no section {title!r}"
    return after.partition("\n## ")[0] if "\n## " in after else after


def steps(title: str) -> list[Step]:
    """Return the steps of an example; every block of the section is one."""
    text = section(title)
    found = [Step(one["path"], one["line"] or "", one["text"]) for one in _STEP.finditer(text)]
    assert len(found) == len(_FENCE.findall(text)), "a block stands below a line that does not say where it goes"
    return found


def follow(step: Step, root: Path) -> None:
    """Do what a step says."""
    file = root / step.path
    if not step.line:
        assert not file.exists(), f"{step.path} exists already: the example needs another name"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(step.text, "utf-8")
        return
    lines = file.read_text("utf-8").splitlines(keepends=True)
    (at,) = [number for number, line in enumerate(lines) if line.strip().startswith(step.line)]
    file.write_text("".join([*lines[:at], step.text, *lines[at:]]), "utf-8")


def copy(root: Path) -> None:
    """Copy what cases need, without the cases that are there."""
    for name in NEEDED:
        target = root / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, target, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / name, target)


def run(root: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run a Python module of the copy."""
    env = os.environ | {"PYTHONPATH": str(root / "plugins"), "PYTHONDONTWRITEBYTECODE": "1", "PYTEST_ADDOPTS": ""}
    env.pop("PYTEST_XDIST_WORKER", None)
    words = (sys.executable, "-m", *words)
    return subprocess.run(words, cwd=root, env=env, capture_output=True, text=True, check=False, timeout=300)


def cases(root: Path, pages: list[Step]) -> dict[str, str]:
    """Return what became of the tests of some case pages: ``test[page]`` -> PASSED, FAILED or ERROR."""
    wanted = " or ".join(Path(page.path).name for page in pages)
    done = run(root, "pytest", "tests/test_cases.py", "-k", wanted, "-rA", "-p", "no:cacheprovider", "-p", "no:xdist")
    found = re.findall(r"^(PASSED|FAILED|ERROR) tests/test_cases\.py::(\S+\])", done.stdout, re.MULTILINE)
    assert found, done.stdout + done.stderr
    return {test: outcome for outcome, test in found}


@pytest.mark.parametrize("title", [CLAUSE, KIND])
def test_the_example_does_what_it_says(title: str, tmp_path: Path) -> None:
    copy(tmp_path)
    pages = [step for step in steps(title) if step.is_case]
    for page in pages:
        follow(page, tmp_path)
    before = cases(tmp_path, pages)
    assert {page.path: before[f"{FINDS}[{name_of(page)}]"] for page in pages} == {
        page.path: "FAILED" if "```expect\nerror " in page.text else "PASSED" for page in pages
    }
    for step in steps(title):
        if not step.is_case:
            follow(step, tmp_path)
    after = cases(tmp_path, pages)
    assert set(after.values()) == {"PASSED"}, after
    assert {f"{FINDS}[{name_of(page)}]" for page in pages} <= after.keys()


@pytest.mark.parametrize("title", [CLAUSE, KIND])
def test_the_example_has_a_page_that_fails_and_one_that_passes(title: str) -> None:
    pages = [step.text for step in steps(title) if step.is_case]
    assert sum("```expect\n```" in page for page in pages) == 1
    assert sum("```expect\nerror " in page for page in pages) == 1


def test_a_clause_of_a_known_kind_needs_no_python() -> None:
    assert {Path(step.path).suffix for step in steps(CLAUSE)} == {".yml", ".md"}


def test_a_kind_is_one_new_file_of_python_and_lines_of_registries() -> None:
    python = [step for step in steps(KIND) if step.path.endswith(".py")]
    assert [step.path for step in python if not step.line] == ["plugins/congbo/checks/length.py"]
    assert all(step.text.count("\n") == 1 for step in python if step.line)


def test_both_examples_stand_together_and_the_code_is_clean(tmp_path: Path) -> None:
    copy(tmp_path)
    both = [*steps(CLAUSE), *steps(KIND)]
    for step in both:
        follow(step, tmp_path)
    assert set(cases(tmp_path, [step for step in both if step.is_case]).values()) == {"PASSED"}
    files = sorted({step.path for step in both if step.path.endswith(".py")})
    for words in (("check", "--no-cache"), ("format", "--check", "--no-cache")):
        done = run(tmp_path, "ruff", *words, *files)
        assert done.returncode == 0, done.stdout + done.stderr
