"""One edition of one portal, built by a run of Pelican."""

from __future__ import annotations

import io
import logging
from collections.abc import Callable, Mapping
from contextlib import redirect_stdout
from pathlib import Path
from typing import Any

from pelican import Pelican
from pelican.settings import read_settings

from congbo.errors import CongboError, refuse
from congbo.facts.corpus import Corpus
from congbo.site.built import Built
from congbo.site.render import Theme
from congbo.site.writer import PageWriter

PLUGIN = "congbo.site.plugin"


# Takes a file by its path within the edition, its bytes, and the id of the item that it comes from.
Taker = Callable[[str, bytes, str | None], None]


def build_edition(
    root: Path, corpus: Corpus, portal: str, edition: str, out: Path, theme: Theme, taker: Taker | None = None
) -> Built:
    """Build an edition into ``out``, or into the hands of ``taker``, with a theme compiled once for all editions.

    Raises CongboError if Pelican reports an error or ran without our plugin.
    """
    recorder = _Recorder()
    logging.getLogger("pelican").addHandler(recorder)
    try:
        pelican = Pelican(_settings(root, corpus, portal, edition, out) | {"CONGBO_THEME": theme, "CONGBO_SINK": taker})
        _assert_registered(pelican)
        writer = _run(pelican)
    except CongboError:
        raise
    # SystemExit too: a pelicanconf.py that exits would otherwise pass for a build that succeeded.
    except (Exception, SystemExit) as error:
        raise refuse("build.pelican", detail=f"{type(error).__name__}: {error}") from error
    finally:
        logging.getLogger("pelican").removeHandler(recorder)
    if recorder.errors:
        raise refuse("build.pelican", detail=recorder.errors[0])
    return Built(portal, edition, out, dict(writer.claims))


def _run(pelican: Pelican) -> PageWriter:
    """Run Pelican and return the writer that it used."""
    used: list[PageWriter] = []
    original = pelican._get_writer

    def remembered() -> PageWriter:
        used.append(original())
        return used[-1]

    pelican._get_writer = remembered
    # Pelican counts its own articles on stdout, which belongs to our answer.
    with redirect_stdout(io.StringIO()):
        pelican.run()
    if not used:
        raise refuse("build.plugin_missing")
    return used[-1]


def _assert_registered(pelican: Pelican) -> None:
    """A plugin that fails to load leaves Pelican running without it, with exit code 0."""
    if not any(getattr(plugin, "__name__", "") == PLUGIN for plugin in pelican.plugins):
        raise refuse("build.plugin_missing")


def _settings(root: Path, corpus: Corpus, portal: str, edition: str, out: Path) -> dict[str, Any]:
    own = root / "pelicanconf.py"
    settings: dict[str, Any] = read_settings(
        str(own) if own.is_file() else None,
        override={
            **QUIET,
            "PATH": str(root),  # must be there, though all items come from the corpus
            "THEME": str(root / "theme"),
            "OUTPUT_PATH": str(out),
            "PLUGINS": [PLUGIN],
            "CONGBO_CORPUS": corpus,
            "CONGBO_ROOT": str(root),
            "CONGBO_PORTAL": portal,
            "CONGBO_EDITION": edition,
        },
    )
    return settings


# Pelican's own articles, pages, feeds and copies: all of these are ours.
QUIET: Mapping[str, Any] = {
    "ARTICLE_PATHS": [],
    "PAGE_PATHS": [],
    "STATIC_PATHS": [],
    "THEME_STATIC_PATHS": [],
    "DIRECT_TEMPLATES": [],
    "FEED_ALL_ATOM": None,
    "CATEGORY_FEED_ATOM": None,
    "TRANSLATION_FEED_ATOM": None,
    "AUTHOR_FEED_ATOM": None,
    "AUTHOR_FEED_RSS": None,
    "CACHE_CONTENT": False,
    "DELETE_OUTPUT_DIRECTORY": False,
    "TIMEZONE": "Asia/Ho_Chi_Minh",
    "DEFAULT_LANG": "vi",
    "SITEURL": "",
    "TYPOGRIFY": False,
}


class _Recorder(logging.Handler):
    """Keeps what Pelican logs as an error: Pelican itself would go on and exit with 0."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.errors: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one record."""
        self.errors.append(record.getMessage())
