"""What a register in a file is asked for, and which of its rows somebody has to look at."""

from __future__ import annotations

from collections.abc import Collection

from wtforms import Form

from drafter.nlp.folding import key
from drafter.register.batches import Compared, Comparison
from drafter.render.comparison import is_to_look_at
from webapp.forms import Line, Year


class UploadForm(Form):
    year = Year("Sổ của năm", "Chưa có năm; hãy ghi sổ này là của năm nào.")
    unit = Line("Đơn vị của những văn bản mà sổ không ghi đơn vị (nếu là sổ riêng của một đơn vị)")


def to_look_at(found: Comparison) -> tuple[Compared, ...]:
    """Refused rows first, then changed and doubtful ones, each in the order of the file."""
    rows = [row for row in found.rows if is_to_look_at(row)]
    return tuple(sorted(rows, key=lambda row: row.verdict != "refused"))


def new_units(found: Comparison, known: Collection[str]) -> list[str]:
    """Names of units in the file that the office does not have, each of which would count by itself; none where it has
    no units yet."""
    if not known:
        return []
    named = {row.row.record.unit for row in found.rows if row.row.record and row.verdict != "refused"}
    return sorted(named - {"", *known}, key=key)


def state_words(found: Comparison) -> str:
    """What the register had come to when it was compared: nobody may store what he was shown beside another state."""
    return "-".join(map(str, found.state))
