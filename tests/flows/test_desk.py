"""The desk of a ward's chairman, in a real browser before a real server; and who tries otherwise."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from support.desks import Running, cloned, desk_of
from support.presses import followed
from support.repositories import git
from support.served import CHIEF, CLERK, DEPUTY, ITEM, OFFICE, SIGNERS, Served, copied, news, served
from support.signers import needs

pytestmark = [pytest.mark.browser, needs("ssh-keygen")]

SECOND = "dl-pho-ban"
TITLE = "Ra quân làm sạch đường làng"
DECISIONS = "refs/congbo/decisions/"
NOTE = 'ghi_chu_sua_doi:\n  - {ngay: 2026-11-22, noi_dung: "Ghi rõ số người."}\n'


@pytest.fixture
def reviewed(checked: Served, tmp_path: Path) -> Served:
    """A news item that the clerk has handed in and the deputy has looked through: it waits for the chief."""
    return copied(checked, tmp_path)


@pytest.fixture
def chief(reviewed: Served, tmp_path: Path) -> Iterator[Running]:
    """The chief's desk."""
    with desk_of(reviewed, CHIEF, tmp_path / "ban-duyet") as running:
        yield running


def opened(browser: Browser, running: Running, width: int = 1280, *, scripts: bool = False) -> Page:
    """Open a desk as its person does; without scripts, unless a passkey needs them."""
    page = browser.new_context(viewport={"width": width, "height": 900}, java_script_enabled=scripts).new_page()
    page.goto(running.start)
    return page


def change_of(own: Served, branch: str = "tin-moi") -> str:
    (name,) = {name.split("/")[3] for name in own.refs() if name.startswith("refs/congbo/changes/") and branch in name}
    return name


def records(own: Served, id_: str, ending: str = ".stmt") -> dict[str, bytes]:
    """Return the records of a change as the server has them, by file name."""
    ref = f"{DECISIONS}{id_}"
    if ref not in own.refs():
        return {}
    paths = git(own.server, "ls-tree", "-r", "--name-only", ref).split()
    show = ["git", "cat-file", "blob"]
    return {
        path.rpartition("/")[2]: subprocess.run(
            [*show, f"{ref}:{path}"], cwd=own.server, check=True, capture_output=True
        ).stdout
        for path in paths
        if path.endswith(ending)
    }


def verified(own: Served, id_: str, step: str, person: str, folder: Path) -> bool:
    """Tell whether stock OpenSSH finds a person's signature under a step good, by the keys of the server's main."""
    (name,) = [name for name in records(own, id_) if f"--{step}--{person}--" in name]
    (folder / "sig").write_bytes(records(own, id_, ".sig")[name.replace(".stmt", ".sig")])
    (folder / "signers").write_text(git(own.server, "show", f"refs/heads/main:{SIGNERS}"))
    words = [
        "-Y",
        "verify",
        "-f",
        str(folder / "signers"),
        "-I",
        person,
        "-n",
        "congbo-decision",
        "-s",
        str(folder / "sig"),
    ]
    done = subprocess.run(["ssh-keygen", *words], input=records(own, id_)[name], capture_output=True, check=False)
    return done.returncode == 0


def choose(page: Page, button: str) -> None:
    followed(page.get_by_role("button", name=button, exact=True))


# ---- as it is meant


