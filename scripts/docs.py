"""``make docs``: writes the parts of the documentation that are made from the program and the policies.

python scripts/docs.py [--check]

With ``--check`` it changes nothing, names each file that would change, and exits 1 if there is one.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import json
import os
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
# So that it runs in a clone where congbo is not installed, and finds its neighbours when a test loads it.
sys.path[:0] = [str(ROOT / "plugins"), str(ROOT / "scripts")]

from congbo.__main__ import main as congbo  # noqa: E402
from congbo.commands import COMMANDS  # noqa: E402
from congbo.locale import catalogue  # noqa: E402
from congbo.policy import Policy, load_policy  # noqa: E402
from congbo.policy.regulation import Regulation  # noqa: E402
from congbo.tree import FolderTree  # noqa: E402
from mandated import mandated  # noqa: E402

# The width and the plainness of a help text do not depend on whose terminal it is.
PLAIN = {"COLUMNS": "92", "NO_COLOR": "1"}

CATALOGUE_HEAD = """# Danh mục quy định

Trang này do `make docs` viết ra từ các tệp trong thư mục này (`congbo rules --format md`); đừng sửa bằng tay.

Mức A: chương trình quyết định được. Mức B: chương trình trợ giúp, con người quyết định. Mức C: con người thực hiện, ghi
lại. Mã của mỗi quy định là cố định; `congbo explain MÃ` giải thích từng mã. Cột "Nội dung" tóm tắt bằng lời của dự án,
không thay cho bản văn của quy chế.
"""


def main(argv: Sequence[str] | None = None) -> int:
    """Rewrite what has drifted, or (``--check``) only name it."""
    parse = argparse.ArgumentParser(prog="docs", description="Writes the generated parts of the documentation.")
    parse.add_argument("--check", action="store_true", help="change nothing; exit 1 if a file would change")
    only_check = parse.parse_args(argv).check
    drifted = {name: text for name, text in pages().items() if read(name) != text}
    for name, text in drifted.items():
        print(name)
        if not only_check:
            (ROOT / name).write_text(text, "utf-8")
    return 1 if drifted and only_check else 0


def pages() -> Mapping[str, str]:
    """Return each file that is generated in whole or in part, with the text that it should have."""
    os.environ.update(PLAIN)
    policy = load_policy(FolderTree(ROOT))
    readme = filled(read("README.md"), "commands", "\n\n".join(help_of(name) for name in COMMANDS))
    return {
        "README.md": filled(readme, "obligations", "\n".join(obligations(policy))),
        "README.vi.md": filled(read("README.vi.md"), "commands", "\n".join(commands_in_vietnamese())),
        "policies/README.md": CATALOGUE_HEAD + "".join(chapter(one) for one in policy.regulations.values()),
        ".github/muc-bat-buoc.md": mandated(policy, ROOT / "content"),
    }


def read(name: str) -> str:
    """Return a file's text; empty if there is none yet."""
    file = ROOT / name
    return file.read_text("utf-8") if file.is_file() else ""


def filled(text: str, mark: str, content: str) -> str:
    """Return the text with ``content`` between its two markers; exits with a sentence if they are not there."""
    start, end = f"<!-- {mark} -->", f"<!-- /{mark} -->"
    before, opening, rest = text.partition(start)
    _, closing, after = rest.partition(end)
    if not (opening and closing):
        raise SystemExit(f"docs: the markers {start} and {end} are missing")
    return f"{before}{start}\n\n{content}\n\n{end}{after}"


def answer(*words: str) -> str:
    """Return what ``congbo`` prints for these words; exits if it fails."""
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        try:
            code: object = congbo(["-C", str(ROOT), *words])
        except SystemExit as done:  # how argparse ends after a help text
            code = done.code
    if code:
        raise SystemExit(f"docs: congbo {' '.join(words)} ended with {code}")
    return printed.getvalue()


def help_of(command: str) -> str:
    """Return a command's heading and its help text."""
    return f"### congbo {command}\n\n```text\n{answer('--lang', 'en', command, '--help').strip()}\n```"


def commands_in_vietnamese() -> Iterator[str]:
    """Yield a table of the commands: what each does, and an example."""
    words = catalogue("vi")
    yield "| Lệnh | Việc | Ví dụ |"
    yield "|---|---|---|"
    for name in COMMANDS:
        example = words[f"{name}.example"].removeprefix("Ví dụ: ").splitlines()[0]
        yield f"| `congbo {name}` | {words[f'{name}.description']} | `{example}` |"


def obligations(policy: Policy) -> Iterator[str]:
    """Yield a table that counts the clauses of each regulation by how they stand, and what the planned ones wait for."""
    yield "| Regulation | Clauses | Met by the program | Left to people | Planned |"
    yield "|---|---:|---:|---:|---:|"
    everything: list[Mapping[str, Any]] = []
    for regulation in policy.regulations.values():
        clauses = json.loads(answer("rules", "--regulation", regulation.id, "--format", "json"))
        everything += clauses
        yield row(f"{regulation.id}: {regulation.title.en}{numbered(regulation)}", clauses)
    yield row("All", everything)
    waiting = Counter(one["planned_in"] for one in everything if one["planned_in"])
    yield ""
    yield f"The planned clauses wait for: {', '.join(f'{part} ({many})' for part, many in waiting.most_common())}."


def row(name: str, clauses: Iterable[Mapping[str, Any]]) -> str:
    """Return one line of the table of obligations."""
    many = Counter(standing(clause) for clause in clauses)
    return f"| {name} | {many.total()} | {many['program']} | {many['people']} | {many['planned']} |"


def standing(clause: Mapping[str, Any]) -> str:
    """Return how a clause stands: ``planned``, left to ``people`` alone, or met with the help of the ``program``."""
    means = {clause["met_by"], *(other["met_by"] for other in clause["also"])}
    if clause["state"] == "planned":
        return "planned"
    return "people" if means == {"organisation"} else "program"


def numbered(regulation: Regulation) -> str:
    """Return a regulation's number in brackets, where the text has one."""
    return f" ({regulation.number})" if regulation.number else ""


def chapter(regulation: Regulation) -> str:
    """Return the catalogue of one regulation under its heading."""
    table = answer("rules", "--regulation", regulation.id, "--format", "md")
    return f"\n## {regulation.id}: {regulation.title.vi}{numbered(regulation)}\n\n{table}"


if __name__ == "__main__":
    sys.exit(main())
