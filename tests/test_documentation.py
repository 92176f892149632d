"""The documentation keeps up with the program: what is generated is current, what is named exists, what is shown is so."""

from __future__ import annotations

import importlib
import importlib.util
import re
import subprocess
import sys
from datetime import date
from pathlib import Path
from types import ModuleType

import pytest

from congbo.__main__ import main
from congbo.checks.judge import judge
from congbo.commands import COMMANDS
from congbo.facts.corpus import load_corpus
from congbo.output import FORMATS, Report
from congbo.policy import Policy, load_policy
from support.trees import ROOT, ValueTree, edited_policies, real_policies, real_policy

DOCS = ROOT / "scripts" / "docs.py"
ADR = sorted((ROOT / ".github" / "adr").glob("*.md"))
FENCE = re.compile(r"^(`{3,})(\S*)[^\n]*\n(.*?)^\1$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\(([^)\s]+)(?: [^)]*)?\)")
CASES = ROOT / "tests" / "cases"


def pages() -> list[Path]:
    """Every Markdown page of the repository that is not content, a case, or made by a tool."""
    folders = (".github", "policies", "plugins", "scripts", "theme", "tests")
    found = [*ROOT.glob("*.md"), *(page for folder in folders for page in (ROOT / folder).rglob("*.md"))]
    return sorted(page for page in found if CASES not in page.parents or page.parent == CASES)


