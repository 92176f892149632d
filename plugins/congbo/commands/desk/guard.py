"""Who may speak to the desk: only a browser on this machine that was opened with the secret address, and only its own pages.

The desk listens on the loopback alone. Another page in the same browser can reach it all the same (by a form, by a rebound
name), so every request names the host that we are, and whatever changes something comes from our own page with its token.
"""

from __future__ import annotations

from hmac import compare_digest

from flask import Flask, Response, redirect, request
from werkzeug.exceptions import Forbidden
from werkzeug.wrappers import Response as AnyResponse

from congbo.commands.desk.desk import Desk

NAMES = ("localhost", "127.0.0.1")
LOOKS = ("GET", "HEAD")
LARGEST_FORM = 1_000_000
_SHUT = "default-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
_ALWAYS = {
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), publickey-credentials-create=(self), "
    "publickey-credentials-get=(self)",
    # Not "no-referrer": a form would then be sent with the origin "null".
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Robots-Tag": "noindex, nofollow",
}


def guard(app: Flask, desk: Desk, port: int) -> None:
    """Put the protections around every address of the app."""
    app.config["MAX_CONTENT_LENGTH"] = app.config["MAX_FORM_MEMORY_SIZE"] = LARGEST_FORM
    hosts = {f"{name}:{port}" for name in NAMES}
    cookie = f"congbo-{port}"

    @app.before_request
    def let_in() -> AnyResponse | None:
        if request.host not in hosts:
            raise Forbidden("host")
        if request.headers.get("Sec-Fetch-Site", "none") not in ("none", "same-origin"):
            raise Forbidden("site")
        if request.endpoint == "static" and request.method in LOOKS:
            return None
        if request.endpoint == "home" and _same(request.args.get("vao", ""), desk.secret):
            return _welcome(cookie, desk.secret)
        if not _same(request.cookies.get(cookie, ""), desk.secret):
            raise Forbidden("cookie")
        if request.method not in LOOKS:
            _our_own_form(desk)
        return None

    @app.after_request
    def shut(answer: Response) -> Response:
        for name, value in _ALWAYS.items():
            answer.headers.setdefault(name, value)
        answer.headers.setdefault("Content-Security-Policy", policy_of_pages())
        return answer


def _welcome(cookie: str, secret: str) -> AnyResponse:
    """Give the browser its cookie, and take the secret out of the address."""
    answer = redirect("/", 303)
    answer.set_cookie(cookie, secret, httponly=True, samesite="Strict", path="/")
    return answer


def _our_own_form(desk: Desk) -> None:
    if request.headers.get("Origin") != f"http://{request.host}":
        raise Forbidden("origin")
    if not _same(request.form.get("token", ""), desk.token):
        raise Forbidden("token")


def _same(given: str, wanted: str) -> bool:
    return compare_digest(given.encode(), wanted.encode())


def policy_of_pages() -> str:
    """Return what the desk's own pages may load: their sheet, the typeface, the preview, and the one script for passkeys.

    The script is named in full: a file that an author attached lies on the same host and is none.
    """
    here = f"http://{request.host}"
    script = f"script-src {here}/static/passkey.js; " if request.endpoint in ("sign", "keys") else ""
    sheets = f"style-src {here}/static/ {here}/theme/; font-src {here}/theme/"
    return f"{_SHUT}; {script}{sheets}; frame-src {here}/xem-truoc/"


def policy_of_previews() -> str:
    """Return what a page of the preview may load: what was built with it. Nothing runs there, and only the desk frames it."""
    return (
        "default-src 'none'; style-src 'self'; img-src 'self'; media-src 'self'; font-src 'self'; base-uri 'none'; "
        "form-action 'none'; frame-ancestors 'self'; sandbox allow-same-origin"
    )
