"""Records: a right one is read, and one wrong line is refused at its place, in both languages."""

from __future__ import annotations

import re
from datetime import date, datetime
from pathlib import PurePosixPath
from typing import NamedTuple

import pytest

from congbo.dates import VIETNAM
from congbo.errors import CANNOT_JUDGE, CongboError
from congbo.locale import LANGUAGES, sentence
from congbo.policy import Policy, load_policy
from congbo.policy.records import Record
from congbo.typed.values import Period, Scope
from support.trees import edited_policies, real_policies, real_policy

SHA = "b" * 64
INCIDENT = """format: 1
record: su_co
id: sc-1
portal: hd
loai_su_co: loi_ky_thuat
phat_hien_luc: 2019-03-04T08:10:00+07:00
nguoi_phat_hien: hd-pv-1
mo_ta: Trang đầu không mở được.
bao_cao_cho: truong_ban
bao_cao_luc: 2019-03-04T08:30:00+07:00
"""
PLAN = """format: 1
record: ke_hoach
id: kh-1
portal: tq
loai_ke_hoach: hoat_dong
ten: Kế hoạch năm 2012
ky: "2012"
ngay: 2011-11-14
nguoi_lap: trung_tam
trinh: [ubnd_tinh]
van_ban_phe_duyet: 921/QĐ-UBND
ngay_phe_duyet: 2011-11-25
"""
ORDER = """format: 1
record: chan_chinh
id: cc-1
portal: tq
trang: tq-sotttt
noi_dung: Gỡ lịch cũ.
yeu_cau_luc: 2011-08-22T09:00:00+07:00
"""
EXEMPTION = """format: 1
record: mien_danh_sach
id: mds-1
portal: qn-sodulich
don_vi: qn-so-du-lich
tu_ngay: 2018-01-01
den_ngay: 2018-12-31
nhieu_don_vi: true
bien_che: "46"
"""
VIOLATION = """format: 1
record: vi_pham
id: vp-1
portal: ht
ngay: 2021-10-11
doi_tuong: Một công chức
noi_dung: Gửi số liệu chưa công bố.
dieu_khoan: HT-8.3
"""
MEETING = """format: 1
record: bien_ban_hop
id: bb-1
portal: ht
loai_hop: dinh_ky
ngay: 2021-07-15
chu_tri: ht-truong-ban
thanh_phan: [ht-truong-ban, ht-thu-ky]
vang_mat: không
noi_dung: Kiểm điểm công việc.
"""
BACKUP = """format: 1
record: sao_luu
id: sl-1
portal: tq
ngay: 2011-08-26
pham_vi_sao_luu: Toàn bộ nội dung
noi_luu: Tủ đĩa
nguoi_thuc_hien: tq-quan-tri
thu_khoi_phuc: 2011-08-27
"""
WAIVER = """format: 1
record: mien_tru
id: mt-1
portal: ht
clause: HT-9.3c
on: {unit: ht-van-phong, from: 2022-01-31, until: 2022-02-06}
reason: Tuần nghỉ Tết Nguyên đán.
by: truong_ban
ngay: 2022-01-25
"""
SCAN_WAIVER = f"""format: 1
record: mien_tru
id: mt-2
portal: dl
clause: DL-5/-1
on: {{file: content/dl/van-ban-phuong/2019/901/901.pdf, sha256: {SHA}}}
reason: Công văn đã được giải mật.
by: truong_ban
decision: 905/UBND-VP
ngay: 2019-10-08
"""
ALL = (INCIDENT, PLAN, ORDER, EXEMPTION, VIOLATION, MEETING, BACKUP, WAIVER, SCAN_WAIVER)


def path_of(text: str) -> str:
    """Return where a record's file lies."""
    names = dict(re.findall(r"^(record|id): (\S+)$", text, re.MULTILINE))
    return f"policies/records/{names['record']}/{names['id']}.yml"


def loaded(**files: str) -> Policy:
    """Return the real policies with these records and no others."""
    others = [path for path in real_policies() if path.startswith("policies/records/")]
    tree = edited_policies({}, without=others)
    tree.files.update({path: text.encode() for path, text in files.items()})
    return load_policy(tree)


