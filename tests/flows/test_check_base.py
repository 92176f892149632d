"""A change is judged by its base: what it brings about is shown, what was there is not; its own policies do not help."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from congbo.__main__ import main
from congbo.commands import change
from support.repositories import NEWS, TODAY, git

OLD = "content/dl/tin-tuc-su-kien/2019/khai-mac-giai-bong-chuyen-hoi-nguoi-cao-tuoi.md"
NEW = "content/dl/tin-tuc-su-kien/2026/ra-quan.md"
CLAUSE = "DL-7#2"
CLAUSES = "policies/regulations/dl/clauses.yml"
ITEM = NEWS.format(title="Ra quân làm sạch đường làng", more="")


def write(ward: Path, path: str, text: str) -> None:
    (ward / path).parent.mkdir(parents=True, exist_ok=True)
    (ward / path).write_text(text, "utf-8")


def edit(ward: Path, path: str, before: str, after: str) -> None:
    text = (ward / path).read_text("utf-8")
    assert text.count(before) == 1, (path, before)
    write(ward, path, text.replace(before, after))


def without(key: str, text: str = ITEM) -> str:
    return "".join(line for line in text.splitlines(keepends=True) if not line.startswith(f"{key}:"))


def commit(ward: Path, message: str = "thay đổi") -> None:
    git(ward, "add", "-A")
    git(ward, "commit", "-qm", message)


class Told:
    """What one run of the command said."""

    def __init__(self, code: int, out: str, err: str) -> None:
        self.code, self.out, self.err = code, out, err

    @property
    def findings(self) -> list[tuple[str, str]]:
        return [(one["rule"], one["path"]) for one in json.loads(self.out)["findings"]]

    @property
    def files(self) -> int:
        return int(json.loads(self.out)["summary"]["files"])


@pytest.fixture
def check(ward: Path, capsys: pytest.CaptureFixture[str]) -> Any:
    def run(*words: str, form: str = "json") -> Told:
        capsys.readouterr()
        code = main(["-C", str(ward), "check", *words, "--today", TODAY, "--format", form])
        return Told(code, *capsys.readouterr())

    return run


@pytest.fixture
def faulty(ward: Path) -> Path:
    """A ward whose branch ``main`` has an old fault, with a branch ``soan`` on top of it."""
    write(ward, OLD, without("don_vi", (ward / OLD).read_text("utf-8")))
    commit(ward, "lỗi cũ")
    git(ward, "checkout", "-q", "-b", "soan")
    return ward


def test_a_new_fault_is_shown_and_an_old_one_is_not(faulty: Path, check: Any) -> None:
    write(faulty, NEW, without("don_vi"))
    commit(faulty)
    told = check("--base", "main", "--head", "soan")
    assert (told.code, told.findings, told.files) == (1, [(CLAUSE, NEW)], 1)
    assert (CLAUSE, OLD) in check().findings


def test_a_clean_change_passes_beside_an_old_fault(faulty: Path, check: Any) -> None:
    write(faulty, NEW, ITEM)
    commit(faulty)
    told = check("--base", "main")
    assert (told.code, told.findings, told.files, told.err) == (0, [], 1, "")


def test_an_old_fault_in_a_file_that_the_change_touches_is_shown(faulty: Path, check: Any) -> None:
    edit(faulty, OLD, "tags: [", "tags: [tin thể thao, ")
    commit(faulty)
    assert check("--base", "main").findings == [(CLAUSE, OLD)]


def test_the_working_folder_is_the_head_unless_one_is_named(faulty: Path, check: Any) -> None:
    write(faulty, NEW, without("don_vi"))
    assert check("--base", "main").findings == [(CLAUSE, NEW)]
    told = check("--base", "main", "--head", "soan")
    assert (told.code, told.findings, told.files) == (0, [], 0)
    assert "không" in told.err.lower()


def test_ignored_files_are_no_part_of_a_change_but_what_they_break_is_said(faulty: Path, check: Any) -> None:
    write(faulty, ".gitignore", "/.congbo/\nnhap.md\n")
    write(faulty, "content/dl/tin-tuc-su-kien/2026/nhap.md", without("don_vi"))
    told = check("--base", "main")
    assert told.files == 0


def test_a_moved_file_is_touched_and_keeps_its_day(faulty: Path, check: Any) -> None:
    moved = OLD.replace("khai-mac", "khai-mac-lai")
    git(faulty, "mv", OLD, moved)
    commit(faulty)
    told = check("--base", "main")
    assert (CLAUSE, moved) in told.findings
    assert told.files == 1


def test_what_a_deletion_breaks_elsewhere_is_shown_there(ward: Path, check: Any) -> None:
    pointing = "content/dl/tin-tuc-su-kien/2026/lien-ket.md"
    address = f"/{OLD.removeprefix('content/dl/').removesuffix('.md')}/"
    write(ward, pointing, ITEM.replace("9001", "9002") + f"\n[bài cũ]({address})\n")
    commit(ward)
    git(ward, "checkout", "-q", "-b", "soan")
    git(ward, "rm", "-q", OLD)
    commit(ward)
    told = check("--base", "main")
    assert told.code == 1
    assert {path for _, path in told.findings} == {pointing, OLD}
    assert ("CB-21", OLD) in told.findings
    assert told.files == 0


def test_a_finding_about_the_portal_is_shown_if_the_base_had_it_not(ward: Path, check: Any) -> None:
    git(ward, "checkout", "-q", "-b", "soan")
    git(ward, "rm", "-rq", "content/dl/quoc-phong-an-ninh")
    commit(ward)
    lacking = ("DL-2.1", "content/dl/quoc-phong-an-ninh")
    told = check("--base", "main")
    assert told.code == 1
    assert [one for one in told.findings if one[0] != "CB-21"] == [lacking]
    write(ward, NEW, ITEM)
    assert lacking in check().findings
    assert lacking not in check("--base", "soan").findings


def test_weaker_policies_in_the_change_do_not_help_it(ward: Path, check: Any) -> None:
    git(ward, "checkout", "-q", "-b", "soan")
    write(ward, NEW, without("don_vi"))
    text = (ward / CLAUSES).read_text("utf-8")
    head, _, tail = text.partition(f'id: "{CLAUSE}"')
    write(ward, CLAUSES, f'{head}id: "{CLAUSE}"{tail.replace("don_vi", "nguon", 1)}')
    commit(ward)
    assert (CLAUSE, NEW) not in check().findings
    told = check("--base", "main")
    assert (told.code, told.findings) == (1, [(CLAUSE, NEW)])
    assert CLAUSES in told.err


def test_stricter_policies_of_the_base_bind_a_change_that_began_before_them(ward: Path, check: Any) -> None:
    git(ward, "checkout", "-q", "-b", "soan")
    write(ward, NEW, ITEM)
    commit(ward)
    git(ward, "checkout", "-q", "main")
    text = (ward / CLAUSES).read_text("utf-8")
    head, _, tail = text.partition(f'id: "{CLAUSE}"')
    write(ward, CLAUSES, f'{head}id: "{CLAUSE}"{tail.replace("don_vi", "don_vi, dia_diem", 1)}')
    commit(ward, "quy chế mới")
    told = check("--base", "main", "--head", "soan")
    assert (CLAUSE, NEW) in told.findings
    assert CLAUSES not in told.err


def test_a_change_meets_what_its_base_has_got_since(ward: Path, check: Any) -> None:
    git(ward, "checkout", "-q", "-b", "soan")
    write(ward, NEW, ITEM)
    commit(ward)
    git(ward, "checkout", "-q", "main")
    write(ward, NEW.replace("ra-quan", "bai-khac"), ITEM)
    commit(ward, "cùng mã")
    told = check("--base", "main", "--head", "soan")
    assert [rule for rule, _ in told.findings] == ["CB-5"]


def test_what_the_change_adds_is_a_draft_whenever_it_was_committed(ward: Path, check: Any) -> None:
    """Judged by the regulation of today, not of the day on which somebody wrote it on a branch of theirs."""
    git(ward, "checkout", "-q", "-b", "soan")
    write(ward, NEW, without("don_vi"))
    git(ward, "add", "-A")
    git(ward, "commit", "-qm", "cũ", when="2015-01-01T08:00:00+07:00")
    assert check("--base", "main").findings == [(CLAUSE, NEW)]


def test_policies_that_cannot_be_read_stop_the_change_but_not_the_report(ward: Path, check: Any) -> None:
    git(ward, "checkout", "-q", "-b", "soan")
    write(ward, NEW, without("don_vi"))
    edit(ward, "policies/portals/dl.yml", "\nportal: dl\n", "\nportal: dl\nnmae: x\n")
    commit(ward)
    told = check("--base", "main")
    assert (told.code, told.findings) == (2, [(CLAUSE, NEW)])
    assert re.search(r"^policies/portals/dl\.yml:\d+:1: ", told.err, re.MULTILINE)
    assert "nmae" in told.err


def test_records_of_approvals_are_no_policies(ward: Path, check: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every merge brings some: thousands of lines of policies would be read again for each."""
    monkeypatch.setattr(change, "load_policy", lambda _: pytest.fail("policies are read though none of them differs"))
    git(ward, "checkout", "-qb", "ho-so")
    write(ward, NEW, ITEM)
    write(ward, "policies/approvals/2026/11/20261122-tin-1-c830fc5a/dl--dang--dl-truong-ban--0a1b2c3d.stmt", "x\n")
    commit(ward)
    told = check("--base", "main")
    assert (told.code, told.err, told.findings) == (0, "", [])


