"""`drafter corpus add` stopped midway and started again; files that are known are not read again."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from stored_texts import Place, assert_consistent, prose

import drafter.readers
from drafter.corpus import Added, Corpus, Refused
from drafter.corpus.importing import arrivals, plan

FILES = 60
START = """
import sys
import drafter.corpus.batches as batches
batches._SECONDS = 0.0
from drafter.cli import main
main(["--home", sys.argv[1], "corpus", "add", sys.argv[2]], prog_name="drafter")
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Files that take some seconds together."""
    made = tmp_path / "vào"
    made.mkdir()
    for seed in range(FILES):
        (made / f"{seed:02}.txt").write_text(prose(seed, 6_000), encoding="utf-8")
    return made


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files that were read since the list was emptied last."""
    names: list[str] = []
    real = drafter.readers.read_all_bytes

    def noted(name: str, data: bytes, progress: object = None) -> object:
        names.append(name)
        return real(name, data, progress)

    monkeypatch.setattr(drafter.readers, "read_all_bytes", noted)
    return names


def add(corpus: Corpus, *paths: Path) -> list[Added | Refused]:
    return list(corpus.add_all(arrivals(plan(paths), corpus)))


def statuses(results: list[Added | Refused]) -> list[str]:
    return [result.status if isinstance(result, Added) else result.reason for result in results]


def stopped(place: Place, folder: Path, stop: signal.Signals) -> tuple[int, str]:
    """Adds the folder in another process and stops it once ten files are in; its status and what it said."""
    with place.open() as corpus:
        process = subprocess.Popen(
            [sys.executable, "-c", START, str(place.home), str(folder)],
            stderr=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
            env=os.environ | {"DRAFTER_DATABASE_URL": place.url or "", "PYTHONUTF8": "1"},
        )
        end = time.monotonic() + 60
        while len(corpus) < 10 and process.poll() is None and time.monotonic() < end:
            time.sleep(0.02)
        process.send_signal(stop)
        said = process.communicate(timeout=60)[1]
    return process.returncode, said


def test_a_killed_import_goes_on_where_it_was(place: Place, folder: Path, read: list[str]) -> None:
    status, _ = stopped(place, folder, signal.SIGKILL)
    assert status == -signal.SIGKILL, "it was done before it could be killed"
    with place.open() as corpus:
        stored = len(corpus)
        assert 10 <= stored < FILES
        assert_consistent(corpus)
        results = add(corpus, folder)
        assert statuses(results) == ["unchanged"] * stored + ["added"] * (FILES - stored)
        assert read == [f"{seed:02}.txt" for seed in range(stored, FILES)], "what was stored is not read again"
        assert len(corpus) == FILES
        assert_consistent(corpus)


def test_an_interrupted_import_says_how_to_go_on(place: Place, folder: Path) -> None:
    status, said = stopped(place, folder, signal.SIGINT)
    assert status == 130, said
    assert "Chạy lại lệnh này để thêm tiếp" in said
    assert "Traceback" not in said
    with place.open() as corpus:
        assert 10 <= len(corpus) < FILES
        assert_consistent(corpus)


def test_a_known_file_is_not_read_but_its_sidecar_counts(corpus: Corpus, tmp_path: Path, read: list[str]) -> None:
    file = tmp_path / "a.txt"
    file.write_text(prose(1), encoding="utf-8")
    (id_,) = (result.id for result in add(corpus, tmp_path) if isinstance(result, Added))
    read.clear()
    (tmp_path / "documents.tsv").write_text("file\tnumber\tissuer\na.txt\t5/KH-UBND\tUBND xã Khuôn Lùng\n", "utf-8")
    assert statuses(add(corpus, tmp_path)) == ["replaced"]
    assert statuses(add(corpus, tmp_path)) == ["unchanged"]
    entry = corpus.entry(id_)
    assert (entry.number, entry.kind, entry.level.label) == ("5/KH-UBND", "KH", "Cấp xã")
    assert [found.id for found in corpus.by_number(["05/KH-UBND"])] == [id_]
    assert [hit.entry.id for hit in corpus.search("Khuôn Lùng")] == [id_]
    assert_consistent(corpus)
    (tmp_path / "documents.tsv").unlink()
    assert statuses(add(corpus, tmp_path)) == ["replaced"]
    assert corpus.entry(id_).number == ""
    assert read == []


