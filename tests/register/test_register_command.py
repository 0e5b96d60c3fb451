"""`drafter register`: what a clerk types and reads."""

from __future__ import annotations

import json
from base64 import b64encode
from concurrent.futures import ThreadPoolExecutor, wait
from dataclasses import replace
from decimal import Decimal
from hashlib import sha256
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner, Result

from drafter.cli import main
from drafter.register import Act, Register
from drafter.register.decisions import rules_of, set_rules
from tests.word_files import docx

DRAFT = Path(__file__).parents[2] / "corpus" / "drafts" / "1-khong-sao-chep.docx"


PACKAGE = """<edXMLEnvelope xmlns="http://www.go.vn/eDoc"><MessageHeader>
<From><OrganName>UBND xã Bản Mây</OrganName></From><To><OrganName>UBND tỉnh</OrganName></To>
<Code><CodeNumber>22</CodeNumber><CodeNotation>KH-UBND</CodeNotation></Code>
<PromulgationInfo><PromulgationDate>2026-03-02</PromulgationDate></PromulgationInfo>
<Subject>Phòng, chống cháy rừng</Subject></MessageHeader>
<Attachment><FileName>ke-hoach.docx</FileName><Content>{}</Content></Attachment></edXMLEnvelope>"""


class Clerk:
    """Somebody at a computer, with a home of their own."""

    def __init__(self, home: Path) -> None:
        self.home = home

    def types(self, *words: str, group: str = "register") -> Result:
        return CliRunner().invoke(main, ["--home", str(self.home), group, *words], prog_name="drafter")

    def reads(self, *words: str) -> str:
        """What is shown, where nothing went wrong; never wider than 80 columns."""
        done = self.types(*words)
        assert (done.exit_code, done.stderr) == (0, ""), done.stderr
        assert max(map(len, done.stdout.splitlines())) <= 80
        return done.stdout

    def gets(self, *words: str) -> dict[str, object]:
        found: dict[str, object] = json.loads(self.types(*words, "--format", "json").stdout)
        return found


@pytest.fixture
def clerk(tmp_path: Path) -> Clerk:
    return Clerk(tmp_path / "home")


def test_a_draft_is_issued_from_its_file_with_the_check_it_had(clerk: Clerk) -> None:
    said = clerk.reads("issue", str(DRAFT), "--date", "24/11/2026", "--by", "Lan")
    shown = clerk.gets("show", "1", "--year", "2026")

    assert said.startswith("01/KH-UBND · 24/11/2026\n    Kế hoạch: Tổ chức Tuần lễ đọc sách “Sách lên non”")
    assert "01/KH-UBND là văn bản thứ 1 của năm; chưa có số của năm trước để so." in said
    assert (shown["signer"], shown["keeper"], shown["unit"]) == ("Hoàng Thị Lan", "VT, VHXH", "VHXH")
    assert shown["file"] and shown["report"]
    assert [change["who"] for change in shown["history"]] == ["Lan"]


def test_a_preview_gives_no_number(clerk: Clerk) -> None:
    assert "01/KH-UBND là văn bản thứ 1" in clerk.reads("issue", "--symbol", "/KH-UBND", "--preview", "--year", "2026")
    assert clerk.reads("list", "--year", "2026") == "Sổ chưa có văn bản nào như vậy.\n"


def test_a_number_that_was_kept_is_the_one_that_is_told_of(clerk: Clerk) -> None:
    clerk.reads("reserve", "/KH-UBND", "--year", "2026", "--unit", "Phòng Kinh tế")
    clerk.reads("issue", "--symbol", "/BC-UBND", "--title", "Kết quả", "--date", "5/3/2026")
    words = ("issue", "--reserved", "1", "--title", "Trồng cây", "--date", "4/3/2026", "--replaces", "2")

    ahead = clerk.reads(*words, "--preview")
    said = clerk.reads(*words)

    assert ahead == "01/KH-UBND là văn bản thứ 2 của năm; chưa có số của năm trước để so.\n"
    assert said.endswith(ahead)
    assert clerk.gets("show", "2", "--year", "2026")["reason"] == "Thay bằng 01/KH-UBND"


