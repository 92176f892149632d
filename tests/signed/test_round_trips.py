"""Whatever is written is read back as it was, and whatever is read is written as it stood."""

from __future__ import annotations

from dataclasses import fields
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congbo.errors import CongboError
from congbo.frozen import replace
from congbo.signed.answers import read_answers, written_answers
from congbo.signed.checkpoint import Checkpoint, parse_checkpoint, written_checkpoint
from congbo.signed.genesis import Genesis, parse_genesis, written_genesis
from congbo.signed.receipt import KINDS, Receipt, Redaction, parse_receipt, written_receipt
from congbo.signed.statement import DECISIONS, Statement, parse_statement, written
from support.records import GENESIS, RECEIPT, REDACTION, STATEMENT

HEX = "0123456789abcdef"
zones = st.sampled_from([UTC, timezone(timedelta(hours=7)), timezone(timedelta(hours=-3, minutes=-30))])
moments = st.builds(
    lambda seconds, zone: (datetime(1900, 1, 2, tzinfo=UTC) + timedelta(seconds=seconds)).astimezone(zone),
    st.integers(0, 9_460_000_000),
    zones,
)


def text(alphabet: str, least: int, most: int = 0) -> st.SearchStrategy[str]:
    return st.text(alphabet, min_size=least, max_size=most or least)


idents = st.from_regex(r"[a-z0-9][a-z0-9_-]{0,59}", fullmatch=True)
digests = text(HEX, 64)
objects = text(HEX, 39).map(lambda part: part + "1")
refs = text("abcXYZ019_-+#%&'()=", 1, 20).map(lambda name: f"refs/heads/{name}")
changes = st.one_of(
    st.builds(lambda day, slug, end: f"{day:%Y%m%d}-{slug}-{end}", moments, text("ab9-", 1, 40), text(HEX, 8)),
    st.integers(1, 9_999_999_999).map(lambda number: f"gh-{number}"),
)
prints = text("ABCDwxyz0189+/", 42).map(lambda part: f"SHA256:{part}A")
repositories = text("abz09-", 8, 64)

statements = st.builds(
    lambda issued, lasts, **rest: Statement(issued=issued, expires=issued + timedelta(seconds=lasts), **rest),
    issued=moments.filter(lambda moment: moment.year < 2199),
    lasts=st.integers(1, 10_000_000),
    repository=repositories,
    target=refs,
    change_id=changes,
    base=objects,
    head=objects,
    change=digests,
    policy=digests,
    board=idents,
    procedure=idents,
    step=idents,
    role=idents,
    person=idents,
    behalf=st.just("") | idents,
    decision=st.sampled_from(DECISIONS),
    answers=st.just("") | digests,
    nonce=text(HEX, 32),
    source=st.sampled_from(["signed", "paper"]),
)
geneses = st.builds(
    Genesis,
    repository=repositories,
    target=refs,
    commit=objects,
    tree=objects,
    policy=digests,
    receipts_key=prints,
    root_key=prints.map(lambda found: found[:-1] + "E"),
    person=idents,
    role=idents,
    issued=moments,
    nonce=text(HEX, 32),
)
checkpoints = st.builds(
    Checkpoint,
    repository=repositories,
    target=refs,
    number=st.integers(0, 999_999_999),
    receipt=digests,
    tip=objects,
    time=moments,
    person=idents,
    role=idents,
    nonce=text(HEX, 32),
)
redactions = st.builds(
    Redaction,
    order=idents,
    roles=st.sets(idents, min_size=1, max_size=4).map(lambda roles: tuple(sorted(roles))),
    old_tip=objects,
    new_tip=objects,
    map=digests,
    kept=digests,
)
NEEDED = {"change_id": changes, "branch": refs, "before": objects, "content": digests, "person": idents}


@st.composite
def receipts(draw: st.DrawFn) -> Receipt:
    kind = draw(st.sampled_from(KINDS))
    found = {name: draw(value) for name, value in NEEDED.items()}
    return Receipt(
        repository=draw(repositories),
        number=0 if kind == "genesis" else draw(st.integers(1, 999_999_999)),
        kind=kind,
        previous="" if kind == "genesis" else draw(digests),
        target=draw(refs),
        after=draw(objects),
        tree=draw(objects),
        statement=draw(digests) if kind == "decided" else "",
        time=draw(moments),
        late=draw(st.booleans()),
        attested_by=draw(st.sampled_from(["server", "job", "person"])),
        redaction=draw(redactions) if kind == "redacted" else None,
        **found | {"branch": found["branch"] if kind == "submitted" else ""},
    )


@given(statements)
def test_statements(statement: Statement) -> None:
    data = written(statement)
    assert parse_statement(data) == statement
    assert written(parse_statement(data)) == data
    assert len(data) <= 4096


@given(checkpoints)
def test_checkpoints(checkpoint: Checkpoint) -> None:
    data = written_checkpoint(checkpoint)
    assert parse_checkpoint(data) == checkpoint
    assert written_checkpoint(parse_checkpoint(data)) == data
    assert len(data) <= 4096


@given(geneses)
def test_geneses(genesis: Genesis) -> None:
    data = written_genesis(genesis)
    assert parse_genesis(data) == genesis
    assert written_genesis(parse_genesis(data)) == data


@given(receipts())
def test_receipts(receipt: Receipt) -> None:
    data = written_receipt(receipt)
    assert parse_receipt(data) == receipt
    assert written_receipt(parse_receipt(data)) == data


