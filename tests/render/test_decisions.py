"""Decisions about the register as a person reads them."""

import json
from dataclasses import replace

import pytest

from drafter.register.decisions import Decision
from drafter.register.rules import Rules
from drafter.render.decisions import told

LIMITS = {
    "percent": "10", "in_person": 40, "online": 60, "mixed": "online", "commune": 3, "briefing": 240, "business": 480,
    "discussion": 720,
}  # fmt: skip


def made(name: str, *values: str) -> list[Decision]:
    return [Decision("2026-03-02T01:30:00+00:00", "Lan", name, value, "vì thế") for value in values]


@pytest.mark.parametrize(
    ("name", "values", "what", "changes"),
    [
        ("target/2026/", ["20", "12.5"], "Chỉ tiêu năm 2026 của cả cơ quan",
         [("giảm ít nhất 20%",), ("giảm ít nhất 20% → giảm ít nhất 12,5%",)]),
        ("baseline/2025/Phòng A/B", ['[1204, "BC 12"]', "null"], "Số văn bản năm 2025 của Phòng A/B",
         [("1.204 (theo BC 12)",), ("1.204 (theo BC 12) → đếm theo sổ",)]),
        ("meetings/baseline/2025/", ['[25, "BC 210"]'], "Số hội nghị năm 2025 của cả cơ quan",
         [("25 (theo BC 210)",)]),
        ("meetings/limits", [json.dumps(LIMITS), json.dumps(LIMITS | {"percent": "12", "mixed": "in_person"})],
         "Mức hội nghị",
         [("Không đổi gì.",), ("Giảm so với năm trước, ít nhất: 10% → 12%",
                               "Vừa trực tiếp vừa trực tuyến tính là: trực tuyến → trực tiếp")]),
        ("rules", [replace(Rules(), kinds=Rules().kinds - {"PG"} | {"KL"}, attached=True).to_json(), Rules().to_json()],
         "Cách tính",
         [("Tính thêm: kết luận", "Không tính nữa: phiếu gửi", "Văn bản ban hành kèm theo: không tính → có tính"),
          ("Tính thêm: phiếu gửi", "Không tính nữa: kết luận", "Văn bản ban hành kèm theo: có tính → không tính")]),
    ],
)  # fmt: skip
def test_what_became_different(name: str, values: list[str], what: str, changes: list[tuple[str, ...]]) -> None:
    found = told(made(name, *values))

    assert [one.what for one in found] == [what] * len(values)
    assert [one.changes for one in found] == changes


def test_each_is_held_against_the_one_of_its_name() -> None:
    found = told([*made("target/2026/", "20"), *made("target/2025/", "10"), *made("target/2026/", "15")])

    assert [one.changes[0] for one in found] == [
        "giảm ít nhất 20%",
        "giảm ít nhất 10%",
        "giảm ít nhất 20% → giảm ít nhất 15%",
    ]
