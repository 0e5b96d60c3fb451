"""A reader in a process of its own: what it may take, do and say, and that nothing of it is left."""

import io
import json
import os
import pickle
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest
from odt_files import odt, with_links
from ole_files import compound_file
from word_files import packed

from drafter import errors
from drafter.document import Document, Page, Span
from drafter.readers import apart, read_bytes
from drafter.readers.answers import Garbled, answers, error_answer, progress_line, value_answer
from drafter.readers.apart import Limits, outcome
from drafter.readers.programs import sockets_of

MB = 2**20
ROOMY = Limits(500 * MB, silence=20, longest=20)
DOCUMENT = Document("a.pdf", "0" * 64, "pdf", "Chữ", (), pages=(Page(Span(0, 3), 1, 210, 297, 0.9, b"\xff\xd8"),))


def asked(code: str, folder: Path, limits: Limits = ROOMY, progress=None) -> Document:
    """What comes of a reader that runs this code."""
    return outcome([sys.executable, "-c", code], "a.pdf", folder, limits, progress)


class TestAnswers:
    def test_a_document_comes_as_it_was(self):
        said = progress_line(1, 2) + progress_line(2, 2) + value_answer(DOCUMENT)

        assert list(answers(io.BytesIO(said), "a.pdf")) == [(1, 2), (2, 2), DOCUMENT]

    def test_an_error_comes_with_its_sentence_and_its_cause(self):
        (error,) = answers(io.BytesIO(error_answer(errors.CorruptFile("a.pdf"), ValueError("vì"))), "a.pdf")

        assert type(error) is errors.CorruptFile
        assert (str(error), error.name) == (str(errors.CorruptFile("a.pdf")), "a.pdf")
        assert "ValueError: vì" in error.__notes__[0]

    @pytest.mark.parametrize(
        "thing",
        [os.system, subprocess.Popen, errors.CorruptFile, Path("a"), print, "x", 5, [DOCUMENT], None],
        ids=repr,
    )
    def test_nothing_but_a_document_is_taken(self, thing):
        pickled = pickle.dumps(thing)

        with pytest.raises(Garbled):
            list(answers(io.BytesIO(b"document %d\n%b" % (len(pickled), pickled)), "a.pdf"))

    def test_a_pickle_that_would_run_a_command_runs_none(self, tmp_path):
        class Trap:
            def __reduce__(self):
                return os.mkdir, (str(tmp_path / "made"),)

        pickled = pickle.dumps(Trap())
        with pytest.raises(Garbled):
            list(answers(io.BytesIO(b"document %d\n%b" % (len(pickled), pickled)), "a.pdf"))

        assert list(tmp_path.iterdir()) == []
        pickle.loads(pickled)
        assert (tmp_path / "made").is_dir()

    @pytest.mark.parametrize(
        "said",
        [
            b"",
            b"hello\n",
            b"progress 1\n",
            b"progress -1 2\n",
            b"document 9\nabc",
            b"document 99999999999\n",
            b"error SystemExit 0 0\n",
            b"error os 0 0\n",
            b"x" * 10_000,
        ],
    )
    def test_whatever_else_is_said_is_garbled(self, said):
        with pytest.raises(Garbled):
            list(answers(io.BytesIO(said), "a.pdf"))