def refusal(path: str, text: str) -> CongboError:
    """Return how a record is refused; every sentence of it can be read."""
    with pytest.raises(CongboError) as refused:
        loaded(**{path: text})
    error = refused.value
    for lang in LANGUAGES:
        told = sentence(error.message, lang)
        assert told.endswith((".", "…")), told
        assert not re.search(r"\{[a-z_]+\}", told), told
    assert error.code == CANNOT_JUDGE
    assert error.place
    assert error.place.path == path
    return error


@pytest.mark.parametrize("text", ALL, ids=lambda text: PurePosixPath(path_of(text)).stem)
def test_a_right_record_is_read(text: str) -> None:
    (record,) = loaded(**{path_of(text): text}).records
    assert record.place.path == path_of(text)
    assert record.place.line == 2


def test_what_a_record_says() -> None:
    policy = loaded(**{path_of(text): text for text in ALL})
    (incident,) = policy.records_of("su_co")
    assert incident.values["phat_hien_luc"] == datetime(2019, 3, 4, 8, 10, tzinfo=VIETNAM)
    assert incident.at("mo_ta").line == 8
    assert incident.at("bien_phap") == incident.place
    (plan,) = policy.records_of("ke_hoach", "tq")
    assert plan.values["ky"] == Period("2012", date(2012, 1, 1), date(2012, 12, 31))
    assert plan.values["trinh"] == ("ubnd_tinh",)
    (waiver,) = policy.records_of("mien_tru", "ht")
    assert waiver.values["on"] == Scope("unit", "ht-van-phong", date(2022, 1, 31), date(2022, 2, 6))
    assert policy.records_of("ke_hoach", "qn") == ()
    assert policy.records_of("mien_tru") == tuple(r for r in policy.records if r.type == "mien_tru")


def test_the_day_of_a_record_is_a_day_in_vietnam() -> None:
    late = INCIDENT.replace("2019-03-04T08:10:00+07:00", "2019-03-03T17:30:00Z").replace("08:30", "09:30")
    (record,) = loaded(**{path_of(late): late}).records
    assert record.day == date(2019, 3, 4)


def test_a_record_without_its_dating_field_has_no_day() -> None:
    known: Record = next(iter(real_policy().records))
    assert Record(known.type, "x", known.portal, {}, {}, known.place, "ngay").day is None


class Edit(NamedTuple):
    """Lines of a record that become others: the fault, and the line on which it is told (0: where the edit was)."""

    name: str
    text: str
    old: str
    new: str
    key: str
    line: int = 0

    def result(self) -> tuple[str, int]:
        """Return the edited record and the line of the fault."""
        assert self.text.count(self.old) == 1, self.old
        line = self.line or self.text[: self.text.index(self.old)].count("\n") + 1
        return self.text.replace(self.old, self.new), line


