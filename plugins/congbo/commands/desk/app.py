"""The pages of the desk: what waits, one change, the statement to sign, previews, keys."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import jinja2
from flask import Flask, Response, redirect, render_template, request
from werkzeug.exceptions import HTTPException, NotFound
from werkzeug.wrappers import Response as AnyResponse

from congbo.commands.desk.change_page import change_page
from congbo.commands.desk.deciding_page import Deciding
from congbo.commands.desk.desk import Desk
from congbo.commands.desk.enrolling import Enrolling
from congbo.commands.desk.guard import guard
from congbo.commands.desk.judged import Judge
from congbo.commands.desk.list_page import list_page
from congbo.commands.desk.preview_pages import preview_pages
from congbo.commands.desk.previews import Previews
from congbo.commands.desk.signing import Signing
from congbo.errors import CongboError
from congbo.facts.board import word_of
from congbo.history.objects import blob_at
from congbo.locale import in_words, sentence
from congbo.message import say

HERE = Path(__file__).parent
FONTS = tuple(
    f"fonts/noto-sans-{face}.woff2" for face in ("latin-400", "vietnamese-400", "latin-600", "vietnamese-600")
)
THEME: Mapping[str, str] = {"tokens.css": "text/css; charset=utf-8", **dict.fromkeys(FONTS, "font/woff2")}


def make_app(desk: Desk, port: int) -> Flask:
    """Return the web application of a desk that listens on a port."""
    app = Flask("congbo.desk", root_path=str(HERE), static_folder="static", template_folder="templates")
    app.jinja_env.undefined = jinja2.StrictUndefined
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.context_processor(lambda: _common(desk))
    guard(app, desk, port)
    judge = Judge()
    _add_pages(app, desk, judge)
    preview_pages(app, desk, Previews(desk.folder, judge))
    app.register_error_handler(CongboError, lambda error: _refused(error))
    app.register_error_handler(HTTPException, lambda error: _http(error, desk))
    return app


def _common(desk: Desk) -> dict[str, Any]:
    """What every page asks for: words, who sits here, the token, what was said."""

    def words(key: str, **params: object) -> str:
        return sentence(say(key, **params), desk.lang)

    def shown(value: object) -> str:
        return in_words(value, desk.lang)

    def step(word: str) -> str:
        return word_of(desk.policy, word).in_(desk.lang)

    return {"t": words, "w": shown, "step": step, "lang": desk.lang, "desk": desk, "palette": _palette(desk)}


def _palette(desk: Desk) -> str:
    """The colours of the portal on whose board the person sits."""
    boards = desk.policy.boards.items()
    person = desk.person.id
    mine = [portal for portal, board in boards if any((one.principal or one.id) == person for one in board.holders)]
    return desk.policy.portals[mine[0]].palette if mine else "indigo"


def _add_pages(app: Flask, desk: Desk, judge: Judge) -> None:
    signing, enrolling = Signing(desk), Enrolling(desk)
    deciding = Deciding(desk, signing, judge)

    def add(address: str, name: str, view: Callable[..., AnyResponse | str | tuple[str, int]], *methods: str) -> None:
        app.add_url_rule(address, name, view, methods=methods or ("GET",))

    add("/", "home", lambda: list_page(desk, judge))
    add("/thay-doi/<id_>", "change", lambda id_: change_page(desk, judge, id_))
    add("/thay-doi/<id_>/quyet-dinh", "decide", deciding.choose, "POST")
    add("/thay-doi/<id_>/dang", "publish", deciding.publish, "POST")
    add("/thay-doi/<id_>/tep/<blob>", "attached", deciding.attached)
    add("/ky/<nonce>", "sign", deciding.show)
    add("/ky/<nonce>", "signed", deciding.sign, "POST")
    add("/khoa", "keys", enrolling.show)
    add("/khoa", "enrolled", enrolling.take, "POST")
    add("/theme/<path:name>", "theme", lambda name: _theme(desk, name))


def _theme(desk: Desk, name: str) -> Response:
    """The base's tokens and typeface: five names, and nothing else."""
    data = blob_at(desk.where.root, desk.where.tip, f"theme/static/{name}") if name in THEME else None
    if data is None:
        raise NotFound
    return Response(data, content_type=THEME[name])


def _refused(error: CongboError) -> tuple[str, int]:
    """What a person can mend, on a page of its own: where they were is one link away."""
    back = request.view_args.get("id_", "") if request.view_args else ""
    return render_template("refused.html", message=error.message, back=back), 409


def _http(error: HTTPException, desk: Desk) -> AnyResponse:
    """An address that is not there, a form that is not ours: said in a sentence, without anything of the desk."""
    code = error.code or 500
    if code < 400:
        return redirect(getattr(error, "new_url", "/"), code)
    key = {403: "desk.http.shut", 404: "desk.http.absent", 405: "desk.http.method", 413: "desk.http.large"}.get(code)
    text = sentence(say(key or "desk.http.other"), desk.lang)
    return Response(text + "\n", code, content_type="text/plain; charset=utf-8")
