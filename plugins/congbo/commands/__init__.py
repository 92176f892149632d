"""The commands: ``main(argv) -> int`` each; parse, call, print, return. The table is written, not discovered."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from congbo.commands import build, check, explain, publish, rules, serve

COMMANDS: Mapping[str, Callable[[Sequence[str]], int]] = {
    "check": check.main,
    "rules": rules.main,
    "explain": explain.main,
    "build": build.main,
    "publish": publish.main,
    "serve": serve.main,
}
