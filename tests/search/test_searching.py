"""The search of a built edition: what is found, in which order, and that the order is lunr's own."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from lunr.builder import Builder

from congbo.errors import CongboError
from congbo.search import search
from congbo.search.counting import counted, firsts
from congbo.search.parts import FIELDS
from congbo.search.ranking import scores
from congbo.search.terms import terms_of
from congbo.text.search_words import folded, words

ITEMS = {
    "2026-11": [
        ("duong-le-loi", "Sửa chữa đường Lê Lợi", "Cấm xe từ 22 giờ", "Uỷ ban nhân dân phường cấm đường"),
        ("duong-ho", "Dưỡng hồ sinh thái", "Nạo vét bùn", "Công việc làm trong quý IV, không cấm xe"),
        ("khai-sinh", "Đăng ký khai sinh", "Làm tại một cửa", "Sinh con ra thì khai trong 60 ngày; hộ tịch"),
        ("ho-tich", "Điểm mới về hộ tịch", "Sinh hoạt hè", "Kê khai tài sản; giấy khai tử"),
    ],
    "2011-06": [
        ("quy-che", "Quy chế Cổng thông tin", "Ban hành kèm theo", "Quyết định số 07/2011/QĐ-UBND ngày 03/6/2011"),
        ("khac", "Chỉ thị 2011", "Văn bản số 7", "Ngày 11 tháng 7"),
    ],
}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return written(tmp_path / "dl/internet", ITEMS)


def written(folder: Path, items: dict[str, list[tuple[str, str, str, str]]], lang: str = "vi") -> Path:
    """Write parts as a build writes them, and the page by which an edition is known."""
    (folder / "tim-kiem" / lang).mkdir(parents=True)
    (folder / "tim-kiem/index.html").write_text("")
    for month, some in items.items():
        told = [
            {"id": name, "url": f"tin/{name}/", "title": title, "summary": say, "more": "", "text": text}
            for name, title, say, text in some
        ]
        (folder / f"tim-kiem/{lang}/{month}.json").write_text(json.dumps(told), "utf-8")
    return folder


def ids(site: Path, query: str) -> list[str]:
    return [one.id for one in search(site, query).results]


def test_marks_may_be_left_out_but_count_where_they_are_given(site: Path) -> None:
    assert set(ids(site, "duong")) == {"duong-le-loi", "duong-ho"}
    assert ids(site, "đường") == ["duong-le-loi", "duong-ho"]
    assert ids(site, "DƯỠNG") == ["duong-ho", "duong-le-loi"]


def test_both_places_of_a_tone_are_one_word(site: Path) -> None:
    assert [one.score for one in search(site, "ủy ban").results] == [
        one.score for one in search(site, "uỷ ban").results
    ]
    assert ids(site, "Ủy ban") == ["duong-le-loi"]


@pytest.mark.parametrize("query", ["07/2011/QĐ-UBND", "07/2011", "7/2011", "QD-UBND", "2011/qđ-ubnd", "3/6/2011"])
def test_a_number_is_found_whole_and_by_its_parts(site: Path, query: str) -> None:
    assert ids(site, query) == ["quy-che"]


def test_words_that_stand_side_by_side_come_first(site: Path) -> None:
    assert ids(site, "khai sinh") == ["khai-sinh", "ho-tich"]
    assert ids(site, "hộ tịch")[0] == "ho-tich"


def test_where_nothing_has_all_words_those_that_have_most_are_told_as_such(site: Path) -> None:
    found = search(site, "đăng ký khai sinh nhanh")
    assert ([one.id for one in found.results], found.partial) == (["khai-sinh"], True)
    assert not search(site, "khai sinh").partial
    assert search(site, "đăng nhanh chóng gọn lẹ").total == 0


@pytest.mark.parametrize("query", ["", "  ", "?!", "🙂", "xyz", "* -- +", "đường" * 3000, "title:cấm~2^9 *"])
def test_any_query_has_an_answer(site: Path, query: str) -> None:
    assert search(site, query).total == len(search(site, query).results)


def test_a_query_is_cut_so_that_it_costs_little(site: Path) -> None:
    assert search(site, "cấm " * 50 + "không-có-chữ-này").total == search(site, "cấm").total


def test_a_language_is_searched_by_itself(site: Path) -> None:
    written(site.parent / "khac", {})
    (site / "tim-kiem/zh").mkdir()
    (site / "tim-kiem/zh/2026-11.json").write_text(
        json.dumps([{"id": "zh", "url": "zh/a/", "title": "广宁省人民政府", "summary": "", "more": "", "text": ""}]),
        "utf-8",
    )
    assert [one.id for one in search(site, "人民", "zh").results] == ["zh"]
    assert search(site, "人民").total == 0
    assert search(site, "a", "en").total == 0


def test_what_is_no_edition_is_refused(tmp_path: Path, site: Path) -> None:
    with pytest.raises(CongboError) as caught:
        search(tmp_path, "a")
    assert caught.value.message.key == "search.no_site"


@pytest.mark.parametrize(
    "spoilt", ["", '{"id": 1}', "null", "[1]", '[{"id": "a"}]', "[" * 100_000, '[{"id": 1, "title": 2}]']
)
def test_a_part_that_is_no_part_is_refused(site: Path, spoilt: str) -> None:
    (site / "tim-kiem/vi/2026-11.json").write_text(spoilt)
    with pytest.raises(CongboError) as caught:
        search(site, "a")
    assert caught.value.message.key == "search.bad_part"


# ---- the order


def tokens(text: str) -> Iterator[str]:
    """All words and pairs of a text, in both forms, as an index of everything would have them."""
    exact = [one.exact for one in words(text)]
    for word in exact:
        yield from (folded(word), f"={word}")
    for before, after in pairwise(exact):
        yield from (f"{folded(before)} {folded(after)}", f"={before} {after}")


def test_the_scores_are_those_of_an_index_of_all_words() -> None:
    texts = [list(one[1:]) for some in ITEMS.values() for one in some]
    whole = Builder()
    whole.ref("ref")
    for name, weight in FIELDS.items():
        whole.field(name, boost=weight)
    for number, some in enumerate(texts):
        whole.add({"ref": number, **{name: list(tokens(text)) for name, text in zip(FIELDS, some, strict=True)}})
        for name, text in zip(FIELDS, some, strict=True):
            whole.field_lengths[f"{name}/{number}"] = len(list(words(text)))
    index = whole.build()
    for query in ("khai sinh", "cấm đường", "sinh", "ủy ban nhân dân", "số 7", "hộ"):
        terms = terms_of(query)
        asked = index.create_query()
        for term in terms:
            asked.term(term.name, boost=term.weight, use_pipeline=False)
        expected = {int(one["ref"]): round(one["score"], 9) for one in index.query(asked)}
        counts = [tuple(counted(text, firsts(terms)) for text in some) for some in texts]
        found = {number: round(score, 9) for number, score in scores(counts, terms).items()}
        assert found == expected
        assert found
