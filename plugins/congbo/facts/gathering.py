"""What a main portal takes from its components: which of them it looks at, and what they offer to it (QN-11.4)."""

from __future__ import annotations

from congbo.item import Item
from congbo.item.model import OFFERED
from congbo.policy import Policy
from congbo.policy.portals import Portal


def components(policy: Policy, portal: str, edition: str) -> tuple[Portal, ...]:
    """Return the component portals of a portal that are on the same network, in the order of the policies.

    What a component shows on another network only is none of this edition's.
    """
    return tuple(one for one in policy.children(portal) if edition in one.editions)


def offered(item: Item) -> bool:
    """Tell whether the component's board offers an item to the main portal."""
    return item.fields.get(OFFERED) is True
