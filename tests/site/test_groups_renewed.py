"""A project that changes its field and state, and figures that change, touch what shows them and nothing else."""

from __future__ import annotations

import re
from pathlib import Path

from support.histories import past_of, small_repository
from support.renewed import Shown, differing

FIELD = re.compile(r"(?m)^linh_vuc: (.*)$")


def test_only_what_shows_a_project_or_a_figure_is_worked_out_again(tmp_path: Path) -> None:
    past = past_of(small_repository(tmp_path / "kho"), 0)
    project, other = sorted((past.root / "content/qn/du-an").rglob("*.md"))[:2]
    fields = [FIELD.search(page.read_text("utf-8")) for page in (project, other)]
    assert fields[0]
    assert fields[1]
    assert fields[0][1] != fields[1][1]
    shown, front = Shown(), "qn/internet/du-an"
    shown.publish(past.root, past.at)
    before = dict(shown.files)
    assert f"{front}/loc/linh-vuc/{fields[0][1].replace('_', '-')}/index.html" in before
    project.write_text(FIELD.sub("linh_vuc: chinh_tri", project.read_text("utf-8")), "utf-8")
    table = next((past.root / "content/qn/thong-ke").rglob("*.csv"))
    table.write_text("Kỳ;Giá trị\n2017-01;1.224,6\n2017-02;1.300\n", "utf-8")
    past.commit("đổi lĩnh vực, số liệu")
    assert differing(past.root, shown, past.at) == []
    turned = {path for path in {*shown.files, *before} if shown.files.get(path) != before.get(path)}
    assert f"{front}/loc/linh-vuc/chinh-tri/index.html" in turned
    assert f"{front}/index.html" in turned
    figure = f"qn/internet/thong-ke/{table.parent.parent.name}/{table.parent.name}"
    assert b"1.224,6" in shown.files[f"{figure}/index.html"][0]
    assert not [path for path in turned if path.endswith(".html") and "/du-an/" not in path and figure not in path]
