"""The incremental build: whatever happens to a repository, it shows what a build from the beginning shows (ADR 20).

``make same`` runs two hundred histories; here are a few.
"""

from __future__ import annotations

import re
import shutil
import sqlite3
from datetime import timedelta
from pathlib import Path

import pytest

from congbo.errors import CongboError
from congbo.site import search_facts
from support.histories import START, Past, past_of, small_repository
from support.photos import jpeg
from support.renewed import Shown, differing
from support.repositories import NEWS, git

_LINE = search_facts._line


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small_repository(tmp_path_factory.mktemp("ba-cong") / "kho")


@pytest.fixture
def past(small: Path, tmp_path: Path) -> Past:
    root = tmp_path / "kho"
    shutil.copytree(small, root, symlinks=True)
    return past_of(root, 0)


@pytest.fixture(scope="session")
def published(small: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Shown]:
    """The same, published once, with what readers see of it; not to be changed."""
    root, shown = tmp_path_factory.mktemp("da-cong-bo") / "kho", Shown()
    shutil.copytree(small, root, symlinks=True)
    shown.publish(root, START)
    return root, shown


@pytest.fixture
def standing(published: tuple[Path, Shown], tmp_path: Path) -> tuple[Past, Shown]:
    """A repository that was published, of one's own, and what readers see of it."""
    root, shown = published
    shutil.copytree(root, tmp_path / "kho", symlinks=True)
    return past_of(tmp_path / "kho", 0), Shown(dict(shown.files), set(shown.written), shown.releases)


@pytest.mark.parametrize("seed", [3, 7])
def test_step_by_step_is_as_at_once(past: Past, seed: int) -> None:
    past, shown, happened = past_of(past.root, seed), Shown(), []
    shown.publish(past.root, past.at)
    for _ in range(3):
        happened += [past.step(), past.step()]
        differs = differing(past.root, shown, past.at)
        if differs is None:
            return
        assert differs == [], happened


