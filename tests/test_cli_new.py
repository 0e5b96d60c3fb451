"""`drafter new`: the lists, what is written, what is said, what is refused; and what its document shows."""

import re
import shlex
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import drafter
from drafter.cli import main
from drafter.layout.check import layout

New = Callable[..., Result]
GUIDE = (Path(__file__).parents[1] / "docs" / "mau-van-ban.md").read_text(encoding="utf-8")


@pytest.fixture
def new(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> New:
    monkeypatch.chdir(tmp_path)

    def run(*words: str) -> Result:
        return CliRunner().invoke(main, ["new", *words], prog_name="drafter")

    return run


def test_the_kinds_are_listed_at_eighty_columns(new: New) -> None:
    state, party = new(), new("--list", "--party")

    assert (state.exit_code, party.exit_code) == (0, 0)
    assert re.search(r"^KH +Kế hoạch +Mẫu 1\.4$", state.stdout, re.MULTILINE)
    assert re.search(r"^KL +Kết luận +Hướng dẫn 05-HD/VPTW$", party.stdout, re.MULTILINE)
    assert "CT   Chỉ thị (cấp ủy cơ sở không ban hành)" in party.stdout
    assert max(map(len, (state.stdout + party.stdout).splitlines())) <= 80


def test_what_a_kind_takes_is_listed(new: New) -> None:
    shown = new("KH", "--list").stdout

    assert shown.startswith("Kế hoạch (Mẫu 1.4):\n")
    assert "\n  lead          một đơn vị chủ trì\n" in shown
    assert max(map(len, shown.splitlines())) <= 80


def test_a_skeleton_is_written_and_its_gaps_are_counted(new: New, tmp_path: Path) -> None:
    done = new(
        "ke hoach", "--output", "a.docx", "--set", "signer=Hoàng Thị Lan", "--set", "bases=x", "--set", "bases=y"
    )

    first, second = done.stdout.splitlines()
    assert done.exit_code == 0
    assert first == "Đã ghi a.docx: Kế hoạch, theo Mẫu 1.4."
    assert re.fullmatch(
        r"Còn \d+ chỗ phải điền, tô vàng: trong Word tìm “\[CẦN ĐIỀN”, "
        r"hoặc xem bằng: drafter check a\.docx --only layout",
        second,
    )
    text = drafter.read(tmp_path / "a.docx").text
    assert "Hoàng Thị Lan" in text and "Căn cứ x;\nCăn cứ y." in text


def test_the_example_of_the_guide_gives_a_plan_without_fault(new: New, tmp_path: Path) -> None:
    (tmp_path / "xa.toml").write_text(re.findall(r"^```toml\n(.*?)^```$", GUIDE, re.M | re.S)[0], encoding="utf-8")
    shown = [line for line in re.findall(r"^drafter new (.*)$", GUIDE, re.MULTILINE) if "--output" in line]
    for line in shown:
        assert new(*shlex.split(line)).exit_code == 0

    plan = drafter.read(tmp_path / "ke-hoach.docx")
    assert "Số: 12/KH-UBND" in plan.text and "a) Chủ trì: Phòng Kinh tế;" in plan.text
    assert {one.rule for one in layout(plan).findings} == {"nd30.ND-08"}
    assert "V/v [CẦN ĐIỀN: trích yếu]" in drafter.read(tmp_path / "cong-van.docx").text


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["thông tư", "--output", "a.docx"], "Không có mẫu cho “thông tư”; hãy chọn tên loại hoặc ký hiệu trong: "),
        (["KH"], "Thiếu --output; hãy xem cách viết bằng: drafter new --help"),
        (["KH", "--output", "a.doc"], "a.doc: mẫu là tệp Word; hãy đặt tên tệp có đuôi .docx."),
        (["KH", "--output", "a.docx", "--set", "x=1"], "Kế hoạch không có mục “x”; hãy chọn trong: organ, "),
        (["KH", "--output", "a.docx", "--set", "date=30/2/2026"], "date: “30/2/2026” không phải ngày trong lịch; "),
        (["KH", "--output", "a.docx", "--from", "b.toml"], "b.toml: không tìm thấy tệp; "),
        (["KH", "--output", "a.docx", "--from", "."], "đây là thư mục"),
        (["KH", "--output", "không/có/a.docx"], "không/có/a.docx: không ghi được kết quả vào đây; "),
        (["KH", "--output", "old.docx"], "old.docx: đã có tệp này, chương trình không ghi đè; "),
        (["KH", "--output", "a.docx", "--from", "wrong.toml"], "wrong.toml: không đọc được theo dạng TOML ở dòng 1; "),
    ],
)
def test_a_fault_is_one_sentence_and_nothing_is_written(new: New, tmp_path: Path, words: list[str], said: str) -> None:
    (tmp_path / "old.docx").write_bytes(b"mine")
    (tmp_path / "wrong.toml").write_text("organ = Xã\n", encoding="utf-8")

    done = new(*words)

    assert (done.exit_code, done.stdout) == (2, "")
    assert said in done.stderr and done.stderr.count("\n") == 1
    assert not (tmp_path / "a.docx").exists()
    assert (tmp_path / "old.docx").read_bytes() == b"mine"
