"""Registers in files: headings, cells, doubts and refusals, one by one."""

import io
import unicodedata
import zipfile
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook

from drafter import errors
from drafter.register.importing import Preview, Row, read_register
from drafter.register.importing.vocabulary import meaning
from drafter.register.values import Record

HEADINGS = ["Số, ký hiệu", "Ngày tháng", "Trích yếu", "Số lượng bản", "Ngày chuyển", "Nơi nhận", "Ghi chú"]


def written(folder: Path, rows: Sequence[Sequence[object]], name: str = "so.xlsx") -> Path:
    book = Workbook()
    for row in rows:
        book.active.append(list(row))
    book.save(folder / name)
    return folder / name


def read(folder: Path, *rows: Sequence[object], headings: Sequence[str] = HEADINGS) -> Preview:
    """The register of 2025 with these rows."""
    return read_register(written(folder, [headings, *rows]), 2025)


def only(folder: Path, *cells: object, headings: Sequence[str] = HEADINGS) -> Row:
    (row,) = read(folder, cells, headings=headings).rows
    return row


class TestHeadings:
    @pytest.mark.parametrize(
        ("heading", "field"),
        [
            ("SỐ, KÝ HIỆU", "number"),
            ("Số KH", "number"),
            ("Số văn bản", "number"),
            ("Số đi", "number"),
            ("So, ki hieu", "number"),
            ("Ký hiệu", "symbol"),
            ("Ngày tháng VB", "date"),
            ("Ngày ban hành", "date"),
            ("Ngày,\ntháng, năm", "date"),
            ("Ngày tháng năm ban hành văn bản", "date"),
            ("Tên loại và trích yếu nội dung", "title"),
            ("Nội dung", "title"),
            ("V/v", "title"),
            ("Loại văn bản", "kind"),
            ("Thể loại", "kind"),
            ("Người ký", "signer"),
            (unicodedata.normalize("NFD", "Nơi nhận"), "recipients"),
            ("Đơn vị, người nhận bản lưu", "keeper"),
            ("Số lượng bản", "copies"),
            ("Ngày chuyển", "sent"),
            ("Ký nhận (ghi rõ họ tên)", "received"),
            ("Ghi chú", "note"),
            ("Đơn vị soạn thảo", "unit"),
            ("Bộ phận", "unit"),
            ("STT", "ordinal"),
            ("Số TT", "ordinal"),
        ],
    )
    def test_what_a_column_is(self, heading: str, field: str) -> None:
        found = meaning(heading)

        assert found and (found.field, found.near) == (field, "")

    def test_tone_marks_stand_on_either_letter(self, tmp_path: Path) -> None:
        row = only(tmp_path, "01/BTT-UBND", "05/3/2025", "Bản thoả thuận hợp tác")

        assert row.record and (row.record.kind, row.record.title) == ("BTT", "hợp tác")

    @pytest.mark.parametrize("heading", ["Độ khẩn", "Số đến", "Tác giả", "Hòa bình", ""])
    def test_what_is_no_column_of_ours(self, heading: str) -> None:
        assert meaning(heading) is None

    def test_near_misses_are_taken_and_doubted(self, tmp_path: Path) -> None:
        preview = read(tmp_path, ["1/KH-UBND", "05/3/2025", "x"], headings=["Số, ký hiệu", "Ngay thamg", "Trích yếu"])

        taken = preview.sheets[0].columns[1]
        assert (taken.field, taken.letter) == ("date", "B")
        assert "“Ngày tháng”" in taken.doubt

    def test_what_each_column_was_taken_for(self, tmp_path: Path) -> None:
        headings = ["TT", "Số đi", "Số ký hiệu", "Ngày phát hành", "Ngày văn bản", "Nội dung", "Độ khẩn"]
        preview = read(tmp_path, [1, 9, "05/KH-UBND", "6/3/2025", "5/3/2025", "công tác", "Hỏa tốc"], headings=headings)

        assert [(one.letter, one.field, bool(one.doubt)) for one in preview.sheets[0].columns] == [
            ("A", "", False),
            ("B", "", True),
            ("C", "number", False),
            ("D", "sent", False),
            ("E", "date", False),
            ("F", "title", False),
            ("G", "", True),
        ]
        assert preview.rows[0].record == Record(
            5, symbol="/KH-UBND", date="2025-03-05", kind="KH", title="công tác", sent="2025-03-06"
        )

    def test_a_book_says_where_headings_stand_and_what_was_put_aside(self, tmp_path: Path) -> None:
        book = Workbook()
        book.active.title = "Hướng dẫn"
        book.active.append(["Cách ghi sổ"])
        book.create_sheet("Trống")
        incoming = book.create_sheet("Đến")
        incoming.append(["Số đến", "Ngày đến", "Tác giả", "Số, ký hiệu", "Ngày tháng", "Trích yếu"])
        hidden = book.create_sheet("Ẩn")
        hidden.append(HEADINGS)
        hidden.sheet_state = "hidden"
        sheet = book.create_sheet("Đi")
        for row in (["SỔ ĐĂNG KÝ VĂN BẢN ĐI"], [], HEADINGS, ["THÁNG 3"], ["1/KH-UBND", "5/3/2025", "công tác"]):
            sheet.append(row)
        sheet.append(["Tổng cộng: 01 văn bản"])
        book.save(tmp_path / "so.xlsx")

        preview = read_register(tmp_path / "so.xlsx", 2025)

        assert [bool(one.passed_over) for one in preview.sheets] == [True, True, True, True, False]
        assert "văn bản đến" in preview.sheets[2].passed_over
        assert (preview.sheets[4].heading, preview.sheets[4].rows, preview.sheets[4].aside) == ("dòng 3", 1, 2)
        assert [row.place for row in preview.rows] == ["Đi, dòng 5"]

    def test_sections_say_kind_and_unit(self, tmp_path: Path) -> None:
        headings = ["Số", "Ngày tháng", "Trích yếu", "Người ký"]
        rows = [["I. QUYẾT ĐỊNH"], ["01", "2/1/2025", "a"], ["II. Kế hoạch"], ["01", "2/1/2025", "b"]]
        rows += [["Phòng Kinh tế"], ["02", "2/1/2025", "c"]]
        preview = read(tmp_path, *rows, headings=headings)

        found = [row.record for row in preview.rows]
        assert [(one and one.kind, one and one.unit) for one in found] == [
            ("QĐ", ""),
            ("KH", ""),
            ("KH", "Phòng Kinh tế"),
        ]

    def test_hidden_rows_are_read_and_results_of_formulas(self, tmp_path: Path) -> None:
        path = written(tmp_path, [HEADINGS, ["1/KH-UBND", "5/3/2025", "a"], ["=2&B1", "6/3/2025", "b"]])
        changed(path, b'<row r="2"', b'<row r="2" hidden="1"')
        changed(path, b"<f>2&amp;B1</f><v></v>", b"<f>2&amp;B1</f><v>2/KH-UBND</v>", b'<c r="A3"', b'<c r="A3" t="str"')

        assert [row.record and row.record.number for row in read_register(path, 2025).rows] == [1, 2]


