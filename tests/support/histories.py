"""Random histories of a repository, for comparing what was built step by step with what is built at once."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from random import Random

from congbo.clock import moment
from support.photos import jpeg
from support.repositories import ROOT, git

# Two networks, three languages with documents, one plain portal; and as much of their content as makes a story.
PORTALS = ("hd", "dl", "qn")
COMPONENT = "qn-sodulich"  # of the last of them
A_SECTION = 3
START = moment("2026-11-22", None)

RECORD = """format: 1
record: {kind}
id: {name}
portal: {portal}
muc: {item}
ly_do_khan: Theo dõi theo yêu cầu.
nguoi_quyet_dinh: truong_ban
tu_luc: {since}
{until}"""


def small_repository(folder: Path, portals: Sequence[str] = PORTALS) -> Path:
    """Make a repository of some portals with a few items of each section, committed."""
    for name in ("policies", "theme"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "pelicanconf.py", folder)
    for portal in portals:
        for section in sorted((ROOT / "content" / portal).iterdir()):
            for page in sorted(section.rglob("*.md"))[:A_SECTION]:
                _copy(page, folder)
    for kind in ("portals", "boards"):
        for file in (folder / "policies" / kind).iterdir():
            if file.stem not in portals:
                file.unlink()
    (folder / "policies/hosts.yml").unlink(missing_ok=True)
    for record in (folder / "policies/records").rglob("*.yml"):
        if not re.search(rf"^portal: ({'|'.join(portals)})$", record.read_text("utf-8"), re.MULTILINE):
            record.unlink()
    (folder / ".gitignore").write_text("/.congbo/\n/public\n/output/\n")
    git(folder, "init", "-q", "-b", "main")
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "Nội dung ban đầu")
    return folder


def past_of(root: Path, seed: int) -> Past:
    """Return a repository whose past is always the same for a seed."""
    return Past(root, Random(seed))  # noqa: S311


def _copy(page: Path, folder: Path) -> None:
    to = folder / page.relative_to(ROOT)
    to.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(page, to)
    beside = page.with_suffix("")
    if beside.is_dir():
        shutil.copytree(beside, to.with_suffix(""), dirs_exist_ok=True)


@dataclass
class Past:
    """A repository to which things happen; ``at`` is the moment that it is looked at."""

    root: Path
    chance: Random
    at: datetime = START
    made: int = 0

    def step(self) -> str:
        """Let something happen, mostly followed by a commit; return what."""
        name = self.chance.choice(sorted(_HAPPENINGS))
        _HAPPENINGS[name](self)
        if self.chance.random() < 0.75:
            self.commit(name)
        return name

    def commit(self, name: str) -> None:
        """Commit whatever there is."""
        git(self.root, "add", "-A")
        if git(self.root, "status", "--porcelain"):
            git(self.root, "commit", "-qm", name, when=(self.at - timedelta(minutes=5)).isoformat())

    def page(self) -> Path:
        """Return an item of chance."""
        return self.chance.choice(sorted((self.root / "content").rglob("*.md")))

    def fresh(self) -> str:
        """Return a name that nothing has."""
        self.made += 1
        return f"moi-{self.made}"


def _edited(past: Past, change: Callable[[str], str]) -> None:
    page = past.page()
    page.write_text(change(page.read_text("utf-8")), "utf-8")


def _body(past: Past) -> None:
    _edited(past, lambda text: f"{text}\nThêm câu thứ {past.chance.randrange(99)}.\n")


def _link(past: Past) -> None:
    """A text leads to an item of its portal, which may come and go by itself later."""
    page, other = past.page(), past.page()
    if page.parts[-4] == other.parts[-4] and "." not in f"{page.stem}{other.stem}":
        address = "/".join((*other.parts[-3:-1], other.stem))
        with page.open("a", encoding="utf-8") as text:
            text.write(f"\nXem [tin khác](/{address}/).\n")


def _title(past: Past) -> None:
    _edited(
        past,
        lambda text: re.sub(
            r"^title: .*$", f"title: Tên đã đổi {past.chance.randrange(99)}", text, count=1, flags=re.MULTILINE
        ),
    )


def _tags(past: Past) -> None:
    _edited(past, lambda text: _with(text, f"tags: [thẻ {past.chance.randrange(5)}]", "tags"))


def _with(text: str, line: str, key: str) -> str:
    """An item with a line of its head in the place of the one that it has."""
    return _without(text, key).replace("\n---\n", f"\n{line}\n---\n", 1)


def _without(text: str, key: str) -> str:
    """An item without a line of its head, and what is indented below it."""
    return re.sub(rf"^{key}:.*\n(?: .*\n)*", "", text, count=1, flags=re.MULTILINE)


def _new_id(past: Past, text: str) -> str:
    portal = past.chance.choice(PORTALS)
    return re.sub(r"^id: .*$", f"id: {portal}-2026-{7000 + past.made}", text, count=1, flags=re.MULTILINE)


def _add(past: Past) -> None:
    page = past.page()
    name, year = past.fresh(), past.chance.choice(("2019", "2026"))
    to = page.parent.parent / year / f"{name}{_language(page)}.md"
    to.parent.mkdir(parents=True, exist_ok=True)
    text = _without(_new_id(past, page.read_text("utf-8")), "translation")
    to.write_text(_with(text, "tags: [mới]", "tags"), "utf-8")
    if page.with_suffix("").is_dir():
        shutil.copytree(page.with_suffix(""), to.with_suffix(""), dirs_exist_ok=True)


def _language(page: Path) -> str:
    return "".join(suffix for suffix in page.suffixes[:-1] if suffix in (".en", ".zh"))


def _delete(past: Past) -> None:
    page = past.page()
    page.unlink()
    shutil.rmtree(page.with_suffix(""), ignore_errors=True)


def _move(past: Past) -> None:
    """Into another section of the portal, another year, or under another name."""
    page = past.page()
    beside = [p for p in page.parents[2].iterdir() if p.is_dir() and _like(past, p, page.parents[1])]
    section, year = past.chance.choice(sorted(beside)), past.chance.choice(("2018", page.parent.name))
    name = past.chance.choice((page.name, f"{past.fresh()}{_language(page)}.md"))
    to = section / year / name
    if to.exists():
        return
    to.parent.mkdir(parents=True, exist_ok=True)
    page.rename(to)
    if page.with_suffix("").is_dir():
        page.with_suffix("").rename(to.with_suffix(""))


def _like(past: Past, one: Path, other: Path) -> bool:
    """Sections take the same types if their items do: pages of one look are not mixed with those of another."""
    types = [
        {re.findall(r"^type: (\S+)", p.read_text("utf-8"), re.MULTILINE)[0] for p in s.rglob("*.md")}
        for s in (one, other)
    ]
    return bool(types[0] & types[1])


def _translate(past: Past) -> None:
    page = past.chance.choice(sorted((past.root / "content/qn").rglob("*.md")))
    text = page.read_text("utf-8")
    to = page.with_name(f"{page.name.split('.')[0]}.en.md")
    if _language(page) or to.exists():
        return
    past.fresh()
    original = re.findall(r"^id: (\S+)", text, re.MULTILINE)[0]
    text = _with(_new_id(past, text), f"translation: {original}", "translation")
    to.write_text(_with(text, "lang: en", "lang"), "utf-8")


def _withdraw(past: Past) -> None:
    _edited(past, lambda text: _with(text, 'rut_bai: {loai: nham, ngay: 2026-11-22, can_cu: "Chỉ đạo"}', "rut_bai"))


def _correct(past: Past) -> None:
    def corrected(text: str) -> str:
        return (
            _with(text, 'dinh_chinh:\n  - {ngay: 2026-11-21, noi_dung: "Số đúng là 102."}', "dinh_chinh") + "\nSửa.\n"
        )

    _edited(past, corrected)


def _schedule(past: Past) -> None:
    when = past.at + timedelta(hours=past.chance.choice((-30, -2, 3, 40)))
    _edited(past, lambda text: _with(text, f"publish_at: {when.isoformat(timespec='seconds')}", "publish_at"))


def _expire(past: Past) -> None:
    when = past.at + timedelta(hours=past.chance.choice((-3, 5, 50)))
    _edited(past, lambda text: _with(text, f"expires_at: {when.isoformat(timespec='seconds')}", "expires_at"))


def _clock(past: Past) -> None:
    """Time goes on; once in a while a build looks back."""
    past.at += timedelta(hours=past.chance.choice((1, 5, 24, 60, -26)))


def _replace_document(past: Past) -> None:
    pages = [p for p in sorted((past.root / "content/qn").rglob("*.md")) if "\nso_ky_hieu:" in p.read_text("utf-8")]
    one, other = past.chance.choice(pages), past.chance.choice(pages)
    number = re.findall(r"^so_ky_hieu: (\S+)", other.read_text("utf-8"), re.MULTILINE)
    if one != other and number and "\ntype: van_ban\n" in one.read_text("utf-8"):
        one.write_text(_with(one.read_text("utf-8"), f"thay_the: [{number[0]}]", "thay_the"), "utf-8")


def _appointment(past: Past) -> None:
    _near(past, "ngay", "2026-11-{:02}", "\ntype: lich\n")


def _leader(past: Past) -> None:
    _near(past, "lanh_dao", "Giám đốc {}; Phó Giám đốc", "\ntype: lich\n")


def _closing(past: Past) -> None:
    """A call for comments ends on another day, which the clock may pass."""
    _near(past, "thoi_han", "2026-11-{:02}", "\nthoi_han:")


def _issued(past: Past) -> None:
    """A document was issued in another year than it said, by another body, or cites and amends others."""
    key, line = past.chance.choice((
        ("ngay_ban_hanh", "201{}-06-20"), ("co_quan_ban_hanh", "ubnd-tinh-quang-ninh"),
        ("can_cu", "[Căn cứ Quyết định số 2187/2017/QĐ-UBND]"), ("sua_doi", "[3528/QĐ-UBND]"),
    ))  # fmt: skip
    pages = [p for p in sorted((past.root / "content/qn").rglob("*.md")) if "\nso_ky_hieu:" in p.read_text("utf-8")]
    for page in past.chance.sample(pages, min(2, len(pages))):
        value = line.replace("{}", str(past.chance.randrange(6, 8)))
        page.write_text(_with(page.read_text("utf-8"), f"{key}: {value}", key), "utf-8")


def _figure(past: Past) -> None:
    _near(past, "chi_tieu", "Chỉ tiêu {}", "\ntype: thong_ke\n")


def _near(past: Past, key: str, line: str, mark: str) -> None:
    """Items of a kind get values that meet: days of a week or two, or one of a few names."""
    pages = [page for page in sorted((past.root / "content").rglob("*.md")) if mark in page.read_text("utf-8")]
    for page in past.chance.sample(pages, min(3, len(pages))):
        value = line.format(past.chance.randrange(18, 30) if "-" in line else past.chance.randrange(2))
        page.write_text(_with(page.read_text("utf-8"), f"{key}: {value}", key), "utf-8")


def _attach(past: Past) -> None:
    files = [f for f in sorted((past.root / "content").rglob("*")) if f.is_file() and f.suffix != ".md"]
    file = past.chance.choice(files)
    file.write_bytes(file.read_bytes() + b" ")
    beside = file.with_name(f"{past.fresh()}.txt")
    beside.write_text("Phụ lục.\n", "utf-8")


def _photo(past: Past) -> None:
    """A photograph in a text, another in its place, or one that is no more than it was shown."""
    page = past.page()
    file = page.with_name(page.name.partition(".")[0]) / "anh-moi.jpg"
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(jpeg(past.chance.choice((200, 400, 900)), 200))
    text = page.read_text("utf-8")
    if file.name not in text:
        page.write_text(f'{text}\n![Ảnh của mục tin]({file.name} "Chú thích")\n', "utf-8")


def _take_down(past: Past) -> None:
    page = past.page()
    item = re.findall(r"^id: (\S+)", page.read_text("utf-8"), re.MULTILINE)[0]
    kind, since = past.chance.choice(("go_bai", "dung_dang")), past.at + timedelta(hours=past.chance.choice((-2, 4)))
    until = past.chance.choice(("", f"den_luc: {(since + timedelta(hours=9)).isoformat()}\n"))
    portal, name = page.relative_to(past.root).parts[1], past.fresh()
    file = past.root / f"policies/records/{kind}/{name}.yml"
    file.parent.mkdir(parents=True, exist_ok=True)
    words = {"kind": kind, "name": name, "portal": portal, "item": item, "since": since.isoformat(), "until": until}
    file.write_text(RECORD.format(**words), "utf-8")


def _put_back(past: Past) -> None:
    for kind in ("go_bai", "dung_dang"):
        for file in sorted((past.root / "policies/records" / kind).glob("moi-*.yml")):
            file.unlink()


def _policy(past: Past) -> None:
    """A name of the board's data is written otherwise."""
    names = ["sections.yml", *(f"{kind}/{portal}.yml" for kind in ("portals", "units") for portal in PORTALS)]
    file = past.root / "policies" / past.chance.choice(names)
    text = file.read_text("utf-8")
    spot = past.chance.choice(list(re.finditer(r'\b(?:vi|name): "?([^\s{"][^",\n}]*)', text)))
    file.write_text(f"{text[: spot.end(1)]} mới{text[spot.end(1) :]}", "utf-8")


