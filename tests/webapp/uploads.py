"""Sending drafts as a browser does."""

import re
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from uuid import uuid4
from zipfile import ZipFile

import docx
from clients import Client
from docx.document import Document
from werkzeug.test import TestResponse

_ONCE = re.compile(r'name="once" value="([^"]+)"')


def fresh(path: Path, change: Callable[[Document], object] = lambda document: None) -> bytes:
    """A Word file after a change, which nobody has sent before."""
    document, file = docx.Document(str(path)), BytesIO()
    change(document)
    document.save(file)
    with ZipFile(file, "a") as package:
        package.comment = uuid4().hex.encode()
    return file.getvalue()


def once(client: Client, page: str) -> str:
    """What the page puts into its form so that it is sent once."""
    found = _ONCE.search(client.get(page).text)
    assert found
    return found[1]


def send(client: Client, name: str, data: bytes, page: str = "/soan-thao", token: str = "") -> TestResponse:
    """Sends a file by the form of the desk, or by that of a draft's page."""
    to = page if page == "/soan-thao" else f"{page}/ban-moi"
    return client.post(to, data={"once": token or once(client, page), "file": (BytesIO(data), name)})


def begun(client: Client, data: bytes, name: str = "du-thao.docx") -> str:
    """The address of a new draft."""
    answer = send(client, name, data)
    assert answer.status_code == 303, answer.text
    return answer.location
