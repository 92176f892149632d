"""A slip signed by hand and two who record it; reminders by mail: a real server, real keys, a real relay on 127.0.0.1."""

from __future__ import annotations

import io
import shutil
import socket
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from pypdf import PdfReader

from congbo.__main__ import main
from congbo.history.objects import files_at
from congbo.review.code import code_of, typed
from congbo.review.prose import first_words, paragraphs
from support.repositories import NEWS, git
from support.served import CHIEF, CLERK, DEPUTY, ITEM, NOW, OFFICE, Served, copied, served
from support.signers import needs

pytestmark = needs("ssh-keygen")
OTHER = "dl-pho-ban"
BRANCH = "tin-le-hoi"
MONTH = "policies/approvals/2026/11"


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Served:
    """The ward with a news item that the deputy has looked at: the head of the board is awaited."""
    made = served(tmp_path_factory.mktemp("giay"), (CHIEF, DEPUTY, OFFICE, CLERK, OTHER))
    made.commit(BRANCH, ITEM, NEWS.format(title="Ra quân làm sạch đường làng", more="").replace("Nội dung.", BODY))
    assert made.push(BRANCH).code == 0
    assert made.push(made.decide(BRANCH, DEPUTY), who=DEPUTY).code == 0
    return made


@pytest.fixture
def office(begun: Served, tmp_path: Path) -> Served:
    own = copied(begun, tmp_path / "ban")
    git(own.desk, "remote", "add", "origin", f"file://{own.server}")
    return own


BODY = "Sáng 20/11, **hơn một trăm** người dân [phường](https://donglac.example/) ra quân.\n\n" + "chữ " * 500


def review(own: Served, *words: str, lang: str = "vi") -> int:
    return main(["-C", str(own.desk), "--lang", lang, "review", *words, "--at", NOW])


def printed(own: Served, out: Path, *words: str) -> Path:
    assert review(own, "slip", BRANCH, "--out", str(out), *words) == 0
    return out


def text_of(file: Path) -> str:
    return " ".join("\n".join(page.extract_text() for page in PdfReader(file).pages).split())


def code(own: Served) -> str:
    own.fetch()
    return code_of(own.change(BRANCH)[1].digest)


def record(own: Served, by: str, *words: str, told: str = "", monkeypatch: pytest.MonkeyPatch) -> int:
    monkeypatch.setenv("CONGBO_USER", by)
    named = ("--signed-by", CHIEF, "--decision", "approve", "--code", told or code(own))
    return review(own, "record", BRANCH, *named, "--as", by, "--key", str(own.keys[by]), "--yes", *words)


# ---- the slip


