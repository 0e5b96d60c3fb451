"""How sure a role is, and what that does to a fault."""

from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from sound import look, plan, read, say, shape

from drafter.layout.certainty import SURE, certainty
from drafter.layout.check import layout
from drafter.layout.roles import sheet

SUBJECT = "Rà soát hồ sơ tồn đọng năm 2026"


def test_every_row_of_a_sound_document_is_surely_what_it_is() -> None:
    whole = sheet(read(plan()))
    assert {certainty(whole, at) for at in range(len(whole.rows))} == {1.0}


def test_a_fault_of_a_row_that_may_be_something_else_is_a_warning() -> None:
    made = plan()
    for change in (
        say(SUBJECT, f"{SUBJECT}."),
        look(SUBJECT, bold=False),
        shape(SUBJECT, alignment=ALIGN.LEFT),
    ):
        change(made)
    whole = sheet(read(made))

    assert certainty(whole, whole.roles.index("subject")) < SURE
    severities = {one.rule: one.severity for one in layout(whole.document).findings}
    assert severities["nd30.TL-02"] == "warning"


def test_one_signal_that_is_missing_leaves_the_fault_an_error() -> None:
    made = plan()
    look(SUBJECT, bold=False)(made)
    assert [(one.rule, one.severity) for one in layout(read(made)).findings] == [("nd30.TL-02", "error")]
