"""Organisation charts: the list of bodies by level, and a drawing of it where the item brings no picture."""

from __future__ import annotations

from typing import Final

from congbo.item import Image, Item
from congbo.site.index import Index
from congbo.site.views.charts import Body, Organisation

_BODIES, _PICTURE = "cac_bo_phan", "hinh_so_do"
_INDENT: Final = 2  # spaces of a level


def tree_of(_: Index, item: Item) -> Organisation:
    """Return the bodies of a chart; none is more than one level below that before it."""
    lines = item.fields.get(_BODIES)
    bodies: list[Body] = []
    for line in lines if isinstance(lines, tuple) else ():
        written = (len(line) - len(line.lstrip())) // _INDENT
        bodies.append(Body(min(written, bodies[-1].level + 1) if bodies else 0, line.strip()))
    if not bodies or isinstance(item.fields.get(_PICTURE), Image):
        return Organisation(tuple(bodies))
    from congbo.site.drawing.tree import tree  # most charts bring a picture

    return Organisation(tuple(bodies), tree([(body.level, body.name) for body in bodies]))