def changed(path: Path, *pairs: bytes) -> None:
    """Changes the first sheet of a workbook."""
    part, packed = "xl/worksheets/sheet1.xml", io.BytesIO()
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            for before, after in zip(pairs[::2], pairs[1::2], strict=True) if name == part else ():
                assert before in content, content
                content = content.replace(before, after)
            new.writestr(name, content)
    path.write_bytes(packed.getvalue())


class TestNumbers:
    @pytest.mark.parametrize(
        ("cell", "notation"),
        [
            ("05/KH-UBND", "05/KH-UBND"),
            ("5 / KH - UBND ", "05/KH-UBND"),
            ("Số: 05/KH-UBND", "05/KH-UBND"),
            ("05a/KH–UBND", "05a/KH-UBND"),
            ("12A/QÐ-UBND", "12a/QĐ-UBND"),
            ("87-KH/ĐU", "87-KH/ĐU"),
            ("3/2025/QĐ-UBND", "03/2025/QĐ-UBND"),
            ("1.", "01"),
            (5, "05"),
            (5.0, "05"),
        ],
    )
    def test_however_written(self, cell: object, notation: str, tmp_path: Path) -> None:
        row = only(tmp_path, cell, "5/3/2025", "Kế hoạch công tác")

        assert row.record and row.record.notation == notation
        assert not [doubt for doubt in row.doubts if "ký hiệu" in doubt and notation != "05"]

    @pytest.mark.parametrize(
        ("cell", "notation", "doubt"),
        [
            ("O5/KH-UBND", "05/KH-UBND", "chữ cái gõ thay chữ số"),
            ("l2/KH-UBND", "12/KH-UBND", "chữ cái gõ thay chữ số"),
            ("5/TTR-UBND", "05/TTr-UBND", "được hiểu là"),
            ("5/QD-UBND", "05/QĐ-UBND", "được hiểu là"),
            ("5.KH.UBND", None, ""),
            ("5-UBND-KH", "05-UBND-KH", "không đúng cách ghi"),
        ],
    )
    def test_mistyped(self, cell: str, notation: str | None, doubt: str, tmp_path: Path) -> None:
        row = only(tmp_path, cell, "5/3/2025", "công tác")

        assert (row.record.notation if row.record else None) == notation
        assert not doubt or any(doubt in said for said in row.doubts)

    @pytest.mark.parametrize(
        "cell", ["05, 06/KH-UBND", "5-7", "KH-UBND", "0/KH-UBND", "1234567", date(2025, 3, 5), 5.5]
    )
    def test_refused(self, cell: object, tmp_path: Path) -> None:
        row = only(tmp_path, cell, "5/3/2025", "công tác")

        assert row.record is None and row.refused

    def test_a_row_without_number_is_refused_unless_it_is_attached(self, tmp_path: Path) -> None:
        attached = "Quy chế làm việc (ban hành kèm theo Quyết định số 01/QĐ-UBND)"
        preview = read(
            tmp_path, ["01/QĐ-UBND", "5/3/2025", "ban hành"], ["", "", attached], ["", "", "công tác"], ["02"]
        )

        assert [bool(row.refused) for row in preview.rows] == [False, False, True, True]
        one = preview.rows[1].record
        assert one and (one.attached, one.number, one.kind) == (True, None, "QC")

    def test_one_number_twice(self, tmp_path: Path) -> None:
        preview = read(
            tmp_path,
            ["01/KH-UBND", "5/3/2025", "a"],
            ["02/QĐ-UBND", "5/3/2025", "b"],
            ["1/KH-UBND", "6/3/2025", "c"],
            ["03/BC-UBND", "6/3/2025", "d"],
        )

        assert [bool(row.refused) for row in preview.rows] == [False, False, True, False]
        assert "Sheet, dòng 2" in preview.rows[2].refused

    def test_kinds_with_numbers_of_their_own_are_told(self, tmp_path: Path) -> None:
        rows = [[f"{number:02}/KH-UBND", "5/3/2025", "a"] for number in (1, 2, 3)]
        rows += [
            [f"{number:02}/{kind}-UBND", "5/3/2025", "a"] for number, kind in enumerate(["TB", "BC", "TB", "BC"], 1)
        ]
        preview = read(tmp_path, *rows)

        assert not any(row.refused or row.doubts for row in preview.rows)

    def test_numbers_left_out(self, tmp_path: Path) -> None:
        rows = [[f"{number:02}/KH-UBND", "5/3/2025", "a"] for number in (1, 2, 4, 7, 30)]
        path = written(tmp_path, [HEADINGS, *rows])

        assert [row.doubts for row in read_register(path, 2025).rows] == [
            (),
            (),
            ("trước số này số 03 không có trong sổ",),
            ("trước số này các số 05, 06 không có trong sổ",),
            ("trước số này các số từ 08 đến 29 không có trong sổ",),
        ]
        assert not any(row.doubts for row in read_register(path, 2025, unit="Phòng Kinh tế").rows)


