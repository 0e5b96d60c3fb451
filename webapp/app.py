"""The Flask application: its settings, its pages, what is done before and after every request."""

from __future__ import annotations

import os
import secrets
from collections.abc import Sequence
from datetime import timedelta
from importlib import import_module
from pathlib import Path
from typing import Any

from flask import Flask, abort, current_app, g, get_flashed_messages, render_template, request
from flask_bootstrap import Bootstrap5
from flask_limiter import Limiter
from flask_limiter.util import get_remote_address
from flask_wtf import CSRFProtect
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException
from werkzeug.routing import IntegerConverter, Map
from werkzeug.wrappers import Response

from drafter.errors import DrafterError
from drafter.storage import home_folder
from webapp import access
from webapp.adding import Adder
from webapp.checking import Checkers
from webapp.faults import told
from webapp.store import LARGEST, Stores, open_stores
from webapp.words import FILTERS, NAVIGATION, fit_for_html

_BLUEPRINTS = (
    *("entrance", "account", "drafting", "composing", "reviewing", "register", "targets", "deciding", "meetings"),
    *("conferring", "periods", "avoiding", "corpus", "administration", "api", "health"),
)
LARGEST_UPLOAD = 50 * 1024 * 1024
"""Bytes of a request."""
LARGEST_TAKEN = 64 * 1024 * 1024
"""Bytes of a request that is read to its end, so that its sender is told what is wrong."""
TOO_LARGE = "Tệp lớn quá 50 MB; hãy giảm dung lượng ảnh hoặc tách tệp rồi gửi lại."
_KEY_BYTES = 32
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)
_LOCAL_HOSTS = frozenset({"localhost", "127.0.0.1", "[::1]"})
limiter = Limiter(get_remote_address, storage_uri="memory://", headers_enabled=True)
csrf = CSRFProtect()


class _Id(IntegerConverter):
    """A whole number in a path that every database takes; a larger one is the path of nothing."""

    def __init__(self, map: Map, *args: Any, **settings: Any) -> None:
        super().__init__(map, *args, **{"max": LARGEST, **settings})


def create_app(home: Path | str | None = None, *, local: bool = True, **settings: Any) -> Flask:
    """The application over the data of a home.

    `local`: the pages are for one person on this computer, who needs no account; else everybody logs in. Further
    settings are Flask's. Raises `CorpusError`.
    """
    found = open_stores(home_folder(home))
    app = Flask(__name__)
    app.config.update(
        LOCAL=local,
        SECRET_KEY=_secret(found),
        MAX_CONTENT_LENGTH=LARGEST_UPLOAD,
        MAX_FORM_PARTS=2000,
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        PERMANENT_SESSION_LIFETIME=timedelta(hours=12),
        # Sent only when something in it changes: what is on its way while somebody logs out begins no session anew.
        SESSION_REFRESH_EACH_REQUEST=False,
        BOOTSTRAP_SERVE_LOCAL=True,
        WTF_CSRF_TIME_LIMIT=None,
        WTF_CSRF_SSL_STRICT=False,
    )
    app.config.update(settings)
    app.extensions["drafter"] = found
    app.extensions["checkers"] = Checkers(found.home)
    app.extensions["adder"] = Adder(found.home, found.database)
    Bootstrap5(app)
    app.url_map.converters["int"] = _Id
    app.before_request(_check_host)
    # Before anything that a request brings is read: nobody else's is.
    app.before_request(access.check_access)
    csrf.init_app(app)
    app.before_request(_check_letters)
    # Behind the question who asks: what is counted may be counted by account.
    limiter.init_app(app)
    app.after_request(_protect)
    app.jinja_env.filters.update(FILTERS)
    app.jinja_env.finalize = fit_for_html
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.context_processor(_common)
    app.register_error_handler(DrafterError, _refused)
    app.register_error_handler(CSRFError, _stale)
    app.register_error_handler(HTTPException, _failed)
    for name in _BLUEPRINTS:
        app.register_blueprint(import_module(f"webapp.views.{name}").pages)
    # Programs send a token with each request, which no other site can make a browser do.
    csrf.exempt(app.blueprints["api"])
    return app


def close_app(app: Flask) -> None:
    """Ends the processes of the application and closes its database."""
    app.extensions["adder"].close()
    app.extensions["checkers"].close()
    app.extensions["drafter"].close()


