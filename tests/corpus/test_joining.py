"""Files of one content are one document; what only looks like it stays apart."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from stored_texts import assert_consistent, counted, prose

from drafter import read
from drafter.corpus import Corpus, Metadata
from drafter.corpus.sameness import Content, same_content
from drafter.document import Document, Origin, Page, Span

HEAD = (
    "ỦY BAN NHÂN DÂN\nXÃ KHUÔN LÙNG\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
    "Số: 176/KH-UBND\nKhuôn Lùng, ngày 05 tháng 3 năm 2026\nKẾ HOẠCH\nChuyển đổi số năm 2026\n"
)
BODY = "\n".join(f"{number}. Giao {number * 3} hộ của xã Khuôn Lùng: {prose(number, 40)}" for number in range(12))
TEXT = HEAD + BODY


def misread(text: str, part: float) -> str:
    """The text as a machine recognised it: of so many words below the letterhead a letter is another; no figures."""
    rng = random.Random(1)
    head, body = (text[: len(HEAD)], text[len(HEAD) :]) if text.startswith(HEAD[:40]) else ("", text)
    words = body.split(" ")
    for at, word in enumerate(words):
        if rng.random() < part and word.isalpha():
            place = rng.randrange(len(word))
            words[at] = word[:place] + rng.choice("aăâbcdđeêghiklmnoôơpqrstuưvxy") + word[place + 1 :]
    return head + " ".join(words)


def document(name: str, text: str, origin: Origin = "docx") -> Document:
    pages = (Page(Span(0, len(text)), 1, 210.0, 297.0, 0.9, b"\xff\xd8"),) if origin == "scan" else ()
    return Document(name, f"{hash((name, text)):x}", origin, text, (), pages=pages)


def add(corpus: Corpus, one: Document, **known: str) -> tuple[str, int]:
    added = corpus.add(one, Metadata(**known), f"/kho/{one.name}")
    return added.status, added.id


def test_a_scan_is_joined_with_the_word_file_and_the_better_text_stands(corpus: Corpus) -> None:
    scan = document("176-KH-UBND.scan.pdf", misread(TEXT, 0.05), "scan")
    _, id_ = add(corpus, scan)
    assert corpus.picture(id_, 1)
    assert add(corpus, document("ke hoach.docx", TEXT)) == ("joined", id_)
    entry = corpus.entry(id_)
    assert (entry.name, entry.origin, entry.confidence, entry.pages) == ("ke hoach.docx", "docx", None, 0)
    assert corpus.text(id_) == TEXT
    assert [(copy.name, copy.origin) for copy in corpus.copies(id_)] == [(scan.name, "scan")]
    assert counted(corpus, "page") == 0
    assert add(corpus, document("ban in.pdf", TEXT + "\n1\n2\n", "pdf")) == ("joined", id_)
    assert corpus.text(id_) == TEXT
    assert (len(corpus), len(corpus.copies(id_))) == (1, 2)
    assert_consistent(corpus)
    assert add(corpus, scan) == ("unchanged", id_)
    assert corpus.knows(scan.sha256)
    corpus.remove(id_)
    assert counted(corpus, "copy") == 0
    assert add(corpus, scan)[0] == "added"


def test_both_forms_in_one_batch_are_joined(corpus: Corpus, tmp_path: Path) -> None:
    from drafter.corpus.importing import arrivals, plan

    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "b.txt").write_text(TEXT.replace("176", "     "), encoding="utf-8")
    results = list(corpus.add_all(arrivals(plan([tmp_path]), corpus)))
    assert [result.status for result in results] == ["added", "joined"]
    assert_consistent(corpus)


def test_what_one_form_lacks_the_other_tells(corpus: Corpus) -> None:
    """Number and day are written by hand into what was typed: only the scan has them."""
    typed = TEXT.replace("176/", "    /").replace("ngày 05 tháng 3", "ngày     tháng   ")
    _, id_ = add(corpus, document("ke hoach.docx", typed))
    assert corpus.entry(id_).doubtful == ("number", "date")
    assert add(corpus, document("quet.pdf", misread(TEXT, 0.03), "scan")) == ("joined", id_)
    entry = corpus.entry(id_)
    assert (entry.number, entry.date, entry.doubtful) == ("176/KH-UBND", "2026-03-05", ())
    assert [found.id for found in corpus.by_number(["176/KH-UBND"])] == [id_]
    assert corpus.text(id_) == typed
    assert_consistent(corpus)


def test_what_was_set_by_hand_outlives_a_better_text(corpus: Corpus) -> None:
    _, id_ = add(corpus, document("quet.pdf", misread(TEXT, 0.05), "scan"))
    corpus.set(id_, Metadata(title="Về chuyển đổi số"))
    assert add(corpus, document("a.docx", TEXT)) == ("joined", id_)
    assert corpus.entry(id_).title == "Về chuyển đổi số"


@pytest.mark.parametrize(
    ("other", "why"),
    [
        (TEXT.replace("176", "177"), "another number"),
        (TEXT.replace("05 tháng 3", "06 tháng 3"), "another day"),
        (TEXT.replace("Khuôn Lùng", "Tân Trào").replace("KHUÔN LÙNG", "TÂN TRÀO"), "another commune"),
        (TEXT.replace("176", "   ").replace("năm 2026\nK", "năm 2027\nK").replace("2026", "2027"), "the next year's"),
        (TEXT.replace("Giao 15 hộ", "Giao 51 hộ"), "another figure"),
        (TEXT.replace("Giao", "Đề nghị"), "other words"),
        (HEAD + BODY[: len(BODY) // 2], "half of it"),
    ],
)
@pytest.mark.parametrize("origin", ["docx", "pdf"])
def test_near_duplicates_stay_apart(corpus: Corpus, other: str, why: str, origin: Origin) -> None:
    add(corpus, document("a.docx", TEXT))
    assert add(corpus, document("b.docx", other, origin))[0] == "added", why
    assert len(corpus) == 2


@pytest.mark.parametrize(
    "other",
    [
        TEXT.replace("176", "177"),
        TEXT.replace("Khuôn Lùng", "Tân Trào").replace("KHUÔN LÙNG", "TÂN TRÀO"),
        TEXT.replace("176", "").replace("Giao 3", "Giao 8").replace("Giao 1", "Giao 7"),
        TEXT.replace("176", "").replace("2026", "2027"),
    ],
)
def test_scans_of_near_duplicates_stay_apart(corpus: Corpus, other: str) -> None:
    add(corpus, document("a.docx", TEXT))
    assert add(corpus, document("b.pdf", misread(other, 0.03), "scan"))[0] == "added"


def test_a_new_version_of_the_file_forgets_the_scan_of_the_old_one(corpus: Corpus) -> None:
    _, id_ = add(corpus, document("a.docx", TEXT))
    scan = document("a.pdf", misread(TEXT, 0.03), "scan")
    assert add(corpus, scan) == ("joined", id_)
    assert add(corpus, document("a.docx", TEXT + "\nHết.")) == ("replaced", id_)
    assert len(corpus.copies(id_)) == 1
    assert add(corpus, document("a.docx", HEAD + prose(5, 900))) == ("replaced", id_)
    assert corpus.copies(id_) == []
    assert not corpus.knows(scan.sha256)


def test_a_copy_that_became_something_else_is_a_document_of_its_own(corpus: Corpus) -> None:
    _, id_ = add(corpus, document("a.docx", TEXT))
    assert add(corpus, document("b.docx", TEXT + "\n")) == ("joined", id_)
    status, other = add(corpus, document("b.docx", prose(3)))
    assert (status, other != id_) == ("added", True)
    assert corpus.copies(id_) == []


def test_the_projects_own_documents_are_no_forms_of_each_other(samples: Path) -> None:
    texts = [read(path).text for path in sorted((samples / "superior").glob("*.docx"))]
    contents = [(Content(text, False), Content(misread(text, 0.05), True)) for text in texts]
    for at, (clean, scan) in enumerate(contents):
        assert same_content(clean, scan, agreed=False)
        for other in range(len(contents)):
            if other != at:
                assert not same_content(contents[other][0], scan, agreed=True)
                assert not same_content(contents[other][0], clean, agreed=True)
