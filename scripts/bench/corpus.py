"""Makes a repository of any size for the benches: items of the real types with Vietnamese text and a history of commits.

python scripts/bench/corpus.py --items 10000 --out /somewhere [--seed 1] [--size 4000]

Every made item is a variation of one of this repository's own items (those that need no file and no other item): an id, a
title, a number and a text of its own, put together from the words of all. The same arguments give the same bytes and the
same commit ids. Policies are this repository's.
"""

from __future__ import annotations

import argparse
import random
import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ITEMS_A_COMMIT = 5
EDITED = 0.1  # the share of items that a later commit changes once more
BRANCH = "refs/heads/main"
WHO = "Cán bộ biên tập <bien-tap@congbo.example>"
START = 1_262_304_000  # 1 January 2010, 07:00 in Vietnam
LONGEST = 40  # words of a sentence
A_COMMIT = 1_800  # seconds between two commits

# An item that names a file or another item would need that one too.
_NEEDS_OTHERS = re.compile(
    r"^(?:translation|tep_dinh_kem|thay_the|sua_doi|bai_bo|can_cu|vien_dan|anh\w*|so_do\w*|toan_van|so_lieu|bao_cao\w*|lien_quan|ban_dich):",
    re.MULTILINE,
)
_NUMBER = re.compile(r'^(so_ky_hieu: "?)\d+', re.MULTILINE)
_CODE = re.compile(r'^(ma|ma_so): "?(.*?)"?$', re.MULTILINE)
_TOLD = re.compile(
    r'^((?:noi_dung|ten_doi_tuong|chi_tieu): "?)(.*?)("?)$', re.MULTILINE
)  # what tells two such items apart
_IN_A_BLOCK = re.compile(
    r"^(?:noi_dung|ten_doi_tuong|chi_tieu): [>|]", re.MULTILINE
)  # nothing can be added to its first line
_SENTENCE = re.compile(r"[^.\n|#>*-][^.\n|]{40,300}\.(?=\s)")


@dataclass(frozen=True)
class Model:
    """A real item to vary: the folder that it lies in, its front matter without the fences, and its language."""

    folder: str
    head: str
    suffix: str


def main(argv: Sequence[str] | None = None) -> int:
    """Make the repository that the arguments describe."""
    parse = argparse.ArgumentParser(prog="corpus", description="Makes a repository of any size for the benches.")
    parse.add_argument("--items", type=int, default=1000)
    parse.add_argument("--out", type=Path, required=True)
    parse.add_argument("--seed", type=int, default=1)
    parse.add_argument("--size", type=int, default=4000, help="bytes of an item, about")
    args = parse.parse_args(argv)
    make(args.out, args.items, args.seed, args.size)
    return 0


def make(out: Path, items: int, seed: int = 1, size: int = 4000) -> None:
    """Make the repository in ``out``, which must not exist yet, with its working folder checked out."""
    out.mkdir(parents=True)
    subprocess.run(["git", "init", "--quiet", "--initial-branch=main", str(out)], check=True)
    told = b"".join(stream(items, random.Random(seed), size))  # noqa: S311
    subprocess.run(["git", "-C", str(out), "fast-import", "--quiet"], input=told, check=True)
    subprocess.run(["git", "-C", str(out), "checkout", "--quiet", "main"], check=True)


def stream(items: int, dice: random.Random, size: int) -> Iterator[bytes]:
    """Yield the input of ``git fast-import``: the policies, then the items some at a time, then the later edits."""
    models, words = read_models(), Words(read_sentences(), dice)
    yield from commit(START, "Quy chế và danh mục", policies())
    number = 0
    files: list[tuple[str, bytes]] = []
    changed: list[tuple[str, bytes]] = []
    for index in range(items):
        file = made(models[index % len(models)], index, words, size)
        files.append(file)
        if dice.random() < EDITED:
            changed.append((file[0], file[1] + f"\nBổ sung: {words.sentence()}\n".encode()))
        if len(files) == ITEMS_A_COMMIT or index == items - 1:
            number += 1
            yield from commit(START + number * A_COMMIT, f"Đăng {len(files)} mục tin", files)
            files = []
    for edit in changed:
        number += 1
        yield from commit(START + number * A_COMMIT, "Bổ sung một mục tin", [edit])


