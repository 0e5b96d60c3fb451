"""The tables that migrations make are those that the program speaks of."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import MetaData
from sqlalchemy import text as sql_text
from stored_texts import Place, assert_consistent, item, prose

from drafter.corpus import tables as corpus_tables
from drafter.corpus.contents import BLOCK
from drafter.register import tables as register_tables
from drafter.storage.engine import HEAD, MIGRATIONS
from webapp import tables as web_tables


def test_the_newest_revision_is_the_one_that_opening_looks_for() -> None:
    from alembic.script import ScriptDirectory

    assert ScriptDirectory(str(MIGRATIONS)).get_current_head() == HEAD


def test_a_new_database_has_the_tables_as_written(place: Place) -> None:
    from alembic.autogenerate import compare_metadata
    from alembic.runtime.migration import MigrationContext

    with place.open() as corpus, corpus._database.reading() as connection:
        written = [corpus_tables.metadata, register_tables.metadata, web_tables.metadata]
        differences = compare_metadata(MigrationContext.configure(connection), written)
    # The index over words is each database's own, no table of ours.
    tables = [difference[1].name for difference in differences if difference[0] == "remove_table"]
    assert all(name.startswith("word_index") for name in tables)
    assert [d for d in differences if d[0] != "remove_table" and "word_index" not in str(d[1])] == []


def test_two_processes_open_a_new_database_at_the_same_time(place: Place) -> None:
    both = [place.process("print(len(corpus))") for _ in range(2)]
    outputs = [process.communicate(timeout=50) for process in both]
    assert [out for out, _ in outputs] == ["0\n", "0\n"], outputs


def drops(metadata: MetaData) -> tuple[str, ...]:
    return tuple(f"DROP TABLE {table.name}" for table in reversed(metadata.sorted_tables))


BEFORE_0007 = (*drops(web_tables.metadata), *drops(register_tables.metadata))
BEFORE_0004 = (
    *BEFORE_0007,
    *(f"DROP TABLE {table}" for table in ("page", "copy", "package", "relation", "term", "reference")),
    *(f"ALTER TABLE document DROP COLUMN {column}" for column in ("status", "status_since", "status_by")),
    *(
        f"ALTER TABLE document DROP COLUMN {column}"
        for column in ("origin", "confidence", "pages", "doubts", "given", "by_hand", "unsure", "reader_version")
    ),
)
"""Makes the tables those of revision 0003."""


def test_a_corpus_of_the_first_program_is_indexed_anew(place: Place) -> None:
    long = replace(item(7), text="".join(prose(seed) for seed in range(40)))
    assert len(long.text) > 3 * BLOCK
    with place.open() as corpus:
        added = [corpus._put([one])[0] for one in (item(0), replace(item(1), text=""), long)]
        with corpus._database.writing() as connection:
            for sql in (
                *BEFORE_0004,
                "DROP TABLE content",
                "CREATE TABLE content (document_id INTEGER PRIMARY KEY, text TEXT NOT NULL)",
                "ALTER TABLE document DROP COLUMN abbreviations",
                "DROP INDEX passage_document_id",
                "DROP TABLE posting",
                "CREATE TABLE posting (hash BIGINT, passage_id INTEGER, PRIMARY KEY (hash, passage_id))",
                "INSERT INTO posting VALUES (140737488355327, 1)",
                "UPDATE document SET index_version = 1",
                "UPDATE alembic_version SET version_num = '0001'",
            ):
                connection.exec_driver_sql(sql)
            wholes = [(added[0].id, item(0).text), (added[1].id, ""), (added[2].id, long.text)]
            for id_, text in wholes:
                connection.execute(sql_text("INSERT INTO content VALUES (:id, :text)"), {"id": id_, "text": text})
    with place.open() as corpus:
        assert [entry.id for entry in corpus.documents()] == sorted(one.id for one in added)
        assert_consistent(corpus)
        assert [(id_, corpus.text(id_)) for id_, _ in wholes] == wholes


def test_documents_of_revision_5_get_their_subjects(place: Place) -> None:
    with place.open() as corpus:
        corpus._put([replace(item(0), text=f"{item(0).text}\nCăn cứ Nghị định số 30/2020/NĐ-CP;"), item(1)])
        with corpus._database.writing() as connection:
            for sql in (
                *BEFORE_0007,
                "DROP TABLE term",
                "DROP TABLE reference",
                "UPDATE document SET index_version = 2",
                "UPDATE alembic_version SET version_num = '0005'",
            ):
                connection.exec_driver_sql(sql)
    with place.open() as corpus:
        assert_consistent(corpus)
        assert corpus.with_references(["30/2020/NĐ-CP"], 9) == [[corpus.documents()[0].id]]


def test_documents_of_revision_3_stay_as_they_are_and_are_known_by_their_names(place: Place) -> None:
    with place.open() as corpus:
        one, other = (corpus._put([item(seed, name)])[0] for seed, name in enumerate(("a.docx", "b.txt")))
        before = corpus.documents()
        with corpus._database.writing() as connection:
            older = ("UPDATE document SET index_version = 2", "UPDATE alembic_version SET version_num = '0003'")
            for sql in (*BEFORE_0004, *older):
                connection.exec_driver_sql(sql)
    with place.open() as corpus:
        assert corpus.documents() == [replace(entry, origin=entry.name[2:]) for entry in before]
        assert_consistent(corpus)
        assert corpus.pages(one.id) == corpus.copies(other.id) == []
        assert corpus.picture(one.id, 1) is None
