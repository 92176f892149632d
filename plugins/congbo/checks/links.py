"""Links.

What it checks: that a portal leads to the hosts that a clause names and to the portals of its components or of other bodies;
that these links lead to portals and bodies which exist; and that every other host that an item links to was reviewed by the
board (`policies/hosts.yml`) and not refused. It never asks the network.
Why: the regulations demand direct, full and exact links, and forbid links to unlawful content and in another's name.
How to fix: add the link item that the finding shows, correct or end one that leads nowhere, or let the board review the host.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from congbo.checks.ruled import Ruled
from congbo.dates import holds
from congbo.facts import linked
from congbo.facts.corpus import Corpus
from congbo.facts.linked import Outbound
from congbo.finding import Finding, Severity
from congbo.item import Item
from congbo.message import say
from congbo.place import Place
from congbo.policy import Policy
from congbo.policy.portals import Portal
from congbo.policy.rule import Rule
from congbo.policy.units import Unit


def check(corpus: Corpus, ruled: Ruled) -> Iterator[Finding]:
    """Yield a finding for each link that is missing, dead, refused or not reviewed."""
    params = ruled.rule.params
    if "outbound" in params:
        yield from _outbound(corpus, ruled)
    if "required" in params:
        yield from _required(corpus, ruled, params["required"])
    if "registry" in params:
        yield from _registry(corpus, ruled, params["registry"])
    if params.get("alive"):
        yield from _alive(corpus, ruled)


def of_one_item(rule: Rule) -> bool:
    """Tell whether the rule is about each item's own links; all others look at the portal as a whole."""
    return "outbound" in rule.params


def sees(corpus: Corpus, ruled: Ruled, item: Item) -> Iterator[tuple[str, str]]:
    """Yield the hosts that the item leads to, with the editions in which it does."""
    if {"required", "registry"} & ruled.rule.params.keys() and linked.shown_today(corpus, item):
        editions = [edition for edition in ruled.portal.editions if item.in_edition(edition)]
        yield from (("", f"{link.host} {editions}") for link in linked.field_links(corpus, item))


def group_of(_: Ruled, __: Finding) -> str:
    """Return the one group: all that is said beside single items is said of the portal."""
    return ""


def enough(_: Ruled) -> int:
    """Return 1: one link to a host is enough."""
    return 1


def _required(corpus: Corpus, ruled: Ruled, hosts: tuple[str, ...]) -> Iterator[Finding]:
    if ruled.rule.if_any and _declared_none(corpus, ruled):
        return
    there = linked.linked_hosts(corpus, ruled.portal)
    for host in hosts:
        if host not in there:
            severity = Severity.INFO if ruled.rule.if_any else None
            yield _missing(ruled, host, severity)


def _declared_none(corpus: Corpus, ruled: Ruled) -> bool:
    return any(
        said.clause == ruled.clause.id and holds(said.from_, said.until, corpus.today) for said in ruled.portal.none
    )


def _registry(corpus: Corpus, ruled: Ruled, registry: str) -> Iterator[Finding]:
    """A body is reached by any of its portals; the portal above is linked from the head of every page."""
    policy, portal = corpus.policy, ruled.portal
    parent = policy.portals.get(portal.parent)
    there = linked.linked_hosts(corpus, portal) | set(linked.hosts_of(parent) if parent else ())
    for other, ways in _listed(policy, portal, registry):
        owner = policy.units.get(other.owner)
        exists = other.regulation_on(corpus.today) is not None and linked.in_force(owner, corpus.today)
        if exists and not any(host in there for way in ways for host in linked.hosts_of(way)):
            hosts = [host for way in ways for host in linked.hosts_of(way)]
            yield _unlisted(ruled, other.name if len(ways) == 1 else owner.name if owner else other.owner, hosts)


