"""One wrong line in the real policies: each is refused at its place, in Vietnamese.

A fault that only shows across files (a reference to nothing, an overlap) is told at the line of its key where the
reader keeps it, else at the first line of its entry.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

import pytest

from congbo.errors import CANNOT_JUDGE, CongboError
from congbo.locale import LANGUAGES, sentence
from congbo.policy import load, load_policy
from congbo.strict import compose
from support.trees import edited_policies, real_policies

DL, QN, HD = "regulations/dl/clauses.yml", "regulations/qn/clauses.yml", "regulations/hd/clauses.yml"


@dataclass(frozen=True)
class Edit:
    """A line that holds ``old`` (alone in its file) becomes another; the fault is told there, or at the line ``told``."""

    name: str
    file: str
    old: str
    new: str
    key: str
    told: str = ""

    @property
    def path(self) -> str:
        """Return the repository path."""
        return f"policies/{self.file}"

    def result(self) -> tuple[bytes, int]:
        """Return the edited file and the line on which the fault should be told: the nearest one, above or else below."""
        lines = real_policies()[self.path].decode().split("\n")
        (at,) = [number for number, line in enumerate(lines) if self.old in line]
        lines[at] = lines[at].replace(self.old, self.new)
        nearest = [*range(at, -1, -1), *range(at, len(lines))]
        line = next(number for number in nearest if self.told in lines[number]) if self.told else at
        return "\n".join(lines).encode(), line + 1


# The line of DL-2.3, a clause of level A.
SECTIONS = "- {check: sections, required: [tuyen-truyen]}"

# fmt: off
# fmt: off
EDITS = (
    # every file
    Edit("format of the future", "sections.yml", "format: 1", "format: 2", "policy.format"),
    Edit("format in words", "law.yml", "format: 1", "format: mot", "policy.format"),
    Edit("no format first", "types.yml", "format: 1", "version: 1", "policy.begins_with"),
    Edit("another noun first", "boards/tq.yml", "board: tq", "portal: tq", "policy.begins_with", told='format: 1'),
    Edit("noun of another file", "portals/dl.yml", "portal: dl", "unit: dl", "policy.begins_with", told='format: 1'),
    Edit("noun in the plural", "vocabularies/cap.yml",
         "vocabulary: cap", "vocabularies: cap", "policy.begins_with", told='format: 1'),
    Edit("anchor", "portals/dl.yml", "tier: phuong", "tier: &t phuong", "yaml.anchor"),
    Edit("alias", "portals/dl.yml", "tier: phuong", "tier: *t", "yaml.alias"),
    Edit("tag", "portals/dl.yml", "tier: phuong", "tier: !!str phuong", "yaml.tag"),
    Edit("merge key", "portals/dl.yml", "tier: phuong", "<<: {tier: phuong}", "yaml.merge_key"),
    Edit("doubled key", "portals/dl.yml", "tier: phuong", "portal: dl", "yaml.duplicate_key"),
    Edit("tab", "portals/dl.yml", "tier: phuong", "tier:\tphuong", "yaml.tab"),
    Edit("quote not closed", "portals/dl.yml", "palette: ward", "palette: [ward", "yaml.syntax"),
    Edit("plain word that reads as false", "portals/dl.yml", "tier: phuong", "tier: no", "yaml.ambiguous"),
    Edit("byte-order mark", "law.yml", "format: 1", "\ufeffformat: 1", "text.byte_order_mark"),
    # types, sections, vocabularies
    Edit("unknown key of a type", "types.yml", "view: statistics", "hinh: statistics", "policy.unknown_key"),
    Edit("unknown view", "types.yml", "view: statistics", "view: thong_ke", "policy.not_one_of"),
    Edit("unknown field of a type", "types.yml",
         "fields: [thoi_gian, khach_moi]",
         "fields: [thoi_gian, khach]", "policy.dangling"),
    Edit("unknown field in an order of dates", "types.yml",
         "{ngay_nghiem_thu: ngay_phe_duyet}",
         "{ngay_nghiem: ngay_phe_duyet}", "policy.dangling"),
    Edit("term of an unknown field", "types.yml",
         "terms: {chi_tieu: indicator}", "terms: {chi: indicator}", "policy.dangling"),
    Edit("term of an unknown kind", "types.yml",
         "terms: {chi_tieu: indicator}", "terms: {chi_tieu: sao}", "policy.not_one_of"),
    Edit("term of words from a date", "types.yml", "{ngay: [day, week, month]", "{ngay: [day, state]", "policy.dangling"),
    Edit("term of a day from words", "types.yml",
         "terms: {chi_tieu: indicator}", "terms: {chi_tieu: year}", "policy.dangling"),
    Edit("unknown field for every item", "types.yml",
         "du_lieu_dac_thu, co_quan, chu_de, ", "du_lieu_dac_thu, co_quan, chude, ", "policy.dangling", told='every_item:'),
    Edit("unknown vocabulary", "types.yml",
         "vocabulary: muc-do-dich-vu", "vocabulary: muc-do", "policy.dangling"),
    Edit("choice without vocabulary", "types.yml",
         "    vocabulary: doi-tuong", "", "policy.choice_without_vocabulary", told='type: choice'),
    Edit("unknown field type", "types.yml", "    type: units", "    type: don_vi", "policy.not_one_of"),
    Edit("unknown field in a field list", "types.yml",
         "fields: [khach_hang, het_han, vi_tri, phe_duyet]", "fields: [khach_hang, han]", "policy.dangling"),
    Edit("empty name", "sections.yml", "name: {vi: Bản đồ hành chính,", "name: {vi: ,", "policy.empty_value"),
    Edit("comma without quotes", "sections.yml",
         'name: {vi: "Khen thưởng, xử phạt",', "name: {vi: Khen thưởng, xử phạt,", "policy.unknown_key"),
    Edit("no English name", "sections.yml",
         "name: {vi: Bản đồ hành chính, en: Administrative map,", "name: {vi: Bản đồ hành chính,", "policy.missing_key"),
    Edit("doubled section", "sections.yml", "- id: ban-do", "- id: cong-bao", "policy.duplicate_id"),
    Edit("section id with marks", "sections.yml", "- id: ban-do", "- id: bản-đồ", "policy.not_an_id"),
    Edit("section of an unknown type", "sections.yml",
         "types: [cong_bao]", "types: [congbao]", "policy.dangling"),
    Edit("one type instead of a list", "sections.yml", "types: [cong_bao]", "types: cong_bao", "policy.not_a_list"),
    Edit("doubled term", "vocabularies/doi-tuong.yml", "{id: ca_nhan,", "{id: to_chuc,", "policy.duplicate_id"),
    Edit("term in words", "vocabularies/doi-tuong.yml",
         "- {id: ca_nhan, name: {vi: Cá nhân, en: Individual}}", "- ca_nhan", "policy.not_a_mapping"),
    Edit("doubled vocabulary", "vocabularies/doi-tuong.yml",
         "vocabulary: doi-tuong", "vocabulary: cap", "policy.duplicate_id"),
    # units, law, calendar
    Edit("doubled unit", "units/qn.yml", "- id: qn-so-du-lich", "- id: qn-sodulich-van-phong", "policy.duplicate_id"),
    Edit("flag in quotes", "units/dl.yml", "supplies: false", 'supplies: "false"', "policy.not_a_flag"),
    Edit("date of another form", "units/ht.yml", "from: 2003-11-20", "from: 20/11/2003", "policy.not_a_date"),
    Edit("date that does not exist", "units/ht.yml", "from: 2003-11-20", "from: 2003-11-31", "policy.not_a_date"),
    Edit("unit that ends before it begins", "units/ht.yml",
         "basis: Quyết định 248/2003/QĐ-TTg", "until: 2003-11-19", "policy.until_before_from"),
    Edit("unknown successor of a unit", "units/ht.yml",
         "basis: Quyết định 248/2003/QĐ-TTg", "successors: [ht-so-moi]", "policy.dangling"),
    Edit("unknown successor of a law", "law.yml", "{id: nd-42-2022, from", "{id: nd-42-2023, from", "policy.dangling"),
    Edit("law that succeeds itself", "law.yml",
         "{id: nd-42-2022, from", "{id: nd-43-2011, from", "policy.cycle", told='- id: nd-43-2011'),
    Edit("how we know it", "law.yml",
         "{id: nd-42-2022, from: 2022-08-15, seen: M}", "{id: nd-42-2022, from: 2022-08-15, seen: X}", "policy.not_one_of"),
    Edit("year in words", "calendar/2019.yml", "calendar: 2019", "calendar: nam", "policy.not_a_number"),
    # regulations
    Edit("regulation of an unknown issuer", "regulations/dl/regulation.yml",
         "issuer: ubnd-phuong-dong-lac", "issuer: ubnd-phuong", "policy.dangling", told='regulation: DL'),
    Edit("empty number", "regulations/dl/regulation.yml", 'number: "137/QĐ-UBND"', "number:", "policy.empty_value"),
    Edit("force without a beginning", "regulations/dl/regulation.yml",
         "force: {from: 2019-09-24, until: null}", "force: {until: null}", "policy.missing_key"),
    Edit("unknown law cited", "regulations/dl/regulation.yml", "{law: nd-27-2018,", "{law: nd-27-2019,", "policy.dangling"),
    Edit("reading of an unknown clause", "regulations/dl/regulation.yml",
         "clauses: [DL-2.1]", "clauses: [DL-2.9]", "policy.dangling", told='code: C-DL5'),
    Edit("doubled regulation", "regulations/hd/regulation.yml", "regulation: HD", "regulation: DL", "policy.duplicate_id"),
    # clauses
    Edit("doubled clause", DL, "- id: DL-2.2", "- id: DL-2.1", "policy.duplicate_id"),
    Edit("severity that is written", DL, "- id: DL-2.2", "- severity: info", "policy.unknown_key"),
    Edit("strength of another word", DL,
         "is: {kind: naming, strength: duty, level: A}", "is: {kind: naming, strength: must, level: A}", "policy.not_one_of"),
    Edit("clause that nothing meets", DL, SECTIONS, "[]", "policy.clause_not_met", told='- id: DL-2.3'),
    Edit("level A left to people", DL,
         SECTIONS, "- {organisation: [ban_bien_tap]}", "policy.decidable_left_to_people", told='- id: DL-2.3'),
    Edit("unknown check", DL, SECTIONS, "- {check: chuyen_muc, required: [tuyen-truyen]}", "policy.not_one_of"),
    Edit("unknown means", DL, SECTIONS, "- {kiem_tra: sections}", "policy.rule_begins_with"),
    Edit("parameter first", DL, SECTIONS, "- {required: [tuyen-truyen], check: sections}", "policy.rule_begins_with"),
    Edit("unknown parameter", DL, SECTIONS, "- {check: sections, requires: [tuyen-truyen]}", "policy.unknown_key"),
    Edit("needed parameter missing", DL, SECTIONS, "- {check: sections, at_least: 2}", "policy.missing_key"),
    Edit("unknown section demanded", DL, SECTIONS, "- {check: sections, required: [tuyentruyen]}", "policy.dangling"),
    Edit("unknown line of a selector", DL,
         SECTIONS, "- {check: sections, for: {section: [x]}, required: [tuyen-truyen]}", "policy.unknown_key"),
    Edit("empty condition", DL,
         SECTIONS, "- {check: fields, for: {where: {anh: }}, required: [nguon]}", "policy.empty_value"),
    Edit("selector of an unknown type", DL,
         SECTIONS, "- {check: fields, for: {types: [tin]}, required: [nguon]}", "policy.dangling"),
    Edit("selector of an unknown section", DL,
         SECTIONS, "- {check: fields, for: {sections: [tin]}, required: [nguon]}", "policy.dangling"),
    Edit("unknown field list", DL, SECTIONS, "- {check: fields, lists: [vanban]}", "policy.dangling"),
    Edit("required field mistyped", DL, SECTIONS, "- {check: fields, required: [nguonn]}", "policy.dangling"),
    Edit("condition on a field mistyped", DL,
         SECTIONS, "- {check: fields, for: {where: {nguon_gocc: trich_dan}}, required: [nguon]}", "policy.dangling"),
    Edit("allowed values of a field mistyped", DL,
         SECTIONS, "- {check: fields, one_of: {nguonn: [a, b]}}", "policy.dangling"),
    Edit("subject of another kind", DL, SECTIONS, "- {check: fields, of: nguoi, required: [nguon]}", "policy.not_one_of"),
    Edit("unknown record type", DL, "- {record: vi_pham}", "- {record: vi_pham_moi}", "policy.dangling"),
    Edit("same as an unknown clause", DL, "- {record: vi_pham}", "- {same_as: DL-99}", "policy.dangling"),
    Edit("same as a clause that is the same as another", QN,
         "- {same_as: QN-14.1}", "- {same_as: QN-15/-2}", "policy.same_as_chain"),
    Edit("same as, and more", QN, "- {same_as: QN-14.1}", "- {same_as: QN-14.1, planned: review}", "policy.unknown_key"),
    Edit("yields to an unknown clause", HD, "yields_to: [HD-9.2b]", "yields_to: [HD-9.2z]", "policy.dangling"),
    # boards as the regulation has them
    Edit("level of another word", "regulations/dl/board.yml",
         'en: "Standing deputy head", level: kiem_duyet', 'en: "Standing deputy head", level: duyet', "policy.not_one_of"),
    Edit("step that cannot be reached", "regulations/dl/board.yml",
         "step: kiem_duyet, act: review, from: da_nop,", "step: kiem_duyet, act: review, from: da_gui,",
         "policy.unreachable_step"),
    Edit("goal that cannot be reached", "regulations/dl/board.yml",
         "goal: da_dang", "goal: da_xong", "policy.unreachable_goal"),
    Edit("step that cites no clause", "regulations/dl/board.yml",
         "document_of: chu_tich_ubnd_phuong, law: DL-12", "document_of: chu_tich_ubnd_phuong, law: DL-13", "policy.dangling"),
    Edit("cell that cites no clause", "regulations/dl/board.yml",
         "not: {author: CB-1, kiem_duyet: CB-1}", "not: {author: DL-99}", "policy.dangling"),
    Edit("step without an author", "regulations/dl/board.yml",
         "by: {pho_ban_thuong_truc: \"DL-6A.2#1\"}, law", "law", "policy.missing_key"),
    # relations between keys
    Edit("date of a field that the type does not have", "types.yml",
         "as_of: {don_vi_tra_loi: ngay_tra_loi}", "as_of: {don_vi_tra_loi: ngay_ban_hanh}", "policy.dangling"),
    Edit("need of an unknown field", "types.yml",
         "needs: {tra_loi: ngay_tra_loi}", "needs: {tra_loi: ngay_dap}", "policy.dangling"),
    Edit("true key of an unknown field", "types.yml", "unique: [ma_so]", "unique: [so_ma]", "policy.dangling"),
    Edit("shown until an unknown date", "types.yml", "shown_until: het_han", "shown_until: han_chot", "policy.dangling"),
    Edit("form that is no expression", "types.yml", "(gov", "((gov", "policy.not_a_pattern"),
    Edit("fact of a portal mistyped", DL, SECTIONS, "- {check: fields, of: portal, required: [giay_phepp]}",
         "policy.dangling"),
    Edit("fact of a holder mistyped", DL,
         SECTIONS, "- {check: fields, of: holder, for: {where: {rolle: truong_ban}}, required: [van_bang]}",
         "policy.dangling"),
    Edit("unknown form", DL, SECTIONS, "- {check: fields, pattern: {nguon: thu_cong}}", "policy.dangling"),
    Edit("place that is not in the name", "units/qn.yml", "locality: Cửa Ông", "locality: Mông Dương", "policy.locality"),
    Edit("unknown body above", "portals/qn-camson.yml", "above: qn-ubnd-tp-cam-pha", "above: qn-xx", "policy.dangling"),
    Edit("unknown word of a host", QN, "{ten_trang}.quangninh", "{ten_cong}.quangninh", "policy.not_one_of"),
    # rules about boards
    Edit("unknown role demanded", DL,
         SECTIONS, "- {check: board, roles: {truong_phong: {min: 1}}}", "policy.dangling"),
    Edit("unknown position demanded", DL,
         SECTIONS, "- {check: board, positions: {truong_ban: [chu_tich_xa]}}", "policy.dangling"),
    Edit("unknown group demanded", DL, SECTIONS, "- {check: board, groups: [to_bien_tap]}", "policy.dangling"),
    Edit("how many in other words", DL,
         SECTIONS, "- {check: board, roles: {truong_ban: {at_least: 1}}}", "policy.unknown_key"),
    Edit("duties of another word", DL, SECTIONS, "- {check: board, duties: [moi_nguoi]}", "policy.not_one_of"),
    Edit("level that there is not", DL, SECTIONS, "- {check: board, levels: [xem]}", "policy.not_one_of"),
    Edit("board set up by nobody known", "boards/dl.yml",
         "established: {by: chu_tich_ubnd_phuong,", "established: {by: chu_tich_ubnd_xa,", "policy.dangling"),
    Edit("section that a holder cannot have", "boards/tq.yml",
         "sections: [van-ban-qppl, van-ban-chi-dao, chien-luoc-quy-hoach]", "sections: [van-ban-xyz]", "policy.dangling"),
    # portals
    Edit("two portals with one host", "portals/qn-sodulich.yml",
         "hosts: [sdl.quangninh.gov.vn]", "hosts: [campha.quangninh.gov.vn]", "policy.host_taken"),
    Edit("unknown owner", "portals/dl.yml",
         "owner: ubnd-phuong-dong-lac", "owner: ubnd-phuong", "policy.dangling"),
    Edit("unknown parent", "portals/qn-ipa.yml",
         "parent: qn", "parent: quang-ninh", "policy.dangling"),
    Edit("unknown section in the menu", "portals/dl.yml",
         "menu: [tin-tuc-su-kien,", "menu: [tin-tuc-khac,", "policy.dangling"),
    Edit("unknown tier", "portals/dl.yml", "tier: phuong", "tier: xa", "policy.dangling"),
    Edit("unknown regulation", "portals/dl.yml",
         "{regulation: DL, from: 2019-09-24}", "{regulation: DX, from: 2019-09-24}", "policy.dangling"),
    Edit("unknown language", "portals/dl.yml", "languages: [vi]", "languages: [vi, fr]", "policy.not_one_of"),
    Edit("unknown edition", "portals/dl.yml",
         "internet: {hosts: [www.donglac", "mang: {hosts: [www.donglac", "policy.not_one_of"),
    Edit("threshold of an unknown clause", "portals/dl.yml",
         "{clause: DL-8.1e, every", "{clause: DL-8.1z, every", "policy.dangling"),
    Edit("threshold that nobody decided", "portals/dl.yml",
         "within: {working_days: 0}, decided_by: truong_ban,", "within: {working_days: 0},", "policy.missing_key"),
    Edit("declaration about an unknown clause", "portals/qn-camson.yml",
         "clause: QN-18.7,", "clause: QN-18.77,", "policy.dangling"),
    Edit("declaration about an unknown section", "portals/qn-camson.yml",
         "{section: du-an,", "{section: duan,", "policy.dangling"),
    Edit("hosting of another word", "portals/dl.yml", "palette: ward", "hosting: mo", "policy.not_one_of"),
    Edit("name in Vietnamese only", "portals/dl.yml",
         '  en: "Đồng Lạc ward portal"', "", "policy.missing_key", told='vi: "Cổng thông tin điện tử phường Đồng Lạc"'),
    Edit("answer in a list", "portals/dl.yml", 'phone: "0220 3xxx 537"', 'phone: ["0220 3xxx 537"]', "policy.not_a_value"),
    # holders and delegations
    Edit("two heads at one time", "boards/dl.yml",
         "role: pho_ban_thuong_truc", "role: truong_ban", "policy.overlapping_terms"),
    Edit("unknown role", "boards/dl.yml",
         "role: pho_ban_thuong_truc", "role: pho_ban_truc", "policy.dangling"),
    Edit("doubled holder", "boards/dl.yml", "- id: dl-pho-ban-tt", "- id: dl-van-phong", "policy.duplicate_id"),
    Edit("holder without a role", "boards/dl.yml",
         "    role: pho_ban_thuong_truc", "", "policy.missing_key", told='- id: dl-pho-ban-tt'),
    Edit("board of an unknown portal", "boards/dl.yml", "board: dl", "board: dx", "policy.dangling"),
    Edit("board that nobody set up", "boards/dl.yml",
         "established: {by: chu_tich_ubnd_phuong,", "established: {", "policy.missing_key"),
    Edit("delegation that ends before it begins", "boards/tq.yml",
         "from: 2011-07-01, until: 2011-07-31", "from: 2011-07-01, until: 2011-06-30", "policy.until_before_from"),
    Edit("delegation before the giver's term", "boards/tq.yml",
         "from: 2011-07-01, until: 2011-07-31", "from: 2011-06-19, until: 2011-07-31", "policy.delegation_outside_term"),
    Edit("delegation without an end", "boards/tq.yml",
         "from: 2011-07-01, until: 2011-07-31", "from: 2011-07-01", "policy.missing_key"),
    Edit("delegation without a document", "boards/tq.yml", ', document: "01/GUQ-BBT"', "", "policy.missing_key"),
    Edit("delegation by nobody", "boards/tq.yml",
         "{id: uq-2011-01, giver: truong_ban,", "{id: uq-2011-01, giver: giam_doc_so,", "policy.dangling"),
    Edit("delegation to nobody", "boards/tq.yml",
         "{id: uq-2011-01, giver: truong_ban, taker: tq-pho-1,",
         "{id: uq-2011-01, giver: truong_ban, taker: tq-pho-9,", "policy.dangling"),
)
# fmt: on
# fmt: on


@pytest.fixture(autouse=True)
def _read_each_text_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the nodes of unchanged files between the edits."""
    monkeypatch.setattr(load, "compose", _composed)


