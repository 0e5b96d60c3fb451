"""`drafter corpus` as its users type it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from stored_texts import prose

from drafter.cli import main

Run = Callable[..., Result]

KNOWN = (
    "file\tnumber\ttitle\tkind\tissuer\tdate\n"
    "a.txt\t226-KL/TW\tVề chấn chỉnh lề lối làm việc, nâng cao hiệu quả hoạt động của hệ thống chính trị\tKL\t"
    "Ban Bí thư\t2025-12-11\n"
    "b.txt\t05/KH-UBND\tVề chuyển đổi số\tKH\tUBND xã Khuôn Lùng\t2026-01-02\n"
)


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """`drafter --home … corpus …` on a fresh home."""

    def call(*arguments: str | Path) -> Result:
        words = ["--home", str(tmp_path / "home"), "corpus", *map(str, arguments)]
        return CliRunner().invoke(main, words, prog_name="drafter", terminal_width=80)

    return call


@pytest.fixture
def files(tmp_path: Path) -> Path:
    folder = tmp_path / "cấp trên"
    folder.mkdir()
    (folder / "documents.tsv").write_text(KNOWN, encoding="utf-8")
    for seed, name in enumerate("ab"):
        (folder / f"{name}.txt").write_text(f"{prose(seed)}\nkhông sao chép nguyên văn {name}\n", encoding="utf-8")
    return folder


def test_add_tells_of_each_document_and_sums_up(run: Run, files: Path) -> None:
    first = run("add", files)
    assert (first.exit_code, first.stderr) == (0, "")
    assert first.stdout.splitlines() == [
        "Đã thêm a.txt (số 226-KL/TW).",
        "Đã thêm b.txt (số 05/KH-UBND).",
        "Đã thêm 2.",
    ]
    (files / "b.txt").write_text(prose(7), encoding="utf-8")
    (files / "ban sao.txt").write_bytes((files / "a.txt").read_bytes())
    again = run("add", files)
    assert again.stdout.splitlines() == [
        "a.txt: đã có trong kho (số 226-KL/TW).",
        "Đã thay bằng bản mới: b.txt (số 05/KH-UBND).",
        "ban sao.txt: đã có trong kho (số 226-KL/TW, tên tệp a.txt).",
        "Đã thêm 0, thay 1, giữ nguyên 2.",
    ]


def test_what_cannot_be_read_is_named_and_ends_with_2(run: Run, files: Path) -> None:
    (files / "trong.txt").write_bytes(b"")
    (files / "phim.mp4").write_bytes(b"\0")
    result = run("add", files, files / "vang.docx")
    assert result.exit_code == 2
    assert result.stdout.splitlines()[-1] == "Đã thêm 2, không đọc được 2."
    assert result.stderr.splitlines() == [
        f"{files / 'vang.docx'}: không tìm thấy tệp; hãy kiểm tra lại đường dẫn.",
        "trong.txt: tệp trống, không có chữ nào; hãy chọn tệp có nội dung.",
        "Bỏ qua 1 tệp dạng khác trong thư mục (.mp4 1).",
    ]


def test_an_empty_folder_is_said(run: Run, tmp_path: Path) -> None:
    (tmp_path / "trong").mkdir()
    result = run("add", tmp_path / "trong")
    assert result.stdout == "Không thấy văn bản nào đọc được ở đó; hãy kiểm tra lại đường dẫn.\n"
    assert result.exit_code == 0


def test_a_malformed_sidecar_ends_with_2_and_adds_nothing(run: Run, files: Path) -> None:
    (files / "documents.tsv").write_text("số\n1\n", encoding="utf-8")
    result = run("add", files)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "documents.tsv, dòng 1: thiếu cột “file”" in result.stderr
    assert "Kho chưa có văn bản nào" in run("list").stdout


def test_list_fits_80_columns_in_the_order_of_levels(run: Run, files: Path) -> None:
    run("add", files)
    listed = run("list")
    assert listed.stdout.splitlines() == [
        "Đảng – Trung ương",
        "  1  226-KL/TW   11/12/2025  Về chấn chỉnh lề lối làm việc, nâng cao hiệu quả h…",
        "Cấp xã",
        "  2  05/KH-UBND  02/01/2026  Về chuyển đổi số",
        "Kho có 2 văn bản, 612 âm tiết.",
    ]
    assert max(map(len, listed.stdout.splitlines())) <= 80
    assert run("list").exit_code == 0


def test_an_empty_corpus_says_how_to_fill_it(run: Run) -> None:
    assert run("list").stdout == "Kho chưa có văn bản nào; hãy thêm bằng: drafter corpus add THƯ-MỤC.\n"
    assert run("list", "--format", "json").stdout == ""


def test_json_has_one_object_a_line(run: Run, files: Path) -> None:
    run("add", files)
    listed = [json.loads(line) for line in run("list", "--format", "json").stdout.splitlines()]
    assert [(one["id"], one["number"], one["level"]) for one in listed] == [
        (1, "226-KL/TW", "party_central"),
        (2, "05/KH-UBND", "commune"),
    ]
    shown = json.loads(run("show", "2", "--format", "json").stdout)
    assert shown["text"].endswith("không sao chép nguyên văn b\n")
    hit = json.loads(run("search", "chuyển đổi", "số", "--limit", "1", "--format", "json").stdout)
    assert {"id", "excerpt", "start", "title"} <= hit.keys()


@pytest.mark.parametrize("sought", ["1", "226-KL/TW", "226-kl/tw"])
def test_show_takes_id_or_number(run: Run, files: Path, sought: str) -> None:
    run("add", files)
    result = run("show", sought)
    assert "Số, ký hiệu:   226-KL/TW" in result.stdout
    assert "Nơi ban hành:  Ban Bí thư" in result.stdout
    assert "Ngày:          11/12/2025" in result.stdout
    assert max(map(len, result.stdout.splitlines())) <= 80
    assert run("show", sought, "--text").stdout == (files / "a.txt").read_text("utf-8") + "\n"


def test_remove_takes_several_and_names_them(run: Run, files: Path) -> None:
    run("add", files)
    result = run("remove", "1", "5/KH-UBND")
    assert result.stdout.splitlines() == [
        "Đã gỡ khỏi kho: a.txt (số 226-KL/TW).",
        "Đã gỡ khỏi kho: b.txt (số 05/KH-UBND).",
    ]
    assert "Kho chưa có văn bản nào" in run("list").stdout


def test_what_is_not_there_ends_with_2_and_removes_nothing(run: Run, files: Path) -> None:
    run("add", files)
    for arguments in (("show", "9"), ("show", "9/KH"), ("remove", "1", "9")):
        result = run(*arguments)
        assert result.exit_code == 2
        assert "Trong kho không có văn bản “9" in result.stderr
    assert "Kho có 2 văn bản" in run("list").stdout


def test_a_number_of_several_documents_asks_for_the_id(run: Run, files: Path) -> None:
    (files / "documents.tsv").write_text(
        "file\tnumber\tissuer\na.txt\t5/KH\tXã A\nb.txt\t5/KH\tXã B\n", encoding="utf-8"
    )
    run("add", files)
    result = run("remove", "5/KH")
    assert result.exit_code == 2
    assert "Kho có 2 văn bản số 5/KH; hãy chọn theo mã: 1 (Xã A); 2 (Xã B)." in result.stderr


def test_search_shows_the_place(run: Run, files: Path) -> None:
    run("add", files)
    result = run("search", "SAO CHÉP", "nguyên văn", "b")
    assert "05/KH-UBND  02/01/2026  Về chuyển đổi số" in result.stdout
    assert "không sao chép nguyên văn b" in " ".join(result.stdout.split())
    assert max(map(len, result.stdout.splitlines())) <= 80
    nothing = run("search", "zyx")
    assert (nothing.exit_code, nothing.stdout) == (0, "Kho không có văn bản nào chứa đủ các từ “zyx”.\n")


def test_help_is_vietnamese(run: Run) -> None:
    for command in ("add", "list", "show", "set", "remove", "search"):
        result = run(command, "--help")
        assert result.stdout.startswith(f"Cách dùng: drafter corpus {command} ")
        assert "Show this message" not in result.stdout
