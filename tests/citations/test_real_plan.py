"""A real plan of a commune: what its reviewer sends back of its references."""

from pathlib import Path

import pytest

from drafter import Corpus, read, review
from drafter.corpus.importing import items, plan

pytestmark = pytest.mark.shared

FAULTS = [
    ("cite.introduction", "Kế hoạch số 176/KH-UBND ngày 04/5/2026 về việc"),
    *[("cite.kind", "Kế hoạch số 87-KL/ĐU ngày 26/02/2026 của Đảng ủy")] * 2,
    ("cite.base", "Chỉ thị số 406/CT-UBND ngày 06/8/2025"),
    ("cite.introduction", "Kế hoạch số 64/KH- UBND ngày 12/9/2025 về triển khai"),
    ("cite.blank", "64/KH- UBND"),
    ("cite.blank", "534/QĐ- TTg"),
    ("cite.introduction", "Kế hoạch số 63-KH/TU của Tỉnh ủy"),
    *[("cite.kind", "Kế hoạch số 87-KL/ĐU ngày 26/02/2026 của Đảng ủy")] * 2,
]


def test_the_faults_of_its_references_are_found_and_no_others(shared: Path, tmp_path: Path) -> None:
    folder = shared / "data" / "case-khuon-lung"
    with Corpus(tmp_path) as corpus:
        list(corpus.add_all(items(plan([folder / "226-KL-TW.txt"]))))
        report = review(read(folder / "draft.txt"), corpus, only=["citations"])

    assert len(report.findings) == len(FAULTS)
    for found, (rule, beginning) in zip(report.findings, FAULTS, strict=True):
        assert found.rule == rule
        assert found.text.startswith(beginning)