def test_the_slip_says_what_is_decided(office: Served, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said = text_of(printed(office, tmp_path / "phieu.pdf"))
    assert code(office) in capsys.readouterr().out
    for words in (
        "PHIẾU TRÌNH", "Ra quân làm sạch đường làng", "Sáng 20/11, hơn một trăm người dân phường (https://donglac.example/)",
        "Trưởng Ban Biên tập", "Quy chế ban hành kèm theo Quyết định số 137/QĐ-UBND", code(office), "Đồng ý", "Trả lại",
        "Từ chối", "Lý do", "NGƯỜI KÝ", "trên đây là 380 từ đầu", "Công chức địa chính - xây dựng",
    ):  # fmt: skip
        assert words in said, words


def test_the_slip_is_the_same_whenever_and_wherever_it_is_printed(office: Served, tmp_path: Path) -> None:
    first = printed(office, tmp_path / "a.pdf").read_bytes()
    assert review(office, "slip", BRANCH, "--out", str(tmp_path / "b.pdf")) == 0
    assert (tmp_path / "b.pdf").read_bytes() == first
    assert b"http" not in first.split(b"stream")[0]


def test_pages_hold_their_code_and_letters_are_large(office: Served, tmp_path: Path) -> None:
    pages = PdfReader(printed(office, tmp_path / "a.pdf")).pages
    assert len(pages) > 1
    sizes: list[float] = []
    for page in pages:
        assert code(office) in " ".join(page.extract_text().split())
        page.extract_text(visitor_text=lambda text, _c, _t, _f, size: sizes.extend([size] * len(text.strip())))
    assert sum(size >= 12 for size in sizes) > 0.75 * len(sizes)


@needs("pdftoppm")
def test_the_slip_can_be_drawn_black_on_white(office: Served, tmp_path: Path) -> None:
    from PIL import Image

    printed(office, tmp_path / "a.pdf")
    subprocess.run(
        ["pdftoppm", "-r", "50", "-png", "-f", "1", "-l", "1", str(tmp_path / "a.pdf"), str(tmp_path / "a")], check=True
    )
    (picture,) = tmp_path.glob("a-*.png")
    with Image.open(picture) as image:
        pixels = image.convert("RGB").tobytes()
        colours = list(zip(pixels[::3], pixels[1::3], pixels[2::3], strict=True))
        assert all(max(one) - min(one) < 8 for one in colours)
        dark = sum(sum(one) < 384 for one in colours) / len(colours)
    assert 0.01 < dark < 0.2


def test_a_slip_is_not_written_over_another_file(
    office: Served, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "phieu.pdf"
    file.write_text("khác")
    assert review(office, "slip", BRANCH, "--out", str(file)) == 2
    assert file.read_text() == "khác"
    assert "--out" in capsys.readouterr().err


def test_where_nobody_signs_there_is_no_slip(office: Served, capsys: pytest.CaptureFixture[str]) -> None:
    assert review(office, "slip", BRANCH, "--step", "khong_co", "--out", "x.pdf") == 1
    assert not Path("x.pdf").exists()


def test_prose_shows_all_words() -> None:
    body = "# Tên\n\nMột **hai** *ba* [bốn](https://x.example).\nnăm\n\n- sáu\n- bảy\n\n![tám](a.png)\n\n<b>chín</b>"
    assert paragraphs(body) == (
        "Tên", "Một hai ba bốn (https://x.example). năm", "– sáu", "– bảy", "[tám: a.png]", "<b>chín</b>",
    )  # fmt: skip
    assert first_words(("một hai ba", "bốn năm"), 4) == (("một hai ba", "bốn …"), 4, 5)
    assert paragraphs("a\u202eb") == ("a\\u202eb",)


@pytest.mark.parametrize("text", ["1A2B-3c4d 5E6F.7890 1a2b3c4d5e6f7890", "1a2b3c4d5e6f78901a2b3c4d5e6f7890"])
def test_a_code_may_be_typed_as_people_type(text: str) -> None:
    assert typed(text) == "1a2b 3c4d 5e6f 7890 1a2b 3c4d 5e6f 7890"
    assert typed(text[:-1]) is None
    assert typed(f"{text}0") is None


# ---- two record it


def test_two_others_record_a_signed_slip(
    office: Served, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    scan = printed(office, tmp_path / "phieu.pdf")
    assert record(office, OFFICE, "--slip", str(scan), monkeypatch=monkeypatch) == 0
    assert "mới có một người ghi nhận" in capsys.readouterr().out
    assert record(office, OTHER, monkeypatch=monkeypatch) == 0
    told = capsys.readouterr()
    assert (
        "ký trên giấy, do Công chức Văn phòng HĐND-UBND phường và Trưởng Đài Truyền thanh phường ghi nhận" in told.out
    )
    assert "git show refs/congbo/decisions/" in told.err
    kept = files_at(office.server, office.refs()[f"refs/congbo/decisions/{office.change(BRANCH)[1].id}"], MONTH)
    assert [data for path, data in kept.items() if path.endswith(".pdf")] == [scan.read_bytes()] * 2
    (answers,) = {data for path, data in kept.items() if path.endswith(".yml")}
    assert b"ban_quet" in answers


def test_it_is_published_with_the_scans(office: Served, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    scan = printed(office, tmp_path / "phieu.pdf")
    for by, words in ((OFFICE, ("--slip", str(scan))), (OTHER, ())):
        assert record(office, by, *words, monkeypatch=monkeypatch) == 0
    monkeypatch.setenv("CONGBO_USER", OFFICE)
    assert review(office, "publish", BRANCH, "--as", OFFICE, "--key", str(office.keys[OFFICE]), "--yes") == 0
    listed = git(office.server, "ls-tree", "-r", "--name-only", "main", "--", MONTH)
    assert listed.count(".pdf\n") == 2


def test_what_cannot_be_recorded_is_refused(
    office: Served, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    scan = printed(office, tmp_path / "phieu.pdf")
    other, right = "ffff" + code(office)[4:], code(office)
    large, text, html, named = (tmp_path / name for name in ("to.pdf", "chu.pdf", "trang.pdf", "anh.png"))
    large.write_bytes(scan.read_bytes() + b"\0" * 5_000_000)
    text.write_text("đây không phải bản quét")
    html.write_text("<html><script>alert(1)</script></html>")
    shutil.copy(scan, named)
    with_another = tmp_path / "ma.pdf"
    with_another.write_bytes(_with_another_inside(scan))
    cases: dict[str, tuple[str, str, tuple[str, ...], int]] = {
        "another version": (OFFICE, other, ("--slip", str(scan)), 1),
        "half a code": (OFFICE, right[:20], ("--slip", str(scan)), 2),
        "without a scan": (OFFICE, right, (), 2),
        "no such file": (OFFICE, right, ("--slip", str(tmp_path / "khong.pdf")), 2),
        "too large": (OFFICE, right, ("--slip", str(large)), 1),
        "a text": (OFFICE, right, ("--slip", str(text)), 1),
        "a page": (OFFICE, right, ("--slip", str(html)), 1),
        "another ending": (OFFICE, right, ("--slip", str(named)), 1),
        "another file inside": (OFFICE, right, ("--slip", str(with_another)), 1),
        "the signer": (CHIEF, right, ("--slip", str(scan)), 1),
        "the author": (CLERK, right, ("--slip", str(scan)), 1),
    }
    before = office.refs()
    for name, (by, told, words, wanted) in cases.items():
        capsys.readouterr()
        assert record(office, by, *words, told=told, monkeypatch=monkeypatch) == wanted, name
        shown = capsys.readouterr()
        assert (shown.out, "Traceback" in shown.err) == ("", False), name
    assert office.refs() == before


def test_the_same_person_and_another_scan_are_no_second(
    office: Served, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    scan = printed(office, tmp_path / "phieu.pdf")
    assert record(office, OFFICE, "--slip", str(scan), monkeypatch=monkeypatch) == 0
    assert record(office, OFFICE, monkeypatch=monkeypatch) == 1
    again = tmp_path / "quet-lai.pdf"
    again.write_bytes(scan.read_bytes() + b"\n")
    assert record(office, OTHER, "--slip", str(again), monkeypatch=monkeypatch) == 1
    assert "--slip" in capsys.readouterr().err


def _with_another_inside(file: Path) -> bytes:
    from pypdf import PdfWriter

    writer = PdfWriter(clone_from=file)
    writer.add_attachment("khac.txt", b"an entirely different slip")
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()


# ---- reminders


@dataclass
class Relay:
    """A relay that keeps what it is handed; ``refuses``: an address that it does not take."""

    refuses: str = ""
    mails: list[EmailMessage] = field(default_factory=list)
    port: int = 0

    async def handle_RCPT(self, _server: Any, _session: Any, envelope: Any, address: str, _options: Any) -> str:  # noqa: N802
        if address == self.refuses:
            return "550 no such mailbox"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:  # noqa: N802
        mail = message_from_bytes(envelope.content, policy=policy.default)
        assert isinstance(mail, EmailMessage)
        assert envelope.rcpt_tos == [str(mail["To"])]
        self.mails.append(mail)
        return "250 OK"


@pytest.fixture
def relay() -> Iterator[Relay]:
    with socket.create_server(("127.0.0.1", 0)) as free:
        kept = Relay(port=free.getsockname()[1])
    controller = Controller(kept, hostname="127.0.0.1", port=kept.port)
    controller.start()
    yield kept
    controller.stop()


def remind(own: Served, relay: Relay | None, *words: str, at: str = NOW) -> int:
    where = ("--relay", f"127.0.0.1:{relay.port}") if relay else ()
    named = ("--sender", "congbo@donglac.example")
    return main(["-C", str(own.desk), "review", "remind", *where, *named, *words, "--at", at])


def test_whoever_is_awaited_gets_one_mail_a_day(office: Served, relay: Relay) -> None:
    assert remind(office, relay, "--preview-base", "https://xem-truoc.donglac.example/") == 0
    mails = {str(mail["To"]): mail for mail in relay.mails}
    assert "truong-ban@donglac.example" in mails
    assert "tv-dia-chinh@donglac.example" not in mails, "the author may not approve"
    assert "pho-ban-tt@donglac.example" not in mails, "the deputy has taken the step before"
    mail = mails["truong-ban@donglac.example"]
    said, id_ = mail.get_content(), office.change(BRANCH)[1].id
    assert mail["Subject"] == "[congbo] Chờ “Phê duyệt”: Ra quân làm sạch đường làng"
    assert mail.get_content_type() == "text/plain"
    for words in (
        "Ra quân làm sạch đường làng",
        "09:00 22/11/2026",
        "137/QĐ-UBND",
        "congbo desk",
        f"https://xem-truoc.donglac.example/{id_}/",
    ):
        assert words in said, words
    assert "người dân" not in said
    count = len(relay.mails)
    assert len({str(one["Message-ID"]) for one in relay.mails}) == count
    assert remind(office, relay) == 0
    assert len(relay.mails) == count
    assert remind(office, relay, at="2026-11-23T09:00:00+07:00") == 0
    assert len(relay.mails) == 2 * count
    assert len({str(one["Message-ID"]) for one in relay.mails}) == 2 * count
    assert [one.name for one in (office.desk / ".congbo/reminded").iterdir()] == ["2026-11-23"]


def test_a_dry_run_prints_and_remembers_nothing(
    office: Served, relay: Relay, capsys: pytest.CaptureFixture[str]
) -> None:
    assert remind(office, None, "--dry-run") == 0
    first = capsys.readouterr().out
    assert "To: truong-ban@donglac.example" in first
    assert remind(office, None, "--dry-run") == 0
    assert capsys.readouterr().out == first
    assert remind(office, relay) == 0
    assert relay.mails


def test_a_mail_that_is_refused_goes_out_the_next_time(
    office: Served, relay: Relay, capsys: pytest.CaptureFixture[str]
) -> None:
    relay.refuses = "truong-ban@donglac.example"
    assert remind(office, relay) == 1
    assert "550" in capsys.readouterr().out
    count, relay.refuses = len(relay.mails), ""
    assert remind(office, relay) == 0
    assert [str(mail["To"]) for mail in relay.mails[count:]] == ["truong-ban@donglac.example"]


@pytest.mark.parametrize(
    "words",
    [
        ("--relay", "khong-cong"), ("--relay", "127.0.0.1:0"), ("--relay", "127.0.0.1:1"),
        ("--sender", "a@b\r\nBcc: x@y.example"),
        ("--sender", "văn-thư@donglac.example"), ("--preview-base", "javascript:alert(1)"), ("--preview-base", "https://a b"),
    ],
)  # fmt: skip
def test_what_cannot_be_sent_is_refused(
    office: Served, words: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert remind(office, None, *words) == 2
    shown = capsys.readouterr()
    assert shown.err.strip()
    assert "Traceback" not in shown.err
    assert not (office.desk / ".congbo/reminded" / "2026-11-22").exists() or not list(
        (office.desk / ".congbo/reminded" / "2026-11-22").iterdir()
    )