def test_the_chairman_approves_with_a_key_file_and_without_scripts(
    browser: Browser, reviewed: Served, chief: Running, tmp_path: Path
) -> None:
    page = opened(browser, chief)
    assert page.url == f"{chief.base}/"
    assert "Chờ tôi (1)" in page.inner_text("main")
    followed(page.get_by_role("link", name=TITLE))
    told = page.inner_text("main")
    assert "Công chức văn hóa - thông tin" in told
    assert "Điều 4 Quy chế" in told
    assert "Nội dung." in told
    choose(page, "Duyệt")
    assert page.url.startswith(f"{chief.base}/ky/")
    id_ = change_of(reviewed)
    assert len(records(reviewed, id_)) == 1, "nothing is signed before the second button"
    statement = page.inner_text("blockquote")
    assert "Trưởng Ban Biên tập" in statement
    shown = page.locator("pre").text_content()
    choose(page, "Ký")
    page.wait_for_url(f"**/thay-doi/{id_}")
    assert "Đã ký đồng ý" in page.inner_text("[role=status]")
    assert "Đang chờ" not in page.inner_text("h1")
    (kept,) = [data for name, data in records(reviewed, id_).items() if CHIEF in name]
    assert kept.decode() == shown, "what was shown is what was signed"
    assert verified(reviewed, id_, "phe_duyet", CHIEF, tmp_path)
    page.goto(f"{chief.base}/")
    assert "Chờ tôi (0)" in page.inner_text("main")
    assert "Đăng" in page.inner_text("main")


def test_a_return_wants_its_reason_and_says_so_at_the_field(
    browser: Browser, reviewed: Served, chief: Running, tmp_path: Path
) -> None:
    page = opened(browser, chief)
    followed(page.get_by_role("link", name=TITLE))
    choose(page, "Trả lại")
    field = page.get_by_label("Lý do")
    assert field.get_attribute("aria-invalid") == "true"
    described = field.get_attribute("aria-describedby").split()
    assert any("Hãy điền" in page.locator(f"[id='{one}']").inner_text() for one in described)
    field.fill("Sai tên tổ dân phố ở đoạn thứ nhất.")
    choose(page, "Trả lại")
    assert "Sai tên tổ dân phố" in page.inner_text("blockquote")
    choose(page, "Ký")
    id_ = change_of(reviewed)
    page.wait_for_url(f"**/thay-doi/{id_}")
    told = page.inner_text("main")
    assert "Sai tên tổ dân phố ở đoạn thứ nhất." in told
    assert verified(reviewed, id_, "phe_duyet", CHIEF, tmp_path)
    (answers,) = [data.decode() for name, data in records(reviewed, id_, ".yml").items() if CHIEF in name]
    assert "Sai tên tổ dân phố" in answers


def test_the_clerk_of_the_office_publishes(browser: Browser, reviewed: Served, tmp_path: Path) -> None:
    assert reviewed.push(reviewed.decide("tin-moi", CHIEF), who=CHIEF).code == 0
    id_ = change_of(reviewed)
    with desk_of(reviewed, OFFICE, tmp_path / "ban-van-phong") as running:
        page = opened(browser, running)
        followed(page.get_by_role("link", name=TITLE))
        choose(page, "Đăng")
        choose(page, "Ký")
        page.wait_for_url(f"**/thay-doi/{id_}")
        assert "Thay đổi này đã được đăng" in page.inner_text("main")
        assert page.get_by_role("button").count() == 0
    assert git(reviewed.server, "show", f"refs/heads/main:{ITEM}") == news()
    assert verified(reviewed, id_, "dang", OFFICE, tmp_path)


def test_what_is_granted_is_published_without_another_signature(
    browser: Browser, duyet: Served, tmp_path: Path
) -> None:
    (id_,) = {name.split("/")[3] for name in duyet.refs() if name.startswith("refs/congbo/changes/")}
    before = records(duyet, id_)
    with desk_of(duyet, OFFICE, tmp_path / "ban-van-phong") as running:
        page = opened(browser, running)
        followed(page.locator("h3 a"))
        choose(page, "Đăng ngay")
        assert "đã được đăng" in page.inner_text("main")
    assert records(duyet, id_) == before
    assert git(duyet.server, "show", f"refs/heads/main:{ITEM}") == news()


