"""Adding files to the kho văn bản, saying what a document is, taking it out: who may, what comes of it."""

import io
import re
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from clients import PEOPLE, Client
from flask import Flask
from library import add, memo, rows
from offices import opened
from sqlalchemy import select

from drafter.corpus import Corpus
from drafter.corpus.values import Relation, Standing
from webapp.tables import log

ClientOf = Callable[[str], Client]


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    """An office of its own, whose corpus these tests fill."""
    with opened(tmp_path_factory.mktemp("keeping"), *PEOPLE, filled=False) as made:
        yield made


@pytest.fixture
def corpus(app: Flask) -> Iterator[Corpus]:
    """The corpus, empty again at the end."""
    found: Corpus = app.extensions["drafter"].corpus
    yield found
    for entry in found.documents():
        found.remove(entry.id)


def actions(app: Flask) -> list[tuple[str, str, str]]:
    """Who did what to which document, by the log."""
    with app.extensions["drafter"].database.reading() as connection:
        query = select(log.c.who, log.c.action, log.c.subject).where(log.c.action.startswith("corpus"))
        return [(row.who, row.action, row.subject) for row in connection.execute(query.order_by(log.c.id))]


def zipped(*files: tuple[str, bytes]) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name, content in files:
            archive.writestr(name, content)
    return data.getvalue()


def test_what_became_of_each_of_several_files_is_told(
    app: Flask, client_of: ClientOf, corpus: Corpus, samples: Path
) -> None:
    office = client_of("office")
    plan = (samples / "superior" / "KH-386-UBND.docx").read_bytes()

    first = rows(add(office, ("ke-hoach.docx", plan), ("thong-bao.txt", memo(77)), ("anh.exe", b"MZ\x90\0\x03" * 90)))

    assert [row[:2] for row in first[:2]] == [("ke-hoach.docx", "Đã thêm"), ("thong-bao.txt", "Đã thêm")]
    assert first[2][0] == "anh.exe" and first[2][1].startswith("Không nhận anh.exe: không phải loại tệp đọc được")
    assert {entry.number for entry in corpus.documents()} == {"386/KH-UBND", "77/TB-UBND"}
    assert [one for one in actions(app) if one[1] == "corpus added"] == [
        ("office", "corpus added", "386/KH-UBND"),
        ("office", "corpus added", "77/TB-UBND"),
    ]

    again = rows(add(office, ("ban-sao.docx", plan), ("thong-bao.txt", memo(77, "Lịch tiếp công dân đã đổi"))))
    assert again == [
        ("ban-sao.docx", "Đã có trong kho", "386/KH-UBND (ban-sao.docx) – tệp ke-hoach.docx"),
        ("thong-bao.txt", "Đã thay bằng bản mới", "77/TB-UBND (thong-bao.txt)"),
    ]
    assert len(corpus.documents()) == 2


def test_a_folder_comes_as_a_zip(client_of: ClientOf, corpus: Corpus) -> None:
    data = zipped(
        ("cong-van/a.txt", memo(1, "Một")), ("cong-van/b.txt", memo(2, "Hai")), ("cong-van/c.bin", b"MZ\x90\0\x03" * 90)
    )

    told = rows(add(client_of("admin"), ("cong-van.zip", data)))

    assert [row[1].split()[0] for row in told] == ["Đã", "Đã", "Không"]
    assert {entry.title for entry in corpus.documents()} == {"Một", "Hai"}


def test_a_table_in_the_zip_says_what_its_files_are(client_of: ClientOf, corpus: Corpus) -> None:
    table = "Tên tệp;Số, ký hiệu;Trích yếu\nA.TXT;91/TB-UBND;Một, nói rõ\n"
    data = zipped(
        ("a/documents.csv", table.encode("utf-8-sig")), ("a/a.txt", memo(1, "Một")), ("b.txt", memo(2, "Hai"))
    )

    told = rows(add(client_of("admin"), ("cong-van.zip", data)))

    assert len(told) == 2
    found = {(entry.number, entry.title) for entry in corpus.documents()}
    assert found == {("91/TB-UBND", "Một, nói rõ"), ("2/TB-UBND", "Hai")}


