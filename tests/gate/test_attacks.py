"""Nobody gets past the gate: every known way of trying is refused, by its own code, or stays incomplete."""

import pytest
from attacks import ATTACKS


@pytest.mark.parametrize("name", ATTACKS)
def test_attack_is_stopped(name):
    story, expected = ATTACKS[name]
    assert story.codes() == expected


def test_no_attack_is_expected_to_succeed():
    assert {expected[0] for _, expected in ATTACKS.values()} == {"refused", "missing"}


def test_there_are_as_many_attacks_as_were_promised():
    assert len(ATTACKS) >= 120