def text_of(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


def blocks(name: str, kind: str) -> list[str]:
    """The fenced blocks of a page that are of a kind."""
    return [content for _, word, content in FENCE.findall(text_of(name)) if word == kind]


# ---- generated parts


def docs() -> ModuleType:
    spec = importlib.util.spec_from_file_location("docs", DOCS)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_generated_parts_are_current() -> None:
    done = subprocess.run([sys.executable, str(DOCS), "--check"], capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"run make docs: {done.stdout}{done.stderr}"


def test_what_has_drifted_is_named_and_left_alone(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    script = docs()
    before = text_of("README.md")
    monkeypatch.setattr(script, "pages", lambda: {"README.md": before + "x", "CHANGELOG.md": text_of("CHANGELOG.md")})
    assert script.main(["--check"]) == 1
    assert capsys.readouterr().out == "README.md\n"
    assert text_of("README.md") == before


def test_missing_markers_are_said() -> None:
    with pytest.raises(SystemExit, match="<!-- commands -->"):
        docs().filled("no markers here", "commands", "text")


# ---- commands and targets


@pytest.mark.parametrize("page", ["README.md", "README.vi.md"])
@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_named(command: str, page: str) -> None:
    assert f"congbo {command}" in text_of(page)


@pytest.mark.parametrize(("lang", "example"), [("vi", "Ví dụ: congbo "), ("en", "Example: congbo ")])
@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_an_example(
    command: str, lang: str, example: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert exit_of("--lang", lang, command, "--help") == 0
    assert f"{example}{command}" in capsys.readouterr().out


def exit_of(*words: str) -> object:
    """Run a command and return its exit code; argparse ends a help text by an exception."""
    try:
        return main(list(words))
    except SystemExit as done:
        return done.code or 0


VERBS = [
    (name, verb)
    for name in COMMANDS
    for verb in getattr(importlib.import_module(f"congbo.commands.{name}"), "VERBS", ())
]


@pytest.mark.parametrize(("lang", "example"), [("vi", "Ví dụ: congbo "), ("en", "Example: congbo ")])
@pytest.mark.parametrize(("command", "verb"), VERBS, ids=lambda word: word)
def test_every_verb_has_help_with_an_example(
    command: str, verb: str, lang: str, example: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert exit_of("--lang", lang, command, verb, "--help") == 0
    told = capsys.readouterr().out
    assert re.search(rf"{example.partition(':')[0]}s?:.*\n?.*congbo .*{command} {verb}\b", told), told
    assert exit_of("--lang", lang, command, "--help") == 0
    assert re.search(rf"^ +{verb} ", capsys.readouterr().out, re.MULTILINE)


def test_the_overview_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    for lang in ("vi", "en"):
        assert main(["--lang", lang, "--help"]) == 0
        told = capsys.readouterr().out
        assert [name for name in COMMANDS if not re.search(rf"^ +{name} ", told, re.MULTILINE)] == []


def test_every_target_of_the_makefile_is_named() -> None:
    phony = re.search(r"^\.PHONY: (.+)$", text_of("Makefile"), re.MULTILINE)
    assert phony
    told = text_of("README.md") + text_of(".github/CONTRIBUTING.md")
    assert [target for target in phony[1].split() if not re.search(rf"\bmake {target}\b", told)] == []


def test_every_target_that_is_named_exists() -> None:
    targets = set(re.findall(r"^([a-z]+):", text_of("Makefile"), re.MULTILINE))
    for page in pages():
        for code in re.findall(r"`make ([a-z]+)`|^make ([a-z]+) +#", page.read_text("utf-8"), re.MULTILINE):
            assert set(code) & targets, (page, code)


# ---- links


def slugs(page: Path) -> set[str]:
    """The anchors that a forge gives to a page's headings."""
    headings = re.findall(r"^#+ +(.+?) *$", FENCE.sub("", page.read_text("utf-8")), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


GUIDE = re.compile(r"plugins/congbo/locales/\w+/guide/")  # pages of the portal, whose links the site's own tests follow


@pytest.mark.parametrize(
    "page", [one for one in pages() if not GUIDE.match(one.relative_to(ROOT).as_posix())],
    ids=lambda page: page.relative_to(ROOT).as_posix(),
)  # fmt: skip
def test_relative_links_lead_somewhere(page: Path) -> None:
    prose = re.sub(r"`[^`\n]+`", "", FENCE.sub("", page.read_text("utf-8")))
    for link in LINK.findall(prose):
        if re.match(r"[a-z]+:", link):
            continue
        path, _, anchor = link.partition("#")
        target = (page.parent / path).resolve() if path else page
        assert target.exists(), link
        assert not anchor or anchor in slugs(target), link


# ---- decisions


def test_decisions_are_numbered_without_gaps() -> None:
    numbers = [int(page.name.split("-")[0]) for page in ADR]
    assert numbers == list(range(1, len(ADR) + 1))
    assert all(re.fullmatch(r"\d{4}-[a-z0-9-]+\.md", page.name) for page in ADR)


@pytest.mark.parametrize("page", ADR, ids=lambda page: page.stem)
def test_a_decision_has_its_form(page: Path) -> None:
    text = page.read_text("utf-8")
    assert text.startswith(f"# {int(page.name[:4])}. ")
    assert re.findall("^## (.+)$", text, re.MULTILINE) == ["Context", "Decision", "Status", "Consequences"]
    assert re.search(r"^## Status\n\n(Accepted|Superseded by \[.+\]\(.+\)), \d{4}-\d\d-\d\d\.$", text, re.MULTILINE)
    assert len(text.splitlines()) < 45


def test_decisions_that_the_code_names_exist() -> None:
    numbers = {int(page.name[:4]) for page in ADR}
    for file in (ROOT / "plugins").rglob("*.py"):
        for number in re.findall(r"\bADR (\d{4})\b", file.read_text("utf-8")):
            assert int(number) in numbers, file


# ---- examples


def findings(policy: Policy, path: str, text: str) -> str:
    """What ``congbo check`` says about one file."""
    corpus = load_corpus(ValueTree({path: text.encode()}), policy, date(2026, 11, 22))
    found = tuple(finding for finding in judge(corpus) if finding.place.path == path)
    return FORMATS["text"](Report(found, 1), "vi")


def test_the_example_for_editors_is_clean_and_its_finding_is_what_the_program_says() -> None:
    (item,) = blocks("README.vi.md", "markdown")
    (told,) = [block for block in blocks("README.vi.md", "text") if "LỖI" in block]
    path = told.split(":")[0]
    assert f"`{path}`" in text_of("README.vi.md")
    assert "0 lỗi, 0 cảnh báo" in findings(real_policy(), path, item)
    without = re.sub(r"^don_vi: .+\n", "", item, flags=re.MULTILINE)
    assert findings(real_policy(), path, without).startswith(f"{told}\n")


def test_the_clause_of_the_guide_finds_what_its_case_expects() -> None:
    guide = text_of(".github/CONTRIBUTING.md")
    clause = next(block for block in blocks(".github/CONTRIBUTING.md", "yaml") if "met_by" in block)
    name = "policies/regulations/dl/clauses.yml"
    before, article, after = real_policies()[name].decode().partition('  - article: "8"\n')
    policy = load_policy(edited_policies({name: f"{before}{clause}{article}{after}".encode()}))
    case = re.search(
        r"^```file (\S+)\n(.*?)^```\n\n```expect\nerror (\S+) (\S+) ([^\n]+)\n```", guide, re.MULTILINE | re.DOTALL
    )
    assert case
    path, text, rule, place, fragment = case.groups()
    told = findings(policy, path, text)
    assert f"{place}: LỖI {rule} [fields]" in told
    assert fragment in told
