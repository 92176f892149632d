"""Front matter that two readers could read in two ways: each file is refused, at its line, in Vietnamese, at once.

The numbers are those of the list of faults in the security report (2.1, items 1 to 43).
"""

from __future__ import annotations

import random
import time

import pytest

from congbo.item import Fault, read_item
from congbo.locale import LANGUAGES, sentence
from congbo.message import Message
from support.bad.front_matter import FRONT_MATTER as BAD
from support.bad.good import DATE, FLAG, GOOD, PATH, SUMMARY
from support.trees import real_policy


def key_of(fault: Fault) -> str:
    """Return the locale key of a fault, with what was wanted where a value does not fit."""
    wanted = fault.message.params.get("want")
    return f"{fault.message.key}/{wanted.key}" if isinstance(wanted, Message) else fault.message.key


@pytest.mark.parametrize(("data", "line", "key"), [row[1:] for row in BAD], ids=[row[0] for row in BAD])
def test_the_file_is_refused_at_its_line_in_words_and_at_once(data: bytes, line: int, key: str) -> None:
    policy = real_policy()
    start = time.process_time()
    reading = read_item(data, PATH, policy)
    assert time.process_time() - start < 1
    assert reading.item is None
    assert key_of(reading.faults[0]) == key
    assert reading.faults[0].place.path == PATH
    assert reading.faults[0].place.line == line
    for fault in reading.faults[:50]:
        for lang in LANGUAGES:
            assert sentence(fault.message, lang)
            assert sentence(fault.fix, lang)


def test_the_table_is_long_enough_and_its_names_are_unique() -> None:
    assert len(BAD) >= 90
    assert len({row[0] for row in BAD}) == len(BAD)


def test_the_file_that_the_table_spoils_is_good() -> None:
    assert read_item(GOOD.encode(), PATH, real_policy()).faults == ()


def test_all_faults_of_a_file_are_told_at_once() -> None:
    data = GOOD.replace("2019-10-01", "01/10/2019").replace("true", "có").replace("summary", "tom_tat").encode()
    told = {(key_of(fault), fault.place.line) for fault in read_item(data, PATH, real_policy()).faults}
    assert told == {
        ("item.missing_key", 1),
        ("item.unknown_key", SUMMARY),
        ("item.unfit/want.date", DATE),
        ("item.unfit/want.flag", FLAG),
    }


PATHS = (
    "content/dl/van-ban-phuong/2019/Quyet-dinh.md",
    "content/dl/van-ban-phuong/2019/quyết-định.md",
    "content/dl/van-ban-phuong/2019/quyet dinh.md",
    "content/dl/van-ban-phuong/2019/quyet--dinh.md",
    "content/dl/van-ban-phuong/2019/-quyet-dinh.md",
    "content/dl/van-ban-phuong/2019/quyet_dinh.md",
    "content/dl/van-ban-phuong/2019/quyet-dinh.fr.md",
    "content/dl/van-ban-phuong/2019/quyet-dinh.vi.md",
    "content/dl/van-ban-phuong/2019/thang-10/quyet-dinh.md",
    "content/dl/van-ban-phuong/19/quyet-dinh.md",
    "content/dl/van-ban-phuong/2219/quyet-dinh.md",
    "content/dl/van-ban-phuong/quyet-dinh.md",
    "content/dl/../2019/quyet-dinh.md",
    "content/README.md",
    f"content/dl/van-ban-phuong/2019/{'x' * 101}.md",
)


@pytest.mark.parametrize("path", PATHS)
def test_a_path_outside_the_scheme_is_refused(path: str) -> None:
    (fault,) = read_item(GOOD.encode(), path, real_policy()).faults
    assert (fault.message.key, fault.place.path) == ("item.path", path)


@pytest.mark.parametrize("seed", range(300))
def test_no_spoilt_file_makes_the_reader_raise(seed: int) -> None:
    dice = random.Random(seed)  # noqa: S311 -- the same files in every run
    data = bytearray(GOOD.encode())
    for _ in range(dice.randint(1, 6)):
        spot = dice.randrange(len(data))
        data[spot : spot + dice.randint(0, 3)] = dice.choice(
            (
                b"",
                b"\n",
                b"---",
                b": ",
                b"&a ",
                b"*a",
                b"{",
                b"[",
                b'"',
                b"'",
                b"\x00",
                b"\xff",
                b"\t",
                b"- ",
                b"!!",
                b"#",
                b"|",
                b"\r",
            )
        )
    reading = read_item(bytes(data), PATH, real_policy())
    assert (reading.item is None) == bool(reading.faults)
    for fault in reading.faults:
        assert sentence(fault.message, "vi")
        assert sentence(fault.fix, "vi")
