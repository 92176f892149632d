"""Pictures in sizes: never wider than they are, light enough for a telephone, upright, and without a word of their own."""

from __future__ import annotations

import io

import pytest
from PIL import Image, ImageChops, ImageDraw

from congbo.pictures import Header, header, sizes
from congbo.pictures.drawn import QUALITIES, drawn, tried
from congbo.pictures.sizes import JPEG, TELEPHONE_BYTES, WEBP
from support.photos import jpeg, photo, saved, taken


def names(width: int, height: int) -> list[str]:
    return [one.name for one in sizes(Header(JPEG, width, height))]


def opened(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data))


def test_no_size_is_wider_than_the_picture() -> None:
    assert names(4000, 3000) == ["360.webp", "720.webp", "1280.webp", "720.jpg"]
    assert names(720, 400) == ["360.webp", "720.webp", "720.jpg"]
    assert names(500, 400) == ["360.webp", "500.webp", "500.jpg"]
    assert names(40, 4000) == ["40.webp", "40.jpg"]
    assert [one.height for one in sizes(Header(JPEG, 20_000, 3))] == [1, 1, 1, 1]


def test_each_size_is_what_it_says() -> None:
    wanted, found = sizes(Header(JPEG, 1400, 1050)), [opened(data) for data in drawn(jpeg())]
    assert [(one.width, one.height, one.form) for one in wanted] == [(*one.size, one.format) for one in found]


def test_a_lead_picture_fits_a_telephone_whatever_it_shows() -> None:
    """At one and at two dots a point; the next better quality would not have fitted."""
    grained = saved(photo(1440, 1080, grain=4), quality=95)
    by_name = dict(zip(names(1440, 1080), drawn(grained), strict=True))
    for name in ("360.webp", "720.webp", "720.jpg"):
        assert len(by_name[name]) <= TELEPHONE_BYTES
    assert len(by_name["1280.webp"]) > TELEPHONE_BYTES
    small = opened(by_name["720.webp"]).convert("RGB")
    assert len(saved(small, WEBP, quality=QUALITIES[0], method=2)) > len(by_name["720.webp"])


def diagram(width: int, height: int) -> Image.Image:
    """Boxes with thin frames and words, as an office draws them."""
    image = Image.new("RGB", (width, height), (255, 255, 255))
    draw = ImageDraw.Draw(image)
    for row in range(20, height - 60, 80):
        draw.rectangle((20, row, width - 20, row + 50), outline=(0, 60, 140))
        draw.text((30, row + 15), f"Bước {row}: nộp hồ sơ", fill=(20, 20, 20))
    return image


def test_a_drawing_keeps_every_dot() -> None:
    """What is written for photographs blurs letters; a photograph that came as a PNG is written as one all the same."""
    image = diagram(700, 500)
    by_name = dict(zip(names(700, 500), drawn(saved(image, "PNG")), strict=True))
    assert ImageChops.difference(opened(by_name["700.webp"]).convert("RGB"), image).getbbox() is None
    assert len(by_name["700.webp"]) < TELEPHONE_BYTES
    blurred = dict(zip(names(700, 500), drawn(saved(image, "JPEG", quality=95)), strict=True))["700.webp"]
    assert ImageChops.difference(opened(blurred).convert("RGB"), image).getbbox()
    taken_whole = drawn(saved(photo(720, 540, grain=4), "PNG"))
    assert max(map(len, taken_whole)) <= TELEPHONE_BYTES


def test_nothing_of_the_camera_is_left() -> None:
    given = taken(photo(900, 600))
    assert b"May anh mau" in given
    for data in drawn(given):
        assert not opened(data).getexif()
        assert not {"exif", "icc_profile", "comment", "xmp"} & opened(data).info.keys()
        assert b"May anh" not in data
        assert b"ghi chu" not in data


def test_what_was_taken_upright_is_upright() -> None:
    image = Image.new("RGB", (1600, 1000), (255, 255, 255))
    image.paste((200, 0, 0), (0, 0, 800, 1000))  # the left half, which is the top of a camera held upright
    given = taken(image, orientation=6)
    assert header(given) == Header(JPEG, 1000, 1600)
    smallest = opened(drawn(given)[0]).convert("RGB")
    assert smallest.size == (360, 576)
    top, foot = smallest.getpixel((180, 40)), smallest.getpixel((180, 530))
    assert isinstance(top, tuple)
    assert isinstance(foot, tuple)
    assert top[1] < 60
    assert foot[1] > 200


def test_what_shines_through_does_so_in_webp_and_is_white_in_jpeg() -> None:
    clear = Image.new("RGBA", (400, 300), (0, 0, 0, 0))
    *webp, plain = drawn(saved(clear, "PNG"))
    assert all(opened(data).convert("RGBA").getpixel((9, 9))[3] == 0 for data in webp)  # type: ignore[index]
    assert min(opened(plain).getpixel((9, 9))) > 250  # type: ignore[arg-type, type-var]


@pytest.mark.parametrize("mode", ["L", "LA", "P", "1", "I;16", "CMYK", "RGBA"])
def test_every_kind_of_dots_is_drawn(mode: str) -> None:
    form = "JPEG" if mode == "CMYK" else "PNG"
    base = Image.new("I", (90, 60), 40_000).convert("I;16") if mode == "I;16" else photo(90, 60).convert(mode)
    found = [opened(data).convert("RGB") for data in drawn(saved(base, form))]
    assert [one.size for one in found] == [(90, 60), (90, 60)]
    if mode == "I;16":
        assert all(abs(found[0].getpixel((5, 5))[n] - 156) < 6 for n in range(3))  # type: ignore[index]


def test_a_telephone_from_elsewhere_shows_its_colours() -> None:
    """A picture in wider colours than screens have looks faded if its profile is thrown away before it is used."""
    image, profile = Image.new("RGB", (64, 64), (200, 40, 40)), b"no profile at all"
    assert drawn(saved(image, icc_profile=profile)) == drawn(saved(image))


def test_the_same_bytes_each_time() -> None:
    assert drawn(jpeg(1000, 700)) == drawn(jpeg(1000, 700))


def test_a_moving_picture_and_a_drawing_have_no_sizes() -> None:
    frames = [Image.new("RGB", (30, 30), colour) for colour in ("red", "blue")]
    assert header(saved(frames[0], "WEBP", save_all=True, append_images=frames[1:])) is None
    assert header(saved(frames[0], "GIF")) is None
    assert header(b"<svg xmlns='http://www.w3.org/2000/svg'/>") is None
    assert header(b"") is None


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_a_picture_that_breaks_off_is_noticed(form: str) -> None:
    whole = saved(photo(300, 200), form)
    tried(whole)
    with pytest.raises((OSError, SyntaxError, ValueError)):
        tried(whole[: len(whole) // 2])
