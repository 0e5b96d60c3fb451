"""The project's own drafts, each copied passage of which is known (`corpus/drafts/passages.tsv`)."""

import csv
from pathlib import Path

import pytest

from drafter import Corpus, Finding, Report, read, review
from drafter.document import Span
from drafter.nlp.parts import parts

SAMPLES = Path(__file__).parents[2] / "corpus" / "drafts"
DRAFTS = sorted(path.name for path in SAMPLES.glob("*.docx"))


def rows() -> list[dict[str, str]]:
    with (SAMPLES / "passages.tsv").open(encoding="utf-8", newline="") as table:
        return list(csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE))


def unescaped(text: str) -> str:
    return text.replace("\\n", "\n").replace("\\t", "\t").replace("\\\\", "\\")


COPIED = [row for row in rows() if row["kind"] not in ("cited", "paraphrased")]
CITED = [row for row in rows() if row["kind"] == "cited"]


@pytest.fixture(scope="module")
def reports(library: Corpus) -> dict[str, Report]:
    return {name: review(read(SAMPLES / name), library, only=["reuse"]) for name in DRAFTS}


def met(report: Report, row: dict[str, str]) -> tuple[Span, list[Finding]]:
    """Where the row's passage stands, and the findings there."""
    text = unescaped(row["draft_text"])
    start = report.text.index(text)
    span = Span(start, start + len(text))
    return span, [finding for finding in report.findings if finding.span.meets(span)]


def name_of(row: dict[str, str]) -> str:
    return f"{row['draft'][0]}-{row['kind']}-{row['source']}"


@pytest.mark.parametrize("row", COPIED, ids=name_of)
def test_every_copied_passage_is_found_with_its_source(
    row: dict[str, str], reports: dict[str, Report], library: Corpus
) -> None:
    span, found = met(reports[row["draft"]], row)
    covered = sum(min(one.end, span.end) - max(one.start, span.start) for one in found)
    assert covered >= 0.9 * len(span)
    names = {entry.id: entry.name for entry in library.documents()}
    sources = [source for one in found if (source := one.source)]
    named = {source.name for source in sources} | {names[also.id] for source in sources for also in source.also}
    assert row["source"] in named


@pytest.mark.parametrize("row", CITED, ids=name_of)
def test_what_is_cited_with_its_source_is_no_copy(row: dict[str, str], reports: dict[str, Report]) -> None:
    assert met(reports[row["draft"]], row)[1] == []


@pytest.mark.parametrize("name", DRAFTS)
def test_nothing_else_is_called_copied(name: str, reports: dict[str, Report]) -> None:
    report = reports[name]
    known = [met(report, row)[0] for row in rows() if row["draft"] == name and row["kind"] != "cited"]
    assert [one.text for one in report.findings if not any(one.span.meets(span) for span in known)] == []


@pytest.mark.parametrize("name", DRAFTS)
def test_only_the_body_is_called_copied(name: str, reports: dict[str, Report]) -> None:
    text = reports[name].text
    outside = [part for part in parts(text) if part.name != "body"]
    assert outside
    for finding in reports[name].findings:
        assert [part.name for part in outside if part.span.meets(finding.span)] == []


def test_the_draft_that_copies_nothing_has_no_finding(reports: dict[str, Report]) -> None:
    report = reports["1-khong-sao-chep.docx"]
    assert report.findings == ()
    assert (report.shares.copied, report.shares.cited) == (0.0, 0.0)


def test_the_draft_that_cites_has_a_share_for_it(reports: dict[str, Report]) -> None:
    report = reports["4-dan-nguon.docx"]
    assert report.shares.copied == 0.0
    assert report.shares.cited > 0.1


@pytest.mark.parametrize("name", DRAFTS)
def test_shares_add_up_to_one(name: str, reports: dict[str, Report]) -> None:
    shares = reports[name].shares
    assert round(shares.copied + shares.cited + shares.formula + shares.own, 9) == 1.0


@pytest.mark.parametrize("name", DRAFTS)
def test_findings_quote_the_draft_and_the_source(name: str, reports: dict[str, Report], library: Corpus) -> None:
    for finding in reports[name].findings:
        assert finding.text == finding.span.of(reports[name].text)
        assert finding.source is not None
        assert finding.source.text == finding.source.span.of(library.text(finding.source.id))
        assert finding.score is not None
        assert 0.5 < finding.score <= 1.0


@pytest.mark.parametrize(
    ("draft", "kind", "rule"),
    [
        ("2-sao-chep-nguyen-van.docx", "verbatim", "reuse.verbatim"),
        ("2-sao-chep-nguyen-van.docx", "typography", "reuse.verbatim"),
        ("3-dien-dat-lai.docx", "localised", "reuse.edited"),
        ("3-dien-dat-lai.docx", "edited", "reuse.edited"),
        ("3-dien-dat-lai.docx", "shuffled", "reuse.edited"),
    ],
)
def test_the_rule_says_what_was_done(draft: str, kind: str, rule: str, reports: dict[str, Report]) -> None:
    chosen = [row for row in rows() if (row["draft"], row["kind"]) == (draft, kind)]
    assert chosen
    for row in chosen:
        assert {finding.rule for finding in met(reports[draft], row)[1]} == {rule}


@pytest.mark.parametrize("name", DRAFTS)
def test_the_first_suggestion_cites_in_full_the_next_in_short(name: str, reports: dict[str, Report]) -> None:
    seen: set[int] = set()
    for finding in reports[name].findings:
        source = finding.source
        assert source is not None
        assert finding.suggestion.startswith("Thực hiện theo ")
        assert source.number in finding.suggestion
        if source.id in seen:
            assert " của " not in finding.suggestion.split(source.number)[1]
        seen.add(source.id)


def test_a_document_is_not_compared_with_itself(library: Corpus, samples: Path) -> None:
    superior = read(samples / "superior" / "QD-2604-TTg.docx")
    sources = {finding.source.name for finding in review(superior, library).findings if finding.source}
    assert superior.name not in sources
