"""``allowed_signers``: what stock OpenSSH could read in two ways is refused at its line, in words of both languages."""

from __future__ import annotations

import base64
import re
import subprocess
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from hypothesis import given
from hypothesis import strategies as st

from congbo.dates import VIETNAM
from congbo.errors import CANNOT_JUDGE, CongboError
from congbo.locale import LANGUAGES, sentence
from congbo.policy import Policy, load_policy
from congbo.policy.holders import person_of
from congbo.policy.keys import PATH, Key, KeyRing, read_keys, written_key
from congbo.signed.keygen import signed
from congbo.ssh.public import TYPES
from congbo.ssh.wire import mpint, string
from support.signers import DECISION, Passkey, Token, key_file, needs, point
from support.trees import edited_policies, real_policies

PEOPLE, BOARD = "policies/keys/people.yml", "policies/boards/dl.yml"
KNOWN = """format: 1
people:
  - {id: an, name: Trưởng Ban, emails: [an@donglac.example]}
  - {id: binh, name: Phó Ban, emails: [binh@donglac.example]}
machines:
  - {id: so-bien-nhan}
"""


def ed25519(letter: bytes = b"a") -> bytes:
    return string(b"ssh-ed25519") + string(letter * 32)


def rsa(bits: int, exponent: int = 65_537, last: int = 1) -> bytes:
    return string(b"ssh-rsa") + mpint(exponent) + mpint((1 << (bits - 1)) + last)


def shown(blob: bytes) -> str:
    return base64.b64encode(blob).decode()


A, B, C = (shown(ed25519(letter)) for letter in (b"a", b"b", b"c"))
AN = f'an namespaces="congbo-decision,git",valid-after="20260101000000Z" ssh-ed25519 {A}'
BINH = (
    'binh namespaces="congbo-decision",valid-after="20260101000000Z",valid-before="20261231165959Z"'
    f" sk-ssh-ed25519@openssh.com {Token().key.base64}"
)
SERVER = f'so-bien-nhan namespaces="congbo-receipt",valid-after="20260101000000Z" ssh-ed25519 {C}'
GOOD = f"# Khoá của Ban biên tập phường\n\n{AN}\n{BINH}\n# máy chủ\n{SERVER}\n"


def ring(text: str) -> KeyRing:
    return read_keys(text.encode())


def test_what_a_line_says() -> None:
    keys = ring(GOOD)
    an, binh, server = keys.keys
    assert (an.person, an.type, an.namespaces, an.valid_before) == (
        "an",
        "ssh-ed25519",
        ("congbo-decision", "git"),
        None,
    )
    assert an.valid_after == datetime(2026, 1, 1, 7, tzinfo=VIETNAM)
    assert binh.valid_before == datetime(2026, 12, 31, 16, 59, 59, tzinfo=UTC)
    assert (an.place.path, an.place.line, server.place.line) == (PATH, 3, 6)
    assert keys.by_fingerprint(an.fingerprint) is an
    assert keys.by_fingerprint("SHA256:x") is None
    assert keys.of("binh") == (binh,)
    assert "\n".join(map(written_key, keys.keys)) == "\n".join((AN, BINH, SERVER))


@pytest.mark.parametrize(
    ("at", "namespace", "good"),
    [
        (datetime(2025, 12, 31, 23, 59, 59, tzinfo=UTC), DECISION, False),
        (datetime(2026, 1, 1, tzinfo=UTC), DECISION, True),
        (datetime(2026, 12, 31, 16, 59, 59, tzinfo=UTC), DECISION, True),
        (datetime(2026, 12, 31, 17, tzinfo=UTC), DECISION, False),
        (datetime(2027, 1, 1, tzinfo=VIETNAM), DECISION, False),
        (datetime(2026, 6, 1, tzinfo=UTC), "congbo-root", False),
    ],
)
def test_when_and_for_what_a_key_is_good(at: datetime, namespace: str, good: bool) -> None:
    assert ring(GOOD).of("binh")[0].good(namespace, at) is good


def test_a_key_without_an_end_stays_good() -> None:
    assert ring(GOOD).of("an")[0].good("git", datetime(2199, 1, 1, tzinfo=UTC))


