"""From paths to documents: files, folders, collections."""

from __future__ import annotations

import gzip
import json
import lzma
import os
import zipfile
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

import pytest
from stored_texts import prose

from drafter.corpus import Added, Corpus, Item, Metadata, Refused
from drafter.corpus.importing import arrivals, items, plan
from drafter.corpus.metadata import kind_symbol
from drafter.errors import SecretFile
from drafter.readers import read_bytes


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def read(*paths: Path) -> list[Item | Refused]:
    return list(items(plan(paths)))


def refusals(results: Iterable[Item | Added | Refused]) -> list[str]:
    return [result.reason for result in results if isinstance(result, Refused)]


def found(results: list[Item | Refused]) -> list[str]:
    return [result.name for result in results if isinstance(result, Item)]


def test_a_folder_is_read_with_all_below_it_in_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a.TXT", "con/d.txt", "con/c.txt"):
        write(tmp_path / name, prose(1))
    for name in (".an.txt", "~$b.docx", ".git/x.txt", "documents.tsv"):
        write(tmp_path / name, "file\n")
    planned = plan([tmp_path])
    assert found(list(items(planned))) == ["a.TXT", "b.txt", "c.txt", "d.txt"]
    assert not planned.passed_over


def test_other_formats_are_counted_in_folders_and_refused_when_given(tmp_path: Path) -> None:
    film = write(tmp_path / "phim.mp4", "MZ…")
    write(tmp_path / "con" / "bang.PPTX", "x")
    write(tmp_path / "README", "x")
    write(tmp_path / "a.txt", prose(1))
    planned = plan([tmp_path])
    assert planned.passed_over == {".mp4": 1, ".pptx": 1, "": 1}
    assert refusals(list(items(planned))) == []
    assert refusals(read(film)) == [
        "phim.mp4: không phải loại tệp đọc được; hãy lưu văn bản thành .docx hoặc .pdf rồi thử lại."
    ]


def test_one_bad_file_does_not_stop_the_others(tmp_path: Path) -> None:
    write(tmp_path / "a.docx", "PK\x03\x04 không phải Word")
    write(tmp_path / "b.txt", "")
    write(tmp_path / "c.txt", prose(1))
    results = read(tmp_path, tmp_path / "d.txt")
    assert found(results) == ["c.txt"]
    assert [reason.split(":")[0] for reason in refusals(results)] == [str(tmp_path / "d.txt"), "a.docx", "b.txt"]


def test_of_what_is_marked_secret_nothing_is_stored(corpus: Corpus, tmp_path: Path) -> None:
    secret = f"ỦY BAN NHÂN DÂN\nTUYỆT MẬT\nKẾ HOẠCH\n{prose(1)}"
    write(tmp_path / "a.txt", secret)
    with zipfile.ZipFile(tmp_path / "b.zip", "w") as package:
        package.writestr("mat.txt", secret)
        package.writestr("thuong.txt", prose(2))
    write(tmp_path / "c.jsonl", "\n".join(json.dumps({"text": text}) for text in (secret, prose(3))))

    results = list(corpus.add_all(arrivals(plan([tmp_path]), corpus)))

    assert [one.name for one in results if isinstance(one, Added)] == ["b.zip › thuong.txt", "c.jsonl:2"]
    assert [reason.partition(":")[0] for reason in refusals(results)] == ["a.txt", "b.zip › mat.txt", "c.jsonl, dòng 1"]
    assert all("đóng dấu TUYỆT MẬT" in reason for reason in refusals(results))
    assert corpus.members(sha256((tmp_path / "b.zip").read_bytes()).hexdigest()) is None, "its name is not kept either"
    with pytest.raises(SecretFile):
        corpus.add(read_bytes("a.txt", secret.encode()))
    assert len(corpus) == 2


def test_a_file_given_twice_is_read_once(tmp_path: Path) -> None:
    file = write(tmp_path / "a.txt", prose(1))
    (tmp_path / "noi.txt").symlink_to(file)
    assert found(read(tmp_path, file, tmp_path / "." / "a.txt")) == ["a.txt"]


def test_a_file_is_known_by_its_letterhead_its_bytes_and_its_place(tmp_path: Path) -> None:
    text = (
        "ỦY BAN NHÂN DÂN\nTỈNH HÀ TĨNH\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
        f"Số: 176/KH-UBND\nHà Tĩnh, ngày 05 tháng 3 năm 2026\nKẾ HOẠCH\nChuyển đổi số năm 2026\n{prose(1)}\n"
    )
    file = write(tmp_path / "kh.txt", text)
    (item,) = read(file)
    assert isinstance(item, Item)
    assert item.metadata.number == "176/KH-UBND"
    assert (item.metadata.kind, item.metadata.date) == ("KH", "2026-03-05")
    assert item.metadata.issuer == "Ủy ban nhân dân tỉnh Hà Tĩnh"
    assert item.sha256 == sha256(file.read_bytes()).hexdigest()
    assert item.location == os.path.realpath(file)
    assert item.text == text


