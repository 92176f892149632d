"""Steps out of order, left out, refused, returned, or without what they have to say."""

from congbo.frozen import replace
from congbo.policy import Policy
from support.gate import Story
from support.items import item
from support.journeys import (
    AUTHOR,
    CHECKER,
    CLERK,
    DEPUTY,
    EDITED,
    HEAD,
    MEMBER,
    NEWS,
    OTHER,
    REASON,
    approved,
    checked,
    drafted,
    governing,
    hd_cleared,
    ht,
    ht_checked,
    ht_edited,
    ready,
    tq,
    with_procedures,
    with_step,
)

ORDER = ("refused", "step.order")
STOPPED = ("refused", "change.refused")
SILENT = ("refused", "answer.missing")
QUESTION = "content/ht/hoi-dap/2026/a.md"
RULES_OF_DL = "policies/regulations/dl/clauses.yml"


def asked() -> Story:
    """A question that Home Affairs has received; as an item it goes through the procedure of news too."""
    return Story.of(items={QUESTION: item(QUESTION, "hoi_dap", don_vi="ht-phong-cchc")}).pushed("ht-nv-cchc")


def news_of_question() -> Story:
    story = asked().decided("tiep_nhan", "ht-thu-ky").decided("bien_tap", "ht-thu-ky")
    return (
        story.decided("kiem_duyet", "ht-uv-ccvc").decided("phe_duyet", "ht-truong-ban").decided("dang", "ht-quan-tri")
    )


def rules_of_dl(document: str = "") -> Story:
    """The regulation is altered, perhaps with the chairman's document."""
    story = governing(RULES_OF_DL).decided("tong_hop", CHECKER, procedure="sua_quy_che")
    answers = {"van_ban": document} if document else None
    return story.decided("chap_thuan", HEAD, procedure="sua_quy_che", answers=answers)


def shared() -> Story:
    """A change for which two have to approve."""
    return checked(Story.of(NEWS, rules=with_step("DL", "tin_bai", "phe_duyet", count=2)).pushed(AUTHOR))


def second_way(count: int) -> Policy:
    """Two rows lead away from a state, each for so many persons."""
    return with_procedures("DL", lambda known: {**known, "tin_bai": _with_second_way(known["tin_bai"], count)})


def forked() -> Story:
    """Two rows lead away from a state, both of them for two persons."""
    return checked(Story.of(NEWS, rules=second_way(2)).pushed(AUTHOR))


def _with_second_way(procedure, count):
    first = next(row for row in procedure.steps if row.step == "phe_duyet")
    rows = [replace(row, count=count) if row.step == "phe_duyet" else row for row in procedure.steps]
    return replace(procedure, steps=(*rows, replace(first, step="duyet_nhanh", count=count)))


def late(step: str, person: str) -> Story:
    """Every signature is there, and then somebody refuses."""
    return ready().decided(step, person, decision="refuse", answers=REASON)


def ht_ready() -> Story:
    """News of Home Affairs with every signature."""
    return ht_checked().decided("phe_duyet", "ht-truong-ban").decided("dang", "ht-quan-tri")