class TestLimits:
    def test_memory(self, tmp_path):
        with pytest.raises(errors.GreedyFile):
            asked("a = []\nwhile True: a.append(bytearray(10_000_000))", tmp_path, Limits(200 * MB, 30, 30))

    def test_memory_of_all_processes_together(self, tmp_path):
        hog = "import time; a = bytearray(90_000_000); time.sleep(30)"
        code = f"import subprocess, sys\nfor _ in range(4): subprocess.Popen([sys.executable, '-c', {hog!r}])\n{hog}"
        with pytest.raises(errors.GreedyFile):
            asked(code, tmp_path, Limits(250 * MB, 30, 30))

    def test_silence(self, tmp_path):
        with pytest.raises(errors.SlowFile):
            asked("while True: pass", tmp_path, Limits(500 * MB, silence=0.5, longest=30))

    def test_talk_without_end(self, tmp_path):
        code = "while True: print('progress 1 2', flush=True)"
        with pytest.raises(errors.SlowFile):
            asked(code, tmp_path, Limits(500 * MB, silence=30, longest=0.5))

    def test_progress_buys_time(self, tmp_path):
        told = []
        code = "import time\nfor at in range(6): time.sleep(0.4); print('progress', at, 6, flush=True)"
        with pytest.raises(errors.CorruptFile):  # it ends without an answer
            asked(code, tmp_path, Limits(500 * MB, silence=2, longest=30), lambda *pages: told.append(pages))

        assert told == [(at, 6) for at in range(6)]

    @pytest.mark.parametrize("code", ["import os; os.abort()", "raise SystemExit(3)", "print('document 5')", "1 / 0"])
    def test_a_reader_that_breaks_down(self, code, tmp_path):
        with pytest.raises(errors.CorruptFile):
            asked(code, tmp_path)


class TestNothingIsLeft:
    CHILD = "import subprocess, sys\nchild = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)'])\n"
    CHILD += "open('pid', 'w').write(str(child.pid))\nprint('progress 1 2', flush=True)\n"

    def alive(self, folder: Path) -> bool:
        """Whether its child still runs; one that was orphaned is buried by the system, in its own time."""
        try:
            child = psutil.Process(int((folder / "pid").read_text()))
            if child.status() != psutil.STATUS_ZOMBIE:
                child.wait(timeout=5)
        except psutil.NoSuchProcess:
            return False
        except psutil.TimeoutExpired:
            return True
        return child.is_running() and child.status() != psutil.STATUS_ZOMBIE

    def test_of_one_that_ends(self, tmp_path):
        with pytest.raises(errors.CorruptFile):
            asked(self.CHILD, tmp_path)

        assert not self.alive(tmp_path)

    def test_of_one_that_is_too_slow(self, tmp_path):
        with pytest.raises(errors.SlowFile):
            asked(f"{self.CHILD}import time; time.sleep(60)", tmp_path, Limits(500 * MB, silence=1, longest=30))

        assert not self.alive(tmp_path)

    @pytest.mark.parametrize("fault", [KeyboardInterrupt, ValueError])
    def test_when_the_one_who_waits_has_enough(self, fault, tmp_path):
        def progress(done: int, total: int) -> None:
            raise fault

        with pytest.raises(fault):
            asked(f"{self.CHILD}import time; time.sleep(60)", tmp_path, progress=progress)

        assert not self.alive(tmp_path)

    def test_of_files_and_processes_after_a_real_reader(self, tmp_path, monkeypatch):
        monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
        before = {one.pid for one in psutil.Process().children(recursive=True)}
        with pytest.raises(errors.UnreadableFile):
            read_bytes("a.odt", packed({"mimetype": "application/vnd.oasis.opendocument.text", "a": "b"}))

        assert list(tmp_path.iterdir()) == []
        assert {one.pid for one in psutil.Process().children(recursive=True)} <= before

    @pytest.mark.skipif(sys.platform == "win32", reason="there is no such kill on Windows")
    def test_of_one_whose_parent_was_killed_once_it_is_old(self, tmp_path, monkeypatch):
        code = "from drafter.readers import read_bytes; read_bytes('a.html', b'<html><body>x</body></html>' * 200_000)"
        environment = {**os.environ, "TMPDIR": str(tmp_path), "PYTHONPATH": str(Path(errors.__file__).parents[1])}
        parent = subprocess.Popen([sys.executable, "-c", code], env=environment)
        while not (left := list(tmp_path.glob("*/request.json"))) and parent.poll() is None:
            time.sleep(0.01)
        parent.kill()
        parent.wait()
        old, young, other = left[0].parent, tmp_path / "drafter-read-young", tmp_path / "drafter-read-notes"
        for folder in (young, other):
            folder.mkdir()
        (young / "request.json").touch()
        for folder in (old, other):
            os.utime(folder, (0, 0))
        monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))

        assert read_bytes("a.md", b"x").text == "x"
        assert sorted(tmp_path.iterdir()) == sorted((young, other))


