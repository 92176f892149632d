"""Emergency banners: on every page of a portal for as long as they hold."""

from __future__ import annotations

from collections.abc import Iterator

from congbo.facts import takedowns
from congbo.site.days import day_in
from congbo.site.index import Index
from congbo.site.views import Banner

_WORDS = {"en": "loi_bao_en"}


def banners(index: Index, lang: str) -> Iterator[Banner]:
    """Yield the banners of an edition at the corpus' moment, the latest first; in Vietnamese where nobody translated one."""
    for record in takedowns.banners(index.corpus.policy, index.portal.id, index.moment):
        own = record.values.get(_WORDS.get(lang, ""))
        since = day_in(takedowns.begins(record), lang)
        url = str(record.values.get("xem_them", ""))
        yield Banner(str(own or record.values["loi_bao"]), lang if own else "vi", since, url)
