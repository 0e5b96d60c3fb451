"""The findings of a version as the pages show them: by tabs, with what is passed over, with the source's context."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from drafter.document import Span
from drafter.layout.rules import RULES as LAYOUT
from drafter.render.marks import BarPart, Item, Marks, bar, items
from drafter.render.phrases import area
from drafter.render.verdict import compared
from drafter.report import Finding, Report, Source
from webapp.ignoring import Ignored, passed_over, without
from webapp.kept import kept_from
from webapp.leaf import lines_from
from webapp.shown import ShownLine, ShownTable, shown

TABS: Mapping[str, str] = {
    "sao-chep": "Sao chép",
    "chong-cheo": "Chồng chéo",
    "the-thuc": "Thể thức",
    "noi-dung": "Nội dung",
}
"""Names of tabs in addresses, and as the screen says them."""
_COMPARING = frozenset({"sao-chep", "chong-cheo"})
"""Those that say something only beside other documents."""
_BY_AREA = {words: name for name, words in TABS.items()}
_CONTEXT = 160
"""Characters of a source that stand before and behind a passage."""
_LINES = 4
"""Lines of them at most: the cells of a table are a line each."""


@dataclass(frozen=True, slots=True)
class Judged:
    """The report of a version, and what of it is passed over."""

    whole: Report
    report: Report
    """Without what is passed over."""
    passed: tuple[Ignored | None, ...]
    """By finding of the whole report."""
    items: tuple[Item, ...]
    """All findings of the whole report."""
    stored: int | None
    """How many documents it was compared with."""

    def of(self, tab: str) -> tuple[tuple[Item, Ignored | None], ...]:
        """The findings of a tab."""
        pairs = zip(self.items, self.passed, strict=True)
        return tuple((item, out) for item, out in pairs if tab_of(item.finding) == tab)

    @property
    def counts(self) -> dict[str, int]:
        """By tab how many findings there are, without what is passed over."""
        return {tab: sum(tab_of(one) == tab for one in self.report.findings) for tab in TABS}

    @property
    def unchecked(self) -> frozenset[str]:
        """The tabs of which nothing is known: none of their rules was judged, or the corpus was empty."""
        checked = {_tab(rule) for rule in self.whole.rules_evaluated}
        if self.stored == 0:
            checked -= _COMPARING
        return frozenset(tab for tab, count in self.counts.items() if not count and tab not in checked)

    @property
    def bar(self) -> tuple[BarPart, ...]:
        """The four shares; none where the draft was compared with nothing."""
        return bar(self.report) if compared(self.report) and self.stored != 0 else ()

    @property
    def first_tab(self) -> str:
        """The first that has anything to look at."""
        return next((tab for tab, count in self.counts.items() if count), next(iter(TABS)))

    def tab_after(self, tab: str) -> str:
        """The next tab that has anything to look at, from the last on to the first; "" where no other has."""
        names = list(TABS)
        at = names.index(tab)
        return next((name for name in (*names[at + 1 :], *names[:at]) if self.counts[name]), "")

    def following(self, number: int) -> int | None:
        """The number of the next finding of the same tab that is not passed over; None behind the last."""
        tab = tab_of(self.whole.findings[number - 1])
        return next((item.number for item, out in self.of(tab) if item.number > number and not out), None)


@dataclass(frozen=True, slots=True)
class Card:
    """A finding with all that its place in the list shows."""

    item: Item
    new: bool
    """Whether the version before had it not."""
    passed: Ignored | None
    before: str = ""
    """What stands before the passage in its source, like `after`."""
    after: str = ""
    stored: bool = False
    """Whether the source is in the corpus still."""
    mends: str = ""
    """What its mended Word file has mended, in words; "" where it cannot be mended without a decision."""


@dataclass(frozen=True, slots=True)
class Cards:
    """A tab."""

    cards: tuple[Card, ...]
    passed: tuple[Card, ...] = field(default=())


def judged(report: str, ignored: Collection[Ignored]) -> Judged:
    """The report that a version keeps, with what is passed over now."""
    kept = kept_from(report)
    passed = passed_over(kept.report.findings, ignored)
    return Judged(kept.report, without(kept.report, passed), passed, items(kept.report, kept.pieces), kept.stored)


def tab_of(finding: Finding) -> str:
    return _tab(finding.rule)


def _tab(rule: str) -> str:
    return _BY_AREA.get(area(rule), "noi-dung")


def page_of(found: Judged, page: str, tab: str) -> tuple[ShownLine | ShownTable, ...]:
    """The draft with the marks of a tab; what is cited and formula only beside what is copied."""
    shown_items = [item for item, out in found.of(tab) if not out]
    return shown(lines_from(page), Marks(found.whole, shown_items, beneath=tab == "sao-chep"))


def cards(found: Judged, tab: str, texts: Mapping[int, str], new: Sequence[Finding] = (), *, mendable: bool) -> Cards:
    """The findings of a tab. `texts` are those of the sources (`sources_of`), `new` what the version before had not."""
    fresh = {id(finding) for finding in new}
    made = [
        Card(
            item,
            id(item.finding) in fresh,
            out,
            *_context(item.finding.source, texts),
            stored=bool(item.finding.source and item.finding.source.id in texts),
            mends=_mends(item.finding) if mendable else "",
        )
        for item, out in found.of(tab)
    ]
    return Cards(tuple(one for one in made if not one.passed), tuple(one for one in made if one.passed))


def sources_of(found: Judged, tab: str) -> set[int]:
    """The stored documents that a tab lays beside the draft."""
    return {item.finding.source.id for item, _ in found.of(tab) if item.finding.source}


def mended_words(findings: Iterable[Finding]) -> str:
    """What the mended Word file will have: "thay 6 đoạn chép bằng dẫn chiếu, sửa 4 chỗ thể thức"; "" for nothing."""
    fixed = [one for one in findings if one.fix]
    laid = sum(one.rule in LAYOUT for one in fixed)
    copied = len(fixed) - laid
    said = (f"thay {copied} đoạn chép bằng dẫn chiếu" if copied else "", f"sửa {laid} chỗ thể thức" if laid else "")
    return ", ".join(filter(None, said))


def _mends(finding: Finding) -> str:
    if not finding.fix:
        return ""
    if finding.rule in LAYOUT:
        return f"tải tệp Word sửa mọi chỗ về {LAYOUT[finding.rule].about}"
    return "tải tệp Word thay riêng đoạn này"


def _context(source: Source | None, texts: Mapping[int, str]) -> tuple[str, str]:
    """What stands around a passage of a source, whole words; nothing where the source is another one by now."""
    text = texts.get(source.id, "") if source else ""
    if source is None or not text or source.span.of(text) != source.text:
        return "", ""
    before = Span(max(0, source.start - _CONTEXT), source.start).of(text)
    after = Span(source.end, source.end + _CONTEXT).of(text)
    if source.start > _CONTEXT:
        before = "… " + before.partition(" ")[2]
    if source.end + _CONTEXT < len(text):
        after = after.rpartition(" ")[0] + " …"
    above, below = before.split("\n"), after.split("\n")
    if len(above) > _LINES:
        before = "… " + "\n".join(above[-_LINES:])
    if len(below) > _LINES:
        after = "\n".join(below[:_LINES]) + " …"
    return before, after
