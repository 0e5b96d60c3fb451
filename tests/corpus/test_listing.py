"""The list of documents a page at a time, and what it can be narrowed by."""

import pytest
from stored_texts import item, prose

from drafter.corpus import Corpus
from drafter.corpus.listing import Wanted
from drafter.corpus.relating import statement_about
from drafter.corpus.values import Force, Relation, Standing, Tie
from drafter.document import Document
from drafter.errors import WrongValue
from drafter.nlp.offices import Level
from drafter.readers import read_bytes


def filled(corpus: Corpus, count: int) -> list[int]:
    """The ids of so many plans of communes, one a day, the last the newest."""
    ids = []
    for at in range(count):
        known = {"number": f"{at + 1}/KH-UBND", "kind": "KH", "issuer": "Ủy ban nhân dân xã Bản Mây"}
        ids.append(corpus._put([item(at, **known, date=f"{2020 + at // 28}-02-{at % 28 + 1:02}")])[0].id)
    return ids


def numbers(corpus: Corpus, wanted: Wanted, offset: int = 0, limit: int = 50) -> list[str]:
    return [hit.entry.number for hit in corpus.page(wanted, offset, limit).hits]


def test_the_newest_stand_first_and_the_pages_together_hold_every_document_once(corpus: Corpus) -> None:
    filled(corpus, 60)
    pages = [corpus.page(Wanted(), start, 25) for start in (0, 25, 50)]

    assert [len(page.hits) for page in pages] == [25, 25, 10]
    assert {page.total for page in pages} == {60}
    assert [hit.entry.number for page in pages for hit in page.hits] == [f"{n}/KH-UBND" for n in range(60, 0, -1)]


def test_kind_level_year_and_doubts_narrow_the_list(corpus: Corpus) -> None:
    filled(corpus, 30)
    decree = {"number": "30/2020/NĐ-CP", "kind": "NĐ", "issuer": "Chính phủ", "date": "2020-03-05"}
    corpus._put([item(50, **decree)])
    corpus.add(_nameless())

    assert numbers(corpus, Wanted(kind="NĐ")) == ["30/2020/NĐ-CP"]
    assert numbers(corpus, Wanted(level=Level.government)) == ["30/2020/NĐ-CP"]
    assert numbers(corpus, Wanted(level=Level.commune, year="2021")) == ["30/KH-UBND", "29/KH-UBND"]
    assert corpus.page(Wanted(kind="KH", year="2020")).total == 28
    assert [hit.entry.name for hit in corpus.page(Wanted(doubtful=True)).hits] == ["khong-so.txt"]


def test_what_can_be_chosen_is_counted(corpus: Corpus) -> None:
    filled(corpus, 30)
    corpus._put([item(50, number="30/2020/NĐ-CP", kind="NĐ", issuer="Chính phủ", date="2020-03-05")])
    found = corpus.choices()

    assert found.kinds == (("KH", 30), ("NĐ", 1))
    assert found.levels == ((Level.government, 1), (Level.commune, 30))
    assert found.years == (("2021", 2), ("2020", 29))
    assert found.doubtful == 0


def test_words_are_looked_for_among_what_is_wanted_and_the_place_is_shown(corpus: Corpus) -> None:
    filled(corpus, 3)
    corpus._put([item(50, number="5/QĐ-UBND", kind="QĐ", issuer="", date="2026-01-02", title="Về nuôi ong lấy mật")])
    corpus._put([item(51, number="6/KH-UBND", kind="KH", issuer="", date="2026-01-03", title="Lấy mật, nuôi ong")])

    assert numbers(corpus, Wanted("nuôi ong lấy mật")) == ["5/QĐ-UBND", "6/KH-UBND"]
    assert numbers(corpus, Wanted("nuôi ong lấy mật", kind="KH")) == ["6/KH-UBND"]
    assert numbers(corpus, Wanted("nuôi ong lấy mật"), 1, 1) == ["6/KH-UBND"]
    assert corpus.page(Wanted("nuôi ong lấy mật"), 1, 1).total == 2
    assert all(hit.excerpt for hit in corpus.page(Wanted("nuôi ong")).hits)
    assert corpus.page(Wanted("không có ở đâu cả")).total == 0


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("nuoi ong lay mat", ["5/QĐ-UBND", "6/KH-UBND"]),
        ("NUOI duong", ["7/NQ-HĐND"]),
        ("5/QD-UBND", ["5/QĐ-UBND"]),
        ("nuôi ong lay mat", []),
    ],
)
def test_words_without_any_mark_are_understood_whatever_the_marks(corpus: Corpus, typed: str, found: list[str]) -> None:
    corpus._put([item(50, number="5/QĐ-UBND", kind="QĐ", issuer="", date="2026-01-02", title="Về nuôi ong lấy mật")])
    corpus._put([item(51, number="6/KH-UBND", kind="KH", issuer="", date="2026-01-03", title="Lấy mật, nuôi ong")])
    corpus._put([item(52, number="7/NQ-HĐND", kind="NQ", issuer="", date="2026-01-04", title="Nuôi dưỡng người già")])

    page = corpus.page(Wanted(typed))

    assert [hit.entry.number for hit in page.hits] == found
    assert page.total == len(found)