@pytest.fixture
def hidden(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Gives the readers' processes a path on which everything is that was, but the one library."""

    def hide(library: str) -> None:
        kept = []
        for number, folder in enumerate(map(Path, sys.path)):
            if (folder / library).is_dir():
                without = tmp_path / str(number)
                without.mkdir()
                for one in folder.iterdir():
                    if one.name != library:
                        (without / one.name).symlink_to(one)
                folder = without
            kept.append(str(folder))
        monkeypatch.setattr(sys, "path", kept)

    return hide


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege there")
class TestMissing:
    @pytest.mark.parametrize(
        ("library", "file", "data"),
        [("bs4", "a.html", b"<html><body>x</body></html>"), ("olefile", "a.doc", compound_file({"a": b"x"}))],
    )
    def test_a_library_that_is_missing_has_its_sentence(self, library, file, data, hidden):
        hidden(library)
        with pytest.raises(errors.MissingLibrary) as raised:
            read_bytes(file, data)

        assert str(raised.value) == (
            f"{file}: thiếu thư viện Python “{library}” để đọc loại tệp này; hãy chạy drafter doctor, cài theo đó."
        )

    def test_what_needs_it_not_is_read(self, hidden):
        hidden("olefile")

        assert read_bytes("a.md", "Kế hoạch".encode()).text == "Kế hoạch"

    def test_a_form_without_a_reader_is_foreign(self, monkeypatch):
        monkeypatch.setattr(apart, "LIMITS", {"epub": apart.LIMITS["html"]})
        with pytest.raises(errors.ForeignFile):
            apart.read_apart("epub", "a.epub", b"x")  # type: ignore[arg-type]


CONFINED = """
import json, os, socket, subprocess, sys
from pathlib import Path
from drafter.readers.confinement import confine, isolate

def tried(what):
    try:
        what()
    except (OSError, MemoryError) as error:
        return type(error).__name__
    return "done"

isolate()
outside, port, folder = sys.argv[1], int(sys.argv[2]), Path.cwd()
confine(folder, 100 * 2**20, 60, sys.argv[3] == "programs")
print(json.dumps({
    "write inside": tried(lambda: (folder / "a").write_text("x")),
    "write outside": tried(lambda: Path(outside, "a").write_text("x")),
    "cut outside": tried(lambda: open(Path(outside, "kept"), "r+").truncate(0)),
    "remove outside": tried(lambda: Path(outside, "kept").unlink()),
    "make a folder outside": tried(lambda: Path(outside, "b").mkdir()),
    "connect": tried(lambda: socket.create_connection(("127.0.0.1", port), 5)),
    "run": tried(lambda: subprocess.run([sys.executable, "-c", ""], check=True)),
    "take much": tried(lambda: bytearray(6 * 2**30)),
}))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="the kernel of Linux closes what others leave to the programs")
class TestTheKernel:
    @pytest.fixture
    def port(self) -> Iterator[int]:
        with socket.create_server(("127.0.0.1", 0)) as server:
            yield server.getsockname()[1]

    def tried(self, tmp_path: Path, port: int, programs: str) -> dict[str, str]:
        inside, outside = tmp_path / "inside", tmp_path / "outside"
        inside.mkdir()
        outside.mkdir()
        (outside / "kept").write_text("x")
        done = subprocess.run(
            [sys.executable, "-c", CONFINED, str(outside), str(port), programs],
            cwd=inside,
            env={**os.environ, "PYTHONPATH": str(Path(errors.__file__).parents[1])},
            capture_output=True,
            timeout=60,
        )
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    def test_what_a_reader_may_do(self, tmp_path, port):
        found = self.tried(tmp_path, port, "alone")
        if found["write outside"] == "done" or found["connect"] == "done":
            pytest.skip("this kernel has no Landlock, or refuses namespaces")

        assert found.pop("write inside") == "done"
        assert found.pop("take much") == "MemoryError"
        assert found.pop("connect") in ("OSError", "PermissionError")  # no network, or a network that is closed
        assert set(found.values()) == {"PermissionError"}, found
        assert [one.name for one in (tmp_path / "outside").iterdir()] == ["kept"]
        assert (tmp_path / "outside" / "kept").read_text() == "x"

    def test_one_that_needs_programs_may_start_them(self, tmp_path, port):
        assert self.tried(tmp_path, port, "programs")["run"] == "done"


@pytest.mark.office
class TestOffice:
    def test_its_own_settings_keep_it_from_the_network(self, server, tmp_path, monkeypatch):
        """Where no kernel does; without them it would ask."""
        from drafter.readers import office

        data = with_links(f"http://127.0.0.1:{server.server_port}", (tmp_path / "none.txt").as_uri())
        for name in ("with", "without"):
            (tmp_path / name).mkdir()
        monkeypatch.chdir(tmp_path / "with")
        assert office.read_odt("a.odt", data).text.endswith("Sau")
        assert server.asked == []

        monkeypatch.chdir(tmp_path / "without")
        monkeypatch.setattr(office, "_SETTINGS", {})
        assert office.read_odt("a.odt", data).text.endswith("Sau")
        assert "/picture.png" in server.asked

    def test_nothing_of_it_is_left(self, tmp_path, monkeypatch):
        monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
        sockets: list[Path] = []
        monkeypatch.setattr(apart, "sockets_of", lambda folder: sockets.extend(sockets_of(folder)) or sockets)
        assert read_bytes("a.rtf", rb"{\rtf1\ansi Ke hoach}").text == "Ke hoach"

        assert list(tmp_path.iterdir()) == []
        assert not [one for one in sockets if one.exists()]
        assert not [one for one in psutil.process_iter(["cmdline"]) if str(tmp_path) in str(one.info["cmdline"])]

    @pytest.mark.parametrize(
        ("limits", "fault"),
        [(Limits(500 * MB, 0.3, 0.3, True), errors.SlowFile), (Limits(30 * MB, 60, 60, True), errors.GreedyFile)],
        ids=["time", "memory"],
    )
    def test_it_is_stopped_at_its_limits(self, limits, fault, tmp_path, monkeypatch):
        monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
        monkeypatch.setattr(apart, "LIMITS", {"rtf": limits})
        with pytest.raises(fault):
            read_bytes("a.rtf", rb"{\rtf1\ansi Ke hoach}")

        assert list(tmp_path.iterdir()) == []
        assert not [one for one in psutil.process_iter(["cmdline"]) if str(tmp_path) in str(one.info["cmdline"])]


class TestRefused:
    """What is told without any program."""

    def test_a_zip_bomb(self):
        with pytest.raises(errors.OversizedFile):
            read_bytes("a.odt", odt(f"<text:p>{'A' * 60_000_000}</text:p>"))

    def test_entities_that_unfold_without_end(self):
        entities = "".join(f'<!ENTITY e{at} "{f"&e{at - 1};" * 10 if at else "ha"}">' for at in range(9))
        with pytest.raises(errors.UnsafeFile):
            read_bytes("a.odt", odt("<text:p>&e8;</text:p>", prolog=f"<!DOCTYPE a [{entities}]>"))

    def test_an_encrypted_text(self):
        with pytest.raises(errors.EncryptedFile):
            read_bytes("a.odt", odt("", encrypted="<manifest:encryption-data/>"))

    def test_an_rtf_of_groups_without_end(self):
        with pytest.raises(errors.CorruptFile):
            read_bytes("a.rtf", rb"{\rtf1 " + rb"{\b " * 300_000)