def test_a_secret_file_is_refused(clerk: Clerk, tmp_path: Path) -> None:
    secret = tmp_path / "mat.docx"
    secret.write_bytes(docx("<w:p><w:r><w:t>TUYỆT MẬT</w:t></w:r></w:p><w:p><w:r><w:t>KẾ HOẠCH</w:t></w:r></w:p>"))

    done = clerk.types("issue", str(secret), "--symbol", "/KH-UBND", "--title", "x")

    assert done.exit_code == 2
    assert done.stderr == (
        "mat.docx: văn bản đóng dấu TUYỆT MẬT, không được đưa vào đây; "
        "hãy vào sổ riêng theo quy định về bảo vệ bí mật nhà nước.\n"
    )


def test_a_day_in_the_life_of_the_register(clerk: Clerk) -> None:
    clerk.reads("issue", "--symbol", "/UBND-VX", "--title", "Mời họp", "--date", "3/3/2026", "--unit", "Phòng Kinh tế")
    clerk.reads("reserve", "/KH-UBND", "--year", "2026")
    clerk.reads("issue", "--reserved", "2", "--title", "Trồng cây", "--date", "4/3/2026")
    refused = clerk.types("add", "05/BC-UBND", "--title", "Kết quả quý I", "--date", "31/3/2026")
    clerk.reads("add", "05/BC-UBND", "--title", "Kết quả quý I", "--date", "31/3/2026", "--reason", "số trong sổ giấy")
    clerk.reads("correct", "1", "--year", "2026", "--title", "Mời họp giao ban", "--reason", "ghi thiếu")
    clerk.reads("cancel", "2", "--year", "2026", "--reason", "không ban hành nữa")

    assert refused.exit_code == 2 and "bỏ trống số 03–04" in refused.stderr
    assert clerk.reads("list", "--year", "2026").splitlines() == [
        "01/UBND-VX · 03/03/2026",
        "    Công văn: Mời họp giao ban (Phòng Kinh tế)",
        "02/KH-UBND · 04/03/2026 · đã hủy số",
        "    Kế hoạch: Trồng cây",
        "    Lý do: không ban hành nữa",
        "03 · không ghi ngày · đã hủy số",
        "    số bỏ trống",
        "    Lý do: số trong sổ giấy",
        "04 · không ghi ngày · đã hủy số",
        "    số bỏ trống",
        "    Lý do: số trong sổ giấy",
        "05/BC-UBND · 31/03/2026",
        "    Báo cáo: Kết quả quý I",
        "5 văn bản.",
    ]
    assert clerk.reads("list", "HỌP", "--year", "2026", "--counted").splitlines()[-1] == "1 văn bản."
    history = clerk.reads("show", "1", "--year", "2026")
    assert "trích yếu: Mời họp → Mời họp giao ban" in history
    assert "sửa, lý do: ghi thiếu" in history
    clerk.reads("correct", "1", "--year", "2026", "--copies", "0", "--signer", "Lò Văn Thành", "--reason", "ghi thiếu")
    history = clerk.reads("show", "1", "--year", "2026")
    assert "người ký: (trống) → Lò Văn Thành" in history and "số bản: (trống) → 0" in history
    assert clerk.reads("gaps", "--year", "2026") == "Sổ không thiếu số nào.\n"


def test_the_status_is_told_in_words_and_to_programs(clerk: Clerk) -> None:
    for number in range(1, 4):
        clerk.reads("issue", "--symbol", "/KH-UBND", "--title", f"Việc {number}", "--date", f"{number}/2/2026")
    unknown = clerk.reads("status", "--year", "2026", "--as-of", "31/3/2026")
    clerk.reads("target", "--year", "2026", "--baseline", "24", "--source", "Báo cáo số 12/BC-UBND", "--percent", "20")

    said = clerk.reads("status", "--year", "2026", "--as-of", "31/3/2026")
    found = clerk.gets("status", "--year", "2026", "--as-of", "31/3/2026")

    assert "chưa có số của năm trước để so" in unknown and "register target --baseline" in unknown.replace("\n  ", " ")
    assert said.startswith("Năm 2026, đến ngày 31/03/2026: ")
    assert "Đã ban hành 3 trong 19 văn bản được phép, còn 16." in said
    assert "số ghi tay, theo Báo cáo số 12/BC-UBND; từng tháng là ước tính chia đều" in " ".join(said.split())
    assert found["schema"] == "drafter.status/1"
    assert [found[name] for name in ("year", "as_of", "unit")] == [2026, "2026-03-31", None]
    assert [found[name] for name in ("baseline", "target_percent", "allowed", "issued", "left")] == [
        24,
        20.0,
        19,
        3,
        16,
    ]
    assert found["same_period_last_year"] == 6
    forecast = found["forecast"]
    assert isinstance(forecast, dict) and 3 <= forecast["low"] <= forecast["middle"] <= forecast["high"]
    assert found["by_kind"] == [
        {"kind": "KH", "issued": 3, "baseline": None, "same_period_last_year": None, "name": "Kế hoạch"}
    ]


