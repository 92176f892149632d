"""The written registry: which words of a picture's text call which scene; the first that fits."""

from __future__ import annotations

from collections.abc import Callable

from . import (
    arch,
    beach,
    blood,
    cages,
    canal,
    cane,
    check_up,
    clinic,
    coast_road,
    computers,
    counters,
    dam,
    drain,
    dump,
    factory,
    flats,
    forest,
    hall,
    harbour,
    house_repair,
    jars,
    liner_bay,
    market,
    meeting,
    mine,
    monument,
    one_stop,
    promenade,
    ramp,
    reading,
    schoolyard,
    signing,
    stage,
    stilt_village,
    storm,
    village_road,
)
from .tone import Tone

SCENES: tuple[tuple[str, Callable[[Tone], list[str]]], ...] = (
    ("cổng chào", arch.draw),
    ("bàn ký", signing.draw),
    ("lồng cá", cages.draw),
    ("bàn khám", check_up.draw),
    ("trạm y tế", clinic.draw),
    ("sân khấu ngoài trời", stage.draw),
    ("hội trường", hall.draw),
    ("đứng phát biểu", hall.draw),
    ("sân trường", schoolyard.draw),
    ("trường học vùng cao", schoolyard.draw),
    ("đường bê tông", village_road.draw),
    ("kênh nội đồng", canal.draw),
    ("bốn quầy", counters.draw),
    ("quầy một cửa", one_stop.draw),
    ("hiến máu", blood.draw),
    ("chum", jars.draw),
    ("ấm chén", meeting.draw),
    ("bàn hình chữ u", meeting.draw),
    ("hồ chứa", dam.draw),
    ("giá văn bản", reading.draw),
    ("đài tưởng niệm", monument.draw),
    ("bãi cát", beach.draw),
    ("mưa lớn", storm.draw),
    ("tàu khách", liner_bay.draw),
    ("nền đường", coast_road.draw),
    ("lối dốc", ramp.draw),
    ("tàu du lịch gỗ", harbour.draw),
    ("khai trường than", mine.draw),
    ("sạp rau", market.draw),
    ("lợp lại mái", house_repair.draw),
    ("bãi thải", dump.draw),
    ("nhà ở công nhân", flats.draw),
    ("khu công nghiệp", factory.draw),
    ("đường đi bộ", promenade.draw),
    ("máy tính", computers.draw),
    ("nhà sàn", stilt_village.draw),
    ("rừng mùa khô", forest.draw),
    ("ruộng mía", cane.draw),
    ("nạo vét", drain.draw),
)


def scene_for(words: str) -> Callable[[Tone], list[str]] | None:
    """Return the scene for a picture's text."""
    spoken = words.lower()
    return next((draw for phrase, draw in SCENES if phrase in spoken), None)
