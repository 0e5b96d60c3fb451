"""`drafter references` as its users type it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from drafter.cli import main

TEXT = (
    "Thực hiện Kết luận số 918-KL/TW, ngày 02/6/2026 của Ban Bí thư và các Nghị định số 78/2025/NĐ- CP, "
    "79/2025/NĐ-CP của Chính phủ. Theo Kết luận 918, Luật Lưu trữ."
)


@pytest.fixture
def run(home: Path, tmp_path: Path) -> Callable[..., Result]:
    """`drafter --home … references du-thao.txt …` on a corpus of three documents."""
    file = tmp_path / "du-thao.txt"
    file.write_text(TEXT, encoding="utf-8")

    def call(*arguments: str | Path, name: Path = file) -> Result:
        words = ["--home", str(home), "references", str(name), *map(str, arguments)]
        return CliRunner().invoke(main, words, prog_name="drafter")

    return call


def test_json_is_a_list_of_all_mentions(run: Callable[..., Result]) -> None:
    done = run("--format", "json")
    records = json.loads(done.stdout)

    assert done.exit_code == 0
    assert [(one["kind"], one["number"], one["date"], one["issuer"]) for one in records] == [
        ("KL", "918-KL/TW", "2026-06-02", "Ban Bí thư"),
        ("NĐ", "78/2025/NĐ-CP", "", ""),
        ("NĐ", "79/2025/NĐ-CP", "", "Chính phủ"),
        ("KL", "918-KL/TW", "", ""),
        ("L", "", "", ""),
    ]
    assert all(TEXT[one["start"] : one["end"]] == one["text"] for one in records)
    assert list(records[0]) == ["start", "end", "text", "kind", "number", "date", "issuer", "document"]
    assert [one["document"] and one["document"]["number"] for one in records] == [
        "918-KL/TW",
        None,
        None,
        "918-KL/TW",
        None,
    ]
    assert list(records[0]["document"]) == ["id", "name", "number", "kind", "title", "issuer", "date", "status"]


def test_text_names_each_document_once_and_counts(run: Callable[..., Result]) -> None:
    done = run()
    assert done.stdout.splitlines() == [
        "Kết luận số 918-KL/TW (02/06/2026, Ban Bí thư): 2 chỗ; mã 2",
        "Nghị định số 78/2025/NĐ-CP: 1 chỗ; chưa có trong kho",
        "Nghị định số 79/2025/NĐ-CP (Chính phủ): 1 chỗ; chưa có trong kho",
        "Luật Lưu trữ: 1 chỗ; chưa có trong kho",
        "4 văn bản ở 5 chỗ; 3 văn bản chưa có trong kho.",
    ]


def test_the_result_goes_into_a_file_but_not_over_the_draft(run: Callable[..., Result], tmp_path: Path) -> None:
    done = run("--format", "json", "--output", tmp_path / "ra.json")
    assert (done.stdout, done.stderr) == ("", f"Đã ghi kết quả: {tmp_path / 'ra.json'}\n")
    assert len(json.loads((tmp_path / "ra.json").read_text(encoding="utf-8"))) == 5

    over = run("--output", tmp_path / "du-thao.txt")
    assert over.exit_code == 2
    assert (tmp_path / "du-thao.txt").read_text(encoding="utf-8") == TEXT


def test_a_text_that_names_none(run: Callable[..., Result], tmp_path: Path) -> None:
    (tmp_path / "khong.txt").write_text("Không viện dẫn gì.", encoding="utf-8")
    assert run(name=tmp_path / "khong.txt").stdout == "Văn bản không viện dẫn văn bản nào.\n"
    assert run("--format", "json", name=tmp_path / "khong.txt").stdout == "[]\n"


def test_a_file_that_is_not_there(run: Callable[..., Result], tmp_path: Path) -> None:
    done = run(name=tmp_path / "vang.docx")
    assert done.exit_code == 2
    assert "không tìm thấy tệp" in done.stderr
