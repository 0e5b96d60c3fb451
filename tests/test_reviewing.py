import logging
from pathlib import Path

import docx
import pytest

from drafter import Corpus, read, review
from drafter.citations.rules import RULES as CITING
from drafter.errors import UnknownCheck
from drafter.layout.check import UNSEEN
from drafter.need import RULES as NEED
from drafter.overlap.check import UNSEEN as OVERLAP
from drafter.reuse.check import RULES
from drafter.tasks.check import RULES as TASKS
from drafter.wording.check import TWINS
from drafter.wording.check import UNSEEN as WORDING


def test_another_check_than_there_are_is_named(library: Corpus, samples: Path) -> None:
    document = read(samples / "drafts" / "1-khong-sao-chep.docx")
    with pytest.raises(UnknownCheck) as raised:
        review(document, library, only=["reuse", "chinh-ta"])
    assert (
        str(raised.value)
        == "Không có phần kiểm tra “chinh-ta”; hãy chọn trong: layout, citations, overlap, tasks, wording, reuse, need."
    )


def test_what_was_not_asked_for_is_not_evaluated(library: Corpus, samples: Path) -> None:
    draft = read(samples / "drafts" / "2-sao-chep-nguyen-van.docx")
    report = review(draft, library, only=[])
    assert (report.findings, report.rules_evaluated) == ((), ())
    assert report.rules_not_evaluated == (
        *RULES,
        *UNSEEN.not_evaluated,
        *CITING,
        *OVERLAP.not_evaluated,
        *TASKS,
        *WORDING.not_evaluated,
        *NEED,
    )
    report = review(draft, library, only=["layout"])
    assert not set(RULES) & set(report.rules_evaluated)
    assert "nd30.PG-05" in report.rules_evaluated


def test_a_check_that_breaks_is_named_and_its_rules_are_not_evaluated(
    library: Corpus, samples: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    class Torn(Corpus):
        """A corpus whose index gives nonsense."""

        def postings(self, hashes, limit):
            raise ValueError("torn")

    with Torn(tmp_path) as torn, caplog.at_level(logging.CRITICAL):
        report = review(read(samples / "drafts" / "2-sao-chep-nguyen-van.docx"), torn, only=["reuse"])
    assert [(skipped.check, skipped.reason) for skipped in report.skipped] == [
        (
            "reuse",
            "Phần kiểm tra sao chép gặp lỗi (ValueError) nên chưa có kết quả; "
            "hãy gửi văn bản cho người phụ trách để xem lại.",
        )
    ]
    assert (report.rules_evaluated, report.rules_not_evaluated[: len(RULES)]) == ((), RULES)


def test_the_report_says_which_document_it_is_about(library: Corpus, samples: Path) -> None:
    document = read(samples / "drafts" / "2-sao-chep-nguyen-van.docx")
    about = review(document, library).document
    assert (about.name, about.sha256, about.characters) == (document.name, document.sha256, len(document.text))
    assert (about.regime, about.kind, about.number, about.date) == ("nd30", "KH", "", "")
    assert about.issuer.startswith("Ủy ban nhân dân xã")
    assert about.subject


def test_how_a_file_is_typed_is_told_once(library: Corpus, samples: Path, tmp_path: Path) -> None:
    """By layout where layout is judged, else by wording."""
    spoiled = docx.Document(str(samples / "drafts" / "2-sao-chep-nguyen-van.docx"))
    longest = max(spoiled.paragraphs, key=lambda one: len(one.text))
    longest.add_run(" Rà soát , bổ sung hồ sơ.")
    spoiled.save(str(tmp_path / "spoiled.docx"))
    draft = read(tmp_path / "spoiled.docx")

    rules = {found.rule for found in review(draft, library).findings}
    alone = {found.rule for found in review(draft, library, only=["wording"]).findings}

    assert "nd30.ND-09" in rules
    assert not rules & set(TWINS)
    assert "word.spacing" in alone
