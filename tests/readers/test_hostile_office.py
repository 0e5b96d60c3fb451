"""Files for LibreOffice that try to run, to fetch, to write, or to draw other files into the text."""

import subprocess
import zipfile
from pathlib import Path

import doc_files
import odt_files
import pytest

from drafter.readers import programs, read_bytes

pytestmark = pytest.mark.office
SECRET = "BI MAT"


def as_doc(server: str, file: str, folder: Path) -> bytes:
    path = file.removeprefix("file://")
    codes = (
        f'INCLUDETEXT "{file}"',
        f'INCLUDETEXT "{path}"',
        'INCLUDETEXT "/etc/passwd"',
        'INCLUDETEXT "file:///etc/passwd"',
        f'INCLUDETEXT "{server}/text.doc"',
        f'INCLUDEPICTURE "{server}/picture.png" \\d',
        f'DDEAUTO soffice "{path}" x',
        f'LINK Word.Document.8 "{server}/linked.doc" \\a \\r',
    )
    return doc_files.with_fields(codes, folder)


def as_odt(server: str, file: str, folder: Path) -> bytes:
    return odt_files.with_links(server, file)


def as_rtf(server: str, file: str, folder: Path) -> bytes:
    return odt_files.rtf_with_links(server, file)


@pytest.mark.parametrize("make", [as_doc, as_odt, as_rtf])
def test_links_lead_nowhere_and_no_other_file_is_drawn_in(make, server, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text(SECRET)
    data = make(f"http://127.0.0.1:{server.server_port}", secret.as_uri(), tmp_path)
    server.asked.clear()

    text = read_bytes("a", data).text

    assert text.startswith("Tr")
    assert text.endswith("Sau")
    assert SECRET not in text
    assert "root:" not in text
    assert server.asked == []


def test_the_links_of_the_word_file_are_such_that_libreoffice_follows(server, tmp_path: Path) -> None:
    """Left to itself; what is held above is held by us."""
    data = as_doc(f"http://127.0.0.1:{server.server_port}", (tmp_path / "none").as_uri(), tmp_path)
    saved_by_libreoffice(data, "txt:Text", tmp_path)

    assert "/picture.png" in server.asked


def test_a_macro_of_an_opendocument_text_runs_not(tmp_path: Path) -> None:
    target = tmp_path / "written"

    assert read_bytes("a.odt", odt_files.with_macro(str(target))).text == "Kế hoạch"
    assert not target.exists()


def test_a_macro_and_an_embedded_script_of_a_word_file_run_not(tmp_path: Path) -> None:
    target = tmp_path / "written"
    data = doc_files.with_macro(target, tmp_path)

    assert read_bytes("a.doc", data).text == "Kế hoạch"
    assert not target.exists()
    with zipfile.ZipFile(saved_by_libreoffice(data, "odt", tmp_path)) as seen:
        assert "Sub AutoOpen()" in seen.read("Basic/Project/Module1.xml").decode(), "it is one for LibreOffice"


def saved_by_libreoffice(data: bytes, form: str, folder: Path) -> Path:
    """The .doc as LibreOffice saves it with the settings that it comes with."""
    (folder / "own.doc").write_bytes(data)
    profile = f"-env:UserInstallation={(folder / 'its profile').as_uri()}"
    command = [programs.office(), profile, "--headless", "--convert-to", form, "--outdir", folder, folder / "own.doc"]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return folder / f"own.{form.partition(':')[0]}"
