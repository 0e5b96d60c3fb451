"""A Word skeleton of a kind of document, filled with what is known of it."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from drafter.templates.blocks import Block
from drafter.templates.bodies import last_article, lines, text
from drafter.templates.closings import closing
from drafter.templates.forms import Form
from drafter.templates.heads import copy_head, letterhead, subject_of, title
from drafter.templates.manners import PARTY, STATE, Type
from drafter.templates.paper import BODY, blank, gap, gaps_in, write
from drafter.templates.values import Values


@dataclass(frozen=True, slots=True)
class Skeleton:
    """A file of Word, and how many of its paragraphs still have a gap."""

    data: bytes
    gaps: int
    missing: tuple[str, ...] = ()
    """What is to be filled in at the gaps, in the order of the page, each once."""


def skeleton(form: Form, values: Values, when: datetime, body: Sequence[Block] = ()) -> Skeleton:
    """The skeleton; `when` is written into its properties, and its year into a date that is not given.

    `body` are paragraphs, tables and charts in place of the form's outline.
    """
    manner = PARTY if form.party else STATE
    named = " ".join(filter(None, (form.name, values.one("subject") and subject_of(form, values))))
    made = blank(manner, named, values.one("organ"), when)
    article = ""
    if form.copy:
        for line in values.many("body") or (gap("văn bản hoặc phần văn bản được sao"),):
            write(made, line, Type(manner.text.size), "both", style=BODY)
        copy_head(made, form, values, manner, when.year)
    else:
        found = lines(form, values, body)
        article = last_article(found)
        letterhead(made, form, values, manner, when.year)
        title(made, form, values, manner)
        text(made, form, values, manner, found)
    closing(made, form, values, manner, article)
    marked = made.element.body.xpath(".//w:p[.//w:highlight]")
    missing = dict.fromkeys(word for one in marked for word in gaps_in("".join(one.itertext())))
    data = io.BytesIO()
    made.save(data)
    return Skeleton(data.getvalue(), len(marked), tuple(missing))
