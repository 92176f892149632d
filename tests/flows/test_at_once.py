"""What cannot wait: one person takes an item down, stops a release, puts up a banner; with real git and real signatures."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from congbo.__main__ import main
from support.repositories import git
from support.served import CHIEF, CLERK, DEPUTY, NOW, OFFICE, Served, news, served

REASON = "Bài nêu số điện thoại riêng của một hộ dân."
KHAN = "khan: {role: truong_ban, within: {hours: 24}, decided_by: truong_ban, decision: 07/QĐ-BBT, from: 2026-01-01}\n"
TODAY = "2026-11-22T10:00:00+07:00"


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Served:
    """A server whose register has begun, and a desk beside it."""
    made = served(tmp_path_factory.mktemp("khan"))
    git(made.desk, "remote", "add", "origin", f"file://{made.server}")
    return made


@pytest.fixture
def run(place: Served, monkeypatch: pytest.MonkeyPatch):
    """Run a verb on the desk as a person who signs with their own key."""

    def as_person(who: str, *words: str, at: str = NOW) -> int:
        monkeypatch.setenv("CONGBO_USER", who)
        own = ["--as", who, "--key", str(place.keys[who]), "--yes", "--at", at]
        return main(["review", words[0], "-C", str(place.desk), *words[1:], *own])

    return as_person


def items(place: Served) -> list[tuple[str, str, str]]:
    """Return id, title and path of some items that the ward shows."""
    git(place.desk, "fetch", "-q", "origin")
    folder = place.desk / "content" / "dl" / "tin-tuc-su-kien" / "2019"
    found = []
    for file in sorted(folder.glob("*.md")):
        text = file.read_text("utf-8")
        id_, title = (re.search(f"^{key}: (.+)$", text, re.MULTILINE)[1] for key in ("id", "title"))
        found.append((id_, title, str(file)))
    return found


def built(place: Served, folder: Path) -> Path:
    """Build what the server's main branch shows and return the edition's folder."""
    words = ["--rev", "refs/remotes/origin/main", "--at", TODAY, "--portal", "dl", "--out", str(folder)]
    git(place.desk, "fetch", "-q", "origin", "+refs/heads/main:refs/remotes/origin/main")
    assert main(["build", "-C", str(place.desk), *words]) == 0
    return folder / "dl" / "internet"


def counted(site: Path) -> str:
    """Return the page where everybody can read what was decided at once."""
    return (site / "quy-che" / "index.html").read_text("utf-8")


def test_the_head_takes_an_item_down_in_one_command(place: Served, run, tmp_path: Path) -> None:
    id_, title, path = items(place)[0]
    assert run(CHIEF, "takedown", id_, "--reason", REASON, "--basis", "Điều 8") == 0
    site = built(place, tmp_path / "site")
    page = site / "tin-tuc-su-kien" / "2019" / Path(path).stem / "index.html"
    text = page.read_text("utf-8")
    assert REASON in text
    assert "noindex" in text
    elsewhere = [
        str(file.relative_to(site))
        for file in site.rglob("*")
        if file.is_file() and file.suffix in (".html", ".xml", ".json", ".txt") and title in file.read_text("utf-8")
    ]
    assert elsewhere == []
    listed = [str(file) for file in site.rglob("*.xml") if Path(path).stem in file.read_text("utf-8")]
    assert listed == []
    assert {file.name for file in page.parent.iterdir()} == {"index.html"}
    assert REASON in counted(site)


def test_nobody_else_takes_anything_down(place: Served, run, capsys: pytest.CaptureFixture[str]) -> None:
    before = place.refs()
    assert run(CLERK, "takedown", items(place)[1][0], "--reason", REASON) == 1
    assert run(DEPUTY, "takedown", items(place)[1][0], "--reason", REASON) == 1
    assert "Trưởng Ban Biên tập" in capsys.readouterr().err
    assert place.refs() == before


def test_an_item_that_is_not_there(place: Served, run, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(CHIEF, "takedown", "dl-2099-0001", "--reason", REASON) == 2
    assert "dl-2099-0001" in capsys.readouterr().err


def test_without_a_reason_nothing_is_taken_down(place: Served, run) -> None:
    with pytest.raises(SystemExit) as left:
        run(CHIEF, "takedown", items(place)[1][0])
    assert left.value.code == 2


BANNER = (
    "banner",
    "--portal",
    "dl",
    "--text",
    "Bão số 9",
    "--until",
    "2026-11-24T00:00:00+07:00",
    "--reason",
    "Công điện.",
)


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        ((*BANNER, "--key", "/etc/passwd"), 2, "/etc/passwd"),
        ((*BANNER, "--key", OFFICE), 1, OFFICE),
        ((*BANNER, "--until", "2026-11-22T09:00:00+07:00"), 2, "--until"),
        ((*BANNER, "--until", "2001-01-01T00:00:00+07:00"), 2, "--until"),
        ((*BANNER, "--text", " "), 2, "--text"),
        ((*BANNER, "--reason", ""), 2, "--reason"),
        ((*BANNER, "--remote", "khong-co"), 2, "khong-co"),
    ],
    ids=["no key", "the key of another", "now", "past", "no text", "no reason", "no server"],
)
def test_what_cannot_be_signed_leaves_nothing_behind(
    place: Served, monkeypatch: pytest.MonkeyPatch, capsys, words: tuple[str, ...], code: int, said: str
) -> None:
    before, here = place.refs(), git(place.desk, "for-each-ref", "refs/heads", "refs/congbo")
    monkeypatch.setenv("CONGBO_USER", CHIEF)
    words = tuple(str(place.keys[OFFICE]) if word == OFFICE else word for word in words)
    own = ("--as", CHIEF, "--yes", "--at", NOW, *(() if "--key" in words else ("--key", str(place.keys[CHIEF]))))
    assert main(["review", words[0], "-C", str(place.desk), *words[1:], *own]) == code
    assert said in capsys.readouterr().err
    assert place.refs() == before
    assert git(place.desk, "for-each-ref", "refs/heads", "refs/congbo") == here


def test_whoever_does_not_agree_leaves_nothing_behind(place: Served, monkeypatch: pytest.MonkeyPatch, capsys) -> None:
    before = place.refs()
    monkeypatch.setenv("CONGBO_USER", CHIEF)
    own = ("--as", CHIEF, "--key", str(place.keys[CHIEF]), "--at", NOW)
    assert main(["review", BANNER[0], "-C", str(place.desk), *BANNER[1:], *own]) == 1
    assert "--yes" in capsys.readouterr().err
    assert place.refs() == before


def test_before_the_register_begins_nothing_is_handed_in(place: Served, tmp_path: Path, capsys) -> None:
    desk, server = tmp_path / "ban", tmp_path / "kho.git"
    git(tmp_path, "clone", "-q", str(place.desk), str(desk))
    git(desk, "checkout", "-q", "-B", "main", "origin/main")
    assert main(["server", "init", str(server), "--from", str(desk)]) == 0
    git(desk, "remote", "set-url", "origin", f"file://{server}")
    before = git(server, "for-each-ref")
    own = ("--as", CHIEF, "--key", str(place.keys[CHIEF]), "--yes", "--at", NOW)
    assert main(["review", BANNER[0], "-C", str(desk), *BANNER[1:], *own]) == 2
    assert "congbo server genesis" in capsys.readouterr().err
    assert git(server, "for-each-ref") == before


def test_a_banner_stands_on_every_page(place: Served, run, tmp_path: Path) -> None:
    words = ("--portal", "dl", "--text", "Bão số 9 đổ bộ đêm nay <b>", "--until", "2026-11-24T00:00:00+07:00")
    assert run(CHIEF, "banner", *words, "--reason", "Công điện.") == 0
    site = built(place, tmp_path / "site")
    pages = [file for file in site.rglob("*.html") if 'http-equiv="refresh"' not in file.read_text("utf-8")]
    assert len(pages) > 20
    assert [p for p in pages if "Bão số 9 đổ bộ đêm nay &lt;b&gt;" not in p.read_text("utf-8")] == []
    assert "Công điện." in counted(site)


def test_two_people_editing_one_item_are_told(place: Served, run, capsys: pytest.CaptureFixture[str]) -> None:
    path = str(Path(items(place)[2][2]).relative_to(place.desk))
    text = (place.desk / path).read_text("utf-8")
    for branch in ("sua-mot", "sua-hai"):
        note = f'ghi_chu_sua_doi: [{{ngay: 2026-11-22, noi_dung: "Thêm câu của {branch}."}}]\ntype: tin_bai'
        place.commit(branch, path, text.replace("type: tin_bai", note) + f"\nThêm một câu của {branch}.\n")
        assert place.push(branch).code == 0
    capsys.readouterr()
    assert main(["review", "status", "-C", str(place.desk), "--at", NOW, "--format", "json"]) == 0
    told = {one["change"]: one for one in json.loads(capsys.readouterr().out)["changes"]}
    (one,) = [told[id_] for id_ in told if "sua-mot" in id_]
    assert [(o["paths"], "sua-hai" in o["change"]) for o in one["overlaps"]] == [([path], True)]
    assert one["state"] == "submitted"
    assert main(["review", "show", "sua-hai", "-C", str(place.desk), "--at", NOW]) == 0
    assert "sua-mot" in capsys.readouterr().out


def test_an_emergency_publication_and_the_signatures_that_follow(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    place = served(tmp_path, rule=KHAN)
    desk = ("-C", str(place.desk))
    git(place.desk, "remote", "add", "origin", f"file://{place.server}")
    place.commit("khan-cap")
    assert place.push("khan-cap").code == 0

    def sign(person: str, verb: str, *words: str) -> int:
        monkeypatch.setenv("CONGBO_USER", person)
        own = ("--as", person, "--key", str(place.keys[person]), "--yes", "--at", NOW)
        return main(["review", verb, "khan-cap", *desk, *words, *own])

    assert sign(CHIEF, "emergency", "--reason", "Lệnh sơ tán.") == 0
    soon, late = "2026-11-22T20:00:00+07:00", "2026-11-23T10:00:00+07:00"
    assert main(["review", "status", *desk, "--at", soon]) == 0
    assert main(["review", "status", *desk, "--at", late]) == 1
    text = (built(place, tmp_path / "site") / "quy-che" / "index.html").read_text("utf-8")
    assert "Đăng khẩn" in text
    assert "Lệnh sơ tán." in text
    assert "còn thiếu 3 bước ký" in text
    (item,) = (tmp_path / "site").rglob("ra-quan/index.html")
    assert item.is_file()

    git(place.desk, "checkout", "-q", "--detach", "refs/remotes/origin/main")
    capsys.readouterr()
    assert main(["check", *desk, "--today", "2026-11-24"]) == 0
    told = capsys.readouterr().err
    assert "QUÁ HẠN" in told
    assert "[CB-20]" in told
    published = place.refs()["refs/heads/main"]
    assert sign(DEPUTY, "approve") == 0
    assert main(["check", *desk, "--today", "2026-11-24"]) == 0
    assert "còn thiếu 2 bước ký" in capsys.readouterr().err
    assert sign(CLERK, "approve") == 1, "who wrote it is no other pair of eyes afterwards either"
    assert sign(CHIEF, "approve") == 0
    assert sign(OFFICE, "publish") == 0
    assert place.refs()["refs/heads/main"] == published, "it was published already"
    assert main(["review", "status", *desk, "--at", late]) == 0
    capsys.readouterr()
    assert main(["check", *desk, "--today", "2026-11-24"]) == 0
    assert "CB-20" not in capsys.readouterr().err


def test_without_a_rule_there_is_no_emergency(place: Served, run, capsys: pytest.CaptureFixture[str]) -> None:
    place.commit("khong-khan", "content/dl/tin-tuc-su-kien/2026/khac.md", news(more="").replace("9001", "9077"))
    assert place.push("khong-khan").code == 0
    assert run(CHIEF, "emergency", "khong-khan", "--reason", "Vội.") == 1
    assert "khan" in capsys.readouterr().err
