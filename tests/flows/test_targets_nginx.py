"""Our configuration in a real nginx on 127.0.0.1: pages, headers, packed answers, and swaps while somebody reads."""

from __future__ import annotations

import gzip
import http.client
import os
import shutil
import signal
import socket
import ssl
import subprocess
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, redirect_stdout
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

import pytest

from congbo.__main__ import main
from support.ports import free_port, wait_for
from support.repositories import ROOT, ward_repository
from support.shipped import PORTAL, page, release, site

NGINX = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
BROTLI = Path("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so")
pytestmark = pytest.mark.skipif(NGINX is None, reason="not installed: nginx")
HOST = "www.donglac.chilinh.haiduong.gov.vn"


@dataclass(frozen=True)
class Answer:
    code: int
    headers: Mapping[str, str]
    body: bytes


@dataclass(frozen=True)
class Web:
    port: int

    def get(self, path: str, host: str = HOST, **headers: str) -> Answer:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        try:
            connection.request(
                "GET", path, headers={"Host": host, **{k.replace("_", "-"): v for k, v in headers.items()}}
            )
            answer = connection.getresponse()
            return Answer(answer.status, {k.lower(): v for k, v in answer.getheaders()}, answer.read())
        finally:
            connection.close()


@contextmanager
def nginx(folder: Path, configuration: str, port: int, modules: str = "") -> Iterator[Web]:
    """Run nginx with a configuration of ours inside its own ``http``, as a machine would have it."""
    folder.mkdir(exist_ok=True)
    (folder / "congbo.conf").write_text(configuration, "utf-8")
    own = "".join(f"{kind}_temp_path {folder}/{kind};" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
    user = "user root;" if os.geteuid() == 0 else ""
    (folder / "nginx.conf").write_text(
        f"{modules}{user}daemon off;pid {folder}/pid;error_log {folder}/error.log;worker_processes 2;events {{}}\n"
        f"http {{ access_log off; {own} include /etc/nginx/mime.types; include {folder}/congbo.conf; }}\n"
    )
    words = [str(NGINX), "-p", str(folder), "-c", str(folder / "nginx.conf")]
    tested = subprocess.run([*words, "-t"], capture_output=True, text=True, check=False)
    assert tested.returncode == 0, tested.stderr
    with subprocess.Popen(words, stderr=subprocess.DEVNULL) as running:
        try:
            wait_for(port, "nginx")
            yield Web(port)
        finally:
            running.send_signal(signal.SIGTERM)
            running.wait(10)


def printed(capsys: pytest.CaptureFixture[str], folder: Path, *words: str) -> str:
    assert main(["-C", str(folder), "server", "nginx", *words]) == 0
    return capsys.readouterr().out


def put_live(ward: Path, name: str, files: Mapping[str, bytes]) -> None:
    """Let the target's link lead to a release whose folders are links, as real ones are."""
    real = release(ward / ".congbo/o" / name, files)
    top = ward / ".congbo" / name
    top.mkdir()
    for entry in real.iterdir():
        (top / entry.name).symlink_to(os.path.relpath(entry, top))
    beside = ward / ".public.new"
    beside.symlink_to(os.path.relpath(top, ward))
    beside.replace(ward / "public")


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ward with a release at its link."""
    folder = ward_repository(tmp_path_factory.mktemp("nginx") / "phuong")
    put_live(folder, "mot", site())
    return folder


@pytest.fixture(scope="module")
def web(shown: Path) -> Iterator[Web]:
    port = free_port()
    with redirect_stdout(StringIO()) as text:
        assert main(["-C", str(shown), "server", "nginx", "--listen", f"127.0.0.1:{port}"]) == 0
    with nginx(shown.parent / "nginx", text.getvalue(), port) as running:
        yield running


def test_pages_and_what_browsers_are_told(web: Web) -> None:
    home = web.get("/")
    assert home.code == 200
    assert home.body == site()[f"{PORTAL}/index.html"]
    assert home.headers["content-type"] == "text/html; charset=utf-8"
    assert "default-src 'none'" in home.headers["content-security-policy"]
    assert "frame-ancestors 'none'" in home.headers["content-security-policy"]
    assert home.headers["x-content-type-options"] == "nosniff"
    assert home.headers["referrer-policy"] == "strict-origin-when-cross-origin"
    assert home.headers["cache-control"] == "no-cache"
    assert "/" not in home.headers["server"]
    assert web.get("/", If_None_Match=home.headers["etag"]).code == 304
    assert web.get("/theme/fonts/a.woff2").headers["content-type"] == "font/woff2"
    assert web.get("/theme/portal.css").headers["content-type"] == "text/css; charset=utf-8"
    assert web.get("/atom.xml").headers["content-type"].startswith("application/xml")
    document = web.get("/tin-tuc/2026/mot/ban%20do.pdf")
    assert (document.code, document.headers["content-type"]) == (200, "application/pdf")
    assert "content-security-policy" not in document.headers  # a browser shows it in a viewer of its own


def test_text_is_packed_where_no_packed_forms_lie(web: Web) -> None:
    for path in ("/", "/atom.xml"):
        answer = web.get(path, Accept_Encoding="gzip")
        assert answer.headers["content-encoding"] == "gzip"
        assert gzip.decompress(answer.body) == web.get(path).body
    assert "content-encoding" not in web.get("/theme/fonts/a.woff2", Accept_Encoding="gzip").headers


def test_an_address_without_its_slash_and_one_that_is_not_there(web: Web) -> None:
    moved = web.get("/tin-tuc/2026")
    assert (moved.code, moved.headers["location"]) == (301, "/tin-tuc/2026/")
    for path in ("/khong-co/", "/khong-co.html", "/theme/", "/404.html", "/tin-tuc/khong/co/gi"):
        missing = web.get(path)
        assert (missing.code, missing.body) == (404, site()[f"{PORTAL}/404.html"]), path
        assert "default-src 'none'" in missing.headers["content-security-policy"]


@pytest.mark.parametrize(
    "path", ["/../manifest.json", "/%2e%2e/manifest.json", "/..%2f..%2f..%2fmanifest.json", "//etc/passwd"]
)
def test_nothing_beside_the_portal_is_served(web: Web, path: str) -> None:
    assert web.get(path).code in (400, 404)


def test_a_host_that_nobody_has_is_not_answered(web: Web) -> None:
    assert web.get("/", host="www.giamao.example").code == 421


def test_only_a_name_with_a_digest_is_kept(ward: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    named = {f"{PORTAL}/theme/portal.0123abcd.css": b"body{}", f"{PORTAL}/theme/anh.svg": b"<svg/>"}
    put_live(ward, "mot", site() | named)
    port = free_port()
    text = printed(capsys, ward, "--listen", f"127.0.0.1:{port}")
    with nginx(tmp_path / "nginx", text, port) as running:
        assert "immutable" in running.get("/theme/portal.0123abcd.css").headers["cache-control"]
        assert running.get("/theme/portal.css").headers["cache-control"] == "no-cache"
        assert "sandbox" in running.get("/theme/anh.svg").headers["content-security-policy"]


def test_packed_forms_are_served_to_who_takes_them(
    ward: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    import brotli

    www = tmp_path / "www"
    (ward / "policies/targets.yml").write_text(
        f"format: 1\ntargets:\n  - target: web\n    kind: ssh\n    to: may-chu:{www}\n    compress: [br, gz]\n"
    )
    packed = {f"{PORTAL}/index.html.gz": b"gz-that", f"{PORTAL}/index.html.br": brotli.compress(b"br-that")}
    release(www / "public", site() | packed)
    port = free_port()
    text = printed(capsys, ward, "--target", "web", "--listen", f"127.0.0.1:{port}")
    assert "gzip_static on;" in text
    modules = f"load_module {BROTLI};" if BROTLI.is_file() else ""
    text = text if modules else text.replace("brotli_static on;", "")
    with nginx(tmp_path / "nginx", text, port, modules) as running:
        answer = running.get("/", Accept_Encoding="gzip")
        assert (answer.headers["content-encoding"], answer.body) == ("gzip", b"gz-that")
        assert "accept-encoding" in answer.headers["vary"].lower()
        assert running.get("/").body == site()[f"{PORTAL}/index.html"]
        if modules:
            assert running.get("/", Accept_Encoding="br, gzip").headers["content-encoding"] == "br"


def test_during_fifty_swaps_every_answer_is_a_whole_page(shown: Path, web: Web) -> None:
    versions = [site(mot=page(f"Bản {number}"), hai=page(f"Bản {number}")) for number in range(50)]
    good = {site()[f"{PORTAL}/tin-tuc/2026/{name}/index.html"] for name in ("mot", "hai")}
    good |= {files[f"{PORTAL}/tin-tuc/2026/mot/index.html"] for files in versions}
    wrong: list[Answer] = []
    seen: set[bytes] = set()
    done = threading.Event()

    def read() -> None:
        while not done.is_set():
            for name in ("mot", "hai"):
                answer = web.get(f"/tin-tuc/2026/{name}/")
                seen.add(answer.body)
                if answer.code != 200 or answer.body not in good:
                    wrong.append(answer)

    readers = [threading.Thread(target=read) for _ in range(3)]
    for reader in readers:
        reader.start()
    for number, files in enumerate(versions):
        put_live(shown, f"ban-{number}", files)
        last = files[f"{PORTAL}/tin-tuc/2026/mot/index.html"]
        assert web.get("/tin-tuc/2026/mot/").body == last
    done.set()
    for reader in readers:
        reader.join(10)
    put_live(shown, "lai", site())
    assert wrong == []
    assert len(seen) > 1


def test_the_top_of_a_target_has_a_host_of_its_own_and_a_portal_alone_lies_at_the_top(
    ward: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    all_, one = tmp_path / "tat-ca", tmp_path / "mot-cong"
    (ward / "policies/targets.yml").write_text(
        f"format: 1\ntargets:\n  - target: tat-ca\n    kind: ssh\n    to: web:{all_}\n    url: http://cong.example\n"
        f"  - target: mot\n    kind: ssh\n    to: web:{one}\n    edition: internet\n    portal: dl\n    url: http://{HOST}\n"
    )
    release(all_ / "public", site())
    release(one / "public", {path.removeprefix(f"{PORTAL}/"): data for path, data in site().items() if PORTAL in path})
    for target, host, path in (("tat-ca", "cong.example", f"/{PORTAL}/"), ("tat-ca", HOST, "/"), ("mot", HOST, "/")):
        port = free_port()
        text = printed(capsys, ward, "--target", target, "--listen", f"127.0.0.1:{port}")
        with nginx(tmp_path / f"nginx-{target}-{host}", text, port) as running:
            assert running.get(path, host).body == site()[f"{PORTAL}/index.html"]


@pytest.mark.skipif(shutil.which("openssl") is None, reason="not installed: openssl")
def test_over_tls(ward: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put_live(ward, "mot", site())
    folder, port = tmp_path / "chung-thu", free_port()
    folder.mkdir()
    made = (
        f"openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 1 -subj /CN={HOST} -out {HOST}.crt"
    )
    subprocess.run([*made.split(), "-keyout", f"{HOST}.key"], cwd=folder, check=True, capture_output=True)
    text = printed(capsys, ward, "--listen", f"127.0.0.1:{port}", "--tls", str(folder))
    trusting = ssl.create_default_context(cafile=str(folder / f"{HOST}.crt"))
    trusting.check_hostname = False  # the certificate names it the old way
    with nginx(tmp_path / "nginx", text, port):
        plain = socket.create_connection(("127.0.0.1", port), 10)
        with trusting.wrap_socket(plain, server_hostname=HOST) as secure:
            secure.sendall(f"GET / HTTP/1.0\r\nHost: {HOST}\r\n\r\n".encode())
            answer = b"".join(iter(lambda: secure.recv(65536), b""))
        assert answer.startswith(b"HTTP/1.1 200")
        assert b"Strict-Transport-Security: max-age=31536000" in answer
        with socket.create_connection(("127.0.0.1", port), 10) as plain, pytest.raises(ssl.SSLError):
            trusting.wrap_socket(plain, server_hostname="www.giamao.example")


def test_tls_is_asked_for_and_other_names_lead_to_the_first(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = printed(capsys, ROOT, "--target", "local", "--tls", str(tmp_path))
    assert "Strict-Transport-Security" in text
    assert f'ssl_certificate "{tmp_path}/{HOST}.crt";' in text
    assert "return 301 https://$host$request_uri;" in text
    plain = printed(capsys, ROOT, "--target", "internet")
    assert "server_name www.halong.gov.vn;\n    return 301 $scheme://www.quangninh.gov.vn$request_uri;" in plain
    assert "/hd/wan" not in plain
    assert "/hd/wan" in printed(capsys, ROOT, "--target", "local")


def test_the_second_host_of_a_portal_leads_to_the_first(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """QN-2#1: the province has two names, and one address of each page."""
    port = free_port()
    text = printed(capsys, ROOT, "--target", "internet", "--listen", f"127.0.0.1:{port}")
    with nginx(tmp_path / "nginx", text, port) as running:
        for path in ("/", "/tin-tuc/2017/mot/?tu=thu", "/atom.xml", "/sitemap/2017-08.xml"):
            moved = running.get(path, "www.halong.gov.vn")
            assert (moved.code, moved.headers["location"]) == (301, f"http://www.quangninh.gov.vn{path}")


@pytest.mark.parametrize(
    ("words", "key"),
    [
        (["--listen", "80; include /etc/passwd"], "không phải là địa chỉ để nghe"),
        (["--target", "khong-co"], "Không có nơi công bố"),
        (["--tls", 'a"; include /etc/passwd; "'], "không dùng được trong cấu hình nginx"),
    ],
)
def test_what_nginx_would_misread_is_refused(capsys: pytest.CaptureFixture[str], words: list[str], key: str) -> None:
    assert main(["-C", str(ROOT), "server", "nginx", *words]) == 2
    captured = capsys.readouterr()
    assert key in captured.err
    assert captured.out == ""