def test_a_passkey_is_made_enrolled_by_two_others_and_signs(browser: Browser, tmp_path: Path) -> None:
    own = served(tmp_path / "phuong", (CHIEF, DEPUTY, OFFICE, CLERK, SECOND))
    context = browser.new_context()
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    options = {"protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True,
               "isUserVerified": True, "automaticPresenceSimulation": True}  # fmt: skip
    session.send("WebAuthn.addVirtualAuthenticator", {"options": options})
    with desk_of(own, CHIEF, tmp_path / "ban-duyet") as running:
        page.goto(running.start)
        followed(page.get_by_role("link", name="Khóa ký của tôi"))
        choose(page, "Tạo khóa trên trình duyệt này")
        line = page.locator("pre").inner_text()
        assert line.startswith(f'{CHIEF} namespaces="congbo-decision",valid-after="')
        assert " sk-ecdsa-sha2-nistp256@openssh.com " in line

        keys = git(own.desk, "show", f"HEAD:{SIGNERS}")
        own.commit("khoa-moi", SIGNERS, f"{keys}{line}\n")
        assert own.push("khoa-moi").code == 0
        for person in (OFFICE, SECOND):
            told = own.push(own.decide("khoa-moi", person), who=person)
            assert told.code == 0, told.told
        told = own.push(f"{own.merge('khoa-moi', OFFICE)}:refs/heads/main", who=OFFICE)
        assert told.code == 0, told.told

        git(own.desk, "checkout", "-q", "main")
        own.commit("tin-moi", base="refs/remotes/kho/main")
        assert own.push("tin-moi").code == 0
        assert own.push(own.decide("tin-moi", DEPUTY), who=DEPUTY).code == 0

    with desk_of(own, CHIEF, tmp_path / "ban-duyet-2", "--key", str(tmp_path / "khong-co")) as running:
        page.goto(running.start)
        followed(page.get_by_role("link", name=TITLE))
        page.get_by_label("khóa của trình duyệt").check()
        choose(page, "Duyệt")
        choose(page, "Ký")
        id_ = change_of(own)
        page.wait_for_url(f"**/thay-doi/{id_}")
    context.close()
    (signature,) = [data for name, data in records(own, id_, ".sig").items() if CHIEF in name]
    assert b"SSH SIGNATURE" in signature
    assert verified(own, id_, "phe_duyet", CHIEF, tmp_path)
    assert "khoa-moi" not in id_


# ---- what the chairman sees


def test_the_preview_is_the_page_of_that_commit_marked_and_shut(browser: Browser, kho: Served, tmp_path: Path) -> None:
    kho.commit(
        "tin-moi", text=news(title="Tin có mã lạ").replace("Nội dung.", "Đoạn <script>document.title='x'</script> một.")
    )
    assert kho.push("tin-moi").code == 0
    with desk_of(kho, DEPUTY, tmp_path / "ban") as running:
        page = opened(browser, running, scripts=True)
        followed(page.get_by_role("link", name="Tin có mã lạ"))
        assert "allow-scripts" not in page.locator("iframe").get_attribute("sandbox")
        page.locator("iframe").scroll_into_view_if_needed()
        frame = page.frame_locator("iframe")
        frame.get_by_role("heading", level=1, name="Tin có mã lạ").wait_for()
        assert "chưa công bố" in frame.get_by_role("note").inner_text()
        address = page.frames[1].url.removeprefix(running.base)
        code, told, headers = running.ask(address)
        assert code == 200
        assert "noindex" in headers["x-robots-tag"]
        assert 'name="robots" content="noindex' in told
        assert "sandbox" in headers["content-security-policy"]
        assert "script-src" not in headers["content-security-policy"]
        assert "default-src 'none'" in headers["content-security-policy"]
        root = address.partition("/trang/")[0]
        for lost in (
            "../../../../etc/passwd",
            "%2e%2e/%2e%2e/etc/passwd",
            "/etc/passwd",
            "dl/internet/../../x",
        ):
            assert running.ask(f"{root}/trang/{lost}")[0] in (301, 308, 404)
        assert running.ask(address.replace(address.split("/")[3], "0" * 40))[0] == 404


