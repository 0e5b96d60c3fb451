"""`drafter backup` and `drafter restore`: everything in one file, and back."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from drafter import read
from drafter.cli import main
from drafter.corpus import Corpus
from drafter.storage import Database


def run(home: Path, *words: object) -> Result:
    return CliRunner().invoke(main, ["--home", str(home), *map(str, words)])


@pytest.fixture
def filled(tmp_path: Path, samples: Path) -> Path:
    """A home with one document."""
    with Corpus(tmp_path / "filled") as corpus:
        corpus.add(read(samples / "superior" / "KL-918-TW.docx"))
    return tmp_path / "filled"


def numbers(home: Path) -> list[str]:
    with Corpus(home) as corpus:
        return [entry.number for entry in corpus.documents()]


def test_what_was_backed_up_is_there_again_in_another_home(filled: Path, tmp_path: Path) -> None:
    made = run(filled, "backup", tmp_path / "sao-luu.db")
    assert made.exit_code == 0, made.output
    assert "Đã sao lưu" in made.stdout

    assert run(tmp_path / "new", "restore", tmp_path / "sao-luu.db").exit_code == 0

    assert (tmp_path / "sao-luu.db").stat().st_mode & 0o077 == 0, "documents and accounts are nobody else's business"
    assert numbers(tmp_path / "new") == ["918-KL/TW"]
    assert {path.name for path in tmp_path.iterdir()} == {"filled", "new", "sao-luu.db"}


def test_a_backup_is_of_one_state_and_keeps_nobody_from_writing(filled: Path, tmp_path: Path) -> None:
    with Database(filled) as database, database.writing() as connection:
        connection.exec_driver_sql("UPDATE document SET number = 'dở dang'")
        assert run(filled, "backup", tmp_path / "sao-luu.db").exit_code == 0

    with closing(sqlite3.connect(tmp_path / "sao-luu.db")) as copy:
        assert copy.execute("SELECT number FROM document").fetchall() == [("918-KL/TW",)]
        assert copy.execute("PRAGMA journal_mode").fetchone() == ("delete",)
    assert numbers(filled) == ["dở dang"]


def test_nothing_is_written_over_without_being_told_to(filled: Path, tmp_path: Path) -> None:
    copy = tmp_path / "sao-luu.db"
    copy.write_text("của ai đó", encoding="utf-8")
    refused = run(filled, "backup", copy)
    assert refused.exit_code == 2
    assert "thêm --yes" in refused.stderr
    assert copy.read_text(encoding="utf-8") == "của ai đó"
    assert run(filled, "backup", copy, "--yes").exit_code == 0

    with Corpus(tmp_path / "other"):
        pass
    refused = run(tmp_path / "other", "restore", copy)
    assert refused.exit_code == 2
    assert "thêm --yes" in refused.stderr
    assert numbers(tmp_path / "other") == []


def test_what_was_there_before_is_kept_beside(filled: Path, tmp_path: Path) -> None:
    run(filled, "backup", tmp_path / "sao-luu.db")
    with Corpus(filled) as corpus:
        corpus.remove(1)

    done = run(filled, "restore", tmp_path / "sao-luu.db", "--yes")

    assert done.exit_code == 0, done.output
    assert numbers(filled) == ["918-KL/TW"]
    kept = [path for path in filled.iterdir() if path.name.startswith("drafter-")]
    assert len(kept) == 1
    assert str(kept[0]) in done.stdout
    with closing(sqlite3.connect(kept[0])) as old:
        assert old.execute("SELECT count(*) FROM document").fetchone() == (0,)


KILLED = """
import os, sys
from drafter.cli import main

def last_step(event, arguments):
    if event == "os.rename" and str(arguments[1]).endswith("drafter.sqlite3"):
        os._exit(9)

sys.addaudithook(last_step)
main(sys.argv[1:])
"""


def test_killed_before_its_last_step_a_restore_leaves_the_data_in_place(filled: Path, tmp_path: Path) -> None:
    run(filled, "backup", tmp_path / "sao-luu.db")
    with Corpus(filled) as corpus:
        corpus.remove(1)

    words = ["--home", filled, "restore", tmp_path / "sao-luu.db", "--yes"]
    assert subprocess.run([sys.executable, "-c", KILLED, *words]).returncode == 9
    assert (filled / "drafter.sqlite3").exists()
    assert numbers(filled) == []

    assert run(filled, "restore", tmp_path / "sao-luu.db", "--yes").exit_code == 0
    assert numbers(filled) == ["918-KL/TW"]


def test_a_broken_database_gives_way_and_is_kept(filled: Path, tmp_path: Path) -> None:
    run(filled, "backup", tmp_path / "sao-luu.db")
    (filled / "drafter.sqlite3").write_bytes(b"hong mat roi" * 1000)

    assert run(filled, "restore", tmp_path / "sao-luu.db", "--yes").exit_code == 0

    assert numbers(filled) == ["918-KL/TW"]
    assert [path.read_bytes()[:12] for path in filled.glob("drafter-*")] == [b"hong mat roi"]


def test_while_somebody_has_the_data_open_it_is_not_replaced(filled: Path, tmp_path: Path) -> None:
    run(filled, "backup", tmp_path / "sao-luu.db")

    with Corpus(filled) as corpus:
        assert len(corpus) == 1
        refused = run(filled, "restore", tmp_path / "sao-luu.db", "--yes")

    assert refused.exit_code == 2
    assert "hãy dừng drafter serve" in refused.stderr
    assert sorted(path.name for path in filled.iterdir()) == ["drafter.sqlite3"]
    assert numbers(filled) == ["918-KL/TW"]


@pytest.mark.parametrize("what", ["text", "other", "cut", "newer", "folder", "nothing"])
def test_what_is_no_backup_changes_nothing(filled: Path, tmp_path: Path, what: str) -> None:
    copy = tmp_path / "sao-luu.db"
    run(filled, "backup", copy)
    if what == "text":
        copy.write_text("không phải cơ sở dữ liệu " * 100, encoding="utf-8")
    elif what == "cut":
        copy.write_bytes(copy.read_bytes()[: copy.stat().st_size // 2])
    elif what in ("other", "newer"):
        sentence = "DROP TABLE document" if what == "other" else "UPDATE alembic_version SET version_num = '9999'"
        with closing(sqlite3.connect(copy)) as opened:
            opened.execute(sentence)
            opened.commit()
    else:
        copy.unlink()
        if what == "folder":
            copy.mkdir()

    refused = run(filled, "restore", copy, "--yes")

    assert refused.exit_code == 2
    assert "sao-luu.db" in refused.stderr
    assert sorted(path.name for path in filled.iterdir()) == ["drafter.sqlite3"]
    assert numbers(filled) == ["918-KL/TW"]


def test_an_empty_home_has_nothing_to_back_up(tmp_path: Path) -> None:
    refused = run(tmp_path / "empty", "backup", tmp_path / "sao-luu.db")

    assert refused.exit_code == 2
    assert "chưa có dữ liệu" in refused.stderr
    assert not (tmp_path / "sao-luu.db").exists()


def test_a_database_on_a_server_is_backed_up_by_its_own_tools(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DRAFTER_DATABASE_URL", "postgresql://ai:gi@may-chu/kho")

    for command in ("backup", "restore"):
        refused = run(tmp_path, command, tmp_path / "sao-luu.db")
        assert refused.exit_code == 2
        assert "pg_dump" in refused.stderr