@given(st.dictionaries(idents, st.text(max_size=300), max_size=5))
def test_answers_are_kept_or_refused(answers: dict[str, str]) -> None:
    try:
        data = written_answers(answers)
    except CongboError:
        return
    assert read_answers(data) == answers


@given(
    st.dictionaries(
        idents,
        text("aăâđeêôơư ĐẮC.,:;\"'#{}[]|>&*!%@`\\-?\n–“”…/0123456789", 1, 200).map(lambda one: f"a{one}a"),
        min_size=1,
    )
)
def test_ordinary_answers_are_never_refused(answers: dict[str, str]) -> None:
    assert read_answers(written_answers(answers)) == answers


EXAMPLES = (
    (STATEMENT, written, parse_statement),
    (RECEIPT, written_receipt, parse_receipt),
    (replace(RECEIPT, kind="redacted", redaction=REDACTION), written_receipt, parse_receipt),
    (GENESIS, written_genesis, parse_genesis),
)


@pytest.mark.parametrize(("record", "write", "parse"), EXAMPLES, ids=["statement", "receipt", "redacted", "genesis"])
def test_every_byte_counts(record, write, parse) -> None:
    """No byte can be taken away, added or changed without another record, or none, being read."""
    data = write(record)
    for at in range(len(data)):
        for other in (data[:at] + data[at + 1 :], data[:at] + b" " + data[at:], data[:at] + b"f" + data[at + 1 :]):
            if other != data:
                assert _read(parse, other) != record, (at, other)


@pytest.mark.parametrize(("record", "write", "parse"), EXAMPLES, ids=["statement", "receipt", "redacted", "genesis"])
def test_no_value_can_smuggle_a_line(record, write, parse) -> None:
    for field in fields(record):
        if isinstance(getattr(record, field.name), str):
            for value in ("x\nrole: y", "x ", " x", "x\r", "ộ", "\ud800", "x\x00", "", "-"):
                try:
                    data = write(replace(record, **{field.name: value}))
                except CongboError:
                    continue
                assert getattr(parse(data), field.name) == value


def _read(parse, data: bytes):
    try:
        return parse(data)
    except CongboError:
        return None


def test_a_moment_without_a_zone_or_with_parts_of_a_second_is_not_written() -> None:
    for issued in (STATEMENT.issued.replace(tzinfo=None), STATEMENT.issued.replace(microsecond=5)):
        with pytest.raises(CongboError):
            written(replace(STATEMENT, issued=issued))
        with pytest.raises(CongboError):
            written_genesis(replace(GENESIS, issued=issued))
        with pytest.raises(CongboError):
            written_receipt(replace(RECEIPT, time=issued))


# The bytes themselves: another program, or another century, reads them by this.


def test_the_written_form_of_a_statement() -> None:
    assert written(STATEMENT).decode() == (
        "congbo statement 1\n"
        "repository: cong-donglac\n"
        "target: refs/heads/main\n"
        "change-id: 20261122-tin-le-hoi-1a2b3c4d\n"
        f"base: {'1' * 40}\n"
        f"head: {'2' * 40}\n"
        f"change: sha256:{'a' * 64}\n"
        f"policy: sha256:{'b' * 64}\n"
        "board: dl\n"
        "procedure: tin_bai\n"
        "step: phe_duyet\n"
        "role: truong_ban\n"
        "person: dl-truong-ban\n"
        "behalf: -\n"
        "decision: approve\n"
        f"answers: sha256:{'c' * 64}\n"
        "issued: 2026-11-22T10:00:00Z\n"
        "expires: 2026-12-22T10:00:00Z\n"
        "nonce: 0123456789abcdef0123456789abcdef\n"
        "source: signed\n"
    )


def test_the_written_form_of_a_receipt() -> None:
    assert written_receipt(replace(RECEIPT, kind="redacted", redaction=REDACTION)).decode() == (
        "congbo receipt 1\n"
        "repository: cong-donglac\n"
        "number: 7\n"
        "kind: redacted\n"
        f"previous: sha256:{'a' * 64}\n"
        "target: refs/heads/main\n"
        "change-id: 20261122-tin-le-hoi-1a2b3c4d\n"
        "branch: -\n"
        f"before: {'1' * 40}\n"
        f"after: {'2' * 40}\n"
        f"tree: {'3' * 40}\n"
        f"content: sha256:{'b' * 64}\n"
        "statement: -\n"
        "person: dl-van-phong\n"
        "time: 2026-11-22T10:00:00Z\n"
        "late: no\n"
        "attested-by: server\n"
        "order: cc-1\n"
        "roles: chu_tich,truong_ban\n"
        f"old-tip: {'1' * 40}\n"
        f"new-tip: {'2' * 40}\n"
        f"map: sha256:{'a' * 64}\n"
        f"kept: sha256:{'b' * 64}\n"
    )


def test_the_written_form_of_a_genesis() -> None:
    assert written_genesis(GENESIS).decode() == (
        "congbo genesis 1\n"
        "repository: cong-donglac\n"
        "target: refs/heads/main\n"
        f"commit: {'1' * 40}\n"
        f"tree: {'2' * 40}\n"
        f"policy: sha256:{'a' * 64}\n"
        f"receipts-key: SHA256:{'A' * 43}\n"
        f"root-key: SHA256:{'B' * 42}A\n"
        "person: dl-truong-ban\n"
        "role: truong_ban\n"
        "issued: 2026-11-22T10:00:00Z\n"
        "nonce: 0123456789abcdef0123456789abcdef\n"
    )
