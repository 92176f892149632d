"""What can be a Vietnamese syllable."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import pytest

from congbo.text.syllables import is_syllable
from support.trees import ROOT

GOOD = """
khuỷu gì gìn giếng giêng
giết già giờ giặc quốc quyển quý quỳnh quýt quạnh quơ khuya nghiêng nghe ghế yêu yến yểng lý kỹ tỷ vỹ
hoà hòa oánh uỷ ủy thuý thúy khoẻ khỏe thuở huơ nguyễn nguyệt boong xoong đắk lắk kạn ở ạ ơi ướt ượng ươu ông ấy tuần xuân
khuâng huệ tuếch huỳnh ngoằn ngoèo loẹt choắt xoáy rượu hươu tiêu iu phẫu chuộc buýt pin sĩ xã trường đường đại biểu nghị
"""
BAD = """
bắgd cac hop ghà ngha cê gế kứk qúy qùa gìơ cuả muà ngoaì đựơc école für thés naïf đđ áá ấấ hòá hóà trướcc vvv tịe niê brêl
zì fà jà wờ cuộcc khôngg ngươì giưã aế ôà bổbổ ắ̀n ăb mn tiêngs
"""


@pytest.mark.parametrize("word", GOOD.split())
def test_a_syllable_is_known(word: str) -> None:
    assert is_syllable(word)


@pytest.mark.parametrize("word", BAD.split())
def test_what_nobody_can_say_is_none(word: str) -> None:
    assert not is_syllable(word)


@pytest.mark.parametrize("ending", ["c", "ch", "p", "t"])
def test_stops_take_two_tones_only(ending: str) -> None:
    tones = {"\u0300": False, "\u0301": True, "\u0303": False, "\u0309": False, "\u0323": True, "": False}
    for tone, possible in tones.items():
        assert is_syllable(unicodedata.normalize("NFC", f"ba{tone}{ending}")) is possible


def test_nearly_every_accented_word_of_the_content_is_one() -> None:
    words = [
        word for page in pages() for word in re.findall(r"[^\W\d_]+", page) if not word.isascii() and word.islower()
    ]
    assert len(words) > 10_000
    assert sum(map(is_syllable, words)) / len(words) > 0.999


def pages() -> list[str]:
    """The Vietnamese items of the repository."""
    items = sorted((ROOT / "content").rglob("*.md"))
    return [Path(item).read_text("utf-8") for item in items if not item.name.endswith((".en.md", ".zh.md"))]
