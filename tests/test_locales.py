"""The sentences: every language says the same things, every key that the program uses exists, every check has its page."""

import ast
import re
import string
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from congbo.checks import CHECKS, HOUSE_CHECKS
from congbo.facts.means import KINDS_OF_GATE
from congbo.item import read_item
from congbo.locale import LANGUAGES, catalogue, sentence, words_of
from congbo.message import Message
from congbo.policy import Policy, load_policy
from congbo.text.sensitive import DETECTORS
from congbo.tree import FolderTree

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "plugins" / "congbo"
LOCALES = PACKAGE / "locales"

PARTS = sorted({file.stem for lang in LANGUAGES for file in (LOCALES / lang).glob("*.yml")})
# What a visitor of a portal reads is there in Chinese too.
SITE_PARTS = ("pages", "site", *(part for part in PARTS if part.startswith("page-")))
SITE_LANGUAGES = (*LANGUAGES, "zh")

# Where the message's key stands among the arguments of each function that takes one.
KEY_AT = {"say": 0, "refuse": 0, "house_finding": 3, "words": 1}

# A page of the manual each: what checks files, and what the gate judges.
PAGES = (*CHECKS, *KINDS_OF_GATE)
HEADINGS = {
    "vi": ("Kiểm tra gì", "Vì sao", "Cách sửa", "Ví dụ", "Quy định liên quan"),
    "en": ("What it checks", "Why", "How to fix", "Example", "Rules"),
}
_CLAUSE = re.compile(r"\b(?:HD|DL|TQ|HT|QN)-\d[\w./#-]*\w")


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


# ---- the languages against each other


@pytest.mark.parametrize("part", PARTS)
def test_languages_have_the_same_keys(part):
    vi, en = (words_of(lang, part) for lang in LANGUAGES)
    assert list(vi) == list(en)


@pytest.mark.parametrize("part", [part for part in PARTS if part not in SITE_PARTS])
def test_languages_have_the_same_placeholders(part):
    vi, en = (words_of(lang, part) for lang in LANGUAGES)
    differing = {key for key in vi if placeholders(vi[key]) != placeholders(en[key])}
    assert not differing


@pytest.mark.parametrize("part", SITE_PARTS)
@pytest.mark.parametrize("lang", SITE_LANGUAGES)
def test_sentences_of_the_site_are_there_in_every_language(part, lang):
    if not any((LOCALES / known / f"{part}.yml").exists() for known in SITE_LANGUAGES):
        pytest.skip(f"no language has {part}.yml yet")
    vi, here = words_of("vi", part), words_of(lang, part)
    assert set(vi) == set(here)
    # A language may leave a word out ("7/2017"), but cannot print what the others are not given.
    assert not {key for key in vi if not placeholders(here[key]) <= placeholders(vi[key])}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_key_stands_in_two_parts(lang):
    keys = [key for part in PARTS for key in words_of(lang, part)]
    assert len(keys) == len(set(keys)) == len(catalogue(lang))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_message_is_empty_or_padded(lang):
    """The words of the site are left out: a label such as "Step 1: " ends in a space."""
    messages = {key: text for part in PARTS if part not in SITE_PARTS for key, text in words_of(lang, part).items()}
    assert not {key for key, text in messages.items() if not text or text != text.strip()}


# ---- the program against the catalogue


def sources(*parts: str) -> list[Path]:
    return sorted(PACKAGE.joinpath(*parts).rglob("*.py"))


@cache
def tree_of(file: Path) -> ast.Module:
    return ast.parse(file.read_text("utf-8"), str(file))


def calls(files: list[Path]) -> Iterator[tuple[str, ast.Call, str, ast.expr]]:
    """Yield place, call, function and key argument of every call that names a message."""
    for file in files:
        for node in ast.walk(tree_of(file)):
            name = called(node)
            if isinstance(node, ast.Call) and name in KEY_AT and len(node.args) > KEY_AT[name]:
                yield f"{file.relative_to(PACKAGE)}:{node.lineno}", node, name, node.args[KEY_AT[name]]


