"""A schematic map: the units of ``don_vi_hanh_chinh`` as regions of one land, in the order of the list; not to scale."""

from __future__ import annotations

import re
from dataclasses import dataclass

from attached.palette import INK, INK_2, Palette, mix, palette_of
from attached.svg.draw import picture, polygon, polyline, rect, text, width_of
from attached.svg.land import Region, inner_borders, partition
from attached.wanted import Studio, Wanted, original, texts_of
from congbo.item import Item

WIDTH, HEIGHT = 960.0, 620.0
KIND = re.compile(r"(Phường|Xã|Thị trấn|Thành phố|Thị xã|Huyện|Khu phố|Khu dân cư|Thôn|Tỉnh) (.+)")
ENTRY = re.compile(r"(?P<name>[^(:]+?)(?: \((?P<parts>[^)]*)\))?(?::.*)?")
TONES = (0.10, 0.17, 0.25, 0.33, 0.05)


@dataclass(frozen=True)
class Unit:
    """One entry: ``Thành phố Hạ Long (20 phường): ...`` is the kind, the name and the parts."""

    kind: str
    name: str
    parts: str

    @property
    def count(self) -> int:
        """Return how many parts the unit has."""
        return sum(int(number) for number in re.findall(r"\d+", self.parts))


def make(want: Wanted, studio: Studio) -> bytes:
    """Draw the regions, their borders and their names."""
    palette = palette_of(studio.policy, want.item.portal)
    seed = original(want, studio).item.id
    units = units_of(want.item)
    regions = partition(len(units), seed, WIDTH, HEIGHT - 50)
    back = rect(0, 0, WIDTH, HEIGHT, mix(palette.brand, "#FFFFFF", 0.04))
    parts = [back, *_land(regions, palette)]
    for region, unit in zip(regions, units, strict=True):
        thin = mix(palette.brand, "#FFFFFF", 0.45)
        parts += [polyline(line, thin, 0.6) for line in inner_borders(region, unit.count, f"{seed} {unit.name}")]
    for region, unit in zip(regions, units, strict=True):
        parts += _label(unit, region)
    names = "; ".join(f"{unit.kind} {unit.name}".strip() for unit in units)
    return picture(WIDTH, HEIGHT, want.alt, [*parts, *_legend(want, len(units), palette)], names, want.item.lang)


def units_of(item: Item) -> list[Unit]:
    """Return the units of a map's list; of a map without one, itself."""
    return [_unit(entry) for entry in texts_of(item, "don_vi_hanh_chinh") or (item.title,)]


def _unit(entry: str) -> Unit:
    found = ENTRY.fullmatch(entry)
    name, parts = (found["name"], found["parts"] or "") if found else (entry, "")
    kind = KIND.fullmatch(name)
    return Unit(kind[1], kind[2], parts) if kind else Unit("", name, parts)


def _land(regions: tuple[Region, ...], palette: Palette) -> list[str]:
    dark, line = mix(palette.brand, "#FFFFFF", 0.16), mix(palette.brand, "#FFFFFF", 0.6)
    shadow = [polygon([(x + 5, y + 6) for x, y in region.border], dark) for region in regions]
    land = [
        polygon(
            region.border,
            mix(palette.brand, "#FBFAF6", tone),
            stroke=line,
            stroke_width=1.6,
            stroke_linejoin="round",
        )
        for region, tone in zip(regions, _tones(regions), strict=True)
    ]
    return [*shadow, *land]


def _label(unit: Unit, region: Region) -> list[str]:
    """Write the kind of unit small above its name, its parts below; the name shrinks until it fits."""
    size = 20.0
    while size > 11 and width_of(unit.name, size, bold=True) > region.room:
        size -= 0.5
    x, y = region.centre
    above = [text(x, y - size * 0.72, unit.kind, 13, INK_2)] if unit.kind else []
    below = [text(x, y + size * 0.4 + 17, unit.parts, 12, INK_2)] if unit.parts else []
    return [*above, text(x, y + size * 0.4, unit.name, size, INK, font_weight=600), *below]


def _legend(want: Wanted, count: int, palette: Palette) -> list[str]:
    words = {
        "vi": f"{count} đơn vị - sơ đồ vị trí tương đối, không theo tỷ lệ",
        "en": f"{count} units - schematic, not to scale",
        "zh": f"{count} 个单位 - 示意图，不按比例",
    }
    return [
        rect(30, HEIGHT - 44, 56, 3, palette.brand),
        text(30, HEIGHT - 18, want.item.title, 17, INK, text_anchor="start", font_weight=600),
        text(WIDTH - 30, HEIGHT - 18, words[want.item.lang], 14, INK_2, text_anchor="end"),
    ]


def _tones(regions: tuple[Region, ...]) -> list[float]:
    """Give neighbours different tones."""
    chosen: list[int] = []
    for number, region in enumerate(regions):
        taken = {chosen[other] for other in region.neighbours if other < number}
        free = [tone for tone in range(len(TONES)) if tone not in taken] or [0]
        chosen.append(free[number % len(free)])
    return [TONES[tone] for tone in chosen]
