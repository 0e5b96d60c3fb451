"""What LibreOffice does not carry over into the Word file that it makes of another: those rules are not evaluated.

Found by `bench/converted.py`, which lays 208 Word files beside what came back of them: the 22 of corpus/, 19 sound
documents of the tests, and for each of the 167 rules one that breaks it; BS-01 by the 17 copies of the tests. As
columns it writes how wide it showed them (QH-03: a table that Word would widen); it moves a page break to where the
block of a copy starts (BS-01), gives back other margins of landscape pages (PG-07) and another look of page numbers
(D-04); of RTF also the place of page numbers in the second section (PN-02). Of .doc a section that has the headers of
the one before comes back without page numbers (PN-01), and a text set among paragraphs with blank ones around it
(ND-09).
"""

from __future__ import annotations

from drafter.document import Origin

_ALWAYS = frozenset(("nd30.QH-03", "nd30.BS-01", "nd30.PG-07", "hd05.D-04"))
NOT_CARRIED: dict[Origin, frozenset[str]] = {
    "doc": _ALWAYS | {"nd30.PN-01", "nd30.ND-09"},
    "odt": _ALWAYS,
    "rtf": _ALWAYS | {"nd30.PN-02"},
}
"""The rules that cannot be judged by a file which was converted, by what it was."""