class TestDays:
    @pytest.mark.parametrize(
        "cell",
        [
            date(2025, 3, 5),
            "05/03/2025",
            "5-3-2025",
            "05.03.25",
            "5/3",
            "ngày 05 tháng 3 năm 2025",
            "05 tháng 03",
            "2025-03-05",
            "20250305",
            20250305,
            45721,
            "45721",
            45721.375,
            "05/03/2025 08:30",
            " 05 / 03 / 2025. ",
        ],
    )
    def test_however_written(self, cell: object, tmp_path: Path) -> None:
        row = only(tmp_path, "1/KH-UBND", cell, "a")

        assert row.record and (row.record.date, row.doubts) == ("2025-03-05", ())

    @pytest.mark.parametrize("cell", ["31/02/2025", "15/3/2015", "chưa ký", "3/2025", 7, "05/13/14"])
    def test_refused(self, cell: object, tmp_path: Path) -> None:
        row = only(tmp_path, "1/KH-UBND", cell, "a")

        assert row.record is None and "ngày" in row.refused

    @pytest.mark.parametrize("cell", ["2/1/2026", "31/12/2024"])
    def test_beside_the_year_is_doubtful(self, cell: str, tmp_path: Path) -> None:
        row = only(tmp_path, "1/KH-UBND", cell, "a")

        assert row.record and row.doubts == (
            f"ngày {'/'.join(part.zfill(2) for part in cell.split('/'))} không thuộc năm 2025",
        )

    def test_the_whole_column_tells_which_comes_first(self, tmp_path: Path) -> None:
        preview = read(tmp_path, ["1/KH-UBND", "3/5/2025", "a"], ["2/KH-UBND", "3/25/2025", "b"])
        assert [row.record and row.record.date for row in preview.rows] == ["2025-03-05", "2025-03-25"]

        preview = read(
            tmp_path, ["1/KH-UBND", "3/5/2025", "a"], ["2/KH-UBND", "25/5/2025", "b"], ["3/KH-UBND", "5/26/2025", "c"]
        )
        assert [row.record and row.record.date for row in preview.rows] == ["2025-05-03", "2025-05-25", "2025-05-26"]
        assert "ngược thứ tự" in preview.rows[2].doubts[0]

    def test_days_that_excel_turned_round(self, tmp_path: Path) -> None:
        """05/3 became 3 May as a true date, while 13/3 stayed a text."""
        preview = read(
            tmp_path,
            ["1/KH-UBND", "28/02/2025", "a"],
            ["2/KH-UBND", date(2025, 5, 3), "b"],
            ["3/KH-UBND", "13/03/2025", "c"],
            ["4/KH-UBND", "14/03/2025", "d"],
        )

        assert [bool(row.doubts) for row in preview.rows] == [False, True, False, False]
        assert "có thể là 05/03/2025" in preview.rows[1].doubts[0]

    def test_a_day_before_that_of_the_number_before(self, tmp_path: Path) -> None:
        days = ["5/3/2025", "6/3/2025", "1/2/2025", "7/3/2025"]
        preview = read(tmp_path, *([f"{number}/KH-UBND", day, "a"] for number, day in enumerate(days, 1)))

        assert [bool(row.doubts) for row in preview.rows] == [False, False, True, False]
        assert "không theo thứ tự số" in preview.rows[2].doubts[0]


