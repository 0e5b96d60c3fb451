"""Somebody at the web application, as a browser without JavaScript asks."""

from __future__ import annotations

import re
import socket
import time
from email.message import Message
from http.client import HTTPConnection
from io import BytesIO
from itertools import count
from urllib.parse import quote, urlencode
from uuid import uuid4
from zipfile import ZipFile

_TOKEN = re.compile(r'name="csrf_token" value="([^"]+)"')
_ONCE = re.compile(r'name="once" value="([^"]+)"')
_ADDRESSES = count(1)


class Visit:
    """A logged-in account at a computer of its own."""

    def __init__(self, address: str, login: str, password: str) -> None:
        nth = next(_ADDRESSES)
        self._line = HTTPConnection(address, timeout=120)
        self._told = {
            **{"X-Forwarded-For": f"10.2.{nth // 250}.{nth % 250 + 1}", "X-Forwarded-Proto": "https"},
            **{"X-Forwarded-Host": "localhost"},
        }
        self._cookie = ""
        form = {"csrf_token": _found(_TOKEN, self._asked("GET", "/dang-nhap")[2]), "login": login, "password": password}
        kind = {"Content-Type": "application/x-www-form-urlencoded"}
        status, _, page = self._asked("POST", "/dang-nhap", urlencode(form).encode(), kind)
        assert status == 302, page

    def get(self, path: str) -> float:
        """Seconds that a page takes."""
        start = time.perf_counter()
        status, _, page = self._asked("GET", path)
        seconds = time.perf_counter() - start
        assert status == 200, f"{path}: {status} {page[:200]}"
        return seconds

    def check(self, name: str, data: bytes) -> tuple[float, str]:
        """Seconds from sending a file, which nobody sent before, until its report is there; where it is."""
        self._line.close()  # one that lay idle for long may have been closed by the server
        desk = self._asked("GET", "/soan-thao")[2]
        fields = {"csrf_token": _found(_TOKEN, desk), "once": _found(_ONCE, desk)}
        body, kind = _form(fields, name, _fresh(data))
        start = time.perf_counter()
        status, headers, page = self._asked("POST", "/soan-thao", body, {"Content-Type": kind})
        assert status == 303, f"{status} {page[:300]}"
        target = headers["Location"] or ""
        status, _, page = self._asked("GET", target)
        assert status == 200, f"{target}: {status}"
        return time.perf_counter() - start, target

    def _asked(
        self, method: str, path: str, body: bytes | None = None, more: dict[str, str] | None = None
    ) -> tuple[int, Message, str]:
        headers = self._told | (more or {}) | ({"Cookie": self._cookie} if self._cookie else {})
        self._line.request(method, quote(path, safe="/?&=%+"), body, headers)
        answer = self._line.getresponse()
        text = answer.read().decode()
        if cookie := answer.headers.get("Set-Cookie"):
            self._cookie = cookie.partition(";")[0]
        return answer.status, answer.headers, text


def free_port() -> int:
    """A port that nobody listens at just now."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def _fresh(data: bytes) -> bytes:
    file = BytesIO(data)
    with ZipFile(file, "a") as package:
        package.comment = uuid4().hex.encode()
    return file.getvalue()


def _form(fields: dict[str, str], name: str, data: bytes) -> tuple[bytes, str]:
    """The body of a form with a file, and its type."""
    edge = uuid4().hex
    parts = [
        f'--{edge}\r\nContent-Disposition: form-data; name="{key}"\r\n\r\n{value}\r\n' for key, value in fields.items()
    ]
    head = f'--{edge}\r\nContent-Disposition: form-data; name="file"; filename="{name}"\r\n\r\n'
    return "".join(
        [*parts, head]
    ).encode() + data + f"\r\n--{edge}--\r\n".encode(), f"multipart/form-data; boundary={edge}"


def _found(pattern: re.Pattern[str], page: str) -> str:
    found = pattern.search(page)
    assert found, page[:300]
    return found[1]
