"""The drafter's own Word file with a comment for each finding, its text untouched."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import datetime
from io import BytesIO

import docx
from docx.shared import Mm, Pt
from lxml import etree

from drafter.document import Span
from drafter.readers.docx.cascade import Cascade
from drafter.readers.docx.ooxml import WORD, Element, number, w
from drafter.readers.docx.package import Package
from drafter.readers.docx.story import Story, lay_out
from drafter.readers.packages import content_within
from drafter.readers.plain import line_spans
from drafter.render.anchors import mark, ranges
from drafter.render.package import comments_path, undated, with_comments
from drafter.render.phrases import source_words
from drafter.render.provenance import provenance
from drafter.report import Finding, Report

AUTHOR, INITIALS = "drafter", "dr"
LONGEST_QUOTE = 300
"""Characters of a source that a comment quotes; who wants more opens the source."""
LONGEST_BOX_QUOTE = 120

_FONT = "Times New Roman"
_ZIP = b"PK\x03\x04"
_LARGEST_ID = 2**30
_NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def commented(data: bytes, report: Report, when: datetime | None = None) -> bytes:
    """The Word file `data` with the report's findings as comments, dated `when` (its own clock) or not at all.

    Of a file in another format it is a plain Word document of its text that bears them; of a package it is the file
    inside that the report is of. What has to be known of the file stands in a comment on its first line. The same
    input gives the same bytes.

    Raises ValueError where the report is not of this file, `UnreadableFile` where it cannot be read.
    """
    name = report.document.name
    notes = [list(provenance(report))] if provenance(report) else []
    spans = [Span(0, len(report.text.partition("\n")[0]))] * len(notes) + [finding.span for finding in report.findings]
    if data.startswith(_ZIP) and report.document.origin == "docx":
        data = content_within(name, data, report.document.sha256) or data
        package = Package.open(name, data)
        story = lay_out(package.main, Cascade(package))
        if story.text != report.text:
            raise ValueError(f"{name}: the report is of another text")
    else:
        lines = line_spans(report.text)
        data = _plain_file([_in_xml(line.of(report.text)) for line in lines])
        package = Package.open(name, data)
        story = lay_out(package.main, Cascade(package))
        spans = [_moved(span, lines, story) for span in spans]
    path = comments_path(package)
    comments = None if path is None else package.part(path)
    if comments is None:
        comments = etree.Element(w("comments"), None, {"w": WORD})
    places = ranges(story, spans)
    first = _first_free_id(comments, package.main)
    ids = range(first, first + len(places))
    mark(places, ids)
    found = zip(report.findings, places[len(notes) :], strict=True)
    remarks = [*notes, *(list(_lines(finding, place.in_box)) for finding, place in found)]
    for remark, at in zip(remarks, ids, strict=True):
        comments.append(_comment(at, remark, when))
    return with_comments(package, data, comments)


def _moved(span: Span, lines: Sequence[Span], story: Story) -> Span:
    """The span of a text whose lines are the story's, in the story, where one line feed ends each."""
    starts = [line.start for line in lines]

    def moved(at: int) -> int:
        nth = max(0, bisect_right(starts, at) - 1)
        return story.lines[nth].start + min(max(0, at - starts[nth]), len(lines[nth]))

    return Span(moved(span.start), moved(span.end))


def _first_free_id(*trees: Element) -> int:
    """One more than any id that a comment of the file, or a mark for one, bears."""
    tags = [w(tag) for tag in ("comment", "commentRangeStart", "commentRangeEnd", "commentReference")]
    ids = (number(element.get(w("id"))) for tree in trees for element in tree.iter(*tags))
    return max((taken for taken in ids if taken is not None and taken < _LARGEST_ID), default=-1) + 1


def _lines(finding: Finding, in_box: bool) -> Iterator[str]:
    """The comment's paragraphs."""
    yield finding.message
    if in_box:
        yield f"Chỗ này nằm trong khung chữ: “{_shortened(finding.text, LONGEST_BOX_QUOTE)}”"
    if finding.source:
        yield f"Nguồn: {source_words(finding.source)}"
        yield f"“{_shortened(finding.source.text, LONGEST_QUOTE)}”"
    if finding.suggestion:
        yield f"Nên viết: {finding.suggestion}"
    if finding.basis:
        yield f"Căn cứ: {finding.basis}"


def _shortened(text: str, longest: int) -> str:
    """The text on one line, cut between words."""
    line = " ".join(text.split())
    if len(line) <= longest:
        return line
    head = line[:longest]
    return head[: head.rfind(" ") if " " in head else longest].rstrip(" ,;:.") + "…"


def _comment(at: int, lines: Sequence[str], when: datetime | None) -> Element:
    comment = etree.Element(w("comment"))
    for name, value in (("id", str(at)), ("author", AUTHOR), ("initials", INITIALS)):
        comment.set(w(name), value)
    if when:
        # Word writes the clock's time with a Z, whatever the zone.
        comment.set(w("date"), when.strftime("%Y-%m-%dT%H:%M:%SZ"))
    for nth, line in enumerate(lines):
        paragraph = etree.SubElement(comment, w("p"))
        # Without a style of its own a comment would take over the body's indent and spacing.
        properties = etree.SubElement(paragraph, w("pPr"))
        _property(properties, "spacing", before="0", after="0", line="240", lineRule="auto")
        _property(properties, "ind", left="0", right="0", firstLine="0")
        _property(properties, "jc", val="left")
        if nth == 0:
            etree.SubElement(etree.SubElement(paragraph, w("r")), w("annotationRef"))
        run = etree.SubElement(paragraph, w("r"))
        look = etree.SubElement(run, w("rPr"))
        # The body's font may be one of an old encoding, in which these letters are others.
        _property(look, "rFonts", ascii=_FONT, hAnsi=_FONT, cs=_FONT)
        _property(look, "sz", val="20")
        _property(look, "szCs", val="20")
        text = etree.SubElement(run, w("t"))
        text.set(_SPACE, "preserve")
        text.text = _in_xml(line)
    return comment


def _property(parent: Element, name: str, **values: str) -> None:
    element = etree.SubElement(parent, w(name))
    for key, value in values.items():
        element.set(w(key), value)


def _in_xml(text: str) -> str:
    """The text with a sign for each character that XML cannot hold."""
    return _NOT_IN_XML.sub("\ufffd", text)


def _plain_file(lines: Sequence[str]) -> bytes:
    """A Word document on A4 with the margins of the decree, a paragraph a line."""
    made = docx.Document()
    section = made.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    # Nghị định 30/2020/NĐ-CP, Phụ lục I: lề trên, dưới 20-25 mm, trái 30-35 mm, phải 15-20 mm.
    section.top_margin = section.bottom_margin = section.right_margin = Mm(20)
    section.left_margin = Mm(30)
    made.core_properties.author, made.core_properties.comments = AUTHOR, ""
    made.styles["Normal"].font.name = _FONT
    made.styles["Normal"].font.size = Pt(14)
    for line in lines:
        run = made.add_paragraph().add_run()
        for nth, part in enumerate(line.split("\t")):
            if nth:
                run.add_tab()
            text = etree.SubElement(run._r, w("t"))
            text.text = part
            text.set(_SPACE, "preserve")
    file = BytesIO()
    made.save(file)
    return undated(file.getvalue())
