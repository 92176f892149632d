"""Small figures without faces, so that nobody can be recognised."""

from __future__ import annotations

from attached.svg.draw import circle, path, polygon, rect

from .air import shadow
from .marks import group, line
from .tone import SKIN, Tone

HAIR = "#3A3330"


def person(
    t: Tone, x: float, y: float, high: float, shirt: str = "", pose: str = "stand", hat: str = "", flip: bool = False,
    hair: str = HAIR, trousers: str = "#4C5661",
) -> str:  # fmt: skip
    """Return somebody whose feet are at ``y``; the poses: stand, reach, back, walk, bend, dress."""
    shirt = shirt or t.shirt(int(x))
    parts = [*_legs(t, pose, shirt, trousers), *_body(t, pose, shirt), *_head(pose, hair, hat)]
    if pose == "bend":
        parts = [*_legs(t, pose, shirt, trousers), group([*_body(t, "reach", shirt), *_head(pose, hair, hat)], 0, 0)]
        upper = f'<g transform="rotate(48 0 -46)">{parts[-1]}</g>'
        parts = [*parts[:-1], upper]
    return shadow(x, y, high * 0.17, high * 0.035) + group(parts, x, y, high / 100, flip)


def upper(t: Tone, shirt: str, pose: str = "reach", hat: str = "") -> list[str]:
    """Return somebody from the hips up, for boats and bicycles; the feet would be at 0, the height 100."""
    return [*_body(t, pose, shirt), *_head(pose, HAIR, hat)]


def _legs(t: Tone, pose: str, shirt: str, trousers: str) -> list[str]:
    cloth = t.tint(trousers, 0.15)
    if pose == "dress":
        return [path("M-10,-46L-17,-2Q0,3 17,-2L10,-46Z", shirt)]
    if pose == "walk":
        return [line("M-3,-45L-10,-3M3,-45L11,-3", cloth, 9)]
    return [rect(-11, -47, 9.5, 47, cloth), rect(1.5, -47, 9.5, 47, cloth)]


def _body(t: Tone, pose: str, shirt: str) -> list[str]:
    arms = {
        "reach": "M12,-76L22,-62L36,-60M-12,-76L-17,-52",
        "dress": "M-12,-77L-30,-88M12,-77L30,-88",
        "walk": "M-12,-77L-18,-56M12,-77L19,-57",
    }.get(pose, "M-13,-77L-17,-50M13,-77L17,-50")
    torso = path("M-14,-43L-15,-74Q-14,-83 -6,-84L6,-84Q14,-83 15,-74L14,-43Z", shirt)
    return [line(arms, t.tint(SKIN, 0.05), 6), torso, rect(-4, -88, 8, 7, t.tint(SKIN, 0.1))]


def _head(pose: str, hair: str, hat: str) -> list[str]:
    skin = circle(0, -94, 8.5, SKIN)
    if hat == "cone":
        return [skin, polygon([(-18, -95), (0, -110), (18, -95)], "#E8D9AE")]
    if hat:
        return [skin, path("M-10,-95A10,10 0 0 1 10,-95Z", hat), rect(-11, -96, 24, 2.6, hat)]
    if pose == "back":
        return [circle(0, -94, 9, hair)]
    return [skin, path("M-9,-93A9,9.5 0 0 1 9,-93Q6,-98 0,-97Q-6,-98 -9,-93Z", hair)]


def sitting(t: Tone, x: float, y: float, high: float, shirt: str = "", flip: bool = False, hair: str = HAIR) -> str:
    """Return somebody on a chair seen from the side; ``y`` is the floor and ``high`` the height if standing."""
    chair = line("M-18,-2V-66M-18,-30H10M10,-30V-2", t.tint("#77604A"), 4)
    legs = line("M-6,-36H16V-3", t.tint("#4C5661", 0.15), 10)
    arm = line("M-1,-60L12,-46L25,-48", t.tint(SKIN, 0.05), 6)
    torso = path("M-14,-32L-13,-62Q-11,-70 -4,-71L3,-71Q9,-70 10,-62L10,-32Z", shirt or t.shirt(int(x)))
    head = [circle(0, -81, 8.5, SKIN), path("M-9,-78A9,10 0 0 1 8,-86Q0,-88 -4,-84Q-4,-76 -9,-78Z", hair)]
    return group([chair, legs, torso, arm, *head], x, y, high / 100, flip)


def bust(shirt: str = "", hair: str = HAIR) -> list[str]:
    """Return head and shoulders from behind; without a shirt colour they take the fill of ``use``."""
    data = "M-24,40V10Q-24,-4 -10,-6H10Q24,-4 24,10V40Z"
    cloth = path(data, shirt) if shirt else f'<path d="{data}"/>'
    return [cloth, rect(-5, -14, 10, 12, "#C8966F"), circle(0, -22, 15, hair)]
