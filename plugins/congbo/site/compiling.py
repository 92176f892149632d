"""How templates become Python: as Jinja does it, without asking at every value what a theme of ours never has.

A page has some hundred values, fifty calls and forty macros; Jinja's compiler has hooks for what it writes for each.
The text that comes out is the same.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import jinja2
from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.runtime import Macro
from jinja2.utils import missing
from markupsafe import Markup, escape

_SHORT = 100  # letters: labels, names and addresses, which come again on page after page

_remembered = lru_cache(maxsize=4096)(escape)


def escaped(value: object) -> str:
    """Return a value as HTML: what is HTML already as it is."""
    if type(value) is Markup:
        return value
    if type(value) is str and len(value) < _SHORT:
        return _remembered(value)
    return escape(value)


class Record(dict[str, Any]):
    """A mapping that a template writes: ``{"day": 1}.day``."""

    def __getattr__(self, name: str) -> Any:
        if name in self:
            return self[name]
        raise AttributeError(name)


class PlainMacro(Macro):
    """A macro that is nearly always called with arguments in their places, and then needs nothing looked up."""

    def __init__(self, environment: jinja2.Environment, *words: Any) -> None:
        super().__init__(environment, *words)
        count = len(self.arguments)
        self._absent = tuple((missing,) * (count - given) for given in range(count + 1))
        self._most = -1 if self.catch_kwargs or self.catch_varargs or self.caller else count

    def __call__(self, *args: Any, **kwargs: Any) -> str:
        """Return what the macro writes, as HTML."""
        given = len(args)
        if kwargs or given > self._most:
            return super().__call__(*args, **kwargs)
        return str.__new__(Markup, self._func(*args, *self._absent[given]))


class PlainCode(CodeGenerator):
    """Writes attributes, calls and values as Python has them; an attribute that is not there is an ``AttributeError``."""

    def write_commons(self) -> None:
        """Give every function of a template the names that are ours."""
        super().write_commons()
        self.writeline("escape = environment.escaped")
        self.writeline("Macro = environment.macro")
        self.writeline("Record = environment.record")

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802  # the name is Jinja's
        """Write ``value.name``."""
        self.write("(")
        self.visit(node.node, frame)
        self.write(f").{node.attr}")

    def visit_Dict(self, node: nodes.Dict, frame: Frame) -> None:  # noqa: N802
        """Write a mapping whose entries are attributes too."""
        self.write("Record(")
        super().visit_Dict(node, frame)
        self.write(")")

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: N802
        """Write ``value(arguments)``: what templates call asks for no context (see ``PlainContext``)."""
        if forward_caller or node.dyn_args or node.dyn_kwargs:
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.visit(node.node, frame)
        self.write("(")
        for one in (*node.args, *node.kwargs):
            self.visit(one, frame)
            self.write(", ")
        self.write(")")