# fmt: off
EDITS = (
    # the file as such
    Edit("no format", INCIDENT, "format: 1\n", "", "policy.begins_with", 1),
    Edit("future format", INCIDENT, "format: 1", "format: 9", "policy.format"),
    Edit("another noun", INCIDENT, "record: su_co", "board: su_co", "policy.begins_with", 1),
    Edit("type unknown", INCIDENT, "record: su_co", "record: tai_nan", "policy.not_one_of"),
    Edit("id like another file", INCIDENT, "id: sc-1", "id: sc-2", "record.path"),
    Edit("id in capitals", INCIDENT, "id: sc-1", "id: SC-1", "policy.not_an_id"),
    Edit("type of another folder", WAIVER, "mien_tru\nid", "mien_danh_sach\nid", "record.unknown_line", 5),
    Edit("doubled line", INCIDENT, "mo_ta: T", "portal: hd\nmo_ta: T", "yaml.duplicate_key"),
    # lines
    Edit("unknown line", INCIDENT, "mo_ta:", "mo_ta_them:", "record.unknown_line"),
    Edit("line of another type", INCIDENT, "mo_ta: T", "so_tien: \"1 đồng\"\nmo_ta: T", "record.unknown_line"),
    Edit("no portal", INCIDENT, "portal: hd\n", "", "record.missing_line", 2),
    Edit("no id", INCIDENT, "id: sc-1\n", "", "record.missing_line", 2),
    Edit("no kind", INCIDENT, "loai_su_co: loi_ky_thuat\n", "", "record.missing_line", 2),
    Edit("no date", VIOLATION, "ngay: 2021-10-11\n", "", "record.missing_line", 2),
    Edit("no reason", WAIVER, "reason: Tuần nghỉ Tết Nguyên đán.\n", "", "record.missing_line", 2),
    # values
    Edit("empty value", INCIDENT, "mo_ta: Trang đầu không mở được.", "mo_ta:", "record.unfit"),
    Edit("empty in quotes", INCIDENT, "mo_ta: Trang đầu không mở được.", 'mo_ta: ""', "record.unfit"),
    Edit("moment without sense", INCIDENT, "2019-03-04T08:30:00+07:00", "sáng 4/3", "record.unfit"),
    Edit("day that does not exist", VIOLATION, "2021-10-11", "2021-02-30", "record.unfit"),
    Edit("day as people write it", VIOLATION, "2021-10-11", "11/10/2021", "record.unfit"),
    Edit("kind not in the vocabulary", INCIDENT, "loi_ky_thuat", "chay_no", "record.unfit"),
    Edit("flag in quotes", EXEMPTION, "nhieu_don_vi: true", 'nhieu_don_vi: "true"', "record.unfit"),
    Edit("number without quotes", EXEMPTION, '"46"', "46", "record.unfit"),
    Edit("number in words", EXEMPTION, '"46"', "bốn mươi sáu", "record.unfit"),
    Edit("period upside down", PLAN, '"2012"', '"2013/2012"', "record.unfit"),
    Edit("list expected", PLAN, "[ubnd_tinh]", "ubnd_tinh", "record.unfit"),
    Edit("list given", PLAN, "ten: Kế hoạch năm 2012", "ten: [Kế hoạch, năm 2012]", "record.unfit"),
    Edit("scope without a term", WAIVER, ", from: 2022-01-31, until: 2022-02-06", "", "record.unfit"),
    Edit("scope with two targets", WAIVER, "{unit:", "{portal: ht, unit:", "record.unfit"),
    Edit("digest too short", SCAN_WAIVER, SHA, SHA[1:], "record.unfit"),
    # what is named must exist
    Edit("portal unknown", INCIDENT, "portal: hd", "portal: hn", "policy.dangling"),
    Edit("unit unknown", EXEMPTION, "don_vi: qn-so-du-lich", "don_vi: qn-so-du-hanh", "policy.dangling"),
    Edit("unit that had ended", WAIVER.replace("mien_tru\n", "yeu_cau_cung_cap\n").split("clause")[0]
         + "don_vi: hd-van-phong-tinh-uy\nnoi_dung: Gửi số liệu.\nyeu_cau_luc: 2021-02-01T08:00:00+07:00\n",
         "yeu_cau_luc: 2021", "yeu_cau_luc: 2026", "record.unit_ended", 5),
    Edit("clause unknown", VIOLATION, "HT-8.3", "HT-99", "policy.dangling"),
    Edit("clause of another regulation", VIOLATION, "HT-8.3", "DL-10.2", "record.other_regulation"),
    Edit("role of another regulation", PLAN, "nguoi_lap: trung_tam", "nguoi_lap: ke_toan", "record.unknown_role"),
    Edit("addressee unknown", PLAN, "[ubnd_tinh]", "[ubnd_tinh, ubnd_huyen]", "record.unknown_role"),
    Edit("holder unknown", INCIDENT, "hd-pv-1", "hd-pv-9", "record.unknown_holder"),
    Edit("holder of another board", INCIDENT, "hd-pv-1", "ht-thu-ky", "record.unknown_holder"),
    Edit("holder not yet in office", INCIDENT, "phat_hien_luc: 2019", "phat_hien_luc: 2018", "record.not_in_office", 7),
    Edit("one of several holders unknown", MEETING,
         "[ht-truong-ban, ht-thu-ky]", "[ht-truong-ban, ht-ai-do]", "record.unknown_holder"),
    Edit("component unknown", ORDER, "trang: tq-sotttt", "trang: tq-xxx", "policy.dangling"),
    Edit("component of another portal", ORDER, "trang: tq-sotttt", "trang: qn-ipa", "record.not_a_component"),
    Edit("the portal itself as component", ORDER, "trang: tq-sotttt", "trang: tq", "record.not_a_component"),
    # dates out of order
    Edit("told before it was found", INCIDENT,
         "bao_cao_luc: 2019-03-04T08:30", "bao_cao_luc: 2019-03-04T08:00", "record.order_of_dates"),
    Edit("approved before it was drawn up", PLAN,
         "ngay_phe_duyet: 2011-11-25", "ngay_phe_duyet: 2011-11-13", "record.order_of_dates"),
    Edit("ends before it begins", EXEMPTION, "den_ngay: 2018-12-31", "den_ngay: 2017-12-31", "record.order_of_dates"),
    Edit("restored before it was copied", BACKUP, "2011-08-27", "2011-08-25", "record.order_of_dates"),
    # waivers
    Edit("waiver of an unknown clause", WAIVER, "HT-9.3c", "HT-9.9", "policy.dangling"),
    Edit("waiver of another regulation's clause", WAIVER, "HT-9.3c", "HD-9.3", "record.other_regulation"),
    Edit("waiver of what nobody checks", WAIVER, "HT-9.3c", "HT-1.1", "waiver.nothing"),
    Edit("waiver of a step", WAIVER, "HT-9.3c", "HT-12.2", "waiver.step"),
    Edit("waiver of an unknown unit", WAIVER, "unit: ht-van-phong", "unit: ht-khong-co", "policy.dangling"),
    Edit("waiver of a unit of another time", WAIVER,
         "{unit: ht-van-phong, from: 2022", "{unit: hd-van-phong-tinh-uy, from: 2026", "policy.until_before_from"),
    Edit("waiver that ends before it begins", WAIVER, "until: 2022-02-06", "until: 2022-01-30", "policy.until_before_from"),
    Edit("waiver for another portal", WAIVER, "unit: ht-van-phong", "portal: dl", "waiver.other_portal"),
    Edit("waiver by a role of another board", WAIVER, "by: truong_ban", "by: thuong_truc_bbt", "record.unknown_role"),
    Edit("waiver of a scan without its file", SCAN_WAIVER,
         f"DL-5/-1\non: {{file: content/dl/van-ban-phuong/2019/901/901.pdf, sha256: {SHA}",
         "DL-6B/-4\non: {portal: dl, from: 2019-10-01, until: 2019-12-31", "waiver.scan_needs_file", 6),
    Edit("waiver of a scan of another portal's file", SCAN_WAIVER, "content/dl/", "content/qn/", "waiver.other_file"),
    Edit("waiver of a secrecy mark without a decision", SCAN_WAIVER,
         "decision: 905/UBND-VP\n", "", "waiver.needs_decision", 6),
    Edit("waiver of a rule of the program without a file", WAIVER, "HT-9.3c", "CB-14", "waiver.scan_needs_file", 6),
)
# fmt: on


