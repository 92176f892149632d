"""The page that lists the built portals, for whoever opens the folder."""

from __future__ import annotations

from collections.abc import Iterable

from congbo.locale import words_of_pages
from congbo.policy import Policy
from congbo.site.built import Built
from congbo.site.views import Link, LinkGroup


def portal_groups(policy: Policy, built: Iterable[Built]) -> tuple[LinkGroup, ...]:
    """Return one group a main portal: its editions first, then its components."""
    editions = list(built)
    mains = [policy.portals[one.portal] for one in editions if not policy.portals[one.portal].parent]
    groups = {p.id: LinkGroup(p.short.vi, tuple(_links(policy, editions, p.id))) for p in mains}
    rest = [
        one for one in editions if policy.portals[one.portal].parent and policy.portals[one.portal].parent not in groups
    ]
    others = (LinkGroup(policy.portals[one.portal].short.vi, tuple(_links(policy, [one], one.portal))) for one in rest)
    return (*groups.values(), *others)


def _links(policy: Policy, built: list[Built], main: str) -> Iterable[Link]:
    family = [one for one in built if one.portal == main] + [
        one for one in built if policy.portals[one.portal].parent == main
    ]
    for one in family:
        portal = policy.portals[one.portal]
        network = words_of_pages("vi")[f"edition.{one.edition}"]
        title = portal.name.vi + (f" ({network})" if len(portal.editions) > 1 else "")
        yield Link(title, f"{one.portal}/{one.edition}/index.html")
