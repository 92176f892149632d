"""The page of what must be on each portal: every clause that demands a section or a kind of content, and what fulfils it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from congbo.facts import addresses
from congbo.policy import Policy
from congbo.policy.clauses import Clause
from congbo.policy.portals import Portal
from congbo.policy.rule import Rule
from congbo.policy.selector import Selector

HEAD = """# Mục bắt buộc và trang đáp ứng

Trang này do `make docs` viết ra từ `policies/`; đừng sửa bằng tay. Mỗi bảng là một cổng: điều khoản nào đòi chuyên mục hay
loại nội dung nào, chuyên mục nào của cổng đáp ứng, ở địa chỉ nào, bằng dạng trang nào (tệp mẫu trong `theme/templates`).
Điều khoản không đòi một trang riêng thì ghi cách thực hiện, như trong [danh mục quy định](../policies/README.md). Mục tin có
đủ hay không là việc của `congbo check`; các địa chỉ dưới đây đều có trên bản dựng, phép thử xem lại điều ấy mỗi lần chạy.

(Generated: for every portal of every tier, the clauses that demand a section or a kind of content, the section that fulfils
each, its address and the template of its page.)
"""
DEMANDS = ("mandated section", "content type")
# Features that are a page of their own: its address, and its template.
PAGES: Mapping[str, tuple[str, str]] = {
    "search": (addresses.search("vi"), "search.html"),
    "site_map": (addresses.site_map("vi"), "sitemap.html"),
    "topic_pages": (addresses.topics("vi"), "topics.html"),
    "feed": (addresses.feed("vi"), "atom.xml"),
}
STATES = {"met": "đã thực hiện", "planned": "sẽ có"}


@dataclass(frozen=True)
class Page:
    """What fulfils a demand: a section or something else, its address, and its template."""

    name: str
    address: str
    template: str


@dataclass(frozen=True)
class Demands:
    """What is demanded of one portal, looked up in the policies; ``content``: the folder of all content."""

    policy: Policy
    portal: Portal
    content: Path

    def rows(self, regulation: str) -> Iterator[str]:
        """Yield a line for each clause of the regulation that demands a section or a kind of content of the portal."""
        for clause, found in groupby(self.policy.rules(regulation), key=lambda one: one[0]):
            rules = [(rule, at) for _, rule, at in found if self._concerns(at)]
            if rules and (clause.is_.kind in DEMANDS or any(rule.name == "sections" for rule, _ in rules)):
                yield self._row(clause, rules)

    def _concerns(self, at: Selector) -> bool:
        return self.portal.tier in (at.tiers or (self.portal.tier,)) and self.portal.id in (
            at.portals or (self.portal.id,)
        )

    def _row(self, clause: Clause, rules: list[tuple[Rule, Selector]]) -> str:
        pages = list(dict.fromkeys(page for rule, at in rules for page in self._pages(rule, at)))
        means = " + ".join(dict.fromkeys(f"{rule.means}: {rule.name}" for rule, _ in rules))
        state = STATES["planned" if any(rule.planned for rule, _ in rules) else "met"]
        names = "<br>".join(dict.fromkeys(page.name for page in pages)) or self._without(rules) or means
        where = "<br>".join(f"`{page.address}`" for page in pages) or "—"
        how = "<br>".join(dict.fromkeys(f"`{page.template}`" for page in pages)) or "—"
        return f"| {clause.id} | {clause.says.vi} | {names} | {where} | {how} | {state} |"

    def _without(self, rules: list[tuple[Rule, Selector]]) -> str:
        """What stands where the portal has no such section: which, if it has anything of that kind."""
        named = [one for rule, _ in rules if rule.if_any for one in rule.params.get("required", ())]
        lacking = [section.name.vi for one in named if (section := self.policy.sections.get(one))]
        types = [
            self.policy.types.types[one].name.vi for rule, at in rules if rule.name == "fields" for one in at.types
        ]
        return f"nếu có (hiện không có): {', '.join(dict.fromkeys(lacking or types))}" if lacking or types else ""

    def _pages(self, rule: Rule, at: Selector) -> Iterator[Page]:
        for section in self._sections(rule, at):
            for lang in at.languages or ("vi",):
                yield self._page(section, lang)
        if rule.means == "feature" and rule.name in PAGES:
            address, template = PAGES[rule.name]
            yield Page(rule.name, address, template)

    def _sections(self, rule: Rule, at: Selector) -> Iterator[str]:
        """The sections that a rule names; else those that the portal has of the types that it speaks of."""
        if rule.name == "sections":
            yield from (one for one in rule.params["required"] if self._has(one))
        elif rule.name == "links" and "required" in rule.params:
            yield from tuple(self._of_view("link")) or self._of_view("service")
        elif rule.name == "step" and rule.params.get("procedure") in self.policy.types.types:
            yield from self._of_types((rule.params["procedure"],))
        elif rule.name == "fields":
            yield from at.sections or self._of_types(at.types)

    def _of_view(self, view: str) -> Iterator[str]:
        yield from self._of_types(tuple(name for name, one in self.policy.types.types.items() if one.view == view))

    def _of_types(self, types: tuple[str, ...]) -> Iterator[str]:
        for name, section in self.policy.sections.items():
            if set(types) & set(section.types) and self._has(name):
                yield name

    def _has(self, section: str) -> bool:
        return (self.content / self.portal.id / section).is_dir()

    def _page(self, section: str, lang: str) -> Page:
        known = self.policy.sections[section]
        view = self.policy.types.types[known.types[0]].view
        return Page(known.name.vi, addresses.section(section, lang), f"lists/{view}.html")


def mandated(policy: Policy, content: Path) -> str:
    """Return the whole page: a table for each portal under the regulation that it follows."""
    return HEAD + "".join(_chapter(policy, regulation, content) for regulation in policy.regulations)


def _chapter(policy: Policy, regulation: str, content: Path) -> str:
    known = policy.regulations[regulation]
    followers = [one for one in policy.portals.values() if regulation in {follow.regulation for follow in one.follows}]
    order = list(known.tiers)
    followers.sort(key=lambda portal: (order.index(portal.tier), portal.id))
    tables = "".join(_table(Demands(policy, portal, content), regulation) for portal in followers)
    return f"\n## {regulation}: {known.title.vi}\n{tables}"


def _table(demands: Demands, regulation: str) -> str:
    portal = demands.portal
    hosts = ", ".join(f"`{edition.hosts[0]}`" for edition in portal.editions.values())
    tier = demands.policy.regulations[regulation].tiers[portal.tier].vi
    lines = "\n".join(demands.rows(regulation)) or "| — | — | — | — | — | — |"
    return (
        f"\n### {portal.id}: {portal.name.vi}\n\n{tier}; {hosts}.\n\n"
        f"| Mã | Điều khoản đòi | Chuyên mục | Địa chỉ | Dạng trang | Tình trạng |\n|---|---|---|---|---|---|\n{lines}\n"
    )
