"""documents.tsv and documents.csv: what the office says about its files."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile

import pytest
from stored_texts import prose

from drafter.corpus import Item, Metadata, Refused
from drafter.corpus.importing import items, plan
from drafter.errors import MalformedSidecar

KNOWN = Metadata("5/QĐ-UBND", "QĐ", "Về đất đai", "UBND Cà Mau", "2025-11-19")


def metadata(folder: Path, file: str = "a.txt") -> Metadata:
    path = folder / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(prose(1), encoding="utf-8")
    (item,) = items(plan([path]))
    assert isinstance(item, Item)
    return item.metadata


def test_a_table_in_a_zip_speaks_of_its_files_before_their_letterhead_and_behind_one_beside_the_zip(
    tmp_path: Path,
) -> None:
    with ZipFile(tmp_path / "goi.zip", "w") as package:
        package.writestr("documents.tsv", "file\tnumber\ttitle\na.txt\t5/QĐ-UBND\tVề đất đai\n")
        package.writestr("a.txt", prose(1))
        package.writestr("b.txt", prose(2))
    (tmp_path / "documents.tsv").write_text("file\tnumber\na.txt\t6/QĐ-UBND\n", encoding="utf-8")

    found = {one.name: one.metadata for one in items(plan([tmp_path / "goi.zip"])) if isinstance(one, Item)}

    assert sorted(found) == ["goi.zip › a.txt", "goi.zip › b.txt"]
    assert found["goi.zip › a.txt"] == Metadata("6/QĐ-UBND", "QĐ", "Về đất đai")
    assert found["goi.zip › b.txt"].number == ""


def test_of_a_zip_whose_table_is_wrong_nothing_is_added(tmp_path: Path) -> None:
    with ZipFile(tmp_path / "goi.zip", "w") as package:
        package.writestr("documents.tsv", "number\n5/QĐ-UBND\n")
        package.writestr("a.txt", prose(1))

    (refused,) = items(plan([tmp_path / "goi.zip"]))

    assert isinstance(refused, Refused) and "documents.tsv, dòng 1: thiếu cột “file”" in refused.reason


@pytest.mark.parametrize(
    ("name", "content"),
    [
        (
            "documents.tsv",
            "file\tnumber\ttitle\tkind\tissuer\tdate\na.txt\t5/QĐ-UBND\tVề đất đai\tQĐ\tUBND Cà Mau\t2025-11-19\n",
        ),
        (
            "documents.tsv",
            "Date\tFILE\tNumber\tplace\tkind\tsubject\tghi chú\r\n"
            "19/11/2025\ta.txt\t5/QĐ-UBND\tUBND Cà Mau\tQĐ-UBND\tVề đất đai\tx\r\n",
        ),
        (
            "documents.csv",
            "\ufeffTên tệp;Số, ký hiệu;Trích yếu;Loại văn bản;Cơ quan ban hành;Ngày ban hành\n"
            "a.txt;5/QĐ-UBND;Về đất đai;Quyết định;UBND Cà Mau;19/11/2025\n",
        ),
        (
            "documents.csv",
            "tep,so_ky_hieu,trich_yeu,loai,noi_ban_hanh,ngay\n"
            '"a.txt","5/QĐ-UBND","Về đất đai",QĐ,UBND Cà Mau,19.11.2025\n',
        ),
        (
            "documents.csv",
            "\n".join(
                ["type,file,issuer,date,title,number", "quyết định,a.txt,UBND Cà Mau,2025-11-19,Về đất đai,5/QĐ-UBND"]
            ),
        ),
    ],
)
def test_columns_are_known_in_any_order_and_by_vietnamese_names(tmp_path: Path, name: str, content: str) -> None:
    (tmp_path / name).write_text(content, encoding="utf-8")
    assert metadata(tmp_path) == KNOWN


def test_excel_s_unicode_text_is_read(tmp_path: Path) -> None:
    (tmp_path / "documents.tsv").write_text('file\ttitle\na.txt\t"Về ""đất"" đai"\n', encoding="utf-16")
    assert metadata(tmp_path).title == 'Về "đất" đai'


def test_a_field_of_several_lines_is_one_title(tmp_path: Path) -> None:
    (tmp_path / "documents.csv").write_text('file,title\na.txt,"Về đất\nđai"\n', encoding="utf-8")
    assert metadata(tmp_path).title.split() == ["Về", "đất", "đai"]


def test_the_sidecar_wins_over_the_letterhead(tmp_path: Path) -> None:
    (tmp_path / "documents.tsv").write_text("file\tnumber\na.txt\t9/QĐ-UBND\n", encoding="utf-8")
    (tmp_path / "a.txt").write_text(
        "ỦY BAN NHÂN DÂN\nTỈNH HÀ TĨNH\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
        f"Số: 5/QĐ-UBND\nHà Tĩnh, ngày 05 tháng 3 năm 2026\nQUYẾT ĐỊNH\nVề việc giao đất\n{prose(1)}\n",
        encoding="utf-8",
    )
    (item,) = items(plan([tmp_path / "a.txt"]))
    assert isinstance(item, Item)
    assert (item.metadata.number, item.metadata.date) == ("9/QĐ-UBND", "2026-03-05")


def test_the_sidecar_may_lie_in_the_folder_above(tmp_path: Path) -> None:
    (tmp_path / "documents.tsv").write_text(
        "file\tnumber\na.txt\t1/KH\nrieng/b.txt\t2/KH\nrieng\\c.txt\t3/KH\n", "utf-8"
    )
    assert [metadata(tmp_path, f"rieng/{name}.txt").number for name in "abc"] == ["1/KH", "2/KH", "3/KH"]
    assert metadata(tmp_path, "sau/hon/a.txt").number == ""
    (tmp_path / "rieng" / "documents.csv").write_text("file,number\na.txt,4/KH\n", "utf-8")
    assert metadata(tmp_path, "rieng/a.txt").number == "4/KH", "the nearer one wins"


def test_names_match_whatever_the_composition_and_case(tmp_path: Path) -> None:
    (tmp_path / "documents.tsv").write_text("file\tnumber\nke\u0302\u0301 hoạch.TXT\t1/KH\n", "utf-8")
    assert metadata(tmp_path, "kế hoạch.txt").number == "1/KH"


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("documents.tsv", b"", "documents.tsv, dòng 1: thiếu cột “file” (tên tệp); hãy thêm cột này vào dòng tiêu đề."),
        ("documents.csv", "số,ngày\n1,2".encode(), "documents.csv, dòng 1: thiếu cột “file”"),
        ("documents.tsv", b"file\tnumber\n\na.txt\t1\t2\n", "dòng 3: có 3 ô, tiêu đề chỉ có 2 cột; hãy kiểm tra dấu"),
        ("documents.tsv", b"file\tdate\na.txt\t31/02/2025\n", "dòng 2: ngày “31/02/2025” không đúng; hãy viết dạng"),
        ("documents.tsv", b"file\tdate\na.txt\thai\n", "dòng 2: ngày “hai” không đúng"),
        ("documents.tsv", b"file\tnumber\n\t5/KH\n", "dòng 2: chưa ghi tên tệp; hãy điền cột “file”"),
        (
            "documents.tsv",
            b"file\tnumber\na.txt\t1\nA.txt\t2\n",
            "dòng 3: tệp “A.txt” đã có ở dòng 2; hãy bỏ một dòng.",
        ),
        (
            "documents.tsv",
            b"file\tnumber\na.txt\t1/Q\xd0\n",
            "dòng 2: không phải bảng mã UTF-8; hãy lưu lại tệp với UTF-8.",
        ),
        ("documents.csv", b'file,title\na.txt,"\xe1\xba\xa1\n', "dấu ngoặc kép không khép; hãy sửa dòng này."),
    ],
)
def test_a_malformed_sidecar_stops_before_anything_is_added(
    tmp_path: Path, name: str, content: bytes, message: str
) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(MalformedSidecar) as caught:
        metadata(tmp_path)
    assert message in str(caught.value)
    assert str(caught.value).startswith(f"{name}, dòng ")


def test_the_list_of_the_benchmark_is_understood(shared: Path) -> None:
    folder = shared / "bench" / "dev" / "sources"
    (first, *_) = items(plan([folder / "source-000.txt"]))
    assert isinstance(first, Item)
    assert first.metadata.number == "01779/QĐ-UBND"
    assert (first.metadata.kind, first.metadata.issuer, first.metadata.date) == ("QĐ", "UBND Cà Mau", "2025-11-19")
