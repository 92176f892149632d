"""The armored signature: what it says, and what is refused before any program sees it."""

from __future__ import annotations

import base64
import hashlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congbo.errors import CongboError
from congbo.locale import LANGUAGES, sentence
from congbo.signed.keygen import signed
from congbo.signed.sshsig import BEGIN, END, WEBAUTHN, armored, challenge, parse_signature
from congbo.signed.webauthn import from_assertion
from congbo.ssh.public import SK_ECDSA, SK_ED25519
from congbo.ssh.wire import Fields, MalformedError, mpint, number, string
from support.signers import DECISION, SITE, Passkey, Token, key_file, needs, public_blob

DATA = b"congbo statement 1\n"
TOKEN, PASSKEY = Token(), Passkey()


def key_of(data: bytes) -> str:
    with pytest.raises(CongboError) as raised:
        parse_signature(data)
    for lang in LANGUAGES:
        assert sentence(raised.value.message, lang)
    return raised.value.message.key


def inner(signature: bytes) -> bytes:
    """Return what stands between the armor lines."""
    return base64.b64decode(b"".join(signature.splitlines()[1:-1]))


def armor(blob: bytes, width: int = 70) -> bytes:
    text = base64.b64encode(blob).decode()
    return "\n".join((BEGIN, *(text[at : at + width] for at in range(0, len(text), width)), END, "")).encode()


@needs("ssh-keygen")
@pytest.mark.parametrize(
    ("kind", "algorithm"), [("ed25519", "ssh-ed25519"), ("ecdsa", "ecdsa-sha2-nistp256"), ("rsa", "rsa-sha2-512")]
)
def test_what_a_stock_signature_says(kind: str, algorithm: str, tmp_path: Path) -> None:
    key = key_file(tmp_path, kind)
    found = parse_signature(signed(DATA, key, DECISION))
    assert (found.namespace, found.hash, found.algorithm, found.token) == (DECISION, "sha512", algorithm, None)
    assert found.key.blob == public_blob(key)


def test_what_a_token_says() -> None:
    found = parse_signature(TOKEN.sign(DATA, flags=5, hashed="sha256"))
    assert found.token
    assert (found.hash, found.algorithm, found.key) == ("sha256", SK_ED25519, TOKEN.key)
    assert (found.token.flags, found.token.counter, found.token.touched, found.token.verified) == (5, 9, True, True)
    assert found.token.origin == ""


def test_what_a_browser_says() -> None:
    made = PASSKEY.assertion(challenge(DATA, DECISION))
    found = parse_signature(from_assertion(PASSKEY.key, DECISION, **made))
    assert found.token
    assert (found.key.type, found.algorithm, found.key.application) == (SK_ECDSA, WEBAUTHN, SITE)
    assert (found.token.origin, found.token.client_data) == (f"https://{SITE}", made["client_data"])
    assert (found.token.flags, found.token.counter, found.token.extensions) == (5, 7, b"")


def test_the_challenge_is_what_the_protocol_says() -> None:
    """PROTOCOL.sshsig: the preamble, the namespace, nothing reserved, the hash's name, the hash of the message."""
    assert challenge(b"abc", "congbo-root") == (
        b"SSHSIG\x00\x00\x00\x0bcongbo-root\x00\x00\x00\x00\x00\x00\x00\x06sha512\x00\x00\x00\x40"
        + hashlib.sha512(b"abc").digest()
    )


GOOD = TOKEN.sign(DATA)
BLOB = inner(GOOD)
HEAD = b"SSHSIG" + number(1) + string(TOKEN.key.blob)
SIGNED = string(SK_ED25519.encode()) + string(b"s" * 64) + b"\x01" + number(1)


def envelope(
    key: bytes = TOKEN.key.blob,
    namespace: bytes = DECISION.encode(),
    reserved: bytes = b"",
    hashed: bytes = b"sha512",
    signature: bytes = SIGNED,
    rest: bytes = b"",
) -> bytes:
    parts = string(key) + string(namespace) + string(reserved) + string(hashed) + string(signature)
    return armor(b"SSHSIG" + number(1) + parts + rest)


def test_the_envelope_of_these_tests_is_right() -> None:
    assert parse_signature(envelope()).namespace == DECISION
    assert armor(BLOB) == GOOD
    assert parse_signature(armor(BLOB, 76)) == parse_signature(GOOD)