@pytest.mark.parametrize("edit", EDITS, ids=lambda edit: edit.name)
def test_a_wrong_line_is_refused_at_its_place(edit: Edit) -> None:
    text, line = edit.result()
    error = refusal(path_of(edit.text), text)
    assert error.message.key == edit.key
    assert error.place
    assert error.place.line == line


def test_a_rule_of_the_program_is_let_through_with_a_decision_only() -> None:
    text = SCAN_WAIVER.replace("DL-5/-1", "CB-14")
    assert loaded(**{path_of(text): text}).records
    without = text.replace("decision: 905/UBND-VP\n", "")
    assert refusal(path_of(text), without).message.key == "waiver.needs_decision"


def test_a_unit_of_another_time_cannot_be_waived() -> None:
    text = WAIVER.replace(
        "{unit: ht-van-phong, from: 2022-01-31, until: 2022-02-06}",
        "{unit: hd-van-phong-tinh-uy, from: 2026-01-05, until: 2026-01-11}",
    )
    assert refusal(path_of(text), text).message.key == "waiver.unit_ended"


def test_one_id_twice_is_refused_at_the_second() -> None:
    other = MEETING.replace("id: bb-1", "id: sc-1")
    with pytest.raises(CongboError) as refused:
        loaded(**{path_of(INCIDENT): INCIDENT, path_of(other): other})
    assert refused.value.message.key == "policy.duplicate_id"
    assert str(refused.value.place).startswith("policies/records/su_co/sc-1.yml:2")