def test_of_a_zip_whose_table_is_wrong_nothing_is_added(client_of: ClientOf, corpus: Corpus) -> None:
    data = zipped(("documents.tsv", b"so\tngay\n1/TB-UBND\t5/8/2026\n"), ("a.txt", memo(1, "Một")))

    told = rows(add(client_of("admin"), ("cong-van.zip", data)))

    assert [row[0] for row in told] == ["cong-van.zip"]
    assert "cong-van.zip › documents.tsv, dòng 1: thiếu cột “file” (tên tệp)" in told[0][1]
    assert corpus.documents() == []


@pytest.mark.parametrize("mark", ["MẬT", "TỐI MẬT", "TUYỆT MẬT"])
def test_what_is_marked_secret_is_refused_and_nothing_of_it_is_stored(
    client_of: ClientOf, corpus: Corpus, mark: str
) -> None:
    secret = memo(9, "Phương án", mark)

    told = rows(add(client_of("office"), ("a.txt", secret), ("goi.zip", zipped(("b.txt", secret), ("c.txt", memo(3))))))

    assert [row[1].startswith(("Không nhận", "Đã thêm")) for row in told] == [True, True, True]
    assert f"đóng dấu {mark}" in told[0][1] and f"đóng dấu {mark}" in told[1][1]
    assert [entry.number for entry in corpus.documents()] == ["3/TB-UBND"]


def test_files_that_cannot_be_read_are_refused_with_the_reason(client_of: ClientOf, corpus: Corpus) -> None:
    broken = zipped(("word/document.xml", b"<w:document>"), ("[Content_Types].xml", b"<Types/>"))

    told = rows(add(client_of("office"), ("rong.txt", b""), ("hong.docx", broken), ("hong.pdf", b"%PDF-1.7 \n%%EOF")))

    assert all(row[1].startswith(f"Không nhận {row[0]}: ") and "hãy" in row[1] for row in told)
    assert len(told) == 3 and not corpus.documents()


def test_a_form_without_a_file_is_shown_again(client_of: ClientOf) -> None:
    answer = client_of("office").post("/kho/them", data={})

    assert answer.status_code == 422
    assert "Chưa chọn tệp nào" in answer.text


def test_sending_twice_adds_once(client_of: ClientOf, corpus: Corpus) -> None:
    office = client_of("office")

    add(office, ("thong-bao.txt", memo()))
    told = rows(add(office, ("thong-bao.txt", memo())))

    assert told[0][1] == "Đã có trong kho"
    assert len(corpus.documents()) == 1


def test_the_script_is_told_how_far_it_is(client_of: ClientOf, corpus: Corpus) -> None:
    office = client_of("office")
    sent = office.post("/kho/them", data={"files": [(io.BytesIO(memo()), "a.txt")]})

    told = office.get(sent.location + "/tien-do").json
    assert told["files"] == 1 and told["words"].startswith("Xong ")
    add(office, ("b.txt", memo(78)))  # jobs are done one after another
    assert office.get(sent.location + "/tien-do").json == {"done": 1, "files": 1, "over": True, "words": "Xong 1 tệp."}
    gone = office.get("/kho/them/khong-co")
    assert gone.status_code == 404 and "tệp nào chưa có thì thêm lại" in gone.text
    assert office.get("/kho/them/khong-co/tien-do").status_code == 404


