"""The index in PostgreSQL: fingerprints loaded by COPY, words as text search vectors."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from typing import TYPE_CHECKING, Any, cast

import numpy as np
from sqlalchemy import Connection, Integer, TextualSelect, column, text

from drafter.corpus.index import Numbers, Postings, subject_rows
from drafter.corpus.subjects import SCALE, Subject
from drafter.corpus.values import StoredPassage

if TYPE_CHECKING:
    from psycopg import Cursor

_LIMITED = """
    SELECT sought.place - 1, found.passage_id
    FROM unnest(%s::integer[]) WITH ORDINALITY AS sought (hash, place)
    CROSS JOIN LATERAL
        (SELECT passage_id FROM posting
         WHERE hash = sought.hash AND passage_id >= %s AND passage_id < %s ORDER BY passage_id LIMIT %s) AS found
    ORDER BY 1, 2
"""
_SPREAD = """
    SELECT found.issuers, found.years
    FROM unnest(%s::integer[]) WITH ORDINALITY AS sought (hash, place)
    CROSS JOIN LATERAL
        (SELECT count(DISTINCT d.issuer) AS issuers, count(DISTINCT substr(d.date, 1, 4)) AS years
         FROM (SELECT passage_id FROM posting WHERE hash = sought.hash ORDER BY passage_id LIMIT %s) AS first
         JOIN passage AS p ON p.id = first.passage_id
         JOIN document AS d ON d.id = p.document_id AND d.issuer <> '') AS found
    ORDER BY sought.place
"""
_REMOVE = """
    DELETE FROM posting USING unnest(%s::integer[], %s::integer[]) AS gone (hash, passage_id)
    WHERE posting.hash = gone.hash AND posting.passage_id = gone.passage_id
"""
_WITH_TERMS = f"""
    SELECT ARRAY(SELECT document_id::bigint * {SCALE} + weight FROM term WHERE hash = sought.hash
                 ORDER BY weight DESC LIMIT %s)
    FROM unnest(%s::integer[]) WITH ORDINALITY AS sought (hash, place) ORDER BY sought.place
"""
_WITH_REFERENCES = """
    SELECT ARRAY(SELECT document_id FROM reference WHERE number_key = sought.key LIMIT %s)
    FROM unnest(%s::text[]) WITH ORDINALITY AS sought (key, place) ORDER BY sought.place
"""
_AT_ONCE = 50_000


class PostgresIndex:
    def add_postings(self, connection: Connection, postings: Postings) -> None:
        rows = np.column_stack((postings.hashes, postings.passages))
        with _cursor(connection) as cursor, cursor.copy("COPY posting (hash, passage_id) FROM STDIN") as copy:
            for start in range(0, len(rows), _AT_ONCE):
                some = rows[start : start + _AT_ONCE].tolist()
                copy.write("".join(f"{hash_}\t{passage}\n" for hash_, passage in some))

    def remove_postings(self, connection: Connection, postings: Postings) -> None:
        connection.exec_driver_sql(_REMOVE, (postings.hashes.tolist(), postings.passages.tolist()))

    def postings(
        self, connection: Connection, hashes: Sequence[int], limit: int, within: range
    ) -> tuple[Numbers, Numbers]:
        sought = (list(map(int, hashes)), within.start, within.stop, limit)
        found = connection.exec_driver_sql(_LIMITED, sought).all()
        pairs = np.fromiter(chain.from_iterable(found), np.int64, 2 * len(found)).reshape(-1, 2)
        return pairs[:, 0], pairs[:, 1]

    def spread(self, connection: Connection, hashes: Sequence[int], limit: int) -> list[tuple[int, int]]:
        found = connection.exec_driver_sql(_SPREAD, (list(map(int, hashes)), limit))
        return [(issuers, years) for issuers, years in found]

    def add_passages(self, connection: Connection, passages: list[tuple[int, int, int, int]]) -> None:
        sql = 'COPY passage (id, document_id, start, "end") FROM STDIN'
        with _cursor(connection) as cursor, cursor.copy(sql) as copy:
            copy.write("".join("\t".join(map(str, row)) + "\n" for row in passages))

    def passages(self, connection: Connection, ids: Sequence[int]) -> list[StoredPassage]:
        sql = 'SELECT id, document_id, start, "end" FROM passage WHERE id = ANY(%s) ORDER BY id'
        rows = connection.exec_driver_sql(sql, (sorted(set(map(int, ids))),))
        return [StoredPassage(*row) for row in rows]

    def add_words(self, connection: Connection, words: list[tuple[int, list[str]]]) -> None:
        if words:
            sql = "INSERT INTO word_index (document_id, words) VALUES (%s, array_to_tsvector(%s::text[]))"
            connection.exec_driver_sql(sql, words)

    def remove_words(self, connection: Connection, document: int, words: list[str]) -> None:
        connection.exec_driver_sql("DELETE FROM word_index WHERE document_id = %s", (document,))

    def holding(self, words: Iterable[Iterable[str]]) -> TextualSelect:
        sought = " & ".join("({})".format(" | ".join(f"'{form}'" for form in forms)) for forms in words)
        query = text("SELECT document_id FROM word_index WHERE words @@ CAST(:sought AS tsquery)")
        return query.bindparams(sought=sought).columns(column("document_id", Integer))

    def add_subjects(self, connection: Connection, subjects: Mapping[int, Subject]) -> None:
        terms, references = subject_rows(subjects)
        _copy(connection, "term (hash, weight, document_id)", terms)
        _copy(connection, "reference (number_key, document_id)", references)

    def remove_subject(self, connection: Connection, document: int) -> None:
        for table in ("term", "reference"):
            connection.exec_driver_sql(f"DELETE FROM {table} WHERE document_id = %s", (document,))

    def with_terms(self, connection: Connection, hashes: Sequence[int], limit: int) -> list[list[int]]:
        return list(connection.exec_driver_sql(_WITH_TERMS, (limit, list(map(int, hashes)))).scalars())

    def with_references(self, connection: Connection, keys: Sequence[str], limit: int) -> list[list[int]]:
        return list(connection.exec_driver_sql(_WITH_REFERENCES, (limit, list(keys))).scalars())

    def clear(self, connection: Connection) -> None:
        connection.exec_driver_sql("TRUNCATE posting, passage, word_index, term, reference")


def _copy(connection: Connection, table: str, rows: Iterable[tuple[object, ...]]) -> None:
    with _cursor(connection) as cursor, cursor.copy(f"COPY {table} FROM STDIN") as copy:
        for row in rows:
            copy.write_row(row)


def _cursor(connection: Connection) -> Cursor[tuple[Any, ...]]:
    """A cursor of psycopg in the transaction of `connection`."""
    return cast("Cursor[tuple[Any, ...]]", connection.connection.cursor())
