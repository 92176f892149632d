"""Facts of git's history; the only importer of git. Facts go out, never repository objects."""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

# A machine without git is told so in a sentence, by the first command of git, and not by a failing import.
os.environ.setdefault("GIT_PYTHON_REFRESH", "quiet")

import git  # noqa: E402

from congbo.dates import VIETNAM  # noqa: E402
from congbo.errors import CongboError, refuse  # noqa: E402
from congbo.place import Place  # noqa: E402

# What a person's configuration may say otherwise and our reading of git's output depends on. The configuration as a whole is
# left in place, because it also says which folders of other owners may be trusted (safe.directory).
_CONFIG = {
    "core.fsmonitor": "false",
    "core.quotePath": "false",
    "diff.orderFile": os.devnull,
    "i18n.logOutputEncoding": "UTF-8",
    "log.follow": "false",
    "log.showSignature": "false",
}
_CLEAN = {
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "LC_ALL": "C",
    "GIT_CONFIG_COUNT": str(len(_CONFIG)),
    **{f"GIT_CONFIG_KEY_{number}": key for number, key in enumerate(_CONFIG)},
    **{f"GIT_CONFIG_VALUE_{number}": value for number, value in enumerate(_CONFIG.values())},
}
# No name, path or time holds NUL or is empty, so two of them stand only between commits.
_BETWEEN = re.compile("\0\0+")


@dataclass(frozen=True, slots=True)
class FileHistory:
    """One file's past: first and last commit times, who contributed, and the paths it had before, oldest first."""

    first: datetime
    last: datetime
    contributors: tuple[str, ...]
    earlier_paths: tuple[str, ...] = ()


@dataclass(frozen=True)
class History:
    """Facts of one commit's history. ``commit`` is empty and ``files`` without entries where there is no repository."""

    commit: str = ""
    files: Mapping[str, FileHistory] = field(default_factory=dict)
    changed: frozenset[str] = frozenset()

    def first_published(self, path: str) -> datetime | None:
        """Return when the file first stood on the branch (the commit's time, in Vietnam), or None for a new file."""
        known = self.files.get(path)
        return known.first if known else None

    def last_changed(self, path: str) -> datetime | None:
        """Return when the file last changed, or None for a new file."""
        known = self.files.get(path)
        return known.last if known else None

    def earlier_paths(self, path: str) -> tuple[str, ...]:
        """Return the paths that the file had before, oldest first."""
        known = self.files.get(path)
        return known.earlier_paths if known else ()


def read_history(root: Path, revision: str = "HEAD", folder: str = "content") -> History:
    """Return the facts of ``revision``'s history in one pass over ``git log``.

    Raises CongboError if there is no repository, the revision is unknown, or the clone is shallow (its dates would be wrong).
    """
    repository = _open(root)
    try:
        return _read(repository, root, revision, folder)
    except git.CommandError as error:
        raise _failed(root, error) from error


def _read(repository: git.Repo, root: Path, revision: str, folder: str) -> History:
    commit = _commit(repository, revision)
    if commit is None:
        return History(changed=_changed(repository, folder))
    if repository.git.rev_parse("--is-shallow-repository") == "true":
        raise refuse("history.shallow", Place(str(root)))
    files = _replayed(_log(repository, commit, folder))
    return History(commit, files, _changed(repository, folder) if revision == "HEAD" else frozenset())


def checkout(root: Path, revision: str, folder: Path) -> None:
    """Write the files of a revision into an empty folder, without touching the working folder or the index.

    From blobs and not by ``git archive``, which leaves out what .gitattributes tells it to. Raises CongboError for an
    unknown revision.
    """
    repository = _open(root)
    commit = _commit(repository, revision)
    if commit is None:
        raise refuse("history.unknown_revision", revision=revision)
    with (
        tempfile.TemporaryDirectory() as beside,
        repository.git.custom_environment(GIT_INDEX_FILE=str(Path(beside) / "index")),
    ):
        repository.git.read_tree(commit)
        repository.git.checkout_index("--all", f"--prefix={folder}/")


