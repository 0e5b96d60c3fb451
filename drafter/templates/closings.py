"""What stands below the text: signature beside recipients (ô 7a, 7b, 9b of Phần IV Phụ lục I NĐ 30)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docx.document import Document as Word
from docx.table import _Cell

from drafter.nlp.folding import key
from drafter.templates.forms import Form
from drafter.templates.manners import Manner, Type
from drafter.templates.names import archive_of
from drafter.templates.paper import gap, table, write
from drafter.templates.values import Values

_COLUMNS = (77.0, 88.0)
_ROOM = 62.0
"""pt for the signature."""
_PREFIX = re.compile(r"(TM|KT|TL|TUQ|Q|T/M|K/T|T/L)\b\.?\s*", re.IGNORECASE)
_CONFIRMED = "Xác nhận của cơ quan (tổ chức) hoặc chính quyền địa phương nơi nghỉ phép (nếu cần)"


def closing(made: Word, form: Form, values: Values, manner: Manner, article: str) -> None:
    """The table that closes a document, none of its rows divided by a page."""
    write(made, "", Type(6), "left", keep=True)
    two = bool(form.signers)
    confirmed = form.mau == "1.10"
    grid = table(made, _COLUMNS, 1 + (two and form.recipients) + confirmed)
    left, right = grid.rows[0].cells
    if two:
        for cell, title, name in zip((left, right), form.signers, ("other", "signer"), strict=True):
            _signature(cell, [title], values.one(name), manner)
    else:
        _signature(right, _titles(form, values), values.one("signer"), manner)
    if form.recipients:
        _recipients(grid.rows[1].cells[0] if two else left, form, values, manner, article)
    if confirmed:
        write(grid.rows[1].cells[0], _CONFIRMED, Type(manner.text.size), before=12, after=_ROOM)


def _titles(form: Form, values: Values) -> list[str]:
    """Authority and title, line by line; for whom a council's chairman signs is known without being said."""
    authority, title = list(values.many("authority")), values.one("title")
    organ = values.one("organ")
    council = re.match(r"(?:uy ban|hôi đông) nhân dân", key(organ))
    if not authority and council and re.match(r"chu tich\b", key(title)):
        authority = ["TM. " + " ".join(organ.split()[:4])]
    said = [_authority(one, form.party) for one in authority]
    return [*said, *([title] if title else []), *([] if title or said else [gap("quyền hạn, chức vụ người ký")])]


def _authority(words: str, party: bool) -> str:
    """With the prefix as the regime writes it: TM., KT., TL., TUQ., Q.; in the Party T/M, K/T, T/L, Q."""
    found = _PREFIX.match(words)
    if not found or found.end() == len(words):
        return words
    letters = found[1].upper().replace("/", "")
    if party:
        prefix = f"{letters[0]}/{letters[1]}" if letters in ("TM", "KT", "TL") else f"{letters}."
    else:
        prefix = f"{letters}."
    return f"{prefix} {words[found.end() :]}"


def _signature(cell: _Cell, titles: list[str], name: str, manner: Manner) -> None:
    """Titles in capitals, room to sign, the name."""
    strong = Type(manner.title.size, bold=True)
    for title in titles:
        words = title.upper()
        write(cell, words, strong if _PREFIX.match(words) else manner.title, keep=True)
    write(cell, name or gap("họ và tên"), strong, before=_ROOM)


def _recipients(cell: _Cell, form: Form, values: Values, manner: Manner, article: str) -> None:
    before = 12 if form.signers else 0
    write(cell, "Nơi nhận:", manner.noi_nhan, "left", before=before, keep=True)
    for line in _listed(form, values, article):
        write(cell, line, manner.recipient, "left", indents=(2.5, -2.5))


def _listed(form: Form, values: Values, article: str) -> Iterator[str]:
    """The recipients, each after a dash; the last keeps the original: "- Lưu: VT, KT." (điểm d khoản 9 Mục II)."""
    said = [one.removeprefix("- ").rstrip(" ;,.") for one in values.many("recipients")]
    first = form.first.replace("{last}", article)
    if form.has("addressees") and not values.many("addressees") and form.symbol == "BC":
        first = ""
    if first and (article or "{last}" not in form.first):
        yield f"- {first};"
    default = [] if form.mau in ("1.8", "1.10") and first else [gap("nơi nhận")]
    yield from (f"- {one};" for one in said or default if key(one) != key(first) and not key(one).startswith("lưu"))
    if form.party:
        yield f"- Lưu {values.one('archive') or archive_of(values.one('organ')) or gap('nơi lưu')}."
    else:
        yield f"- Lưu: {form.kept or 'VT, ' + (values.one('unit') or gap('đơn vị soạn thảo'))}."
