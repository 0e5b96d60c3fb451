"""Marks of State secrets: Phụ lục I, Phần I, Mục III, 3.a Nghị định 30/2020/NĐ-CP; Luật Bảo vệ bí mật nhà nước."""

from __future__ import annotations

import re

from drafter.nlp.folding import toneless

MARKS = ("TUYỆT MẬT", "TỐI MẬT", "MẬT")
_BY_KEY = {toneless(mark): mark for mark in MARKS}
_FRAME = re.compile(r"^[\W_]+|[\W_]+$")
_LONGEST = 24
"""Characters of a mark with blanks between its words, marks over its letters counted apart."""


def secrecy_of(text: str) -> str:
    """The mark of secrecy that stands on a line of its own, or alone between tabs; "" for none.

    Anywhere in the text, and without its tones too: a mark overlooked costs more than a file refused.
    """
    for line in text.replace("\t", "\n").splitlines():
        if not line.isupper():  # so are nearly all; a word in small letters, as in "Mật", is the cell of a table
            continue
        words = _FRAME.sub("", line)
        if len(words) <= _LONGEST and (found := _BY_KEY.get(toneless(" ".join(words.split())))):
            return found
    return ""
