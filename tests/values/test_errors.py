"""The one exception for what a person can mend."""

from __future__ import annotations

import pickle

from congbo.errors import refuse
from congbo.place import Place


def test_an_error_survives_the_way_from_one_process_to_another() -> None:
    error = refuse("policy.none", Place("policies", 3, 1), 1, known=("a", "b"))
    again = pickle.loads(pickle.dumps(error))  # noqa: S301
    assert (again.message, again.place, again.code) == (error.message, error.place, error.code)
