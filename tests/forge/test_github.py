"""The adapter against GitHub's own words: its published shapes, reviews it really sent, and a forge that misbehaves."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from congbo.errors import CongboError
from congbo.forge.github import GitHub, _review
from congbo.forge.http import LONGEST_PAUSE, PAGES, TRIES, Client
from support.forge import BOT, REPOSITORY, TOKEN, FakeForge, Fault, user

DATA = Path(__file__).parents[1] / "data" / "github"
SHAPES = json.loads((DATA / "shapes.json").read_text("utf-8"))
REVIEWS = json.loads((DATA / "reviews.json").read_text("utf-8"))
HEAD = "a" * 40
AT = "2026-11-22T01:40:00Z"


@pytest.fixture
def waits() -> list[float]:
    """How long the client would have waited."""
    return []


@pytest.fixture
def github(fake: FakeForge, waits: list[float]) -> GitHub:
    """The adapter, in no hurry."""
    return GitHub(Client(fake.address, TOKEN, waits.append), REPOSITORY)


def refused(run: Any) -> str:
    with pytest.raises(CongboError) as error:
        run()
    return error.value.message.key


# ---- GitHub's own words


@pytest.mark.parametrize("sent", [*REVIEWS["sent"], *REVIEWS["answer"]], ids=lambda one: f"{one['id']}-{one['state']}")
def test_reviews_that_github_really_sent_are_read(sent: dict[str, Any]) -> None:
    found = _review(sent)
    assert (found.id, found.commit) == (sent["id"], sent["commit_id"])
    assert found.account == f"github:{sent['user']['id']}"
    expected = {"APPROVED": "approved", "DISMISSED": "dismissed", "COMMENTED": "other"}[sent["state"].upper()]
    assert found.state == expected
    assert json.loads(found.raw) == sent


def test_our_forge_answers_in_the_shapes_that_github_publishes(fake: FakeForge) -> None:
    fake.pull(7, HEAD, 1001)
    fake.pushed(7, HEAD, 1001, AT)
    fake.review(7, 1002, "APPROVED", HEAD, AT)
    fake.comments[7] = [{"id": 1, "user": BOT, "body": "x"}]
    answers = {
        "pulls": [fake.pulls[7]],
        "pulls/{pull_number}": fake.pulls[7],
        "pulls/{pull_number}/reviews": fake.reviews[7],
        "activity": fake.activity[REPOSITORY],
        "issues/{issue_number}/comments": fake.comments[7],
    }
    for path, answer in answers.items():
        shape = SHAPES[f"/repos/{{owner}}/{{repo}}/{path}"]
        assert [error.message for error in Draft202012Validator(shape).iter_errors(answer)] == [], path


def test_the_shapes_refuse_what_is_none() -> None:
    shape = SHAPES["/repos/{owner}/{repo}/pulls/{pull_number}/reviews"]
    assert not Draft202012Validator(shape).is_valid([{"id": "7"}])


# ---- what is read


def test_a_request_is_read_with_the_last_time_it_was_meant_for_another_branch(fake: FakeForge, github: GitHub) -> None:
    fake.pull(7, HEAD, 1001)
    fake.events[7] = [
        {"event": "base_ref_changed", "created_at": "2026-11-21T01:00:00Z"},
        {"event": "labeled", "created_at": "2026-11-22T01:00:00Z"},
        {"event": "base_ref_changed", "created_at": "2026-11-21T02:00:00Z"},
    ]
    found = github.change(7)
    assert (found.head, found.author, found.base, found.id) == (HEAD, "github:1001", "main", "gh-7")
    assert found.retargeted
    assert found.retargeted.isoformat() == "2026-11-21T09:00:00+07:00"


def test_all_pages_are_read(fake: FakeForge, github: GitHub) -> None:
    fake.page = 3
    for number in range(1, 11):
        fake.pull(number, HEAD, 1001)
        fake.review(7, 1000 + number, "APPROVED", HEAD, AT)
        fake.pushed(7, f"{number:040x}", 1001, f"2026-11-22T01:{number:02}:00Z") if number >= 7 else None
    assert github.open_changes("main") == tuple(range(1, 11))
    assert len(github.reviews(7)) == 10
    assert [one.head for one in github.pushes(7)] == [f"{number:040x}" for number in range(7, 11)]


def test_pages_without_end_are_not_read_for_ever(fake: FakeForge, github: GitHub) -> None:
    fake.page = 1
    fake.pulls = {
        number: {"number": number, "state": "open", "base": {"ref": "main"}} for number in range(1, PAGES + 2)
    }
    assert refused(lambda: github.open_changes("main")) == "forge.too_many"


def test_a_branch_that_was_made_again_begins_there(fake: FakeForge, github: GitHub) -> None:
    fake.pull(7, HEAD, 1001)
    for number, kind in (
        (1, "branch_creation"),
        (2, "push"),
        (3, "branch_deletion"),
        (4, "branch_creation"),
        (5, "force_push"),
    ):
        fake.pushed(7, f"{number:040x}", 1000 + number, f"2026-11-22T01:0{number}:00Z")
        fake.activity[REPOSITORY][0]["activity_type"] = kind
    assert [(one.head[-1], one.account) for one in github.pushes(7)] == [("4", "github:1004"), ("5", "github:1005")]


def test_a_request_whose_fork_is_gone_has_no_log(fake: FakeForge, github: GitHub) -> None:
    fake.pull(7, HEAD, 1001)
    fake.pulls[7]["head"]["repo"] = None
    assert refused(lambda: github.pushes(7)) == "forge.no_pushes"


def test_reviews_that_are_not_sent_yet_are_nobodys_word(fake: FakeForge, github: GitHub) -> None:
    fake.review(7, 1002, "PENDING", HEAD, AT)
    fake.reviews[7][0].pop("submitted_at")
    assert github.reviews(7) == ()


def test_a_request_of_another_branch_is_not_listed(fake: FakeForge, github: GitHub) -> None:
    fake.pull(7, HEAD, 1001, base="khac")
    assert github.open_changes("main") == ()


@pytest.mark.parametrize(
    "broken",
    [
        {"number": "7"},
        {"number": True},
        {"head": {"ref": "x", "sha": "HEAD"}},
        {"user": {"id": -1}},
        {"base": None},
        {"user": {}},
    ],
)
def test_what_is_not_as_it_should_be_is_refused_and_not_guessed(
    fake: FakeForge, github: GitHub, broken: dict[str, Any]
) -> None:
    fake.pull(7, HEAD, 1001)
    fake.pulls[7] |= broken
    assert refused(lambda: github.change(7)) == "forge.answer"


# ---- trouble


@pytest.mark.parametrize("code", [500, 502, 503, 504])
def test_passing_trouble_is_waited_for(fake: FakeForge, github: GitHub, waits: list[float], code: int) -> None:
    fake.pull(7, HEAD, 1001)
    fake.faults.append(Fault("/pulls/7", code, times=TRIES - 1))
    assert github.change(7).number == 7
    assert waits == [1, 2, 4]


def test_trouble_that_stays_is_told(fake: FakeForge, github: GitHub, waits: list[float]) -> None:
    fake.faults.append(Fault("/pulls/7", 500, times=100))
    assert refused(lambda: github.change(7)) == "forge.silent"
    assert len(waits) == TRIES - 1


@pytest.mark.parametrize("code", [403, 429])
def test_a_limit_is_kept(fake: FakeForge, github: GitHub, waits: list[float], code: int) -> None:
    fake.pull(7, HEAD, 1001)
    fake.faults.append(Fault("/pulls/7", code, headers={"Retry-After": "7"}))
    assert github.change(7).number == 7
    assert waits == [7]


def test_a_limit_that_lasts_is_left_for_the_next_run(fake: FakeForge, github: GitHub, waits: list[float]) -> None:
    reset = {"X-RateLimit-Remaining": "0", "X-RateLimit-Reset": "4102444800", "Date": "Sun, 22 Nov 2026 01:00:00 GMT"}
    fake.faults.append(Fault("/pulls/7", 403, headers=reset))
    assert refused(lambda: github.change(7)) == "forge.limited"
    fake.faults.append(Fault("/pulls/7", 429, headers={"Retry-After": str(int(LONGEST_PAUSE) + 1)}))
    assert refused(lambda: github.change(7)) == "forge.limited"
    assert waits == []


def test_a_refusal_is_no_limit(fake: FakeForge, github: GitHub, waits: list[float]) -> None:
    fake.faults.append(Fault("/pulls/7", 403))
    assert refused(lambda: github.change(7)) == "forge.refused"
    assert waits == []


@pytest.mark.parametrize("body", [b"<html>", b"", b"[" * 100_000, b'{"number": '])
def test_an_answer_that_is_no_document_is_refused(fake: FakeForge, github: GitHub, body: bytes) -> None:
    fake.faults.append(Fault("/pulls/7", 200, body=body))
    assert refused(lambda: github.change(7)) == "forge.answer"


def test_an_answer_that_is_too_large_is_refused(
    fake: FakeForge, github: GitHub, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("congbo.forge.http.LARGEST", 1000)
    fake.faults.append(Fault("/pulls/7", 200, body=b'"' + b"x" * 2000 + b'"'))
    assert refused(lambda: github.change(7)) == "forge.too_large"


def test_a_redirection_is_not_followed_with_the_token(fake: FakeForge, github: GitHub) -> None:
    fake.faults.append(Fault("/pulls/7", 301, headers={"Location": f"{fake.address}/elsewhere"}))
    assert refused(lambda: github.change(7)) == "forge.refused"
    assert not [one for one in fake.asked if "elsewhere" in one]


def test_a_comment_is_not_written_twice_because_the_answer_was_lost(fake: FakeForge, github: GitHub) -> None:
    fake.faults.append(Fault("/issues/7/comments?", 500, times=0))
    github.tell(7, "<!-- m -->", "<!-- m -->\nmột")
    fake.comments[7].clear()
    fake.asked.clear()
    fake.faults = [Fault("/issues/7/comments", 502, times=100)]
    with pytest.raises(CongboError):
        github.client.send("POST", f"repos/{REPOSITORY}/issues/7/comments", {"body": "x"})
    assert len([one for one in fake.asked if one.startswith("POST")]) == 1


def test_nobody_answers(waits: list[float]) -> None:
    github = GitHub(Client("http://127.0.0.1:9", TOKEN, waits.append), REPOSITORY)
    assert refused(lambda: github.change(7)) == "forge.silent"
    assert len(waits) == TRIES - 1


@pytest.mark.parametrize(
    "address", ["http://forge.example", "ftp://127.0.0.1", "forge.example", "http://127.0.0.1.evil.example"]
)
def test_a_token_does_not_travel_in_the_open(address: str) -> None:
    assert refused(lambda: Client(address, TOKEN)) == "forge.address"


@pytest.mark.parametrize("name", ["", "cong", "a/b/c", "../x", "a/..", "a b/c", "a/b?c", "a/b#c"])
def test_a_name_that_could_lead_elsewhere_is_refused(name: str) -> None:
    assert refused(lambda: GitHub(Client("https://api.forge.example", TOKEN), name)) == "forge.repository"


def test_a_person_who_runs_it_replaces_their_own_comment(fake: FakeForge, github: GitHub) -> None:
    fake.viewer = user(1001)
    fake.comments[7] = [{"id": 1, "user": BOT, "body": "<!-- m -->\ncủa máy"}]
    assert github.tell(7, "<!-- m -->", "<!-- m -->\nmột")
    assert github.tell(7, "<!-- m -->", "<!-- m -->\nhai")
    assert not github.tell(7, "<!-- m -->", "<!-- m -->\nhai")
    assert [one["body"] for one in fake.comments[7]] == ["<!-- m -->\ncủa máy", "<!-- m -->\nhai"]