def _listed(policy: Policy, portal: Portal, registry: str) -> Iterator[tuple[Portal, list[Portal]]]:
    """Yield each portal that is to be linked, with those that may stand for it."""
    if registry == "components":
        yield from ((child, [child]) for child in policy.children(portal.id))
        return
    owners: dict[str, list[Portal]] = defaultdict(list)
    for other in linked.family(policy, portal):
        owners[other.owner].append(other)
    owners.pop(portal.owner, None)
    yield from ((ways[0], ways) for ways in owners.values())


def _unlisted(ruled: Ruled, name: object, hosts: list[str]) -> Finding:
    words = {"hosts": hosts, "host": hosts[0], "name": name, "portal": ruled.portal.name}
    return ruled.finding(_whole(ruled), say("links.unlisted", **words), say("links.unlisted.fix", **words))


def _missing(ruled: Ruled, host: str, severity: Severity | None) -> Finding:
    words = {"host": host, "portal": ruled.portal.name}
    return ruled.finding(_whole(ruled), say("links.missing", **words), say("links.missing.fix", **words), severity)


def _whole(ruled: Ruled) -> Place:
    return Place(f"content/{ruled.portal.id}")


def _alive(corpus: Corpus, ruled: Ruled) -> Iterator[Finding]:
    """Within its own domains a portal knows which hosts exist; elsewhere only the board's review can tell."""
    policy, known = corpus.policy, linked.known_hosts(corpus.policy, ruled.regulation.id, corpus.today)
    domains = linked.own_domains(policy, ruled.portal)
    for item in _link_items(corpus, ruled):
        for link in linked.field_links(corpus, item):
            units = linked.units_at(policy, link.host)
            if link.host not in known and units:
                yield _ended(policy, ruled, link, units[0])
            elif any(link.host == domain or link.host.endswith(f".{domain}") for domain in domains):
                yield from _unknown(corpus, ruled, link, known, None)


def _link_items(corpus: Corpus, ruled: Ruled) -> Iterator[Item]:
    for item in corpus.items_of(ruled.portal.id):
        if corpus.policy.types.types[item.type].view == "link" and linked.shown_today(corpus, item):
            yield item


def _ended(policy: Policy, ruled: Ruled, link: Outbound, unit: Unit) -> Finding:
    successors = [policy.units[name].name for name in unit.successors] or ["-"]
    return _of(ruled, "links.ended", link, None, unit=unit.name, until=unit.until, successors=successors)


def _outbound(corpus: Corpus, ruled: Ruled) -> Iterator[Finding]:
    known = linked.known_hosts(corpus.policy, ruled.regulation.id, corpus.today)
    for item in corpus.items_of(ruled.portal.id):
        if linked.shown_today(corpus, item):
            yield from _of_item(corpus, ruled, item, known)


def _of_item(corpus: Corpus, ruled: Ruled, item: Item, known: frozenset[str]) -> Iterator[Finding]:
    seen: set[str] = set()
    for link in (*linked.field_links(corpus, item), *linked.body_links(item)):
        if link.shown:
            yield _of(ruled, "links.masked", link, Severity.WARNING, shown=link.shown)
        if link.host not in seen:
            seen.add(link.host)
            yield from _unknown(corpus, ruled, link, known, Severity.WARNING)


def _unknown(
    corpus: Corpus, ruled: Ruled, link: Outbound, known: frozenset[str], severity: Severity | None
) -> Iterator[Finding]:
    """A refusal is a decision and an error; a host that nobody reviewed is a suspicion."""
    decided = linked.decision(corpus.policy, ruled.portal, link.host, corpus.today)
    if not link.host:
        yield _of(ruled, "links.unreadable", link, Severity.ERROR)
    elif decided and decided.refused:
        yield _of(ruled, "links.refused", link, Severity.ERROR, reason=decided.reason, day=decided.on)
    elif not decided and link.host not in known:
        yield _of(ruled, "links.unknown", link, severity)


def _of(ruled: Ruled, key: str, link: Outbound, severity: Severity | None, /, **more: object) -> Finding:
    words: dict[str, object] = {"host": link.host, "address": link.address, **more}
    return ruled.finding(link.place, say(key, **words), say(f"{key}.fix", **words), severity)