def test_before_and_after_stand_side_by_side_and_not_by_colour_alone(
    browser: Browser, kho: Served, tmp_path: Path
) -> None:
    kho.commit("tin-moi")
    assert kho.push("tin-moi").code == 0
    for person in (DEPUTY, CHIEF, OFFICE):
        assert kho.push(kho.decide("tin-moi", person), who=person).code == 0
    assert kho.push(f"{kho.merge('tin-moi', OFFICE)}:refs/heads/main", who=OFFICE).code == 0
    kho.fetch()
    kho.commit(
        "dinh-chinh",
        text=news(more=NOTE).replace("Nội dung.", "Nội dung đúng là 12 người."),
        base="refs/remotes/kho/main",
    )
    assert kho.push("dinh-chinh").code == 0
    with desk_of(kho, DEPUTY, tmp_path / "ban") as running:
        page = opened(browser, running)
        followed(page.get_by_role("link", name=TITLE))
        assert "dung." in page.locator("del").first.inner_text()
        assert "đúng là 12 người." in page.locator("ins").first.inner_text()
        assert "22/11/2026, Ghi rõ số người." in page.locator("ins").last.inner_text()
        assert [page.locator(f"{tag} .vh").first.text_content().strip() for tag in ("del", "ins")] == ["bỏ:", "thêm:"]
        lines = page.evaluate("['del', 'ins'].map(t => getComputedStyle(document.querySelector(t)).textDecorationLine)")
        assert lines == ["line-through", "underline"]
        assert "Tiêu đề giữ nguyên" in page.inner_text("main").replace("\n", " ")


@pytest.mark.parametrize("width", [360, 1280])
def test_the_desk_fits_its_screen_and_every_control_has_a_name(browser: Browser, chief: Running, width: int) -> None:
    page = opened(browser, chief, width, scripts=True)
    address = page.get_by_role("link", name=TITLE).get_attribute("href")
    for path in ("/", address, "/khoa"):
        page.goto(f"{chief.base}{path}")
        wide, inner = page.evaluate("[document.documentElement.scrollWidth, window.innerWidth]")
        assert wide <= inner, path
        sizes = page.evaluate(
            "[...document.querySelectorAll('main *')].map(e => parseFloat(getComputedStyle(e).fontSize))"
        )
        assert min(sizes) >= 15, path
        names = page.evaluate(
            "[...document.querySelectorAll('button, textarea, input:not([type=hidden]), iframe')]"
            ".map(e => e.title || e.innerText || (e.labels && e.labels[0] && e.labels[0].innerText) || '')"
        )
        assert all(name.strip() for name in names), path
        tall = page.evaluate(
            "[...document.querySelectorAll('button, .btn')].map(e => e.getBoundingClientRect().height)"
        )
        assert all(height >= 44 for height in tall), path
    assert page.locator("main").count() == page.locator("header").count() == page.locator("h1").count() == 1


def test_the_whole_way_goes_by_keyboard(browser: Browser, reviewed: Served, chief: Running) -> None:
    page = opened(browser, chief, scripts=True)

    def press(name: str) -> None:
        for _ in range(80):
            page.keyboard.press("Tab")
            if page.evaluate("document.activeElement.innerText || ''").strip() == name:
                assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
                break
        else:
            raise AssertionError(name)
        with page.expect_navigation():
            page.keyboard.press("Enter")

    press(TITLE)
    press("Duyệt")
    press("Ký")
    page.wait_for_url("**/thay-doi/*")
    assert any(CHIEF in name for name in records(reviewed, change_of(reviewed)))


# ---- as it is not meant


def test_only_its_own_pages_in_its_own_browser_are_answered(reviewed: Served, chief: Running) -> None:
    id_ = change_of(reviewed)
    path = f"/thay-doi/{id_}"
    assert chief.ask(path)[0] == 200
    strangers: list[dict[str, str]] = [
        {"Host": "evil.example"},
        {"Host": f"evil.example:{chief.port}"},
        {"Host": "localhost"},
        {"Cookie": ""},
        {"Cookie": f"congbo-{chief.port}=x"},
        {"Sec_Fetch_Site": "cross-site"},
        {"Sec_Fetch_Site": "same-site"},
    ]
    for headers in strangers:
        code, told, _ = chief.ask(path, **headers)
        assert code == 403, headers
        assert TITLE not in told
    assert chief.ask("/?vao=doan-mo", Cookie="")[0] == 403


