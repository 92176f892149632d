"""A content that changes at random, judged in two ways: with what is kept of it, and anew."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from random import Random

from congbo.checks.judge import judge
from congbo.checks.kept import kept_findings
from congbo.commands.change import change
from congbo.commands.footing import footing
from congbo.facts.corpus import load_corpus
from congbo.finding import Finding
from congbo.frozen import replace
from congbo.history import History, read_history
from congbo.history.batched import BatchTree
from congbo.history.quick import odd_entries
from congbo.policy import Policy, load_policy
from congbo.store import Store
from congbo.tree import FolderTree, Tree
from support.random_changes import Content
from support.repositories import ROOT, git

DAYS = (date(2026, 11, 22), date(2026, 11, 25))
RELATED = ("\ntranslation:", "\nthay_the:", "\nsua_doi:", "\ncan_cu:", "\nrut_bai:")
Findings = Sequence[Finding]


@dataclass
class TwoWays:
    """A repository of some of the demo's items under all policies, its random changes, and the day on which it is judged."""

    root: Path
    dice: Random
    today: date = DAYS[0]
    done: list[str] = field(default_factory=list)
    policy: Policy | None = None

    @cached_property
    def content(self) -> Content:
        """The content, which remembers what was done to it lately."""
        return Content(self.root, self.dice)

    @staticmethod
    def begun(root: Path, seed: int, items: int = 14) -> TwoWays:
        """Make the repository: some items drawn from all, and some from those that speak of others."""
        for name in ("policies", "content"):
            shutil.copytree(ROOT / name, root / name)
        one = TwoWays(root, Random(seed))  # noqa: S311
        pages = sorted((root / "content").rglob("*.md"))
        related = [page for page in pages if any(key in page.read_text("utf-8") for key in RELATED)]
        stay = {*one.dice.sample(pages, items), *one.dice.sample(related, items)}
        spoken_of = "\n".join(page.read_text("utf-8").split("\n---\n", 1)[0] for page in stay)
        stay |= {page for page in pages if any(f" {name}\n" in spoken_of for name in _names(page))}
        for page in pages:
            if page not in stay:
                page.unlink()
                shutil.rmtree(page.with_suffix(""), ignore_errors=True)
        git(root, "init", "-q", "-b", "main")
        one.commit()
        return one

    def commit(self) -> None:
        """Commit everything on some day of the month."""
        git(self.root, "add", "-A")
        when = f"2026-11-{self.dice.randrange(1, 21):02d}T08:00:00+07:00"
        git(self.root, "commit", "-q", "--allow-empty", "-m", "Thay đổi", when=when)

    def change(self) -> None:
        """Do one or some things to the content, now and then to the policies, and let a few days pass now and then."""
        self.done = [self.content.change() for _ in range(self.dice.choice([1, 1, 2, 4]))]
        if self.dice.random() < 0.05:
            with (self.root / "policies/portals/dl.yml").open("a", encoding="utf-8") as file:
                file.write("# một dòng chú thích\n")
            self.policy = None
        self.today = self.dice.choice(DAYS) if self.dice.random() < 0.1 else self.today

    def step(self) -> tuple[Findings, Findings]:
        """Change something and return what is found with what is kept, and anew: of a commit, a folder or a change."""
        way = self.dice.choice([self._of_commit, self._of_folder, self._of_change])
        return way()

    def _of_commit(self) -> tuple[Findings, Findings]:
        self.change()
        self.commit()
        if self.dice.random() < 0.3:
            self.change()
            self.commit()
        head = git(self.root, "rev-parse", "HEAD").strip()
        kept = kept_findings(self.root, head, self.today, Store(self.root / ".git/congbo/facts.sqlite"))
        tree = BatchTree(self.root, head)
        tree.fetch(tree.paths("content"))
        return kept, self._anew(tree, read_history(self.root, head))

    def _of_folder(self) -> tuple[Findings, Findings]:
        self.change()
        if self.dice.random() < 0.5:
            self.commit()
        ground = footing(self.root, self.today)
        kept = ground.folder.findings(ground.store)
        tree = FolderTree(self.root, lambda: odd_entries(self.root))
        return kept, self._anew(tree, replace(read_history(self.root), changed=frozenset()))

    def _anew(self, tree: Tree, history: History) -> Findings:
        self.policy = self.policy or load_policy(FolderTree(self.root))
        return list(judge(load_corpus(tree, self.policy, self.today, history)))

    def _of_change(self) -> tuple[Findings, Findings]:
        self.commit()
        base = self.dice.choice(["main", "main", "main~1"])
        git(self.root, "checkout", "-q", "-B", "soan", base)
        self.change()
        head = None
        if self.dice.random() < 0.7:
            self.commit()
            head = "soan"
        kept = change(self.root, "main", head, self.today).findings((), ())
        anew = change(self.root, "main", head, self.today).found_anew()
        self.commit()
        git(self.root, "checkout", "-q", "main")
        if base == "main":
            git(self.root, "merge", "-q", "--no-ff", "-m", "Gộp", "soan")
        return kept, anew


def _names(page: Path) -> list[str]:
    lines = page.read_text("utf-8").split("\n---\n", 1)[0].split("\n")
    return [line.partition(": ")[2] for line in lines if line.startswith(("id: ", "so_ky_hieu: "))]
