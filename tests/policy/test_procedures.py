"""Tables of steps: what is wrong is refused at its line, older files load, and the five regulations leave nothing open."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from congbo.errors import CongboError
from congbo.locale import LANGUAGES, catalogue, told
from congbo.policy import Policy, load_policy
from congbo.policy.areas import AREAS, SAME, area_of
from congbo.policy.procedures import ACTS, HOUSE_RULES, Procedure, Step, word_of
from support.trees import edited_policies, real_policies, real_policy

DL, HD, HT, QN, TQ = (f"policies/regulations/{one}/board.yml" for one in ("dl", "hd", "ht", "qn", "tq"))
REGULATIONS = ("DL", "HD", "HT", "QN", "TQ")
WORDS = {"submit", "clear", "receive", "edit", "review", "approve", "publish", "return", "refuse", "handle"}


@dataclass(frozen=True)
class Bad:
    """A line of a file becomes another; the fault is told there, in these words."""

    name: str
    path: str
    old: str
    new: str
    key: str
    said: str

    def result(self) -> tuple[bytes, int]:
        """Return the edited file and the line of the edit."""
        lines = real_policies()[self.path].decode().split("\n")
        at = next(number for number, line in enumerate(lines) if self.old in line)
        lines[at] = lines[at].replace(self.old, self.new, 1)
        return "\n".join(lines).encode(), at + 1


TAKEN = 'by: {pho_ban_thuong_truc: "DL-6A.2#1"}, law'
ANYWHERE = "from: [da_nhan, da_bien_tap, da_kiem_duyet]"
NOT = "not: {author: CB-1, kiem_duyet: CB-1}"
BAD = (
    Bad(
        "fact of a change that no step asks for",
        "policies/regulations/tq/clauses.yml",
        "required: [loai_thay_doi]",
        "required: [muc_dich]",
        "policy.change_unasked",
        "Không bước nào của thay đổi ở `theme` hỏi `muc_dich`",
    ),
    Bad("act of another word", DL, "act: review", "act: xem", "policy.not_one_of", "`xem` không dùng được ở đây"),
    Bad(
        "count of nobody",
        DL,
        "step: dang, act: publish",
        "step: dang, count: 0, act: publish",
        "policy.not_from_one",
        "từ 1",
    ),
    Bad(
        "count in words",
        DL,
        "step: dang, act",
        "step: dang, count: hai, act",
        "policy.not_a_number",
        "`hai` phải là số nguyên",
    ),
    Bad(
        "unknown area",
        DL,
        "area: [procedures]",
        "area: [quy_trinh]",
        "policy.not_one_of",
        "`quy_trinh` không dùng được",
    ),
    Bad("unknown thing covered", DL, "{types: any}", "{type: any}", "policy.unknown_key", "tên là `type` ở đây"),
    Bad(
        "unknown type",
        HT,
        "{types: [hoi_dap]}",
        "{types: [hoidap]}",
        "policy.dangling",
        "`hoidap` không có trong danh mục (type)",
    ),
    Bad(
        "unknown tier",
        TQ,
        "tiers: [tinh]}",
        "tiers: [huyen]}",
        "policy.dangling",
        "`huyen` không có trong danh mục (tier)",
    ),
    Bad("taken by nobody", DL, TAKEN, "by: {}, law", "policy.taken_by_nobody", "Không ai được làm bước `kiem_duyet`"),
    Bad("unknown role", DL, TAKEN, "by: {pho: DL-12}, law", "policy.dangling", "`pho` không có trong danh mục (role)"),
    Bad("unknown role acting", HT, "acting: {pho_truong_ban", "acting: {pho", "policy.dangling", "`pho` không có"),
    Bad(
        "unknown role delegated",
        TQ,
        "delegated: {pho_truong_ban",
        "delegated: {pho",
        "policy.dangling",
        "`pho` không có",
    ),
    Bad(
        "unknown role answering",
        QN,
        "accountable: {giam_doc_",
        "accountable: {chu_",
        "policy.dangling",
        "`chu_trung_tam",
    ),
    Bad(
        "unknown level",
        TQ,
        "by_level: {cap_nhat",
        "by_level: {dang",
        "policy.dangling",
        "`dang` không có trong danh mục (level)",
    ),
    Bad(
        "not a step",
        DL,
        NOT,
        "not: {author: CB-1, bien_tap: CB-1}",
        "policy.dangling",
        "`bien_tap` không có trong danh mục (step)",
    ),
    Bad("step of another procedure", DL, NOT, "not: {tong_hop: CB-1}", "policy.dangling", "`tong_hop` không có"),
    Bad(
        "house rule of a check",
        DL,
        NOT,
        "not: {author: CB-13}",
        "policy.dangling",
        "`CB-13` không có trong danh mục (clause)",
    ),
    Bad(
        "document of nobody",
        DL,
        "document_of: chu_tich_ubnd_phuong",
        "document_of: bi_thu",
        "policy.dangling",
        "`bi_thu` không có",
    ),
    Bad(
        "document of a role",
        DL,
        "document_of: chu_tich_ubnd_phuong",
        "document_of: thanh_vien",
        "policy.dangling",
        "(body)",
    ),
    Bad(
        "return to the goal",
        HT,
        f"act: refuse, {ANYWHERE}, to: bi_tu_choi",
        f"act: return, {ANYWHERE}, to: da_dang",
        "policy.act_at_goal",
        "`act: return` không thể đưa thẳng tới",
    ),
    Bad(
        "refusal to the goal",
        HT,
        "to: bi_tu_choi",
        "to: da_dang",
        "policy.act_at_goal",
        "`act: refuse` không thể đưa thẳng tới",
    ),
    Bad(
        "submission to the goal", DL, "to: da_nop", "to: da_dang", "policy.unreachable_step", "đi tới bước `kiem_duyet`"
    ),
    Bad("goal where it starts", DL, "goal: da_dang", "goal: nhap", "policy.unreachable_goal", "trạng thái đích `nhap`"),
    Bad(
        "way without an end",
        QN,
        "act: handle, from: da_phan_loai, to: khong",
        "act: review, from: da_phan_loai, to: khong",
        "policy.dead_end",
        "đi tiếp từ trạng thái `khong_thuoc_tham_quyen`",
    ),
    Bad(
        "one step twice",
        HD,
        "step: tap_hop",
        "step: nop",
        "policy.step_twice",
        "Bước `nop` đã có một dòng đi từ trạng thái `nhap`",
    ),
    Bad(
        "rule about an unknown procedure",
        "policies/regulations/dl/clauses.yml",
        "procedure: sua_quy_trinh",
        "procedure: quy_trinh",
        "policy.dangling",
        "`quy_trinh` không có trong danh mục (procedure)",
    ),
    Bad(
        "rule about an unknown step",
        "policies/regulations/dl/clauses.yml",
        "steps: [truong_ban_duyet]",
        "steps: [duyet]",
        "policy.dangling",
        "`duyet` không có trong danh mục (step)",
    ),
)


@pytest.mark.parametrize("bad", BAD, ids=[bad.name for bad in BAD])
def test_a_wrong_table_is_refused_at_its_line(bad: Bad) -> None:
    data, line = bad.result()
    with pytest.raises(CongboError) as raised:
        load_policy(edited_policies({bad.path: data}))
    assert raised.value.message.key == bad.key
    assert raised.value.place is not None
    assert bad.said in told(raised.value, "vi")
    if bad.name != "submission to the goal":  # the row after it is the one that nothing leads to any more
        assert (raised.value.place.path, raised.value.place.line) == (bad.path, line)


def test_whoever_submits_cannot_publish_by_it() -> None:
    text = real_policies()[DL].decode().replace("step: dang, act: publish", "step: dang, act: submit")
    with pytest.raises(CongboError) as raised:
        load_policy(edited_policies({DL: text.encode()}))
    assert raised.value.message.key == "policy.act_at_goal"


# ---- files of before


def older() -> Policy:
    """Return the policies as they were before rows said what they do."""
    files = {
        path: re.sub(r" act: [a-z]+,", "", real_policies()[path].decode()).encode() for path in (DL, HD, HT, QN, TQ)
    }
    assert all(b"act: " not in data for data in files.values())
    return load_policy(edited_policies(files))


def test_rows_of_older_files_are_given_their_act() -> None:
    boards = older().board_rules
    assert [step.act for step in boards["DL"].procedures["tin_bai"].steps] == [
        "submit",
        "approve",
        "approve",
        "publish",
    ]
    assert {step.act for step in boards["DL"].procedures["tep_quan_tri"].steps} == {"approve"}
    assert {step.count for board in boards.values() for one in board.procedures.values() for step in one.steps} == {1}


def test_one_row_of_an_older_file_publishes_and_does_not_submit() -> None:
    text = real_policies()[HT].decode()
    rows = re.search(r"  hoi_dap:\n.*?steps:\n(.*?)  nhuan_but:", text, re.DOTALL)
    assert rows
    one = "      - {step: tra_loi, from: moi, to: da_tra_loi, by: {lanh_dao_don_vi: HT-9.3b}, law: HT-9.3b}\n"
    clauses = "policies/regulations/ht/clauses.yml"
    cited = re.sub(r"(procedure: hoi_dap, steps: )\[[a-z_, ]+\]", r"\1[tra_loi]", real_policies()[clauses].decode())
    tree = edited_policies({HT: text.replace(rows[1], one).encode(), clauses: cited.encode()})
    (step,) = load_policy(tree).board_rules["HT"].procedures["hoi_dap"].steps
    assert step.act == "publish"


# ---- areas


@pytest.mark.parametrize(
    ("path", "area"),
    [
        ("policies/regulations/dl/regulation.yml", "regulation"),
        ("policies/regulations/dl/clauses.yml", "regulation"),
        ("policies/regulations/dl/board.yml", "procedures"),
        ("policies/boards/qn-ipa.yml", "boards"),
        ("policies/keys/people.yml", "keys"),
        ("policies/keys/allowed_signers", "keys"),
        ("policies/portals/tq.yml", "portal"),
        ("policies/sections.yml", "sections"),
        ("policies/types.yml", "types"),
        ("policies/units.yml", "units"),
        ("policies/units/dl.yml", "units"),
        ("policies/law.yml", "law"),
        ("policies/calendar/2026.yml", "calendar"),
        ("policies/vocabularies/cap.yml", "vocabularies"),
        ("policies/hosts.yml", "hosts"),
        ("policies/checklist.yml", "checklist"),
        ("policies/records/sao_luu/sl-1.yml", "records"),
        ("policies/records/mien_tru/mt-1.yml", "waivers"),
        ("policies/records/mien_danh_sach/mds-1.yml", "waivers"),
        ("policies/README.md", "program"),
        ("policies/units.yml/x", "program"),
        ("policies/boards", "program"),
        ("policies/khac/1.yml", "program"),
        ("theme/templates/base.html", "theme"),
        ("theme", "program"),
        ("content/dl/tin-tuc-su-kien/2019/a.md", None),
        ("content/dl/tin-tuc-su-kien/2019/a/anh.jpg", None),
        ("content", "program"),
        ("Content/dl/a.md", "program"),
        ("contents/a.md", "program"),
        ("plugins/congbo/tree.py", "program"),
        ("scripts/content/a.md", "program"),
        ("tests/x.py", "program"),
        (".github/CODEOWNERS", "program"),
        (".gitattributes", "program"),
        ("pelicanconf.py", "program"),
        ("README.md", "program"),
    ],
)
def test_every_file_has_its_area(path: str, area: str | None) -> None:
    assert area_of(path) == area
    assert area is None or area in AREAS


def test_links_and_hosts_are_one_area() -> None:
    rules = real_policy().board_rules["HD"].procedures["cau_hinh"]
    assert SAME == {"links": "hosts"}
    only_links = Procedure({"area": ("links",)}, rules.start, rules.goal, rules.steps, rules.place)
    assert only_links.covers_area("hosts")
    assert only_links.covers_area("links")
    assert not only_links.covers_area("sections")


def test_what_a_procedure_covers() -> None:
    boards = real_policy().board_rules
    own, every = boards["TQ"].procedures["tin_bai_thanh_phan"], boards["DL"].procedures["tin_bai"]
    assert (own.covers_tier("thanh_phan"), own.covers_tier("tinh"), every.covers_tier("phuong")) == (True, False, True)
    assert every.covers_type("van_ban")
    assert not boards["HT"].procedures["hoi_dap"].covers_type("van_ban")
    assert boards["HT"].procedures["chi_khac"].covers_record("chi_phi")
    assert not boards["HT"].procedures["chi_khac"].covers_record("sao_luu")


# ---- the five regulations


def procedures(regulation: str) -> Iterator[tuple[str, Procedure]]:
    yield from real_policy().board_rules[regulation].procedures.items()


def rows() -> Iterator[tuple[str, str, Step]]:
    for regulation in REGULATIONS:
        for name, procedure in procedures(regulation):
            for step in procedure.steps:
                yield regulation, name, step


def test_every_row_says_what_it_does() -> None:
    assert set(ACTS) == WORDS
    assert not [(regulation, name, step.step) for regulation, name, step in rows() if "act" not in step.places]


@pytest.mark.parametrize("area", AREAS)
@pytest.mark.parametrize("regulation", REGULATIONS)
def test_every_area_is_covered_on_every_tier(regulation: str, area: str) -> None:
    for tier in real_policy().regulations[regulation].tiers:
        assert any(one.covers_area(area) and one.covers_tier(tier) for _, one in procedures(regulation)), tier


@pytest.mark.parametrize("regulation", REGULATIONS)
def test_items_of_every_tier_have_one_way_to_be_published(regulation: str) -> None:
    for tier in real_policy().regulations[regulation].tiers:
        found = [
            name for name, one in procedures(regulation) if one.named("types") == ("any",) and one.covers_tier(tier)
        ]
        assert len(found) == 1, tier


def ways(procedure: Procedure, at: str, taken: tuple[Step, ...] = ()) -> Iterator[tuple[Step, ...]]:
    """Yield every way from a state to the goal without going back."""
    if at == procedure.goal:
        yield taken
        return
    for step in procedure.steps:
        if at in step.from_ and step not in taken and step.act not in ("return", "refuse"):
            yield from ways(procedure, step.to, (*taken, step))


AT_ONCE = {"takedown", "banner"}
GOVERNANCE = [
    (r, name, one)
    for r in REGULATIONS
    for name, one in procedures(r)
    if one.named("area") and not set(one.named("area")) <= AT_ONCE
]


@pytest.mark.parametrize(
    ("regulation", "name", "procedure"), GOVERNANCE, ids=[f"{r}-{name}" for r, name, _ in GOVERNANCE]
)
def test_two_roles_judge_files_of_governance(regulation: str, name: str, procedure: Procedure) -> None:
    """CB-17. The last eyes are neither the author's nor those of the step before; the roles of two steps do not meet."""
    levels = real_policy().board_rules[regulation].roles
    found = list(ways(procedure, procedure.start))
    assert found
    for way in found:
        roles = [{*step.by, *step.acting, *(r for r in levels if levels[r].level in step.by_level)} for step in way]
        assert len(way) >= 2
        assert not [(a, b) for n, a in enumerate(roles) for b in roles[n + 1 :] if a & b]
        assert set(way[-1].not_) == {"author", *(step.step for step in way[:-1])}


