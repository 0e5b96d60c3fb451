"""Plans that carry out a superior document: nothing of it is copied, all of it is referred to."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from click.testing import CliRunner

from drafter import Corpus, Document, read, review
from drafter.cli import main
from drafter.corpus import Entry
from drafter.readers import read_bytes
from drafter.tasks.concerning import concerns
from drafter.templates.forms import form_of
from drafter.templates.plans import Assigned, Superior, plan_values
from drafter.templates.skeleton import skeleton
from drafter.templates.values import values_of

OFFICE = "Ủy ban nhân dân xã Bản Mây"
_GIVEN = {"organ": OFFICE, "place": "Bản Mây", "subject": "Giảm văn bản, giảm hội họp năm 2026", "unit": "VP"}


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory, samples: Path) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("plans")
    with Corpus(folder) as corpus:
        for name in ("KH-386-UBND.docx", "QD-2604-TTg.docx", "KL-918-TW.docx"):
            corpus.add(read(samples / "superior" / name))
    yield folder


def plan_of(entry: Entry, source: Document) -> bytes:
    """The plan of a commune that takes over every task that concerns it."""
    superior = Superior(entry.kind, entry.number, entry.date, entry.issuer, entry.title)
    found = [one for one in concerns(source, OFFICE) if one.how in ("leads", "helps", "named")]
    assigned = [Assigned(one.locator, one.task.deadline if one.task else "") for one in found]
    form = form_of("KH")
    given: dict[str, object] = {**_GIVEN, **plan_values(superior, assigned)}
    return skeleton(form, values_of(form, given), datetime(2026, 11, 24)).data


def test_a_plan_made_from_a_superior_one_is_not_faulted_as_copied(home: Path, samples: Path, tmp_path: Path) -> None:
    with Corpus(home) as corpus:
        (entry,) = corpus.by_number(["386/KH-UBND"])
        made = plan_of(entry, read(samples / "superior" / "KH-386-UBND.docx"))
        report = review(read_bytes("ke-hoach.docx", made), corpus)

    faulted = [one for one in report.findings if one.rule.split(".")[0] in ("reuse", "overlap", "need", "cite")]
    assert not faulted
    assert report.shares.copied == 0
    (tmp_path / "ke-hoach.docx").write_bytes(made)
    only = ["check", str(tmp_path / "ke-hoach.docx"), "--only", "reuse,overlap,need,citations"]
    told = CliRunner().invoke(main, ["--home", str(home), *only])
    assert told.exit_code == 0, told.output


def test_each_task_is_a_heading_with_gaps_that_refers_to_its_place() -> None:
    superior = Superior("KH", "386/KH-UBND", "2026-08-05", "Ủy ban nhân dân tỉnh Sơn Lâm", "Giảm văn bản")
    said = plan_values(superior, [Assigned("khoản 3 Mục III", "trước ngày 20/9/2026"), Assigned("khoản 4 Mục IV")])

    assert said["bases"] == [
        "Thực hiện Kế hoạch số 386/KH-UBND ngày 05 tháng 8 năm 2026 của Ủy ban nhân dân tỉnh Sơn Lâm về giảm văn bản"
    ]
    tasks = [line for line in said["body"] if "Kế hoạch số 386/KH-UBND)" in line]
    assert tasks == [
        "1. [CẦN ĐIỀN: nhiệm vụ cụ thể của đơn vị] (thực hiện khoản 3 Mục III Kế hoạch số 386/KH-UBND)",
        "2. [CẦN ĐIỀN: nhiệm vụ cụ thể của đơn vị] (thực hiện khoản 4 Mục IV Kế hoạch số 386/KH-UBND)",
    ]
    assert sum("cấp trên yêu cầu: trước ngày 20/9/2026" in line for line in said["body"]) == 1


def test_without_a_task_there_is_room_for_one() -> None:
    said = plan_values(Superior("KL", "918-KL/TW", "2026-06-02", "Ban Bí thư"), [], party=True)

    assert said["reason"] == ["Thực hiện Kết luận số 918-KL/TW, ngày 02/06/2026 của Ban Bí thư"]
    assert any("(thực hiện Kết luận số 918-KL/TW)" in line for line in said["body"])


def test_a_skeleton_tells_what_is_missing_each_once() -> None:
    form = form_of("KH")
    made = skeleton(
        form, values_of(form, {"organ": OFFICE, "body": ["1. [CẦN ĐIỀN: tên việc].", "2. Xong."]}), datetime(2026, 1, 2)
    )

    assert "tên việc" in made.missing
    assert "tên cơ quan" not in made.missing
    assert len(set(made.missing)) == len(made.missing)
    assert skeleton(form, values_of(form, {}), datetime(2026, 1, 2)).missing[0] == "tên cơ quan"
