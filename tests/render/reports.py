"""Reports as the checks would make them, over short texts written for the tests."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256

from drafter.report import About, Also, Finding, Report, Severity, Shares, Skipped, Source

DRAFT = """\
ỦY BAN NHÂN DÂN XÃ BÌNH AN

KẾ HOẠCH
Thực hiện Chương trình số 15-CTr/TU về tiết kiệm trong cơ quan

I. MỤC ĐÍCH

Nâng cao ý thức của cán bộ, công chức trong sử dụng điện, nước và văn phòng phẩm tại trụ sở.

II. NHIỆM VỤ

1. Về sử dụng điện
Các cơ quan tắt toàn bộ thiết bị điện khi hết giờ làm việc, chỉ bật điều hòa khi nhiệt độ ngoài trời trên 28 độ; \
người đứng đầu chịu trách nhiệm nếu để xảy ra lãng phí.

2. Về hội họp
Mỗi nội dung chỉ họp một lần, họp trực tuyến khi thành phần dự họp ở từ ba thôn trở lên và gửi tài liệu trước \
hai ngày làm việc.
Mỗi nội dung chỉ họp một lần, không mời thành phần không liên quan.

III. TỔ CHỨC THỰC HIỆN
Văn phòng theo dõi, tổng hợp, báo cáo trước ngày 25 hằng tháng./.
"""

PROGRAM = """\
CHƯƠNG TRÌNH
thực hành tiết kiệm

1. Cán bộ, công chức tắt toàn bộ thiết bị điện khi hết giờ làm việc, chỉ bật điều hòa khi nhiệt độ ngoài trời trên \
28 độ; người đứng đầu chịu trách nhiệm nếu để xảy ra lãng phí.
2. Mỗi nội dung chỉ họp một lần, họp trực tuyến khi thành phần dự họp ở từ hai xã trở lên, gửi tài liệu trước ba \
ngày làm việc.
"""


def report(*findings: Finding, text: str = DRAFT, name: str = "ke-hoach.docx", **changes: object) -> Report:
    """A report over `text` with these findings in their order; `changes` replace fields of the report."""
    about = About(
        name=name,
        sha256=sha256(text.encode()).hexdigest(),
        regime="nd30",
        kind="KH",
        number="64/KH-UBND",
        date="2026-08-05",
        issuer="Ủy ban nhân dân xã Bình An",
        subject="Thực hiện Chương trình số 15-CTr/TU về tiết kiệm trong cơ quan",
        characters=len(text),
    )
    shares = Shares(0.314, 0.043, 0.118, 0.525) if findings else Shares(0.0, 0.0, 0.12, 0.88)
    rules = ("reuse.verbatim", "reuse.edited", "reuse.paraphrased", "reuse.repeated")
    made = Report(about, text, shares, tuple(sorted(findings, key=lambda found: found.start)), rules)
    return replace(made, **changes)  # type: ignore[arg-type]


def finding(
    rule: str,
    passage: str,
    source: Source | None = None,
    severity: Severity = "warning",
    text: str = DRAFT,
    **more: str,
) -> Finding:
    """A finding on the first place of `text` that reads `passage`."""
    start = text.index(passage)
    said = {"message": "Đoạn này lấy từ văn bản cấp trên.", **more}
    return Finding(rule, severity, start, start + len(passage), passage, score=0.97, source=source, **said)


def source(passage: str, locator: str = "", text: str = PROGRAM, **changes: object) -> Source:
    """The place of the provincial programme that reads `passage`."""
    start = text.index(passage)
    made = Source(
        id=7,
        name="15-CTr-TU.docx",
        number="15-CTr/TU",
        title="Thực hành tiết kiệm trong cơ quan",
        issuer="Tỉnh ủy",
        date="2026-01-09",
        locator=locator,
        start=start,
        end=start + len(passage),
        text=passage,
        also=(Also(12, "31/KH-UBND"), Also(13, "")),
    )
    return replace(made, **changes)  # type: ignore[arg-type]


_ELECTRICITY = (
    "tắt toàn bộ thiết bị điện khi hết giờ làm việc, chỉ bật điều hòa khi nhiệt độ ngoài trời trên 28 độ; người đứng "
    "đầu chịu trách nhiệm nếu để xảy ra lãng phí."
)
_MEETINGS = (
    "Mỗi nội dung chỉ họp một lần, họp trực tuyến khi thành phần dự họp ở từ ba thôn trở lên và gửi tài liệu trước hai "
    "ngày làm việc."
)
_MEETINGS_THERE = (
    "Mỗi nội dung chỉ họp một lần, họp trực tuyến khi thành phần dự họp ở từ hai xã trở lên, gửi tài liệu trước ba "
    "ngày làm việc."
)

VERBATIM = finding(
    "reuse.verbatim",
    _ELECTRICITY,
    source(_ELECTRICITY, "mục 1"),
    suggestion="Thực hiện mục 1 Chương trình số 15-CTr/TU.",
    basis="Kết luận số 226-KL/TW, mục 1",
)
EDITED = finding(
    "reuse.edited",
    _MEETINGS,
    source(_MEETINGS_THERE, "mục 2", also=()),
    suggestion="Thực hiện mục 2 Chương trình số 15-CTr/TU.",
)
REPEATED = finding(
    "reuse.repeated",
    "Mỗi nội dung chỉ họp một lần",
    severity="info",
    message="Ý này đã có ở mục 2.",
    suggestion="Bỏ một trong hai chỗ.",
)
SKIPPED = Skipped("Chồng chéo", "chưa có sổ đăng ký văn bản đi; hãy nhập sổ rồi kiểm tra lại.")

REALISTIC = report(VERBATIM, EDITED, REPEATED, skipped=(SKIPPED,))
CLEAN = report()