class TestOtherCells:
    def test_kinds_that_contradict(self, tmp_path: Path) -> None:
        headings = ["Số, ký hiệu", "Ngày", "Loại văn bản", "Trích yếu"]
        preview = read(
            tmp_path,
            ["1/KH-UBND", "5/3/2025", "Công văn", "a"],
            ["2/UBND-VX", "5/3/2025", "Báo cáo", "b"],
            ["3", "5/3/2025", "Chuyện", "c"],
            headings=headings,
        )

        found = [(row.record and row.record.kind, bool(row.doubts)) for row in preview.rows]
        assert found == [("KH", True), ("BC", False), ("", True)]

    @pytest.mark.parametrize(
        ("title", "kind", "rest"),
        [
            ("Kế hoạch triển khai", "KH", "triển khai"),
            ("KẾ HOẠCH: Triển khai", "KH", "Triển khai"),
            ("v/v  mời họp", "CV", "V/v mời họp"),
            ("Về việc mời họp", "CV", "Về việc mời họp"),
            ("Văn bản gì đó", "", "Văn bản gì đó"),
        ],
    )
    def test_kind_by_the_title(self, title: str, kind: str, rest: str, tmp_path: Path) -> None:
        row = only(tmp_path, "5", "5/3/2025", title)

        assert row.record and (row.record.kind, row.record.title) == (kind, rest)

    def test_a_letter_keeps_its_title(self, tmp_path: Path) -> None:
        row = only(tmp_path, "5/UBND-VX", "5/3/2025", "Kế hoạch triển khai")

        assert row.record and (row.record.kind, row.record.title) == ("CV", "Kế hoạch triển khai")

    def test_what_cannot_be_read_goes_into_the_note(self, tmp_path: Path) -> None:
        row = only(tmp_path, "5/KH-UBND", "5/3/2025", "a", "nhiều", "chưa", "- A;\n- B.", "x")

        assert row.record and (row.record.copies, row.record.sent, row.record.recipients) == (None, "", "A; B")
        assert row.record.note == "x; Ngày chuyển: chưa; Số lượng bản: nhiều"
        assert len([doubt for doubt in row.doubts if "chuyển vào ghi chú" in doubt]) == 2

    def test_as_above(self, tmp_path: Path) -> None:
        preview = read(
            tmp_path, ["1/KH-UBND", "5/3/2025", "a", 5], ["2/KH-UBND", '"', "b", "nt"], ["3/KH-UBND", "-nt-", "c"]
        )

        assert [row.record and row.record.date for row in preview.rows] == ["2025-03-05"] * 3
        assert preview.rows[1].record and preview.rows[1].record.copies == 5

    @pytest.mark.parametrize(("title", "doubt"), [("", "chưa có trích yếu"), ("Hủy", "ghi là bỏ hoặc hủy")])
    def test_titles_that_say_nothing(self, title: str, doubt: str, tmp_path: Path) -> None:
        row = only(tmp_path, "1/KH-UBND", "5/3/2025", title)

        assert row.record and any(doubt in said for said in row.doubts)

    def test_a_row_without_a_date_is_doubtful(self, tmp_path: Path) -> None:
        assert only(tmp_path, "1/KH-UBND", "", "a").doubts == ("chưa có ngày",)

    def test_the_unit_that_is_given(self, tmp_path: Path) -> None:
        headings = ["Số, ký hiệu", "Ngày", "Trích yếu", "Phòng ban"]
        path = written(
            tmp_path, [headings, ["1/KH-UBND", "5/3/2025", "a"], ["2/KH-UBND", "5/3/2025", "b", "Văn phòng"]]
        )

        found = [row.record and row.record.unit for row in read_register(path, 2025, "Phòng Kinh tế").rows]
        assert found == ["Phòng Kinh tế", "Văn phòng"]


