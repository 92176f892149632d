"""Pictures of the sea, painted dot by dot: what a photograph would be where no photograph may be used."""

from __future__ import annotations

import io
from random import Random

from PIL import Image, ImageChops, ImageDraw, ImageFilter

from attached.dice import between
from attached.wanted import Studio, Wanted

SIZE = (1440, 960)
QUALITY = 82
Colour = tuple[int, int, int]

# Word of a picture's text -> colours above and at the horizon, of the hills, and of the water near the shore.
HOURS: dict[str, tuple[Colour, Colour, Colour, Colour]] = {
    "bình minh": ((86, 104, 150), (250, 190, 140), (74, 80, 104), (96, 104, 132)),
    "hoàng hôn": ((92, 80, 130), (244, 150, 96), (66, 58, 84), (84, 70, 96)),
    "đêm": ((12, 20, 44), (44, 62, 98), (16, 24, 40), (14, 24, 46)),
    "": ((88, 150, 206), (208, 228, 238), (70, 104, 104), (48, 112, 130)),
}
HORIZON = 0.56


def make(want: Wanted, _: Studio) -> bytes:
    """Return the picture as JPEG; its text says the hour and how many boats there are."""
    out = io.BytesIO()
    painted(want.alt, want.path, SIZE, boats=4).save(out, "JPEG", quality=QUALITY, optimize=True)
    return out.getvalue()


def painted(words: str, seed: str, size: tuple[int, int], boats: int, shift: float = 0.0) -> Image.Image:
    """Return the sea at the hour that the words name; ``shift``: how far the boats have gone, in widths."""
    width, height = size
    chance = Random(seed)  # noqa: S311
    above, at, hill, water = next(colours for word, colours in HOURS.items() if word in words.lower())
    line = round(height * HORIZON)
    image = Image.new("RGB", size)
    image.paste(_fade((width, line), above, at), (0, 0))
    _sun(image, chance, line, at)
    _clouds(image, chance, line)
    for row in range(4):
        _hills(image, chance, line, row, _mixed(at, hill, (row + 1) / 4.5))
    mirrored = image.crop((0, 0, width, line)).transpose(Image.Transpose.FLIP_TOP_BOTTOM).resize((width, height - line))
    sea = Image.blend(_fade((width, height - line), at, water), mirrored.filter(ImageFilter.GaussianBlur(9)), 0.35)
    image.paste(sea, (0, line))
    _waves(image, chance, line)
    draw = ImageDraw.Draw(image)
    for number in range(boats):
        depth = (number + 1) / (boats + 0.6)
        x = width * ((between(0.1, 0.9, seed, number) + shift * (0.4 + depth)) % 1.0)
        _boat(draw, x, line + (height - line) * depth * 0.8, width * (0.03 + 0.08 * depth), hill)
    return _grained(image.filter(ImageFilter.GaussianBlur(0.7)), chance)


def _mixed(one: Colour, other: Colour, share: float) -> Colour:
    first, second, third = (round(a + (b - a) * share) for a, b in zip(one, other, strict=True))
    return first, second, third


def _fade(size: tuple[int, int], top: Colour, foot: Colour) -> Image.Image:
    strip = Image.new("RGB", (1, 64))
    strip.putdata([_mixed(top, foot, row / 63) for row in range(64)])
    return strip.resize(size, Image.Resampling.BICUBIC)


def _sun(image: Image.Image, chance: Random, line: int, colour: Colour) -> None:
    reach = image.width // 3
    glow = ImageChops.invert(Image.radial_gradient("L")).resize((reach * 2, reach * 2)).point(lambda v: v * v // 340)
    x = round(image.width * chance.uniform(0.25, 0.75))
    image.paste(_mixed(colour, (255, 250, 232), 0.7), (x - reach, line - reach), glow)


def _clouds(image: Image.Image, chance: Random, line: int) -> None:
    mask = Image.new("L", (image.width // 8, line // 8))
    draw = ImageDraw.Draw(mask)
    for _ in range(60):
        x, y, wide = chance.randrange(mask.width), chance.randrange(mask.height), chance.randrange(6, 40)
        draw.ellipse((x, y, x + wide, y + wide // 7 + 1), fill=chance.randrange(30, 120))
    image.paste((255, 246, 238), (0, 0), mask.filter(ImageFilter.GaussianBlur(2)).resize((image.width, line)))


def _hills(image: Image.Image, chance: Random, line: int, row: int, colour: Colour) -> None:
    draw, x = ImageDraw.Draw(image), -image.width * 0.1
    while x < image.width:
        wide = image.width * chance.uniform(0.05, 0.14)
        high = image.height * chance.uniform(0.05, 0.2) * (1 - row * 0.17)
        top = [
            (x + wide * part / 14, line - high * (1 - (part / 7 - 1) ** 4) * chance.uniform(0.86, 1))
            for part in range(15)
        ]
        draw.polygon([(x, line), *top, (x + wide, line)], fill=colour)
        x += wide * chance.uniform(0.5, 1.7 + row)


def _waves(image: Image.Image, chance: Random, line: int) -> None:
    light = Image.new("L", image.size)
    draw = ImageDraw.Draw(light)
    for _ in range(900):
        depth = chance.random() ** 1.5
        y, wide = line + depth * (image.height - line), image.width * (0.004 + 0.03 * depth) * chance.uniform(0.4, 1.6)
        x = chance.uniform(0, image.width)
        draw.line((x, y, x + wide, y), fill=chance.randrange(20, 90), width=1 + round(depth * 2))
    image.paste((255, 255, 250), (0, 0), light.filter(ImageFilter.GaussianBlur(0.8)))


def _boat(draw: ImageDraw.ImageDraw, x: float, y: float, size: float, dark: Colour) -> None:
    hull = [(x - size, y - size * 0.2), (x + size, y - size * 0.24), (x + size * 0.7, y + size * 0.1), (x - size * 0.75, y + size * 0.1)]  # fmt: skip
    draw.polygon([(a, 2 * y + size * 0.2 - b) for a, b in hull], fill=_mixed(dark, (20, 28, 36), 0.3))
    draw.polygon(hull, fill=_mixed(dark, (70, 36, 26), 0.7))
    draw.rectangle((x - size * 0.4, y - size * 0.55, x + size * 0.3, y - size * 0.2), fill=(206, 188, 160))
    draw.rectangle((x - size * 0.46, y - size * 0.6, x + size * 0.36, y - size * 0.53), fill=(126, 60, 44))
    draw.line(
        (x + size * 0.5, y - size * 0.22, x + size * 0.5, y - size), fill=(60, 50, 46), width=max(1, round(size / 40))
    )


def _grained(image: Image.Image, chance: Random) -> Image.Image:
    grain = Image.frombytes("L", image.size, chance.randbytes(image.width * image.height))
    return Image.blend(image, Image.merge("RGB", (grain, grain, grain)), 0.03)
