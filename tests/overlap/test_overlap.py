"""What is said of documents that already cover a draft, and where nothing is said."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from forests import (
    ALARM,
    BEES,
    BREAKS,
    BRIDGES,
    COMMUNE,
    PROVINCE,
    STORED,
    WATCH,
    decision,
    plan,
    stored,
)

from drafter import Corpus, Finding, review
from drafter.corpus import Item, Standing, Statement
from drafter.overlap.check import RULES
from drafter.readers import read_bytes

REGULATION = stored(decision(WATCH, ALARM, BREAKS), "27/2026/QĐ-UBND", "QĐ", PROVINCE)
OWN = stored(plan(WATCH, ALARM, BREAKS, way=STORED, number="31"), "31/KH-UBND", "KH", COMMUNE)
OTHERS = [
    stored(decision(BEES, number="9/2026/QĐ-UBND"), "9/2026/QĐ-UBND", "QĐ", PROVINCE, title="Quy định về nuôi ong"),
    stored(plan(BRIDGES, number="12"), "12/KH-UBND", "KH", COMMUNE, title="Sửa chữa cầu treo"),
]


@pytest.fixture
def corpus(tmp_path: Path) -> Iterator[Corpus]:
    with Corpus(tmp_path, url=f"sqlite:///{tmp_path}/kho.sqlite3") as opened:
        yield opened


def found(corpus: Corpus, text: str, *items: Item) -> tuple[Finding, ...]:
    list(corpus.add_all(items))
    report = review(read_bytes("du-thao.txt", text.encode()), corpus, only=["overlap"])
    assert not report.skipped
    assert set(RULES) <= set(report.rules_evaluated)
    return report.findings


def test_a_regulation_that_covers_the_draft_is_named_with_its_place(corpus: Corpus) -> None:
    draft = plan(WATCH, ALARM, BREAKS)
    (finding,) = found(corpus, draft, REGULATION, *OTHERS)

    assert (finding.rule, finding.severity, finding.fix) == ("overlap.regulation", "warning", False)
    assert finding.span.of(draft) == finding.text
    assert finding.source
    assert finding.source.number == "27/2026/QĐ-UBND"
    assert finding.source.span.of(REGULATION.text) == finding.source.text
    covered = next(topic for topic in (WATCH, ALARM, BREAKS) if topic[0][1] in finding.text)
    assert covered[STORED][1] in finding.source.text
    assert finding.source.locator in {"Điều 1", "Điều 2", "Điều 3"}
    assert finding.score and 0.35 <= finding.score <= 1


def test_the_message_says_what_where_why_and_what_to_do(corpus: Corpus) -> None:
    bases = "Căn cứ Quyết định số 88/QĐ-BNNMT ngày 05/01/2026 của Bộ Nông nghiệp và Môi trường;"
    regulation = stored(f"{decision(WATCH, ALARM)}\n{bases}", "27/2026/QĐ-UBND", "QĐ", PROVINCE)
    (finding,) = found(corpus, plan(WATCH, BRIDGES, bases=bases), regulation)

    assert finding.message.startswith(
        "Quyết định số 27/2026/QĐ-UBND đã có nội dung của mục 1 (ở Điều 1): giống nhau khoảng "
    )
    assert "% dự thảo, cùng nói về “" in finding.message
    assert ", cùng dẫn Quyết định số 88/QĐ-BNNMT; " in finding.message
    assert finding.message.endswith("hãy dẫn chiếu văn bản ấy và chỉ giữ lại phần chưa được quy định.")
    assert finding.suggestion == (
        "Thực hiện theo Điều 1 Quyết định số 27/2026/QĐ-UBND ngày 02 tháng 3 năm 2026 của Ủy ban nhân dân tỉnh Lào Cai "
        "về phòng cháy rừng."
    )
    assert finding.basis == "Kết luận số 226-KL/TW, ngày 11/12/2025 của Ban Bí thư"
    assert finding.severity == "info", "half of the draft is its own"


def test_the_terms_that_are_named_are_words_of_the_draft(corpus: Corpus) -> None:
    draft = plan(WATCH, ALARM, BREAKS)
    (finding,) = found(corpus, draft, REGULATION)
    named = finding.message.partition("cùng nói về ")[2].partition(";")[0]
    terms = [term.strip("“” ") for term in named.split(",")]
    assert len(terms) > 1
    assert all(len(term.split()) > 1 and term in finding.text.lower() for term in terms)


def test_the_more_is_covered_the_more_is_said(corpus: Corpus) -> None:
    def share(*topics: object) -> int:
        (finding,) = found(corpus, plan(*topics), REGULATION)  # type: ignore[arg-type]
        return int(finding.message.partition("khoảng ")[2].partition("%")[0])

    assert share(WATCH, BRIDGES) < share(WATCH, ALARM, BRIDGES) < share(WATCH, ALARM, BREAKS)


def test_an_own_document_of_the_same_content_is_to_be_replaced(corpus: Corpus) -> None:
    (finding,) = found(corpus, plan(WATCH, ALARM, BREAKS), OWN, *OTHERS)
    assert (finding.rule, finding.severity) == ("overlap.issued", "warning")
    assert "hãy ghi rõ văn bản mới thay thế văn bản ấy" in finding.message
    assert finding.suggestion.startswith("Văn bản này thay thế Kế hoạch số 31/KH-UBND")


def test_an_own_document_that_says_much_more_is_to_be_amended(corpus: Corpus) -> None:
    whole = plan(WATCH, BREAKS, BEES, BRIDGES, (("", ""), ALARM[0]), way=0, number="31")
    long = stored(f"{whole}\n{BRIDGES[0][1] * 6}", "31/KH-UBND", "KH", COMMUNE)
    (finding,) = found(corpus, plan(WATCH), long)
    assert "hãy sửa đổi, bổ sung nó thay vì ban hành thêm văn bản mới" in finding.message
    assert finding.suggestion.startswith("Sửa đổi, bổ sung Kế hoạch số 31/KH-UBND")


def test_two_own_documents_with_a_part_in_common_are_to_be_merged(corpus: Corpus) -> None:
    own = stored(plan(WATCH, BEES, way=STORED, number="31"), "31/KH-UBND", "KH", COMMUNE)
    (finding,) = found(corpus, plan(WATCH, BRIDGES), own)
    assert "hãy gộp hai văn bản làm một" in finding.message
    assert finding.suggestion.startswith("Gộp với Kế hoạch số 31/KH-UBND")


def test_a_base_is_named_only_where_it_covers_much_and_never_as_a_warning(corpus: Corpus) -> None:
    bases = "Căn cứ Quyết định số 27/2026/QĐ-UBND ngày 02/3/2026 của Ủy ban nhân dân tỉnh Lào Cai;"
    assert not found(corpus, plan(WATCH, BRIDGES, BEES, bases=bases), REGULATION)
    (finding,) = found(corpus, plan(WATCH, ALARM, BREAKS, bases=bases), REGULATION)
    assert finding.severity == "info"
    assert "hãy dẫn chiếu thay vì nêu lại, vì dự thảo đã lấy văn bản ấy làm căn cứ" in finding.message


@pytest.mark.parametrize(
    "said",
    [
        "Kế hoạch này thay thế Kế hoạch số 31/KH-UBND ngày 02/3/2026 của Ủy ban nhân dân xã.",
        "Sửa đổi, bổ sung một số nội dung của Kế hoạch số 31/KH-UBND ngày 02/3/2026.",
        "Kế hoạch số 31/KH-UBND ngày 02/3/2026 hết hiệu lực kể từ ngày ký.",
    ],
)
def test_what_the_draft_itself_replaces_or_amends_is_passed_over(corpus: Corpus, said: str) -> None:
    assert not found(corpus, f"{plan(WATCH, ALARM, BREAKS)}\n{said}", OWN)


@pytest.mark.parametrize(
    "item",
    [
        pytest.param(
            stored(OWN.text, "31/KH-UBND", "KH", "Ủy ban nhân dân xã Bản Qua"), id="a plan of another commune"
        ),
        pytest.param(stored(OWN.text, "31/BC-UBND", "BC", COMMUNE), id="a report"),
        pytest.param(
            stored(OWN.text, "8/KH-UBND", "KH", PROVINCE), id="a plan from above: the check for copies has it"
        ),
        pytest.param(stored(OWN.text, "31/KH-UBND", "KH", COMMUNE, "2026-12-24"), id="issued later"),
        pytest.param(
            stored(OWN.text, "31/KH-UBND", "KH", COMMUNE, "2024-12-24", "Phòng cháy rừng năm 2025"),
            id="of a year gone by",
        ),
        pytest.param(
            stored(OWN.text, "31/KH-UBND", "KH", COMMUNE, "2021-02-03", "Phòng cháy rừng giai đoạn 2021 - 2025"),
            id="of a period gone by",
        ),
        pytest.param(OTHERS[0], id="another subject"),
        pytest.param(OTHERS[1], id="another subject of the office"),
    ],
)
def test_silence_where_nothing_regulates_the_subject(corpus: Corpus, item: Item) -> None:
    assert not found(corpus, plan(WATCH, ALARM, BREAKS), item)


@pytest.mark.parametrize(
    ("standing", "count"),
    [
        (Standing("expired"), 0),
        (Standing("replaced", "2026-01-01", "40/2026/QĐ-UBND"), 0),
        (Standing("expired", "2031-01-01"), 1),
        (Standing("amended", "2026-01-01", "41/2026/QĐ-UBND"), 1),
        (Standing("in_force"), 1),
    ],
)
def test_what_is_known_to_be_out_of_force_covers_nothing(corpus: Corpus, standing: Standing, count: int) -> None:
    list(corpus.add_all([REGULATION]))
    corpus.relate([Statement("27/2026/QĐ-UBND", standing=standing)])
    assert len(found(corpus, plan(WATCH, ALARM, BREAKS))) == count


def test_a_plan_for_the_years_to_come_is_in_force(corpus: Corpus) -> None:
    own = stored(OWN.text, "31/KH-UBND", "KH", COMMUNE, "2025-12-24", "Phòng cháy rừng giai đoạn 2025 - 2030")
    assert len(found(corpus, plan(WATCH, ALARM, BREAKS), own)) == 1


def test_the_draft_itself_in_the_corpus_is_passed_over(corpus: Corpus) -> None:
    assert not found(corpus, plan(WATCH, ALARM, BREAKS, number="31"), OWN)


def test_what_was_copied_from_above_is_left_to_the_check_for_copies(corpus: Corpus) -> None:
    assert not found(corpus, plan(WATCH, ALARM, BREAKS, way=STORED), REGULATION)


def test_at_most_five_documents_are_named_the_nearest_ones(corpus: Corpus) -> None:
    many = [stored(OWN.text, f"{number}/KH-UBND", "KH", COMMUNE) for number in range(40, 48)]
    assert len(found(corpus, plan(WATCH, ALARM, BREAKS), *many)) == 5


@pytest.mark.parametrize("kind", ["BÁO CÁO", "TỜ TRÌNH", "THÔNG BÁO"])
def test_documents_that_regulate_nothing_are_not_judged(corpus: Corpus, kind: str) -> None:
    list(corpus.add_all([OWN]))
    text = plan(WATCH, ALARM, BREAKS).replace("KẾ HOẠCH", kind).replace("/KH-UBND", "/UBND")
    report = review(read_bytes("a.txt", text.encode()), corpus, only=["overlap"])
    assert set(RULES) <= set(report.rules_not_evaluated)


def test_an_empty_corpus_and_an_empty_draft_say_nothing(corpus: Corpus) -> None:
    assert not found(corpus, plan(WATCH, ALARM, BREAKS))
    assert not found(corpus, "KẾ HOẠCH", REGULATION)
