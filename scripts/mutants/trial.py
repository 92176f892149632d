"""One mutant before the tests: a forked process in which the package is loaded with the fault in it; no file is altered."""

from __future__ import annotations

import importlib
import importlib.abc
import importlib.machinery
import importlib.util
import os
import resource
import signal
import sys
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType

import pytest

PACKAGE = "congbo.facts.gate"
# What is loaded anew with every mutant: the package, all that has read it, and the tests' own stories.
FRESH = (PACKAGE, "congbo.review", "congbo.register", "congbo.server", "support", "attacks", "honest", "test_")
KEPT = ("support.trees",)
KILLED, SURVIVED, SLOW = "killed", "survived", "slow"
LIMIT = 60  # seconds of work after which a mutant that goes round for ever counts as found


class _Loader(importlib.abc.MetaPathFinder, importlib.abc.InspectLoader):
    """Finds one module, with a source of our own."""

    def __init__(self, name: str, source: str) -> None:
        self.name, self.source = name, source

    def find_spec(
        self, fullname: str, path: Sequence[str] | None = None, _target: ModuleType | None = None
    ) -> importlib.machinery.ModuleSpec | None:
        found = importlib.machinery.PathFinder.find_spec(fullname, path) if fullname == self.name else None
        if found is None:
            return None
        spec = importlib.util.spec_from_loader(fullname, self, origin=found.origin)
        if spec and found.submodule_search_locations:
            spec.submodule_search_locations = found.submodule_search_locations
        if spec:
            spec.has_location = True
        return spec

    def get_source(self, fullname: str) -> str | None:
        return self.source if fullname == self.name else None


def start(module: str, source: str, tests: Path) -> int:
    """Fork a process that runs the tests with a module's source exchanged; return its id. Its exit code tells the outcome."""
    process = os.fork()
    if process:
        return process
    try:
        resource.setrlimit(resource.RLIMIT_CPU, (LIMIT, LIMIT + 1))
        quiet = os.open(os.devnull, os.O_WRONLY)
        os.dup2(quiet, 1)
        os.dup2(quiet, 2)
        load_with(module, source)
        failed = tables(tests) or run(tests)
    except BaseException:  # a module that cannot even be loaded is found too
        failed = True
    os._exit(1 if failed else 0)


def load_with(module: str, source: str) -> None:
    """Forget the package and all that has read it; one module will be loaded with another source."""
    for name in [one for one in sys.modules if one.startswith(FRESH) and one not in KEPT]:
        del sys.modules[name]
    sys.meta_path.insert(0, _Loader(module, source))


def tables(tests: Path) -> bool:
    """Return whether a story of the tables ends otherwise: most faults show here, before pytest has read its files."""
    sys.path.insert(0, str(tests))
    rows = (*importlib.import_module("attacks").ATTACKS.values(), *importlib.import_module("honest").HONEST.values())
    return any(story.codes() != expected for story, expected in rows)


def run(tests: Path) -> bool:
    """Run the tests in this process; return whether one fails."""
    return pytest.main(["-x", "-q", "-p", "no:cacheprovider", "-p", "no:xdist", str(tests)]) != pytest.ExitCode.OK


def outcome(status: int) -> str:
    """Return what an exit status tells."""
    if os.WIFSIGNALED(status):
        return SLOW if os.WTERMSIG(status) == signal.SIGXCPU else KILLED
    return KILLED if os.WEXITSTATUS(status) else SURVIVED
