"""The only importer of git: opens repositories and runs git, with an environment that does not mislead."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

# A machine without git is told so in a sentence, by the first command of git, and not by a failing import.
os.environ.setdefault("GIT_PYTHON_REFRESH", "quiet")

import git

from congbo.errors import CongboError, refuse
from congbo.history.branch import replayed
from congbo.history.model import History
from congbo.history.running import CLEAN
from congbo.place import Place


def read_history(root: Path, revision: str = "HEAD", folder: str = "content") -> History:
    """Return the facts of ``revision``'s history in one pass over the branch.

    Raises CongboError if there is no repository, the revision is unknown, or the clone is shallow (its dates would be wrong).
    """
    repository = _open(root)
    try:
        return _read(repository, revision, folder)
    except git.CommandError as error:
        raise _failed(root, error) from error


def _read(repository: git.Repo, revision: str, folder: str) -> History:
    commit = _commit(repository, revision)
    if commit is None:
        return History(changed=_changed(repository, folder))
    files = replayed(Path(repository.working_tree_dir or repository.git_dir), commit, folder)
    return History(commit, files, _changed(repository, folder) if revision == "HEAD" else frozenset())


def commit_of(root: Path, revision: str) -> str:
    """Return the commit that a revision names. Raises CongboError for an unknown revision."""
    repository = _open(root)
    try:
        commit = _commit(repository, revision)
    except git.CommandError as error:
        raise _failed(root, error) from error
    if commit is None:
        raise refuse("history.unknown_revision", revision=revision)
    return commit


def answer(root: Path, *words: str, nothing: int | None = None) -> str:
    """Return what git prints for these words, "" if it ends with the code ``nothing``. Raises CongboError if git fails."""
    try:
        return str(_open(root).git.execute(["git", *words], strip_newline_in_stdout=False))
    except git.CommandError as error:
        if nothing is not None and error.status == nothing:
            return ""
        raise _failed(root, error) from error


def blob_reader(root: Path) -> Callable[[str], bytes]:
    """Return the function from a blob's id to its bytes, which raises CongboError where git lacks the blob."""
    repository = _open(root)

    def read(blob: str) -> bytes:
        try:
            return bytes(repository.git.get_object_data(blob)[3])
        except (ValueError, git.CommandError) as error:
            raise refuse("history.failed", Place(str(root)), detail=str(error)) from error

    return read


def repository_root(start: Path) -> Path:
    """Return the top folder of the repository that ``start`` lies in, of a bare one its git folder.

    Raises CongboError if there is none.
    """
    found = _open(start)
    return Path(found.working_tree_dir or found.git_dir)


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
    repository.git.update_environment(**CLEAN)
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
    """Return the paths that the working folder holds otherwise than the commit does; a bare repository has none."""
    if repository.bare:
        return frozenset()
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
