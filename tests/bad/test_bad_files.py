"""Each bad file is refused at its line, in a Vietnamese sentence, with a cure; at once and in little memory."""

from __future__ import annotations

import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from congbo.locale import sentence
from congbo.message import Message
from support.bad import ALL, GROUPS
from support.bad.good import GOOD
from support.bad.judged import errors, key_of
from support.bad.model import BadFile
from support.trees import ROOT

COST = Path(__file__).with_name("cost.py")
PLACEHOLDER = re.compile(r"\{[a-z_]+\}|%[sd(]|\$\{")
VIETNAMESE = re.compile(r"[àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ]", re.IGNORECASE)
MOST_SECONDS = 1.0
MOST_KILOBYTES = 256 * 1024


@pytest.mark.parametrize("bad", ALL, ids=[bad.name for bad in ALL])
def test_the_file_is_refused_at_its_line_in_vietnamese_with_a_cure(bad: BadFile) -> None:
    found = [one for one in errors(bad) if (key_of(one.message), one.place.line) == (bad.key, bad.line)]
    assert found, [(key_of(one.message), one.place.line) for one in errors(bad)]
    said, cure = sentence(found[0].message, "vi"), sentence(found[0].fix, "vi")
    assert VIETNAMESE.search(said)
    assert cure.strip()
    for words in (said, cure):
        assert not PLACEHOLDER.search(_without_quoted(words, found[0].message))


def _without_quoted(words: str, message: Message) -> str:
    """Leave out what the file itself says: a sentence may quote ``{filename}``."""
    for value in filter(None, map(str, message.params.values())):
        words = words.replace(value, "")
    return words


def test_there_are_two_hundred_files_and_each_has_a_name_of_its_own() -> None:
    assert len(ALL) >= 200
    assert [name for name, count in Counter(bad.name for bad in ALL).items() if count > 1] == []
    assert len({(bad.path, bad.data, tuple(bad.beside.items())) for bad in ALL}) == len(ALL)
    assert all(GROUPS.values())


def test_the_file_that_is_spoilt_is_not_refused_for_any_of_these_reasons() -> None:
    good = {key_of(one.message) for one in errors(BadFile("good", GOOD.encode(), 0, ""))}
    assert good & {bad.key for bad in ALL} == set()


def test_each_takes_less_than_a_second_and_the_whole_set_little_memory() -> None:
    run = subprocess.run([sys.executable, str(COST)], cwd=ROOT, capture_output=True, text=True, check=True)
    *costs, peak = run.stdout.splitlines()
    assert len(costs) == len(ALL)
    seconds = {name: float(took) for took, name in (cost.split("\t", 1) for cost in costs)}
    assert [name for name, took in seconds.items() if took >= MOST_SECONDS] == []
    assert 0 < int(peak) < MOST_KILOBYTES
