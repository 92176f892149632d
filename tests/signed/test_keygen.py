"""Signatures that stock ``ssh-keygen`` makes and judges: files, agents, USB tokens, tokens that are touched, browsers."""

from __future__ import annotations

import ast
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from congbo.errors import CANNOT_JUDGE, CongboError
from congbo.locale import LANGUAGES, sentence
from congbo.policy.keys import read_keys
from congbo.signed import keygen
from congbo.signed.keygen import Signature, checked, fingerprint, new_key, public_key, signed
from congbo.signed.sshsig import BEGIN, challenge
from congbo.signed.statement import written
from congbo.signed.webauthn import from_assertion
from support.records import STATEMENT
from support.signers import DECISION, Passkey, Token, key_file, needs

pytestmark = needs("ssh-keygen")
DATA = written(STATEMENT)
SOFTHSM = next((path for path in map(Path, (
    "/usr/lib/softhsm/libsofthsm2.so",
    "/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so",
    "/usr/lib64/pkcs11/libsofthsm2.so",
    "/usr/local/lib/softhsm/libsofthsm2.so",
)) if path.exists()), None)  # fmt: skip


def by_stock(data: bytes, signature: bytes, key: str, folder: Path, namespace: str = DECISION) -> bool:
    """Tell what ``ssh-keygen -Y verify`` says, with a line of ``allowed_signers`` as ours are."""
    ring = f'dl-truong-ban namespaces="{namespace}",valid-after="20200101000000Z" {key}\n'
    assert len(read_keys(ring.encode()).keys) == 1
    signers, file = folder / "allowed_signers", folder / "signature"
    signers.write_text(ring)
    file.write_bytes(signature)
    words = ["-Y", "verify", "-f", str(signers), "-I", "dl-truong-ban", "-n", namespace, "-s", str(file)]
    return subprocess.run(["ssh-keygen", *words], input=data, capture_output=True, check=False).returncode == 0


def line_of(key: Path) -> str:
    """Return type and key of the ``.pub`` file beside a key."""
    return " ".join(key.with_name(f"{key.name}.pub").read_text().split()[:2])


def refused(call, *words: object) -> CongboError:
    with pytest.raises(CongboError) as raised:
        call(*words)
    for lang in LANGUAGES:
        assert sentence(raised.value.message, lang)
    return raised.value


KINDS = {
    "ed25519": ("ssh-ed25519", ()),
    "ecdsa": ("ecdsa-sha2-nistp256", ("-b", "256")),
    "ecdsa-384": ("ecdsa-sha2-nistp384", ("-b", "384")),
    "ecdsa-521": ("ecdsa-sha2-nistp521", ("-b", "521")),
    "rsa": ("ssh-rsa", ("-b", "2048")),
}


# ---- keys in files


@pytest.mark.parametrize(("name", "kind"), [(name, kind) for name, (kind, _) in KINDS.items()], ids=KINDS)
def test_a_key_in_a_file(name: str, kind: str, tmp_path: Path) -> None:
    key = key_file(tmp_path, name.split("-")[0], *KINDS[name][1])
    signature = signed(DATA, key, DECISION)
    assert checked(DATA, signature, DECISION) == Signature(fingerprint(key), kind, DECISION, touched=False)
    assert by_stock(DATA, signature, line_of(key), tmp_path)
    assert checked(DATA.replace(b"approve", b"refuse"), signature, DECISION) is None


