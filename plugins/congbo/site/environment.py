"""Jinja's environment without what no template of a theme needs and every page would pay for.

All changes are through what Jinja offers for them (``context_class``, ``make_globals``, ``code_generator_class``) and give
the same text.
"""

from __future__ import annotations

from collections.abc import Callable, MutableMapping
from typing import Any

import jinja2
from jinja2.environment import TemplateModule
from jinja2.runtime import Context

from congbo.site.compiling import PlainCode, PlainMacro, Record, escaped


class PlainContext(Context):
    """A context that does not ask what a template calls whether it wants to know the context: nothing of ours does."""

    def call(
        self,
        called: Callable[..., Any],
        /,
        *args: Any,
        _loop_vars: object = None,
        _block_vars: object = None,
        **kwargs: Any,
    ) -> Any:
        """Call something; the variables of the loop and block around it would be for a function that knows the context."""
        return called(*args, **kwargs)


class Compiled(jinja2.FileSystemBytecodeCache):
    """Templates as Python's code, kept by their names and what they say, wherever the theme lies.

    The publisher takes the theme out of git, into another folder each time, and would compile every template anew.
    """

    def get_cache_key(self, name: str, filename: str | None = None) -> str:  # noqa: ARG002  # as Jinja calls it
        """Return the key of a template; of another text of the same name Jinja sees that it is another."""
        return super().get_cache_key(name)


class PlainTemplate(jinja2.Template):
    """A template of which others import macros: what stands outside of these is run once, for whichever page comes first."""

    environment: Environment

    def _get_default_module(self, ctx: Context | None = None) -> TemplateModule:
        """Return the macros. A look at the page, its root or language raises KeyError while they are made ready."""
        if self._module is not None:
            return super()._get_default_module(ctx)
        filled = self.environment.filled
        hidden = dict(filled)
        filled.clear()
        try:
            return super()._get_default_module(ctx)
        finally:
            filled.update(hidden)


class Environment(jinja2.Environment):
    """An environment whose globals are all there before its first template is loaded.

    ``filled``: the values of the page that is being filled, as templates see them that others import.
    """

    template_class = PlainTemplate
    filled: dict[str, Any]

    context_class = PlainContext
    code_generator_class = PlainCode
    macro = PlainMacro
    record = Record
    escaped = staticmethod(escaped)

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """Return the globals of a template as one mapping; Jinja's chain of two is slow to compare at every import."""
        return {**self.globals, **(d or {})}
