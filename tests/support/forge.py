"""A small GitHub on 127.0.0.1: what the adapter asks it, with faults on demand; and a ward whose repository lies there."""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

REPOSITORY = "phuong/cong"
TOKEN = "ma-thu"  # noqa: S105 - a made-up token
BOT = {"login": "github-actions[bot]", "id": 41898282, "type": "Bot"}
ZERO = "0" * 40


def user(number: int | None, login: str = "") -> dict[str, Any] | None:
    """Return an account; None for one that is gone."""
    if number is None:
        return None
    name = login or f"tai-khoan-{number}"
    urls = ("url", "html_url", "avatar_url", "followers_url", "following_url", "gists_url", "starred_url",
            "subscriptions_url", "organizations_url", "repos_url", "events_url", "received_events_url")  # fmt: skip
    more = {key: f"https://forge.example/{name}/{key}" for key in urls}
    return {
        "login": name,
        "id": number,
        "node_id": f"U{number}",
        "gravatar_id": "",
        "type": "User",
        "site_admin": False,
        **more,
    }


@dataclass
class Fault:
    """An answer other than the good one, for the next ``times`` requests whose address has ``within``."""

    within: str
    code: int
    times: int = 1
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b'{"message": "trouble"}'


@dataclass
class FakeForge:
    """What the forge knows. Every list is as the forge would answer it."""

    pulls: dict[int, dict[str, Any]] = field(default_factory=dict)
    reviews: dict[int, list[dict[str, Any]]] = field(default_factory=dict)
    events: dict[int, list[dict[str, Any]]] = field(default_factory=dict)
    activity: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    comments: dict[int, list[dict[str, Any]]] = field(default_factory=dict)
    other: dict[str, Any] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    viewer: dict[str, Any] | None = None
    page: int = 100
    address: str = ""
    _ids: int = 500

    def pull(
        self,
        number: int,
        head: str,
        author: int | None,
        *,
        base: str = "main",
        branch: str = "",
        home: str = REPOSITORY,
    ) -> None:
        """Somebody opens a request, or its head moves."""
        known = self.pulls.get(number, {})
        self.pulls[number] = {
            "number": number, "draft": False, "state": "open", "user": user(author),
            "base": {"ref": base, "sha": "b" * 40}, **known,
            "head": {"ref": branch or f"nhanh-{number}", "sha": head, "repo": {"full_name": home} if home else None},
        }  # fmt: skip

    def pushed(self, number: int, head: str, by: int | None, at: str, kind: str = "push") -> None:
        """Somebody pushes to the branch of a request."""
        pull = self.pulls[number]
        pull["head"]["sha"] = head
        home, ref = pull["head"]["repo"]["full_name"], f"refs/heads/{pull['head']['ref']}"
        log = self.activity.setdefault(home, [])
        first = not any(one["ref"] == ref for one in log)
        log.insert(0, {
            "id": self.id(), "node_id": "A", "before": ZERO if first else log[0]["after"], "after": head, "ref": ref,
            "timestamp": at, "activity_type": "branch_creation" if first else kind, "actor": user(by),
        })  # fmt: skip

    def review(self, number: int, by: int | None, state: str, commit: str, at: str, body: str = "", **more: Any) -> int:
        """Somebody presses a button; returns the review's number."""
        id_ = self.id()
        pull = f"https://forge.example/repos/{REPOSITORY}/pulls/{number}"
        self.reviews.setdefault(number, []).append({
            "id": id_, "node_id": f"R{id_}", "user": user(by), "body": body, "state": state, "commit_id": commit,
            "submitted_at": at, "author_association": "MEMBER", "html_url": f"{pull}#{id_}", "pull_request_url": pull,
            "_links": {"html": {"href": f"{pull}#{id_}"}, "pull_request": {"href": pull}}, **more,
        })  # fmt: skip
        return id_

    def id(self) -> int:
        """Return a number that nothing else has."""
        self._ids += 1
        return self._ids

    def answer(self, method: str, path: str, query: dict[str, str], document: Any) -> tuple[int, Any, dict[str, str]]:
        """Return code, document and headers."""
        rest = path.removeprefix(f"/repos/{REPOSITORY}/")
        if path == "/user":
            return (
                (200, self.viewer, {})
                if self.viewer
                else (403, {"message": "Resource not accessible by integration"}, {})
            )
        if found := re.fullmatch(r"/repos/([^/]+/[^/]+)/activity", path):
            log = [one for one in self.activity.get(found[1], ()) if one["ref"] == query.get("ref")]
            return self.cursor(path, query, log) if found[1] in self.activity else (404, {"message": "Not Found"}, {})
        if rest == "pulls":
            wanted = [one for one in self.pulls.values() if one["state"] == query.get("state", "open")]
            return self.paged(path, query, wanted)
        lists = {
            "pulls/(.*)/reviews": self.reviews,
            "issues/(.*)/events": self.events,
            "issues/(.*)/comments": self.comments,
        }
        for pattern, kept in lists.items():
            if found := re.fullmatch(pattern, rest):
                number = int(found[1])
                if method == "POST":
                    made = {"id": self.id(), "user": self.viewer or BOT, "body": document["body"]}
                    kept.setdefault(number, []).append(made)
                    return 201, made, {}
                return self.paged(path, query, kept.get(number, []))
        if (found := re.fullmatch(r"pulls/(\d+)", rest)) and int(found[1]) in self.pulls:
            return 200, self.pulls[int(found[1])], {}
        if (found := re.fullmatch(r"issues/comments/(\d+)", rest)) and method == "PATCH":
            (own,) = [one for all_ in self.comments.values() for one in all_ if one["id"] == int(found[1])]
            own["body"] = document["body"]
            return 200, own, {}
        if path == f"/repos/{REPOSITORY}" and path in self.other:
            return 200, self.other[path], {}
        return (200, self.other[rest], {}) if rest in self.other else (404, {"message": "Not Found"}, {})

    def paged(self, path: str, query: dict[str, str], every: list[Any]) -> tuple[int, Any, dict[str, str]]:
        """Return one page, and in the header whether there is another."""
        size, number = min(self.page, int(query.get("per_page", "30"))), int(query.get("page", "1"))
        more = size * number < len(every)
        following = urlencode({**query, "page": number + 1})
        return (
            200,
            every[size * (number - 1) : size * number],
            {"Link": f'<{self.address}{path}?{following}>; rel="next"'} if more else {},
        )

    def cursor(self, path: str, query: dict[str, str], every: list[Any]) -> tuple[int, Any, dict[str, str]]:
        """Return one page of what goes on by a cursor."""
        size, start = min(self.page, int(query.get("per_page", "30"))), int(query.get("after", "0"))
        following = urlencode({**query, "after": start + size})
        link = {"Link": f'<{self.address}{path}?{following}>; rel="next"'} if start + size < len(every) else {}
        return 200, every[start : start + size], link


