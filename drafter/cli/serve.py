"""`drafter serve`: the web application."""

from __future__ import annotations

import ipaddress
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from errno import EADDRNOTAVAIL
from signal import SIGTERM, default_int_handler, signal
from socket import gethostname
from threading import Event, Thread
from typing import TYPE_CHECKING, Any

import click

from drafter.cli.frame import Fault, Settings

if TYPE_CHECKING:
    from flask import Flask

_NEEDS_ACCOUNTS = (
    "Máy khác mở được nên phải có tài khoản, mà chưa có tài khoản nào; "
    "hãy tạo bằng: drafter accounts add TÊN-ĐĂNG-NHẬP --name HỌ-TÊN --role quản-trị"
)
_NOT_LISTENING = "Không nghe được ở {host}:{port} ({reason}); hãy chọn cổng khác bằng --port."
_NOT_OURS = "Máy này không có địa chỉ {host}; hãy ghi một địa chỉ của máy, hoặc 0.0.0.0 cho mọi địa chỉ của máy."
_CONNECTIONS = 500
"""Browsers keep up to six open each for two minutes; as many as `select` bears on Windows."""
_SECURE = {"SESSION_COOKIE_SECURE": True, "PROXIED": True, "PREFERRED_URL_SCHEME": "https"}
_TRUSTED = {
    "trusted_proxy": "127.0.0.1",
    "trusted_proxy_headers": "x-forwarded-for x-forwarded-proto x-forwarded-host",
}


@click.command(short_help="Mở ứng dụng web trên máy này hoặc cho cả cơ quan.")
@click.option("--host", default="127.0.0.1", metavar="ĐỊA-CHỈ", help="Địa chỉ để nghe; mặc định chỉ máy này.")
@click.option("--port", type=click.IntRange(1, 65535), default=8080, metavar="CỔNG", help="Cổng, mặc định 8080.")
@click.option("--threads", type=click.IntRange(1, 64), default=32, metavar="SỐ", help="Số luồng phục vụ cùng lúc.")
@click.option("--accounts", is_flag=True, help="Đòi đăng nhập cả khi chỉ nghe trên máy này, như sau một máy chủ TLS.")
@click.option("--behind-tls", is_flag=True, help="Đứng sau máy chủ TLS: cookie chỉ gửi qua HTTPS, tin X-Forwarded-*.")
@click.pass_context
def serve(context: click.Context, host: str, port: int, threads: int, accounts: bool, behind_tls: bool) -> None:
    """Mở ứng dụng web. Trên máy này (127.0.0.1) thì không cần tài khoản: dùng cho một người, một máy.

    Nghe ở địa chỉ khác thì mọi người phải đăng nhập; chưa có tài khoản nào thì không chạy.
    """
    from webapp import create_app
    from webapp.accounts import are_there
    from webapp.app import LARGEST_TAKEN, close_app

    settings: Settings = context.obj
    local = _is_here(host) and not accounts and not behind_tls
    app = create_app(settings.home, local=local, **(_SECURE if behind_tls else {}))
    try:
        with app.extensions["drafter"].database.reading() as connection:
            # Whoever is at this computer may set it up; somebody elsewhere must not come first.
            if (behind_tls or not _is_here(host)) and not are_there(connection):
                raise Fault(_NEEDS_ACCOUNTS)
        taken = {"threads": threads, "connection_limit": _CONNECTIONS, "max_request_body_size": LARGEST_TAKEN}
        server = _server(app, host, port, {**taken, **(_TRUSTED if behind_tls else {})})
        app.extensions["checkers"].warm_up()
        click.echo(f"Mở trình duyệt ở địa chỉ http://{_shown(host, local)}:{port} – bấm Ctrl+C để dừng.")
        # How services are stopped: as by Ctrl+C, so that no process is left behind.
        signal(SIGTERM, default_int_handler)
        with _upkeep(app):
            server.run()
    finally:
        close_app(app)


def _server(app: Flask, host: str, port: int, more: Mapping[str, Any]) -> Any:
    """The server, listening; `more` is for waitress. Raises `Fault`."""
    from waitress import create_server

    try:
        return create_server(app, host=host, port=port, ident=None, **more)
    except ValueError as error:  # waitress, of a name that leads nowhere
        raise Fault(_NOT_OURS.format(host=host)) from error
    except OSError as error:
        if error.errno == EADDRNOTAVAIL:
            raise Fault(_NOT_OURS.format(host=host)) from error
        raise Fault(_NOT_LISTENING.format(host=host, port=port, reason=error.strerror)) from error


@contextmanager
def _upkeep(app: Flask) -> Iterator[None]:
    """Deletes what a server that died has left, and each day what is kept no longer, as long as it is open."""
    from webapp.copying import remove_left
    from webapp.previews import remove_old
    from webapp.retention import each_day, expire

    def delete() -> None:
        remove_old(stores.home)
        expire(stores.database, datetime.now(UTC))

    stop, stores = Event(), app.extensions["drafter"]
    remove_left(stores.home)
    worker = Thread(target=each_day, args=(delete, stop), daemon=True)
    worker.start()
    try:
        yield
    finally:
        stop.set()
        worker.join()


def _shown(host: str, local: bool) -> str:
    """What a browser is to be given of an address that is listened on."""
    if local:
        return "localhost"
    if host in ("0.0.0.0", "::"):
        return gethostname()
    return f"[{host}]" if ":" in host else host


def _is_here(host: str) -> bool:
    """Whether only this computer reaches an address."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