@pytest.mark.parametrize(
    "path",
    [
        "policies/records/sc-1.yml",
        "policies/records/2019/su_co/sc-1.yml",
        "policies/records/bao_tri/sc-1.yml",
        "policies/records/su_co/sc-1.yaml",
    ],
)
def test_a_record_elsewhere_is_refused(path: str) -> None:
    assert refusal(path, INCIDENT).message.key == "record.path"


def test_a_record_that_is_no_mapping_is_refused() -> None:
    assert refusal("policies/records/su_co/sc-1.yml", "- format: 1\n").message.key.startswith("yaml.")


# ---- the declarations in types.yml, and the rules that ask for records

# fmt: off
DECLARATIONS = (
    ("types.yml", "dated_by: phat_hien_luc", "dated_by: ngay_phat_hien", "policy.dangling"),
    ("types.yml", "required: [loai_su_co, phat_hien_luc, mo_ta]", "required: [loai_su_co, mo_ta]", "record.undated"),
    ("types.yml", "dated_by: phat_hien_luc", "dated_by: mo_ta", "record.not_a_date_field"),
    ("types.yml", "kind: loai_hop", "kind: loai_sach", "policy.dangling"),
    ("types.yml", "{type: choice, vocabulary: loai-su-co,", "{type: choice,", "policy.choice_without_vocabulary"),
    ("types.yml", "{type: choice, vocabulary: loai-su-co,", "{type: choice, vocabulary: loai-su-co-khac,", "policy.dangling"),
    ("regulations/hd/clauses.yml", "{record: tiep_nhan}", "{record: so_tiep_nhan}", "policy.dangling"),
    ("regulations/hd/clauses.yml", "phat_hien_luc, loai_su_co, bao_cao_cho",
     "phat_hien_luc, loai, bao_cao_cho", "policy.dangling"),
    ("regulations/hd/clauses.yml", "kinds: [dau_tu_nang_cap], by: van_phong_tinh_uy",
     "kinds: [dau_tu], by: van_phong_tinh_uy", "policy.dangling"),
    ("regulations/hd/clauses.yml", "kinds: [dau_tu_nang_cap], by: van_phong_tinh_uy",
     "by: van_phong_huyen_uy", "policy.dangling"),
    ("regulations/hd/clauses.yml", "{record: tiep_nhan}",
     "{record: tiep_nhan, by: ban_bien_tap}", "record.rule_without_field"),
    ("regulations/tq/clauses.yml", "kinds: [bien_che], by: trung_tam, to: [ubnd_tinh], every: [year]",
     "kinds: [bien_che], every: [week]", "policy.dangling"),
)
# fmt: on


@pytest.mark.parametrize(("name", "old", "new", "key"), DECLARATIONS)
def test_a_wrong_declaration_is_refused(name: str, old: str, new: str, key: str) -> None:
    path = f"policies/{name}"
    text = real_policies()[path].decode()
    assert text.count(old) == 1
    with pytest.raises(CongboError) as refused:
        load_policy(edited_policies({path: text.replace(old, new).encode()}))
    assert refused.value.message.key == key
    assert refused.value.place
    assert refused.value.place.path == path


# ---- the repository's own records


def test_every_record_type_is_kept_at_least_once() -> None:
    policy = real_policy()
    assert [name for name in policy.types.record_types if not policy.records_of(name)] == []