class TestSecrecy:
    def test_a_row_with_a_mark_is_refused_whatever_its_column(self, tmp_path: Path) -> None:
        headings = [*HEADINGS, "Độ mật"]
        open_, secret = ["1/KH-UBND", "5/3/2025", "công tác", *[""] * 4, ""], ["2/KH-UBND", "6/3/2025", "việc kín"]
        preview = read(tmp_path, open_, [*secret, *[""] * 4, "TỐI MẬT"], headings=headings)

        assert [row.record is None for row in preview.rows] == [False, True]
        assert preview.rows[1].refused == (
            "văn bản đóng dấu TỐI MẬT, không được đưa vào đây; "
            "hãy vào sổ riêng theo quy định về bảo vệ bí mật nhà nước."
        )
        assert "việc kín" not in repr(preview)

    def test_a_mark_in_one_of_the_rows_of_a_number_is_its_own(self, tmp_path: Path) -> None:
        book = Workbook()
        for row in (HEADINGS, ["1/KH-UBND", "5/3/2025", "công tác"], ["", "", "", "", "", "", "MẬT"]):
            book.active.append(row)
        book.active.merge_cells("A2:A3")
        book.save(tmp_path / "so.xlsx")

        (row,) = read_register(tmp_path / "so.xlsx", 2025).rows

        assert "đóng dấu MẬT" in row.refused

    def test_a_register_with_a_mark_above_its_headings_is_refused(self, tmp_path: Path) -> None:
        path = written(tmp_path, [["MẬT"], HEADINGS, ["1/KH-UBND", "5/3/2025", "công tác"]])

        with pytest.raises(errors.SecretFile, match=r"^so\.xlsx: văn bản đóng dấu MẬT"):
            read_register(path, 2025)


