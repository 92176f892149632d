"""Who is offered to refuse what lacks nothing any more: whoever may take a step that was taken, and nobody before that."""

import pytest

from congbo.dates import day_of
from congbo.review.offers import second_thoughts
from support.gate import Story
from support.journeys import AUTHOR, CHECKER, CLERK, HEAD, REASON, approved, checked, ready


def offered(story: Story, person: str):
    """Return what the person is offered now."""
    known = (story.policy, story.change, story.aftermath, story.verdict(), person, day_of(story.clock))
    return second_thoughts(*known)


@pytest.mark.parametrize(
    ("person", "step"), [(HEAD, "phe_duyet"), (CHECKER, "dang"), (CLERK, "dang"), (AUTHOR, "phe_duyet")]
)
def test_a_refusal_that_is_offered_stops_the_change(person, step):
    (offer,) = offered(ready(), person)
    assert (offer.step, offer.decision, list(offer.asks)) == (step, "refuse", ["ly_do"])
    story = ready().decided(offer.step, person, offer.role, "refuse", REASON, behalf=offer.behalf)
    assert story.codes() == ("refused", "change.refused")


@pytest.mark.parametrize(
    "story", [checked(), approved(), ready().decided("dang", CLERK, decision="refuse", answers=REASON)]
)
def test_nobody_is_offered_one_while_a_step_is_awaited_or_once_it_is_refused(story):
    assert offered(story, HEAD) == ()


def test_nobody_from_another_board_is_offered_one():
    assert offered(ready(), "hd-truong-ban") == ()