def test_what_is_known_of_a_document_is_set_by_hand(app: Flask, client_of: ClientOf, corpus: Corpus) -> None:
    office = client_of("office")
    add(office, ("thong-bao.txt", memo()))
    (entry,) = corpus.documents()
    typed = {"number": entry.number, "kind": "Thông báo", "title": "Lịch mới", "issuer": entry.issuer, "date": ""}

    for _ in range(2):  # as a double click does
        answer = office.post(f"/kho/{entry.id}/thong-tin", data=typed)
        assert answer.location == f"/kho/{entry.id}"

    changed = corpus.entry(entry.id)
    assert (changed.title, changed.kind, changed.date, changed.number) == ("Lịch mới", "TB", "2026-08-05", "77/TB-UBND")
    assert "Lịch mới" in office.get(f"/kho/{entry.id}").text
    assert actions(app)[-1] == ("office", "corpus set", "77/TB-UBND")


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({"number": "bảy mươi bảy"}, "bảy mươi bảy"),
        ({"date": "31/2/2026"}, "31/2/2026"),
        ({"date": "01/01/2999"}, "không thể là ngày ban hành"),
        ({"kind": "Thông báo khẩn lắm"}, "không có loại"),
    ],
)
def test_what_cannot_be_is_told_and_what_was_typed_stays(
    client_of: ClientOf, corpus: Corpus, typed: dict[str, str], told: str
) -> None:
    office = client_of("office")
    add(office, ("thong-bao.txt", memo()))
    (entry,) = corpus.documents()

    answer = office.post(f"/kho/{entry.id}/thong-tin", data={"title": "Đang gõ dở", **typed})

    assert answer.status_code == 422
    assert told in answer.text and "Đang gõ dở" in answer.text
    assert corpus.entry(entry.id) == entry


def test_a_doubtful_field_is_sure_once_somebody_says_so(client_of: ClientOf, corpus: Corpus) -> None:
    office = client_of("office")
    add(office, ("78-TB-UBND.txt", memo(77)))
    (entry,) = corpus.documents()
    assert dict(entry.doubts) == {"number": "name"}
    page = office.get(f"/kho/{entry.id}/sua").text
    assert "khác số trong tên tệp" in page and 'value="number"' in page

    office.post(f"/kho/{entry.id}/thong-tin", data={"number": "77/TB-UBND", "title": entry.title})
    assert corpus.entry(entry.id).doubts
    office.post(f"/kho/{entry.id}/thong-tin", data={"number": "77/TB-UBND", "sure": "number"})
    assert not corpus.entry(entry.id).doubts


def test_force_and_relations_are_set_and_taken_back(client_of: ClientOf, corpus: Corpus) -> None:
    office = client_of("admin")
    add(office, ("a.txt", memo(1)), ("b.txt", memo(2)))
    first, second = (entry.id for entry in sorted(corpus.documents(), key=lambda one: one.number))
    said = {"status": "expired", "since": "01/9/2026", "by": "2/TB-UBND", "implements": "5/QĐ-UBND\n6/QĐ-UBND"}

    for _ in range(2):
        assert office.post(f"/kho/{first}/quan-he", data=said).location == f"/kho/{first}"
    assert corpus.standings([first]) == {first: Standing("expired", "2026-09-01", "2/TB-UBND")}
    assert [one.number for one in corpus.relations([first])[first]] == ["5/QĐ-UBND", "6/QĐ-UBND"]

    office.post(f"/kho/{first}/quan-he", data={})
    assert corpus.standings([first]) == corpus.relations([first]) == {}

    office.post(f"/kho/{second}/quan-he", data={"replaces": "1/TB-UBND"})
    assert corpus.relations([second]) == {second: (Relation("replaces", "1/TB-UBND"),)}
    shown = office.get(f"/kho/{first}").text
    assert "đã bị thay thế bởi 2/TB-UBND" in shown and "Được thay thế bởi" in shown
    # What follows from another document is not said of this one by saving the form.
    assert 'value="replaced" selected' not in office.get(f"/kho/{first}/sua").text


