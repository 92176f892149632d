"""``congbo schema``: what it prints, what it writes, what it refuses."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from congbo.__main__ import main
from congbo.facts.schema import schemas
from support.trees import ROOT, real_policy


def printed(capsys: pytest.CaptureFixture[str], *words: str) -> dict[str, object]:
    assert main(["-C", str(ROOT), "schema", *words]) == 0
    found: dict[str, object] = json.loads(capsys.readouterr().out)
    return found


def test_one_type_of_a_portal(capsys: pytest.CaptureFixture[str]) -> None:
    schema = printed(capsys, "dich_vu", "--portal", "qn-campha")
    assert schema["title"] == "Dịch vụ công"
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert "ket_qua" in schema["required"]  # type: ignore[operator]


def test_every_type_at_once(capsys: pytest.CaptureFixture[str]) -> None:
    assert set(real_policy().types.types) <= set(printed(capsys)["$defs"])  # type: ignore[call-overload]


def test_by_the_regulation_of_a_day(capsys: pytest.CaptureFixture[str]) -> None:
    before = printed(capsys, "van_ban", "--portal", "dl", "--today", "2019-09-23")
    after = printed(capsys, "van_ban", "--portal", "dl", "--today", "2019-09-24")
    assert "allOf" not in before
    assert "allOf" in after


def test_files_of_all_schemas(tmp_path: Path) -> None:
    assert main(["-C", str(ROOT), "schema", "--out", str(tmp_path / "new")]) == 0
    found = {path.name: path.read_text("utf-8") for path in (tmp_path / "new").iterdir()}
    assert found == {path.rpartition("/")[2]: text for path, text in schemas(real_policy()).items()}


def test_a_file_of_one_schema(tmp_path: Path) -> None:
    assert main(["-C", str(ROOT), "schema", "van_ban", "--portal", "dl", "--out", str(tmp_path)]) == 0
    assert [path.name for path in tmp_path.iterdir()] == ["dl-van_ban.json"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["thu_tu"], "Không có kiểu nội dung `thu_tu`"),
        (["--portal", "xx"], "Không có cổng nào tên là `xx`"),
        (["van_ban", "--portal", "dl", "--today", "hôm qua"], "2018-07-31"),
    ],
)
def test_what_there_is_not_is_refused(words: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["-C", str(ROOT), "schema", *words]) == 2
    heard = capsys.readouterr()
    assert said in heard.err
    assert heard.out == ""


def test_a_folder_that_is_a_file_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "taken").write_text("x", "utf-8")
    assert main(["-C", str(ROOT), "schema", "--out", str(tmp_path / "taken")]) == 2
    assert "Không ghi được" in capsys.readouterr().err