def test_a_large_publication_between_two_small_ones_leaves_no_stale_line(
    standing: tuple[Past, Shown], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of one month: an edit whose lines are kept, one that is worked out without lines, and one that uses them again."""
    past, shown = standing
    first = past.root / "content/dl/tin-tuc-su-kien/2026"
    pages = [first / f"cung-thang-{number}.md" for number in range(2)]
    for number, page in enumerate(pages):
        page.parent.mkdir(exist_ok=True)
        text = NEWS.format(title=f"Cùng tháng {number}", more="").replace("dl-2026-9001", f"dl-2026-900{number}")
        page.write_text(text, "utf-8")
    steps = (("", 0, False), ("Hai ", 1, False), ("Ba ", 0, True), ("Bốn ", 1, False))
    for word, which, large in steps:
        text = pages[which].read_text("utf-8")
        pages[which].write_text(text.replace("Cùng tháng", f"{word}Cùng tháng", 1), "utf-8")
        past.commit("sửa")
        with monkeypatch.context() as patch:
            if large:
                patch.setattr("congbo.site.renewal.edition.WORTH_PROCESSES", 1)
            assert differing(past.root, shown, past.at) == []
        part = next(
            data for path, (data, _) in shown.files.items() if "tim-kiem" in path and "Cùng tháng".encode() in data
        )
        assert f"{word}Cùng tháng {which}".encode() in part


def test_a_second_item_of_a_month_is_one_line_more(
    standing: tuple[Past, Shown], monkeypatch: pytest.MonkeyPatch
) -> None:
    past, shown = standing
    page = next((past.root / "content/dl/tin-tuc-su-kien").rglob("*.md"))
    told: list[str] = []
    monkeypatch.setattr(search_facts, "_line", lambda index, path: told.append(path) or _LINE(index, path))
    for number in range(2):
        told.clear()
        page.write_text(page.read_text("utf-8").replace("title: ", f"title: Lần {number}, ", 1), "utf-8")
        past.commit("sửa")
        assert shown.publish(past.root, past.at) is False
    assert told == [page.relative_to(past.root).as_posix()]


def test_an_edit_touches_the_pages_that_show_it(standing: tuple[Past, Shown]) -> None:
    """The page, its section, month, feeds, part of the search and home; no page of another section, and no other portal."""
    past, shown = standing
    page = next((past.root / "content/dl/tin-tuc-su-kien").rglob("*.md"))
    page.write_text(page.read_text("utf-8").replace("title: ", "title: Mới, ", 1), "utf-8")
    past.commit("sửa")
    assert shown.publish(past.root, past.at) is False
    others = {path for path in shown.written if not path.startswith("dl/internet/")}
    assert others == {"index.html"}
    kinds = {path.split("/")[2] for path in shown.written if path.startswith("dl/internet/")}
    assert kinds <= {"tin-tuc-su-kien", "du-lieu-mo", "index.html", "atom.xml", "sitemap", "tim-kiem"}
    assert (
        sum(path.endswith(".json") for path in others ^ shown.written) == 2
    )  # a part of the search, a part of the data
    assert f"dl/internet/tin-tuc-su-kien/{page.parent.name}/{page.stem}/index.html" in shown.written
    assert sum("sitemap" in path for path in shown.written) == 1


def test_a_new_document_touches_its_front_its_four_facets_its_month_and_its_data(standing: tuple[Past, Shown]) -> None:
    """QN-14.4#2. Of the register nothing else: no older document, no other value of a facet, no other month."""
    past, shown = standing
    page = past.root / "content/qn/van-ban-phap-quy/2017/9001-2017-qd-ubnd.md"
    text = page.read_text("utf-8").replace("9001/2017/QĐ-UBND", "9100/2017/QĐ-UBND")
    text = text.replace("id: qn-2017-", "id: qn-2017-9", 1).replace("published: 2017-", "published: 2018-", 1)
    before = dict(shown.files)
    page.with_name("9100-2017-qd-ubnd.md").write_text(re.sub(r"(?m)^tep_dinh_kem:.*\n", "", text), "utf-8")
    past.commit("quyết định mới")
    assert shown.publish(past.root, past.at) is False
    at = "qn/internet/van-ban-phap-quy/"
    written = {path.removeprefix(at) for path in shown.written if path.startswith(at)}
    facets = {"linh-vuc/giao-thong", "nam/2017", "co-quan/ubnd-tinh-quang-ninh", "hinh-thuc/quyet-dinh"}
    assert {path for path in written if path.startswith("loc/")} == {f"loc/{facet}/index.html" for facet in facets}
    assert {path for path in written if path.startswith("2017/")} == {"2017/9100-2017-qd-ubnd/index.html"}
    rest = {path for path in written if not path.startswith(("loc/", "2017/", "luu-tru/"))}
    assert rest == {"index.html", "atom.xml", "du-lieu/2017.json", "hieu-luc/index.html", "hieu-luc/2017/index.html"}
    month = re.findall(r"published: (2018-\d\d)", text)[0]
    assert f"luu-tru/{month}/index.html" in written
    maps = {path for path, file in shown.files.items() if "sitemap" in path and file != before.get(path)}
    assert maps == {"qn/internet/sitemap.xml", f"qn/internet/sitemap/{month}.xml"}
    assert differing(past.root, shown, past.at) == []


def test_a_picture_touches_its_item_and_what_shows_it_and_its_sizes_come_and_go(standing: tuple[Past, Shown]) -> None:
    past, shown = standing
    page = next((past.root / "content/dl/tin-tuc-su-kien").rglob("*.md"))
    own, kept = f"dl/internet/tin-tuc-su-kien/{page.parent.name}/{page.stem}/", past.root / ".git/congbo/pictures"
    file, text = page.with_suffix("") / "mua.jpg", page.read_text("utf-8")
    file.parent.mkdir(exist_ok=True)
    for width, sizes in ((900, {"360.webp", "720.webp", "900.webp", "720.jpg"}), (300, {"300.webp", "300.jpg"})):
        file.write_bytes(jpeg(width, 200))
        page.write_text(f"{text}\n![Đồng lúa](mua.jpg)\n", "utf-8")
        past.commit("ảnh")
        assert shown.publish(past.root, past.at) is False
        drawn = {
            path.removeprefix(f"{own}co-anh/mua.jpg.") for path in shown.files if path.startswith(f"{own}co-anh/mua")
        }
        assert drawn == sizes
        assert all(
            shown.files[f"{own}co-anh/mua.jpg.{size}"][1] == shown.files[f"{own}index.html"][1] for size in sizes
        )
    known = {one.name for one in kept.rglob("*") if one.is_file()}
    page.write_text(f"{text}\n![Đồng lúa](mua.jpg)\n\nThêm.\n", "utf-8")
    past.commit("chữ")
    shown.publish(past.root, past.at)
    assert {one.name for one in kept.rglob("*") if one.is_file()} == known
    assert differing(past.root, shown, past.at) == []


def test_nothing_new_touches_nothing(standing: tuple[Past, Shown]) -> None:
    past, shown = standing
    before = dict(shown.files)
    assert shown.publish(past.root, past.at + timedelta(minutes=1)) is False
    assert shown.written == {"index.html"}
    assert shown.files == before


def test_the_moment_of_an_item_touches_what_shows_it(past: Past) -> None:
    page = next((past.root / "content/dl/tin-tuc-su-kien").rglob("*.md"))
    when = START + timedelta(hours=5)
    text = page.read_text("utf-8").replace("\n---\n", f"\nexpires_at: {when.isoformat()}\n---\n", 1)
    page.write_text(text, "utf-8")
    past.commit("hết hạn")
    shown, file = Shown(), f"dl/internet/tin-tuc-su-kien/{page.parent.name}/{page.stem}/index.html"
    shown.publish(past.root, START)
    assert file in shown.files
    assert shown.publish(past.root, when - timedelta(seconds=1)) is False
    assert shown.written == {"index.html"}
    assert differing(past.root, shown, when) == []
    assert file not in shown.files


def test_rows_of_another_release_are_not_used(standing: tuple[Past, Shown]) -> None:
    past, shown = standing
    shown.releases = 7
    assert shown.publish(past.root, past.at) is True


@pytest.mark.parametrize("spoilt", [b"", b"khong phai co so du lieu", "half"])
def test_rows_that_are_damaged_are_worked_out_anew(standing: tuple[Past, Shown], spoilt: bytes | str) -> None:
    past, shown = standing
    file = past.root / ".git/congbo/site.sqlite"
    data = file.read_bytes()
    file.write_bytes(data[: len(data) // 2] if isinstance(spoilt, str) else spoilt)
    git(past.root, "commit", "-q", "--allow-empty", "-m", "không")
    assert differing(past.root, shown, past.at) == []


def test_a_row_that_was_altered_is_noticed(standing: tuple[Past, Shown]) -> None:
    past, shown = standing
    with sqlite3.connect(past.root / ".git/congbo/site.sqlite") as rows:
        rows.execute("UPDATE item SET value = X'80054b2a2e'")
    page = next((past.root / "content/dl/tin-tuc-su-kien").rglob("*.md"))
    page.write_text(page.read_text("utf-8") + "\nThêm.\n", "utf-8")
    assert differing(past.root, shown, past.at) == []


def test_an_edition_that_is_given_up_goes(standing: tuple[Past, Shown]) -> None:
    past, shown = standing
    assert any(path.startswith("hd/internet/") for path in shown.files)
    portal = past.root / "policies/portals/hd.yml"
    kept = [line for line in portal.read_text("utf-8").splitlines() if not line.strip().startswith("internet:")]
    portal.write_text("\n".join(kept) + "\n", "utf-8")
    past.commit("thôi bản internet")
    assert differing(past.root, shown, past.at) == []
    assert not any(path.startswith("hd/internet/") for path in shown.files)


def test_a_font_that_is_given_up_goes_everywhere(past: Past) -> None:
    spare = past.root / "theme/static/fonts/du-phong.woff2"
    spare.write_bytes(b"phong")
    past.commit("thêm phông")
    shown = Shown()
    shown.publish(past.root, past.at)
    assert "fonts/du-phong.woff2" in shown.files
    spare.unlink()
    past.commit("bớt phông")
    assert differing(past.root, shown, past.at) == []
    assert not any(path.endswith("du-phong.woff2") for path in shown.files)


def test_an_item_without_its_page_is_noticed(standing: tuple[Past, Shown]) -> None:
    """What is built upon must be whole: a row of an output that is lost does not pass for a page that is not wanted."""
    past, shown = standing
    with sqlite3.connect(past.root / ".git/congbo/site.sqlite") as rows:
        rows.execute(
            "DELETE FROM output WHERE kind = 'item' AND edition = 'dl/internet' AND owner LIKE '%tin-tuc-su-kien%'"
        )
    assert shown.publish(past.root, past.at) is True
    assert differing(past.root, shown, past.at) == []


@pytest.fixture
def several(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a dozen outputs be worth other processes."""
    monkeypatch.setattr("congbo.site.renewal.edition.WORTH_PROCESSES", 12)
    monkeypatch.setattr("congbo.site.renewal.several.WORTH_PROCESSES", 12)
    monkeypatch.setattr("congbo.site.renewal.several.A_BATCH", 5)


def repainted(past: Past, words: str) -> None:
    base = past.root / "theme/templates/base.html"
    base.write_text(base.read_text("utf-8").replace("</body>", f"{words}\n</body>"), "utf-8")
    past.commit("giao diện")


@pytest.mark.usefixtures("several")
def test_another_theme_is_put_on_in_several_processes(standing: tuple[Past, Shown]) -> None:
    """With it an item gets another title: what the processes read is what this publication has written."""
    past, shown = standing
    page = next((past.root / "content/dl/tin-tuc-su-kien").rglob("*.md"))
    page.write_text(page.read_text("utf-8").replace("title: ", "title: Mới, ", 1), "utf-8")
    repainted(past, "<!-- mới -->")
    assert differing(past.root, shown, past.at) == []
    assert all(
        b"<!-- m" in shown.files[path][0] for path in shown.files if path.endswith("/tin-tuc-su-kien/index.html")
    )


@pytest.mark.parametrize(
    ("line", "later"),
    [
        ("expires_at: {}", timedelta(hours=2)),
        ("editions: [wan]", timedelta()),
        ("publish_at: {}", timedelta()),
    ],
)
def test_a_link_to_what_is_not_shown_leads_nowhere_until_it_is(
    standing: tuple[Past, Shown], line: str, later: timedelta
) -> None:
    """Without that the clock alone would make a link that leads nowhere, and the next publication of all would be refused."""
    past, shown = standing
    first, second = sorted((past.root / "content/hd").rglob("*.md"))[:2]
    address = "/".join((*second.parts[-3:-1], second.stem))
    text = first.read_text("utf-8")
    first.write_text(f"{text}\nXem [bài kia](/{address}/) và [về đầu](/).\n", "utf-8")
    past.commit("dẫn tới")
    assert differing(past.root, shown, past.at) == []
    page = f"hd/internet/{first.parts[-3]}/{first.parts[-2]}/{first.stem}/index.html"
    assert f'<a href="/{address}/">bài kia</a>' in shown.files[page][0].decode()
    before = second.read_text("utf-8")
    said = line.format((past.at + timedelta(hours=1)).isoformat())
    second.write_text(before.replace("\n---\n", f"\n{said}\n---\n", 1), "utf-8")
    past.commit("thôi")
    past.at += later
    assert differing(past.root, shown, past.at) == []
    assert '<a>bài kia</a> và <a href="/">về đầu</a>' in shown.files[page][0].decode()
    second.write_text(before, "utf-8")
    past.commit("lại có")
    assert differing(past.root, shown, past.at) == []
    assert f'<a href="/{address}/">bài kia</a>' in shown.files[page][0].decode()


def test_a_style_works_out_no_page_again(standing: tuple[Past, Shown]) -> None:
    """But those that show the theme itself; a template works out those that are filled from it, data none at all."""
    past, shown = standing
    with (past.root / "theme/styles/90-settings.css").open("a") as style:
        style.write("b { margin: 0 }\n")
    past.commit("kiểu")
    assert shown.publish(past.root, past.at) is False
    assert "dl/internet/theme/portal.css" in shown.written
    pages = {path.split("/", 2)[-1] for path in shown.written if path.endswith("/index.html")}
    assert pages == {"thanh-phan/index.html", "thanh-phan/trang/index.html"}
    repainted(past, "<!-- mới -->")
    assert differing(past.root, shown, past.at) == []
    assert not any(path.endswith((".json", ".csv", ".ics")) for path in shown.written)


def test_a_style_that_is_not_committed_works_out_no_page_again_either(standing: tuple[Past, Shown]) -> None:
    past, shown = standing
    for commit in (False, True):
        with (past.root / "theme/styles/90-settings.css").open("a") as style:
            style.write("b { margin: 0 }\n")
        if commit:
            past.commit("kiểu")
        assert shown.publish(past.root, past.at) is False
        assert not any(path.endswith("/tin-tuc-su-kien/index.html") for path in shown.written)


def test_a_theme_that_goes_on_while_it_is_put_on_is_noticed_next_time(
    standing: tuple[Past, Shown], monkeypatch: pytest.MonkeyPatch
) -> None:
    past, shown = standing
    repainted(past, "<!-- một -->")
    base, put = past.root / "theme/templates/base.html", Shown.put

    def edited(self: Shown, path: str, data: bytes, source: str | None) -> None:
        put(self, path, data, source)
        base.write_text(base.read_text("utf-8").replace("<!-- một -->", "<!-- hai -->"), "utf-8")

    monkeypatch.setattr(Shown, "put", edited)
    shown.publish(past.root, past.at)
    monkeypatch.undo()
    past.commit("tiếp")
    assert differing(past.root, shown, past.at) == []


def test_other_settings_of_pelican_are_tried_from_the_beginning(standing: tuple[Past, Shown]) -> None:
    past, shown = standing
    (past.root / "pelicanconf.py").write_text("raise SystemExit(3)\n", "utf-8")
    past.commit("hỏng")
    with pytest.raises(CongboError, match=r"build\.pelican"):
        shown.publish(past.root, past.at)


@pytest.mark.usefixtures("several")
def test_what_stops_half_way_is_begun_anew(standing: tuple[Past, Shown]) -> None:
    """Rows that other processes have been let see are those of no release before this one is complete."""
    past, shown = standing
    sound = (past.root / "theme/templates/item.html").read_text("utf-8")
    (past.root / "theme/templates/item.html").write_text("{{ page.nothing }}", "utf-8")
    past.commit("hỏng")
    with pytest.raises(CongboError):
        shown.publish(past.root, past.at)
    (past.root / "theme/templates/item.html").write_text(sound, "utf-8")
    past.commit("lành")
    assert shown.publish(past.root, past.at) is True
    assert differing(past.root, shown, past.at) == []
