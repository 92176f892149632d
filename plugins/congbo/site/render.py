"""Facts to bytes: a pure function of the facts and the theme."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

import jinja2

from congbo.errors import refuse
from congbo.facts import addresses
from congbo.locale import words_of_pages
from congbo.place import Place
from congbo.site.environment import Compiled, Environment
from congbo.site.linked_data import linked_data
from congbo.site.parts import HIDDEN, Kept
from congbo.site.theme_files import edition_files, front_files
from congbo.site.views import Facts, FileFacts, SomeFacts, TextFacts

AS_KEPT = "__plain_%s.cache"  # Jinja's own name would find what earlier programs compiled otherwise


class Theme:
    """The templates of a theme folder, compiled once."""

    def __init__(self, folder: Path, compiled: Path | None = None) -> None:
        """``compiled``: a folder where templates are kept as Python's code; only this program's user may write there."""
        if not (folder / "templates").is_dir():
            raise refuse("build.theme", Place("theme/templates"), file="theme/templates", detail="-")
        self.folder = folder
        self._filled: dict[str, Any] = {}
        self._environment = Environment(
            loader=jinja2.FileSystemLoader(folder / "templates"),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            auto_reload=False,
            cache_size=-1,
            bytecode_cache=Compiled(str(compiled), AS_KEPT) if compiled else None,
        )
        self._environment.filled = self._filled
        # Templates that others import are made ready once, not for every page: there these names are those of the page that
        # is being filled.
        self._environment.globals.update({name: _Seen(self._filled, name) for name in ("page", "root", "t", "fact")})
        self._environment.globals.update(kept=Kept(self._filled, self._part), linked_data=linked_data)
        self._environment.globals.update(specimen=self._specimen, tokens=self._tokens)

    def render(self, template: str, facts: SomeFacts) -> bytes:
        """Return the page of these facts. Raises CongboError, naming the template, if the theme is broken."""
        if isinstance(facts, FileFacts):
            return facts.data
        if isinstance(facts, TextFacts):
            return facts.text.encode()
        lang = language_of(facts)
        root = "/" if template == "not_found.html" else addresses.root_of(facts.url)
        by_key = {one.key: one for one in getattr(facts, "facts", ())}
        return self.fill(template, {"page": facts, "root": root, "t": words(lang), "fact": by_key})

    def fill(self, template: str, values: Mapping[str, Any]) -> bytes:
        """Return a template filled with values."""
        for name in HIDDEN:
            self._filled.pop(name, None)  # of the page that was filled before
        self._filled.update(values)
        try:
            return self._environment.get_template(template).render(values).encode()
        except jinja2.TemplateNotFound as error:
            raise refuse("build.theme", Place("theme/templates"), file=error.name, detail="?") from error
        except (jinja2.TemplateError, AttributeError, TypeError, ValueError, KeyError) as error:
            place = _broken_at(error, template)
            raise refuse("build.theme", place, file=place.path, detail=str(error) or "?") from error

    def _part(self, template: str, values: Mapping[str, Any]) -> str:
        return self._environment.get_template(template).render(values).removesuffix("\n")

    def _specimen(self, one: Any) -> Any:
        from congbo.site.specimens import Specimens  # for the pages of components alone

        return Specimens(self._filled, self._part)(one)

    def _tokens(self, palette: str) -> Any:
        from congbo.site.tokens import tokens

        return tokens(self.folder, palette)

    def static(self) -> Mapping[str, bytes]:
        """Return the static files of an edition: output path -> bytes. Raises CongboError if there are none."""
        return edition_files(self.folder)

    def front(self) -> Mapping[str, bytes]:
        """Return the static files of the page that lists the portals. Raises CongboError if there are none."""
        return front_files(self.folder)


class _Seen:
    """A value of the page that is being filled, as templates see it that are imported."""

    __slots__ = ("_filled", "_name")

    def __init__(self, filled: Mapping[str, Any], name: str) -> None:
        self._filled = filled
        self._name = name

    def __getattr__(self, name: str) -> Any:
        return getattr(self._filled[self._name], name)

    def __call__(self, *words: Any, **params: Any) -> Any:
        return self._filled[self._name](*words, **params)

    def __getitem__(self, key: Any) -> Any:
        return self._filled[self._name][key]

    def __contains__(self, key: Any) -> bool:
        return key in self._filled[self._name]

    def __str__(self) -> str:
        return str(self._filled[self._name])


def _broken_at(error: Exception, template: str) -> Place:
    """Return the template and line of a fault: the innermost template on the way, not the one that was asked for."""
    if isinstance(error, jinja2.TemplateSyntaxError):
        return Place(f"theme/templates/{error.name or template}", error.lineno)
    frames = [f for f in traceback.extract_tb(error.__traceback__) if "/templates/" in f.filename]
    if not frames:
        return Place(f"theme/templates/{template}")
    return Place(f"theme/templates/{frames[-1].filename.rpartition('/templates/')[2]}", frames[-1].lineno or 0)


def language_of(facts: Facts) -> str:
    """Return the language of a page's facts."""
    chrome = getattr(facts, "chrome", None)
    return str(chrome.lang if chrome else getattr(facts, "lang", "vi"))


@lru_cache(maxsize=16)
def words(lang: str) -> Callable[..., str]:
    """Return the function that templates call for a sentence: ``t("page.skip")``."""
    catalogue = words_of_pages(lang)

    def sentence(key: str, /, **params: object) -> str:
        return catalogue[key].format(**params)

    return sentence
