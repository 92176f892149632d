"""An S3 server in this process (moto's) that can be told to fail, and what lies in its buckets."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import boto3
from botocore.config import Config
from moto.moto_server.werkzeug_app import DomainDispatcherApplication, create_backend_app
from werkzeug.serving import BaseWSGIServer, make_server

KEYS = {"AWS_ACCESS_KEY_ID": "thu-nghiem", "AWS_SECRET_ACCESS_KEY": "khong-that"}


@dataclass
class Faults:
    """Counts what is written; from the ``after``-th write on the server answers with ``code`` and ``status``."""

    after: int | None = None
    code: str = "AccessDenied"
    status: str = "403 Forbidden"
    writes: list[str] = field(default_factory=list)
    then: Callable[[], None] | None = None

    def reset(self, after: int | None = None, code: str = "AccessDenied", status: str = "403 Forbidden") -> None:
        """Count from nothing, and fail from a write on."""
        self.after, self.code, self.status, self.writes, self.then = after, code, status, [], None


class Server:
    """The server: ``endpoint`` is its address, ``faults`` what it does wrong."""

    def __init__(self, http: BaseWSGIServer, faults: Faults) -> None:
        self.endpoint = f"http://127.0.0.1:{http.server_port}"
        self.faults = faults

    def client(self) -> Any:
        """Return a client of the tests' own."""
        return client(self.endpoint)


@cache
def client(endpoint: str) -> Any:
    """Return a client for a server on this machine."""
    return boto3.client(
        "s3",
        "us-east-1",
        endpoint_url=endpoint,
        aws_access_key_id=KEYS["AWS_ACCESS_KEY_ID"],
        aws_secret_access_key=KEYS["AWS_SECRET_ACCESS_KEY"],
        config=Config(s3={"addressing_style": "path"}, retries={"max_attempts": 1}),
    )


def held(s3: Any, bucket: str) -> Mapping[str, bytes]:
    """Return every object of a bucket."""
    pages = s3.get_paginator("list_objects_v2").paginate(Bucket=bucket)
    names = [one["Key"] for page in pages for one in page.get("Contents", ())]
    return {name: s3.get_object(Bucket=bucket, Key=name)["Body"].read() for name in names}


@contextmanager
def moto() -> Iterator[Server]:
    """Give the server, on a free port of 127.0.0.1."""
    app, faults = DomainDispatcherApplication(create_backend_app), Faults()

    def failing(environ: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
        if environ["REQUEST_METHOD"] in ("PUT", "POST"):
            faults.writes.append(environ["PATH_INFO"])
            if faults.then:
                then, faults.then = faults.then, None
                then()
            if faults.after is not None and len(faults.writes) > faults.after:
                environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0))
                start(faults.status, [("Content-Type", "application/xml")])
                return [f"<Error><Code>{faults.code}</Code><Message>thử lỗi</Message></Error>".encode()]
        answer: Iterable[bytes] = app(environ, start)
        return answer

    http = make_server("127.0.0.1", 0, failing, threaded=True)
    thread = threading.Thread(target=http.serve_forever, daemon=True)
    thread.start()
    try:
        yield Server(http, faults)
    finally:
        http.shutdown()
        thread.join(10)
