"""Old encodings: how much is recognised, what is left alone, and that nothing is lost on the way."""

from __future__ import annotations

import importlib
import random
import re
import sys
import unicodedata
from collections.abc import Iterator
from functools import cache
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congbo.text.encodings import Octets, of_wide, passages, recognise, recover
from congbo.text.syllables import is_syllable
from support.effort import bounded
from support.legacy import ENCODINGS, stored, typed
from support.tongues import PLAIN
from support.trees import ROOT

# The domain report's figures for fragments of this length; VISCII and 1258 share many letters with Unicode as it is shown.
WANTED = {"tcvn3": 0.98, "vni": 0.98, "utf8_twice": 0.98, "viscii": 0.95, "windows_1258": 0.95}
LENGTH = 40
ACCENTED = 3


@cache
def bodies() -> tuple[str, ...]:
    """The Vietnamese bodies of the repository, a line each."""
    items = sorted((ROOT / "content").rglob("*.md"))
    texts = [item.read_text("utf-8") for item in items if not item.name.endswith((".en.md", ".zh.md"))]
    return tuple(re.sub(r"\s+", " ", text.partition("\n---\n")[2]) for text in texts)


@cache
def fragments() -> tuple[str, ...]:
    """One random fragment of each body, with at least three accented words."""
    dice = random.Random(6909)  # noqa: S311 - the same fragments every time
    return tuple(found for body in bodies() for found in cuts(body, dice))


def cuts(body: str, dice: random.Random) -> Iterator[str]:
    for _ in range(50 if len(body) > LENGTH else 0):
        start = dice.randrange(len(body) - LENGTH)
        cut = body[start : start + LENGTH]
        if sum(not word.isascii() for word in re.findall(r"[^\W\d_]+", cut)) >= ACCENTED:
            yield cut
            return


# ---- recognised


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_fragments_of_forty_characters_are_recognised(encoding: str, capsys: pytest.CaptureFixture[str]) -> None:
    shown = [typed(one, encoding) for one in fragments() if typed(one, encoding) != one]
    right = sum(encoding in {guess.encoding for guess in passages(one)} for one in shown)
    with capsys.disabled():
        sys.stdout.write(f"\n{encoding}: {right} of {len(shown)} ({right / len(shown):.1%})")
    assert len(shown) > 500
    assert right / len(shown) >= WANTED[encoding]


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_whole_texts_come_back_line_by_line(encoding: str) -> None:
    lines = wrong = 0
    for body in bodies()[::6]:
        mended = typed(body, encoding)
        for guess in reversed(passages(mended)):
            mended = mended[: guess.start] + guess.recovered + mended[guess.end :]
        words = list(zip(body.casefold().split(), mended.casefold().split(), strict=True))
        lines += len(words)
        wrong += sum(one != other for one, other in words)
    assert lines > 10_000
    assert wrong / lines < 0.001


@pytest.mark.parametrize(
    ("encoding", "shown", "meant"),
    [
        ("tcvn3", "ñy ban nh©n d©n tØnh", "ủy ban nhân dân tỉnh"),
        ("tcvn3", "QUYÕT §ÞNH sè 07/2011/Q§-UBND", "QUYẾT ĐỊNH số 07/2011/QĐ-UBND"),
        ("tcvn3", "§éc lËp - Tù do - H¹nh phóc", "Độc lập - Tự do - Hạnh phúc"),
        ("vni", "UÛy ban nhaân daân tænh", "Ủy ban nhân dân tỉnh"),
        ("vni", "Uûy ban nhaân daân tænh", "Ủy ban nhân dân tỉnh"),
        ("vni", "QUYEÁT ÑÒNH", "QUYẾT ĐỊNH"),
        ("viscii", "C±ng thông tin ði®n tØ", "Cổng thông tin điện tử"),
        ("viscii", "QUYŠT Ð˜NH c\u00fca tïnh", "QUYẾT ĐỊNH của tỉnh"),
        ("viscii", "“C±ng thông tin ði®n tØ”", "“Cổng thông tin điện tử”"),
        ("windows_1258", "Viêòt Nam ðôòc lâòp", "Việt Nam độc lập"),
        ("utf8_twice", "Cá»•ng thÃ´ng tin Ä‘iá»‡n tá»\xad", "Cổng thông tin điện tử"),
        ("utf8_twice", "nhĂ¢n dĂ¢n tá»‰nh", "nhân dân tỉnh"),
        ("utf8_twice", "â€œCÃ´ng khaiâ€\x9d â€“ minh báº¡ch", "“Công khai” – minh bạch"),
        ("utf8_twice", "hÃ ng nÄƒm lÃ má»™t chÃnh sÃ¡ch vÃ  lÃ  gÃ¬", "hàng năm là một chính sách và là gì"),
        ("utf8_twice", "Ä‘iá»u lá»‡ ngÆ°á»i dÃ¢n", "điều lệ người dân"),
    ],
)
def test_known_examples(encoding: str, shown: str, meant: str) -> None:
    guess = recognise(shown)
    assert guess
    assert guess.encoding == encoding
    assert shown[: guess.start] + guess.recovered + shown[guess.end :] == meant