def test_a_form_from_elsewhere_signs_nothing(reviewed: Served, chief: Running) -> None:
    id_ = change_of(reviewed)
    path = f"/thay-doi/{id_}"
    good = {**chief.fields(path), "offer": chief.offers(path)[0], "signer": signer_of(chief, path)}
    for headers in (
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Origin": ""},
        {"Origin": "http://localhost:1"},
    ):
        assert chief.ask(f"{path}/quyet-dinh", good, **headers)[0] == 403, headers
    for form in ({**good, "token": ""}, {**good, "token": "x"}, {k: v for k, v in good.items() if k != "token"}):
        assert chief.ask(f"{path}/quyet-dinh", form)[0] == 403
    code, _, headers = chief.ask(f"{path}/quyet-dinh", good)
    assert code == 303
    signing = headers["location"]
    for form in ({}, {"token": "x"}):
        assert chief.ask(signing, form)[0] == 403
    assert [name for name in records(reviewed, id_) if CHIEF in name] == []


def test_looking_never_signs(reviewed: Served, chief: Running) -> None:
    id_ = change_of(reviewed)
    path = f"/thay-doi/{id_}"
    assert chief.ask(f"{path}/quyet-dinh")[0] == 405
    assert chief.ask(f"{path}/dang")[0] == 405
    signing = prepared(chief, path)
    for _ in range(2):
        assert chief.ask(f"{signing}?token={chief.fields(path)['token']}")[0] == 200
    assert [name for name in records(reviewed, id_) if CHIEF in name] == []


def test_pages_may_not_be_framed_and_load_nothing_foreign(chief: Running) -> None:
    _, _, headers = chief.ask("/")
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert "script-src" not in policy
    assert headers["cache-control"] == "no-store"
    _, _, headers = chief.ask("/khoa")
    assert re.search(r"script-src http://localhost:\d+/static/passkey\.js;", headers["content-security-policy"])


def test_it_listens_on_the_loopback_only(chief: Running) -> None:
    listening = [line.split() for line in Path("/proc/net/tcp").read_text().splitlines()[1:]]
    port = f"{int(chief.port):04X}"
    assert {words[1] for words in listening if words[3] == "0A" and words[1].endswith(f":{port}")} == {
        f"0100007F:{port}"
    }


@pytest.mark.parametrize("late", ["form", "statement"])
def test_a_new_version_under_the_readers_eyes_is_not_signed(
    browser: Browser, reviewed: Served, chief: Running, late: str
) -> None:
    page = opened(browser, chief)
    followed(page.get_by_role("link", name=TITLE))
    if late == "statement":
        choose(page, "Duyệt")
    head = reviewed.commit("tin-moi", text=news(title="Tin đã bị sửa"))
    assert reviewed.push("tin-moi").code == 0
    choose(page, "Duyệt" if late == "form" else "Ký")
    assert "Chưa ký gì" in page.get_by_role("alert").inner_text()
    assert head[:12] in page.get_by_role("alert").inner_text()
    assert [name for name in records(reviewed, change_of(reviewed)) if CHIEF in name] == []


def test_the_author_is_told_before_signing_what_would_not_count(
    browser: Browser, reviewed: Served, tmp_path: Path
) -> None:
    with desk_of(reviewed, CLERK, tmp_path / "ban-tac-gia") as running:
        page = opened(browser, running)
        followed(page.get_by_role("link", name=TITLE))
        told = page.locator("form.decide").inner_text()
        assert "nên không được tự duyệt" in told
        assert page.get_by_role("button", name="Duyệt", exact=True).count() == 0
        assert page.get_by_role("button", name="Trả lại", exact=True).count() == 1
        path = f"/thay-doi/{change_of(reviewed)}"
        offer = running.offers(path)[0].rpartition("|")[0] + "|approve"
        form = {**running.fields(path), "offer": offer, "signer": signer_of(running, path)}
        code, told, _ = running.ask(f"{path}/quyet-dinh", form)
        assert code == 422
        assert "nên không được tự duyệt" in told, "a form of one's own making is told the same"
    assert [name for name in records(reviewed, change_of(reviewed)) if CLERK in name] == []


