"""The preview in the browser: pages marked as not published, in which nothing runs."""

from __future__ import annotations

from flask import Flask, Response, redirect, render_template, url_for
from markupsafe import escape
from werkzeug.exceptions import NotFound
from werkzeug.wrappers import Response as AnyResponse

from congbo.commands.desk.desk import Desk
from congbo.commands.desk.guard import policy_of_previews
from congbo.commands.desk.previews import Preview, Previews
from congbo.commands.review.asking import Opened
from congbo.locale import sentence
from congbo.message import say


def preview_pages(app: Flask, desk: Desk, previews: Previews) -> None:
    """Add the addresses of previews: each begins with the change and the head that it was built from."""

    def found_at(id_: str, head: str) -> Opened:
        """The change, if this is still its head: an address of an earlier one leads nowhere."""
        found = desk.look(id_) if id_ in desk.changes() else None
        if found is None or found.change.head != head:
            raise NotFound
        return found

    def item(id_: str, head: str, item_: str) -> AnyResponse:
        preview = previews.of(found_at(id_, head))
        pages = preview.pages.get(item_)
        if not pages:
            return _nothing(preview)
        return redirect(url_for("preview", id_=id_, head=head, path=pages[0]), 303)

    def page(id_: str, head: str, path: str) -> AnyResponse:
        file = previews.of(found := found_at(id_, head)).file(path)
        if file is None:
            raise NotFound
        data = _marked(file.data, found, desk, previews.of(found), id_) if path_is_page(path) else file.data
        answer = Response(data, content_type=file.type if file.shown else "application/octet-stream")
        if not file.shown:
            answer.headers.set("Content-Disposition", "attachment", filename=path.rpartition("/")[2])
        answer.headers["Content-Security-Policy"] = policy_of_previews()
        return answer

    app.add_url_rule("/xem-truoc/<id_>/<head>/muc/<item_>", "preview_item", item)
    app.add_url_rule("/xem-truoc/<id_>/<head>/trang/<path:path>", "preview", page)


def path_is_page(path: str) -> bool:
    """Tell whether an address is that of a page."""
    return not path or path.endswith(("/", ".html"))


def _nothing(preview: Preview) -> Response:
    answer = Response(render_template("no_preview.html", fault=preview.fault), 404)
    answer.headers["Content-Security-Policy"] = policy_of_previews()
    return answer


def _marked(page: bytes, found: Opened, desk: Desk, preview: Preview, id_: str) -> bytes:
    """Say on the page that it is none yet, and lead links between portals to what was built here."""
    root = url_for("preview", id_=id_, head=found.change.head, path="x").removesuffix("x")
    for host, path in preview.hosts.items():
        page = page.replace(f'href="https://{host}/'.encode(), f'href="{root}{path.lstrip("/")}'.encode())
    sheet = b'<link rel="stylesheet" href="/static/preview.css"><meta name="robots" content="noindex, nofollow">'
    words = sentence(say("desk.preview.banner", head=found.change.head[:12]), desk.lang)
    banner = f'<p class="congbo-preview" role="note">{escape(words)}</p>'.encode()
    page = page.replace(b"</head>", sheet + b"</head>", 1)
    at = page.find(b">", page.find(b"<body")) + 1
    return page[:at] + banner + page[at:]