def _secret(found: Stores) -> bytes:
    """The key that sessions are signed with: made once, kept in the home, readable for its owner alone."""
    path = found.home / "session.key"
    if not _is_whole(path):
        with found.database.writing():  # what starts at the same time finds the key of whoever comes first
            if not _is_whole(path):
                _write_key(path)
    return path.read_bytes()


def _is_whole(path: Path) -> bool:
    return path.is_file() and path.stat().st_size >= _KEY_BYTES


def _write_key(path: Path) -> None:
    """A new key, there as a whole or not at all."""
    beside = path.with_suffix(".new")
    with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
        file.write(secrets.token_bytes(_KEY_BYTES))
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)


def _check_host() -> Response | None:
    """On one's own computer only its own names are answered: a page elsewhere may lead its name to this address."""
    host = request.host.rpartition(":")[0] if ":" in request.host.rpartition("]")[2] else request.host
    if current_app.config["LOCAL"] and host not in _LOCAL_HOSTS:
        return Response("Địa chỉ này chỉ dùng được trên chính máy này.", 400, mimetype="text/plain")
    return None


def _check_letters() -> None:
    """Nobody types a NUL, and PostgreSQL keeps none."""
    if any("\0" in one for _, said in request.values.lists() for one in said):
        abort(400)


def _protect(response: Response) -> Response:
    response.headers.setdefault("Content-Security-Policy", _POLICY)
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Referrer-Policy"] = "same-origin"
    response.headers["Cross-Origin-Opener-Policy"] = "same-origin"
    if not (request.endpoint or "").endswith("static"):
        response.headers["Cache-Control"] = "no-store"
    return response


def _common() -> dict[str, Any]:
    account = getattr(g, "account", None)

    def may_open(endpoint: str) -> bool:
        return account is not None and access.may_open(account, endpoint)

    pages = [page for page in NAVIGATION if may_open(page.endpoint)]
    largest = {"largest": LARGEST_UPLOAD, "too_large": TOO_LARGE}
    return {"account": account, "may_open": may_open, "navigation": pages, "flashed": _flashed, **largest}


def _flashed(*categories: str) -> Sequence[object]:
    """What is to be said on the page of what was just done; nothing to a script, which only looks where it is led."""
    if "X-Requested-With" in request.headers:
        return ()
    return get_flashed_messages(category_filter=categories or ("message",))


def _refused(error: DrafterError) -> Any:
    """What a person did wrong, or what does not work just now: the sentence, with the way back."""
    if access.for_programs():
        return {"message": told(error), "code": 422}, 422
    return _page("Chưa làm được", told(error), 422)


def _stale(_: CSRFError) -> tuple[str, int]:
    return _page("Trang đã cũ", "Trang này mở quá lâu hoặc phiên làm việc đã hết; hãy tải lại trang rồi làm lại.", 400)


def _failed(error: HTTPException) -> Any:
    status = error.code or 500
    title, sentence = _FAILURES.get(status, _FAILURES[500])
    # Such as how long to wait, and what may be asked instead.
    headers = [(name, value) for name, value in error.get_headers() if name.lower() != "content-type"]
    if access.for_programs():
        challenge = [("WWW-Authenticate", "Bearer")] if status == 401 else []
        return {"message": sentence, "code": status}, status, headers + challenge
    return (*_page(title, sentence, status), headers)


_FAILURES = {
    400: ("Yêu cầu chưa đúng", "Yêu cầu gửi lên chưa đúng; hãy quay lại trang trước và làm lại."),
    401: ("Chưa đăng nhập", "Hãy đăng nhập, hoặc gửi kèm mã truy cập (token) còn hiệu lực."),
    403: ("Không có quyền", "Tài khoản này không có quyền mở trang này; nếu cần, hãy nhờ người quản trị."),
    404: (
        "Không có trang này",
        "Không tìm thấy trang hoặc văn bản, có thể vừa được rút lại hoặc xóa; hãy kiểm tra lại đường dẫn, hoặc về "
        "trang đầu.",
    ),
    405: ("Yêu cầu chưa đúng", "Trang này không nhận cách gửi như vậy; hãy về trang đầu và làm lại."),
    413: ("Tệp quá lớn", TOO_LARGE),
    429: ("Quá nhiều lần", "Đã gửi quá nhiều lần trong thời gian ngắn; hãy đợi một phút rồi thử lại."),
    500: ("Lỗi trong chương trình", "Chương trình gặp lỗi, dữ liệu không bị thay đổi; hãy báo người quản trị."),
}


def _page(title: str, sentence: str, status: int) -> tuple[str, int]:
    return render_template("message.html", title=title, sentence=sentence), status
