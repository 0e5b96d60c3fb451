"""The decree's own forms (Phụ lục III), each cut out of the published file: nothing is raised that is not so there."""

import io
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn

from drafter.layout.check import layout
from drafter.readers import read_bytes

FORMS = [*(f"1.{number}" for number in range(1, 11)), "3.1", "3.2"]
# A heading is set in Calibri; Quốc hiệu is of size 12 above Tiêu ngữ and a date of size 14.
MORE = {"1.3": {"nd30.PG-08"}, "1.5": {"nd30.QH-04"}}
# Lines are typed as underscores there, and gaps are what a form has.
SO_IN_THE_FILE = {"nd30.TN-03", "nd30.CQ-03", "nd30.TL-03", "nd30.ND-08"}


@cache
def forms(file: Path) -> dict[str, bytes]:
    return dict(_forms(file))


def _forms(file: Path) -> Iterator[tuple[str, bytes]]:
    elements = _elements(docx.Document(str(file)))
    begins = [at for at, one in enumerate(elements) if re.match(r"\s*Mẫu \d\.\d", _text(one)) and len(_text(one)) < 120]
    for begin, end in zip(begins, [*begins[1:], len(elements)], strict=True):
        made = docx.Document(str(file))
        for at, element in enumerate(_elements(made)):
            if not begin < at < end:
                made.element.body.remove(element)
        data = io.BytesIO()
        made.save(data)
        yield _text(elements[begin]).split()[1], data.getvalue()


def _elements(made):  # type: ignore[no-untyped-def]
    return [one for one in made.element.body if one.tag != qn("w:sectPr")]


def _text(element) -> str:  # type: ignore[no-untyped-def]
    return "".join(one.text or "" for one in element.iter(qn("w:t")))


@pytest.mark.shared
@pytest.mark.parametrize("form", FORMS)
def test_a_form_of_the_decree_raises_only_what_is_so_in_it(shared: Path, form: str) -> None:
    judged = layout(read_bytes("a.docx", forms(shared / "data" / "docx" / "nd30-Phuluc3.docx")[form]))

    assert judged.evaluated
    assert {one.rule for one in judged.findings} - SO_IN_THE_FILE == MORE.get(form, set())


@pytest.mark.shared
@pytest.mark.parametrize("name", ["bao-cao", "cong-van", "quyet-dinh"])
def test_a_template_of_others_raises_what_it_breaks(shared: Path, name: str) -> None:
    data = (shared / "data" / "docx" / f"template-{name}.docx").read_bytes()
    broken = {"nd30.DD-03", "nd30.NN-04", "nd30.ND-08", "nd30.QH-04"}  # Quốc hiệu 12, Tiêu ngữ 14, date 13
    # "Điều 1." is not bold there, and 11 mm from the margin.
    more = {"cong-van": {"nd30.NN-06"}, "quyet-dinh": {"nd30.ND-04", "nd30.BC-05"}}
    assert {one.rule for one in layout(read_bytes("a.docx", data)).findings} == broken | more.get(name, set())
