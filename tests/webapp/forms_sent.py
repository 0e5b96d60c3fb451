"""Forms as a browser sends them: what the page has filled in, with what a person changes."""

from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import Element

import html5lib
from clients import Client
from werkzeug.test import TestResponse


def filled_form(client: Client, page: str, action: str = "", **having: str) -> tuple[str, dict[str, str]]:
    """Where the form of a page goes, and its fields; the first one, to `action` and with such values if those are
    said."""
    answer = client.get(page)
    assert answer.status_code == 200, answer.text
    return form_in(answer.text, action, **having)


def form_in(text: str, action: str = "", **having: str) -> tuple[str, dict[str, str]]:
    tree = html5lib.HTMLParser(namespaceHTMLElements=False).parse(text)
    for form in tree.iter("form"):
        fields = dict(_fields(form))
        fits = form.get("action", "").partition("?")[0] == action if action else form.get("class") != "who"
        if form.get("method") == "post" and fits and having.items() <= fields.items():
            return form.get("action", ""), fields
    raise AssertionError(f"no such form: {action} {having}")


def fill_in(
    client: Client, page: str, action: str = "", having: dict[str, str] | None = None, **said: Any
) -> TestResponse:
    """Opens a page, changes fields of its form, sends it."""
    to, fields = filled_form(client, page, action, **having or {})
    return client.post(to, data=fields | said)


def _fields(form: Element) -> Iterator[tuple[str, str]]:
    for element in form.iter():
        name = element.get("name")
        if not name:
            continue
        if element.tag == "textarea":
            yield name, (element.text or "").removeprefix("\n")
        elif element.tag == "select":
            options = list(element.iter("option"))
            chosen = next((one for one in options if one.get("selected") is not None), options[0])
            yield name, chosen.get("value", "")
        elif element.tag == "input" and element.get("type") == "checkbox":
            if element.get("checked") is not None:
                yield name, element.get("value", "on")
        elif element.tag == "input" and element.get("type") != "file":
            yield name, element.get("value", "")
