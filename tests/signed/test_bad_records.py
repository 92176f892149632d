"""Records with one thing wrong: each is refused for exactly that, at its line, in words of both languages."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

import pytest

from congbo.errors import CANNOT_JUDGE, CongboError
from congbo.frozen import replace
from congbo.locale import LANGUAGES, sentence
from congbo.place import Place
from congbo.signed.answers import read_answers, written_answers
from congbo.signed.genesis import parse_genesis, written_genesis
from congbo.signed.receipt import parse_receipt, written_receipt
from congbo.signed.statement import parse_statement, written
from support.records import GENESIS, RECEIPT, REDACTION, STATEMENT

S, R, G, A = "statement", "receipt", "genesis", "answers"
X = "redacted receipt"
GOOD = {
    S: written(STATEMENT),
    R: written_receipt(RECEIPT),
    X: written_receipt(replace(RECEIPT, kind="redacted", redaction=REDACTION)),
    G: written_genesis(GENESIS),
    A: "format: 1\nanswers:\n  ly_do: Thiếu số văn bản\n  so: 12/UBND\n".encode(),
}
PARSE: dict[str, Callable[[bytes, Place], object]] = {
    S: parse_statement,
    R: parse_receipt,
    X: parse_receipt,
    G: parse_genesis,
    A: read_answers,
}


class Bad(NamedTuple):
    """In a good record ``old`` becomes ``new``; it is refused with ``key`` at ``line`` (0: as a whole)."""

    of: str
    old: str
    new: str
    key: str
    line: int


ID = "20261122-tin-le-hoi-1a2b3c4d"
VALUE = "signed.value"
# fmt: off
BAD = (
    # the frame
    Bad(S, "congbo statement 1", "congbo statement 2", "signed.format", 1),
    Bad(S, "congbo statement 1", "congbo statement 01", "signed.format", 1),
    Bad(S, "congbo statement 1", "congbo receipt 1", "signed.header", 1),
    Bad(S, "congbo statement 1", "Congbo statement 1", "signed.header", 1),
    Bad(S, "congbo statement 1", "congbo statement 1 ", "signed.header", 1),
    Bad(S, "congbo statement 1", "# ghi chu\ncongbo statement 1", "signed.header", 1),
    Bad(S, "congbo statement 1\n", "\ncongbo statement 1\n", "signed.header", 1),
    Bad(S, "congbo statement 1\n", "\ufeffcongbo statement 1\n", "signed.character", 1),
    Bad(S, "source: signed\n", "source: signed", "signed.no_line_end", 20),
    Bad(S, "source: signed\n", "source: signed\r\n", "signed.carriage_return", 20),
    Bad(S, "source: signed\n", "source: signed\n\n", "signed.line_extra", 21),
    Bad(S, "source: signed\n", "source: signed\nsource: signed\n", "signed.line_extra", 21),
    Bad(S, "source: signed\n", "source: signed\nghi-chu: x\n", "signed.line_extra", 21),
    Bad(S, "source: signed\n", "", "signed.line_missing", 19),
    Bad(S, "source: signed\n", "source: signed\n" + "x" * 4096 + "\n", "signed.too_large", 0),
    Bad(S, "board: dl\n", "", "signed.line_order", 9),
    Bad(S, "board: dl\n", "board: dl\nboard: dl\n", "signed.line_order", 10),
    Bad(S, "board: dl\nprocedure: tin_bai\n", "procedure: tin_bai\nboard: dl\n", "signed.line_order", 9),
    Bad(S, "board: dl\n", "\nboard: dl\n", "signed.line_blank", 9),
    Bad(S, "board: dl\n", "  \nboard: dl\n", "signed.line_blank", 9),
    Bad(S, "board: dl\n", "Board: dl\n", "signed.line_unknown", 9),
    Bad(S, "board: dl\n", " board: dl\n", "signed.line_unknown", 9),
    Bad(S, "board: dl\n", "# dl\n", "signed.line_unknown", 9),
    Bad(S, "board: dl\n", "board:dl\n", "signed.colon", 9),
    Bad(S, "board: dl\n", "board:\n", "signed.colon", 9),
    Bad(S, "board: dl\n", "board: \n", "signed.value_empty", 9),
    Bad(S, "board: dl\n", "board:  dl\n", "signed.spaces", 9),
    Bad(S, "board: dl\n", "board: dl \n", "signed.spaces", 9),
    Bad(S, "board: dl\n", "board:\tdl\n", "signed.character", 9),
    Bad(S, "board: dl\n", "board: đl\n", "signed.character", 9),
    Bad(S, "board: dl\n", "board: d\u200bl\n", "signed.character", 9),
    Bad(S, "board: dl\n", "board: d\x00l\n", "signed.character", 9),
    Bad(S, "board: dl\n", "board: d\x1bl\n", "signed.character", 9),
    # the values of a statement
    Bad(S, "cong-donglac", "dl", VALUE, 2),
    Bad(S, "cong-donglac", "Cong-Donglac", VALUE, 2),
    Bad(S, "cong-donglac", "c" * 65, VALUE, 2),
    Bad(S, "cong-donglac", "cong_donglac", VALUE, 2),
    Bad(S, "refs/heads/main", "main", VALUE, 3),
    Bad(S, "refs/heads/main", "refs/tags/main", VALUE, 3),
    Bad(S, "refs/heads/main", "refs/heads/", VALUE, 3),
    Bad(S, "refs/heads/main", "refs/heads/../main", VALUE, 3),
    Bad(S, "refs/heads/main", "refs/heads//main", VALUE, 3),
    Bad(S, "refs/heads/main", "refs/heads/.main", VALUE, 3),
    Bad(S, "refs/heads/main", "refs/heads/main.lock", VALUE, 3),
    Bad(S, "refs/heads/main", "refs/heads/main.", VALUE, 3),
    Bad(S, "refs/heads/main", "refs/heads/ma in", VALUE, 3),
    Bad(S, "refs/heads/main", "refs/heads/main~1", VALUE, 3),
    Bad(S, "refs/heads/main", "refs/heads/main@{1}", VALUE, 3),
    Bad(S, ID, "20261322-tin-le-hoi-1a2b3c4d", VALUE, 4),
    Bad(S, ID, "20260229-tin-le-hoi-1a2b3c4d", VALUE, 4),
    Bad(S, ID, "20261122-tin-le-hoi-1a2b3c4", VALUE, 4),
    Bad(S, ID, "20261122-Tin-le-hoi-1a2b3c4d", VALUE, 4),
    Bad(S, ID, "20261122--1a2b3c4D", VALUE, 4),
    Bad(S, ID, f"20261122-{'a' * 41}-1a2b3c4d", VALUE, 4),
    Bad(S, ID, "../../../content", VALUE, 4),
    Bad(S, ID, "gh-0", VALUE, 4),
    Bad(S, ID, "gh-012", VALUE, 4),
    Bad(S, ID, "-", VALUE, 4),
    Bad(S, "base: " + "1" * 40, "base: " + "1" * 39, VALUE, 5),
    Bad(S, "base: " + "1" * 40, "base: 1111111", VALUE, 5),
    Bad(S, "base: " + "1" * 40, "base: " + "0" * 40, VALUE, 5),
    Bad(S, "base: " + "1" * 40, "base: " + "A" * 40, VALUE, 5),
    Bad(S, "base: " + "1" * 40, "base: HEAD", VALUE, 5),
    Bad(S, "base: " + "1" * 40, "base: " + "1" * 64, "signed.two_hashes", 6),
    Bad(S, "change: sha256:", "change: sha1:", VALUE, 7),
    Bad(S, "change: sha256:", "change: ", VALUE, 7),
    Bad(S, "change: sha256:a", "change: sha256:A", VALUE, 7),
    Bad(S, "change: sha256:" + "a" * 64, "change: -", VALUE, 7),
    Bad(S, "policy: sha256:b", "policy: sha256:", VALUE, 8),
    Bad(S, "step: phe_duyet", "step: Phe_duyet", VALUE, 11),
    Bad(S, "step: phe_duyet", "step: phe duyet", VALUE, 11),
    Bad(S, "step: phe_duyet", "step: phe/duyet", VALUE, 11),
    Bad(S, "step: phe_duyet", "step: " + "p" * 61, VALUE, 11),
    Bad(S, "role: truong_ban", "role: truong_ban,pho_ban", VALUE, 12),
    Bad(S, "person: dl-truong-ban", "person: -", VALUE, 13),
    Bad(S, "person: dl-truong-ban", "person: a@b.example", VALUE, 13),
    Bad(S, "behalf: -", "behalf: --", VALUE, 14),
    Bad(S, "decision: approve", "decision: approved", VALUE, 15),
    Bad(S, "decision: approve", "decision: Approve", VALUE, 15),
    Bad(S, "decision: approve", "decision: -", VALUE, 15),
    Bad(S, "answers: sha256:c", "answers: sha256:g", VALUE, 16),
    Bad(S, "issued: 2026-11-22T10:00:00Z", "issued: 2026-11-22", VALUE, 17),
    Bad(S, "issued: 2026-11-22T10:00:00Z", "issued: 2026-11-22T10:00:00+07:00", VALUE, 17),
    Bad(S, "issued: 2026-11-22T10:00:00Z", "issued: 2026-11-22T10:00:00", VALUE, 17),
    Bad(S, "issued: 2026-11-22T10:00:00Z", "issued: 2026-11-22T10:00:00.5Z", VALUE, 17),
    Bad(S, "issued: 2026-11-22T10:00:00Z", "issued: 2026-11-22T24:00:00Z", VALUE, 17),
    Bad(S, "issued: 2026-11-22T10:00:00Z", "issued: 2026-11-31T10:00:00Z", VALUE, 17),
    Bad(S, "issued: 2026-11-22T10:00:00Z", "issued: 2026-11-22t10:00:00z", VALUE, 17),
    Bad(S, "issued: 2026-11-22T10:00:00Z", "issued: 0026-11-22T10:00:00Z", VALUE, 17),
    Bad(S, "issued: 2026-11-22T10:00:00Z", "issued: 9999-11-22T10:00:00Z", VALUE, 17),
    Bad(S, "expires: 2026-12-22", "expires: 2026-11-22", "signed.expires", 18),
    Bad(S, "expires: 2026-12-22", "expires: 2025-12-22", "signed.expires", 18),
    Bad(S, "nonce: 0", "nonce: ", VALUE, 19),
    Bad(S, "nonce: 0", "nonce: F", VALUE, 19),
    Bad(S, "source: signed", "source: gitlab:a/b#1/2", VALUE, 20),
    Bad(S, "source: signed", "source: github:a/b", VALUE, 20),
    Bad(S, "source: signed", "source: github:a/b#1/0", VALUE, 20),
    Bad(S, "source: signed", "source: github:a/b#12/34", "signed.source_of_another", 20),
    # receipts
    Bad(R, "number: 7", "number: 07", VALUE, 3),
    Bad(R, "number: 7", "number: -1", VALUE, 3),
    Bad(R, "number: 7", "number: 0", "signed.receipt.number", 3),
    Bad(R, "kind: merged", "kind: merge", VALUE, 4),
    Bad(R, "kind: merged", "kind: genesis", "signed.receipt.number", 3),
    Bad(R, "kind: merged", "kind: submitted", "signed.receipt.needs", 8),
    Bad(R, "kind: merged", "kind: decided", "signed.receipt.needs", 13),
    Bad(R, "kind: merged", "kind: redacted", "signed.line_missing", 17),
    Bad(R, "number: 7\nkind: merged", "number: 0\nkind: genesis", "signed.receipt.previous", 5),
    Bad(R, "previous: sha256:" + "a" * 64, "previous: -", "signed.receipt.previous", 5),
    Bad(R, f"change-id: {ID}", "change-id: -", "signed.receipt.needs", 7),
    Bad(R, "branch: -", "branch: refs/heads/tin", "signed.receipt.only", 8),
    Bad(R, "branch: -", "branch: tin", VALUE, 8),
    Bad(R, "before: " + "1" * 40, "before: -", "signed.receipt.needs", 9),
    Bad(R, "before: " + "1" * 40, "before: " + "1" * 64, "signed.receipt.hashes", 9),
    Bad(R, "after: " + "2" * 40, "after: -", VALUE, 10),
    Bad(R, "tree: " + "3" * 40, "tree: " + "3" * 64, "signed.receipt.hashes", 11),
    Bad(R, "content: sha256:" + "b" * 64, "content: -", "signed.receipt.needs", 12),
    Bad(R, "statement: -", "statement: sha256:" + "c" * 64, "signed.receipt.only", 13),
    Bad(R, "late: no", "late: false", VALUE, 16),
    Bad(R, "attested-by: server", "attested-by: nobody", VALUE, 17),
    Bad(R, "attested-by: server\n", "attested-by: server\norder: cc-1\n", "signed.line_extra", 18),
    Bad(X, "kind: redacted", "kind: checkpoint", "signed.line_extra", 18),
    Bad(X, "roles: chu_tich,truong_ban", "roles: truong_ban,chu_tich", VALUE, 19),
    Bad(X, "roles: chu_tich,truong_ban", "roles: chu_tich,chu_tich", VALUE, 19),
    Bad(X, "roles: chu_tich,truong_ban", "roles: chu_tich, truong_ban", VALUE, 19),
    Bad(X, "roles: chu_tich,truong_ban", "roles: chu_tich,", VALUE, 19),
    Bad(X, "order: cc-1\n", "", "signed.line_order", 18),
    # the genesis
    Bad(G, "receipts-key: SHA256:" + "A" * 43, "receipts-key: SHA256:" + "A" * 42, VALUE, 7),
    Bad(G, "receipts-key: SHA256:" + "A" * 43, "receipts-key: MD5:" + "A" * 43, VALUE, 7),
    Bad(G, "receipts-key: SHA256:" + "A" * 43, "receipts-key: SHA256:" + "A" * 42 + "B", VALUE, 7),
    Bad(G, "root-key: SHA256:" + "B" * 42 + "A", "root-key: SHA256:" + "A" * 43, "signed.one_key", 8),
    Bad(G, "tree: " + "2" * 40, "tree: " + "2" * 64, "signed.two_hashes", 5),
    Bad(G, "congbo genesis 1", "congbo statement 1", "signed.header", 1),
    # answers
    Bad(A, "format: 1", "format: 2", "policy.not_one_of", 1),
    Bad(A, "format: 1\n", "", "policy.missing_key", 1),
    Bad(A, "  so: 12/UBND\n", "  so: 12/UBND\nthem: x\n", "policy.unknown_key", 5),
    Bad(A, "  so: 12/UBND\n", "  ly_do: x\n", "yaml.duplicate_key", 4),
    Bad(A, "so: 12/UBND", "Số: 12/UBND", "policy.not_an_id", 4),
    Bad(A, "so: 12/UBND", "so: [12]", "policy.not_a_value", 4),
    Bad(A, "so: 12/UBND", "so:", "policy.empty_value", 4),
    Bad(A, "so: 12/UBND", "so: *a", "yaml.alias", 4),
    Bad(A, "so: 12/UBND", "so: 12\u200b/UBND", "policy.character", 4),
    Bad(A, "so: 12/UBND", "so: \tx", "yaml.tab", 4),
    Bad(A, "\n  ly_do: Thiếu số văn bản\n  so: 12/UBND", " {}", "signed.no_answers", 0),
    Bad(A, "so: 12/UBND", "so: " + "x" * 65_536, "text.too_large", 0),
)
# fmt: on
NAMES = [f"{at}-{bad.of}-{bad.new[:24]!a}" for at, bad in enumerate(BAD)]


def refused(of: str, data: bytes) -> CongboError:
    with pytest.raises(CongboError) as raised:
        PARSE[of](data, Place("policies/approvals/x"))
    return raised.value


def told_in_full(error: CongboError) -> None:
    """Each sentence stands there in words, with a full stop: what is wrong, then the cure."""
    for lang in LANGUAGES:
        words = sentence(error.message, lang)
        assert not re.search(r"\{[a-z_]+\}|Message\(|<[a-z]+ ", words)
        assert words.endswith(".")


def test_the_table_is_long_enough() -> None:
    assert len({(bad.of, bad.old, bad.new) for bad in BAD}) == len(BAD) >= 120


@pytest.mark.parametrize("bad", BAD, ids=NAMES)
def test_one_wrong_thing(bad: Bad) -> None:
    good = GOOD[bad.of].decode()
    assert good.count(bad.old) >= 1
    error = refused(bad.of, good.replace(bad.old, bad.new, 1).encode())
    assert (error.message.key, error.place and error.place.line, error.code) == (bad.key, bad.line, CANNOT_JUDGE)
    assert error.place
    assert error.place.path == "policies/approvals/x"
    told_in_full(error)


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (b"", "signed.empty"),
        (b"\n", "signed.empty"),
        (b" \n \n", "signed.empty"),
        (b"\xff\xfe", "signed.character"),
        (b"x", "signed.no_line_end"),
        (b"congbo statement 1\n", "signed.line_missing"),
        (b"\x00" * 5000, "signed.too_large"),
        ("công bố\n".encode(), "signed.character"),
        (b"-----BEGIN SSH SIGNATURE-----\n", "signed.header"),
    ],
)
def test_what_is_no_record_at_all(data: bytes, key: str) -> None:
    error = refused(S, data)
    assert error.message.key == key
    told_in_full(error)


@pytest.mark.parametrize("of", [S, R, X, G])
def test_every_cut_is_noticed(of: str) -> None:
    for size in range(len(GOOD[of])):
        refused(of, GOOD[of][:size])


@pytest.mark.parametrize(("of", "other"), [(one, other) for one in (S, R, G) for other in (S, R, G) if one != other])
def test_one_record_is_not_taken_for_another(of: str, other: str) -> None:
    assert refused(of, GOOD[other]).message.key == "signed.header"


@pytest.mark.parametrize(
    ("changes", "key"),
    [
        ({"kind": "redacted"}, "signed.receipt.redaction"),
        ({"redaction": REDACTION}, "signed.receipt.redaction"),
        ({"number": 0}, "signed.receipt.number"),
        ({"kind": "decided"}, "signed.receipt.needs"),
    ],
)
def test_a_receipt_that_could_not_be_read_is_not_written(changes, key) -> None:
    with pytest.raises(CongboError) as raised:
        written_receipt(replace(RECEIPT, **changes))
    assert raised.value.message.key == key
    told_in_full(raised.value)


@pytest.mark.parametrize("kind", ["genesis", "submitted", "decided", "merged", "checkpoint", "recovery"])
def test_every_kind_of_receipt_can_be_right(kind: str) -> None:
    found = replace(
        RECEIPT,
        kind=kind,
        number=0 if kind == "genesis" else 3,
        previous="" if kind == "genesis" else "a" * 64,
        branch="refs/heads/tin" if kind == "submitted" else "",
        statement="c" * 64 if kind == "decided" else "",
    )
    assert parse_receipt(written_receipt(found)) == found


@pytest.mark.parametrize(
    ("answers", "key"),
    [
        ({}, "policy.not_a_mapping"),
        ({"ly_do": ""}, "policy.empty_value"),
        ({"ly_do": " x"}, "signed.answer_not_kept"),
        ({"ly_do": "x\u200by"}, "policy.character"),
        ({"ly_do": "x\x07y"}, "yaml.character"),
        ({"ly_do": "e\u0302"}, "policy.character"),
        ({"Lý do": "x"}, "policy.not_an_id"),
        ({"ly_do": "x" * 70_000}, "text.too_large"),
    ],
)
def test_answers_that_could_not_be_read_are_not_written(answers, key) -> None:
    with pytest.raises(CongboError) as raised:
        written_answers(answers)
    assert raised.value.message.key == key


def test_the_sentence_of_a_wrong_value() -> None:
    data = GOOD[S].replace(b"issued: 2026-11-22T10:00:00Z", b"issued: 22/11/2026")
    assert sentence(refused(S, data).message, "vi") == (
        "Dòng `issued` không thể là `22/11/2026`; cần thời điểm theo giờ UTC dạng 2026-11-22T10:00:00Z, chẵn giây. "
        "Hãy lập lại bản ghi rồi ký lại."
    )
