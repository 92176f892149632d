"""What stands above the editions of a build: the page that lists the portals, and what its manifest says beside the files."""

from __future__ import annotations

from collections.abc import Iterable

from congbo.deploy.manifest import ReleaseFacts
from congbo.facts.corpus import Corpus
from congbo.locale import words_of_pages
from congbo.site.built import Built
from congbo.site.portals_page import portal_groups
from congbo.site.render import Theme, words


def front_page(theme: Theme, corpus: Corpus, built: Iterable[Built]) -> bytes:
    """Return the page that lists the portals."""
    preview = words_of_pages("vi")["preview.banner"] if corpus.previewed is not None else ""
    groups = portal_groups(corpus.policy, list(built))
    return theme.fill("portals.html", {"portals": groups, "root": "", "t": words("vi"), "preview": preview})


def facts_of(corpus: Corpus) -> ReleaseFacts:
    """Return what the manifest of a build of this corpus says beside the files."""
    commit, changed = corpus.history.commit, len(corpus.history.changed)
    mark = "preview" if corpus.previewed is not None else ""
    return ReleaseFacts(f"{commit}+{changed}" if changed else commit, None, corpus.today, mark=mark)
