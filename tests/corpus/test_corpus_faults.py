"""What goes wrong outside leaves the corpus as it was, and is said in one sentence."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import Connection
from stored_texts import Place, assert_consistent, counted, item

from drafter.corpus import Corpus, Entry, Hit, Metadata
from drafter.corpus.relating import statement_about
from drafter.errors import (
    BusyDatabase,
    CorruptDatabase,
    DiskFull,
    HomeNotWritable,
    MissingDriver,
    NewerDatabase,
    UnreachableDatabase,
    WrongDatabaseUrl,
)

TABLES = ("document", "content", "passage", "posting")


def snapshot(corpus: Corpus) -> tuple[list[Entry], list[int], list[list[Hit]]]:
    found = [corpus.search(words, limit=1000) for words in ("kế hoạch", "van ban")]
    return corpus.documents(), [counted(corpus, table) for table in TABLES], found


@pytest.mark.parametrize(
    "action",
    [
        "list(map(writer.put, (item(seed, 'a.txt', '/kho/a.txt') for seed in range(50, 90)))); writer.flush()",
        "list(map(writer.put, (item(seed) for seed in range(50, 90)))); writer.flush()",
        "list(map(writer.put, (item(seed) for seed in range(50, 90))))",
        "writer.remove(2); writer.remove(3)",
    ],
)
def test_a_process_killed_while_writing_leaves_the_corpus_as_it_was(place: Place, action: str) -> None:
    with place.open() as corpus:
        list(corpus.add_all([item(1, "a.txt", "/kho/a.txt"), item(2), item(3)]))
        before = snapshot(corpus)
        process = place.process(
            "import time; from drafter.corpus.writing import Writer\n"
            "with corpus._database.writing() as connection:\n"
            f"    writer = Writer(connection, corpus._index); {action}\n"
            "    print('written', flush=True); time.sleep(600)\n"
        )
        assert process.stdout is not None
        assert process.stdout.readline() == "written\n", process.communicate()[1]
        process.send_signal(signal.SIGKILL)
        process.communicate()
        assert snapshot(corpus) == before
        assert [added.status for added in corpus.add_all([item(4)])] == ["added"]
        assert_consistent(corpus)


CHANGES = (
    "list(corpus.add_all([item(4)], along))",
    "corpus.set(2, Metadata(title='Khác'), along)",
    "corpus.relate([statement_about(2, 'expired', '', '', {'replaces': '1/KH'})], along)",
    "corpus.remove(2, along)",
)
"""Each with `along`, which writes something else in the same transaction."""
ALONG = """
import time
from drafter.corpus import Metadata
from drafter.corpus.relating import statement_about

def along(connection, outcome):
    connection.exec_driver_sql("UPDATE document SET name = 'đã ghi' WHERE id = 1")
    print("noted", flush=True)
    time.sleep(SECONDS)

