"""The settings of the repository on the forge: a file, what to click, and whether it is so."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from jsonschema import Draft202012Validator
from test_github import SHAPES

from congbo.commands.forge.settings import main
from congbo.errors import CongboError
from congbo.forge.settings import PATH, read_settings, value_at
from support.forge import REPOSITORY, TOKEN, FakeForge
from support.trees import ROOT

SETTINGS = read_settings((ROOT / PATH).read_bytes())
POLICIES = {"total_count": 1, "branch_policies": [{"id": 1, "node_id": "x", "name": "main", "type": "branch"}]}
RULES = [{"type": name, "ruleset_id": 1} for name in ("update", "deletion", "non_fast_forward")]
SECRET = {"created_at": "2026-11-22T00:00:00Z", "updated_at": "2026-11-22T00:00:00Z"}
GOOD = {
    "actions/permissions/workflow": {"default_workflow_permissions": "read", "can_approve_pull_request_reviews": False},
    "actions/permissions": {"enabled": True, "allowed_actions": "selected", "sha_pinning_required": True},
    "rules/branches/main": RULES,
    "environments/collector/deployment-branch-policies": POLICIES,
    "environments/publisher/deployment-branch-policies": POLICIES,
    "environments/collector/secrets/COLLECTOR_KEY": {"name": "COLLECTOR_KEY", **SECRET},
    "environments/publisher/secrets/RECEIPTS_KEY": {"name": "RECEIPTS_KEY", **SECRET},
    "actions/variables/APP_ID": {"name": "APP_ID", "value": "7"},
}
REPO = {"private": True, "allow_auto_merge": False}


@pytest.fixture
def good(fake: FakeForge) -> Iterator[FakeForge]:
    """A forge that is set up as the file says."""
    fake.other = {**GOOD, f"/repos/{REPOSITORY}": REPO}
    yield fake


def check(forge: FakeForge, *words: str) -> int:
    environ = {"GITHUB_REPOSITORY": REPOSITORY, "GITHUB_API_URL": forge.address, "GITHUB_TOKEN": TOKEN}
    return main(["-C", str(ROOT), *words], environ)


def test_what_to_click_is_printed_in_both_languages(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["-C", str(ROOT)], {}) == 0
    told = capsys.readouterr().out
    assert f"\n{len(SETTINGS)}. " in told
    assert "Vì sao: " in told
    assert main(["-C", str(ROOT), "--lang", "en"], {}) == 0
    assert "Why: " in capsys.readouterr().out


def test_a_forge_that_is_set_up_passes(good: FakeForge, capsys: pytest.CaptureFixture[str]) -> None:
    assert check(good, "--check") == 0, capsys.readouterr().out


@pytest.mark.parametrize(
    ("path", "answer"),
    [
        (f"/repos/{REPOSITORY}", {**REPO, "private": False}),
        (f"/repos/{REPOSITORY}", {**REPO, "allow_auto_merge": True}),
        ("rules/branches/main", RULES[1:]),
        ("rules/branches/main", RULES[:2]),
        ("rules/branches/main", []),
        (
            "actions/permissions/workflow",
            {"default_workflow_permissions": "write", "can_approve_pull_request_reviews": False},
        ),
        ("environments/publisher/deployment-branch-policies", {**POLICIES, "total_count": 2}),
        ("environments/collector/deployment-branch-policies", {"total_count": 1, "branch_policies": [{"name": "*"}]}),
        ("environments/collector/secrets/COLLECTOR_KEY", {"name": "KHAC"}),
    ],
)
def test_what_differs_is_told(good: FakeForge, path: str, answer: object, capsys: pytest.CaptureFixture[str]) -> None:
    good.other[path] = answer
    assert check(good, "--check") == 1
    assert capsys.readouterr().out.count("KHÁC") == (1 if answer else 3)


def test_what_the_forge_does_not_tell_is_not_taken_for_good(
    good: FakeForge, capsys: pytest.CaptureFixture[str]
) -> None:
    del good.other["actions/permissions"]
    assert check(good, "--check") == 2
    assert "tự xem" in capsys.readouterr().out


def test_the_addresses_are_githubs_own() -> None:
    for one in SETTINGS:
        name = one.ask.replace("collector", "{environment_name}").replace("publisher", "{environment_name}")
        name = name.replace("COLLECTOR_KEY", "{secret_name}").replace("RECEIPTS_KEY", "{secret_name}")
        shape = SHAPES.get(f"/repos/{{owner}}/{{repo}}/{name}")
        if shape and not one.at.startswith("branch_policies"):
            assert one.at in shape["properties"], one.id
        if shape and one.ask in GOOD:
            assert Draft202012Validator(shape).is_valid(GOOD[one.ask]), one.ask


def test_values() -> None:
    told = json.loads('{"a": {"b": [{"n": "x", "v": 1}, {"n": "y", "v": false}]}}')
    assert value_at(told, "a.b.n=y.v") is False
    assert value_at(told, "a.b.n=z.v") is None
    assert value_at(told, "a.c.d") is None
    assert value_at(told, "") == told


def test_a_setting_that_stands_there_twice_is_refused() -> None:
    entry = b"  - {id: x, where: {vi: a, en: a}, why: {vi: b, en: b}}\n"
    with pytest.raises(CongboError, match=r"forge\.setting_twice"):
        read_settings(b"format: 1\nsettings:\n" + entry * 2)