def test_nobody_takes_the_step_of_another(reviewed: Served, chief: Running, tmp_path: Path) -> None:
    path = f"/thay-doi/{change_of(reviewed)}"
    theirs, signer = chief.offers(path)[0], signer_of(chief, path)
    with desk_of(reviewed, OFFICE, tmp_path / "ban-van-phong") as running:
        assert running.offers(path) == []
        form = {"token": token_of(running), "seen": chief.fields(path)["seen"], "offer": theirs, "signer": signer}
        code, told, _ = running.ask(f"{path}/quyet-dinh", form)
        assert code == 409
        assert "không (hoặc không còn) chờ bạn" in told


def test_a_double_click_signs_once(reviewed: Served, chief: Running) -> None:
    id_ = change_of(reviewed)
    signing = prepared(chief, f"/thay-doi/{id_}")
    form = {"token": token_of(chief)}
    with ThreadPoolExecutor(4) as pool:
        codes = [answer[0] for answer in pool.map(lambda _: chief.ask(signing, form), range(4))]
    assert codes == [303] * 4
    assert len([name for name in records(reviewed, id_) if CHIEF in name]) == 1


def test_a_server_that_is_not_there_is_said_and_nothing_is_signed(
    browser: Browser, reviewed: Served, tmp_path: Path
) -> None:
    clone = cloned(reviewed, tmp_path / "ban")
    with desk_of(reviewed, CHIEF, clone) as running:
        page = opened(browser, running)
        followed(page.get_by_role("link", name=TITLE))
        reviewed.server.rename(tmp_path / "di-vang.git")
        choose(page, "Duyệt")
        assert page.get_by_role("alert").count() >= 1
        (tmp_path / "di-vang.git").rename(reviewed.server)
    assert [name for name in records(reviewed, change_of(reviewed)) if CHIEF in name] == []


def test_what_the_server_does_not_take_is_not_kept_here_either(reviewed: Served, chief: Running) -> None:
    id_ = change_of(reviewed)
    path = f"/thay-doi/{id_}"
    signing = prepared(chief, path)
    before = git(chief.folder, "rev-parse", f"{DECISIONS}{id_}")
    hook = reviewed.server / "hooks" / "pre-receive"
    told = hook.read_text()
    hook.write_text("#!/bin/sh\necho nghi trua >&2\nexit 1\n")
    code, page, _ = chief.ask(signing, {"token": token_of(chief)})
    assert code == 409
    assert "nghi trua" in page
    assert git(chief.folder, "rev-parse", f"{DECISIONS}{id_}") == before
    hook.write_text(told)
    assert chief.ask(signing, {"token": token_of(chief)})[0] == 303, "the same statement, once the server is back"
    assert len([name for name in records(reviewed, id_) if CHIEF in name]) == 1


def signer_of(running: Running, path: str) -> str:
    found = re.search(r'name="signer" value="([^"]+)"', running.ask(path)[1])
    assert found
    return found[1]


def token_of(running: Running) -> str:
    found = re.search(r'name="token" value="([^"]+)"', running.ask("/khoa")[1])
    assert found
    return found[1]


def prepared(running: Running, path: str) -> str:
    """Choose the first decision that is offered and return the address of its statement."""
    form = {**running.fields(path), "offer": running.offers(path)[0], "signer": signer_of(running, path)}
    code, told, headers = running.ask(f"{path}/quyet-dinh", form)
    assert code == 303, told
    return headers["location"]