def test_a_base_whose_policies_cannot_be_read_judges_nothing(ward: Path, check: Any) -> None:
    edit(ward, "policies/portals/dl.yml", "\nportal: dl\n", "\nportal: dl\nnmae: x\n")
    commit(ward)
    git(ward, "checkout", "-q", "-b", "soan")
    edit(ward, "policies/portals/dl.yml", "nmae: x\n", "")
    commit(ward)
    told = check("--base", "main")
    assert (told.code, json.loads(told.out)["error"]["key"]) == (2, "change.base_policies")
    assert "`main`" in told.err
    assert "nmae" in told.err


@pytest.mark.parametrize(
    ("words", "fragment"),
    [
        (("--base", "khong-co"), "`khong-co`"),
        (("--base", ""), "``"),
        (("--base", "main", "--head", "khong-co"), "`khong-co`"),
        (("--base", "main", "--head", ""), "``"),
        (("--head", "main"), "--base"),
        (("--base", "--all"), ""),
        (("--base=--all",), "`--all`"),
        (("--base", "main:content"), "main:content"),
    ],
)
def test_what_cannot_be_judged_is_refused(ward: Path, words: tuple[str, ...], fragment: str, capsys: Any) -> None:
    try:
        code = main(["-C", str(ward), "check", *words])
    except SystemExit as wrong_usage:
        code = wrong_usage.code
    assert code == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert fragment in err
    assert "Traceback" not in err


