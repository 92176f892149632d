"""The story: submitted, refused by the check, returned by the secretary, corrected, approved, published, verified."""

from __future__ import annotations

import secrets
from pathlib import Path

from stage import HEAD, MEMBER, SECRETARY, WRITER, OtherwiseError, Stage, told

from congbo.clock import now
from congbo.commands.review.asking import opened
from congbo.commands.review.changes import asked, place, refreshed
from congbo.dates import day_of
from congbo.history.digests import policy_digest
from congbo.history.refs import ref_at
from congbo.history.remote import fetch
from congbo.register.known import DECISIONS
from congbo.review.decision import draft, keep
from congbo.review.offers import offers

BRANCH = "tap-huan-mot-cua"
ITEM = "content/ht/tin-tuc/2026/tap-huan-mot-cua.md"
BODY = """
Sở Nội vụ tổ chức lớp tập huấn nghiệp vụ tiếp nhận hồ sơ tại bộ phận một cửa cho công chức các xã, phường, thị trấn.

Học viên được hướng dẫn cách kiểm tra thành phần hồ sơ, hẹn ngày trả kết quả và trả lời người dân khi hồ sơ còn thiếu.
"""


def front_matter(title: str, *lines: str) -> str:
    """Return a news item of the department."""
    kept = (
        "id: ht-chuyen-0001", "type: tin_bai", f"title: {title}",
        "summary: Lớp tập huấn nghiệp vụ một cửa cho công chức cấp xã.",
        *lines,
    )  # fmt: skip
    return "---\n" + "\n".join(kept) + f"\n---\n{BODY}"


DRAFT = (
    "authors: [Chuyên viên Phòng Cải cách hành chính]", "don_vi: ht-phong-cchc", "the_loai: tin", "nguon_goc: tu_viet",
    "nguon: Phòng Cải cách hành chính", "phan_loai_mat: khong_mat",
)  # fmt: skip
FIELDS = (*DRAFT, "nguoi_chiu_trach_nhiem: Trưởng phòng Cải cách hành chính")


def play(stage: Stage) -> None:
    """Play the story from the first draft to the page that anybody can verify."""
    _submitted(stage)
    _returned(stage)
    _approved(stage)
    _published(stage)
    _verified(stage)


def write(stage: Stage, text: str, message: str, *more: str) -> None:
    """Commit the item in the writer's repository; ``more``: further words of ``git commit``."""
    home = stage.home(WRITER)
    (home / ITEM).parent.mkdir(parents=True, exist_ok=True)
    (home / ITEM).write_text(text, "utf-8")
    stage.git(home, "add", "--all")
    stage.git(home, "commit", "--quiet", f"--message={message}", *more)


def begin(stage: Stage, branch: str) -> None:
    """Let the writer begin a new branch at the newest version of the portal."""
    home = stage.home(WRITER)
    fetch(home, "origin", ["+refs/heads/main:refs/remotes/origin/main"])
    stage.compare(stage.git(home, "switch", "--quiet", "--create", branch, "refs/remotes/origin/main"), 0, "", branch)


def through(stage: Stage, branch: str) -> None:
    """Take a submitted change up to the head's approval, without showing what was seen before."""
    for person in (SECRETARY, SECRETARY, MEMBER):
        stage.expect(0, "review", "approve", branch, "--yes", who=person, show=False)
    by_passkey(stage, branch)


def _submitted(stage: Stage) -> None:
    told("1. Chuyên viên nộp tin; phần mềm kiểm tra, không nhận và giải thích")
    begin(stage, BRANCH)
    write(stage, front_matter("Tập huấn nghiệp vụ một cửa", *DRAFT), "Tin tập huấn")
    stage.expect(1, "review", "submit", who=WRITER, says="Máy chủ không nhận")
    told("2. Bổ sung các dòng còn thiếu và nộp lại")
    write(stage, front_matter("Tập huấn nghiệp vụ một của", *FIELDS), "Bổ sung theo hướng dẫn")
    stage.expect(0, "review", "submit", who=WRITER, says="Tiếp nhận")


