import logging
from pathlib import Path

import pytest

from drafter import Corpus, read, review
from drafter.citations.rules import RULES as CITING
from drafter.errors import UnknownCheck
from drafter.layout.check import UNSEEN
from drafter.reuse.check import RULES


def test_another_check_than_there_are_is_named(library: Corpus, samples: Path) -> None:
    document = read(samples / "drafts" / "1-khong-sao-chep.docx")
    with pytest.raises(UnknownCheck) as raised:
        review(document, library, only=["reuse", "chinh-ta"])
    assert str(raised.value) == "Không có phần kiểm tra “chinh-ta”; hãy chọn trong: layout, citations, reuse."


def test_what_was_not_asked_for_is_not_evaluated(library: Corpus, samples: Path) -> None:
    draft = read(samples / "drafts" / "2-sao-chep-nguyen-van.docx")
    report = review(draft, library, only=[])
    assert (report.findings, report.rules_evaluated) == ((), ())
    assert report.rules_not_evaluated == (*RULES, *UNSEEN.not_evaluated, *CITING)
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