@pytest.fixture(scope="module")
def key(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return key_file(tmp_path_factory.mktemp("key"))


@pytest.fixture(scope="module")
def signature(key: Path) -> bytes:
    return signed(DATA, key, DECISION)


def test_the_fingerprint_is_that_of_stock(key: Path) -> None:
    shown = subprocess.run(["ssh-keygen", "-l", "-f", f"{key}.pub"], capture_output=True, text=True, check=True).stdout
    assert fingerprint(key) == shown.split()[1]


@pytest.mark.parametrize("namespace", ["congbo-receipt", "congbo-root", "git", "congbo-decision2"])
def test_a_signature_counts_in_its_own_namespace_only(namespace: str, signature: bytes) -> None:
    assert checked(DATA, signature, namespace) is None


@pytest.mark.parametrize("namespace", ["", "-n", "Congbo", "congbo decision", "*"])
def test_a_namespace_is_a_word_of_ours(namespace: str, signature: bytes) -> None:
    with pytest.raises(ValueError, match=r".*"):
        checked(DATA, signature, namespace)


def test_no_other_bytes_are_signed(signature: bytes) -> None:
    for at in range(0, len(DATA), 37):
        assert checked(DATA[:at] + bytes([DATA[at] ^ 1]) + DATA[at + 1 :], signature, DECISION) is None
    for other in (b"", DATA[:-1], DATA + b"\n", DATA.replace(b"\n", b"\r\n")):
        assert checked(other, signature, DECISION) is None


def test_a_changed_or_cut_signature_is_not_good(signature: bytes) -> None:
    lines = signature.splitlines(keepends=True)
    middle = lines[3]
    other = (b"B" if middle[5:6] == b"A" else b"A").join((middle[:5], middle[6:]))
    for bad in (
        b"",
        signature[:-1],
        signature[: len(signature) // 2],
        b"".join(lines[:-1]),
        b"".join(lines[:3] + lines[4:]),
        b"".join([*lines[:3], other, *lines[4:]]),
        b"# ghi chu\n" + signature,
        signature + signature,
        signature + b"x\n",
        signature.replace(b"\n", b"\r\n"),
        BEGIN.encode(),
    ):
        assert checked(DATA, bad, DECISION) is None


def test_sha256_and_sha512_are_both_good(key: Path) -> None:
    for hashed in ("sha256", "sha512"):
        words = ["ssh-keygen", "-Y", "sign", "-f", str(key), "-n", DECISION, "-O", f"hashalg={hashed}"]
        made = subprocess.run(words, input=DATA, capture_output=True, check=True).stdout
        assert checked(DATA, made, DECISION)


def test_data_may_be_long(key: Path) -> None:
    data = b"x" * 5_000_000
    assert checked(data, signed(data, key, DECISION), DECISION)


# ---- the agent, and USB tokens


@pytest.fixture
def agent(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Run an SSH agent of the test's own; its socket's path must be short."""
    folder = Path(tempfile.mkdtemp(prefix="cb-", dir="/tmp"))
    allowed = ["-P", str(SOFTHSM.resolve())] if SOFTHSM else []
    running = subprocess.Popen(["ssh-agent", "-D", "-a", str(folder / "s"), *allowed], stdout=subprocess.PIPE)
    monkeypatch.setenv("SSH_AUTH_SOCK", str(folder / "s"))
    assert running.stdout
    running.stdout.readline()
    yield
    running.terminate()
    running.wait(10)
    running.stdout.close()
    shutil.rmtree(folder, ignore_errors=True)


@needs("ssh-agent", "ssh-add")
def test_a_key_that_the_agent_holds(tmp_path: Path, agent: None) -> None:
    key = key_file(tmp_path)
    subprocess.run(["ssh-add", "-q", str(key)], check=True, capture_output=True)
    key.unlink()
    public = key.with_name(f"{key.name}.pub")
    signature = signed(DATA, public, DECISION)
    assert checked(DATA, signature, DECISION) == Signature(fingerprint(public), "ssh-ed25519", DECISION, touched=False)
    subprocess.run(["ssh-add", "-q", "-D"], check=True, capture_output=True)
    assert refused(signed, DATA, public, DECISION).message.key == "signed.keygen.cannot_sign"


@pytest.fixture
def usb_token(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """Set up a token in software as officials have them on USB: an RSA key behind PKCS#11, and its PIN."""
    (tmp_path / "tokens").mkdir()
    (tmp_path / "softhsm2.conf").write_text(f"directories.tokendir = {tmp_path}/tokens\nlog.level = ERROR\n")
    monkeypatch.setenv("SOFTHSM2_CONF", str(tmp_path / "softhsm2.conf"))
    run = ["softhsm2-util", "--init-token", "--free", "--label", "ban", "--pin", "4321", "--so-pin", "8765"]
    subprocess.run(run, check=True, capture_output=True)
    make = ["--login", "--pin", "4321", "--keypairgen", "--key-type", "rsa:2048", "--label", "k1", "--id", "01"]
    subprocess.run(["pkcs11-tool", "--module", str(SOFTHSM), *make], check=True, capture_output=True)
    ask = tmp_path / "ask.sh"
    ask.write_text("#!/bin/sh\necho 4321\n")
    ask.chmod(0o700)
    return {"SSH_ASKPASS": str(ask), "SSH_ASKPASS_REQUIRE": "force", "DISPLAY": ":0"}


@needs("ssh-agent", "ssh-add", "softhsm2-util", "pkcs11-tool")
@pytest.mark.skipif(SOFTHSM is None, reason="not installed: libsofthsm2.so")
def test_a_usb_token_of_an_official(tmp_path: Path, usb_token: dict[str, str], agent: None) -> None:
    words = ["ssh-add", "-s", str(SOFTHSM)]
    added = subprocess.run(words, env=os.environ | usb_token, capture_output=True, text=True, check=False)
    assert added.returncode == 0, added.stderr
    listed = subprocess.run(["ssh-add", "-L"], capture_output=True, text=True, check=True).stdout
    public = tmp_path / "usb.pub"
    public.write_text(listed.splitlines()[0] + "\n")
    signature = signed(DATA, public, DECISION)
    assert checked(DATA, signature, DECISION) == Signature(fingerprint(public), "ssh-rsa", DECISION, touched=False)
    assert by_stock(DATA, signature, " ".join(listed.split()[:2]), tmp_path)
    assert checked(DATA + b"x", signature, DECISION) is None


# ---- tokens that are touched, and browsers


@pytest.mark.parametrize("hashed", ["sha256", "sha512"])
def test_a_token_that_was_touched(hashed: str, tmp_path: Path) -> None:
    token = Token()
    signature = token.sign(DATA, hashed=hashed)
    assert checked(DATA, signature, DECISION) == Signature(
        token.key.fingerprint, token.key.type, DECISION, touched=True
    )
    assert by_stock(DATA, signature, f"{token.key.type} {token.key.base64}", tmp_path)
    assert checked(DATA + b"x", signature, DECISION) is None


def test_an_ecdsa_token_without_a_browser(tmp_path: Path) -> None:
    passkey = Passkey(site="ssh:")
    signature = passkey.sign_as_token(DATA)
    found = checked(DATA, signature, DECISION)
    assert found == Signature(passkey.key.fingerprint, passkey.key.type, DECISION, touched=True)
    assert by_stock(DATA, signature, f"{passkey.key.type} {passkey.key.base64}", tmp_path)


@pytest.mark.parametrize("flags", [0, 4, 0x40])
def test_a_token_that_nobody_touched_is_not_good(flags: int) -> None:
    assert checked(DATA, Token().sign(DATA, flags=flags), DECISION) is None
    assert checked(DATA, Passkey().sign_as_token(DATA, flags=flags), DECISION) is None


def test_stock_alone_would_take_an_untouched_token(tmp_path: Path) -> None:
    """Why we look at the flags ourselves: this test tells when that is no longer needed."""
    token = Token()
    signature = token.sign(DATA, flags=0)
    assert by_stock(DATA, signature, f"{token.key.type} {token.key.base64}", tmp_path)


def test_a_passkey_in_a_browser(tmp_path: Path) -> None:
    passkey = Passkey()
    signature = from_assertion(passkey.key, DECISION, **passkey.assertion(challenge(DATA, DECISION)))
    found = checked(DATA, signature, DECISION)
    assert found == Signature(passkey.key.fingerprint, passkey.key.type, DECISION, touched=True)
    assert by_stock(DATA, signature, f"{passkey.key.type} {passkey.key.base64}", tmp_path)
    assert checked(DATA + b"x", signature, DECISION) is None
    assert checked(DATA, signature, "congbo-genesis") is None


def test_an_assertion_for_other_bytes_is_not_good() -> None:
    passkey = Passkey()
    made = passkey.assertion(challenge(b"another\n", DECISION))
    assert checked(DATA, from_assertion(passkey.key, DECISION, **made), DECISION) is None


def test_an_assertion_of_another_key_is_not_good() -> None:
    one, other = Passkey(), Passkey()
    made = one.assertion(challenge(DATA, DECISION))
    assert checked(DATA, from_assertion(other.key, DECISION, **made), DECISION) is None


# ---- new keys


def test_a_new_key_signs_and_is_for_its_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "receipts"
    made = new_key(path, "so bien nhan", asks=False)
    assert (made.type, made.fingerprint) == ("ssh-ed25519", fingerprint(path))
    assert path.stat().st_mode & 0o077 == 0
    assert checked(DATA, signed(DATA, path, "congbo-receipt"), "congbo-receipt")


def test_a_new_key_may_ask_for_a_passphrase(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ask = tmp_path / "ask.sh"
    ask.write_text("#!/bin/sh\necho mat-khau-dai-cua-khoa\n")
    ask.chmod(0o700)
    for name, value in {"SSH_ASKPASS": str(ask), "SSH_ASKPASS_REQUIRE": "force", "DISPLAY": ":0"}.items():
        monkeypatch.setenv(name, value)
    path = tmp_path / "khoa"
    new_key(path, "dl-truong-ban")
    assert checked(DATA, signed(DATA, path, DECISION), DECISION)
    ask.write_text("#!/bin/sh\necho sai\n")
    assert refused(signed, DATA, path, DECISION).message.key == "signed.keygen.cannot_sign"


def test_a_key_is_never_written_over(tmp_path: Path) -> None:
    path = tmp_path / "khoa"
    path.with_name("khoa.pub").write_text("x")
    assert refused(lambda: new_key(path, "x", asks=False)).message.key == "signed.keygen.key_exists"
    assert not path.exists()


def test_a_key_needs_a_folder(tmp_path: Path) -> None:
    error = refused(lambda: new_key(tmp_path / "khong-co" / "khoa", "x", asks=False))
    assert error.message.key == "signed.keygen.no_new_key"


# ---- what cannot be done, and what nobody can tell


def test_a_key_that_is_not_there(tmp_path: Path) -> None:
    error = refused(signed, DATA, tmp_path / "khong-co", DECISION)
    assert (error.message.key, error.code) == ("signed.keygen.cannot_sign", CANNOT_JUDGE)
    assert refused(public_key, tmp_path / "khong-co").message.key == "signed.keygen.no_public"


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("", "signed.keygen.no_public_key"),
        ("ssh-ed25519\n", "signed.keygen.no_public_key"),
        ("ssh-ed25519 khoa-cua-toi\n", "signed.keygen.no_public_key"),
        ("ssh-ed25519 AAAA\n", "ssh.key_damaged"),
        ("ssh-dss AAAAB3NzaC1kc3M=\n", "ssh.key_type"),
    ],
)
def test_a_file_that_is_no_public_key(text: str, key: str, tmp_path: Path) -> None:
    (tmp_path / "k.pub").write_text(text)
    assert refused(public_key, tmp_path / "k.pub").message.key == key


def test_without_ssh_keygen_nobody_can_tell(
    key: Path, signature: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    for call in ((checked, DATA, signature, DECISION), (signed, DATA, key, DECISION)):
        error = refused(*call)
        assert (error.message.key, error.code) == ("signed.keygen.missing", CANNOT_JUDGE)


ANOTHER_PROGRAM = {
    "one too old": ("echo 'unknown option -- Y' >&2; exit 1", "signed.keygen.unfit"),
    "one that does nothing": ("exit 0", "signed.keygen.unfit"),
    "one that always agrees": (
        "echo 'Good \"congbo-decision\" signature with ED25519 key SHA256:x'",
        "signed.keygen.unfit",
    ),
    "one that was killed": ("kill -9 $$", "signed.keygen.unfit"),
    "no such user": ("echo 'No user exists for uid 12345' >&2; exit 255", "signed.keygen.unfit"),
    "one that hangs": ("exec sleep 30", "signed.keygen.slow"),
}


@pytest.mark.parametrize(("body", "wanted"), ANOTHER_PROGRAM.values(), ids=ANOTHER_PROGRAM)
def test_another_answer_than_yes_or_no_is_none(
    body: str, wanted: str, signature: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "ssh-keygen"
    program.write_text(f"#!/bin/sh\n{body}\n")
    program.chmod(0o700)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    monkeypatch.setattr(keygen, "CHECK_SECONDS", 0.5)
    assert refused(checked, DATA, signature, DECISION).message.key == wanted


def test_a_check_leaves_nothing_behind(signature: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    assert checked(DATA, signature, DECISION)
    assert list(tmp_path.iterdir()) == []


def test_nobody_else_calls_ssh_keygen() -> None:
    package = Path(keygen.__file__).parents[1]
    naming = [
        file.relative_to(package).as_posix()
        for file in package.rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.Constant) and node.value == "ssh-keygen"
    ]
    assert naming == ["signed/keygen.py"]