def _returned(stage: Stage) -> None:
    told("3. Thư ký tiếp nhận, thấy tựa đề sai chính tả và trả lại kèm lý do")
    stage.expect(0, "review", "approve", BRANCH, "--yes", who=SECRETARY)
    reason = "Tựa đề viết “một của”, phải là “một cửa”."
    words = ("--step", "tra_lai", "--reason", reason, "--yes")
    stage.expect(0, "review", "return", BRANCH, *words, who=SECRETARY, says="Gửi lại")
    told("4. Chuyên viên sửa và gửi lại")
    write(stage, front_matter("Tập huấn nghiệp vụ một cửa", *FIELDS), "Sửa tựa đề")
    stage.expect(0, "review", "submit", who=WRITER, says="Tiếp nhận")


def _approved(stage: Stage) -> None:
    told("5. Tiếp nhận, biên tập, kiểm duyệt: mỗi người một khóa")
    for person in (SECRETARY, SECRETARY, MEMBER):
        stage.expect(0, "review", "approve", BRANCH, "--yes", who=person)
    told("6. Trưởng ban phê duyệt bằng khóa trên điện thoại (passkey)")
    by_passkey(stage)
    stage.expect(0, "review", "show", BRANCH, who=HEAD, says="Phê duyệt")


def by_passkey(stage: Stage, branch: str = BRANCH) -> None:
    """Let the head approve as the desk does it: the browser's assertion becomes a signature of SSH."""
    where = place(stage.home(HEAD))
    refreshed(where)
    found = opened(asked(where, branch), now())
    person = found.policy.people.person(HEAD)
    every = offers(found.policy, found.change, found.aftermath, found.verdict, HEAD, day_of(found.now))
    may = [offer for offer in every if offer.decision == "approve"]
    if person is None or not may:
        raise OtherwiseError("Trưởng ban không có gì để ký")
    made = draft(
        found.change, may[0], policy_digest(where.root, found.change.tip), {}, found.now, secrets.token_hex(16)
    )
    keep(where.root, made, stage.passkey.sign(made.data), person)
    name = f"{DECISIONS}{found.change.id}"
    stage.compare(stage.git(where.root, "push", "origin", f"{name}:{name}", who=HEAD), 0, "", "push")


def _published(stage: Stage) -> None:
    told("7. Thư ký cho đăng: chương trình ghép vào nhánh chính cùng mọi chữ ký")
    stage.expect(0, "review", "publish", BRANCH, "--yes", who=SECRETARY, says="đã đủ điều kiện để đăng")


def _verified(stage: Stage) -> None:
    told("8. Ai cũng kiểm chứng được bằng git và ssh-keygen, không cần phần mềm này")
    copy = stage.folder / "ban-sao.git"
    stage.git(stage.folder, "clone", "--quiet", "--mirror", f"file://{stage.server}", str(copy))
    merge = ref_at(copy, "refs/heads/main")
    listed = stage.git(copy, "diff", "--name-only", f"{merge}^1", merge, "--", "policies/approvals").said.split()
    _bring(stage, copy, f"{merge}^1:policies/keys/allowed_signers", "keys")
    for record in (name for name in listed if name.endswith(".stmt")):
        _checked(stage, copy, merge, record)


def _bring(stage: Stage, copy: Path, what: str, name: str) -> str:
    text = stage.git(copy, "show", what).said
    (copy / name).write_text(text, "utf-8")
    return text


def _checked(stage: Stage, copy: Path, merge: str, record: str) -> None:
    statement = _bring(stage, copy, f"{merge}:{record}", "statement")
    _bring(stage, copy, f"{merge}:{record.removesuffix('.stmt')}.sig", "signature")
    person = next(line.removeprefix("person: ") for line in statement.splitlines() if line.startswith("person: "))
    verify = f"ssh-keygen -Y verify -f keys -I {person} -n congbo-decision -s signature < statement"
    done = stage.shell(copy, verify)
    stage.show(f"$ {verify}", done)
    stage.compare(done, 0, "Good", verify)
