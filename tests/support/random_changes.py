"""Random changes of a content, seeded: what authors do, and what they should not do."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

# Lines of a front matter, and what is put into them: another item's id or number, a day, or nothing.
LINES = (
    ('rut_bai: {loai: gop, ngay: 2026-11-20, can_cu: "Gộp hai bài trùng", thay_bang: %s}', "id"),
    ('rut_bai: {loai: nham, ngay: 2026-11-20, can_cu: "Chỉ đạo của Trưởng Ban Biên tập"}', ""),
    ('rut_bai: {loai: nham, ngay: 2026-11-20, can_cu: "Chỉ đạo của Trưởng Ban Biên tập"}', ""),
    ("translation: %s", "id"),
    ("translation: %s", "id"),
    ("id: %s", "id"),
    ("thay_the: [%s]", "number"),
    ("sua_doi: [%s]", "number"),
    ("can_cu: [Quyết định %s]", "number"),
    ("so_ky_hieu: %s", "number"),
    ("publish_at: 2026-11-2%sT08:00:00+07:00", "day"),
    ("expires_at: 2026-11-2%sT08:00:00+07:00", "day"),
    ("don_vi: dl-van-phong", ""),
    ("ngay_ban_hanh: 2019-0%s-05", "day"),
)
NUMBERS = ("137/QĐ-UBND", "07/2011/QĐ-UBND", "27/QĐ-SNV", "2187/2017/QĐ-UBND")
NAMES = ("Ảnh.PNG", "ảnh.png", "con.txt", "index.html", "so-lieu.csv", "SO-LIEU.csv")
PASSAGE = " ".join(f"từ thứ {number} trong đoạn này" for number in range(20))


@dataclass
class Content:
    """The content of a folder, and the dice that decide what becomes of it."""

    root: Path
    dice: Random
    busy: list[Path] = field(default_factory=list)

    @property
    def pages(self) -> list[Path]:
        return [page for page in sorted((self.root / "content").rglob("*.md")) if not page.is_symlink()]

    def change(self) -> str:
        """Do one thing, and return its name."""
        act = self.dice.choice(ACTS)
        act(self)
        return act.__name__

    def page(self) -> Path:
        """Draw an item, mostly one of those that something was done to lately: what meets is what can go wrong."""
        pages = self.pages
        lately = [page for page in self.busy if page in pages]
        page = self.dice.choice(lately if lately and self.dice.random() < 0.6 else pages)
        self.busy = [*self.busy[-7:], page]
        return page

    def told(self, key: str) -> list[str]:
        """Return what items say in a line of their front matter."""
        texts = (page.read_text("utf-8") for page in [*self.busy, *self.pages] if page.is_file())
        return [line.partition(": ")[2] for text in texts for line in text.split("\n") if line.startswith(f"{key}: ")]

    def other(self, page: Path) -> Path:
        """Return a name beside a page that is (mostly) free."""
        return page.with_name(f"muc-{self.dice.randrange(40)}.md")


def add(content: Content) -> None:
    page = content.page()
    text = page.read_text("utf-8")
    id_ = next((line for line in text.split("\n") if line.startswith("id: ")), "")
    new = id_ if content.dice.random() < 0.2 else f"id: moi-{content.dice.randrange(1000)}"
    target = content.other(content.page() if content.dice.random() < 0.3 else page)
    if not target.is_symlink():
        target.write_text(text.replace(id_, new, 1), "utf-8")


def write(content: Content) -> None:
    page, to = content.page(), content.page()
    links = (f"\nXem [bài](/{'/'.join(to.with_suffix('').parts[-3:])}/).\n", f"\n{PASSAGE}\n", "\nThêm một dòng.\n")
    with page.open("a", encoding="utf-8") as file:
        file.write(content.dice.choice(links))


def alter(content: Content) -> None:
    """Put a line into the front matter, or take one out, or give it the value that another item has."""
    page, dice = content.page(), content.dice
    lines = page.read_text("utf-8").split("\n")
    end = lines.index("---", 1) if "---" in lines[1:] else len(lines)
    at = dice.randrange(1, end) if end > 1 else 1
    line, what = dice.choice(LINES)
    if what:
        ids = content.told("id")
        line %= {
            "id": dice.choice(ids[:8] if dice.random() < 0.5 else ids),
            "number": dice.choice([*NUMBERS, *content.told("so_ky_hieu")]),
            "day": dice.randrange(1, 9),
        }[what]
    choice = dice.random()
    if choice < 0.15:
        del lines[at]
    elif choice < 0.8:
        key = line.partition(":")[0]
        lines[1:end] = [one for one in lines[1:end] if not one.startswith(f"{key}:")] + [line]
    else:
        donor = content.page().read_text("utf-8").split("\n")
        lines[at] = donor[min(at, len(donor) - 1)]
    page.write_text("\n".join(lines), "utf-8")


def move(content: Content) -> None:
    page = content.page()
    target = content.other(content.page() if content.dice.random() < 0.5 else page)
    if not target.exists() and not target.is_symlink():
        page.rename(target)
        if page.with_suffix("").is_dir() and not target.with_suffix("").exists():
            page.with_suffix("").rename(target.with_suffix(""))


def delete(content: Content) -> None:
    if len(content.pages) > 20:
        content.page().unlink()


def lose(content: Content) -> None:
    """Take away what other items speak of, or give it another id or number."""
    named = {
        *content.told("translation"),
        *(word for line in content.told("thay_the") for word in line.strip("[]").split()),
    }
    pages = [page for page in content.pages if any(f": {name}\n" in page.read_text("utf-8") for name in named)]
    spoken_of = [page for page in pages if _says(page, "id") in named or _says(page, "so_ky_hieu") in named]
    if spoken_of:
        page = content.dice.choice(spoken_of)
        content.busy.append(page)
        key = content.dice.choice(["id", "so_ky_hieu", ""])
        if key and _says(page, key):
            old = f"\n{key}: {_says(page, key)}\n"
            page.write_text(
                page.read_text("utf-8").replace(old, f"\n{key}: khac-{content.dice.randrange(50)}\n"), "utf-8"
            )
        else:
            page.unlink()


def _says(page: Path, key: str) -> str:
    lines = page.read_text("utf-8").split("\n")
    return next((line.partition(": ")[2] for line in lines if line.startswith(f"{key}: ")), "")


def withdraw(content: Content) -> None:
    """Withdraw the original of a translation, or let it stand again."""
    originals = [page for page in content.pages if _says(page, "id") in set(content.told("translation"))]
    if originals:
        page = content.dice.choice(originals)
        lines = page.read_text("utf-8").split("\n")
        kept = [line for line in lines if not line.startswith("rut_bai: ")]
        page.write_text("\n".join(kept if kept != lines else [lines[0], LINES[1][0], *lines[1:]]), "utf-8")


def delete_a_section(content: Content) -> None:
    folder = content.page().parents[1]
    if len(content.pages) - len(list(folder.rglob("*.md"))) > 20:
        shutil.rmtree(folder)


def attach(content: Content) -> None:
    folder = content.page().with_suffix("")
    folder.mkdir(exist_ok=True)
    (folder / content.dice.choice(NAMES)).write_text(
        content.dice.choice(["a,b\n1,2\n", "a,b\n3,4\n", "%PDF-1.4"]), "utf-8"
    )


def detach(content: Content) -> None:
    files = sorted(file for file in (content.root / "content").rglob("*") if file.is_file() and file.suffix != ".md")
    if files:
        content.dice.choice(files).unlink()


def link(content: Content) -> None:
    page = content.other(content.page())
    if not page.exists() and not page.is_symlink():
        page.symlink_to(content.dice.choice(["/etc/hostname", content.page().name]))


def lose_a_link(content: Content) -> None:
    for file in sorted((content.root / "content").rglob("*")):
        if file.is_symlink():
            file.unlink()
            return


def execute(content: Content) -> None:
    page = content.page()
    if not page.is_symlink():
        page.chmod(page.stat().st_mode ^ 0o111)


ACTS: tuple[Callable[[Content], None], ...] = (
    add, add, add, write, write, write, alter, alter, alter, alter, alter, lose, lose, withdraw, move, move,
    delete, delete, delete_a_section,
    attach, attach, detach, link, lose_a_link, execute,
)  # fmt: skip
