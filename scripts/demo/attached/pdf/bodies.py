"""The issuing body as the head of a paper names it, and the place of the date."""

from __future__ import annotations

import re
from dataclasses import dataclass

from attached.wanted import text_of
from congbo.item import Item
from congbo.policy import Policy
from congbo.policy.units import Unit

PARTY = ("tinh_uy", "thanh_uy", "ban_xd_dang", "cap_uy", "dang_uy")
CENTRAL = ("chinh_phu", "bo")
_PLACE = re.compile(
    r"\b(tỉnh|huyện|thành phố|thị xã|thị trấn|phường|xã|Tỉnh ủy|Thành ủy|Huyện ủy) ([A-ZĐÁÂÊÔƠƯ][^,-]*?)(?:,| -|$)"
)
_SPLIT = re.compile(r"^(Ủy ban nhân dân|Hội đồng nhân dân) (.+)$")


@dataclass(frozen=True)
class Body:
    """Lines of the head: ``above`` in light letters, ``name`` in bold; ``place`` of the date line."""

    unit: Unit | None
    above: tuple[str, ...]
    name: tuple[str, ...]
    place: str
    party: bool

    @property
    def kind(self) -> str:
        """Return the unit's type."""
        return self.unit.type if self.unit else ""

    @property
    def full(self) -> str:
        """Return the whole name in capitals."""
        return " ".join(self.name)


def body_of(item: Item, policy: Policy, field: str = "co_quan_ban_hanh") -> Body:
    """Return the body that issued an item, by the unit that a field names."""
    unit = policy.units.get(text_of(item, field)) or policy.units.get(text_of(item, "don_vi"))
    owner = policy.units[policy.portals[item.portal].owner]
    name = unit.name if unit else text_of(item, "nguon")
    if _is_party(unit, owner):
        return _party_body(unit, owner)
    where = _place(name) or _place(owner.name) or ("", "")
    return Body(unit, _above(unit, name, where, owner), _lines(name, where), _date_place(unit, where, owner), False)


def _is_party(unit: Unit | None, owner: Unit) -> bool:
    kind = unit.type if unit else owner.type
    return kind in PARTY or (owner.type in PARTY and kind in ("van_phong", "phong", "khac"))


def _party_body(unit: Unit | None, owner: Unit) -> Body:
    found = _place(owner.name)
    place = found[1] if found else ""
    committee = f"TỈNH ỦY {place.upper()}"
    if unit is None or unit.type in ("tinh_uy", "khac"):
        return Body(unit, (), (committee,), place, True)
    own = re.sub(r",? Tỉnh ủy$", "", unit.name).upper()
    return Body(unit, (committee,), (own,), place, True)


def _place(name: str) -> tuple[str, str] | None:
    """Return (kind of place, its name), the first that a body's name holds."""
    found = _PLACE.search(name)
    return (found[1], found[2].strip()) if found else None


def _above(unit: Unit | None, name: str, where: tuple[str, str], owner: Unit) -> tuple[str, ...]:
    """Return the superior body: the people's committee for its offices, none for councils, committees and ministries."""
    if unit is None or unit.type in ("ubnd", "hdnd", *CENTRAL):
        return ()
    if unit.type in ("phong", "van_phong", "truc_thuoc") and not name.startswith("Văn phòng Ủy ban"):
        return (
            (owner.name.upper(),)
            if owner.id != unit.id and owner.type != "ubnd"
            else (f"UBND {where[0]} {where[1]}".upper(),)
        )
    return (f"UBND {where[0]} {where[1]}".upper(),)


def _lines(name: str, where: tuple[str, str]) -> tuple[str, ...]:
    """Break the name: ỦY BAN NHÂN DÂN / TỈNH QUẢNG NINH; an office leaves out the place that stands above it."""
    found = _SPLIT.match(name)
    if found:
        tail = found[2] if " " in found[2] else f"{where[0]} {where[1]}"
        return (found[1].upper(), tail.upper())
    return (re.sub(rf",? (?:- UBND |Ủy ban nhân dân )?{where[0]} {where[1]}$", "", name).upper(),)


def _date_place(unit: Unit | None, where: tuple[str, str], owner: Unit) -> str:
    if unit is not None and unit.type in CENTRAL:
        return "Hà Nội"
    return where[1] or owner.name