def _of_component(past: Past) -> None:
    """An item that a main portal may gather is offered, hidden from its network, withdrawn, over, named otherwise."""
    pages = sorted((past.root / "content" / COMPONENT).rglob("*.md"))
    for page in past.chance.sample(pages, min(2, len(pages))):
        key, value = past.chance.choice((
            ("gui_cong_chinh", "true"), ("gui_cong_chinh", "false"), ("editions", "[wan]"), ("editions", "[internet]"),
            ("title", f"Tên khác {past.chance.randrange(9)}"), ("expires_at", (past.at + timedelta(hours=7)).isoformat()),
            ("rut_bai", '{loai: nham, ngay: 2026-11-22, can_cu: "Chỉ đạo"}'),
        ))  # fmt: skip
        page.write_text(_with(page.read_text("utf-8"), f"{key}: {value}", key), "utf-8")


def _cease(past: Past) -> None:
    """A unit ends on a day that the clock may pass, or has passed already."""
    file = past.root / "policies/units/dl.yml"
    day = past.chance.choice(("2025-06-30", "2026-11-22", "2026-11-24", "2026-12-01"))
    file.write_text(re.sub(r"until: \d{4}-\d\d-\d\d", f"until: {day}", file.read_text("utf-8")), "utf-8")


def _vocabulary(past: Past) -> None:
    """What items are read by is written otherwise: everything is read again."""
    file = past.root / "policies/vocabularies/tinh-trang-hieu-luc.yml"
    file.write_text(file.read_text("utf-8").replace("Còn hiệu lực", "Đang có hiệu lực"), "utf-8")


