"""What stands between the subject and the signature: addressees, bases, text (ô 9a, 6 of Phần IV Phụ lục I NĐ 30)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from docx.document import Document as Word

from drafter.nlp.widths import width
from drafter.templates.blocks import Block, put
from drafter.templates.forms import BLOCKS, Form
from drafter.templates.manners import Manner, Type
from drafter.templates.paper import BODY, gap, write
from drafter.templates.values import Values, capital

_SLOT = re.compile(r"\{(\w+)\|([^}]*)\}")
_BASE = re.compile(r"(?:Căn cứ|Theo|Xét|Thực hiện|Trên cơ sở|Sau khi)\b", re.IGNORECASE)
_HEADING = re.compile(r"[IVXL]+\.\s+\S")
_ARTICLE = re.compile(r"Điều\s+(\d+)\.")
_BEGINS = re.compile(r"^(?:Điều \d+\. |\d+\. )?$|\. $")
"""What stands before the beginning of a sentence."""
_END = re.compile(r"[\s./]+$")
_TO = 35.0
"""mm from the margin to the words "Kính gửi:" above a list."""


def lines(form: Form, values: Values, body: Sequence[Block] = ()) -> list[Block]:
    """The form's lines with its values in them; in place of its outline `body`, else the value of that name."""
    own = list(form.text)
    given = body or values.many("body")
    if given:
        kept = own[: own.index("---")] if "---" in own else []
        return [*(_filled(line, values) for line in kept), *given]
    return [_filled(line, values) for line in own if line != "---"]


def last_article(found: Sequence[Block]) -> str:
    """The number of the last Điều, "" where there is none."""
    said = (line for line in found if isinstance(line, str))
    numbers = [article[1] for line in said if (article := _ARTICLE.match(line.lstrip("# ")))]
    return numbers[-1] if numbers else ""


def text(made: Word, form: Form, values: Values, manner: Manner, found: Sequence[Block]) -> None:
    """Writes the lines, tables and charts; a last line ends with "./." (Phụ lục III NĐ 30), in the Party with a full
    stop."""
    last = found[-1] if found else ""
    closed = _END.sub("", last) + ("." if form.party else "./.") if isinstance(last, str) else ""
    for number, line in enumerate(found, 1):
        if not isinstance(line, str):
            put(made, line, manner)
            continue
        name = line.strip("{}")
        if line.startswith("{") and name in BLOCKS:
            _block(made, name, form, values, manner)
        else:
            _line(made, closed if number == len(found) else line, manner, keep=number == len(found))


def _filled(line: str, values: Values) -> str:
    def said(found: re.Match[str]) -> str:
        value = values.one(found[1]) or gap(found[2])
        return capital(value) if _BEGINS.search(line[: found.start()]) else value

    return _SLOT.sub(said, line)


def _line(made: Word, line: str, manner: Manner, keep: bool) -> None:
    mark, words = (line[:2], line[2:]) if line[:2] in ("= ", "# ") else ("", line)
    strong = Type(manner.text.size, bold=True)
    if mark == "= ":
        write(made, words, strong, before=3, after=6, keep=True)
    elif mark == "# " or (_HEADING.match(words) and words.isupper()):
        write(made, words, strong, "both", style=BODY, keep=True)
    else:
        article = _ARTICLE.match(words)
        write(made, words, manner.text, "both", style=BODY, bold_part=article.end() if article else 0, keep=keep)


def _block(made: Word, name: str, form: Form, values: Values, manner: Manner) -> None:
    if name == "bases":
        for base in _bases(form, values):
            paragraph = write(made, base, manner.base, "both", style=BODY)
            paragraph.paragraph_format.keep_with_next = None
    elif name == "addressees" and form.symbol == "BC" and not values.many("addressees"):
        return  # only a report that goes up has them (điểm b khoản 9 Mục II)
    elif name == "addressees":
        _addressees(made, form, values, manner)
    else:
        said = values.one("office") or values.one("organ") or gap("thẩm quyền ban hành")
        words = said.upper() + (f" {form.name.upper()}" if name == "resolves" else "")
        write(made, words, Type(manner.text.size, bold=True), before=6, after=6, keep=True)


def _bases(form: Form, values: Values) -> Iterator[str]:
    """One a line, ended with ";", the last with "." (điểm a khoản 6 Mục II); in the Party each after "- "."""
    given = values.many("bases")
    said = [_END.sub("", one).rstrip(" ;,").removeprefix("- ") for one in given]
    if not said:
        said = [f"Căn cứ {gap('văn bản làm căn cứ')}"]
        if form.has("office") or form.has("resolves"):
            said.append(f"Theo đề nghị của {gap('đơn vị trình')}")
    for number, one in enumerate(said, 1):
        begun = one if _BASE.match(one) else f"Căn cứ {one}"
        yield f"{'- ' if form.party else ''}{begun}{'.' if number == len(said) else ';'}"


def _addressees(made: Word, form: Form, values: Values, manner: Manner) -> None:
    """One beside "Kính gửi:", several under it with their dashes below the colon (điểm d khoản 9 Mục II)."""
    given = [_END.sub("", one).rstrip(" ;,").removeprefix("- ") for one in values.many("addressees")]
    said = given or [gap("nơi nhận để giải quyết")]
    name = Type(manner.to.size)
    if form.mau == "1.6":
        write(made, f"{values.one('organ') or gap('cơ quan ban hành')} điện:", name, before=6, after=6, keep=True)
    else:
        label = "Kính trình" if form.party and form.symbol == "TTr" else "Kính gửi"
        if len(said) == 1:
            write(made, f"{label}: {said[0]}", manner.to, before=6, after=12)
            return
        write(made, f"{label}:", manner.to, "left", before=6, after=3, indents=(_TO, 0), keep=True)
    left = _TO + width("Kính gửi", manner.to.size)
    for number, one in enumerate(said, 1):
        last = number == len(said)
        write(
            made,
            f"- {one}{'.' if last else ';'}",
            name,
            "left",
            after=12 if last else 3,
            indents=(left + 3, -3),
            keep=not last,
        )