@pytest.mark.parametrize("layers", [1, 2, 3])
def test_utf_8_read_wrongly_several_times_over(layers: int) -> None:
    shown = meant = "Ủy ban nhân dân tỉnh"
    for _ in range(layers):
        shown = typed(shown, "utf8_twice")
    assert [(guess.encoding, guess.recovered) for guess in passages(shown)] == [("utf8_twice", meant)]


def test_a_passage_within_a_unicode_text_is_found_with_its_place() -> None:
    before = "Ngày 20 tháng 7, Sở Nội vụ công bố chỉ số hài lòng của người dân. "
    legacy = typed("Hội nghị có đại diện các sở, ngành, địa phương.", "tcvn3")
    after = " Kết quả được đăng trên cổng thông tin điện tử của tỉnh."
    (guess,) = passages(before + legacy + after)
    assert (guess.start, guess.end) == (len(before), len(before + legacy) - 1)


def test_two_encodings_in_one_text_are_told_apart() -> None:
    one, other = "Hội chợ thương mại khai mạc sáng nay.", "Công dân gửi phản ánh qua cổng thông tin."
    for first, second in product(ENCODINGS, repeat=2):
        shown = f"{typed(one, first)}\n\nDòng giữa bằng chữ Việt Unicode.\n\n{typed(other, second)}"
        assert [guess.encoding for guess in passages(shown)] == [first, second]


def test_what_has_lost_its_bytes_is_told_and_not_guessed() -> None:
    (guess,) = passages("Đề nghị má»i tổ chức")
    assert guess.shown == guess.recovered == "má»i"


# ---- left alone


def test_nothing_in_the_content_is_taken_for_an_old_encoding() -> None:
    for file in sorted((ROOT / "content").rglob("*.md")):
        assert passages(file.read_text("utf-8")) == [], file


@pytest.mark.parametrize(
    "text", [text for _, text in PLAIN], ids=[f"{number}-{name}" for number, (name, _) in enumerate(PLAIN)]
)
def test_other_languages_names_and_codes_are_left_alone(text: str) -> None:
    assert passages(text) == []
    assert [part for part in re.split(r"[.;,!?|] ", text) if passages(part)] == []
    assert passages(text.upper()) == []


def test_unicode_in_any_form_is_unicode() -> None:
    for body in bodies()[::10]:
        for form in ("NFC", "NFD"):
            assert passages(unicodedata.normalize(form, body)) == []
        assert passages(body.upper()) == []


def test_the_windows_habit_of_a_mark_after_a_composed_letter_is_unicode_too() -> None:
    assert passages("bô\u0301n mươ\u0300i, Ho\u0300a bi\u0300nh, quyê\u0301t đi\u0323nh") == []
    assert recover("bô\u0301n", "windows_1258") == "bô\u0301n"


# ---- the way there and back

ONSETS = ["", "b", "c", "ch", "d", "đ", "g", "h", "kh", "l", "m", "n", "nh", "ph", "t", "th", "tr", "v", "x"]
RIMES = [
    "a",
    "ac",
    "ai",
    "an",
    "ang",
    "anh",
    "ao",
    "ăn",
    "ăt",
    "âng",
    "ây",
    "oa",
    "oan",
    "ô",
    "ông",
    "ôp",
    "ơ",
    "ơi",
    "u",
    "uôn",
    "ươc",
    "ương",
    "ưu",
]


