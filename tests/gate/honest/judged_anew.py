"""The rules changed between a signature and the merge: the signature stays honest, and the new rules judge it."""

from support.gate import Story
from support.journeys import (
    AUTHOR,
    CLERK,
    DEPUTY,
    HEAD,
    NEWS,
    checked,
    ready,
    with_procedures,
    with_step,
)

GRANTED = ("granted",)
EARLIER, NOW = "0" * 64, "1" * 64  # the digests of the policies before, and of those of the tip
BOTH = frozenset({EARLIER, NOW})
STRICTER = with_step("DL", "tin_bai", "phe_duyet", count=2)


def under(rules: object, story: Story) -> Story:
    """The story under other rules, which the target has had since after its first signature."""
    return story.under(board_rules=rules.board_rules).but(policies=BOTH)


def loosened() -> Story:
    """Two approvals were wanted when one was given; now one is enough."""
    story = checked(Story.of(NEWS, rules=STRICTER).pushed(AUTHOR)).decided("phe_duyet", HEAD)
    return under(with_procedures("DL", dict), story).decided("dang", CLERK, policy=NOW)


HONEST = {
    "nothing that concerns it": (ready().but(policies=BOTH), GRANTED),
    "some signed before, some after": (
        checked().but(policies=BOTH).decided("phe_duyet", HEAD, policy=NOW).decided("dang", CLERK, policy=NOW),
        GRANTED,
    ),
    "two must approve from now on, and one has": (
        under(STRICTER, checked().decided("phe_duyet", HEAD)),
        ("missing", "phe_duyet", "dang"),
    ),
    "two must approve from now on, and a second does": (
        under(STRICTER, checked().decided("phe_duyet", HEAD))
        .decided("phe_duyet", DEPUTY, policy=NOW)
        .decided("dang", CLERK, policy=NOW),
        GRANTED,
    ),
    "one is enough from now on": (loosened(), GRANTED),
    "another role looks first from now on, and does": (
        under(
            with_step("DL", "tin_bai", "kiem_duyet", by={"pho_ban": "x", "pho_ban_thuong_truc": "x"}),
            checked().decided("phe_duyet", HEAD).decided("dang", CLERK),
        ),
        GRANTED,
    ),
}
