"""`drafter doctor`: what is there, what is missing, what that costs and how to install it, at eighty columns."""

import json
import tomllib
from pathlib import Path

import pytest
from click.testing import CliRunner

from drafter.cli import main
from drafter.cli.doctor import LIBRARIES
from drafter.readers import programs


def told(home: Path, *options: str) -> tuple[int, str]:
    done = CliRunner().invoke(main, ["--home", str(home), "doctor", *options], prog_name="drafter")
    return done.exit_code, done.stdout


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A machine without LibreOffice and Tesseract."""
    monkeypatch.setenv("PATH", str(tmp_path))
    for name in ("_office_folders", "_recogniser_folders"):
        monkeypatch.setattr(programs, name, lambda: iter(()))


def test_it_knows_the_libraries_of_the_installation() -> None:
    wanted = tomllib.loads((Path(__file__).parents[1] / "pyproject.toml").read_text("utf-8"))["project"]["dependencies"]

    assert list(LIBRARIES) == [one.partition(">")[0] for one in wanted]


@pytest.mark.office
def test_what_is_there_has_a_version_and_a_path(tmp_path: Path) -> None:
    status, shown = told(tmp_path, "--format", "json")
    parts = {part["id"]: part for part in json.loads(shown)["parts"]}

    assert status == 0
    assert parts["office"]["present"]
    assert Path(parts["office"]["where"]).exists()
    assert parts["office"]["version"][0].isdigit()
    assert parts["store"]["where"] == f"{tmp_path}, chưa có văn bản nào"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.usefixtures("bare")
def test_what_is_missing_has_its_cost_and_its_cure(tmp_path: Path) -> None:
    status, shown = told(tmp_path)

    assert status == 0
    assert "LibreOffice      THIẾU  không đọc được tệp .doc, .odt, .rtf; phải mở bằng Word" in shown
    assert "\n  Windows: winget install TheDocumentFoundation.LibreOffice\n" in shown
    assert "\n  Debian, Ubuntu: sudo apt install tesseract-ocr tesseract-ocr-vie\n" in shown
    assert shown.endswith("Thiếu phần không bắt buộc: những việc khác vẫn làm được như thường.\n")
    assert max(map(len, shown.splitlines())) <= 80


def test_a_home_that_cannot_be_written_is_a_fault(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    status, shown = told(tmp_path / "file")

    assert status == 2
    assert "Kho văn bản      THIẾU  " in shown
    assert shown.endswith("Thiếu phần bắt buộc; hãy cài rồi chạy lại drafter doctor.\n")


def test_a_kho_that_is_there_tells_its_size(home: Path) -> None:
    status, shown = told(home)

    assert status == 0
    assert ", 3 văn bản" in " ".join(shown.split())
