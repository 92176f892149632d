"""What a waiver may be about: one target, a term for everything but exact bytes."""

from __future__ import annotations

from datetime import date

import pytest

from congbo.strict import Node, compose
from congbo.typed.convert import scope
from congbo.typed.unfit import UnfitError
from congbo.typed.values import Scope

SHA = "a" * 64


def node(text: str) -> Node:
    """Return the node of a value."""
    return compose(f"on: {text}\n", "x.yml").nodes["on"]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (
            "{portal: qn, from: 2017-07-01, until: 2017-07-31}",
            Scope("portal", "qn", date(2017, 7, 1), date(2017, 7, 31)),
        ),
        (
            "{unit: ht-van-phong, from: 2021-02-01, until: 2021-02-01}",
            Scope("unit", "ht-van-phong", date(2021, 2, 1), date(2021, 2, 1)),
        ),
        (
            "{from: 2021-02-01, until: 2021-02-02, item: dl-2019-0029}",
            Scope("item", "dl-2019-0029", date(2021, 2, 1), date(2021, 2, 2)),
        ),
        (f"{{file: content/dl/a.pdf, sha256: {SHA}}}", Scope("file", "content/dl/a.pdf", None, None, SHA)),
        (
            f"{{file: content/dl/a.pdf, sha256: {SHA}, until: 2021-02-02}}",
            Scope("file", "content/dl/a.pdf", None, date(2021, 2, 2), SHA),
        ),
    ],
)
def test_a_scope_that_can_be_read(written: str, read: Scope) -> None:
    assert scope(node(written)) == read


@pytest.mark.parametrize(
    ("written", "want"),
    [
        ("qn", "want.scope"),
        ("[qn]", "want.scope"),
        ("{from: 2017-07-01, until: 2017-07-31}", "want.scope"),
        ("{portal: qn}", "want.scope"),
        ("{portal: qn, from: 2017-07-01}", "want.scope"),
        ("{portal: qn, unit: qn-a, from: 2017-07-01, until: 2017-07-31}", "want.scope"),
        ("{portal: qn, from: 2017-07-01, until: 2017-07-31, note: x}", "want.scope"),
        (f"{{portal: qn, from: 2017-07-01, until: 2017-07-31, sha256: {SHA}}}", "want.scope"),
        ("{file: content/dl/a.pdf}", "want.scope"),
        ("{file: content/dl/a.pdf, from: 2017-07-01, until: 2017-07-31}", "want.scope"),
        (f"{{file: content/dl/a.pdf, sha256: {SHA[1:]}}}", "want.sha256"),
        (f"{{file: content/dl/a.pdf, sha256: {SHA.upper()}}}", "want.sha256"),
        ("{portal: qn, from: 2017-07-32, until: 2017-08-31}", "want.date"),
        ('{portal: "", from: 2017-07-01, until: 2017-07-31}', "want.not_empty"),
    ],
)
def test_a_scope_that_cannot_be_read(written: str, want: str) -> None:
    with pytest.raises(UnfitError) as refused:
        scope(node(written))
    assert refused.value.want == want