def syllables() -> list[str]:
    """Syllables of common onsets and rimes with every tone that they take."""
    marked = (
        unicodedata.normalize("NFC", onset + rime[:at] + tone + rime[at:])
        for onset, rime, tone in product(ONSETS, RIMES, ["", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"])
        for at in range(1, len(rime) + 1)
    )
    return sorted({one for one in marked if is_syllable(one)})


WORDS = st.sampled_from(syllables())
TEXTS = st.lists(st.one_of(WORDS, WORDS.map(str.capitalize)), min_size=1, max_size=12).map(" ".join)


@given(text=TEXTS, encoding=st.sampled_from(ENCODINGS))
def test_what_was_typed_comes_back(text: str, encoding: str) -> None:
    back = recover(typed(text, encoding), encoding)
    if encoding == "tcvn3":  # its capitals with tones are another font
        assert back.casefold() == text.casefold()
    else:
        assert back == text


@given(text=st.lists(WORDS, min_size=4, max_size=12).map(" ".join), encoding=st.sampled_from(ENCODINGS[:4]))
def test_what_is_recognised_is_never_worse_than_before(text: str, encoding: str) -> None:
    shown = typed(text, encoding)
    for guess in passages(shown):
        assert guess.shown == shown[guess.start : guess.end]
        left = guess.shown.casefold().split()  # "m²" is a unit, whatever ² would be as a letter
        assert all(is_syllable(word) or word in left for word in guess.recovered.casefold().split())


@given(text=st.text(max_size=200))
def test_any_text_can_be_looked_at(text: str) -> None:
    for guess in passages(text):
        assert text[guess.start : guess.end] == guess.shown
    for encoding in ENCODINGS:
        recover(text, encoding)


# ---- bytes


@pytest.mark.parametrize("encoding", ENCODINGS[:4])
def test_the_bytes_of_an_old_file(encoding: str) -> None:
    text = "id: a\ntieu_de: Ủy ban nhân dân thông báo\n\nCông dân gửi phản ánh, kiến nghị đến bộ phận tiếp dân.\n"
    octets = Octets(stored(text, encoding))
    assert octets.foreign == (2, 4)
    assert octets.encoding == encoding
    assert (octets.text or "").casefold() == text.casefold()


def test_bytes_of_utf_8_are_left_alone() -> None:
    octets = Octets("Ủy ban nhân dân".encode())
    assert (octets.foreign, octets.text) == ((), "Ủy ban nhân dân")


@pytest.mark.parametrize(
    "data", [b"caf\xe9 au lait\n", b"\xff\xfe\xfd\xfc", bytes(range(128, 256)) * 50, b"M\xfcller, K\xf6ln\n"]
)
def test_bytes_of_no_vietnamese_are_not_guessed(data: bytes) -> None:
    assert (Octets(data).encoding, Octets(data).text) == ("", None)


def test_one_old_line_in_a_file_of_utf_8() -> None:
    data = (
        "Dòng một.\n".encode() + stored("Công dân gửi phản ánh đến bộ phận tiếp dân.\n", "vni") + "Dòng ba.\n".encode()
    )
    octets = Octets(data)
    assert (octets.foreign, octets.encoding) == ((2,), "vni")
    assert octets.text == "Dòng một.\nCông dân gửi phản ánh đến bộ phận tiếp dân.\nDòng ba.\n"


def test_utf_16_is_read_by_its_mark() -> None:
    assert of_wide("Ủy ban".encode("utf-16")) == "Ủy ban"
    assert of_wide(b"\xff\xfea") is None
    assert of_wide(b"abc") is None


@given(data=st.binary(max_size=300))
def test_any_bytes_can_be_looked_at(data: bytes) -> None:
    octets = Octets(data)
    assert octets.seen.count("\n") == data.count(b"\n")
    if octets.text is not None:
        assert octets.text.count("\n") == data.count(b"\n")


# ---- quick


def test_an_ordinary_text_costs_one_look(monkeypatch: pytest.MonkeyPatch) -> None:
    body = "".join(bodies())[:3_200]
    assert len(body.encode()) > 4_000
    looked = importlib.import_module("congbo.text.encodings.passages")
    for dear in ("stretches", "twice"):
        monkeypatch.setattr(looked, dear, None)
    assert looked.passages(body) == []


@pytest.mark.parametrize(
    "text", ["nh©n d©n " * 5_000, "Lü " * 10_000, "Ã" * 100_000, "á»" * 50_000, "\u00ad" * 100_000, "aâ" * 50_000]
)
def test_no_text_takes_long(text: str) -> None:
    with bounded():
        passages(text)