class TestFiles:
    TABLE = "Số, ký hiệu;Ngày;Trích yếu\n01/KH-UBND;5/3/2025;Kế hoạch công tác của Ủy ban nhân dân xã\n"

    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1258"])
    @pytest.mark.parametrize("separator", [";", ",", "\t"])
    def test_tables_of_text(self, encoding: str, separator: str, tmp_path: Path) -> None:
        text = self.TABLE.replace("Số, ký", "Số ký").replace(";", separator)
        if encoding == "cp1258":
            text = in_cp1258(text)
        (tmp_path / "so.csv").write_bytes(text.encode(encoding))

        (row,) = read_register(tmp_path / "so.csv", 2025).rows
        assert (row.place, row.record) == (
            "dòng 2",
            Record(1, symbol="/KH-UBND", date="2025-03-05", kind="KH", title="công tác của Ủy ban nhân dân xã"),
        )

    def test_a_table_that_names_its_separator(self, tmp_path: Path) -> None:
        (tmp_path / "so.csv").write_text(
            'sep=;\nSố;Ngày;Trích yếu\n="05";5/3/2025;"Kế hoạch a;\nb"\n', encoding="utf-8-sig"
        )

        (row,) = read_register(tmp_path / "so.csv", 2025).rows
        assert (row.place, row.record and row.record.title) == ("dòng 3", "a; b")

    def test_name_sum_and_progress(self, tmp_path: Path) -> None:
        told: list[tuple[int, int]] = []
        path = written(tmp_path, [HEADINGS, *([f"{number}/KH-UBND", "5/3/2025", "a"] for number in range(1, 2_502))])

        preview = read_register(path, 2025, progress=lambda done, of: told.append((done, of)))

        assert (preview.name, preview.year, len(preview.sha256), len(preview.rows)) == ("so.xlsx", 2025, 64, 2_501)
        assert told == [(1_000, 2_501), (2_000, 2_501), (2_501, 2_501)]

    @pytest.mark.parametrize(
        ("name", "data", "error"),
        [
            ("so.xlsx", b"PK\x03\x04 torn", errors.CorruptSheet),
            ("so.csv", b"", errors.EmptyFile),
            ("so.csv", 'Số;Ngày;Trích yếu\n1;2;"a'.encode() + b"x" * 200_000, errors.UnclosedQuote),
            ("so.csv", "Họ tên;Tuổi\nLan;30".encode(), errors.NoRegister),
            ("so.pdf", b"%PDF-1.7", errors.ForeignRegister),
            ("so.xls", bytes.fromhex("D0CF11E0A1B11AE1") + b"\0" * 600, errors.CorruptSheet),
        ],
    )
    def test_files_that_are_no_register(
        self, name: str, data: bytes, error: type[errors.UnreadableFile], tmp_path: Path
    ) -> None:
        (tmp_path / name).write_bytes(data)

        with pytest.raises(error) as raised:
            read_register(tmp_path / name, 2025)
        assert str(raised.value).startswith(f"{name}: ")

    def test_a_file_that_is_not_there(self, tmp_path: Path) -> None:
        with pytest.raises(errors.MissingFile):
            read_register(tmp_path / "so.xlsx", 2025)

    def test_a_cell_far_out_is_told_before_it_takes_memory(self, tmp_path: Path) -> None:
        book = Workbook()
        book.active.append(HEADINGS)
        book.active["XFD1048576"] = "x"
        book.save(tmp_path / "so.xlsx")

        with pytest.raises(errors.OversizedRegister):
            read_register(tmp_path / "so.xlsx", 2025)

    def test_a_cell_far_out_that_hides_its_place_breaks_its_reader_alone(self, tmp_path: Path) -> None:
        path = written(tmp_path, [HEADINGS, ["1/KH-UBND", "5/3/2025", "a"]])
        changed(path, b'r="A2"', b'r="&#88;FD1048576"')

        with pytest.raises((errors.CorruptSheet, errors.OversizedRegister)):
            read_register(path, 2025)

    def test_merged_areas_without_end_are_bounded(self, tmp_path: Path) -> None:
        path = written(tmp_path, [HEADINGS, ["1/KH-UBND", "5/3/2025", "a"]])
        area = b'<mergeCell ref="B2:B1048576"/>' * 20_000
        changed(path, b"</sheetData>", b'</sheetData><mergeCells count="20000">' + area + b"</mergeCells>")

        assert len(read_register(path, 2025).rows) == 1


def in_cp1258(text: str) -> str:
    """The letters as CP1258 has them: vowels composed, tone marks behind."""
    tones = "\u0300\u0301\u0303\u0309\u0323"
    made = ""
    for letter in unicodedata.normalize("NFC", text):
        parts = unicodedata.normalize("NFD", letter)
        tone = "".join(part for part in parts if part in tones)
        made += unicodedata.normalize("NFC", "".join(part for part in parts if part not in tones)) + tone
    return made
