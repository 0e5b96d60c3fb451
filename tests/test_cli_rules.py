"""`drafter rules`: the rules with their basis, at eighty columns."""

import json
from pathlib import Path

from click.testing import CliRunner

from drafter.cli import main
from drafter.layout.rules import NOT_EVALUATED, RULES


def test_every_rule_is_listed_with_its_basis() -> None:
    shown = CliRunner().invoke(main, ["rules"], prog_name="drafter").stdout

    assert "nd30.PG-05  lỗi       lề trái\n" in shown
    assert "khoản 3 Mục I Phần I Phụ lục I Nghị định số 30/2020/NĐ-CP\n" in shown
    assert all(f"{rule} " in shown for rule in RULES)
    assert all(rule in shown for rule in NOT_EVALUATED)
    assert max(map(len, shown.splitlines())) <= 80


def test_programs_read_a_rule_a_line() -> None:
    lines = CliRunner().invoke(main, ["rules", "--format", "json"], prog_name="drafter").stdout.splitlines()

    assert [json.loads(line)["rule"] for line in lines] == list(RULES)
    assert json.loads(lines[0]) == {
        "rule": "nd30.PG-01",
        "severity": "error",
        "about": "khổ giấy",
        "basis": "khoản 1 Mục I Phần I Phụ lục I Nghị định số 30/2020/NĐ-CP",
    }


def test_the_page_of_rules_is_the_one_in_the_documents() -> None:
    page = CliRunner().invoke(main, ["rules", "--format", "md"], prog_name="drafter").stdout

    assert (Path(__file__).parents[1] / "docs" / "layout.md").read_text("utf-8") == page
    assert all(rule.wrong and rule.right for rule in RULES.values())


def test_one_rule_is_shown_with_a_wrong_and_a_right_example() -> None:
    shown = CliRunner().invoke(main, ["rules", "pg-05", "hd05.D-07"], prog_name="drafter").stdout

    assert shown == (
        "nd30.PG-05  lỗi\n  Về: lề trái\n  Sai: lề trái 25 mm\n  Đúng: lề trái 30 mm\n"
        "  Căn cứ: khoản 3 Mục I Phần I Phụ lục I Nghị định số 30/2020/NĐ-CP\n"
        "hd05.D-07  lỗi\n  Về: số, ký hiệu\n  Sai: Số: 5-KH/ĐU\n  Đúng: Số 05-KH/ĐU\n"
        "  Căn cứ: Hướng dẫn số 05-HD/VPTW, ngày 27/5/2026\n"
    )


def test_a_rule_that_no_file_can_tell_is_named_so() -> None:
    shown = CliRunner().invoke(main, ["rules", "DA-01"], prog_name="drafter").stdout

    assert " ".join(shown.split()) == (
        "nd30.DA-01: dấu, chữ ký số của cơ quan; chương trình chưa kiểm tra quy tắc này, phải xem bằng mắt."
    )


def test_an_unknown_rule_is_refused() -> None:
    done = CliRunner().invoke(main, ["rules", "PG-99"], prog_name="drafter")

    assert done.exit_code == 2
    assert done.stderr == "Không có quy tắc “PG-99”; hãy xem các mã bằng: drafter rules\n"
