"""A lead picture for a news item: a quiet landscape of hills, water and fields in the portal's colours."""

from __future__ import annotations

from attached.dice import between, share
from attached.palette import mix, palette_of
from attached.svg.draw import circle, picture, polygon, rect
from attached.wanted import Studio, Wanted, original

WIDTH, HEIGHT = 960.0, 540.0


def make(want: Wanted, studio: Studio) -> bytes:
    """Draw the landscape, varied by the item's id."""
    palette, seed = palette_of(studio.policy, want.item.portal), original(want, studio).item.id
    sky = mix(palette.brand, "#F7F5EF", 0.09)
    sun = circle(between(180, 780, seed, "sun"), between(110, 190, seed, "height"), 46, mix("#E9C46A", sky, 0.7))
    hills = [_ridge(seed, n, 250 + n * 62, mix(palette.brand, sky, 0.18 + n * 0.17)) for n in range(3)]
    water = rect(0, 430, WIDTH, 110, mix(palette.brand, "#E9F0F0", 0.22))
    gleams = [
        rect(
            between(20, 800, seed, "gleam", n),
            446 + n * 15,
            between(60, 180, seed, "long", n),
            3,
            "#FFFFFF",
            opacity="0.55",
        )
        for n in range(6)
    ]
    return picture(
        WIDTH, HEIGHT, want.alt, [rect(0, 0, WIDTH, HEIGHT, sky), sun, *hills, water, *gleams], lang=want.item.lang
    )


def _ridge(seed: str, layer: int, height: float, fill: str) -> str:
    tops = [(n * 80.0, height + 90 * (share(seed, layer, n) - 0.6)) for n in range(13)]
    return polygon([(0, 440), *tops, (WIDTH, 440)], fill, stroke=fill, stroke_width=14, stroke_linejoin="round")
