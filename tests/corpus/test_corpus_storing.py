"""What goes in comes out: adding, replacing, removing, the index over it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from stored_texts import Place, assert_consistent, counted, item, prose

from drafter.corpus import Added, Corpus, Item, Metadata, Refused
from drafter.corpus.fingerprints import fingerprints_of
from drafter.document import Document, Guess, Page, Span
from drafter.errors import UnknownDocument
from drafter.readers import read_bytes


def put(corpus: Corpus, *items: Item) -> list[Added]:
    return [result for result in corpus.add_all(items) if isinstance(result, Added)]


def test_a_document_comes_back_with_all_that_was_said_of_it(corpus: Corpus) -> None:
    document = read_bytes("ke-hoach.txt", prose(1).encode())
    known = Metadata("05/KH-UBND", "KH", "Về chuyển đổi số", "Ủy ban nhân dân tỉnh Hà Tĩnh", "2026-01-02")
    added = corpus.add(document, known, "/kho/ke-hoach.txt")
    entry = corpus.entry(added.id)
    assert (added.status, added.name, added.number) == ("added", "ke-hoach.txt", "05/KH-UBND")
    assert (entry.name, entry.number, entry.kind, entry.title) == ("ke-hoach.txt", "05/KH-UBND", "KH", known.title)
    assert (entry.issuer, entry.date, entry.location) == (known.issuer, "2026-01-02", "/kho/ke-hoach.txt")
    assert (entry.level.label, entry.syllables, entry.characters) == ("Cấp tỉnh", 300, len(prose(1)))
    assert entry.sha256 == document.sha256
    assert corpus.text(added.id) == prose(1)
    assert_consistent(corpus)


def test_the_same_bytes_are_one_document(corpus: Corpus) -> None:
    first = put(corpus, item(1, "a.txt", "/kho/a.txt", number="1/KH"))[0]
    again, copy = put(corpus, item(1, "a.txt", "/kho/a.txt", number="1/KH"), item(1, "b.txt", "/kho/b.txt"))
    assert again == Added(first.id, "unchanged", "a.txt", "1/KH")
    assert copy == Added(first.id, "unchanged", "b.txt", "1/KH", known_as="a.txt")
    assert len(corpus) == 1


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        (item(1, "a.txt", "/kho/a.txt"), item(2, "a.txt", "/kho/a.txt"), "the same place"),
        (
            item(1, "a.txt", "/kho/a.txt", number="05/QĐ-UBND", issuer="UBND xã X"),
            item(2, "a.txt", "/khac/a.txt", number="5/QĐ-UBND", issuer="UBND xã X"),
            "the same number, issuer and name",
        ),
        (
            item(1, "a.txt", "/kho/a.txt", title="Sai"),
            item(1, "a.txt", "/kho/a.txt", title="Đúng"),
            "the same file, better known",
        ),
    ],
)
def test_a_new_version_takes_the_place_and_the_id(corpus: Corpus, old: Item, new: Item, why: str) -> None:
    before = put(corpus, old, item(9))[0]
    after = put(corpus, new)[0]
    assert (after.status, after.id) == ("replaced", before.id), why
    assert len(corpus) == 2
    assert corpus.text(before.id) == new.text
    assert corpus.entry(before.id).title == new.metadata.title
    assert_consistent(corpus)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (item(1, "a.txt", "/kho/a.txt"), item(2, "a.txt", "/khac/a.txt")),
        (item(1, "a.txt", number="1/KH", issuer="X"), item(2, "a.txt", number="1/KH", issuer="Y")),
        (item(1, "a.txt", number="1/KH", issuer="X"), item(2, "b.txt", number="1/KH", issuer="X")),
        (item(1, "a.txt"), item(2, "a.txt")),
    ],
)
def test_other_documents_stand_beside_each_other(corpus: Corpus, one: Item, other: Item) -> None:
    assert [added.status for added in put(corpus, one, other)] == ["added", "added"]
    assert len(corpus) == 2


def test_versions_within_one_batch_leave_the_last(corpus: Corpus) -> None:
    versions = [item(seed, "a.txt", "/kho/a.txt") for seed in (1, 2, 3)]
    assert [added.status for added in put(corpus, *versions, item(3, "b.txt"))] == [
        "added",
        "replaced",
        "replaced",
        "unchanged",
    ]
    assert corpus.text(corpus.documents()[0].id) == prose(3)
    assert_consistent(corpus)


def test_removing_leaves_nothing_behind(corpus: Corpus) -> None:
    first, second, third = put(corpus, item(1), item(2), item(3))
    removed = corpus.remove(second.id)
    assert removed.name == "van-ban-2.txt"
    assert [entry.id for entry in corpus.documents()] == [first.id, third.id]
    assert_consistent(corpus)
    corpus.remove(first.id)
    corpus.remove(third.id)
    assert [counted(corpus, table) for table in ("document", "content", "passage", "posting")] == [0, 0, 0, 0]
    assert corpus.search("kế hoạch") == []
    assert put(corpus, item(4))[0].id > third.id, "ids are never used again"


def test_an_unknown_document_is_named(corpus: Corpus) -> None:
    for id_ in (0, -1, 7, 2**70):
        for action in (corpus.entry, corpus.text, corpus.remove):
            with pytest.raises(UnknownDocument, match=rf"^Trong kho không có văn bản “{id_}”"):
                action(id_)


def test_what_was_refused_is_passed_on_in_its_place(corpus: Corpus) -> None:
    refused = Refused("hong.docx", "hong.docx: hỏng")
    results = list(corpus.add_all([item(1), refused, item(2)]))
    assert [type(result) for result in results] == [Added, Refused, Added]
    assert results[1] == refused


def test_characters_that_no_database_holds_become_signs_of_the_same_length(corpus: Corpus) -> None:
    added = put(corpus, replace(item(1), text="một\0hai\ud800ba " * 10, name="t\ud800.txt"))[0]
    assert corpus.text(added.id) == "một\ufffdhai\ufffdba " * 10
    assert_consistent(corpus)


def test_a_text_too_short_for_a_fingerprint_is_kept(corpus: Corpus) -> None:
    added = put(corpus, Item("ngan.txt", "1", "Hai chữ"))[0]
    assert corpus.text(added.id) == "Hai chữ"
    corpus.remove(added.id)
    assert len(corpus) == 0


def test_documents_stand_by_level_then_date_then_number(corpus: Corpus) -> None:
    put(
        corpus,
        item(1, number="9/KH-UBND", issuer="UBND xã Khuôn Lùng", date="2026-01-01"),
        item(2, number="10/KH-UBND", issuer="UBND tỉnh Tuyên Quang", date="2026-05-01"),
        item(3, number="9/KH-UBND", issuer="UBND tỉnh Tuyên Quang", date="2026-05-01"),
        item(4, number="99/KH-UBND", issuer="UBND tỉnh Tuyên Quang", date="2025-05-01"),
        item(5, number="226-KL/TW", issuer="Ban Bí thư", date="2027-01-01"),
    )
    numbers = [entry.number for entry in corpus.documents()]
    assert numbers == ["226-KL/TW", "99/KH-UBND", "9/KH-UBND", "10/KH-UBND", "9/KH-UBND"]


@pytest.mark.parametrize("written", ["05/QĐ-UBND", "5 / QĐ-UBND", "05/qđ-ubnd", "05/QÐ-UBND", "05/QĐ–UBND"])
def test_numbers_are_found_however_they_are_written(corpus: Corpus, written: str) -> None:
    wanted, _ = put(corpus, item(1, number="05/QĐ-UBND"), item(2, number="15/QĐ-UBND"))
    assert [entry.id for entry in corpus.by_number([written, "7/KH"])] == [wanted.id]


def test_no_number_finds_nothing(corpus: Corpus) -> None:
    put(corpus, item(1))
    assert corpus.by_number(["", " "]) == []


def test_postings_of_a_formula_stop_at_the_limit(corpus: Corpus) -> None:
    formula = "kính gửi các cơ quan đơn vị trực thuộc để thực hiện nghiêm túc"
    put(corpus, *(replace(item(seed), text=f"{formula}\n{prose(seed, 400)}") for seed in range(12)))
    common = [int(hash_) for hash_ in fingerprints_of(formula).hashes]
    others = {hash_ for seed in range(12) if seed != 3 for hash_ in fingerprints_of(prose(seed, 400)).hashes.tolist()}
    rare = [hash_ for hash_ in fingerprints_of(prose(3, 400)).hashes.tolist() if hash_ not in others][5:8]
    sought = [*common, 123, *rare]
    places, passages = corpus.postings(sought, 5)
    counts = [places.tolist().count(place) for place in range(len(sought))]
    assert counts == [5] * len(common) + [0] + [1, 1, 1]
    owners = {passage.document_id for passage in corpus.passages(passages[-3:].tolist())}
    assert owners == {corpus.search("van ban 3 txt")[0].entry.id}
    assert len(corpus.postings(sought, 100)[0]) == 12 * len(common) + 3
    assert [len(part) for part in corpus.postings([], 5)] == [0, 0]
    assert corpus.passages([]) == []


def test_postings_of_one_document_are_found_however_many_others_there_are(corpus: Corpus) -> None:
    formula = "kính gửi các cơ quan đơn vị trực thuộc để thực hiện nghiêm túc"
    added = put(corpus, *(replace(item(seed), text=f"{formula}\n{prose(seed)}") for seed in range(12)))
    common = fingerprints_of(formula).hashes.tolist()
    (last,) = corpus.passage_ranges([added[-1].id])
    _, passages = corpus.postings(common, 2, last)
    assert len(passages) == len(common)
    assert {passage.document_id for passage in corpus.passages(passages.tolist())} == {added[-1].id}
    assert corpus.passage_ranges([]) == corpus.passage_ranges([999]) == []


def test_the_spread_of_a_fingerprint_counts_issuers_and_years(corpus: Corpus) -> None:
    formula = "kính gửi các cơ quan đơn vị trực thuộc để thực hiện nghiêm túc"
    known = [("Sở Y tế", "2024-05-01"), ("Sở Y tế", "2025-05-01"), ("Sở Nội vụ", "2025-06-01"), ("", "2023-01-01")]
    put(
        corpus,
        *(
            replace(item(seed, issuer=issuer, date=date), text=f"{formula}\n{prose(seed)}")
            for seed, (issuer, date) in enumerate(known)
        ),
    )
    one = fingerprints_of(formula).hashes.tolist()[0]
    assert corpus.spread([one, 123], 48) == [(2, 2), (0, 0)]
    assert corpus.spread([one], 1) == [(1, 1)]
    assert corpus.spread([], 48) == []


def test_passages_are_spans_of_the_stored_text(corpus: Corpus) -> None:
    added = put(corpus, item(1))[0]
    _, ids = corpus.postings(fingerprints_of(prose(1)).hashes.tolist(), 9)
    stored = corpus.passages(ids.tolist())
    assert [(passage.start, passage.end) for passage in stored] == fingerprints_of(prose(1)).spans
    assert {passage.document_id for passage in stored} == {added.id}


def test_entries_and_texts_of_many_come_at_once(corpus: Corpus) -> None:
    ids = [added.id for added in put(corpus, *map(item, range(5)))]
    assert corpus.texts([*ids, 999]) == {id_: prose(seed) for seed, id_ in enumerate(ids)}
    assert {id_: entry.name for id_, entry in corpus.entries([ids[1], 999]).items()} == {ids[1]: "van-ban-1.txt"}
    assert corpus.size().syllables == 1500


def test_what_an_older_program_indexed_is_indexed_anew_on_opening(place: Place) -> None:
    with place.open() as corpus:
        put(corpus, *map(item, range(4)))
        before = corpus.documents()
        with corpus._database.writing() as connection:
            connection.exec_driver_sql("UPDATE document SET index_version = 0 WHERE id > 1")
            connection.exec_driver_sql("DELETE FROM posting")
            connection.exec_driver_sql("INSERT INTO posting (hash, passage_id) VALUES (5, 77)")
    with place.open() as corpus:
        assert corpus.documents() == before
        assert_consistent(corpus)


def test_the_home_may_be_set_by_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DRAFTER_HOME", str(tmp_path / "nhà" / "kho"))
    with Corpus() as corpus:
        put(corpus, item(1))
    assert (tmp_path / "nhà" / "kho" / "drafter.sqlite3").is_file()


def test_the_database_may_be_set_by_the_environment(
    tmp_path: Path, fresh_database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DRAFTER_DATABASE_URL", fresh_database)
    with Corpus(tmp_path) as corpus:
        put(corpus, item(1))
    assert list(tmp_path.iterdir()) == []
    with Corpus(url=fresh_database) as corpus:
        assert len(corpus) == 1


def test_pages_come_back_with_their_pictures_and_go_with_the_document(corpus: Corpus) -> None:
    pages = (
        Page(Span(0, 700), 1, 210.0, 297.0, 0.75, b"\xff\xd8one"),
        Page(Span(701, 1401), 2, 210.0, 297.0, 0.25, b"\xff\xd8two"),
        Page(Span(1402, 1402), 3, 297.0, 210.0),
    )
    scan = Document("quet.pdf", "00", "scan", prose(1), (), pages=pages, guesses=(Guess(Span(3, 6), 0.4),))
    added = corpus.add(scan)
    entry = corpus.entry(added.id)
    assert (entry.origin, entry.confidence, entry.pages) == ("scan", 0.5, 3)
    assert corpus.pages(added.id) == [replace(page, picture=None) for page in pages]
    assert [corpus.picture(added.id, number) for number in (1, 2, 3, 4)] == [b"\xff\xd8one", b"\xff\xd8two", None, None]
    assert corpus.add(scan).status == "unchanged"
    corpus.remove(added.id)
    assert counted(corpus, "page") == 0
    assert corpus.entry(corpus.add(read_bytes("a.txt", prose(2).encode())).id).confidence is None
