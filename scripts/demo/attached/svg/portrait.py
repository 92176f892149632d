"""A neutral bust in the portal's colours: no face, no age, no sex; clothes and ground as the picture's text says."""

from __future__ import annotations

from attached.dice import pick
from attached.palette import Palette, mix, palette_of
from attached.svg.draw import ellipse, path, picture, rect
from attached.wanted import Studio, Wanted, original

SHOULDERS = (
    "M8 400C12 318 36 280 86 264C110 256 118 250 124 238L176 238C182 250 190 256 214 264C264 280 288 318 292 400Z"
)
HAIR = (
    "M92 152C86 90 114 68 152 70C190 74 214 96 208 152C200 128 197 118 190 113"
    "C166 108 136 110 110 117C104 124 100 134 92 152"
)
TIE = "M140 268h20l-5 18 13 84-18 30-18-30 13-84z"
LEFT_LAPEL = "M116 244L96 268 112 300 104 312 150 400 60 400 60 290Z"
RIGHT_LAPEL = "M184 244L204 268 188 300 196 312 150 400 240 400 240 290Z"


def make(want: Wanted, studio: Studio) -> bytes:
    """Draw the portrait, 3 by 4; a translation shows the same picture as its original."""
    palette = palette_of(studio.policy, want.item.portal)
    source = original(want, studio)
    words, seed = source.alt.lower(), source.item.id
    parts = [
        *_ground(words, palette),
        *_clothes(words, palette, seed),
        *_head(palette),
        *(_badge(palette) if "thẻ" in words else ()),
    ]
    return picture(300, 400, want.alt, parts, lang=want.item.lang)


def _ground(words: str, palette: Palette) -> list[str]:
    if "giá sách" in words:
        return [rect(0, 0, 300, 400, "#CFC3B1"), *_shelves(palette)]
    known = {"nền sáng": "#F3F4F2", "nền xanh": "#C4D5E1"}
    plain = next((colour for word, colour in known.items() if word in words), mix(palette.brand, "#FFFFFF", 0.16))
    return [rect(0, 0, 300, 400, plain), ellipse(150, 190, 175, 190, mix(plain, "#FFFFFF", 0.7))]


def _shelves(palette: Palette) -> list[str]:
    parts = []
    covers = (palette.brand, palette.deep, "#7C6A55", "#9C8B73", "#5D6B70")
    for row, y in enumerate((14, 108, 202, 296)):
        parts.append(rect(0, y + 80, 300, 8, "#A3927A"))
        for book in range(15):
            height = pick((56, 62, 68, 74), "book", row, book)
            colour = mix(pick(covers, "cover", row, book), "#DDD3C4", 0.34)
            parts.append(rect(3 + book * 20, y + 80 - height, 17, height, colour))
    return parts


def _head(palette: Palette) -> list[str]:
    skin = mix(palette.brand, "#DCCFC2", 0.1)
    return [
        path("M124 196h52v44q-26 30-52 0z", mix(skin, palette.deep, 0.86)),
        ellipse(97, 156, 8, 14, skin),
        ellipse(203, 156, 8, 14, skin),
        ellipse(150, 150, 54, 66, skin),
        path(HAIR, mix(palette.deep, "#5A5A5C", 0.35)),
    ]


def _clothes(words: str, palette: Palette, seed: str) -> list[str]:
    if "áo dài" in words:
        colour = "#4A7397" if "xanh" in words else palette.brand
        return [path(SHOULDERS, colour), path("M122 232h56l4 30q-32 16-64 0z", mix(colour, "#FFFFFF", 0.86))]
    if "sơ mi" in words:
        return _shirt(words, palette)
    suit = "#2D3640" if "sẫm" in words else pick(("#2D3640", "#39424E", palette.deep), seed, "suit")
    tie = "com lê" in words or pick((True, False), seed, "tie")
    return _suit(mix(suit, "#20262C", 0.7), palette, tie=tie)


def _shirt(words: str, palette: Palette) -> list[str]:
    cloth = "#EEF1F2" if "trắng" in words else mix(palette.brand, "#FFFFFF", 0.2)
    edge = mix(cloth, "#5B6770", 0.72)
    line = mix(palette.brand, "#FFFFFF", 0.42)
    # The stripes begin where the shoulder does, so that none stands in the air.
    stripes = [rect(x, 400 - _shoulder(x), 3, _shoulder(x), line) for x in range(34, 270, 18)] if "kẻ" in words else []
    collar = [
        path(data, mix(cloth, "#FFFFFF", 0.7), stroke=edge, stroke_width=1.5)
        for data in ("M120 240L150 292 104 276Z", "M180 240L150 292 196 276Z")
    ]
    body = path(SHOULDERS, cloth, stroke=edge, stroke_width=2)
    return [body, *stripes, rect(148.5, 290, 3, 110, mix(cloth, "#5B6770", 0.8)), *collar]


def _shoulder(x: float) -> float:
    """Return about how high the cloth reaches at a place."""
    away = abs(x + 1.5 - 150)
    return 134 - away * 0.1 if away < 64 else max(128 - (away - 64) * 1.05, 6)


def _suit(cloth: str, palette: Palette, *, tie: bool) -> list[str]:
    lapel = mix(cloth, "#FFFFFF", 0.93)
    skin = mix(mix(palette.brand, "#DCCFC2", 0.1), palette.deep, 0.86)
    front = path(TIE, mix(palette.brand, "#3A3A3A", 0.8)) if tie else path("M132 246h36l-18 40z", skin)
    shirt = path("M116 246L150 400 184 246Z", "#F4F5F5")
    return [path(SHOULDERS, cloth), shirt, front, path(LEFT_LAPEL, lapel), path(RIGHT_LAPEL, lapel)]


def _badge(palette: Palette) -> list[str]:
    line = mix(palette.brand, "#FFFFFF", 0.75)
    return [
        path("M112 262L192 352M188 262L192 352", "none", stroke=line, stroke_width=4),
        rect(172, 350, 40, 50, "#FFFFFF", rx=3, stroke=line, stroke_width=2),
        rect(180, 360, 24, 20, mix(palette.brand, "#FFFFFF", 0.3)),
        rect(180, 386, 24, 3, line),
    ]
