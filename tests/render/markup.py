"""What a browser's validator would say about a page, as far as the tests need it."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

_VOID = {"meta", "link", "br", "hr", "img", "input", "rect", "circle", "path"}
_BLOCKS = {
    "p",
    "div",
    "section",
    "article",
    "ul",
    "ol",
    "li",
    "table",
    "blockquote",
    "h1",
    "h2",
    "h3",
    "h4",
    "header",
    "footer",
    "nav",
    "main",
}
_ONLY_INLINE = {"p", "h1", "h2", "h3", "h4", "mark", "a", "span", "strong", "ins", "del"}


@dataclass(slots=True)
class Element:
    tag: str
    attributes: dict[str, str]
    text: str = ""
    children: list[Element] = field(default_factory=list)

    def all(self, tag: str, **attributes: str) -> list[Element]:
        """The elements of this name inside, in order, that have these attributes."""
        found = [self] if self.tag == tag and attributes.items() <= self.attributes.items() else []
        return found + [inner for child in self.children for inner in child.all(tag, **attributes)]

    def one(self, tag: str, **attributes: str) -> Element:
        (only,) = self.all(tag, **attributes)
        return only

    def words(self) -> str:
        """All text inside on one line."""
        return " ".join(self.text.split())


class _Builder(HTMLParser):
    """Builds the tree; complains about what is not balanced."""

    def __init__(self) -> None:
        super().__init__()
        self.root = Element("", {})
        self.stack = [self.root]

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attributes]
        assert len(names) == len(set(names)), f"<{tag}> has an attribute twice: {names}"
        inline = next((element.tag for element in reversed(self.stack) if element.tag in _ONLY_INLINE), None)
        assert tag not in _BLOCKS or inline is None, f"<{tag}> inside <{inline}>"
        element = Element(tag, {name: value or "" for name, value in attributes})
        self.stack[-1].children.append(element)
        if tag not in _VOID:
            self.stack.append(element)

    def handle_startendtag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attributes)
        if tag not in _VOID:
            self.stack.pop()

    def handle_endtag(self, tag: str) -> None:
        assert self.stack[-1].tag == tag, f"</{tag}> closes <{self.stack[-1].tag}>"
        self.stack.pop()

    def handle_data(self, data: str) -> None:
        for element in self.stack:
            element.text += data


def parsed(page: str) -> Element:
    """The page's tree, after the checks that hold for every page of ours."""
    builder = _Builder()
    builder.feed(page)
    builder.close()
    root = builder.root
    assert [element.tag for element in builder.stack] == [""], "elements left open"
    assert page.startswith("<!DOCTYPE html>\n")
    assert root.one("html").attributes["lang"] == "vi"
    assert root.one("head").one("title").words()
    ids = [element.attributes["id"] for element in _everything(root) if "id" in element.attributes]
    assert len(ids) == len(set(ids)), "an id stands twice"
    for element in _everything(root):
        for name in ("aria-labelledby", "for", "aria-describedby"):
            assert set(element.attributes.get(name, "").split()) <= set(ids), f"{name} points nowhere"
        if "href" in element.attributes:
            assert element.attributes["href"].removeprefix("#") in ids, f"dead link {element.attributes['href']}"
    _check_headings(root)
    _check_self_contained(page, root)
    return root


def _everything(element: Element) -> list[Element]:
    return [element, *(inner for child in element.children for inner in _everything(child))]


def _check_headings(root: Element) -> None:
    levels = [int(element.tag[1]) for element in _everything(root) if re.fullmatch("h[1-6]", element.tag)]
    assert levels.count(1) == 1 and levels[0] == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels)), f"a level left out: {levels}"


def _check_self_contained(page: str, root: Element) -> None:
    assert not root.all("script") and not root.all("link") and not root.all("img")
    assert not re.search(
        r"""url\((?!#)|@import|(?:src|action|onclick|style)\s*=\s*["'](?!')""", re.sub(r">[^<]*<", "><", page)
    )
