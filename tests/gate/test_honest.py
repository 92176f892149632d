"""Nobody honest is kept out: what is signed as the regulations say is granted, or told exactly what it waits for."""

import pytest
from honest import HONEST


@pytest.mark.parametrize("name", HONEST)
def test_honest_change(name):
    story, expected = HONEST[name]
    assert story.codes() == expected


def test_nothing_honest_is_refused():
    assert {expected[0] for _, expected in HONEST.values()} == {"granted", "missing"}


def test_there_are_as_many_honest_changes_as_were_promised():
    assert len(HONEST) >= 40
