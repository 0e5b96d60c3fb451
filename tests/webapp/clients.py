"""Clients of the web application that look at every page they are given."""

import re
from collections import Counter
from itertools import count
from typing import Any
from xml.etree.ElementTree import Element

import html5lib
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

PASSWORD = "matkhau-1"
PEOPLE = {
    "drafter": ("Nguyễn Văn Soạn", "Phòng Kinh tế", {"drafter"}),
    "colleague": ("Trần Thị Bình", "Phòng Kinh tế", {"drafter"}),
    "stranger": ("Lê Văn Xa", "Phòng Văn hóa - Xã hội", {"drafter"}),
    "office": ("Phạm Thị Phòng", "Văn phòng", {"office"}),
    "clerk": ("Hoàng Văn Thư", "Văn phòng", {"clerk"}),
    "leader": ("Đỗ Thị Lãnh", "", {"leader"}),
    "admin": ("Vũ Quản Trị", "Văn phòng", {"admin"}),
}
"""By login: a name, a unit, the roles."""
_TOKEN = re.compile(r'name="csrf_token" value="([^"]+)"')
_ADDRESSES = count(1)
_LABELLED = ("input", "select", "textarea")


class Client(FlaskClient):
    """A browser without JavaScript: sends the form's token along, and asserts what holds for every page."""

    def open(self, *args: Any, **kwargs: Any) -> TestResponse:
        if kwargs.get("method") == "POST" and isinstance(kwargs.get("data", {}), dict):
            kwargs["data"] = {"csrf_token": self.token(), **kwargs.get("data", {})}
        response = super().open(*args, **kwargs)
        shown = response.mimetype == "text/html" and "Content-Disposition" not in response.headers
        if shown and not 300 <= response.status_code < 400:
            assert_page(response.text)
        return response

    def token(self) -> str:
        """What forms carry so that no other site can send them."""
        page = super().open("/dang-nhap", follow_redirects=True).text
        found = _TOKEN.search(page)
        assert found, page
        return found[1]


def assert_page(text: str) -> None:
    """Valid HTML in Vietnamese, one h1, unique ids, everything labelled, nothing inline, nothing from elsewhere."""
    page = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(text)
    assert page.get("lang") == "vi"
    elements = [element for element in page.iter() if isinstance(element.tag, str)]
    assert sum(element.tag == "h1" for element in elements) == 1
    ids = Counter(element.get("id") for element in elements if element.get("id"))
    assert not [id for id, times in ids.items() if times > 1]
    assert not [element.attrib for element in elements if not _is_labelled(element, page)]
    for element in elements:
        assert not [name for name in element.attrib if name == "style" or name.startswith("on")], element.attrib
        assert element.tag != "style" and (element.tag != "script" or element.get("src")), "inline"
        assert element.tag != "button" or "".join(element.itertext()).strip() or element.get("aria-label")
        assert element.tag != "table" or element.find("caption") is not None or element.get("role") == "presentation"
        assert not element.get("src", "").startswith(("http:", "https:", "//"))
        for reference in (element.get("aria-labelledby", "") + " " + element.get("aria-describedby", "")).split():
            assert reference in ids, reference
        target = element.get("href", "")
        assert not (target.startswith("#") and target[1:]) or target[1:] in ids, target
    for table in (one for one in elements if one.tag == "table" and "stacked" in one.get("class", "").split()):
        _assert_labels(table)


def _assert_labels(table: Element) -> None:
    """On a telephone the cells of a row stand below each other: each says its column, but for the row's heading."""
    head, body = table.find("thead"), table.find("tbody")
    assert head is not None and body is not None
    columns = ["".join(one.itertext()).strip() for one in head.iter("th")]
    for row in (one for one in body.iter("tr") if one[0].get("colspan") is None):
        assert [cell.get("data-label", said) for cell, said in zip(row, columns, strict=True)] == columns
        assert all(cell.get("data-label") for cell in row if cell.tag == "td")


def _is_labelled(element: Element, page: Element) -> bool:
    if element.tag not in _LABELLED or element.get("type") in ("hidden", "submit"):
        return True
    if element.get("aria-label") or element.get("aria-labelledby"):
        return True
    labels = list(page.iter("label"))
    return any(label.get("for") == element.get("id") for label in labels if label.get("for")) or any(
        inner is element for label in labels for inner in label.iter()
    )


def new_client(app: Flask) -> Client:
    """A client at an address of its own, so that how often it may ask is its own affair."""
    client = app.test_client()
    assert isinstance(client, Client)
    nth = next(_ADDRESSES)
    client.environ_base["REMOTE_ADDR"] = f"10.0.{nth // 250}.{nth % 250 + 1}"
    return client
