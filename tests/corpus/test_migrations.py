"""The tables that migrations make are those that the program speaks of."""

from __future__ import annotations

from stored_texts import Place

from drafter.corpus.tables import metadata
from drafter.storage.engine import HEAD, MIGRATIONS


def test_the_newest_revision_is_the_one_that_opening_looks_for() -> None:
    from alembic.script import ScriptDirectory

    assert ScriptDirectory(str(MIGRATIONS)).get_current_head() == HEAD


def test_a_new_database_has_the_tables_as_written(place: Place) -> None:
    from alembic.autogenerate import compare_metadata
    from alembic.runtime.migration import MigrationContext

    with place.open() as corpus, corpus._database.reading() as connection:
        differences = compare_metadata(MigrationContext.configure(connection), metadata)
    # The index over words is each database's own, no table of ours.
    tables = [difference[1].name for difference in differences if difference[0] == "remove_table"]
    assert all(name.startswith("word_index") for name in tables)
    assert [d for d in differences if d[0] != "remove_table" and "word_index" not in str(d[1])] == []


def test_two_processes_open_a_new_database_at_the_same_time(place: Place) -> None:
    both = [place.process("print(len(corpus))") for _ in range(2)]
    outputs = [process.communicate(timeout=50) for process in both]
    assert [out for out, _ in outputs] == ["0\n", "0\n"], outputs
