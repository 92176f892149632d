"""A wrong call of a command is told in the reader's language, and no word of argparse's own is left."""

from __future__ import annotations

import importlib

import pytest

from congbo.__main__ import main
from congbo.commands import COMMANDS
from congbo.commands.arguments import Parser

WRONG = [
    (["due"], "Thiếu đối số bắt buộc: RULE, FROM.", "A required argument is missing: RULE, FROM."),
    (["explain"], "Thiếu đối số bắt buộc: RULE|CHECK.", "A required argument is missing: RULE|CHECK."),
    (["rules", "--mau", "x"], "không có đối số hay tuỳ chọn `--mau x`", "no argument or option `--mau x`"),
    (["due", "DL-8.1a", "2019-10-04", "thừa"], "tuỳ chọn `thừa`", "option `thừa`"),
    (["check", "--format", "xml"],
     "Giá trị `xml` của --format không dùng được. Hãy chọn một trong: text, json", "The value `xml` of --format"),
    (["serve", "--port", "tám"], "Giá trị `tám` của --port phải là số nguyên", "must be a whole number"),
    (["check", "--portal"], "Sau --portal còn thiếu giá trị", "A value is missing after --portal"),
    (["check", "--strict=co"], "--strict không nhận giá trị", "--strict takes no value"),
    (["check", "--p=dl", "--f", "x", "--today", "2019-01-01"], "Giá trị `x` của --format", "The value `x` of --format"),
    (["build", "--e"], "Sau --edition còn thiếu giá trị", "A value is missing after --edition"),
    (["publish", "--t", "local"],
     "`--t` viết tắt chưa rõ; hãy viết đủ một trong: --target, --today", "`--t` is cut too short"),
]  # fmt: skip
ENGLISH = ("usage:", "positional", "options:", "argument", "invalid", "expected", "unrecognized", "show this", "error")


def said(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str]:
    """Return the exit code and all that a call prints."""
    with pytest.raises(SystemExit) as stop:
        main(words)
    captured = capsys.readouterr()
    return int(stop.value.code or 0), captured.out + captured.err


@pytest.mark.parametrize(("words", "vi", "en"), WRONG, ids=[" ".join(row[0]) for row in WRONG])
def test_a_wrong_call_is_told_in_both_languages(
    words: list[str], vi: str, en: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code, told = said(capsys, *words)
    assert code == 2
    assert vi in told
    assert f"congbo {words[0]} --help" in told
    assert "Cách dùng: congbo" in told
    assert not [word for word in ENGLISH if word in told]
    code, told = said(capsys, "--lang", "en", *words)
    assert code == 2
    assert en in told


def verbs_of(command: str) -> tuple[str, ...]:
    """Return the verbs of a command that has some."""
    return tuple(getattr(importlib.import_module(f"congbo.commands.{command}"), "VERBS", ()))


CALLS = [(name, *verb) for name in COMMANDS for verb in ([(verb,) for verb in verbs_of(name)] or [()])]


@pytest.mark.parametrize("words", CALLS, ids=" ".join)
def test_help_has_our_headings(words: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    code, told = said(capsys, *words, "--help")
    assert code == 0
    assert told.startswith(f"Cách dùng: congbo {' '.join(words)} ")
    assert "\nTuỳ chọn:\n" in told
    assert not [word for word in ENGLISH if word in told]
    assert "\nOptions:\n" in said(capsys, "--lang", "en", *words, "--help")[1]


@pytest.mark.parametrize("command", [name for name in COMMANDS if verbs_of(name)])
def test_a_command_with_verbs_lists_them(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([command, "--help"]) == 0
    told = capsys.readouterr().out
    assert told.startswith(f"Cách dùng: congbo {command} ")
    assert main([command]) == 2
    assert capsys.readouterr().err == told


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_options_that_exclude_each_other_and_what_nobody_foresaw(lang: str, capsys: pytest.CaptureFixture[str]) -> None:
    made = Parser(lang, "congbo thu", "Thử.", "Ví dụ.")
    group = made.add_mutually_exclusive_group(required=True)
    group.add_argument("--mot", action="store_true")
    group.add_argument("--hai", action="store_true")
    sentences = []
    for words in (["--mot", "--hai"], []):
        with pytest.raises(SystemExit):
            made.parse_args(words)
        sentences.append(capsys.readouterr().err)
    with pytest.raises(SystemExit):
        made.error("something that a later Python says")
    sentences.append(capsys.readouterr().err)
    assert (
        "Không dùng --hai cùng với --mot" if lang == "vi" else "--hai cannot be used together with --mot"
    ) in sentences[0]
    assert "--mot --hai" in sentences[1]
    assert "later Python" not in sentences[2]
    assert "congbo thu --help" in sentences[2]


@pytest.mark.parametrize(
    ("verb", "there", "not_there"),
    [
        ("merge", ("--as", "người ghép"), ("--key", "--answer", "--reason", "--step", "--role", "--yes", "người ký")),
        ("approve", ("--reason", "nếu bước này đòi"), ("trả lại hoặc từ chối",)),
        ("emergency", ("--reason", "hiện công khai"), ("trả lại hoặc từ chối",)),
        ("return", ("--reason", "lý do trả lại"), ()),
    ],
)
def test_help_tells_what_a_verb_uses(capsys, verb: str, there: tuple[str, ...], not_there: tuple[str, ...]) -> None:
    code, told = said(capsys, "review", verb, "--help")
    assert code == 0
    assert [word for word in there if word not in " ".join(told.split())] == []
    assert [word for word in not_there if word in told] == []