def record(**fields: object) -> dict[str, object]:
    return {"id": "x:1", "number": "5/QĐ-TTg", "type": "Quyết định", "text": prose(1)} | fields


@pytest.mark.parametrize("suffix", [".jsonl", ".jsonl.xz", ".jsonl.gz"])
def test_a_collection_is_read_line_by_line(tmp_path: Path, suffix: str) -> None:
    known = record(title="Về việc", issuer="Thủ tướng Chính phủ", date="2025-12-31")
    lines = [json.dumps(known, ensure_ascii=False), "", json.dumps(record(id="x:2", kind="NQ-CP", type=""))]
    data = "\n".join(lines).encode()
    pack = {".jsonl": bytes, ".jsonl.xz": lzma.compress, ".jsonl.gz": gzip.compress}[suffix]
    file = tmp_path / f"kho{suffix}"
    file.write_bytes(pack(data))
    told: list[int] = []
    first, second = items(plan([file]), lambda bytes, _: told.append(bytes))
    assert isinstance(first, Item)
    assert isinstance(second, Item)
    assert (first.name, first.location, first.text) == ("x:1", "jsonl:x:1", prose(1))
    assert first.metadata.number == "5/QĐ-TTg"
    assert (first.metadata.kind, first.metadata.title, first.metadata.date) == ("QĐ", "Về việc", "2025-12-31")
    assert second.metadata.kind == "NQ"
    assert sum(told) == file.stat().st_size


def test_a_broken_line_is_named_and_the_rest_goes_on(tmp_path: Path) -> None:
    lines = [
        json.dumps(record()),
        "{hỏng",
        "[1, 2]",
        json.dumps({"id": "y"}),
        json.dumps(record(text=5)),
        "[" * 100_000,
        json.dumps(record(id="x:7", date="2024-12-32", number=7)),
        json.dumps({"text": prose(2)}),
    ]
    file = write(tmp_path / "kho.jsonl", "\n".join(lines))
    results = read(file)
    assert found(results) == ["x:1", "x:7", "kho.jsonl:8"]
    assert refusals(results) == [
        "kho.jsonl, dòng 2: không phải JSON đúng quy cách; các dòng khác vẫn được đọc.",
        "kho.jsonl, dòng 3: không phải một đối tượng JSON; các dòng khác vẫn được đọc.",
        "kho.jsonl, dòng 4: không có nội dung ở trường “text”; các dòng khác vẫn được đọc.",
        "kho.jsonl, dòng 5: không có nội dung ở trường “text”; các dòng khác vẫn được đọc.",
        "kho.jsonl, dòng 6: không phải JSON đúng quy cách; các dòng khác vẫn được đọc.",
    ]
    seventh = next(item for item in results if item.name == "x:7")
    assert isinstance(seventh, Item)
    assert (seventh.metadata.number, seventh.metadata.date) == ("7", "")


@pytest.mark.parametrize("suffix", [".xz", ".gz"])
def test_a_collection_that_was_cut_off_is_named(tmp_path: Path, suffix: str) -> None:
    lines = "\n".join(json.dumps(record(id=f"x:{seed}", text=prose(seed, 2000))) for seed in range(60)).encode()
    whole = lzma.compress(lines) if suffix == ".xz" else gzip.compress(lines)
    file = tmp_path / f"kho.jsonl{suffix}"
    file.write_bytes(whole[: len(whole) // 2])
    results = read(file)
    assert refusals(results) == [f"{file.name}: tệp nén bị hỏng hoặc thiếu phần cuối; hãy lấy lại tệp."]
    file.write_bytes(b"khong phai tep nen")
    assert len(refusals(read(file))) == 1


def test_the_real_collection_is_streamed(shared: Path) -> None:
    some = []
    for item in items(plan([shared / "data" / "documents.jsonl.xz"])):
        some.append(item)
        if len(some) == 40:
            break
    assert all(isinstance(item, Item) and item.text and item.metadata != Metadata() for item in some)


@pytest.mark.parametrize(
    ("kind", "number", "symbol"),
    [
        ("Quyết định", "", "QĐ"),
        ("QĐ-UBND", "", "QĐ"),
        ("Nghị quyết", "202/2025/QH15", "NQ"),
        ("Phụ lục", "30/2020/NĐ-CP", "NĐ"),
        ("Phụ lục", "", ""),
        ("", "226-KL/TW", "KL"),
    ],
)
def test_the_kind_of_a_collection_becomes_a_symbol_or_that_of_the_number(kind: str, number: str, symbol: str) -> None:
    assert kind_symbol(kind, number) == symbol