def test_a_sheet_is_looked_at_and_then_stored_once(clerk: Clerk, tmp_path: Path) -> None:
    sheet = tmp_path / "so.csv"
    rows = [
        "Số ký hiệu;Ngày;Trích yếu;Ghi chú",
        "01/KH-UBND;05/01/2025;Trồng cây;",
        "03/UBND-VX;07/01/2025;Mời họp;=1+1",
    ]
    sheet.write_text("\n".join([*rows, "03/BC-UBND;08/01/2025;Kết quả;"]), encoding="utf-8")
    looked = clerk.types("import", str(sheet), "--year", "2025")
    assert clerk.reads("list", "--year", "2025") == "Sổ chưa có văn bản nào như vậy.\n"

    stored = clerk.types("import", str(sheet), "--year", "2025", "--yes", "--by", "Lan")
    again = clerk.types("import", str(sheet), "--year", "2025", "--yes")
    found = clerk.gets("import", str(sheet), "--year", "2025")

    assert (looked.exit_code, stored.exit_code) == (2, 2), "a row is refused"
    assert "B “Ngày” → ngày" in looked.stdout
    assert "Chưa ghi gì; nếu đúng, hãy chạy lại với --yes." in " ".join(looked.stdout.split())
    assert "dòng 4: không nhận" in looked.stdout
    assert "Đã ghi vào sổ năm 2025: 2 văn bản mới, 0 sửa; 0 đã có, 1 không nhận" in " ".join(stored.stdout.split())
    assert "0 văn bản mới, 0 sửa; 2 đã có" in " ".join(again.stdout.split())
    assert found["schema"] == "drafter.import/1"
    assert found["counts"] == {"new": 0, "same": 2, "changed": 0, "refused": 1}
    assert "Lan: nhập từ sổ có sẵn, tệp so.csv" in clerk.reads("show", "1", "--year", "2025")
    assert max(map(len, looked.stdout.splitlines())) <= 80


def test_a_package_brings_its_document_and_its_file(clerk: Clerk, tmp_path: Path) -> None:
    package = tmp_path / "goi.edxml"
    package.write_text(PACKAGE.format(b64encode(DRAFT.read_bytes()).decode("ascii")), encoding="utf-8")

    done = clerk.types("import", str(package), "--yes")
    found = clerk.gets("show", "22/KH-UBND", "--year", "2026")

    assert (done.exit_code, done.stderr) == (0, "")
    assert (found["title"], found["date"]) == ("Phòng, chống cháy rừng", "2026-03-02")
    assert found["file"] == sha256(DRAFT.read_bytes()).hexdigest()


def test_a_secret_package_brings_nothing(clerk: Clerk, tmp_path: Path) -> None:
    package = tmp_path / "goi.edxml"
    secret = docx("<w:p><w:r><w:t>MẬT</w:t></w:r></w:p><w:p><w:r><w:t>KẾ HOẠCH</w:t></w:r></w:p>")
    package.write_text(PACKAGE.format(b64encode(secret).decode("ascii")), encoding="utf-8")

    done = clerk.types("import", str(package), "--yes")

    assert done.exit_code == 2 and "đóng dấu MẬT" in done.stderr
    assert clerk.reads("list", "--year", "2026") == "Sổ chưa có văn bản nào như vậy.\n"