ARMOR, DAMAGED = "signed.sig.armor", "signed.sig.damaged"
BAD = {
    "nothing": (b"", ARMOR),
    "a remark before": (b"# phe duyet\n" + GOOD, ARMOR),
    "a blank line before": (b"\n" + GOOD, ARMOR),
    "a remark after": (GOOD + b"x\n", ARMOR),
    "a blank line after": (GOOD + b"\n", ARMOR),
    "no line end": (GOOD[:-1], ARMOR),
    "two signatures": (GOOD + GOOD, "signed.sig.several"),
    "one within the other": (GOOD.replace(b"\n", b"\n" + GOOD, 1), "signed.sig.several"),
    "line ends of Windows": (GOOD.replace(b"\n", b"\r\n"), ARMOR),
    "no end": (GOOD.replace(END.encode(), b""), ARMOR),
    "another armor": (GOOD.replace(b"SSH SIGNATURE", b"PGP SIGNATURE"), ARMOR),
    "a blank line within": (GOOD.replace(b"\n", b"\n\n", 1), ARMOR),
    "spaces within": (GOOD.replace(b"\n", b" \n", 2), ARMOR),
    "a long line": (armor(BLOB, 77), ARMOR),
    "half": (GOOD[: len(GOOD) // 2], ARMOR),
    "a letter lost": (GOOD.replace(b"U1NIU0lH", b"U1NIU0l", 1), ARMOR),
    "a foreign letter": (GOOD.replace(b"U1NIU0lH", b"U1NIU0l_", 1), ARMOR),
    "too large": (GOOD + b"x" * 20_000, "signed.sig.too_large"),
    "another magic": (armor(b"SSHSIH" + BLOB[6:]), DAMAGED),
    "another version": (armor(b"SSHSIG" + number(2) + BLOB[10:]), DAMAGED),
    "cut within": (armor(BLOB[:-1]), DAMAGED),
    "bytes left over": (envelope(rest=b"x"), DAMAGED),
    "reserved in use": (envelope(reserved=b"x"), DAMAGED),
    "no namespace": (envelope(namespace=b""), DAMAGED),
    "a namespace of other letters": (envelope(namespace="quyết-định".encode()), DAMAGED),
    "SHA-1": (envelope(hashed=b"sha1"), DAMAGED),
    "a hash that nobody knows": (envelope(hashed=b"sha3-512"), DAMAGED),
    "no key": (envelope(key=b""), "ssh.key_damaged"),
    "a key of an unknown type": (envelope(key=string(b"ssh-dss") + string(b"x")), "ssh.key_type"),
    "a certificate": (envelope(key=string(b"ssh-ed25519-cert-v01@openssh.com")), "ssh.key_type"),
    "signed by another type": (envelope(signature=string(b"ssh-ed25519") + string(b"s" * 64)), DAMAGED),
    "a webauthn signature of an Ed25519 key": (
        envelope(signature=string(WEBAUTHN.encode()) + string(b"s" * 64)),
        DAMAGED,
    ),
    "a short signature": (
        envelope(signature=string(SK_ED25519.encode()) + string(b"s" * 63) + b"\x01" + number(1)),
        DAMAGED,
    ),
    "no flags": (envelope(signature=SIGNED[:-5]), DAMAGED),
    "no counter": (envelope(signature=SIGNED[:-4]), DAMAGED),
    "more after the counter": (envelope(signature=SIGNED + b"x"), DAMAGED),
}


@pytest.mark.parametrize(("data", "key"), BAD.values(), ids=BAD)
def test_anything_but_one_whole_signature_is_refused(data: bytes, key: str) -> None:
    assert key_of(data) == key


def test_rsa_with_sha1_is_refused() -> None:
    modulus = (1 << 2047) + 12_345
    rsa = string(b"ssh-rsa") + mpint(65_537) + mpint(modulus)
    for algorithm, good in (("rsa-sha2-256", True), ("rsa-sha2-512", True), ("ssh-rsa", False)):
        data = envelope(key=rsa, signature=string(algorithm.encode()) + string(b"s" * 256))
        if good:
            assert parse_signature(data).algorithm == algorithm
        else:
            assert key_of(data) == DAMAGED


def test_every_cut_is_noticed() -> None:
    for size in range(len(BLOB)):
        assert key_of(armor(BLOB[:size])) in (ARMOR, DAMAGED, "ssh.key_damaged")


@given(st.binary(max_size=400))
def test_any_bytes_are_judged(blob: bytes) -> None:
    for data in (blob, armor(blob), armor(HEAD + blob)):
        try:
            parse_signature(data)
        except CongboError:
            continue


# ---- assertions of browsers


MADE = PASSKEY.assertion(challenge(DATA, DECISION))
ANOTHER = {
    "another namespace": PASSKEY.assertion(challenge(DATA, "congbo-root")),
    "a challenge of its own": PASSKEY.assertion(b"\x01" * 32),
    "more after the challenge": PASSKEY.assertion(challenge(DATA, DECISION) + b"x"),
    "a digest cut short": PASSKEY.assertion(challenge(DATA, DECISION)[:-1]),
}
SITES = MADE | {"authenticator_data": hashlib.sha256(b"khac.example").digest() + MADE["authenticator_data"][32:]}
AUTHENTICATOR, CLIENT = "signed.webauthn.authenticator", "signed.webauthn.client"
SIGNATURE, CHALLENGE = "signed.webauthn.signature", "signed.webauthn.challenge"
WRONG = {
    **{name: (made, CHALLENGE) for name, made in ANOTHER.items()},
    "nobody there": (PASSKEY.assertion(challenge(DATA, DECISION), flags=4), "signed.webauthn.nobody"),
    "another site": (SITES, "signed.webauthn.other_site"),
    "short authenticator data": (MADE | {"authenticator_data": MADE["authenticator_data"][:36]}, AUTHENTICATOR),
    "extensions without the flag": (PASSKEY.assertion(challenge(DATA, DECISION), extensions=b"\xa0"), AUTHENTICATOR),
    "the flag without extensions": (PASSKEY.assertion(challenge(DATA, DECISION), flags=0x85), AUTHENTICATOR),
    "registration instead": (MADE | {"client_data": MADE["client_data"].replace(b".get", b".create")}, CLIENT),
    "keys in another order": (MADE | {"client_data": b'{"challenge":"eA","type":"webauthn.get"}'}, CLIENT),
    "spaces": (MADE | {"client_data": MADE["client_data"].replace(b'":"', b'": "')}, CLIENT),
    "a quote in the origin": (PASSKEY.assertion(challenge(DATA, DECISION), origin='https://x"y'), CLIENT),
    "no DER": (MADE | {"signature": b"x" * 64}, SIGNATURE),
    "DER cut": (MADE | {"signature": MADE["signature"][:-1]}, SIGNATURE),
    "DER with more": (MADE | {"signature": MADE["signature"] + b"\x00"}, SIGNATURE),
    "zero": (MADE | {"signature": b"\x30\x06\x02\x01\x00\x02\x01\x01"}, SIGNATURE),
    "negative": (MADE | {"signature": b"\x30\x06\x02\x01\x81\x02\x01\x01"}, SIGNATURE),
    "a long form of one": (MADE | {"signature": b"\x30\x07\x02\x02\x00\x01\x02\x01\x01"}, SIGNATURE),
    "no signature": (MADE | {"signature": b""}, SIGNATURE),
}


@pytest.mark.parametrize(("made", "key"), WRONG.values(), ids=WRONG)
def test_an_assertion_that_is_not_for_this_is_refused(made: dict[str, bytes], key: str) -> None:
    with pytest.raises(CongboError) as raised:
        from_assertion(PASSKEY.key, DECISION, **made)
    assert raised.value.message.key == key
    for lang in LANGUAGES:
        assert sentence(raised.value.message, lang)


def test_a_key_of_another_type_has_no_assertions() -> None:
    with pytest.raises(CongboError) as raised:
        from_assertion(TOKEN.key, DECISION, **MADE)
    assert raised.value.message.key == "signed.webauthn.client"


# ---- the fields beneath


@given(st.integers(1, 1 << 600))
def test_whole_numbers_are_kept(value: int) -> None:
    fields = Fields(mpint(value))
    assert fields.mpint() == value
    fields.end()


@pytest.mark.parametrize("data", [b"\x00", b"\x00\x01", b"\x80", b"", b"\x00\x00\x80"])
def test_a_number_has_one_form(data: bytes) -> None:
    with pytest.raises(MalformedError):
        Fields(string(data)).mpint()


def test_armor_is_what_stock_writes() -> None:
    made = armored(TOKEN.key, DECISION, "sha512", SIGNED)
    assert made == envelope()
    assert all(len(line) <= 70 for line in made.splitlines())
