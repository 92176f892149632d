"""Where the editors' guide is."""

from __future__ import annotations

from congbo.site.index import Index


def has_guide(index: Index) -> bool:
    """Tell whether an edition has the guide: where a portal has a network of its own, its editors read it there."""
    return not index.preview and (index.edition == "wan" or "wan" not in index.portal.editions)


def has_components(index: Index) -> bool:
    """Tell whether an edition has the pages of components: where the guide is, if the portal asks for them."""
    return has_guide(index) and index.portal.components