def test_what_cannot_be_said_of_force_is_told(client_of: ClientOf, corpus: Corpus) -> None:
    office = client_of("office")
    add(office, ("a.txt", memo(1)))
    (entry,) = corpus.documents()

    answer = office.post(
        f"/kho/{entry.id}/quan-he", data={"status": "replaced", "by": "nghị định mới", "amends": "7/KH"}
    )

    assert answer.status_code == 422
    assert "“nghị định mới” không đúng cách ghi" in answer.text
    assert re.search(r'<textarea[^>]*name="amends"[^>]*>\s*7/KH', answer.text)
    assert not corpus.standings([entry.id])


def test_removing_asks_first_and_a_second_time_does_nothing(app: Flask, client_of: ClientOf, corpus: Corpus) -> None:
    office = client_of("office")
    add(office, ("a.txt", memo(1)), ("b.txt", memo(2)))
    first, _ = (entry.id for entry in sorted(corpus.documents(), key=lambda one: one.number))
    before = actions(app)

    assert "Gỡ văn bản khỏi kho?" in office.get(f"/kho/{first}/go").text
    assert len(corpus.documents()) == 2
    assert office.post(f"/kho/{first}/go").location == "/kho"
    assert office.post(f"/kho/{first}/go").location == "/kho"

    assert [entry.number for entry in corpus.documents()] == ["2/TB-UBND"]
    assert actions(app)[len(before) :] == [("office", "corpus remove", "1/TB-UBND")]
    assert "không còn trong kho" in office.get("/kho").text
    assert office.get(f"/kho/{first}/go").status_code == office.get(f"/kho/{first}").status_code == 404


@pytest.mark.parametrize(
    ("action", "path", "data"),
    [
        ("corpus set", "/kho/{}/thong-tin", {"title": "Khác"}),
        ("corpus relate", "/kho/{}/quan-he", {"status": "expired", "replaces": "9/TB-UBND"}),
        ("corpus remove", "/kho/{}/go", {}),
    ],
)
def test_a_change_that_cannot_be_noted_is_not_made(
    app: Flask, client_of: ClientOf, corpus: Corpus, action: str, path: str, data: dict[str, str]
) -> None:
    office, database = client_of("office"), app.extensions["drafter"].database
    add(office, ("a.txt", memo(1)))
    (entry,), before = corpus.documents(), actions(app)
    with database.writing() as connection:
        connection.exec_driver_sql(
            f"CREATE TRIGGER refusing BEFORE INSERT ON web_log WHEN NEW.action = '{action}' "
            "BEGIN SELECT RAISE(ABORT, 'the log is refused'); END"
        )

    answer = office.post(path.format(entry.id), data=data)
    with database.writing() as connection:
        connection.exec_driver_sql("DROP TRIGGER refusing")

    assert answer.status_code == 500
    assert (corpus.documents(), corpus.standings([entry.id]), corpus.relations([entry.id])) == ([entry], {}, {})
    assert actions(app) == before
    assert office.post(path.format(entry.id), data=data).status_code == 303
    assert actions(app)[len(before) :] == [("office", action, "1/TB-UBND")]


CHANGING = ("/kho/them", "/kho/{id}/thong-tin", "/kho/{id}/quan-he", "/kho/{id}/go")
CHANGING_PAGES = ("/kho/them", "/kho/them/x", "/kho/them/x/tien-do", "/kho/{id}/sua", "/kho/{id}/go")


@pytest.mark.parametrize("login", ["drafter", "clerk", "leader"])
def test_who_only_reads_changes_nothing(client_of: ClientOf, corpus: Corpus, login: str) -> None:
    add(client_of("office"), ("a.txt", memo(1)))
    (entry,) = corpus.documents()
    client = client_of(login)
    data = {"title": "Khác", "status": "expired", "replaces": "9/TB-UBND"}

    for path in CHANGING:
        assert client.post(path.format(id=entry.id), data=data).status_code == 403
    for path in CHANGING_PAGES:
        assert client.get(path.format(id=entry.id)).status_code == 403
    assert corpus.documents() == [entry]
    assert not corpus.standings([entry.id]) and not corpus.relations([entry.id])