def test_two_histories_without_a_common_commit_are_refused(ward: Path, check: Any) -> None:
    git(ward, "checkout", "-q", "--orphan", "la")
    commit(ward, "kho khác")
    told = check("--base", "main")
    assert (told.code, json.loads(told.out)["error"]["key"]) == (2, "change.unrelated")
    assert "`main`" in told.err


def test_a_shallow_clone_is_refused(faulty: Path, tmp_path: Path, capsys: Any) -> None:
    git(tmp_path, "clone", "-q", "--depth", "1", faulty.as_uri(), "nong")
    assert main(["-C", str(tmp_path / "nong"), "check", "--base", "HEAD"]) == 2
    assert "--unshallow" in capsys.readouterr().err


def test_paths_and_portals_narrow_the_report(faulty: Path, check: Any) -> None:
    write(faulty, NEW, without("don_vi"))
    edit(faulty, OLD, "tags: [", "tags: [tin thể thao, ")
    assert check("--base", "main", NEW).findings == [(CLAUSE, NEW)]
    assert check("--base", "main", "content/dl/tin-tuc-su-kien/2019").findings == [(CLAUSE, OLD)]
    assert check("--base", "main", "--portal", "dl").files == 2
    assert check("--base", "main", "--portal", "hd").code == 2
    assert check("--base", "main", "khong-co.md").code == 2


def test_a_deleted_file_may_be_asked_for(ward: Path, check: Any) -> None:
    git(ward, "rm", "-q", OLD)
    told = check("--base", "main", OLD)
    assert (told.code, told.findings) == (1, [("CB-21", OLD)])


def test_names_with_blanks_quotes_and_letters_of_vietnamese_are_read(ward: Path, check: Any) -> None:
    odd = 'content/dl/tin-tuc-su-kien/2026/Bài "mới".md'
    write(ward, odd, ITEM)
    commit(ward)
    told = check("--base", "HEAD~1", "--head", "HEAD")
    assert {path for _, path in told.findings} == {odd}


def test_a_page_for_the_pull_request_has_the_questions_of_what_is_touched(faulty: Path, check: Any) -> None:
    write(faulty, NEW, without("don_vi"))
    page = check("--base", "main", form="md").out
    assert f"### `{NEW}`" in page
    assert "- [ ] " in page
    assert OLD not in page


@pytest.mark.parametrize("form", ["text", "github", "sarif", "md"])
def test_every_form_tells_the_finding(faulty: Path, check: Any, form: str) -> None:
    write(faulty, NEW, without("don_vi"))
    told = check("--base", "main", form=form)
    assert told.code == 1
    assert CLAUSE in told.out
    assert NEW in told.out
