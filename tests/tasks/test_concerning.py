"""Which tasks of a superior document concern an office."""

from pathlib import Path

import pytest

from drafter import read
from drafter.tasks.concerning import Concern, concerns

COMMUNE = "Ủy ban nhân dân xã Bản Mây"


def led(samples: Path, name: str, office: str) -> list[str]:
    return [one.locator for one in concerns(read(samples / "superior" / name), office) if one.how == "leads"]


def starting(found: tuple[Concern, ...], words: str) -> Concern:
    return next(one for one in found if words in one.text)


@pytest.mark.parametrize(
    ("name", "office", "places"),
    [
        ("KH-386-UBND.docx", COMMUNE, ["khoản 4 Mục IV"]),
        ("KH-386-UBND.docx", "UBND phường Đồi Thông", ["khoản 4 Mục IV"]),
        ("KH-377-UBND.docx", COMMUNE, ["khoản 4 Mục IV"]),
        ("CT-12-UBND.docx", COMMUNE, ["điểm a mục 1", "điểm b mục 1", "điểm c mục 1", "điểm d mục 1", "mục 5"]),
        ("CTr-19-TU.docx", COMMUNE, ["gạch đầu dòng thứ 1 khoản 3 Mục II"]),
        ("CTr-19-TU.docx", "Đảng ủy xã Bản Mây", ["khoản 3 Mục III"]),
        ("KH-42-TU.docx", "Văn phòng Tỉnh ủy", ["gạch đầu dòng thứ 3 khoản 1 Mục III", "khoản 4 Mục IV"]),
        ("KH-377-UBND.docx", "Sở Tài chính tỉnh Sơn Lâm", ["khoản 3 Mục IV"]),
    ],
)
def test_an_office_leads_where_it_or_all_of_its_sort_are_named(
    samples: Path, name: str, office: str, places: list[str]
) -> None:
    assert led(samples, name, office) == places


def test_who_helps_and_who_is_only_spoken_of_is_told_apart(samples: Path) -> None:
    programme = concerns(read(samples / "superior" / "CTr-19-TU.docx"), COMMUNE)

    assert starting(programme, "Công ty Điện lực tỉnh phối hợp").how == "helps"
    assert starting(programme, "Các đảng ủy xã, phường").how == "named"
    assert starting(programme, "Đảng ủy Công an tỉnh").how == "other"


def test_passages_that_are_no_tasks_are_there_where_they_name_the_place(samples: Path) -> None:
    plan = concerns(read(samples / "superior" / "KH-386-UBND.docx"), COMMUNE)
    trial = starting(plan, "Phường Đồi Thông, xã Bản Mây")

    assert (trial.how, trial.task, trial.locator) == ("named", None, "gạch đầu dòng thứ 1 khoản 4 Mục III")
    assert trial.heading == "4. Thí điểm tại cơ sở"
    assert not any(one.text.startswith(("4. Các sở", "IV. TỔ CHỨC")) for one in plan)


def test_another_commune_is_not_meant_by_the_name_of_this_one(samples: Path) -> None:
    plan = concerns(read(samples / "superior" / "KH-386-UBND.docx"), "Ủy ban nhân dân xã Nà Lúa")

    assert not any("Phường Đồi Thông, xã Bản Mây" in one.text for one in plan)
