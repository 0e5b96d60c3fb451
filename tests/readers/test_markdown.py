"""Markdown: the text as shown."""

import pytest

from drafter.document import Cell
from drafter.errors import EmptyFile
from drafter.readers import read_bytes

PLAN = """\
---
title: Kế hoạch
---
# Kế hoạch

Văn *nghiêng* **đậm** và [dẫn](http://a.example/),
cùng đoạn\\
dòng mới

- một
  1. hai
- ba

| Số | Ngày |
|---|---|
| 1 | 2 |

```
mã  giữ *nguyên*
  lùi
```
<script>alert(1)</script>

\\* không phải mục
"""


def test_the_text_is_what_is_shown() -> None:
    made = read_bytes("a.md", PLAN.encode())

    assert made.origin == "md"
    assert made.text.split("\n") == [
        "Kế hoạch",
        "Văn nghiêng đậm và dẫn, cùng đoạn",
        "dòng mới",
        "- một",
        "1. hai",
        "- ba",
        "Số",
        "Ngày",
        "1",
        "2",
        "mã  giữ *nguyên*",
        "  lùi",
        "* không phải mục",
    ]
    assert [one.label for one in made.paragraphs if one.label] == ["-", "1.", "-"]
    assert [one.cell for one in made.paragraphs if one.cell] == [
        Cell(0, 0, 0),
        Cell(0, 0, 1),
        Cell(0, 1, 0),
        Cell(0, 1, 1),
    ]
    slanted = [run for run in made.paragraphs[1].runs if run.format.italic]
    assert [run.span.of(made.text) for run in slanted] == ["nghiêng"]
    assert made.paragraphs[0].runs[0].format.bold


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("+++\na = 1\n+++\nnội dung", "nội dung"),
        ("một\n\n---\nhai\n---\n", "một\nhai"),
        ("---\nkhông đóng", "không đóng"),
        ("1\\) a\r\n\r\nb", "1) a\nb"),
    ],
)
def test_front_matter_is_left_out_and_rules_are_not(source: str, text: str) -> None:
    assert read_bytes("a.md", source.encode()).text == text


def test_an_empty_one_is_refused() -> None:
    with pytest.raises(EmptyFile):
        read_bytes("a.md", b"---\na: 1\n---\n<!-- x -->\n")