"""


def others(entries: list[Entry]) -> list[Entry]:
    """All but the document that comes along."""
    return [entry for entry in entries if entry.id != 1]


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_and_what_comes_along_stand_together_or_not_at_all(place: Place, change: str) -> None:
    with place.open() as corpus:
        list(corpus.add_all([item(1, number="1/KH"), item(2), item(3)]))
        before, standings = snapshot(corpus), corpus.standings([1, 2])
        process = place.process(ALONG.replace("SECONDS", "600") + change)
        assert process.stdout is not None
        assert process.stdout.readline() == "noted\n", process.communicate()[1]
        process.send_signal(signal.SIGKILL)
        process.communicate()
        assert (snapshot(corpus), corpus.standings([1, 2])) == (before, standings)

        assert place.process(ALONG.replace("SECONDS", "0") + change).communicate(timeout=50) == ("noted\n", "")
        assert corpus.entry(1).name == "đã ghi"
        assert (others(corpus.documents()), corpus.standings([1, 2])) != (others(before[0]), standings)


def test_what_comes_along_and_fails_undoes_the_change(corpus: Corpus) -> None:
    def along(connection: Connection, outcome: object) -> None:
        raise BusyDatabase("nhật ký")

    list(corpus.add_all([item(1), item(2)]))
    before = snapshot(corpus)

    changes: tuple[Callable[[], object], ...] = (
        lambda: list(corpus.add_all([item(3)], along)),
        lambda: corpus.set(2, Metadata(title="Khác"), along),
        lambda: corpus.relate([statement_about(2, "expired", "", "", {})], along),
        lambda: corpus.remove(2, along),
    )
    for change in changes:
        with pytest.raises(BusyDatabase, match="nhật ký"):
            change()
        assert snapshot(corpus) == before and not corpus.standings([2])


def test_a_process_killed_in_a_long_load_leaves_whole_documents(place: Place) -> None:
    process = place.process(
        "import drafter.corpus.batches as batches; batches._DOCUMENTS = 5\n"
        "for added in corpus.add_all(item(seed) for seed in range(10**6)): print(added.name, flush=True)\n"
    )
    assert process.stdout is not None
    told = [process.stdout.readline().strip() for _ in range(23)]
    process.send_signal(signal.SIGKILL)
    told += process.communicate()[0].split()[:-1]
    with place.open() as corpus:
        stored = {entry.name for entry in corpus.documents()}
        assert set(told) <= stored, "what was told is stored"
        assert len(stored) % 5 == 0
        assert_consistent(corpus)


def test_two_processes_add_at_the_same_time(place: Place) -> None:
    script = "print([added.status for added in corpus.add_all(item(seed) for seed in range({}, {}))].count('added'))"
    start = "import drafter.corpus.batches as batches; batches._DOCUMENTS = 4\n"
    both = [place.process(start + script.format(*ends)) for ends in ((0, 30), (20, 50))]
    outputs = [process.communicate(timeout=50) for process in both]
    assert [process.returncode for process in both] == [0, 0], outputs
    assert sum(int(out) for out, _ in outputs) == 50
    with place.open() as corpus:
        assert len(corpus) == 50
        assert_consistent(corpus)


def test_a_failing_source_of_items_stores_whole_batches_only(place: Place) -> None:
    def breaking() -> Iterator[object]:
        yield item(1)
        raise RuntimeError("the reader broke")

    with place.open() as corpus:
        with pytest.raises(RuntimeError, match="the reader broke"):
            list(corpus.add_all(breaking()))
        assert len(corpus) == 0


def test_another_writer_is_waited_for_then_named(place: Place) -> None:
    with place.open() as writer, writer._database.writing(), place.open(wait=0.2) as corpus:
        assert corpus.documents() == [], "readers go on"
        with pytest.raises(BusyDatabase, match="chương trình khác đang ghi vào kho quá lâu; hãy đợi ít phút"):
            list(corpus.add_all([item(1)]))


def test_a_newer_database_is_left_untouched(place: Place) -> None:
    with place.open() as corpus:
        list(corpus.add_all([item(1)]))
        before = snapshot(corpus)
        with corpus._database.writing() as connection:
            connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
        with pytest.raises(NewerDatabase, match="phiên bản mới hơn của drafter ghi, chưa bị thay đổi gì; hãy cập nhật"):
            place.open()
        assert snapshot(corpus) == before


def test_an_index_of_a_newer_program_is_left_untouched(place: Place) -> None:
    with place.open() as corpus:
        list(corpus.add_all([item(1)]))
        with corpus._database.writing() as connection:
            connection.exec_driver_sql("UPDATE document SET index_version = 10000")
        with pytest.raises(NewerDatabase, match="hãy cập nhật drafter"):
            place.open()


def test_a_file_in_the_place_of_the_home_is_named(tmp_path: Path) -> None:
    (tmp_path / "tep").write_text("đây là tệp", encoding="utf-8")
    for home in (tmp_path / "tep", tmp_path / "tep" / "trong"):
        with pytest.raises(HomeNotWritable) as caught:
            Corpus(home)
        assert str(caught.value) == (
            f"{home}: không ghi được vào đây; hãy xin quyền ghi, hoặc chọn thư mục khác bằng --home."
        )


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_home_without_the_right_to_write_is_named(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(HomeNotWritable):
        Corpus(tmp_path)


@pytest.mark.parametrize("content", [b"day khong phai co so du lieu " * 400, b"SQLite format 3\0" + b"\xff" * 9000])
def test_a_file_that_is_no_database_is_left_untouched(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "drafter.sqlite3"
    file.write_bytes(content)
    with pytest.raises(CorruptDatabase, match="không phải kho của drafter hoặc đã hỏng; hãy khôi phục bản sao lưu"):
        Corpus(tmp_path)
    assert file.read_bytes() == content


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 3 MB."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=3m", "drafter-test", folder], capture_output=True)
    if mounted.returncode:
        pytest.skip("no right to mount a small disk here")
    yield folder
    subprocess.run(["umount", "-l", folder], check=True)


def test_a_full_disk_leaves_the_corpus_as_it_was(small_disk: Path) -> None:
    with Corpus(small_disk) as corpus:
        list(corpus.add_all([item(1), item(2)]))
        before = snapshot(corpus)
        with pytest.raises(DiskFull, match="đĩa đã đầy, phần đang ghi được bỏ lại trọn vẹn; hãy dọn bớt đĩa"):
            list(corpus.add_all(item(seed) for seed in range(3, 900)))
        assert snapshot(corpus) == before
        assert_consistent(corpus)
    with Corpus(small_disk) as corpus:
        assert snapshot(corpus) == before


def test_a_disk_too_full_to_begin_is_named(small_disk: Path) -> None:
    (small_disk / "filler").write_bytes(b"x" * (3 * 2**20 - 3 * 4096))
    with pytest.raises(DiskFull, match="đĩa đã đầy"):
        Corpus(small_disk)


def test_a_file_that_may_not_grow_is_a_full_disk(tmp_path: Path) -> None:
    script = (
        "import resource, sys; from drafter.corpus import Corpus; from stored_texts import item\n"
        "from drafter.errors import DiskFull\n"
        "corpus = Corpus(sys.argv[1]); list(corpus.add_all([item(1)]))\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, 400_000))\n"
        "try: list(corpus.add_all(item(seed) for seed in range(2, 400)))\n"
        "except DiskFull: print('full', len(corpus))\n"
    )
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).parent)}
    done = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path)], capture_output=True, encoding="utf-8", env=environment
    )
    assert done.stdout == "full 1\n", done.stderr
    with Corpus(tmp_path) as corpus:
        assert_consistent(corpus)


def test_a_server_that_does_not_answer_is_named_without_the_password() -> None:
    with pytest.raises(UnreachableDatabase) as caught:
        Corpus(url="postgresql://drafter:bi-mat@127.0.0.1:9/kho")
    assert str(caught.value) == (
        "127.0.0.1/kho: không kết nối được máy chủ PostgreSQL; hãy kiểm tra máy chủ, mật khẩu và DRAFTER_DATABASE_URL."
    )


def test_a_database_that_is_not_there_is_named(server: str) -> None:
    from sqlalchemy import make_url

    url = make_url(server).set(database="khong-co").render_as_string(hide_password=False)
    with pytest.raises(UnreachableDatabase, match="khong-co: không kết nối được"):
        Corpus(url=url)


def test_a_server_that_goes_away_in_between_is_named(fresh_database: str, server: str) -> None:
    import psycopg

    with Corpus(url=fresh_database) as corpus:
        with pytest.raises(UnreachableDatabase), corpus._database.writing() as connection:
            with psycopg.connect(server, autocommit=True) as other:
                other.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname LIKE 'drafter_%'")
            connection.exec_driver_sql("SELECT 1")
        assert len(corpus) == 0, "the next one connects anew"


@pytest.mark.parametrize("url", ["mysql://x/y", "không phải địa chỉ", "postgresql+asyncpg://x/y"])
def test_a_url_that_leads_nowhere_is_named(url: str) -> None:
    with pytest.raises(WrongDatabaseUrl, match=r"^DRAFTER_DATABASE_URL không phải địa chỉ PostgreSQL; hãy viết dạng"):
        Corpus(url=url)


def test_a_missing_driver_is_named(tmp_path: Path) -> None:
    # A real interpreter whose path holds a psycopg that cannot be imported, as where it was never installed.
    (tmp_path / "psycopg").mkdir()
    (tmp_path / "psycopg" / "__init__.py").write_text("raise ModuleNotFoundError('psycopg')")
    script = (
        "from drafter.corpus import Corpus\ntry: Corpus(url='postgresql://x/y')\nexcept Exception as e: print(repr(e))"
    )
    environment = os.environ | {"PYTHONPATH": str(tmp_path), "PYTHONUTF8": "1"}
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, encoding="utf-8", env=environment)
    assert done.stdout.startswith(MissingDriver.__name__), done.stderr
    assert 'pip install "drafter[postgres]"' in done.stdout
