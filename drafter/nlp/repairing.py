"""Recognised texts repaired by what official documents usually say, without another text beside them.

Only where a syllable stands in no usual word and another of the same letters would: "thẩm quyên" is "thẩm quyền". What
is repaired serves to find a passage; what it says is judged by the draft beside it (see `misreading`).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

from drafter.nlp.misreading import Change, Row, skeleton
from drafter.nlp.rarity import is_known, usual
from drafter.nlp.scanning import LINE
from drafter.nlp.syllables import normal

RARE, USUAL = 9.5, 14.0
"""Bits of a usual syllable from which it may have been another, and of the word that this one must make at the most."""
UNKNOWN = 99.0


def repaired(row: Row, text: str, settled: Collection[str] = ()) -> Row:
    """The row of a recognised text: marks set right, syllables joined and split, lines that go on made one. Syllables
    that are `settled` stay as they are."""
    row = replace(row, pauses=list(_pauses(row, text)))
    changes = list(_changes(row, text, settled))
    return row.exchanged(changes) if changes else row


def _pauses(row: Row, text: str) -> Iterator[int]:
    """No pause where a line goes on in small letters: the paper ended there, not the sentence."""
    end = 0
    for start, pause, stop in zip(row.starts, row.pauses, row.ends, strict=True):
        goes_on = pause == LINE and text[start].islower() and not text[end:start].strip(" \n\t,-–")
        yield 0 if goes_on and end else pause
        end = stop


def _changes(row: Row, text: str, settled: Collection[str]) -> Iterator[Change]:
    forms = row.forms
    pairs = usual()
    taken = 0
    for at, form in enumerate(forms):
        before, behind = forms[at - 1] if at else "", forms[at + 1] if at + 1 < len(forms) else ""
        if at < taken or form.isdigit() or form in settled or (before, form) in pairs or (form, behind) in pairs:
            continue
        if behind and not (is_known(form) and is_known(behind)):
            joined = normal(text[row.starts[at] : row.ends[at]] + text[row.starts[at + 1] : row.ends[at + 1]])
            if is_known(joined):
                taken = at + 2
                yield at, taken, (joined,)
                continue
        if words := _marked(before, form, behind) or _parted(form, text[row.starts[at] : row.ends[at]]):
            yield at, at + 1, words


def _marked(before: str, form: str, behind: str) -> tuple[str, ...]:
    """The syllable of the same letters that makes the most usual word with a neighbour; of what is no usual syllable
    the only one of these letters that is."""
    words = usual()
    own = words.get((form,), UNKNOWN)
    alike = _by_skeleton().get(skeleton(form), ())
    fitting = ((min(words.get((before, one), UNKNOWN), words.get((one, behind), UNKNOWN)), one) for one in alike)
    bits, best = min(fitting, default=(UNKNOWN, ""))
    if own >= RARE and bits < (UNKNOWN if own == UNKNOWN else USUAL):
        return (best,)
    return tuple(alike) if own == UNKNOWN and len(alike) == 1 and len(form) > 2 else ()


def _parted(form: str, written: str) -> tuple[str, ...]:
    """The usual word of two syllables that lost the blank between them."""
    if is_known(form) or len(written) < 5:
        return ()
    parts = ((normal(written[:at]), normal(written[at:])) for at in range(2, len(written) - 1))
    return next((pair for pair in parts if pair in usual()), ())


@cache
def _by_skeleton() -> Mapping[str, Sequence[str]]:
    """The usual syllables by what the recognition keeps of them."""
    found: dict[str, list[str]] = {}
    for forms in usual():
        if len(forms) == 1 and not forms[0].isdigit():
            found.setdefault(skeleton(forms[0]), []).append(forms[0])
    return found