def test_files_of_an_older_reader_are_read_again(corpus: Corpus, tmp_path: Path, read: list[str]) -> None:
    (tmp_path / "a.txt").write_text(prose(1), encoding="utf-8")
    add(corpus, tmp_path)
    with corpus._database.writing() as connection:
        connection.exec_driver_sql("UPDATE document SET reader_version = 0")
    read.clear()
    assert statuses(add(corpus, tmp_path)) == ["unchanged"]
    assert read == ["a.txt"]
    assert statuses(add(corpus, tmp_path)) == ["unchanged"]
    assert read == ["a.txt"]


def test_renamed_files_change_places_without_loss(corpus: Corpus, tmp_path: Path) -> None:
    """The old file goes by another name, a new one by its: what is known of the one goes before the other comes."""
    old, moved = tmp_path / "a.txt", tmp_path / "b.txt"
    old.write_text(prose(1), encoding="utf-8")
    add(corpus, tmp_path)
    old.rename(moved)
    old.write_text(prose(2), encoding="utf-8")
    assert statuses(add(corpus, tmp_path)) == ["replaced", "added"]
    assert sorted(corpus.text(entry.id) for entry in corpus.documents()) == sorted((prose(1), prose(2)))
    assert_consistent(corpus)


def zipped(path: Path, files: dict[str, str]) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return path


def test_a_package_gives_its_documents_once(corpus: Corpus, tmp_path: Path, read: list[str]) -> None:
    path = zipped(tmp_path / "gói.zip", {"x/a.txt": prose(1), "y/a.txt": prose(2), "b.txt": prose(3)})
    assert statuses(add(corpus, path)) == ["added"] * 3
    read.clear()
    assert statuses(add(corpus, path)) == ["unchanged"] * 3
    assert read == []
    corpus.remove(corpus.documents()[0].id)
    assert sorted(statuses(add(corpus, path))) == ["added", "unchanged", "unchanged"]
    assert len(corpus) == 3
    assert_consistent(corpus)


def test_a_package_with_something_bad_gives_the_rest_and_names_it(corpus: Corpus, tmp_path: Path) -> None:
    path = zipped(tmp_path / "gói.zip", {"a.txt": prose(1), "trống.txt": ""})
    for _ in range(2):
        results = add(corpus, path)
        (refused,) = (result for result in results if isinstance(result, Refused))
        assert "trống.txt: tệp trống" in refused.reason
    assert len(corpus) == 1


def test_a_slow_file_does_not_hold_up_what_came_before_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The second file is not read before the first one is stored."""
    import drafter.corpus.batches as batches

    monkeypatch.setattr(batches, "_SECONDS", 0.05)
    for name in ("a.txt", "b.html"):
        (tmp_path / name).write_text(f"<html><p>{prose(len(name))}</p></html>", encoding="utf-8")
    with Corpus(tmp_path / "home") as corpus:
        real = drafter.readers.read_all_bytes

        def slow(name: str, data: bytes, progress: Callable[[int, int], None] | None = None) -> object:
            end = time.monotonic() + 30
            while name == "b.html" and not len(corpus) and time.monotonic() < end:
                time.sleep(0.01)
            return real(name, data, progress)

        monkeypatch.setattr(drafter.readers, "read_all_bytes", slow)
        start = time.monotonic()
        assert statuses(add(corpus, tmp_path)) == ["added", "added"]
        assert time.monotonic() - start < 25, "the first file was not stored while the second was read"