def test_the_place_of_words_without_marks_is_shown(corpus: Corpus) -> None:
    corpus.add(read_bytes("a.txt", ("Câu này không có gì.\n" * 50 + "Mỗi hộ dự án nuôi một đàn ong.\n").encode()))

    assert "dự án nuôi" in corpus.page(Wanted("du an nuoi")).hits[0].excerpt
    assert "đàn ong" in corpus.page(Wanted("ong dan")).hits[0].excerpt


@pytest.mark.parametrize("typed", ["2/KH-UBND", "02/kh-ubnd", "02 /KH–UBND"])
def test_a_number_finds_its_document_first_however_it_is_typed(corpus: Corpus, typed: str) -> None:
    filled(corpus, 12)

    assert numbers(corpus, Wanted(typed))[0] == "2/KH-UBND"


@pytest.mark.parametrize("typed", ["0", "00", " 0 0"])
def test_zeros_are_not_the_number_of_documents_without_one(corpus: Corpus, typed: str) -> None:
    corpus._put([item(1, number=""), item(2, number="2/KH-UBND")])

    assert corpus.page(Wanted(typed)).total == 0


def test_what_does_something_with_a_document_is_found_by_its_number(corpus: Corpus) -> None:
    first, second, third = filled(corpus, 3)
    corpus.relate([statement_about(first, None, "", "", {"implements": "03/KH-UBND"})])
    corpus.relate([statement_about(second, None, "", "", {"amends": "3/KH-UBND; 9/KH-UBND"})])

    assert corpus.relations_to(corpus.entry(third).number) == [(first, "implements"), (second, "amends")]
    assert corpus.relations_to("") == []


def test_what_is_left_empty_in_a_statement_about_all_holds_no_more(corpus: Corpus) -> None:
    (id_,) = filled(corpus, 1)
    corpus.relate([statement_about(id_, "expired", "05/3/2020", "30/2020/NĐ-CP", {"amends": "2/NQ-HĐND\n3/NQ-HĐND"})])
    assert corpus.standings([id_]) == {id_: Standing("expired", "2020-03-05", "30/2020/NĐ-CP")}
    assert corpus.relations([id_]) == {id_: (Relation("amends", "2/NQ-HĐND"), Relation("amends", "3/NQ-HĐND"))}

    corpus.relate([statement_about(id_, None, "", "", {})])

    assert corpus.standings([id_]) == corpus.relations([id_]) == {}


@pytest.mark.parametrize(
    ("status", "since", "by", "ties", "told"),
    [
        ("expired", "32/1/2020", "", {}, "32/1/2020"),
        (None, "05/3/2020", "", {}, "chưa chọn tình trạng"),
        ("replaced", "", "nghị định mới", {}, "nghị định mới"),
        (None, "", "", {"amends": "kế hoạch cũ"}, "kế hoạch cũ"),
    ],
)
def test_what_cannot_be_said_of_a_document_is_refused(
    status: Force | None, since: str, by: str, ties: dict[Tie, str], told: str
) -> None:
    with pytest.raises(WrongValue, match=told):
        statement_about(1, status, since, by, ties)


def _nameless() -> Document:
    """A plan whose number and date are still open."""
    head = "ỦY BAN NHÂN DÂN\nXÃ BẢN MÂY\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
    text = f"{head}Số:   /KH-UBND\nBản Mây, ngày   tháng   năm 2026\nKẾ HOẠCH\nTrồng rừng năm 2026\n{prose(9)}"
    return read_bytes("khong-so.txt", text.encode())