def repository_root(start: Path) -> Path:
    """Return the top folder of the repository that ``start`` lies in. Raises CongboError if there is none."""
    top = _open(start).working_tree_dir
    if top is None:
        raise refuse("history.none", Place(str(start)))
    return Path(top)


def _failed(root: Path, error: git.CommandError) -> CongboError:
    """What git could not do: without it there is no history, and without history no judgement."""
    if isinstance(error, git.GitCommandNotFound):
        return refuse("history.no_git")
    lines = str(error.stderr).replace("stderr:", "").strip(" \n'").splitlines()
    return refuse("history.failed", Place(str(root)), detail=lines[0].strip(" '") if lines else str(error.status))


def _open(root: Path) -> git.Repo:
    try:
        repository = git.Repo(root, search_parent_directories=True)
    except (git.InvalidGitRepositoryError, git.NoSuchPathError) as error:
        raise refuse("history.none", Place(str(root))) from error
    repository.git.update_environment(**_CLEAN)
    return repository


def _commit(repository: git.Repo, revision: str) -> str | None:
    try:
        return str(repository.git.rev_parse("--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}"))
    except git.GitCommandError as error:
        if error.status != 1:  # git says 1 for a name that leads nowhere, and more when it cannot read the repository
            raise
        if revision == "HEAD":
            return None
        raise refuse("history.unknown_revision", revision=revision) from error


def _changed(repository: git.Repo, folder: str) -> frozenset[str]:
    """Return the paths that the working folder holds otherwise than the commit does."""
    status = repository.git.status(
        "--porcelain",
        "-z",
        "--no-renames",
        "--untracked-files=all",
        "--",
        folder,
        "policies",
        "theme",
        "pelicanconf.py",
    )
    return frozenset(entry[3:] for entry in status.split("\0") if entry)


@dataclass(frozen=True, slots=True)
class _Change:
    when: datetime
    who: str
    kind: str
    path: str
    source: str = ""


def _log(repository: git.Repo, commit: str, folder: str) -> Iterator[_Change]:
    """Yield the changes along the first parents, oldest first: what the branch showed, not what was drafted beside it."""
    output = repository.git.log(
        commit, "--", folder,
        first_parent=True, reverse=True, name_status=True, find_renames="50%", z=True, m=True,
        format="%x00%x00%ct%x00by %an",
    )  # fmt: skip
    for entry in filter(None, _BETWEEN.split(output)):
        time, who, *words = entry.split("\0")
        when = datetime.fromtimestamp(int(time), UTC).astimezone(VIETNAM)
        yield from _changes(when, who.removeprefix("by "), [word.lstrip("\n") for word in words if word.lstrip("\n")])


def _changes(when: datetime, who: str, words: list[str]) -> Iterator[_Change]:
    rest = iter(words)
    for status in rest:
        if status[0] in "RC":
            source = next(rest)
            yield _Change(when, who, status[0], next(rest), source)
        else:
            yield _Change(when, who, status[0], next(rest))


def _replayed(changes: Iterator[_Change]) -> Mapping[str, FileHistory]:
    files: dict[str, FileHistory] = {}
    for change in changes:
        if change.kind == "D":
            files.pop(change.path, None)
        else:
            before = files.pop(change.source if change.kind == "R" else change.path, None)
            files[change.path] = _next(before, change)
    return files


def _next(before: FileHistory | None, change: _Change) -> FileHistory:
    if before is None or change.kind == "C":
        return FileHistory(change.when, change.when, (change.who,))
    # A file that lay at another depth had no address there.
    addressed = change.kind == "R" and change.source.count("/") == change.path.count("/")
    earlier = (*before.earlier_paths, change.source) if addressed else before.earlier_paths
    who = before.contributors if change.who in before.contributors else (*before.contributors, change.who)
    return FileHistory(before.first, change.when, who, earlier)
