"""The process that reads and stores files: what breaks it costs one file."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from time import sleep

import pytest
from library import memo

from drafter.corpus import Corpus
from drafter.storage import Database
from webapp.adding import Adder, Outcome, TooMuchWaiting, _Reader
from webapp.journal import Wanted, lines
from webapp.uploading import Upload

OFFICE = ("office", "127.0.0.1")
REFUSING = """CREATE TRIGGER refusing BEFORE INSERT ON web_log WHEN NEW.action = 'corpus added'
              BEGIN SELECT RAISE(ABORT, 'the log is refused'); END"""


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    with Database(tmp_path) as opened:
        yield opened


def outcomes(reader: _Reader, number: int) -> list[Outcome]:
    return [one for one in reader.add(Upload(f"{number}.txt", memo(number))) if isinstance(one, Outcome)]


def test_after_a_file_that_ended_the_process_the_next_one_is_added(tmp_path: Path, database: Database) -> None:
    with closing(_Reader(tmp_path, OFFICE, 600.0, lambda: False)) as reader:
        assert [one.fate for one in outcomes(reader, 1)] == ["added"]
        assert reader._process is not None
        reader._process.kill()
        reader._process.join()

        (refused,) = outcomes(reader, 2)
        assert (refused.fate, refused.reason.partition(":")[0]) == ("refused", "2.txt")
        assert [one.fate for one in outcomes(reader, 3)] == ["added"]
    with Corpus(tmp_path) as corpus:
        assert {entry.number for entry in corpus.documents()} == {"1/TB-UBND", "3/TB-UBND"}


def test_what_is_added_is_in_the_log_or_not_added(tmp_path: Path, database: Database) -> None:
    with closing(_Reader(tmp_path, OFFICE, 600.0, lambda: False)) as reader:
        outcomes(reader, 1)
        with database.writing() as connection:
            connection.exec_driver_sql(REFUSING)
        assert [one.fate for one in outcomes(reader, 2)] == ["refused"]
    with Corpus(tmp_path) as corpus:
        assert [entry.number for entry in corpus.documents()] == ["1/TB-UBND"]
    with database.reading() as connection:
        (line,) = lines(connection, Wanted(), 1)
    assert (line.who, line.address, line.action, line.subject) == (*OFFICE, "corpus added", "1/TB-UBND")


def test_a_file_that_takes_too_long_is_given_up(tmp_path: Path, database: Database) -> None:
    with closing(_Reader(tmp_path, OFFICE, 0.0, lambda: False)) as reader:
        (refused,) = outcomes(reader, 1)

        assert refused.fate == "refused" and "đọc mãi không xong" in refused.reason
        assert reader._process is None


def test_more_than_can_wait_is_refused_and_closing_leaves_the_rest(tmp_path: Path, database: Database) -> None:
    adder = Adder(tmp_path, database)
    names = []
    with pytest.raises(TooMuchWaiting):
        for number in range(60):
            names.append(adder.begin([Upload(f"{number}.txt", memo(number))], OFFICE))
    adder.close()

    assert len(names) >= 20
    assert adder.progress(names[-1]) is not None
    assert adder.progress("không có") is None


def test_what_the_log_cannot_take_gives_no_other_file_up(tmp_path: Path, database: Database) -> None:
    with (
        Database(tmp_path, wait=0.1) as impatient,
        closing(Adder(tmp_path, impatient)) as adder,
        database.writing(),  # as another program does for too long
    ):
        name = adder.begin([Upload("a.docx", b""), Upload("b.docx", b"")], OFFICE)
        while not (found := adder.progress(name)) or not found.is_over:
            sleep(0.05)

    assert [(one.name, one.fate, "trống" in one.reason) for one in found.outcomes] == [
        ("a.docx", "refused", True),
        ("b.docx", "refused", True),
    ]
