"""`drafter fix` with the project's own drafts: what is written, what is said, what is refused."""

import shutil
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from click.testing import CliRunner, Result

import drafter
from drafter.cli import main

COPIED = "2-sao-chep-nguyen-van.docx"
OWN = "1-khong-sao-chep.docx"

Fix = Callable[..., Result]


@pytest.fixture
def fix(home: Path, tmp_path: Path) -> Fix:
    def fixed(file: Path, output: Path | str = "moi.docx") -> Result:
        return CliRunner().invoke(
            main, ["--home", str(home), "fix", str(file), "--output", str(tmp_path / output)], prog_name="drafter"
        )

    return fixed


@pytest.fixture
def draft(samples: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(samples / "drafts" / COPIED, tmp_path / "dự thảo.docx"))


def test_copied_passages_become_references_in_a_new_file(fix: Fix, draft: Path, home: Path, tmp_path: Path) -> None:
    before = draft.read_bytes()
    with drafter.Corpus(home) as corpus:
        copied = [one for one in drafter.review(drafter.read(draft), corpus).findings if one.fix]

    done = fix(draft)

    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout == (
        f"Đã thay {len(copied)} đoạn bằng dẫn chiếu và ghi vào {tmp_path / 'moi.docx'}. Mỗi chỗ là một sửa đổi có "
        "theo dõi: mở bằng Word, thẻ Xem lại (Review), rồi chấp nhận hoặc bỏ từng chỗ.\n"
    )
    assert draft.read_bytes() == before
    text = drafter.read(tmp_path / "moi.docx").text
    for one in copied:
        assert one.text not in text
        assert one.suggestion.rstrip(".") in text


def test_the_mended_file_copies_nothing_any_more(fix: Fix, draft: Path, home: Path, tmp_path: Path) -> None:
    fix(draft)
    with drafter.Corpus(home) as corpus:
        again = drafter.review(drafter.read(tmp_path / "moi.docx"), corpus)
    assert [one.text for one in again.findings if one.fix] == []

    done = fix(tmp_path / "moi.docx", "lần hai.docx")

    assert (done.exit_code, done.stdout) == (
        0,
        "moi.docx: không có chỗ nào chương trình sửa thay được; không ghi tệp nào.\n",
    )
    assert not (tmp_path / "lần hai.docx").exists()


def test_what_is_left_to_the_drafter_is_said(fix: Fix, samples: Path, tmp_path: Path) -> None:
    lines = drafter.read(samples / "superior" / "QD-2604-TTg.docx").text.split("\n")
    at = next(at for at, line in enumerate(lines) if len(line) > 250)
    made = docx.Document(str(samples / "drafts" / OWN))
    table = made.add_table(2, 1)
    for row, line in zip(table.rows, lines[at : at + 2], strict=True):
        row.cells[0].text = line
    made.save(str(tmp_path / "bảng.docx"))

    done = fix(tmp_path / "bảng.docx")

    assert (done.exit_code, done.stdout) == (
        0,
        "bảng.docx: không có chỗ nào chương trình sửa thay được; không ghi tệp nào.\n"
        "Còn 1 đoạn phải tự sửa vì nằm trong bảng, khung chữ hoặc công thức; xem bằng: "
        f"drafter check {tmp_path / 'bảng.docx'}\n",
    )


def test_doubtful_passages_are_left_and_counted(fix: Fix, samples: Path, tmp_path: Path) -> None:
    line = next(
        line for line in drafter.read(samples / "superior" / "QD-2604-TTg.docx").text.split("\n") if len(line) > 250
    )
    words = line.split()
    middle = " ".join(words[5:-5])
    made = docx.Document(str(samples / "drafts" / OWN))
    made.add_paragraph(f"Bà Lò Thị Mơ kể lại cho bà con bản Nà Cọ {middle} rồi mới về nhà.")
    made.save(str(tmp_path / "giữa câu.docx"))

    done = fix(tmp_path / "giữa câu.docx")

    assert done.stdout.endswith(
        "Còn 1 đoạn phải tự xem vì chưa chắc là chép hoặc không trọn câu; xem bằng: "
        f"drafter check {tmp_path / 'giữa câu.docx'}\n"
    )


def test_a_file_that_is_not_of_word_is_refused(fix: Fix, tmp_path: Path) -> None:
    plain = tmp_path / "du-thao.txt"
    plain.write_text("Một đoạn văn.", encoding="utf-8")

    done = fix(plain)

    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr == "du-thao.txt: chỉ sửa được tệp .docx; hãy lưu văn bản thành .docx rồi chạy lại.\n"
    assert not (tmp_path / "moi.docx").exists()


def test_the_draft_is_never_written_over(fix: Fix, draft: Path) -> None:
    before = draft.read_bytes()

    done = fix(draft, draft.name)

    assert done.exit_code == 2
    assert done.stderr == f"{draft}: kết quả sẽ đè lên văn bản cần kiểm tra; hãy chọn tên khác bằng --output.\n"
    assert draft.read_bytes() == before


@pytest.mark.parametrize(
    ("content", "said"),
    [(None, "không tìm thấy tệp"), (b"", "tệp trống"), (b"PK\x03\x04 not a file of Word", "hỏng.docx: ")],
    ids=["missing", "empty", "broken"],
)
def test_what_cannot_be_read_is_said_and_nothing_written(
    fix: Fix, tmp_path: Path, content: bytes | None, said: str
) -> None:
    if content is not None:
        (tmp_path / "hỏng.docx").write_bytes(content)

    done = fix(tmp_path / "hỏng.docx")

    assert (done.exit_code, done.stdout) == (2, "")
    assert said in done.stderr
    assert done.stderr.count("\n") == 1
    assert not (tmp_path / "moi.docx").exists()


def test_a_place_that_cannot_be_written_ends_with_a_sentence(fix: Fix, draft: Path, tmp_path: Path) -> None:
    done = fix(draft, "không/có/a.docx")

    assert done.exit_code == 2
    assert done.stderr == (
        f"{tmp_path / 'không/có/a.docx'}: không ghi được kết quả vào đây; hãy chọn nơi khác bằng --output.\n"
    )


def test_a_new_file_needs_a_name(home: Path, draft: Path) -> None:
    done = CliRunner().invoke(main, ["--home", str(home), "fix", str(draft)], prog_name="drafter")

    assert (done.exit_code, done.stderr) == (
        2,
        "Thiếu --output; hãy xem cách viết bằng: drafter fix --help\n",
    )


def test_the_layout_is_set_right_and_what_is_left_counted(fix: Fix, samples: Path, tmp_path: Path) -> None:
    made = docx.Document(str(samples / "drafts" / OWN))
    made.sections[0].left_margin = docx.shared.Mm(20)
    number = next(one for one in made.tables[0].rows[1].cells[0].paragraphs if one.text.startswith("Số:"))
    number.runs[-1].text = number.runs[-1].text.replace("/KH-", "/2026/KH-")
    made.save(str(tmp_path / "lề.docx"))

    done = fix(tmp_path / "lề.docx")

    assert done.stdout == (
        f"Đã sửa thể thức và ghi vào {tmp_path / 'moi.docx'}: lề trái.\n"
        f"Còn 1 chỗ thể thức phải tự sửa; xem bằng: drafter check {tmp_path / 'lề.docx'}\n"
    )
    assert round(drafter.read(tmp_path / "moi.docx").sections[0].left) == 30