def commit(when: int, subject: str, files: Sequence[tuple[str, bytes]]) -> Iterator[bytes]:
    """Yield one commit that writes the files at a time, in seconds of 1970."""
    who = f"{WHO} {when} +0700"
    message = subject.encode()
    yield f"commit {BRANCH}\nauthor {who}\ncommitter {who}\ndata {len(message)}\n".encode() + message + b"\n"
    for path, data in files:
        yield f"M 100644 inline {path}\ndata {len(data)}\n".encode() + data + b"\n"


def policies() -> list[tuple[str, bytes]]:
    """Return this repository's policies."""
    found = sorted(file for file in (ROOT / "policies").rglob("*") if file.is_file())
    return [(file.relative_to(ROOT).as_posix(), file.read_bytes()) for file in found]


def read_models() -> list[Model]:
    """Return the real items that can be varied, in the order of their paths."""
    found = []
    for file in sorted((ROOT / "content").rglob("*.md")):
        head = file.read_text("utf-8").split("\n---\n", 1)[0].removeprefix("---\n")
        if not file.with_suffix("").exists() and not _NEEDS_OTHERS.search(head) and not _IN_A_BLOCK.search(head):
            suffix = "".join(file.suffixes[-2:]) if file.name.count(".") > 1 else ".md"
            found.append(Model(file.parent.relative_to(ROOT).as_posix(), head, suffix))
    return found


def read_sentences() -> list[str]:
    """Return the Vietnamese sentences of all bodies, in the order of their paths."""
    bodies = (
        file.read_text("utf-8").split("\n---\n", 1)[1]
        for file in sorted((ROOT / "content").rglob("*.md"))
        if file.name.count(".") == 1
    )
    return [sentence.strip() for body in bodies for sentence in _SENTENCE.findall(body)]


def made(model: Model, index: int, words: Words, size: int) -> tuple[str, bytes]:
    """Return the path and the bytes of one made item."""
    head = re.sub(r"^id: .*$", f"id: muc-{index:06d}", model.head, flags=re.MULTILINE)
    head = re.sub(r"^title: (\"?)(.*?)(\"?)$", rf"title: \1\2 ({index})\3", head, flags=re.MULTILINE)
    head = _NUMBER.sub(rf"\g<1>{10_000 + index}", head)
    head = _CODE.sub(rf'\1: "M-{index:06d}"', head)
    head = _TOLD.sub(rf"\1\2 ({index})\3", head)
    text = words.text(size - len(head.encode()))
    return f"{model.folder}/muc-{index:06d}{model.suffix}", f"---\n{head}\n---\n{text}".encode()


class Words:
    """Makes sentences of real words, each drawn among those that follow the one before it somewhere: none is a copy."""

    def __init__(self, sentences: Sequence[str], dice: random.Random) -> None:
        self._dice = dice
        self._first = [sentence.split()[0] for sentence in sentences]
        self._after: dict[str, list[str]] = {}
        for sentence in sentences:
            for word, following in pairwise(sentence.split()):
                self._after.setdefault(word, []).append(following)

    def text(self, size: int) -> str:
        """Return paragraphs of about ``size`` bytes."""
        paragraphs: list[str] = []
        while size > 0:
            paragraph = " ".join(self.sentence() for _ in range(self._dice.randint(3, 6)))
            paragraphs.append(paragraph)
            size -= len(paragraph.encode()) + 2
        return "\n\n".join(paragraphs) + "\n"

    def sentence(self) -> str:
        """Return one sentence of at most 40 words."""
        words = [self._dice.choice(self._first)]
        while words[-1] in self._after and len(words) < LONGEST and not words[-1].endswith("."):
            words.append(self._dice.choice(self._after[words[-1]]))
        return " ".join(words).rstrip(".,;:") + "."


if __name__ == "__main__":
    sys.exit(main())