@contextmanager
def running(forge: FakeForge) -> Iterator[FakeForge]:
    """Let it answer on 127.0.0.1; ``forge.address`` is where."""

    class Handler(BaseHTTPRequestHandler):
        def _serve(self) -> None:
            parts = urlsplit(self.path)
            length = int(self.headers.get("Content-Length") or 0)
            document = json.loads(self.rfile.read(length)) if length else None
            forge.asked.append(f"{self.command} {self.path}")
            fault = next((one for one in forge.faults if one.within in self.path and one.times > 0), None)
            if self.headers.get("Authorization") != f"Bearer {TOKEN}":
                code, body, headers = 401, b'{"message": "Bad credentials"}', {}
            elif fault:
                fault.times -= 1
                code, body, headers = fault.code, fault.body, fault.headers
            else:
                query = {key: values[0] for key, values in parse_qs(parts.query).items()}
                code, told, headers = forge.answer(self.command, parts.path, query, document)
                body = json.dumps(told).encode()
            self.send_response(code)
            for key, value in {"Content-Type": "application/json", **headers}.items():
                self.send_header(key, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        do_GET = do_POST = do_PATCH = _serve  # noqa: N815 - the names that http.server calls

        def log_message(self, *words: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        forge.address = f"http://127.0.0.1:{server.server_port}"
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield forge
        server.shutdown()
