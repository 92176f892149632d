"""What was approved is not what would be published, or not here."""

from congbo.frozen import replace
from support.gate import Story, news
from support.journeys import (
    AUTHOR,
    CHECKER,
    CLERK,
    DEPUTY,
    HEAD,
    NEWS,
    approved,
    checked,
    drafted,
    governing,
    ready,
    with_step,
)

AGAIN = ("missing", "kiem_duyet", "phe_duyet", "dang")
OTHER = "e" * 40
SAME = "d" * 64


def pushed_twice(first: str, second: str) -> Story:
    """Two heads, everything approved for the first."""
    return ready(Story.of(NEWS).pushed(AUTHOR, first)).pushed(AUTHOR, second)


def without_receipt(story: Story) -> Story:
    """The newest head was pushed and the server has not attested it yet."""
    *before, last = story.change.submissions
    return story.but(submissions=(*before, replace(last, number=-1)))


ATTACKS = {
    "push after every approval": (ready().pushed(AUTHOR).merged(), AGAIN),
    "push between two approvals": (checked().pushed(AUTHOR).decided("phe_duyet", HEAD), ("refused", "step.order")),
    "empty commit after approval": (pushed_twice(SAME, SAME).merged(), AGAIN),
    "push after every approval that has no receipt yet": (without_receipt(ready().pushed(AUTHOR)), AGAIN),
    "push by the publisher after approval": (
        approved().pushed(CLERK).decided("dang", CLERK),
        ("refused", "step.order"),
    ),
    "going back to an approved text by a third head": (
        ready(Story.of(NEWS).pushed(AUTHOR, SAME)).pushed(AUTHOR).pushed(AUTHOR, SAME).merged(),
        AGAIN,
    ),
    "approval of a head that never came": (
        checked().decided("phe_duyet", HEAD, head=OTHER).decided("dang", CLERK),
        ("refused", "step.order"),
    ),
    "approval of the head with another content": (
        checked().decided("phe_duyet", HEAD, change=OTHER),
        ("missing", "phe_duyet", "dang"),
    ),
    "same content and another head": (
        pushed_twice(SAME, SAME).decided("phe_duyet", HEAD, head=OTHER),
        AGAIN,
    ),
    "merge of a head that was never handed in": (
        ready().merged(parents=("a" * 40, OTHER)).but(head=OTHER),
        ("refused", "change.head"),
    ),
    "merge of an earlier approved head": (
        ready()
        .but(submissions=(*ready().change.submissions, *drafted().pushed(AUTHOR).change.submissions[1:]))
        .merged(),
        ("refused", "change.head"),
    ),
    "what is merged is not what was handed in under that head": (
        ready().but(digest=SAME, lands=SAME).merged(),
        ("refused", "change.overtaken"),
    ),
    "main moved on the same file": (ready().but(lands=SAME).merged(), ("refused", "change.overtaken")),
    "a conflict resolved after approval": (ready().merged(conflict=True), ("refused", "merge.conflict")),
    "merge that was never handed in": (Story.of(NEWS).merged(parents=("a" * 40, "")), ("refused", "change.unknown")),
    "retargeted": (
        ready().but(target="refs/heads/khac"),
        ("refused", "record.target", "record.target", "record.target"),
    ),
    "merged into a branch by its short name": (
        ready().but(target="main"),
        ("refused", "target.name", "record.target", "record.target", "record.target"),
    ),
    "merged into a tag called like a branch": (
        ready().but(target="refs/tags/main"),
        ("refused", "target.name", "record.target", "record.target", "record.target"),
    ),
    "statement of another target": (
        approved().decided("dang", CLERK, target="refs/heads/wan"),
        ("refused", "record.target"),
    ),
    "signed under policies that never were": (
        approved().decided("dang", CLERK, policy="e" * 64),
        ("refused", "record.policy"),
    ),
    "signed under the policies of the change itself": (
        ready().but(policies=frozenset({"1" * 64})),
        ("refused", "record.policy", "record.policy", "record.policy"),
    ),
    "signed for an earlier head under policies that never were": (
        drafted().decided("kiem_duyet", CHECKER, policy="e" * 64).pushed(AUTHOR),
        ("refused", "record.policy"),
    ),
    "its role may not approve by the rules of today, whatever those of its day said": (
        ready()
        .under(board_rules=with_step("DL", "tin_bai", "phe_duyet", by={"thanh_vien": "x"}).board_rules)
        .but(policies=frozenset({"0" * 64, "1" * 64})),
        ("refused", "role.step", "step.order"),
    ),
    "statement of another repository": (
        approved().decided("dang", CLERK, repository="congbo-khac-99"),
        ("refused", "record.repository"),
    ),
    "statement of another change": (
        approved().decided("dang", CLERK, change_id="20261101-tin-cu-00000000"),
        ("refused", "record.change_id"),
    ),
    "all signatures under a new id": (
        ready().but(id="20261103-tin-moi-0a1b2c3d"),
        ("refused", "record.change_id", "record.change_id", "record.change_id"),
    ),
    "merged a second time after its removal": (ready().merged().but(used=True), ("refused", "change.used")),
    "nothing at all is changed": (ready().but(touched=()).merged(), ("refused", "change.empty")),
    "approval before anything was handed in": (
        Story.of(NEWS).decided("phe_duyet", HEAD).pushed(AUTHOR),
        AGAIN,
    ),
    "approved for another board": (
        checked().decided("phe_duyet", HEAD, "truong_ban", board="hd").decided("dang", CLERK),
        ("refused", "step.order"),
    ),
    "approved in another procedure": (
        checked().decided("phe_duyet", HEAD, procedure="tep_quan_tri").decided("dang", CLERK),
        ("refused", "step.order"),
    ),
    "governance approved as if it were news": (
        governing("policies/boards/dl.yml").decided("kiem_duyet", CHECKER).decided("phe_duyet", DEPUTY),
        ("missing", "xem_xet", "phe_duyet"),
    ),
    "an item is added after approval by the same push again": (
        ready()
        .but(touched=(*ready().change.touched, *Story.of("content/dl/tin-tuc/2026/b.md").change.touched))
        .pushed(AUTHOR),
        ("refused", "item.unreadable"),
    ),
    "an item of another portal rides along": (
        ready(
            Story.of(
                items={
                    NEWS: news(NEWS),
                    "content/hd/tin-dia-phuong/2026/b.md": news("content/hd/tin-dia-phuong/2026/b.md"),
                }
            ).pushed(AUTHOR)
        ).merged(),
        ("refused", "submit.role"),
    ),
}
