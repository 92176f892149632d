"""One mutant before the tests: a forked process in which the gate is loaded with the fault in it; no file is altered.

pytest reads the tests and their stories once. Each test is run once without a fault, so that it is known how long it takes
and which functions it comes through; a mutant then meets only the tests that come through its function, the quickest first.
"""

from __future__ import annotations

import importlib
import importlib.abc
import importlib.machinery
import importlib.util
import os
import resource
import signal
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import _lru_cache_wrapper
from types import FrameType, FunctionType, ModuleType
from typing import Any

import pytest
from _pytest.runner import runtestprotocol

PACKAGE = "congbo.facts.gate"
MODEL = f"{PACKAGE}.model"  # the stories are made of its values, so that all of them are told anew with it
FRESH = (PACKAGE, "congbo.review", "congbo.register", "congbo.server", "support", "attacks", "honest")
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


@dataclass
class Known:
    """A test, how many seconds it takes, and which functions (module, name) it comes through."""

    item: pytest.Item
    seconds: float = 0.0
    through: set[tuple[str, str]] = field(default_factory=set)


def learn(items: Sequence[pytest.Item]) -> list[Known] | None:
    """Run every test once and return what is known of each, the quickest first; None if one fails."""
    known = [Known(item) for item in items]
    for one in known:
        _forget()
        began = time.monotonic()
        sys.settrace(_tracer(one.through))
        failed = _fails(one.item)
        sys.settrace(None)
        one.seconds = time.monotonic() - began
        if failed:
            return None
    return sorted(known, key=lambda one: one.seconds)


def _tracer(through: set[tuple[str, str]]) -> Any:
    def called(frame: FrameType, _event: str, _arg: object) -> None:
        name = frame.f_globals.get("__name__", "")
        if name.startswith(PACKAGE):
            through.add((name, frame.f_code.co_qualname.replace(".<locals>", "")))

    return called


def start(known: Sequence[Known], module: str, where: str, source: str) -> int:
    """Fork a process that runs the tests with a module's source exchanged; return its id. Its exit code tells the outcome."""
    process = os.fork()
    if process:
        return process
    try:
        resource.setrlimit(resource.RLIMIT_CPU, (LIMIT, LIMIT + 1))
        quiet = os.open(os.devnull, os.O_WRONLY)
        os.dup2(quiet, 1)
        os.dup2(quiet, 2)
        sys.meta_path.insert(0, _Loader(module, source))
        failed = _tables() if module == MODEL else _found(known, module, where)
    except BaseException:  # a module that cannot even be loaded is found too
        failed = True
    os._exit(1 if failed else 0)


def _found(known: Sequence[Known], module: str, where: str) -> bool:
    """Load the gate anew, without the values that stories are made of, and tell whether a test fails."""
    _load()
    named = {name for one in known for owner, name in one.through if owner == module}
    wanted = [one for one in known if where not in named or (module, where) in one.through]
    return any(_fails(one.item) for one in wanted)


def _load() -> None:
    """Load the gate anew and put its functions and classes where the old ones stand."""
    for name in [one for one in sys.modules if one.startswith(PACKAGE) and one != MODEL]:
        del sys.modules[name]
    importlib.import_module(PACKAGE)
    _forget()
    for module in [one for name, one in sys.modules.items() if not name.startswith(PACKAGE)]:
        for name, value in list(vars(module).items()) if isinstance(module, ModuleType) else ():
            origin = value.__module__ if isinstance(value, (FunctionType, type)) else ""
            if isinstance(origin, str) and origin.startswith(PACKAGE) and origin != MODEL:
                setattr(module, name, getattr(importlib.import_module(origin), value.__name__))


def _forget() -> None:
    """Empty what the tests keep from one to the next."""
    for module in [one for name, one in sys.modules.items() if name.startswith("test_")]:
        for value in vars(module).values():
            if isinstance(value, _lru_cache_wrapper):
                value.cache_clear()


def _tables() -> bool:
    """Load the stories anew too, and tell whether one ends otherwise."""
    for name in [one for one in sys.modules if one.startswith(FRESH) and one not in KEPT]:
        del sys.modules[name]
    rows = (*importlib.import_module("attacks").ATTACKS.values(), *importlib.import_module("honest").HONEST.values())
    return any(story.codes() != expected for story, expected in rows)


def _fails(item: pytest.Item) -> bool:
    return any(report.failed for report in runtestprotocol(item, log=False, nextitem=None))


def ended(running: dict[int, Any]) -> Iterator[tuple[Any, str]]:
    """Wait for one of the processes; yield what it was about and what became of it."""
    process, status = os.wait()
    yield running.pop(process), outcome(status)


def outcome(status: int) -> str:
    """Return what an exit status tells."""
    if os.WIFSIGNALED(status):
        return SLOW if os.WTERMSIG(status) == signal.SIGXCPU else KILLED
    return KILLED if os.WEXITSTATUS(status) else SURVIVED
