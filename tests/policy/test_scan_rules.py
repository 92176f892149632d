"""A rule's ``finds`` names detectors that exist; a field declares whether an office's contacts belong in it."""

from __future__ import annotations

import pytest

from congbo.errors import CongboError
from congbo.locale import told
from congbo.policy import load_policy
from support.trees import edited_policies, real_policies, real_policy

CLAUSES = "policies/regulations/dl/clauses.yml"


@pytest.mark.parametrize("word", ["secret_mark", "secrets", "everything"])
def test_a_detector_that_does_not_exist_is_refused_at_its_line(word: str) -> None:
    whole = real_policies()[CLAUSES].decode()
    text = whole.replace("finds: [secret_marks]", f"finds: [{word}]", 1)
    line = whole[: whole.index("finds: [secret_marks]")].count("\n") + 1
    with pytest.raises(CongboError) as refused:
        load_policy(edited_policies({CLAUSES: text.encode()}))
    assert refused.value.place
    assert (refused.value.place.path, refused.value.place.line) == (CLAUSES, line)
    assert "secret_marks" in told(refused.value, "vi")


def test_the_fields_that_carry_an_offices_contacts_are_declared() -> None:
    fields = real_policy().types.fields
    contacts = {name for name, field in fields.items() if field.contact or field.type in ("phone", "email")}
    assert {"dien_thoai", "fax", "thu_dien_tu", "nguoi_xu_ly", "noi_tiep_nhan"} <= contacts
    assert not {"cau_hoi", "tra_loi", "tom_tat", "ten_doi_tuong"} & contacts