ATTACKS = {
    "approval before the check": (drafted().decided("phe_duyet", HEAD), ORDER),
    "publication before approval": (checked().decided("dang", CLERK), ORDER),
    "check left out": (
        drafted().decided("phe_duyet", HEAD).decided("dang", CLERK),
        ("refused", "step.order", "step.order"),
    ),
    "all signatures in the wrong order": (
        drafted().decided("dang", CLERK).decided("phe_duyet", HEAD).decided("kiem_duyet", CHECKER),
        ("missing", "phe_duyet", "dang"),
    ),
    "step that does not exist": (checked().decided("thong_qua", HEAD), ORDER),
    "step of another procedure": (checked().decided("truong_ban_duyet", HEAD), ORDER),
    "handing in by a signature": (drafted(by=HEAD).decided("nop", MEMBER), ("refused", "submit.role", "step.order")),
    "handing in again by a signature after a return": (
        approved(drafted()).decided("dang", CLERK, decision="return", answers=REASON).decided("nop", AUTHOR),
        ("missing", "nop", "kiem_duyet", "phe_duyet", "dang"),
    ),
    "editing step left out": (
        Story.of("content/tq/hoat-dong/2026/a.md").pushed("tq-pv-1").decided("kiem_duyet", "tq-truong-ban"),
        ORDER,
    ),
    "push while editing by somebody who may not edit": (
        tq().pushed("tq-pv-1").decided("kiem_duyet", "tq-truong-ban"),
        ORDER,
    ),
    "editor pushes after the editing is over": (tq().pushed("tq-bt-1").decided("kiem_duyet", "tq-truong-ban"), ORDER),
    "editor's push does away with half of a double approval": (
        Story.of("content/tq/hoat-dong/2026/a.md", rules=with_step("TQ", "tin_bai", "bien_tap", count=2))
        .pushed("tq-pv-1")
        .decided("bien_tap", "tq-thu-ky")
        .pushed("tq-bt-1")
        .decided("bien_tap", "tq-bt-1"),
        ("missing", "bien_tap", "kiem_duyet", "dang"),
    ),
    "refused and goes on": (
        checked()
        .decided("phe_duyet", HEAD, decision="refuse", answers=REASON)
        .decided("phe_duyet", DEPUTY)
        .decided("dang", CLERK),
        ("refused", "change.refused"),
    ),
    "refused and handed in again": (
        ready(checked().decided("phe_duyet", HEAD, decision="refuse", answers=REASON).pushed(AUTHOR)),
        ("refused", "change.refused"),
    ),
    "refused at the last step": (
        approved().decided("dang", CLERK, decision="refuse", answers=REASON),
        ("refused", "change.refused"),
    ),
    "refused by the regulation's own row": (
        ht_edited()
        .decided("tu_choi", "ht-truong-ban", decision="refuse", answers=REASON)
        .decided("kiem_duyet", "ht-uv-cchc"),
        ("refused", "change.refused"),
    ),
    "refusal by the regulation's row, signed as an approval of it": (
        ht_edited().decided("tu_choi", "ht-truong-ban", answers=REASON),
        ("refused", "change.refused"),
    ),
    "author pushes while the board edits": (
        hd_cleared()
        .decided("tiep_nhan", "hd-uv-khoi")
        .pushed("hd-cb-ban-to-chuc")
        .decided("bien_tap", "hd-uv-khoi", answers=EDITED),
        ORDER,
    ),
    "secretary refuses in passing": (
        ht().decided("tiep_nhan", "ht-thu-ky", decision="refuse", answers=REASON),
        ("refused", "step.own_row"),
    ),
    "member returns in passing": (
        ht_edited().decided("kiem_duyet", "ht-uv-cchc", decision="return", answers=REASON),
        ("refused", "step.own_row"),
    ),
    "refusal told as a return": (
        ht_edited().decided("tra_lai", "ht-truong-ban", decision="refuse", answers=REASON),
        ("refused", "step.own_row"),
    ),
    "secretary takes the row of refusals": (
        ht_edited().decided("tu_choi", "ht-thu-ky", decision="refuse", answers=REASON),
        ("refused", "role.step"),
    ),
    "refusal that comes after the approver has approved": (
        approved().decided("phe_duyet", HEAD, decision="refuse", answers=REASON),
        STOPPED,
    ),
    "refusal by who has approved, and it is put up all the same": (
        approved().decided("phe_duyet", HEAD, decision="refuse", answers=REASON).decided("dang", CLERK),
        STOPPED,
    ),
    "refusal by who has checked, after the approval": (
        approved().decided("kiem_duyet", CHECKER, decision="refuse", answers=REASON).decided("dang", CLERK),
        STOPPED,
    ),
    "refusal of a step whose turn has not come": (
        checked().decided("dang", CLERK, decision="refuse", answers=REASON).decided("phe_duyet", HEAD),
        ("missing", "dang"),
    ),
    "the author refuses what the author has written": (
        checked(drafted(by=DEPUTY)).decided("phe_duyet", DEPUTY, decision="refuse", answers=REASON),
        STOPPED,
    ),
    "return of a step that was taken": (
        approved().decided("kiem_duyet", CHECKER, decision="return", answers=REASON),
        ORDER,
    ),
    "returned to where no step leads on from": (
        ht_edited()
        .under(board_rules=with_step("HT", "tin_bai", "tra_lai", to="ngo_cut").board_rules)
        .decided("tra_lai", "ht-uv-cchc", decision="return", answers=REASON),
        ("refused", "procedure.stuck"),
    ),
    "a table in which no step leads to the goal": (
        Story.of(NEWS, rules=with_step("DL", "tin_bai", "dang", from_=("khac",))).pushed(AUTHOR),
        ("refused", "procedure.stuck"),
    ),
    "refusal after the last step, by who took it": (late("dang", CLERK).merged(), STOPPED),
    "refusal after the last step, by who approved": (late("phe_duyet", HEAD).merged(), STOPPED),
    "refusal after the last step, by who checked": (late("kiem_duyet", CHECKER).merged(), STOPPED),
    "refusal after the last step, by another who may approve": (late("phe_duyet", DEPUTY).merged(), STOPPED),
    "refusal after the last step, and approved once more": (
        late("phe_duyet", HEAD).decided("phe_duyet", DEPUTY).decided("dang", CLERK).merged(),
        STOPPED,
    ),
    "refusal after the last step, of an approval on a way that was not taken": (
        ready(Story.of(NEWS, rules=second_way(1)).pushed(AUTHOR)).decided(
            "duyet_nhanh", DEPUTY, decision="refuse", answers=REASON
        ),
        STOPPED,
    ),
    "refusal after the last step, by the regulation's own row": (
        ht_ready().decided("tu_choi", "ht-truong-ban", decision="refuse", answers=REASON),
        STOPPED,
    ),
    "refusal after the last step, where the regulation has a row of its own": (
        ht_ready().decided("kiem_duyet", "ht-uv-cchc", decision="refuse", answers=REASON),
        STOPPED,
    ),
    "refusal of a step that was taken, where the regulation has a row of its own": (
        ht_edited().decided("tiep_nhan", "ht-thu-ky", decision="refuse", answers=REASON),
        ("refused", "step.own_row"),
    ),
    "return without a reason": (checked().decided("phe_duyet", HEAD, decision="return"), SILENT),
    "return with an empty reason": (
        checked().decided("phe_duyet", HEAD, decision="return", answers={"ly_do": " "}),
        SILENT,
    ),
    "refusal without a reason": (checked().decided("phe_duyet", HEAD, decision="refuse"), SILENT),
    "refusal with something else than a reason": (
        checked().decided("phe_duyet", HEAD, decision="refuse", answers={"van_ban": "1/CV"}),
        SILENT,
    ),
    "return by the regulation's row without a reason": (
        ht_edited().decided("tra_lai", "ht-uv-cchc", decision="return"),
        SILENT,
    ),
    "returned and approved without a new version": (
        checked()
        .decided("phe_duyet", HEAD, decision="return", answers=REASON)
        .decided("phe_duyet", DEPUTY)
        .decided("dang", CLERK),
        ORDER,
    ),
    "returned and handed in by somebody else": (
        ht_edited().decided("tra_lai", "ht-thu-ky", decision="return", answers=REASON).pushed("ht-quan-tri"),
        ("refused", "submit.role"),
    ),
    "edited without saying that it is right": (
        hd_cleared().decided("tiep_nhan", "hd-uv-tong-hop").decided("bien_tap", "hd-uv-tong-hop"),
        SILENT,
    ),
    "edited and one thing not said": (
        hd_cleared()
        .decided("tiep_nhan", "hd-uv-tong-hop")
        .decided("bien_tap", "hd-uv-tong-hop", answers={**EDITED, "tham_my": ""}),
        SILENT,
    ),
    "regulation altered without the body's document": (rules_of_dl(), SILENT),
    "regulation altered with a blank document": (rules_of_dl("  "), SILENT),
    "one of two approvals": (shared().decided("phe_duyet", HEAD).decided("dang", CLERK), ORDER),
    "two approvals, of which one returns": (
        shared()
        .decided("phe_duyet", HEAD)
        .decided("phe_duyet", DEPUTY, decision="return", answers=REASON)
        .decided("phe_duyet", MEMBER),
        ("missing", "nop", "kiem_duyet", "phe_duyet", "dang"),
    ),
    "one approval on each of two ways": (
        forked().decided("phe_duyet", HEAD).decided("duyet_nhanh", DEPUTY).decided("dang", CLERK),
        ORDER,
    ),
    "the same person on both ways": (
        forked().decided("phe_duyet", HEAD).decided("duyet_nhanh", HEAD).decided("dang", CLERK),
        ORDER,
    ),
    "question answered, its page not approved": (
        asked().decided("tiep_nhan", "ht-thu-ky", procedure="hoi_dap"),
        ("missing", "tiep_nhan", "bien_tap", "kiem_duyet", "phe_duyet", "dang", "kiem_duyet", "chuyen", "tra_loi"),
    ),
    "question's page approved, nobody has answered": (
        news_of_question(),
        ("missing", "tiep_nhan", "kiem_duyet", "chuyen", "tra_loi"),
    ),
    "question passed on to nobody": (
        asked()
        .decided("tiep_nhan", "ht-thu-ky", procedure="hoi_dap")
        .decided("kiem_duyet", "ht-thu-ky", procedure="hoi_dap")
        .decided("chuyen", "ht-thu-ky", procedure="hoi_dap"),
        SILENT,
    ),
    "second member approves out of turn": (drafted().decided("phe_duyet", OTHER), ORDER),
}
