"""Over HTTP against a GitHub that others wrote (``emulate``): it counts what authors approve themselves, and we do not."""

from __future__ import annotations

import json
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from urllib3 import PoolManager

from congbo.forge.collect import Facts, sorted_out
from congbo.forge.github import GitHub
from congbo.forge.http import Client
from congbo.forge.protocol import Proposed
from congbo.place import Place
from congbo.policy.people import People, Person
from support.node import NODE, node_program
from support.ports import free_port

pytestmark = pytest.mark.skipif(not (NODE / "ready").is_file(), reason="packages for node are not installed: make node")
SEED = """
tokens:
  tok_writer: {login: nguoi-soan, scopes: [repo]}
  tok_deputy: {login: pho-ban, scopes: [repo]}
  tok_chief: {login: truong-ban, scopes: [repo]}
github:
  users: [{login: nguoi-soan}, {login: pho-ban}, {login: truong-ban}]
  repos: [{owner: nguoi-soan, name: cong, auto_init: true}]
"""
NAME = "nguoi-soan/cong"
NOWHERE = Place("policies/keys/people.yml", 1)


@dataclass
class Emulated:
    """The emulator with one open request of the writer."""

    address: str
    http: PoolManager

    def call(self, who: str, method: str, path: str, document: Any = None) -> Any:
        body = None if document is None else json.dumps(document)
        headers = {"Authorization": f"Bearer tok_{who}", "Content-Type": "application/json"}
        answer = self.http.request(method, f"{self.address}/{path}", body=body, headers=headers)
        assert answer.status < 300, (path, answer.status, answer.data)
        return answer.json() if answer.data else None

    def write(self, path: str) -> None:
        self.call(
            "writer", "PUT", f"repos/{NAME}/contents/{path}", {"message": "m", "content": "eA==", "branch": "tin"}
        )

    def press(self, who: str, event: str, body: str = "") -> int:
        return int(self.call(who, "POST", f"repos/{NAME}/pulls/1/reviews", {"event": event, "body": body})["id"])

    def adapter(self, who: str = "writer") -> GitHub:
        return GitHub(Client(self.address, f"tok_{who}"), NAME)

    def counts(self) -> list[str]:
        """Return who counts and why others do not, as the collector sees it."""
        told = self.call("writer", "GET", f"repos/{NAME}/pulls/1")
        author = f"github:{told['user']['id']}"
        head = self.call("writer", "GET", f"repos/{NAME}/git/ref/heads/tin")["object"]["sha"]  # what git would fetch
        proposed = Proposed(1, "main", told["base"]["sha"], "tin", head, author)
        numbers = {who: self.call(who, "GET", "user")["id"] for who in ("writer", "deputy", "chief")}
        people = People(
            tuple(Person(who, who, (), NOWHERE, accounts=(f"github:{number}",)) for who, number in numbers.items())
        )
        counted, aside = sorted_out(proposed, self.adapter().reviews(1), Facts("main", head), people)
        return [*(f"{one.person.id} {one.wish.decision}" for one in counted), *(one.code for one in aside)]


@pytest.fixture
def emulated(tmp_path: Path) -> Iterator[Emulated]:
    (tmp_path / "seed.yaml").write_text(SEED)
    port = free_port()
    program = NODE / "node_modules" / "emulate" / "dist" / "index.js"
    words = [node_program(), str(program), "--service", "github", "--port", str(port), "--seed", "seed.yaml"]
    with subprocess.Popen(words, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.STDOUT) as process:
        try:
            yield _ready(f"http://127.0.0.1:{port}")
        finally:
            process.terminate()


def _ready(address: str) -> Emulated:
    found = Emulated(address, PoolManager(retries=False))
    for _ in range(200):
        try:
            found.call("writer", "GET", "user")
            break
        except Exception:
            time.sleep(0.1)
    for who in ("pho-ban", "truong-ban"):
        found.call("writer", "PUT", f"repos/{NAME}/collaborators/{who}", {"permission": "push"})
    tip = found.call("writer", "GET", f"repos/{NAME}/git/ref/heads/main")["object"]["sha"]
    found.call("writer", "POST", f"repos/{NAME}/git/refs", {"ref": "refs/heads/tin", "sha": tip})
    found.write("tin.md")
    found.call("writer", "POST", f"repos/{NAME}/pulls", {"title": "Tin", "head": "tin", "base": "main"})
    return found


def test_what_an_author_approves_satisfies_it_and_does_not_count_with_us(emulated: Emulated) -> None:
    rules = {
        "required_pull_request_reviews": {"required_approving_review_count": 1}, "required_status_checks": None,
        "enforce_admins": True, "restrictions": None,
    }  # fmt: skip
    emulated.call("writer", "PUT", f"repos/{NAME}/branches/main/protection", rules)
    with pytest.raises(AssertionError):
        emulated.call("writer", "PUT", f"repos/{NAME}/pulls/1/merge", {})
    emulated.press("writer", "APPROVE")
    assert emulated.counts() == ["self"]
    assert emulated.call("writer", "PUT", f"repos/{NAME}/pulls/1/merge", {})["merged"] is True


def test_reviews_of_others_count_until_the_head_moves(emulated: Emulated) -> None:
    emulated.press("deputy", "APPROVE")
    emulated.press("chief", "COMMENT", "Để xem.")
    assert emulated.counts() == ["deputy approve"]
    emulated.write("khac.md")
    assert emulated.counts() == ["stale"]


def test_a_dismissed_review_does_not_count(emulated: Emulated) -> None:
    id_ = emulated.press("deputy", "APPROVE")
    emulated.call("writer", "PUT", f"repos/{NAME}/pulls/1/reviews/{id_}/dismissals", {"message": "x"})
    assert emulated.counts() == ["dismissed"]


def test_pages_and_the_one_comment(emulated: Emulated) -> None:
    github = emulated.adapter("deputy")
    assert github.open_changes("main") == (1,)
    assert github.tell(1, "<!-- m -->", "<!-- m -->\nmột")
    assert github.tell(1, "<!-- m -->", "<!-- m -->\nhai")
    assert not github.tell(1, "<!-- m -->", "<!-- m -->\nhai")
    told = emulated.call("writer", "GET", f"repos/{NAME}/issues/1/comments")
    assert [one["body"] for one in told] == ["<!-- m -->\nhai"]
    assert emulated.adapter("writer").tell(1, "<!-- m -->", "<!-- m -->\nba")  # another's is left alone
    assert len(emulated.call("writer", "GET", f"repos/{NAME}/issues/1/comments")) == 2
