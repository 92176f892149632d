"""HTTP to a forge: one host, bounded answers, patient with what passes by itself. The only importer of urllib3."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime
from urllib.parse import parse_qs, urlencode, urlsplit

from urllib3 import BaseHTTPResponse, PoolManager, Timeout
from urllib3.exceptions import HTTPError

from congbo.errors import refuse

PAGE = 100  # entries of one page
PAGES = 50
LARGEST = 20 * 1024 * 1024  # bytes of one answer
TRIES = 4
LONGEST_PAUSE = 60.0  # seconds that a run waits for a limit to pass; a later run comes anyway
PASSING = (500, 502, 503, 504)
LIMITED = (403, 429)
_NEXT = re.compile(r'<([^<>]*)>; *rel="next"')
_LOCAL = ("127.0.0.1", "::1", "localhost")


@dataclass(frozen=True)
class Answer:
    """What the forge answered: the code, the document, whether there is another page and under which name it goes on."""

    code: int
    document: object
    more: bool = False
    cursor: str = ""


@dataclass(frozen=True)
class Client:
    """Asks one forge. ``base``: the address of its API; ``token`` is sent nowhere else; ``pause`` waits for seconds."""

    base: str
    token: str
    pause: Callable[[float], None] = time.sleep
    pool: PoolManager = field(default_factory=lambda: PoolManager(timeout=Timeout(10, read=30), retries=False))

    def __post_init__(self) -> None:
        """Refuse an address to which the token would travel in the open."""
        parts = urlsplit(self.base)
        if parts.scheme != "https" and not (parts.scheme == "http" and parts.hostname in _LOCAL):
            raise refuse("forge.address", None, address=self.base)

    def get(self, path: str, **query: str) -> object:
        """Return the document at a path. Raises CongboError for any answer but a good one."""
        return self._good("GET", path, query).document

    def every(self, path: str, within: str = "", **query: str) -> Iterator[object]:
        """Yield the entries of all pages; ``within``: the key under which a page keeps them."""
        cursor = ""
        for page in range(1, PAGES + 1):
            where = {"after": cursor} if cursor else {"page": str(page)}
            answer = self._good("GET", path, {**query, "per_page": str(PAGE), **where})
            held = answer.document.get(within) if within and isinstance(answer.document, dict) else answer.document
            if not isinstance(held, list):
                raise refuse("forge.answer", None, path=path, detail=within or "[]")
            yield from held
            if not answer.more and len(held) < PAGE:
                return
            cursor = answer.cursor
        raise refuse("forge.too_many", None, path=path, most=PAGES * PAGE)

    def send(self, method: str, path: str, document: Mapping[str, object]) -> object:
        """Send a document and return the answer. What was perhaps done already is not sent a second time."""
        return self._good(method, path, {}, json.dumps(document).encode()).document

    def _good(self, method: str, path: str, query: Mapping[str, str], body: bytes | None = None) -> Answer:
        answer = self.asked(method, path, query, body)
        if not 200 <= answer.code < 300:
            raise refuse("forge.refused", None, path=path, code=answer.code, said=_said(answer.document))
        return answer

    def asked(self, method: str, path: str, query: Mapping[str, str], body: bytes | None = None) -> Answer:
        """Return the answer whatever it says, once it is no passing trouble. Raises CongboError if none comes."""
        why = ""
        for tried in range(TRIES):
            response, wait = None, float(2**tried)
            try:
                response = self._once(method, path, query, body)
            except HTTPError as error:
                why = type(error).__name__
            if response is not None:
                wait = _wait(response, wait)
                if wait < 0:
                    return _answer(path, response)
                why = str(response.status)
            if body is not None and not (response is not None and response.status in LIMITED):
                break  # nobody knows whether the forge took it
            if wait > LONGEST_PAUSE:
                raise refuse("forge.limited", None, path=path, seconds=int(wait))
            if tried < TRIES - 1:
                self.pause(wait)
        raise refuse("forge.silent", None, path=path, why=why, tries=TRIES)

    def _once(self, method: str, path: str, query: Mapping[str, str], body: bytes | None) -> BaseHTTPResponse:
        address = f"{self.base.rstrip('/')}/{path.lstrip('/')}" + (f"?{urlencode(query)}" if query else "")
        headers = {
            "Accept": "application/vnd.github+json",
            "User-Agent": "congbo",
            "X-GitHub-Api-Version": "2022-11-28",
        }
        if self.token:
            headers["Authorization"] = f"Bearer {self.token}"
        if body is not None:
            headers["Content-Type"] = "application/json"
        return self.pool.request(
            method, address, body=body, headers=headers, redirect=False, preload_content=False, decode_content=True
        )


def _wait(response: BaseHTTPResponse, otherwise: float) -> float:
    """How many seconds to wait before asking again; negative if the answer stands."""
    limited = response.status in LIMITED and (
        "retry-after" in response.headers or response.headers.get("x-ratelimit-remaining") == "0"
    )
    if response.status not in PASSING and not limited and response.status != LIMITED[1]:
        return -1
    told = response.headers.get("retry-after", "")
    if told.isdecimal():
        return float(told)
    until = response.headers.get("x-ratelimit-reset", "")
    served = response.headers.get("date", "")
    return _until(until, served, otherwise) if limited and until.isdecimal() else otherwise


def _until(reset: str, served: str, otherwise: float) -> float:
    """Seconds from the forge's own clock to the end of the limit; no clock of ours is read."""
    try:
        return max(1.0, int(reset) - parsedate_to_datetime(served).timestamp())
    except (ValueError, TypeError):
        return max(otherwise, LONGEST_PAUSE + 1)


def _answer(path: str, response: BaseHTTPResponse) -> Answer:
    try:
        data = response.read(LARGEST + 1)
    except HTTPError as error:
        raise refuse("forge.silent", None, path=path, why=type(error).__name__, tries=1) from error
    finally:
        response.release_conn()
    if len(data) > LARGEST:
        raise refuse("forge.too_large", None, path=path, most=LARGEST)
    following = _NEXT.search(response.headers.get("link", ""))
    cursor = parse_qs(urlsplit(following[1]).query).get("after", [""])[0] if following else ""
    return Answer(response.status, _document(path, data, response.status), following is not None, cursor)


def _document(path: str, data: bytes, code: int) -> object:
    if not data.strip():
        return None
    try:
        return json.loads(data)
    except (ValueError, RecursionError) as error:
        if code >= 300:
            return None
        raise refuse("forge.answer", None, path=path, detail="JSON") from error


def _said(document: object) -> str:
    told = document.get("message") if isinstance(document, dict) else None
    return told[:200] if isinstance(told, str) else "-"
