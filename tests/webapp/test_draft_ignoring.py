"""Passing over findings with a reason, showing them again, and what that does to counts, shares and files."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from clients import Client
from docx.document import Document
from docx.shared import Mm
from flask import Flask
from sqlalchemy import select
from uploads import begun, fresh, send

from drafter.document import Span
from drafter.readers import read_bytes
from drafter.report import About, Finding, Report, Shares
from webapp.ignoring import Ignored, identity_of, keys_of, passed_over, reason_words, without
from webapp.tables import log, version

ClientOf = Callable[[str], Client]


def in_arial(document: Document) -> None:
    """The whole body in a font that the decree does not allow."""
    for paragraph in document.paragraphs:
        for run in paragraph.runs:
            run.font.name = "Arial"


@pytest.fixture
def path_of(client_of: ClientOf, samples: Path) -> tuple[Client, str]:
    client = client_of("drafter")
    return client, begun(client, fresh(samples / "drafts" / "2-sao-chep-nguyen-van.docx"))


def pass_over(client: Client, path: str, number: int, scope: str = "here", reason: str = "cited", words: str = ""):
    form = {"so": str(number), "scope": scope, "reason": reason, "words": words}
    return client.post(f"{path}/bo-qua?phan=sao-chep&ban=1", data=form)


def report_of(client: Client, path: str) -> dict:
    return json.loads(client.get(f"{path}/tep/so-lieu").data)


def copied_in_lists(app: Flask, path: str) -> int:
    id = int(path.rpartition("/")[2])
    with app.extensions["drafter"].database.reading() as connection:
        return connection.execute(select(version.c.copied).where(version.c.draft_id == id)).scalar_one()


def test_a_finding_is_passed_over_and_shown_again(app: Flask, path_of: tuple[Client, str]) -> None:
    client, path = path_of
    before, copied = report_of(client, path), copied_in_lists(app, path)

    answer = pass_over(client, path, 1, words="dẫn ở phần căn cứ")
    page, after = client.get(answer.location).text, report_of(client, path)

    assert answer.status_code == 303
    assert answer.location.endswith("#muc-2")
    assert "Đã bỏ qua (1)" in page
    assert "Đã dẫn nguồn: dẫn ở phần căn cứ" in page
    assert "finding warning passed" in page
    assert len(after["findings"]) == len(before["findings"]) - 1
    assert after["summary"]["copied"] < before["summary"]["copied"]
    assert sum(after["summary"][name] for name in ("copied", "cited", "formula", "own")) == pytest.approx(1)
    assert copied_in_lists(app, path) == round(after["summary"]["copied"] * 1000) < copied

    id = re.search(r'name="bo-qua" value="(\d+)"', page)
    assert id
    for _ in range(2):
        assert client.post(f"{path}/hien-lai?phan=sao-chep", data={"bo-qua": id[1]}).status_code == 303
    assert report_of(client, path) == before
    assert copied_in_lists(app, path) == copied
    assert "Đã bỏ qua (" not in client.get(path).text


def test_passing_over_and_showing_again_are_noted_once(app: Flask, path_of: tuple[Client, str]) -> None:
    client, path = path_of
    for _ in range(2):
        pass_over(client, path, 1)

    with app.extensions["drafter"].database.reading() as connection:
        query = select(log.c.who, log.c.detail).where(
            log.c.action == "finding ignored", log.c.subject == path.rpartition("/")[2]
        )
        assert connection.execute(query).all() == [("drafter", "Chép nguyên văn: Đã dẫn nguồn")]


def test_all_of_a_kind_are_passed_over(path_of: tuple[Client, str]) -> None:
    client, path = path_of

    pass_over(client, path, 1, "all", "other", "văn bản nhắc lại theo yêu cầu")

    assert not [one for one in report_of(client, path)["findings"] if one["rule"] == "reuse.verbatim"]
    page = client.get(f"{path}?phan=sao-chep").text
    assert "Hiện lại mọi chỗ cùng loại" in page
    assert "mọi chỗ cùng loại trong văn bản này" in page


@pytest.mark.parametrize(("reason", "words"), [("", ""), ("other", "  "), ("bịa", "x")])
def test_nothing_is_passed_over_without_a_reason(path_of: tuple[Client, str], reason: str, words: str) -> None:
    client, path = path_of
    before = report_of(client, path)

    answer = pass_over(client, path, 1, reason=reason, words=words)

    assert answer.status_code == 422
    assert "Bỏ qua phải có lý do" in answer.text
    assert report_of(client, path) == before


def test_a_number_that_there_is_not_is_no_finding(path_of: tuple[Client, str]) -> None:
    client, path = path_of

    assert pass_over(client, path, 0).status_code == 404
    assert pass_over(client, path, 1000).status_code == 404
    assert client.post(f"{path}/hien-lai", data={"bo-qua": "9" * 20}).status_code == 303


def test_comments_and_mended_file_leave_out_what_is_passed_over(path_of: tuple[Client, str]) -> None:
    client, path = path_of
    first = report_of(client, path)["findings"][0]
    comments = len(read_bytes("a.docx", client.get(f"{path}/tep/gop-y").data).comments)

    pass_over(client, path, 1)

    assert len(read_bytes("a.docx", client.get(f"{path}/tep/gop-y").data).comments) == comments - 1
    assert first["text"] in read_bytes("a.docx", client.get(f"{path}/tep/sua").data).text


def test_looks_that_are_passed_over_are_not_mended(client_of: ClientOf, samples: Path) -> None:
    client = client_of("drafter")
    path = begun(client, fresh(samples / "drafts" / "1-khong-sao-chep.docx", in_arial))
    findings = report_of(client, path)["findings"]
    number = next(n for n, one in enumerate(findings, 1) if one["rule"] == "nd30.PG-08")

    def fonts() -> set[str | None]:
        document = read_bytes("a.docx", client.get(f"{path}/tep/sua").data)
        return {run.format.font for paragraph in document.paragraphs for run in paragraph.runs}

    assert "Arial" not in fonts()
    pass_over(client, path, number, reason="wrong")
    assert "Arial" in fonts()
    alone = read_bytes("a.docx", client.get(f"{path}/tep/sua?so={number}").data)
    assert "Arial" not in {run.format.font for paragraph in alone.paragraphs for run in paragraph.runs}


def in_narrow_sections(document: Document) -> None:
    """Two sections with a left margin of 20 mm each."""
    document.add_section()
    document.add_paragraph("Phần cuối của kế hoạch được trình bày trên trang riêng.")
    for section in document.sections:
        section.left_margin = Mm(20)


@pytest.mark.parametrize("scope", ["here", "all"])
def test_a_rule_that_is_passed_over_in_one_place_is_mended_in_the_others(
    client_of: ClientOf, samples: Path, scope: str
) -> None:
    client = client_of("drafter")
    path = begun(client, fresh(samples / "drafts" / "2-sao-chep-nguyen-van.docx", in_narrow_sections))
    findings = report_of(client, path)["findings"]
    numbers = [n for n, one in enumerate(findings, 1) if one["rule"] == "nd30.PG-05"]
    assert len(numbers) == 2

    def margins() -> list[int]:
        document = read_bytes("a.docx", client.get(f"{path}/tep/sua").data)
        return [round(section.left) for section in document.sections]

    assert margins() == [30, 30]
    # The references in place of what is copied have moved the second section.
    pass_over(client, path, numbers[1], scope, reason="annex")
    assert margins() == ([30, 20] if scope == "here" else [20, 20])


def test_what_is_passed_over_stays_so_in_a_new_version(client_of: ClientOf, samples: Path) -> None:
    client, source = client_of("drafter"), samples / "drafts" / "2-sao-chep-nguyen-van.docx"
    path = begun(client, fresh(source))
    pass_over(client, path, 1)
    passed = report_of(client, path)

    moved = fresh(source, lambda document: document.paragraphs[0].insert_paragraph_before("Bản nháp lần hai"))
    assert send(client, "lan-2.docx", moved, path).status_code == 303

    assert "Đã bỏ qua (1)" in client.get(f"{path}?phan=sao-chep").text
    texts = [[one["text"] for one in found["findings"] if one["source"]] for found in (passed, report_of(client, path))]
    assert texts[0] == texts[1]


def finding(rule: str, text: str, start: int = 0, severity: str = "warning") -> Finding:
    return Finding(rule, severity, start, start + len(text), text, "m")  # type: ignore[arg-type]


def test_a_finding_is_known_by_its_rule_and_words_however_typed() -> None:
    plain = finding("reuse.verbatim", "Uỷ ban nhân  dân")

    assert identity_of(plain) == identity_of(finding("reuse.verbatim", "UỶ BAN NHÂN\u00a0DÂN", 90))
    assert identity_of(plain) != identity_of(finding("reuse.edited", "Uỷ ban nhân dân"))
    assert identity_of(finding("word.tones", "hoà")) != identity_of(finding("word.tones", "hòa"))
    assert len(set(keys_of([plain, plain, plain]))) == 3


def test_one_of_equal_findings_is_passed_over() -> None:
    three = [finding("word.doubled", "và và", at) for at in (0, 20, 40)]
    one = Ignored(1, "word.doubled", keys_of(three)[1], "Kết quả sai", "A", "")

    assert passed_over(three, [one]) == (None, one, None)
    every = Ignored(2, "word.doubled", "", "Kết quả sai", "A", "")
    assert passed_over(three, [every]) == (every,) * 3


def test_what_alone_was_called_copied_counts_as_own() -> None:
    text = "abcd efgh ijkl mnop"
    both = (finding("reuse.verbatim", "abcd efgh"), finding("reuse.edited", "efgh ijkl", 5))
    about = About("a.txt", "0" * 64, "nd30", "", "", "", "", "", len(text), "txt")
    report = Report(about, text, Shares(0.5, 0.1, 0.1, 0.3), both, (), formulas=(Span(10, 14),))

    # Of the eight letters that are copied and no formula, four stay under the other finding.
    assert without(report, [both[0], None]).shares == Shares(0.25, 0.1, 0.1, 0.55)
    assert without(report, [None, both[1]]).shares == report.shares
    assert without(report, [both[0], both[1]]).shares == Shares(0.0, 0.1, 0.1, 0.8)
    assert without(report, [None, None]) is report


def test_a_reason_is_chosen_and_may_have_words() -> None:
    assert reason_words("annex", "") == "Phụ lục"
    assert reason_words("target", " theo  Quyết định 12 ") == "Chỉ tiêu bắt buộc phải giữ: theo Quyết định 12"
    assert reason_words("other", "mẫu của tỉnh") == "mẫu của tỉnh"