def test_an_empty_file_has_no_keys() -> None:
    assert ring("").keys == ring("# chưa có khoá\n\n").keys == ()


@needs("ssh-keygen")
@pytest.mark.parametrize("zone", ["UTC", "Asia/Ho_Chi_Minh", "America/New_York"])
def test_stock_reads_the_same_ends(zone: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Good to the second in every time zone, by our reading and by that of OpenSSH."""
    monkeypatch.setenv("TZ", zone)
    key = key_file(tmp_path)
    kind, blob = key.with_suffix(".pub").read_text().split()[:2]
    text = f'an namespaces="{DECISION}",valid-after="20260101000000Z",valid-before="20260201000000Z" {kind} {blob}\n'
    (found,) = ring(text).keys
    (tmp_path / "signers").write_text(text)
    (tmp_path / "sig").write_bytes(signed(b"x", key, DECISION))
    for at in ("20251231235959", "20260101000000", "20260201000000", "20260201000001"):
        words = ["-Y", "verify", "-f", "signers", "-I", "an", "-n", DECISION, "-s", "sig", "-O", f"verify-time={at}Z"]
        stock = subprocess.run(["ssh-keygen", *words], cwd=tmp_path, input=b"x", capture_output=True, check=False)
        moment = datetime.strptime(f"{at}Z", "%Y%m%d%H%M%SZ").replace(tzinfo=UTC)
        assert (stock.returncode == 0) is found.good(DECISION, moment), at


@needs("ssh-keygen")
def test_every_type_of_key_is_read(tmp_path: Path) -> None:
    lines = []
    for kind, options in (("ed25519", ()), ("ecdsa", ("-b", "256")), ("ecdsa", ("-b", "384")), ("ecdsa", ("-b", "521")),
                          ("rsa", ("-b", "3072"))):  # fmt: skip
        path = key_file(tmp_path, kind, *options)
        lines.append(" ".join(path.with_name(f"{path.name}.pub").read_text().split()[:2]))
    lines += [f"{one.type} {one.base64}" for one in (Token().key, Passkey().key)]
    text = "".join(f'an namespaces="git",valid-after="20260101000000Z" {line}\n' for line in lines)
    assert sorted(key.type for key in ring(text).keys) == sorted(TYPES)


# Hours that clocks left out (the last of 1942, say) are no moments.
moments = st.datetimes(datetime(1901, 1, 1), datetime(2198, 1, 1), timezones=st.just(VIETNAM), allow_imaginary=False)  # noqa: DTZ001


@given(
    st.from_regex(r"[a-z0-9][a-z0-9_-]{0,20}", fullmatch=True),
    moments,
    moments | st.none(),
    st.binary(min_size=32, max_size=32),
)
def test_what_is_written_is_read(person: str, after: datetime, before: datetime | None, raw: bytes) -> None:
    after = after.replace(microsecond=0)
    before = before and before.replace(microsecond=0)
    if before and before <= after:
        return
    (found,) = ring(AN).keys
    key = Key(
        person, "", "ssh-ed25519", shown(string(b"ssh-ed25519") + string(raw)), ("git",), after, before, found.place
    )
    (again,) = ring(written_key(key) + "\n").keys
    assert (again.person, again.blob, again.valid_after, again.valid_before) == (person, key.blob, after, before)


# ---- what is wrong


class Bad(NamedTuple):
    """In the good file ``old`` becomes ``new``; it is refused with ``key`` at ``line``."""

    old: str
    new: str
    key: str
    line: int


def typed(kind: str, blob: bytes) -> str:
    return f"{kind} {shown(blob)}"


P256 = point(ec.generate_private_key(ec.SECP256R1()))
OLD = f"ssh-ed25519 {A}"
AFTER = 'valid-after="20260101000000Z"'
SK = "sk-ssh-ed25519@openssh.com"
# fmt: off
BAD = (
    # the line
    Bad(AN, AN + " an@may-tinh", "keys.line", 3),
    Bad(AN, AN + " ", "keys.line", 3),
    Bad(AN, " " + AN, "keys.line", 3),
    Bad(AN, AN.replace("an ", "an  "), "keys.line", 3),
    Bad(AN, AN.replace("an ", "an\t"), "keys.line", 3),
    Bad(AN, f"an ssh-ed25519 {A}", "keys.line", 3),
    Bad(AN, f"ssh-ed25519 {A}", "keys.line", 3),
    Bad(AN, "  # lùi vào", "keys.line", 3),
    Bad(AN, " ", "keys.line", 3),
    Bad(AN, AN.replace('",valid', '", valid'), "keys.line", 3),
    Bad(AN, AN + "\r", "keys.carriage_return", 3),
    Bad("# Khoá", "# Khoa\u0301", "policy.character", 1),
    Bad("# Khoá", "# \u202eKhoá", "policy.character", 1),
    # whose
    Bad("an namespaces", "* namespaces", "keys.principal", 3),
    Bad("an namespaces", "an,binh namespaces", "keys.principal", 3),
    Bad("an namespaces", "a? namespaces", "keys.principal", 3),
    Bad("an namespaces", "!an namespaces", "keys.principal", 3),
    Bad("an namespaces", '"an" namespaces', "keys.principal", 3),
    Bad("an namespaces", "an@donglac.example namespaces", "keys.principal", 3),
    Bad("an namespaces", "An namespaces", "keys.principal", 3),
    Bad("an namespaces", "ân namespaces", "keys.principal", 3),
    # options
    Bad("an namespaces", "an cert-authority,namespaces", "keys.options", 3),
    Bad(AFTER + " ", AFTER + ",cert-authority ", "keys.options", 3),
    Bad('namespaces="congbo-decision,git",' + AFTER, AFTER + ',namespaces="git"', "keys.options", 3),
    Bad('namespaces="congbo-decision,git",' + AFTER, 'namespaces="git"', "keys.options", 3),
    Bad('namespaces="congbo-decision,git",' + AFTER, AFTER, "keys.options", 3),
    Bad('namespaces="congbo-decision,git"', "namespaces=git", "keys.options", 3),
    Bad('namespaces="congbo-decision,git"', 'Namespaces="git"', "keys.options", 3),
    Bad(AFTER + " ", AFTER + "," + AFTER + " ", "keys.options", 3),
    Bad(AFTER + " ", AFTER + ",no-touch-required ", "keys.options", 3),
    Bad('"congbo-decision,git"', '"*"', "keys.namespace", 3),
    Bad('"congbo-decision,git"', '"congbo-*"', "keys.namespace", 3),
    Bad('"congbo-decision,git"', '"file"', "keys.namespace", 3),
    Bad('"congbo-decision,git"', '""', "keys.namespace", 3),
    Bad('"congbo-decision,git"', '"git,"', "keys.namespace", 3),
    Bad('"congbo-decision,git"', '"congbo-decision,congbo-decision"', "keys.namespace_twice", 3),
    Bad("20260101000000Z", "20260101000000", "keys.time", 3),
    Bad("20260101000000Z", "20260101", "keys.time", 3),
    Bad("20260101000000Z", "202601010000Z", "keys.time", 3),
    Bad("20260101000000Z", "20260101T000000Z", "keys.time", 3),
    Bad("20260101000000Z", "2026-01-01T00:00:00Z", "keys.time", 3),
    Bad("20260101000000Z", "20260101000000z", "keys.time", 3),
    Bad("20260101000000Z", "20260230000000Z", "keys.time", 3),
    Bad("20260101000000Z", "20260101000060Z", "keys.time", 3),
    Bad("20260101000000Z", "20260101000061Z", "keys.time", 3),
    Bad("20260101000000Z", "20260101240000Z", "keys.time", 3),
    Bad("20260101000000Z", "00260101000000Z", "keys.time", 3),
    Bad("20260101000000Z", "99990101000000Z", "keys.time", 3),
    Bad("20260101000000Z", "", "keys.time", 3),
    Bad("20261231165959Z", "20261231165959", "keys.time", 4),
    Bad("20261231165959Z", "20260101000000Z", "keys.ends_before", 4),
    Bad("20261231165959Z", "20251231165959Z", "keys.ends_before", 4),
    # the key
    Bad(OLD, f"ssh-ed25519 {A[:-1]}", "keys.base64", 3),
    Bad(OLD, f"ssh-ed25519 {A[:-1]}_", "keys.base64", 3),
    Bad(OLD, f"ssh-ed25519 {A}=", "keys.base64", 3),
    Bad(OLD, f"ssh-ed25519 {A[:-3]}", "keys.base64", 3),
    Bad(OLD, typed("ssh-ed25519", ed25519()[:-1]), "ssh.key_damaged", 3),
    Bad(OLD, typed("ssh-ed25519", ed25519() + b"x"), "ssh.key_damaged", 3),
    Bad(OLD, typed("ssh-ed25519", b"xyz"), "ssh.key_damaged", 3),
    Bad(OLD, typed("ssh-ed25519", string(b"ssh-ed25519") + string(b"a" * 31)), "ssh.key_damaged", 3),
    Bad(OLD, f"ssh-rsa {A}", "keys.type", 3),
    Bad(OLD, f"sk-ssh-ed25519@openssh.com {A}", "keys.type", 3),
    Bad(OLD, typed("ssh-dss", string(b"ssh-dss") + string(b"x")), "ssh.key_type", 3),
    Bad(OLD, typed("ssh-ed25519-cert-v01@openssh.com", string(b"ssh-ed25519-cert-v01@openssh.com")), "ssh.key_type", 3),
    Bad(OLD, typed("webauthn-sk-ecdsa-sha2-nistp256@openssh.com",
                   string(b"webauthn-sk-ecdsa-sha2-nistp256@openssh.com")), "ssh.key_type", 3),
    Bad(OLD, typed("ssh-rsa", rsa(2047)), "ssh.key_short", 3),
    Bad(OLD, typed("ssh-rsa", rsa(1024)), "ssh.key_short", 3),
    Bad(OLD, typed("ssh-rsa", rsa(2048, exponent=1)), "ssh.key_damaged", 3),
    Bad(OLD, typed("ssh-rsa", rsa(2048, exponent=65_536)), "ssh.key_damaged", 3),
    Bad(OLD, typed("ssh-rsa", rsa(2048, last=2)), "ssh.key_damaged", 3),
    Bad(OLD, typed("ssh-rsa", string(b"ssh-rsa") + string(b"\x00\x01\x00\x01") + mpint((1 << 2047) + 1)),
        "ssh.key_damaged", 3),
    Bad(OLD, typed("ssh-rsa", string(b"ssh-rsa") + mpint(65_537) + string(b"\xff" * 256)), "ssh.key_damaged", 3),
    Bad(OLD, typed("ecdsa-sha2-nistp256", string(b"ecdsa-sha2-nistp256") + string(b"nistp384") + string(P256)),
        "ssh.key_damaged", 3),
    Bad(OLD, typed("ecdsa-sha2-nistp256", string(b"ecdsa-sha2-nistp256") + string(b"nistp256") + string(P256[:33])),
        "ssh.key_damaged", 3),
    Bad(OLD, typed("ecdsa-sha2-nistp256", string(b"ecdsa-sha2-nistp256") + string(b"nistp256") + string(b"\x02" + P256[1:])),
        "ssh.key_damaged", 3),
    Bad(OLD, typed(SK, string(SK.encode()) + string(b"a" * 32)), "ssh.key_damaged", 3),
    Bad(OLD, typed(SK, string(SK.encode()) + string(b"a" * 32) + string(b"")), "ssh.key_damaged", 3),
    # one key, two lines
    Bad(SERVER, SERVER.replace(C, A), "keys.twice", 6),
    Bad(SERVER, AN, "keys.twice", 6),
    Bad(SERVER, AN.replace("an ", "binh ", 1).replace("2026", "2027"), "keys.twice", 6),
)
# fmt: on
NAMES = [f"{at}-{bad.key}" for at, bad in enumerate(BAD)]


def told(error: CongboError) -> None:
    assert error.code == CANNOT_JUDGE
    for lang in LANGUAGES:
        assert sentence(error.message, lang).endswith(".")


@pytest.mark.parametrize("bad", BAD, ids=NAMES)
def test_what_is_wrong_is_refused(bad: Bad) -> None:
    assert bad.old in GOOD
    with pytest.raises(CongboError) as raised:
        ring(GOOD.replace(bad.old, bad.new, 1))
    place = raised.value.place
    assert place
    assert (raised.value.message.key, place.path, place.line) == (bad.key, PATH, bad.line)
    told(raised.value)


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (b"\xef\xbb\xbf# x\n", "text.byte_order_mark"),
        (b"# kh\xe1\n", "text.not_utf8"),
        (b"# \x07\n", "text.control_character"),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, key: str) -> None:
    with pytest.raises(CongboError) as raised:
        read_keys(data)
    assert raised.value.message.key == key


# ---- keys, people and roles together


def boards(holder_keys: str) -> dict[str, bytes]:
    """Return the real boards without anybody's principal, but the first holder of one is "an" and has these keys."""
    found = {path: data.decode() for path, data in real_policies().items() if path.startswith("policies/boards/")}
    plain = {path: re.sub(r"\n    principal: .*", "", text) for path, text in found.items()}
    plain[BOARD] = re.sub(r"\n    keys: .*", f"\n    keys: [{holder_keys}]\n    principal: an", plain[BOARD], count=1)
    return {path: text.encode() for path, text in plain.items()}


def policy(signers: str, holder_keys: str = "") -> Policy:
    return load_policy(edited_policies(boards(holder_keys) | {PEOPLE: KNOWN.encode(), PATH: signers.encode()}))


def print_of(person: str) -> str:
    return ring(GOOD).of(person)[0].fingerprint


def test_keys_are_part_of_the_policy() -> None:
    found = policy(GOOD, f'"{print_of("an")}"')
    assert found.keys == ring(GOOD)
    holder = next(one for one in found.boards["dl"].holders if one.id == "dl-truong-ban")
    assert (person_of(holder), holder.keys) == ("an", (print_of("an"),))


TOGETHER = {
    "a key of nobody": (AN.replace("an ", "cuong ", 1), "", "keys.nobody", PATH, 1),
    "a person who signs receipts": (AN.replace("git", "congbo-receipt"), "", "keys.person_signs", PATH, 1),
    "a person who collects": (AN.replace("git", "congbo-collected"), "", "keys.person_signs", PATH, 1),
    "a machine that decides": (SERVER.replace("congbo-receipt", DECISION), "", "keys.machine_signs", PATH, 1),
    "a machine that begins": (SERVER.replace("congbo-receipt", "congbo-genesis"), "", "keys.machine_signs", PATH, 1),
    "a role with a key that nobody knows": (AN, '"SHA256:abc"', "keys.not_of_holder", BOARD, 0),
    "a role with another's key": (f"{AN}\n{BINH}", f'"{print_of("binh")}"', "keys.not_of_holder", BOARD, 0),
}


@pytest.mark.parametrize(("signers", "keys", "key", "path", "line"), TOGETHER.values(), ids=TOGETHER)
def test_what_does_not_go_together(signers: str, keys: str, key: str, path: str, line: int) -> None:
    with pytest.raises(CongboError) as raised:
        policy(f"{signers}\n", keys)
    place = raised.value.place
    assert place
    assert (raised.value.message.key, place.path) == (key, path)
    assert place.line == (line or boards(keys)[BOARD].decode().split("\n").index(f"    keys: [{keys}]") + 1)
    told(raised.value)


def test_the_sentence_of_a_time_without_its_zone() -> None:
    with pytest.raises(CongboError) as raised:
        ring(GOOD.replace("20260101000000Z", "20260101000000", 1))
    assert sentence(raised.value.message, "vi") == (
        "`20260101000000` không phải là thời điểm. Hãy ghi 14 chữ số theo giờ UTC và chữ Z ở cuối, ví dụ 20260101000000Z; "
        "thiếu chữ Z thì mỗi máy hiểu một giờ khác nhau."
    )
