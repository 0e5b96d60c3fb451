"""The project's own documents are what their tables say they are."""

import csv
import unicodedata
import zipfile
from collections import Counter
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from drafter.nlp.folding import key
from drafter.nlp.letterhead import Letterhead, recognise
from drafter.readers import read

CORPUS = Path(__file__).parents[1] / "corpus"
SUPERIOR = CORPUS / "superior"
DRAFTS = CORPUS / "drafts"
KINDS = {"verbatim", "typography", "localised", "edited", "shuffled", "paraphrased", "cited"}


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def _documents(folder: Path) -> list[Path]:
    return sorted(path for path in folder.iterdir() if path.suffix in (".docx", ".txt"))


@cache
def _text(path: Path) -> str:
    return read(path).text


@cache
def _letterhead(name: str) -> Letterhead:
    return recognise(_text(SUPERIOR / name))


@dataclass(frozen=True)
class Passage:
    draft: str
    source: str
    kind: str
    draft_text: str
    source_text: str
    also: tuple[str, ...]


def _unescaped(cell: str) -> str:
    return cell.replace("\\n", "\n").replace("\\t", "\t").replace("\\\\", "\\")


SIDECAR = _rows(SUPERIOR / "documents.tsv")
PASSAGES = [
    Passage(
        row["draft"],
        row["source"],
        row["kind"],
        _unescaped(row["draft_text"]),
        _unescaped(row["source_text"]),
        tuple(row["also"].split()),
    )
    for row in _rows(DRAFTS / "passages.tsv")
]


def _passage_name(passage: Passage) -> str:
    return f"{passage.draft[0]}-{passage.kind}-{passage.source}"


@pytest.mark.parametrize("path", _documents(SUPERIOR) + _documents(DRAFTS), ids=lambda path: path.name)
def test_every_file_reads_and_is_small(path: Path) -> None:
    assert len(_text(path).split()) > 300
    assert path.stat().st_size < 60_000


@pytest.mark.parametrize("path", _documents(SUPERIOR) + _documents(DRAFTS), ids=lambda path: path.name)
def test_files_name_no_other_author(path: Path) -> None:
    if path.suffix == ".txt":
        return
    with zipfile.ZipFile(path) as package:
        core = package.read("docProps/core.xml").decode()
    assert "<dc:creator>drafter</dc:creator>" in core
    assert "python-docx" not in core


def test_the_sidecar_names_every_superior_document_once() -> None:
    assert Counter(row["file"] for row in SIDECAR) == Counter(path.name for path in _documents(SUPERIOR))
    assert all(all(row.values()) for row in SIDECAR)


@pytest.mark.parametrize("row", SIDECAR, ids=lambda row: row["file"])
@pytest.mark.parametrize("field", ["number", "kind", "date", "title"])
def test_letterheads_tell_what_the_sidecar_says(row: dict[str, str], field: str) -> None:
    found = _letterhead(row["file"])
    assert getattr(found, "subject" if field == "title" else field) == row[field]


@pytest.mark.parametrize("row", SIDECAR, ids=lambda row: row["file"])
def test_letterheads_tell_the_issuer_whatever_the_tone_placement(row: dict[str, str]) -> None:
    assert key(_letterhead(row["file"]).issuer) == key(row["issuer"])


@pytest.mark.parametrize("path", _documents(DRAFTS), ids=lambda path: path.name)
def test_drafts_have_no_number_and_no_date_yet(path: Path) -> None:
    found = recognise(_text(path))
    assert (found.number, found.date) == ("", "")
    assert (
        found.kind
        == {"1": "KH", "2": "KH", "3": "KH", "4": "HD", "5": "CV", "6": "KH", "7": "QĐ", "8": "TB"}[path.name[0]]
    )
    assert found.regime == ("hd05" if path.name.startswith("6") else "nd30")


@pytest.mark.parametrize("passage", PASSAGES, ids=_passage_name)
def test_passages_stand_once_on_both_sides(passage: Passage) -> None:
    assert _text(DRAFTS / passage.draft).count(passage.draft_text) == 1
    assert _text(SUPERIOR / passage.source).count(passage.source_text) == 1


@pytest.mark.parametrize("passage", [passage for passage in PASSAGES if passage.also], ids=_passage_name)
def test_passages_stand_in_the_other_sources_too(passage: Passage) -> None:
    for name in passage.also:
        assert _nfc(passage.source_text) in _nfc(_text(SUPERIOR / name))


@pytest.mark.parametrize("passage", [passage for passage in PASSAGES if passage.kind == "verbatim"], ids=_passage_name)
def test_verbatim_passages_differ_in_nothing(passage: Passage) -> None:
    assert passage.draft_text == _nfc(passage.source_text)


@pytest.mark.parametrize("passage", [passage for passage in PASSAGES if passage.kind == "cited"], ids=_passage_name)
def test_cited_passages_name_their_source_in_the_same_paragraph(passage: Passage) -> None:
    number = next(row["number"] for row in SIDECAR if row["file"] == passage.source)
    paragraph = next(line for line in _text(DRAFTS / passage.draft).split("\n") if passage.draft_text in line)
    assert number in paragraph[: paragraph.index(passage.draft_text)]


def test_every_kind_of_copying_occurs_and_no_other() -> None:
    assert {passage.kind for passage in PASSAGES} == KINDS


def test_the_first_draft_copies_nothing_and_the_fourth_only_with_its_source() -> None:
    kinds = {draft.name[0]: {p.kind for p in PASSAGES if p.draft == draft.name} for draft in _documents(DRAFTS)}
    assert kinds["1"] == set()
    assert kinds["4"] == {"cited"}


def test_formulas_stand_in_the_documents_of_many_issuers() -> None:
    formula = "nếu có khó khăn, vướng mắc"
    issuers = {row["issuer"] for row in SIDECAR if formula in _nfc(_text(SUPERIOR / row["file"]))}
    assert len(issuers) >= 6


def test_the_traps_are_in_the_files() -> None:
    assert _text(SUPERIOR / "CT-87-TW.docx") != _nfc(_text(SUPERIOR / "CT-87-TW.docx"))
    assert "Uỷ ban nhân dân" in _text(SUPERIOR / "CT-12-UBND.docx")
    assert "\nĐiều 6. Tiếp nhận lưu động\n1. " in _text(SUPERIOR / "ND-301-2026-ND-CP.docx")
    tracked = read(SUPERIOR / "HD-1468-SKHCN.docx")
    assert next(span.of(tracked.text) for span in tracked.inserted) == "bốn"
    assert "nămbốn" not in tracked.text
    assert "KHẨN" in _text(SUPERIOR / "CV-2290-UBND.docx").split("\n")
    assert "ngày 21 tháng 3 năm 2024 của" in _text(SUPERIOR / "QD-1127-UBND.docx")


def _nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text)
