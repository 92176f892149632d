"""Every code of the gate has its sentence, in both languages, and every story's refusals can be told in words."""

import ast
from functools import cache
from pathlib import Path

import pytest
from attacks import ATTACKS
from honest import HONEST

import congbo.facts.gate as gate
from congbo.locale import LANGUAGES, sentence, words_of
from congbo.policy.procedures import HOUSE_RULES
from support.gate import policy

FOLDER = Path(gate.__file__).parent
SAYING = {"say", "fault", "_fault", "_refused", "Refused"}


def codes_of(tree: ast.AST) -> set[str]:
    """Return the codes that a module writes out as the first argument of whatever makes a refusal."""
    calls = (node for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name))
    first = (call.args[0] for call in calls if call.func.id in SAYING and call.args)
    found = (one.value for one in first if isinstance(one, ast.Constant) and isinstance(one.value, str))
    return {code.removeprefix("gate.") for code in found if "." in code}


WRITTEN = {code for file in FOLDER.glob("*.py") for code in codes_of(ast.parse(file.read_text("utf-8")))}
# Codes that a table or a choice gives.
CHOSEN = {
    "role.not_held", "role.ended", "role.not_yet", "role.key", "role.delegation", "role.step",
    "tree.link", "tree.submodule", "records.smuggled", "merge.tree", "four_eyes.author", "four_eyes.step",
    "paper.alone", "paper.recorder", "paper.scan",
}  # fmt: skip


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_code_has_its_sentence(lang):
    assert {f"gate.{code}" for code in WRITTEN | CHOSEN} <= set(words_of(lang, "gate"))


@cache
def told():
    """Return every refusal of every story, once a code."""
    rows = (*ATTACKS.values(), *HONEST.values())
    verdicts = (story.verdict() for story, _ in rows)
    return {one.code: one for verdict in verdicts for one in (*verdict.refused, *verdict.aside)}


def test_every_code_is_shown_by_an_attack():
    assert set(told()) == WRITTEN | CHOSEN


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_refusal_can_be_told(lang):
    for one in told().values():
        words = sentence(one.message, lang)
        assert words.strip()
        assert "{" not in words


def test_every_refusal_names_its_code():
    assert {one.message.key.removeprefix("gate.") for one in told().values()} == set(told())


def test_every_law_that_is_cited_exists():
    known = {"", *(one.id for one in policy().all_clauses()), *HOUSE_RULES}
    rows = (*ATTACKS.values(), *HONEST.values())
    cited = {one.law for story, _ in rows for one in (*story.verdict().refused, *story.verdict().aside)}
    assert cited <= known
    assert len(cited) > 5
