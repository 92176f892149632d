"""Strategies of hypothesis for content files that are read without a fault, and what each says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from hypothesis import strategies as st

from congbo.item.read import MAX_TITLE
from support.trees import real_policy
from support.written import ANY, ID, TEXT, Written, imported, list_of, long_text, of_field, quoted_line, very_long


@dataclass(frozen=True)
class Document:
    """A content file, and what it says."""

    data: bytes
    type: str
    house: Mapping[str, Any]
    fields: Mapping[str, Any]
    body: str


def _short(found: Written) -> bool:
    return len(found.value) <= MAX_TITLE


_HOUSE = {
    "id": ID,
    "title": TEXT.filter(_short),
    "summary": TEXT | long_text() | very_long(),
}
_HOUSE_TOO = {"tags": list_of(quoted_line()), "translation": ID, "editions": list_of(ID), "imported": imported()}

_BODY = st.lists(
    st.sampled_from(
        ["---", "--- ", " ---", "----", "***", "```", "```yaml\nid: khac\n---\n```", "~~~", "", " ", "\t", "id: khac",
         "# Đầu đề", "Dài " * 900,
         "- một\n- hai", "| a | b |\n|---|---|\n| 1 | 2 |", "<script>", "&amp; <b>", "...", "cuối dòng  ",
         "Tổ hợp: Quyê\u0309t"]
    )
    | st.text(ANY, max_size=60),
    max_size=12,
).map("\n".join)  # fmt: skip


@st.composite
def front_matters(draw: st.DrawFn) -> tuple[str, str, dict[str, Any], dict[str, Any]]:
    """Return front matter, its type, the values of the house keys and those of the type's fields by id."""
    type_ = draw(st.sampled_from(sorted(real_policy().types.types)))
    allowed = real_policy().types.fields_of(type_)
    keys = draw(st.lists(st.sampled_from(sorted(allowed)), unique=True, max_size=6))
    extra = [key for key in draw(st.lists(st.sampled_from(sorted(_HOUSE_TOO)), unique=True)) if key not in allowed]
    wanted = {**_HOUSE, **{key: _HOUSE_TOO[key] for key in extra}}
    # A few types have a field that the front matter calls title or summary.
    wanted |= {key: of_field(allowed[key]).filter(_short) for key in ("title", "summary") if key in allowed}
    house = {key: draw(how) for key, how in wanted.items()}
    fields = {key: draw(of_field(allowed[key])) for key in keys if key not in wanted and key != "type"}
    lines = [f"{key}: {one.yaml}" for key, one in (house | fields).items()]
    text = "\n".join(draw(st.permutations([*lines, f"type: {type_}", "# ghi chú"]))) + "\n"
    values = {key: one.value for key, one in house.items()}
    return text, type_, values, {allowed[key]: one.value for key, one in (house | fields).items() if key in allowed}


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """Return a content file that is read without a fault."""
    front, type_, house, fields = draw(front_matters())
    body = draw(_BODY)
    end = draw(st.sampled_from(["", "\n", "\n\n", " \n\t\n"]))
    text = f"---\n{front}---\n{body}{end}"
    data = text.replace("\n", "\r\n") if draw(st.booleans()) else text
    return Document(data.encode(), type_, house, fields, body.strip())
