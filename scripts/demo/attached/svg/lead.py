"""A lead picture for a news item: the scene that the picture's text describes, in the portal's colours."""

from __future__ import annotations

from attached.palette import mix, palette_of
from attached.scene.air import far_hills, karsts, sea, sky
from attached.scene.registry import scene_for
from attached.scene.thrift import thrifty
from attached.scene.tone import HEIGHT, WIDTH, Tone
from attached.svg.draw import picture
from attached.wanted import Studio, Wanted, original


def make(want: Wanted, studio: Studio) -> bytes:
    """Draw the scene, varied by the item's id; a quiet landscape if the words call none."""
    source = original(want, studio)
    tone = Tone(palette_of(studio.policy, want.item.portal), source.item.id, source.alt.lower())
    scene = scene_for(source.alt) or _landscape
    return picture(WIDTH, HEIGHT, want.alt, thrifty(scene(tone)), lang=want.item.lang)


def _landscape(t: Tone) -> list[str]:
    near = karsts(t, 520, 260, mix(t.palette.brand, "#7E9F93", 0.16), "near", 3)
    return [*sky(t), *far_hills(t), *sea(t, 470), *near]