def test_a_secret_package_corrects_nothing_either(clerk: Clerk, tmp_path: Path) -> None:
    clerk.reads("add", "22/KH-UBND", "--title", "Phòng cháy", "--date", "2/3/2026", "--reason", "sổ giấy")
    package = tmp_path / "goi.edxml"
    secret = docx("<w:p><w:r><w:t>MẬT</w:t></w:r></w:p><w:p><w:r><w:t>KẾ HOẠCH</w:t></w:r></w:p>")
    package.write_text(PACKAGE.format(b64encode(secret).decode("ascii")), encoding="utf-8")
    before = clerk.gets("show", "22", "--year", "2026")

    done = clerk.types("import", str(package), "--yes")

    assert done.exit_code == 2 and "đóng dấu MẬT" in done.stderr
    assert clerk.gets("show", "22", "--year", "2026") == before


def test_without_a_year_a_sheet_is_not_read(clerk: Clerk, tmp_path: Path) -> None:
    done = clerk.types("import", str(tmp_path / "so.xlsx"))

    assert done.stderr == "Chưa nói sổ của năm nào; hãy thêm --year, ví dụ: --year 2025.\n"


def test_a_figure_by_hand_needs_its_source(clerk: Clerk) -> None:
    done = clerk.types("target", "--baseline", "100")

    assert (done.exit_code, done.stderr) == (
        2,
        "Số ghi tay phải có nguồn; hãy thêm --source, ví dụ: --source “Báo cáo số 12/BC-UBND”.\n",
    )


def test_rules_are_shown_and_set(clerk: Clerk) -> None:
    assert "một dãy số chung cho mọi loại" in clerk.reads("rules")

    said = clerk.reads("rules", "--numbering", "kind", "--leave-out", "Giấy mời", "--copies", "--percent", "12,5")
    found = clerk.gets("rules")

    assert said.startswith("Cơ quan: UBND. Cấp số: mỗi loại một dãy số")
    assert "giảm ít nhất 12,5% so với năm trước" in said
    assert "giấy mời," not in said and "sao y" in said
    assert (found["numbering"], found["copies"], found["percent"]) == ("kind", True, "12.5")


def test_two_who_set_rules_at_once_lose_nothing(clerk: Clerk) -> None:
    with Register(clerk.home) as book, ThreadPoolExecutor() as another:
        with book.writing() as connection:
            waiting = another.submit(clerk.reads, "rules", "--percent", "10")
            wait([waiting], timeout=1)  # whatever it reads before its turn, it has read
            set_rules(connection, replace(rules_of(connection), copies=True), Act("Hoa"))
        waiting.result()

        assert (book.rules().copies, book.rules().percent) == (True, Decimal(10))


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["add", "KH-UBND", "--title", "x"], "“KH-UBND” không phải số, ký hiệu; hãy viết như 05/KH-UBND"),
        (
            ["add", "5/KH-UBND", "--title", "x", "--date", "31/2/2026"],
            "Ngày “31/2/2026” không đúng; hãy ghi như 31/3/2026.",
        ),
        (["add", "5/KH-UBND", "--title", "x", "--kind", "Kế hoạch nhỏ"], "Không có loại văn bản “Kế hoạch nhỏ”"),
        (["add", "/KH-UBND", "--title", "x"], "Chưa có số; hãy ghi số, ký hiệu"),
        (["show", "7"], "Trong sổ không có văn bản “7”"),
        (["cancel", "7"], "Việc này phải có lý do"),
        (["correct", "7"], "Chưa nói sửa gì"),
        (["target", "--percent", "150"], "Chỉ tiêu “150” không đúng"),
        (["issue", "không-có.docx"], "không tìm thấy tệp"),
    ],
)
def test_what_is_typed_wrong_gets_one_sentence(clerk: Clerk, words: list[str], said: str) -> None:
    done = clerk.types(*words)

    assert done.exit_code == 2
    assert said in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_the_register_is_written_as_a_sheet(clerk: Clerk, tmp_path: Path) -> None:
    clerk.reads("issue", "--symbol", "/KH-UBND", "--title", "=1+1", "--date", "3/2/2026")
    target = tmp_path / "so.xlsx"

    done = clerk.types("export", "--year", "2026", "--organ", "Ủy ban nhân dân xã Bản Mây", "--output", str(target))

    assert (done.exit_code, done.stderr) == (0, f"Đã ghi 1 văn bản vào {target}\n")
    cells = [cell for sheet in openpyxl.load_workbook(target) for row in sheet.iter_rows() for cell in row]
    assert any("01/KH-UBND" in str(cell.value) for cell in cells)
    assert all(cell.data_type != "f" for cell in cells)