def _theme(past: Past) -> None:
    """One template that others may be made of, or none; styles always."""
    template = past.chance.choice([None, *sorted((past.root / "theme/templates").rglob("*.html"))])
    if template:
        template.write_text(template.read_text("utf-8").replace('class="', 'class="moi ', 1), "utf-8")
    style = past.root / "theme/static/moi.css"
    if past.chance.random() < 0.3:  # given up: everything is filled again
        style.unlink() if style.exists() else style.write_text("p { margin: 0 }\n")
    with (past.root / "theme/styles/99-moi.css").open("a") as more:
        more.write("b { margin: 0 }\n")


def _revert(past: Past) -> None:
    """Everything is again as it was some commits ago."""
    commits = git(past.root, "rev-list", "HEAD").split()
    if len(commits) > 1:
        past.commit("trước khi trả lại")
        git(past.root, "rm", "-rq", "--ignore-unmatch", "content", "policies", "theme")
        git(past.root, "checkout", "-q", past.chance.choice(commits[1:6]), "--", "content", "policies", "theme")


_HAPPENINGS: Mapping[str, Callable[[Past], None]] = {
    "body": _body, "link": _link, "title": _title, "tags": _tags, "add": _add, "delete": _delete, "move": _move,
    "translate": _translate,
    "withdraw": _withdraw, "correct": _correct, "schedule": _schedule, "expire": _expire, "clock": _clock,
    "replace": _replace_document, "attach": _attach, "take_down": _take_down, "put_back": _put_back, "policy": _policy,
    "vocabulary": _vocabulary, "theme": _theme, "revert": _revert, "appointment": _appointment, "leader": _leader,
    "closing": _closing, "issued": _issued, "figure": _figure, "cease": _cease, "component": _of_component,
    "photo": _photo,
}  # fmt: skip