def called(node: ast.AST) -> str:
    """Return the name of the function or method that is called, or an empty text."""
    function = node.func if isinstance(node, ast.Call) else None
    return (
        function.id if isinstance(function, ast.Name) else function.attr if isinstance(function, ast.Attribute) else ""
    )


def literals(key: ast.expr) -> list[str]:
    """Return the keys that an argument may be: a literal, or either branch of a condition."""
    if isinstance(key, ast.IfExp):
        return [*literals(key.body), *literals(key.orelse)]
    return [key.value] if isinstance(key, ast.Constant) and isinstance(key.value, str) else []


def used() -> Iterator[tuple[str, str, frozenset[str] | None]]:
    """Yield place, key and given parameters (None: not known here) of every literal key."""
    for place, call, function, argument in calls(sources()):
        open_ended = any(word.arg is None for word in call.keywords)
        given = None if open_ended else frozenset(str(word.arg) for word in call.keywords)
        for key in literals(argument):
            yield place, key, given
            if function == "house_finding":
                yield place, f"{key}.fix", given


def test_the_search_for_keys_finds_them():
    keys = {key for _, key, _ in used()}
    assert {"yaml.tab", "policy.none", "output.summary", "duplicate_id", "duplicate_id.fix", "label.home"} <= keys


def test_every_literal_key_exists():
    assert not [(place, key) for place, key, _ in used() if key not in catalogue("vi")]


def test_every_parameter_that_a_sentence_prints_is_given():
    missing = [
        (place, key, printed - given)
        for place, key, given in used()
        if given is not None and key in catalogue("vi") and (printed := placeholders(catalogue("vi")[key])) - given
    ]
    assert not missing


def test_every_composed_key_has_sentences():
    """A key such as f"text.{kind}" stands for at least one sentence; f"{key}.fix" is judged by the tests below."""
    for place, _, _, argument in calls(sources()):
        if isinstance(argument, ast.JoinedStr) and isinstance(argument.values[0], ast.Constant):
            parts = (re.escape(str(p.value)) if isinstance(p, ast.Constant) else "[a-z0-9_.]+" for p in argument.values)
            shape = re.compile("".join(parts))
            assert any(shape.fullmatch(key) for key in catalogue("vi")), (place, shape.pattern)


def test_every_other_literal_that_looks_like_a_key_exists():
    """Keys also travel through helpers of ours (``_add``, ``Unfit``) and as ``words["option.root"]``."""
    families = {key.split(".")[0] for part in PARTS if part not in SITE_PARTS for key in words_of("vi", part)}
    shape = re.compile(rf"(?:{'|'.join(sorted(families))})(?:\.[a-z0-9_]+)+")
    names = re.compile(r".*\.(?:yml|md|py|json|html|css|js|svg|xml|txt)")
    unknown = [
        (str(file.relative_to(PACKAGE)), node.lineno, node.value)
        for file in sources()
        for node in ast.walk(tree_of(file))
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and shape.fullmatch(node.value)
        and not names.fullmatch(node.value)
        and node.value not in catalogue("vi")
        and f"{node.value}.description" not in catalogue("vi")  # a command with its verb
        # A code of the gate or of the server, which its sentence is named after.
        and not {f"gate.{node.value}", f"server.{node.value}"} & catalogue("vi").keys()
    ]
    assert not unknown


def test_every_command_has_its_words():
    """``parser("check", lang)`` asks for check.description and check.example."""
    named = {
        node.args[0].value
        for file in sources("commands")
        for node in ast.walk(tree_of(file))
        if called(node) == "parser" and node.args and isinstance(node.args[0], ast.Constant)
    }
    assert {"check", "rules", "explain"} <= named
    wanted = {f"{name}.{word}" for name in named for word in ("description", "example")}
    assert wanted <= set(catalogue("vi"))
    assert not [name for name in named if name.split(".")[0] not in catalogue("vi")["main.usage"]]


# ---- cures


# Words that stand within sentences, and the sentences of scans, whose cure depends on what was found and not on where.
WITHIN = ("want.", "scan.kind.", "scan.in_")


