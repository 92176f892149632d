"""Who signs, in the words of a signature block: ``TM. ỦY BAN NHÂN DÂN / KT. CHỦ TỊCH / PHÓ CHỦ TỊCH``."""

from __future__ import annotations

from attached.pdf.bodies import Body

# Deputy -> head; the head signs for himself. Longer titles stand first, because titles are matched at the start.
DEPUTIES = {
    "Phó Bí thư Thường trực": ("Phó Bí thư", ""),
    "Phó Bí thư": ("Phó Bí thư", ""),
    "Phó Chủ tịch": ("Phó Chủ tịch", "Chủ tịch"),
    "Phó Giám đốc": ("Phó Giám đốc", "Giám đốc"),
    "Phó Chánh Văn phòng": ("Phó Chánh Văn phòng", "Chánh Văn phòng"),
    "Phó Trưởng ban": ("Phó Trưởng ban", "Trưởng ban"),
    "Phó Trưởng phòng": ("Phó Trưởng phòng", "Trưởng phòng"),
    "Thứ trưởng": ("Thứ trưởng", "Bộ trưởng"),
}
HEADS = (
    "Bí thư",
    "Chủ tịch",
    "Giám đốc",
    "Chánh Văn phòng",
    "Chánh Thanh tra",
    "Trưởng ban",
    "Trưởng phòng",
    "Bộ trưởng",
    "Thủ tướng",
)
ON_BEHALF = {"ubnd": "ỦY BAN NHÂN DÂN", "chinh_phu": "CHÍNH PHỦ", "tinh_uy": "BAN THƯỜNG VỤ"}
COLLECTIVE = ("Chủ tịch", "Bí thư", "Phó Bí thư", "Thủ tướng")


def signature(signatory: str, body: Body) -> tuple[str, ...]:
    """Return the lines above the place of a signature, the signatory's own title last; never a name."""
    if signatory.startswith("Thay mặt "):
        return (f"{_mark('TM', body)} {_collective(body)}",)
    title, head = _title(signatory)
    lines: list[str] = []
    collective = ON_BEHALF.get(body.kind)
    if collective and (head or title) in COLLECTIVE:
        lines.append(f"{_mark('TM', body)} {_collective(body)}")
    elif collective and title == "Chánh Văn phòng":
        lines.append(f"{_mark('TL', body)} {'BAN THƯỜNG VỤ' if body.party else 'CHỦ TỊCH'}")
    if head:
        lines.append(f"{_mark('KT', body)} {head.upper()}")
    return (*lines, title.upper())


def _mark(letters: str, body: Body) -> str:
    """Return ``TM.`` as the State writes it, or ``T/M`` as the Party does."""
    return "/".join(letters) if body.party else f"{letters}."


def _collective(body: Body) -> str:
    """Return the body that is signed for; the provincial committee as a whole signs as such."""
    if body.unit and "Ban Chấp hành" in body.unit.name:
        return "TỈNH ỦY"
    return ON_BEHALF.get(body.kind, body.full)


def _title(signatory: str) -> tuple[str, str]:
    """Return the title without the body's name, and the head for whom a deputy signs."""
    for start, (title, head) in DEPUTIES.items():
        if signatory.lower().startswith(start.lower()):
            return title, head
    for start in HEADS:
        if signatory.lower().startswith(start.lower()):
            return start, ""
    return signatory, ""
