"""Every clause that a step meets: the change lands when the step is taken as the text says, and not without it.

``SHOWN`` is written from the texts. That it would notice a wrong table of steps is tested too: a table without the step, and
one that lets somebody else take it, must both be seen.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

import pytest

from congbo.facts.gate.model import Verdict
from congbo.facts.means import KINDS_OF_GATE
from congbo.frozen import replace
from congbo.policy import Policy
from congbo.policy.procedures import Procedure, Step
from support.gate import Story, policy
from support.obligations import breaks, keeps
from support.takings import Chain, Taking, role_of, told
from support.ways import CHAINS


class Shown(NamedTuple):
    """A step of a chain: who takes it, and somebody who may not.

    ``law`` is what the step cites if it is left out ("": the clause); ``awaited`` the step that is asked for then ("": it).
    """

    chain: str
    step: str
    by: str
    instead: str
    law: str = ""
    behalf: str = ""
    awaited: str = ""

    @property
    def where(self) -> tuple[str, str]:
        """Return the procedure and the step."""
        procedure, _, step = self.step.rpartition("/")
        takings = CHAINS[self.chain].takings
        return procedure or takings[0].procedure, step

    @property
    def submits(self) -> bool:
        """Tell whether the step is to hand the change in."""
        return self.where not in {(one.procedure, one.step) for one in CHAINS[self.chain].takings}

    def chain_by(self, person: str) -> Chain:
        """Return the chain in which a person takes the step."""
        chain = CHAINS[self.chain]
        if self.submits:
            return replace(chain, by=person)
        return chain.but(replace(chain.taking(*self.where), person=person, behalf=self.behalf))

    def chain_without(self) -> Chain:
        """Return the chain in which nobody takes the step."""
        chain = CHAINS[self.chain]
        return replace(chain, by="") if self.submits else chain.without(*self.where)


_HD_STEPS = {
    "tiep_nhan": Shown("hd", "tiep_nhan", "hd-uv-to-chuc", "hd-ld-ban-to-chuc", "HD-10.1"),
    "bien_tap": Shown("hd", "bien_tap", "hd-uv-dan-van", "hd-pv-1", "HD-10.2"),
    "xac_thuc": Shown("hd", "xac_thuc", "hd-tt-2", "hd-truong-ban", "HD-10.3"),
    "kiem_duyet": Shown("hd", "kiem_duyet", "hd-tt-1", "hd-uv-khoi", "HD-7.2"),
    "dang": Shown("hd", "dang", "hd-uv-khoi", "hd-quan-tri", "HD-10.3"),
}
_TQ_STEPS = (
    Shown("tq", "thu_thap", "tq-pv-1", "tq-quan-tri", "TQ-9.1c/-3"),
    Shown("tq", "bien_tap", "tq-thu-ky", "tq-pv-2", "TQ-9.1d/-3"),
    Shown("tq", "kiem_duyet", "tq-truong-ban", "tq-bt-2", "TQ-9.1c/-3"),
    Shown("tq", "dang", "tq-bt-1", "tq-pho-1", "TQ-9.1c/-3"),
)
_SD, _SD_BY_SECRETARY = "tq thành phần", "tq thành phần, thư ký được ủy nhiệm"

SHOWN: dict[str, tuple[Shown, ...]] = {
    "DL-4/-3": (
        Shown("dl", "phe_duyet", "dl-truong-ban", "dl-van-phong"),
        Shown("dl", "phe_duyet", "dl-tv-doan", "dl-ctv-kdc-1"),
    ),
    "DL-6A.2#1": (
        Shown("dl", "kiem_duyet", "dl-pho-ban-tt", "dl-pho-ban"),
        Shown("dl", "dang", "dl-pho-ban-tt", "dl-truong-ban", "DL-6B/-1"),
    ),
    "DL-6A.3": (Shown("dl", "dang", "dl-pho-ban", "dl-tv-doan", "DL-6B/-1"),),
    "DL-6A.4": (Shown("dl", "nop", "dl-tv-tu-phap", "dl-truong-ban"),),
    "DL-6B/-1": (Shown("dl", "dang", "dl-van-phong", "dl-ctv-kdc-1"),),
    "DL-8.1#0b": (Shown("dl quy trình", "truong_ban_duyet", "dl-truong-ban", "dl-pho-ban"),),
    "DL-12": (Shown("dl quy chế", "chap_thuan", "dl-truong-ban", "dl-pho-ban-tt"),),
    "HD-2.2e": (
        Shown("hd phản ánh", "phan_anh/tiep_nhan", "hd-uv-noi-chinh", "hd-pv-1"),
        Shown("hd phản ánh", "phan_anh/chuyen_tham_muu", "hd-tt-1", "hd-ctv-1"),
    ),
    "HD-4.1b": (Shown("hd cấu hình", "quan_tri_duyet", "hd-quan-tri", "hd-tt-1"),),
    "HD-4.1c": (Shown("hd tài khoản", "quan_tri_duyet", "hd-quan-tri", "hd-ld-ubkt"),),
    "HD-7.2": (_HD_STEPS["kiem_duyet"],),
    "HD-9.1a": (
        Shown("hd", "don_vi_duyet", "hd-ld-ban-to-chuc", "hd-ld-ubkt"),
        Shown("hd", "don_vi_duyet", "hd-uv-to-chuc", "hd-uv-kiem-tra"),
    ),
    "HD-9.1b#1": (Shown("hd", "nop", "hd-cb-ban-to-chuc", "hd-quan-tri", "HD-3.2", awaited="tap_hop"),),
    "HD-10": tuple(_HD_STEPS.values()),
    "HD-10.1": (_HD_STEPS["tiep_nhan"],),
    "HD-10.2": (_HD_STEPS["bien_tap"],),
    "HD-10.3": (_HD_STEPS["xac_thuc"], _HD_STEPS["kiem_duyet"], _HD_STEPS["dang"]),
    "HD-13.2": (
        Shown("hd đính chính", "dinh_chinh/chi_dao", "hd-truong-ban", "hd-tt-1"),
        Shown("hd đính chính", "dinh_chinh/xu_ly", "hd-quan-tri", "hd-pv-1"),
    ),
    "HD-16.2": (Shown("hd quy chế", "chap_thuan", "hd-truong-ban", "hd-uv-khoi"),),
    "HT-2.1#3": (
        Shown("ht hỏi đáp", "hoi_dap/tiep_nhan", "ht-thu-ky", "ht-quan-tri"),
        Shown("ht hỏi đáp", "hoi_dap/chuyen", "ht-thu-ky", "ht-uv-ccvc", "HT-9.3b"),
        Shown("ht hỏi đáp", "hoi_dap/tra_loi", "ht-tt-tdkt", "ht-tt-ton-giao", "HT-9.3b"),
    ),
    "HT-3.3": (Shown("ht hỏi đáp", "hoi_dap/kiem_duyet", "ht-uv-tdkt", "ht-nv-ccvc"),),
    "HT-5/-4": (Shown("ht chi khác", "pho_giam_doc_duyet", "ht-pgd-van-phong", "ht-ke-toan"),),
    "HT-9.3b": (Shown("ht hỏi đáp", "hoi_dap/tra_loi", "ht-tt-tdkt", "ht-tt-ton-giao"),),
    "HT-12.1": (Shown("ht", "tiep_nhan", "ht-thu-ky", "ht-quan-tri"),),
    "HT-12.2": (Shown("ht", "bien_tap", "ht-uv-ccvc", "ht-ke-toan"),),
    "HT-13.2/-1": (Shown("ht", "phe_duyet", "ht-pho-truong-ban", "ht-uv-tdkt", "HT-13.3#2", behalf="truong_ban"),),
    "HT-13.2/-2": (Shown("ht", "kiem_duyet", "ht-pho-truong-ban", "ht-thu-ky", "HT-13.4/-1"),),
    "HT-13.3#2": (
        Shown("ht", "phe_duyet", "ht-truong-ban", "ht-thu-ky"),
        Shown("ht", "dang", "ht-thu-ky", "ht-uv-ccvc", "HT-13.5/-1"),
    ),
    "HT-13.4/-1": (Shown("ht", "kiem_duyet", "ht-uv-ccvc", "ht-uv-ton-giao"),),
    "HT-13.5/-1": (Shown("ht", "dang", "ht-quan-tri", "ht-ctv-1"),),
    "HT-18#2": (
        Shown("ht nhuận bút", "phe_duyet", "ht-truong-ban", "ht-uv-ke-toan"),
        Shown("ht nhuận bút", "phe_duyet", "ht-pho-truong-ban", "ht-uv-ke-toan"),
    ),
    "HT-18#3": (
        Shown("ht nhuận bút", "ke_toan_kiem_tra", "ht-ke-toan", "ht-thu-ky"),
        Shown("ht nhuận bút", "thanh_toan", "ht-ke-toan", "ht-thu-ky"),
    ),
    "HT-21#2": (Shown("ht quy chế", "chap_thuan", "ht-truong-ban", "ht-pho-truong-ban"),),
    "QN-10.5": (Shown("qn", "xuat_ban", "qn-giam-doc-tttt", "qn-bien-tap-vien-2", "QN-21.1#2"),),
    "QN-10.7a#5": (
        Shown("qn hỏi đáp", "hoi_dap/tiep_nhan", "qn-bien-tap-vien-2", "qn-phong-vien-2", "QN-20.1e/-1#1"),
        Shown("qn hỏi đáp", "hoi_dap/dang_tra_loi", "qn-bien-tap-vien-2", "qn-phong-vien-2"),
    ),
    "QN-12.1": (Shown("qn thành phần", "bien_tap", "qn-campha-uy-vien-1", "qn-campha-ky-thuat", "QN-21.1#2"),),
    "QN-20.1e/-1#1": (
        Shown("qn hỏi đáp", "hoi_dap/tiep_nhan", "qn-uy-vien-hcc", "qn-ky-thuat"),
        Shown("qn hỏi đáp", "hoi_dap/phan_loai", "qn-uy-vien-hcc", "qn-phong-vien-2"),
        Shown("qn hỏi đáp", "hoi_dap/chuyen", "qn-bien-tap-vien-2", "qn-giup-viec-1"),
    ),
    "QN-20.1e/-1#2": (
        Shown(
            "qn hướng dẫn",
            "hoi_dap/huong_dan_noi_khac",
            "qn-uy-vien-hcc",
            "qn-can-bo-don-vi",
            "QN-20.1e/-1#1",
            awaited="chuyen",
        ),
    ),
    "QN-21.1#2": (
        Shown("qn", "cap_nhat", "qn-phong-vien-1", "qn-ky-thuat"),
        Shown("qn", "bien_tap", "qn-uy-vien-tu-phap", "qn-phong-vien-2"),
        Shown("qn", "xuat_ban", "qn-truong-ban", "qn-uy-vien-tu-phap"),
        Shown("qn thành phần", "cap_nhat", "qn-campha-phong-vien", "qn-campha-ky-thuat"),
        Shown("qn thành phần", "bien_tap", "qn-campha-bien-tap-vien", "qn-campha-thu-truong"),
        Shown("qn thành phần", "xuat_ban", "qn-campha-truong-ban", "qn-campha-uy-vien-2"),
    ),
    "QN-21.2#2": (Shown("qn nâng cấp", "ubnd_dong_y", "qn-truong-ban", "qn-pho-ban-tttt"),),
    "QN-25#3": (Shown("qn quy chế", "chap_thuan", "qn-truong-ban", "qn-pho-ban-tttt"),),
    "TQ-3.2": (Shown("tq nâng cấp", "ubnd_phe_duyet", "tq-truong-ban", "tq-pho-1"),),
    "TQ-6.2": (
        Shown(
            "tq cổng thành phần", "nang_cap/ubnd_phe_duyet", "tq-sonduong-truong-ban", "tq-sonduong-tv-vhtt", "TQ-3.2"
        ),
    ),
    "TQ-8.1a#3": _TQ_STEPS,
    "TQ-9.1c/-3": _TQ_STEPS,
    "TQ-9.1d/-1": (Shown("tq", "kiem_duyet", "tq-truong-ban", "tq-tv-sotttt", "TQ-9.1c/-3"),),
    "TQ-9.1d/-2": (Shown("tq 2011", "kiem_duyet", "tq-pho-1", "tq-pho-2", "TQ-9.1c/-3", behalf="uq-2011-02"),),
    "TQ-9.1d/-3": (
        Shown("tq", "bien_tap", "tq-thu-ky", "tq-pho-1"),
        Shown("tq cuối 2011", "kiem_duyet", "tq-thu-ky", "tq-pho-1", "TQ-9.1c/-3", behalf="uq-2011-04"),
    ),
    "TQ-9.2c/-3": (
        Shown(_SD, "thu_thap", "tq-sonduong-ctv", "tq-sonduong-quan-tri"),
        Shown(_SD, "bien_tap", "tq-sonduong-bt", "tq-sonduong-tv-vhtt", "TQ-9.2d/-3"),
        Shown(_SD, "kiem_duyet", "tq-sonduong-truong-ban", "tq-sonduong-bt-2"),
        Shown(_SD, "dang", "tq-sonduong-bt", "tq-tv-sonduong"),
    ),
    "TQ-9.2d/-1": (Shown(_SD, "kiem_duyet", "tq-sonduong-truong-ban", "tq-sonduong-tv-vhtt", "TQ-9.2c/-3"),),
    "TQ-9.2d/-2": (
        Shown(
            "tq thành phần 2011",
            "kiem_duyet",
            "tq-tv-sonduong",
            "tq-sonduong-thu-ky",
            "TQ-9.2c/-3",
            behalf="uq-sonduong-2011-01",
        ),
    ),
    "TQ-9.2d/-3": (
        Shown(_SD, "bien_tap", "tq-sonduong-thu-ky", "tq-sonduong-ctv"),
        Shown(_SD_BY_SECRETARY, "kiem_duyet", "tq-sonduong-thu-ky", "tq-tv-sonduong", "TQ-9.2c/-3", behalf="uq-moi"),
    ),
    "TQ-13.2": (Shown("tq cổng thành phần", "cau_hinh/quan_tri_cap_tinh", "tq-quan-tri", "tq-sonduong-quan-tri"),),
}
# A thing goes back and comes again: no chain forward shows it.
RETURNED = ("HT-8.3",)
PAIRS = [(clause, one) for clause, all_ in SHOWN.items() for one in all_]
every = pytest.mark.parametrize(
    ("clause", "one"), PAIRS, ids=[f"{clause} {one.step} {one.by}" for clause, one in PAIRS]
)


def is_taken(one: Shown, told_: Verdict) -> bool:
    """Tell whether the change lands with the step taken by the person, in the capacity that the story gives."""
    board = CHAINS[one.chain].board
    return told_.verdict == "granted" and (board, *one.where, one.by, one.behalf) in {
        (t.board, t.procedure, t.step, t.person, t.behalf) for t in told_.taken
    }


def is_kept_out(told_: Verdict) -> bool:
    """Tell whether the change does not land because somebody may not do what they did, with the law that says so."""
    said = {one.code.split(".")[0] for one in told_.refused if one.law}
    return told_.verdict == "refused" and bool(said & {"role", "submit"})


@keeps(*SHOWN)
@every
def test_the_change_lands_with_the_step(clause: str, one: Shown) -> None:
    assert is_taken(one, one.chain_by(one.by).told().verdict()), clause


@breaks(*SHOWN)
@every
def test_without_the_step_it_does_not_and_the_gate_names_it(clause: str, one: Shown) -> None:
    told_ = one.chain_without().told().verdict()
    assert told_.verdict in {"missing", "refused"}
    procedure, step = one.where
    named = {(each.procedure, each.step): each.law for each in told_.missing}
    assert named[procedure, one.awaited or step] == (one.law or clause)


@breaks(*SHOWN)
@every
def test_nor_with_the_step_taken_by_somebody_else(clause: str, one: Shown) -> None:
    told_ = one.chain_by(one.instead).told().verdict()
    assert is_kept_out(told_), clause
    assert all(policy().clause(each.law) or each.law.startswith("CB-") for each in told_.refused if each.law)


NEEDING = [pair for pair in PAIRS if not pair[1].submits and CHAINS[pair[1].chain].taking(*pair[1].where).answers]


@pytest.mark.parametrize(("clause", "one"), NEEDING, ids=[f"{clause} {one.step}" for clause, one in NEEDING])
def test_nor_without_what_the_step_has_to_say(clause: str, one: Shown) -> None:
    chain = CHAINS[one.chain]
    taking = chain.taking(*one.where)
    for word in taking.answers:
        mute = {other: said for other, said in taking.answers.items() if other != word}
        told_ = chain.but(replace(taking, answers=mute)).told().verdict()
        assert told_.verdict == "refused", (clause, word)
        assert told_.refused[0].code == "answer.missing"
        assert told_.refused[0].message.params["word"] == word


# ---- returned, corrected, handed in again; refused (HT)

_RECEIVED = replace(CHAINS["ht"], takings=CHAINS["ht"].takings[:1])
_WHY = {"ly_do": "Thiếu nguồn ảnh."}


def returned(by: str, answers: dict[str, str] = _WHY) -> Story:
    """Return the story in which an item that was received is sent back."""
    return told(_RECEIVED.told(), "ht", Taking("tra_lai", by, answers=answers, decision="return"))


@keeps("HT-8.3")
def test_what_falls_short_goes_back_is_handed_in_again_and_lands() -> None:
    back = returned("ht-uv-ccvc")
    assert back.verdict().code == "returned"
    assert ("tra_lai", "ht-uv-ccvc") in {(one.step, one.person) for one in back.verdict().taken}
    again = back.pushed("ht-nv-ccvc")
    for one in CHAINS["ht"].takings:
        again = told(again, "ht", one)
    assert again.verdict().verdict == "granted"
    assert ("gui_lai", "ht-nv-ccvc") in {(one.step, one.person) for one in again.verdict().taken}


@keeps("HT-8.3")
def test_what_is_against_the_rules_is_refused_for_good() -> None:
    refused = told(_RECEIVED.told(), "ht", Taking("tu_choi", "ht-truong-ban", answers=_WHY, decision="refuse"))
    assert refused.codes() == ("refused", "change.refused")
    for one in CHAINS["ht"].takings:
        refused = told(refused, "ht", one)
    assert refused.codes()[:2] == ("refused", "change.refused")


@breaks("HT-8.3")
def test_nobody_returns_or_refuses_without_the_role_or_the_reason() -> None:
    for story, code in (
        (returned("ht-quan-tri"), "role.step"),
        (returned("ht-uv-ccvc", {}), "answer.missing"),
        (told(_RECEIVED.told(), "ht", Taking("tu_choi", "ht-thu-ky", answers=_WHY, decision="refuse")), "role.step"),
    ):
        (said,) = story.verdict().refused
        assert (said.code, said.law) == (code, "HT-8.3")


@breaks("HT-8.3")
def test_what_was_returned_does_not_land_as_it_is() -> None:
    back = returned("ht-uv-ccvc")
    for one in CHAINS["ht"].takings:
        back = told(back, "ht", one)
    assert back.verdict().verdict == "refused"
    assert "gui_lai" in {one.step for one in back.verdict().missing}
    by_another = returned("ht-uv-ccvc").pushed("ht-quan-tri").verdict()
    assert ("submit.role", "HT-8.3") in {(one.code, one.law) for one in by_another.refused}


# ---- the table is whole, and it would notice


def asked() -> Iterator[tuple[str, str, str]]:
    """Yield clause, procedure and step of every rule that the gate judges."""
    for regulation in policy().regulations:
        for clause, rule, _ in policy().rules(regulation):
            if rule.means == "check" and rule.name in KINDS_OF_GATE:
                yield from ((clause.id, rule.params["procedure"], step) for step in rule.params["steps"])


def test_every_step_of_every_clause_is_shown() -> None:
    shown = {(clause, *one.where) for clause, all_ in SHOWN.items() for one in all_}
    wanted = set(asked())
    assert {one for one in wanted if one[0] not in RETURNED} == shown
    assert {step for clause, _, step in wanted if clause in RETURNED} == {"tra_lai", "tu_choi", "gui_lai"}


def rules_of(one: Shown, change: Callable[[Procedure, str], Procedure]) -> Policy:
    """Return the policies of a story with one procedure changed."""
    rules = CHAINS[one.chain].rules()
    regulation = next(
        id_ for id_, board in rules.board_rules.items() if CHAINS[one.chain].board.startswith(id_.lower())
    )
    board = rules.board_rules[regulation]
    procedure, step = one.where
    changed = change(board.procedures[procedure], step)
    made = replace(board, procedures={**board.procedures, procedure: changed})
    return replace(rules, board_rules={**rules.board_rules, regulation: made})


def bridged(procedure: Procedure, step: str) -> Procedure:
    """Return the table without the step: who came after it comes where it began."""
    (gone,) = [row for row in procedure.steps if row.step == step]

    def led(row: Step) -> Step:
        return replace(row, from_=(*row.from_, *gone.from_)) if gone.to in row.from_ else row

    goal = gone.from_[0] if gone.to == procedure.goal else procedure.goal
    return replace(procedure, goal=goal, steps=tuple(led(row) for row in procedure.steps if row is not gone))


@every
def test_a_table_without_the_step_would_be_noticed(clause: str, one: Shown) -> None:
    assert not is_taken(one, one.chain_by(one.by).told(rules_of(one, bridged)).verdict()), clause


@every
def test_a_table_that_lets_somebody_else_in_would_be_noticed(clause: str, one: Shown) -> None:
    board = CHAINS[one.chain].board

    def opened(procedure: Procedure, step: str) -> Procedure:
        role = role_of(board, one.instead)
        rows = (
            replace(row, by={**row.by, role: row.law}, of="", by_level={}, delegated={}, acting={})
            if row.step == step
            else row
            for row in procedure.steps
        )
        return replace(procedure, steps=tuple(rows))

    chain = one._replace(behalf="").chain_by(one.instead)
    assert not is_kept_out(chain.told(rules_of(one, opened)).verdict()), clause
