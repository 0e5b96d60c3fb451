"""What the corpus knows of the documents that a draft names."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest
from drafts import document, found, plan, told

from drafter.citations.check import listing
from drafter.corpus import Corpus, Item, Metadata, Relation, Standing, Statement

STORED = {
    "226": Metadata("226-KL/TW", "KL", "về chấn chỉnh lề lối làm việc, nâng cao hiệu quả", "Ban Bí thư", "2025-12-11"),
    "30": Metadata("30/2020/NĐ-CP", "NĐ", "Về công tác văn thư", "Chính phủ", "2020-03-05"),
    "110": Metadata("110/2004/NĐ-CP", "NĐ", "Về công tác văn thư", "Chính phủ", "2004-04-08"),
    "176": Metadata(
        "176/KH-UBND", "KH", "tinh giản văn bản hành chính", "Ủy ban nhân dân tỉnh Tuyên Quang", "2026-05-04"
    ),
    "other": Metadata("176/KH-UBND", "KH", "tuyển quân năm 2026", "Ủy ban nhân dân xã Suối Hồng", "2026-01-09"),
    "land": Metadata("31/2024/QH15", "L", "Luật Đất đai", "Quốc hội", "2024-01-18"),
    "old land": Metadata("45/2013/QH13", "L", "Đất đai", "Quốc hội", "2013-11-29"),
    "9": Metadata("9/2019/TT-BNV", "TT", "quy định chế độ báo cáo", "Bộ Nội vụ", "2019-02-01"),
}


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Corpus]:
    with Corpus(tmp_path_factory.mktemp("held")) as corpus:
        for name, known in STORED.items():
            text = f"Văn bản {name} của kho."
            corpus._put([Item(f"{name}.txt", sha256(text.encode()).hexdigest(), text, known)])
        corpus.relate(
            [
                Statement("30/2020/NĐ-CP", relations=(Relation("replaces", "110/2004/NĐ-CP"),)),
                Statement("9/2019/TT-BNV", standing=Standing("expired", "2026-01-01")),
                Statement("31/2024/QH15", standing=Standing("amended", "2025-01-01", "43/2024/QH15")),
                Statement("45/2013/QH13", standing=Standing("replaced", "2025-01-01", "31/2024/QH15")),
                Statement("226-KL/TW", standing=Standing("in_force")),
            ]
        )
        yield corpus


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Kết luận số 226-KL/TW ngày 11/12/2025 của Ban Bí thư về chỉnh đốn lề lối làm việc, nâng cao hiệu quả", True),
        ("Kết luận số 226-KL/TW ngày 11/12/2025 của Ban Bí thư về công tác cán bộ nữ trong tình hình mới", True),
        ("Kết luận số 226-KL/TW ngày 12/12/2025 của Ban Bí thư", True),
        ("Kết luận số 226-KL/TW ngày 11/12/2025 của Ban Bí thư về việc chấn chỉnh lề lối làm việc", False),
        ("Kết luận số 226-KL/TW ngày 11/12/2025 của Ban Bí thư", False),
        ("Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ về công tác văn thư của các xã", False),
        ("Điều 8 Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ quy định thể thức văn bản hành chính", False),
        ("Kế hoạch số 176/KH-UBND ngày 04/5/2026 về phòng, chống thiên tai năm 2026 trên địa bàn", True),
        ("Kế hoạch số 176/KH-UBND ngày 03/3/2026 của Ủy ban nhân dân xã Bản Mây về phòng, chống thiên tai", False),
        ("Kế hoạch số 999/KH-UBND ngày 04/5/2026 của Ủy ban nhân dân tỉnh về phòng, chống thiên tai", False),
    ],
)
def test_what_the_draft_says_of_a_document_is_held_against_the_corpus(held: Corpus, body: str, expected: bool) -> None:
    assert bool(told(plan(body), held, "mismatch")) is expected


@pytest.mark.parametrize(
    ("body", "severities"),
    [
        ("theo Nghị định số 110/2004/NĐ-CP ngày 08/4/2004 của Chính phủ", ["warning"]),
        ("theo Thông tư số 09/2019/TT-BNV ngày 01/02/2019", ["warning"]),
        ("theo Luật Đất đai năm 2024", ["info"]),
        ("theo Luật Đất đai năm 2013", ["warning"]),
        ("theo Luật Đất đai và Luật Đất đai", ["info"]),
        ("theo Kết luận số 226-KL/TW", []),
        ("theo Nghị định số 30/2020/NĐ-CP", []),
        ("Nghị định số 110/2004/NĐ-CP ngày 08/4/2004 hết hiệu lực", []),
        ("Luật Đất đai năm 2024 được sửa đổi, bổ sung bởi Luật số 43/2024/QH15", []),
        ("bãi bỏ Thông tư số 09/2019/TT-BNV ngày 01/02/2019", []),
    ],
)
def test_what_is_in_force_no_more_is_told_once(held: Corpus, body: str, severities: list[str]) -> None:
    assert [one.severity for one in found(plan(body), held) if one.rule == "cite.force"] == severities


def test_what_lost_its_force_after_the_draft_was_in_force_then(held: Corpus) -> None:
    text = "theo Thông tư số 09/2019/TT-BNV ngày 01/02/2019"
    assert told(plan(text, day="ngày 05 tháng 8 năm 2025"), held, "force") == []


def test_the_corpus_helps_to_say_it_in_full(held: Corpus) -> None:
    (one,) = [one for one in found(plan("theo Kết luận số 226-KL/TW."), held) if one.rule == "cite.introduction"]
    assert one.suggestion == (
        "Hãy ghi: Kết luận số 226-KL/TW, ngày 11/12/2025 của Ban Bí thư "
        "về chấn chỉnh lề lối làm việc, nâng cao hiệu quả."
    )


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Kết luận số 226-KL/TW", ["226.txt"]),
        ("Nghị định số 30 /2020/NĐ-CP", ["30.txt"]),
        ("Kế hoạch số 176/KH-UBND", [None]),
        ("Kế hoạch số 176/KH-UBND ngày 04/5/2026", ["176.txt"]),
        ("Kế hoạch số 176/KH-UBND ngày 09/01/2026 của UBND xã Suối Hồng", ["other.txt"]),
        ("Kế hoạch số 176/KH-UBND ngày 01/7/2026", [None]),
        ("Luật Đất đai", ["land.txt"]),
        ("Luật Đất đai năm 2013", ["old land.txt"]),
        ("Luật Nhà ở", [None]),
        ("Kết luận số 226-KL/TW; Kết luận 226", ["226.txt", "226.txt"]),
    ],
)
def test_which_document_of_the_corpus_it_is(held: Corpus, text: str, names: list[str | None]) -> None:
    assert [entry.name if entry else None for _, entry in listing(document(text), held)] == names


def test_a_corpus_that_knows_nothing_says_nothing(tmp_path: Path) -> None:
    with Corpus(tmp_path) as corpus:
        text = plan("theo Nghị định số 110/2004/NĐ-CP ngày 08/4/2004 của Chính phủ về công tác gì đó khác hẳn")
        assert told(text, corpus, "force", "mismatch") == []