@cache
def _composed(text: str, path: str) -> Any:
    return compose(text, path)


@pytest.mark.parametrize("edit", EDITS, ids=[edit.name for edit in EDITS])
def test_a_wrong_line_is_refused_at_its_place_in_words(edit: Edit) -> None:
    data, line = edit.result()
    with pytest.raises(CongboError) as raised:
        load_policy(edited_policies({edit.path: data}))
    error = raised.value
    assert error.message.key == edit.key
    assert error.place is not None
    assert (error.place.path, error.place.line, error.code) == (edit.path, line, CANNOT_JUDGE)
    assert all(sentence(error.message, lang).endswith((".", ")")) for lang in LANGUAGES), sentence(error.message, "vi")


def test_the_table_is_long_enough() -> None:
    assert len(EDITS) >= 40
    assert len({edit.name for edit in EDITS}) == len(EDITS)


@pytest.mark.parametrize(
    "path",
    [
        "policies/quy-che.yml",
        "policies/portal/dl.yml",
        "policies/regulations/dl/luat.yml",
        "policies/types.yaml",
        "policies/units.yml",
    ],
)
def test_a_file_that_no_reader_knows_is_refused(path: str) -> None:
    text = "format: 1\nunits: []\n"
    with pytest.raises(CongboError) as raised:
        load_policy(edited_policies({path: text.encode()}))
    assert str(raised.value.place).startswith(path if path != "policies/units.yml" else "policies/")


def test_what_people_record_is_no_policy() -> None:
    tree = edited_policies({"policies/approvals/su-co/1.yml": b"khong phai quy dinh"})
    assert load_policy(tree).portals


def test_no_policies_at_all_are_refused() -> None:
    with pytest.raises(CongboError) as raised:
        load_policy(edited_policies({}, without=real_policies()))
    assert raised.value.message.key == "policy.none"


def test_missing_types_are_refused() -> None:
    with pytest.raises(CongboError) as raised:
        load_policy(edited_policies({}, without=["policies/types.yml"]))
    assert raised.value.message.key == "policy.no_types"


@pytest.mark.parametrize("data", [b"", b"# nothing\n", b"- a\n", b"format: 1\n"])
def test_an_empty_policy_file_is_refused(data: bytes) -> None:
    with pytest.raises(CongboError) as raised:
        load_policy(edited_policies({"policies/vocabularies/cap.yml": data}))
    assert raised.value.place is not None
    assert raised.value.place.path == "policies/vocabularies/cap.yml"
    assert sentence(raised.value.message, "vi")
