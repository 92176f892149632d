"""Five ways in which somebody might try to publish what nobody approved, each refused by the server."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from acts import FIELDS, ITEM, begin, front_matter, through, write
from stage import HEAD, MAIL, SECRETARY, WRITER, OtherwiseError, Ran, Stage

from congbo.history.objects import files_at, tree_with
from congbo.history.refs import ref_at, refs_under

MAIN = "refs/heads/main"
CHANGES = "refs/congbo/changes/"
DECISIONS = "refs/congbo/decisions/"


@dataclass(frozen=True)
class Attack:
    """What is tried, and the code with which it has to be refused."""

    run: Callable[[Stage], Ran]
    code: str


def attack(stage: Stage, number: int, name: str) -> None:
    """Try one attack before the audience. Raises OtherwiseError if it succeeds, or is refused for another reason."""
    one = ATTACKS[name]
    before = ref_at(stage.server, MAIN)
    done = one.run(stage)
    stage.show(f"{number}. {name}", done)
    if done.code == 0 or f"[{one.code}]" not in done.said or ref_at(stage.server, MAIN) != before:
        raise OtherwiseError(f"{name} ({one.code})")


def _straight(stage: Stage) -> Ran:
    begin(stage, "thang")
    write(stage, front_matter("Đăng thẳng, không ai duyệt", *FIELDS), "Đăng thẳng")
    return stage.git(stage.home(WRITER), "push", "origin", f"HEAD:{MAIN}", who=WRITER)


def _own_approval(stage: Stage) -> Ran:
    """The head wrote the text; somebody else handed it in."""
    begin(stage, "tu-duyet")
    author = f"--author=Trưởng ban <{HEAD.removeprefix('ht-')}@{MAIL}>"
    write(stage, front_matter("Trưởng ban viết, Trưởng ban duyệt", *FIELDS), "Bài của Trưởng ban", author)
    stage.expect(0, "review", "submit", who=WRITER, show=False)
    through(stage, "tu-duyet")
    stage.git(stage.home(HEAD), "fetch", "--quiet", "origin")
    words = ("--base", "refs/remotes/origin/main", "--head", "refs/remotes/origin/tu-duyet")
    return stage.congbo("review", "gate", *words, who=HEAD)


def _evil_merge(stage: Stage) -> Ran:
    """Every signature is there, and one sentence more that nobody saw."""
    begin(stage, "ghep-ban")
    write(stage, front_matter("Tập huấn nghiệp vụ một cửa, đợt hai", *FIELDS), "Đợt hai")
    stage.expect(0, "review", "submit", who=WRITER, show=False)
    through(stage, "ghep-ban")
    stage.expect(0, "review", "approve", "ghep-ban", "--step", "dang", "--yes", who=SECRETARY, show=False)
    home = stage.home(SECRETARY)
    tip, head = ref_at(stage.server, MAIN), ref_at(stage.server, "refs/heads/ghep-ban")
    text = (stage.home(WRITER) / ITEM).read_bytes() + "\nThêm một câu không ai duyệt.\n".encode()
    records = files_at(home, ref_at(home, f"{DECISIONS}{_id_of(stage, head)}"), "policies/approvals")
    tree = tree_with(home, head, {**records, ITEM: text})
    evil = stage.git(home, "commit-tree", "-m", "Ghép", "-p", tip, "-p", head, tree).said.strip()
    return stage.git(home, "push", "origin", f"{evil}:{MAIN}", who=SECRETARY)


def _id_of(stage: Stage, head: str) -> str:
    names = (name for name, at in refs_under(stage.server, CHANGES).items() if at == head)
    return next(names).removeprefix(CHANGES).rpartition("/")[0]


def _copied_signature(stage: Stage) -> Ran:
    """The head's signature under the published change is laid beside another one."""
    begin(stage, "chep-chu-ky")
    write(stage, front_matter("Chép chữ ký của việc khác", *FIELDS), "Chép chữ ký")
    stage.expect(0, "review", "submit", who=WRITER, show=False)
    home = stage.home(WRITER)
    id_ = _id_of(stage, stage.git(home, "rev-parse", "HEAD").said.strip())
    published = files_at(home, ref_at(home, "refs/remotes/origin/main"), "policies/approvals")
    folder = f"policies/approvals/{id_[:4]}/{id_[4:6]}/{id_}"
    copied = {f"{folder}/{path.rpartition('/')[2]}": data for path, data in published.items() if HEAD in path}
    forged = stage.git(home, "commit-tree", "-m", "Phê duyệt", tree_with(home, "", copied)).said.strip()
    return stage.git(home, "push", "origin", f"{forged}:{DECISIONS}{id_}", who=WRITER)


def _rewritten(stage: Stage) -> Ran:
    old = stage.git(stage.server, "rev-parse", f"{MAIN}^1").said.strip()
    return stage.git(stage.home(SECRETARY), "push", "--force", "origin", f"{old}:{MAIN}", who=SECRETARY)


ATTACKS: Mapping[str, Attack] = {
    "Đẩy thẳng vào nhánh chính": Attack(_straight, "merge.parents"),
    "Trưởng ban duyệt bài do chính mình viết": Attack(_own_approval, "four_eyes.author"),
    "Thêm một câu vào bản ghép đã đủ chữ ký": Attack(_evil_merge, "merge.tree"),
    "Chép chữ ký của Trưởng ban sang thay đổi khác": Attack(_copied_signature, "record.change_id"),
    "Xóa một lần đăng khỏi lịch sử": Attack(_rewritten, "ref.forced"),
}