def test_every_finding_has_its_cure():
    findings = words_of("vi", "findings")
    of_scans = {f"scan.{detector}.fix" for detector in DETECTORS}
    problems = {key for key in findings if not key.endswith(".fix") and not key.startswith(WITHIN)}
    cures = {key for key in findings if key.endswith(".fix")}
    assert not {key for key in problems if f"{key}.fix" not in findings}
    assert not {key for key in cures - of_scans if key.removesuffix(".fix") not in findings}
    assert of_scans <= cures


def test_whatever_the_parser_refuses_has_its_cure():
    """``read_item`` asks for ``<key>.fix`` of everything that may be raised on its way, with the same parameters."""
    words = catalogue("vi")
    on_the_way = [*sources("strict"), PACKAGE / "item" / "front_matter.py"]
    keys = {key for _, _, _, argument in calls(on_the_way) for key in literals(argument)}
    keys |= {node.value for file in on_the_way for node in ast.walk(tree_of(file)) if _is_text_key(node)}
    assert {"yaml.tag", "front_matter.missing", "text.control_character"} <= keys
    assert not {key for key in keys if f"{key}.fix" not in words}
    assert not {key for key in keys if not placeholders(words[f"{key}.fix"]) <= placeholders(words[key])}


def _is_text_key(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value in catalogue("vi")


BROKEN = {
    "no header": b"abc",
    "not closed": b"---\nid: a\n",
    "not UTF-8": b"---\nid: \xe0\xe1\n---\n",
    "control character": b"---\nid: a\x07\n---\n",
    "old Mac line end": b"---\nid: a\n---\nb\rc",
    "tab": b"---\nid:\ta\n---\n",
    "ambiguous": b"---\nid: 07:30\n---\n",
    "duplicate key": b"---\nid: a\nid: b\n---\n",
    "tag": b"---\nid: !!str a\n---\n",
    "alias": b"---\nid: *a\n---\n",
    "syntax": b"---\ntitle: a: b\n---\n",
    "values": b"---\nid: A B\ntype: tin_bai\ntitle:\nstatus: x\nx: y\nanh: [a]\nsummary: 12\nthe_loai: z\n---\n",
    "unknown type": b"---\nid: a\ntype: b\ntitle: c\nsummary: d\n---\n",
}


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("data", BROKEN.values(), ids=BROKEN)
def test_faults_of_a_file_can_be_said(data, lang, policy):
    faults = read_item(data, "content/hd/tin-dia-phuong/2018/a.md", policy).faults
    assert faults
    for fault in faults:
        for message in (fault.message, fault.fix):
            assert isinstance(message, Message)
            assert sentence(message, lang)


@pytest.fixture(scope="module")
def policy() -> Policy:
    return load_policy(FolderTree(ROOT))


# ---- the manual


def page(lang: str, check: str) -> str:
    return (LOCALES / lang / "checks" / f"{check}.md").read_text("utf-8")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_check_has_its_page_and_no_page_is_left_over(lang):
    assert sorted(PAGES) == sorted(file.stem for file in (LOCALES / lang / "checks").iterdir())


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("check", PAGES)
def test_page_has_its_headings_and_a_bad_and_a_good_example(check, lang):
    text = page(lang, check)
    assert re.match(r"# \S", text)
    assert tuple(re.findall(r"^## (.+)$", text, re.MULTILINE)) == HEADINGS[lang]
    assert len(re.findall(r"^```[a-z]+\n.+?\n```$", text, re.MULTILINE | re.DOTALL)) == 2
    assert 25 <= text.count("\n") <= 60


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("check", HOUSE_CHECKS)
def test_page_of_a_house_check_names_its_rule_and_borrows_no_article(check, lang):
    module = PACKAGE / "checks" / f"{check}.py"
    rule = re.search(r'^RULE = "(CB-\d+)"$', module.read_text("utf-8"), re.MULTILINE)
    assert rule
    assert rule[1] in page(lang, check)
    assert not _CLAUSE.findall(page(lang, check))


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("check", [check for check in PAGES if check not in HOUSE_CHECKS])
def test_page_of_a_rule_check_names_clauses_that_it_answers_for(check, lang, policy):
    answered = {
        clause.id for prefix in policy.articles for clause, rule, _ in policy.rules(prefix) if rule.checked_by == check
    }
    named = set(_CLAUSE.findall(page(lang, check)))
    assert named
    assert named <= answered
