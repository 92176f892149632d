"""Facts of git's history; the only importer of git is ``repository``. Facts go out, never repository objects."""

from congbo.history.model import FileHistory, History
from congbo.history.repository import checkout, read_history, repository_root

__all__ = ["FileHistory", "History", "checkout", "read_history", "repository_root"]
