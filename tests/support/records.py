"""A right statement, receipt and genesis, for tests to begin with."""

from __future__ import annotations

from datetime import UTC, datetime

from congbo.signed.genesis import Genesis
from congbo.signed.receipt import Receipt, Redaction
from congbo.signed.statement import Statement

NOW = datetime(2026, 11, 22, 10, tzinfo=UTC)
OBJECTS = tuple(digit * 40 for digit in "123456789")
DIGESTS = tuple(digit * 64 for digit in "abcdef")
PRINTS = ("SHA256:" + "A" * 43, "SHA256:" + "B" * 42 + "A")

STATEMENT = Statement(
    repository="cong-donglac",
    target="refs/heads/main",
    change_id="20261122-tin-le-hoi-1a2b3c4d",
    base=OBJECTS[0],
    head=OBJECTS[1],
    change=DIGESTS[0],
    policy=DIGESTS[1],
    board="dl",
    procedure="tin_bai",
    step="phe_duyet",
    role="truong_ban",
    person="dl-truong-ban",
    behalf="",
    decision="approve",
    answers=DIGESTS[2],
    issued=NOW,
    expires=datetime(2026, 12, 22, 10, tzinfo=UTC),
    nonce="0123456789abcdef" * 2,
    source="signed",
)
RECEIPT = Receipt(
    repository="cong-donglac",
    number=7,
    kind="merged",
    previous=DIGESTS[0],
    target="refs/heads/main",
    change_id="20261122-tin-le-hoi-1a2b3c4d",
    branch="",
    before=OBJECTS[0],
    after=OBJECTS[1],
    tree=OBJECTS[2],
    content=DIGESTS[1],
    statement="",
    person="dl-van-phong",
    time=NOW,
    late=False,
    attested_by="server",
)
REDACTION = Redaction("cc-1", ("chu_tich", "truong_ban"), OBJECTS[0], OBJECTS[1], DIGESTS[0], DIGESTS[1])
GENESIS = Genesis(
    repository="cong-donglac",
    target="refs/heads/main",
    commit=OBJECTS[0],
    tree=OBJECTS[1],
    policy=DIGESTS[0],
    receipts_key=PRINTS[0],
    root_key=PRINTS[1],
    person="dl-truong-ban",
    role="truong_ban",
    issued=NOW,
    nonce="0123456789abcdef" * 2,
)
