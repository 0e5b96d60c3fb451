"""Offices for tests of the target, of meetings and of periods: an application of their own, what its pages say."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib
from busy_years import fill
from clients import PASSWORD, PEOPLE, Client, new_client
from flask import Flask

from drafter.register import Register
from webapp import accounts, create_app
from webapp.app import close_app

YEAR = 2025


@contextmanager
def opened(home: Path, *logins: str, filled: bool = True) -> Iterator[Flask]:
    """An application with accounts of `PEOPLE`; in its register two busy years, `YEAR` the second of them."""
    app = create_app(home, local=False)
    app.test_client_class = Client
    with app.extensions["drafter"].database.writing() as connection:
        for login in logins:
            name, unit, roles = PEOPLE[login]
            accounts.make(connection, login, name, unit, roles, PASSWORD)
    if filled:
        fill(register(app), 3, YEAR, 200)
    yield app
    close_app(app)


def register(app: Flask) -> Register:
    found: Register = app.extensions["drafter"].register
    return found


def enter(app: Flask, login: str) -> Client:
    """Somebody who is logged in."""
    client = new_client(app)
    assert client.post("/dang-nhap", data={"login": login, "password": PASSWORD}).status_code == 302
    return client


def page_of(text: str) -> Element:
    page: Element = html5lib.parse(text, namespaceHTMLElements=False)
    return page


def words(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())


def tables(text: str) -> dict[str, list[list[str]]]:
    """The rows of each table, without its headings, by its caption."""
    found = {}
    for table in page_of(text).iter("table"):
        caption = table.find("caption")
        assert caption is not None
        body = table.find("tbody")
        assert body is not None
        found[words(caption)] = [[words(cell) for cell in row] for row in body.iter("tr")]
    return found


def figures(text: str) -> dict[str, str]:
    """The large figures of a page by what they are."""
    page = page_of(text)
    return {words(name): words(value) for name, value in zip(page.iter("dt"), page.iter("dd"), strict=True)}


def links(text: str, start: str) -> list[tuple[str, str]]:
    """The words and targets of the links that lead to paths that begin so."""
    found = ((words(link), link.get("href", "")) for link in page_of(text).iter("a"))
    return [(said, target) for said, target in found if target.startswith(start)]


def heading(text: str) -> str:
    return words(next(page_of(text).iter("h1")))


def alerts(text: str) -> list[str]:
    """What a page says is wrong, in front of a form and at its fields."""
    classes = {"alert-warning", "invalid-feedback"}
    return [words(one) for one in page_of(text).iter() if classes & set(one.get("class", "").split())]