@pytest.mark.parametrize("area", sorted(AT_ONCE))
@pytest.mark.parametrize("regulation", REGULATIONS)
def test_one_named_role_decides_at_once_and_says_why(regulation: str, area: str) -> None:
    """CB-19. One step by one role, with a reason; nothing else is covered by it, and nothing else covers it."""
    found = [one for _, one in procedures(regulation) if one.covers_area(area)]
    assert [one.named("area") for one in found] == [(area,)]
    (step,) = found[0].steps
    assert (step.act, len(step.by), step.count, list(step.needs)) == ("approve", 1, 1, ["ly_do"])
    assert not (step.by_level or step.delegated or step.acting)


@pytest.mark.parametrize("regulation", REGULATIONS)
def test_a_change_of_boards_or_keys_leaves_two_roles_beside_the_one_that_it_is_about(regulation: str) -> None:
    for name, procedure in procedures(regulation):
        if {"boards", "keys"} & set(procedure.named("area")):
            assert all(len(step.by) >= 2 for step in procedure.steps), name


def test_every_step_clause_is_cited_by_a_row_that_it_names() -> None:
    policy = real_policy()
    missing = []
    for regulation in REGULATIONS:
        for clause, rule, _ in policy.rules(regulation):
            if rule.name == "step":
                steps = policy.board_rules[regulation].procedures[rule.params["procedure"]].steps
                cited = {one for step in steps if step.step in rule.params["steps"] for one in step.clauses()}
                missing += [clause.id] if clause.id not in cited else []
    assert not missing


def test_house_rules_that_cells_cite_can_be_said() -> None:
    cited = {clause for _, _, step in rows() for clause in step.clauses() if clause.startswith("CB-")}
    assert cited == {"CB-1", "CB-17", "CB-19"}
    for lang in LANGUAGES:
        assert {f"house_rule.{word_of(rule)}" for rule in HOUSE_RULES} <= set(catalogue(lang))


def test_sending_back_stands_only_where_the_text_prints_it() -> None:
    assert {(r, step.step, step.law) for r, _, step in rows() if step.act in ("return", "refuse")} == {
        ("HT", "tra_lai", "HT-8.3"),
        ("HT", "tu_choi", "HT-8.3"),
    }
