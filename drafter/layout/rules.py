"""The rules of layout under their ids, each with its severity and its basis.

The ids are those of the tables in which the project keeps the decree's rules; an id never comes to mean something else.
"""

from __future__ import annotations

from dataclasses import dataclass

from drafter.document import Span
from drafter.report import Severity

DECREE = "Nghị định số 30/2020/NĐ-CP"
GUIDANCE = "Hướng dẫn số 05-HD/VPTW, ngày 27/5/2026"
"""Of Văn phòng Trung ương Đảng, on Party documents since that day."""


@dataclass(frozen=True, slots=True)
class Rule:
    id: str
    severity: Severity
    about: str
    """What it is about, in Vietnamese: "lề trái"."""
    place: str
    """Where Phụ lục I, Phần I of the decree has it: "I.3", "II.1.a"; or "III" for Phụ lục III."""

    @property
    def basis(self) -> str:
        """As one cites it, small to large."""
        if self.id.startswith("hd05."):
            return GUIDANCE
        if self.place == "III":
            return f"Phụ lục III {DECREE}"
        section, item, *point = self.place.split(".")
        named = f"khoản {item} Mục {section} Phần I Phụ lục I {DECREE}"
        return f"điểm {point[0]} {named}" if point else named


@dataclass(frozen=True, slots=True)
class Fault:
    """What breaks a rule: where, what is wrong, what to do."""

    rule: str
    span: Span
    message: str
    suggestion: str
    severity: Severity | None = None
    """Where it is not the rule's own."""


def _rules(severity: Severity, table: str, regime: str = "nd30") -> dict[str, Rule]:
    rows = (line.split(maxsplit=2) for line in table.strip().splitlines())
    return {f"{regime}.{id_}": Rule(f"{regime}.{id_}", severity, about, place) for id_, place, about in rows}


STATE: dict[str, Rule] = {
    **_rules(
        "error",
        """
        PG-01 I.1     khổ giấy
        PG-02 I.2     hướng giấy
        PG-03 I.3     lề trên
        PG-04 I.3     lề dưới
        PG-05 I.3     lề trái
        PG-06 I.3     lề phải
        PG-08 I.4     phông chữ
        PG-09 I.4     bộ mã chữ
        PG-10 I.4     màu chữ
        PN-02 I.7     vị trí số trang
        PN-03 I.7     kiểu chữ của số trang
        PN-04 I.7     số trang ở trang thứ nhất
        QH-01 II.1.a  Quốc hiệu
        QH-02 II.1.a  kiểu chữ của Quốc hiệu
        TN-01 II.1.b  Tiêu ngữ
        TN-02 II.1.b  kiểu chữ của Tiêu ngữ
        CQ-01 II.2.b  kiểu chữ của tên cơ quan chủ quản
        CQ-02 II.2.b  kiểu chữ của tên cơ quan ban hành
        SO-01 II.3.c  chữ “Số” và kiểu chữ của số, ký hiệu
        SO-02 II.3.c  số của văn bản
        SO-03 II.3.c  dấu trong số, ký hiệu
        SO-06 II.3.b  ký hiệu của công văn
        SO-07 II.3.b  ký hiệu và tên loại
        SO-09 III     ký hiệu của Quy định
        DD-01 II.4.c  địa danh và thời gian
        DD-02 II.4.b  ngày
        DD-03 II.4.b  tháng
        DD-04 II.4.c  kiểu chữ của địa danh và thời gian
        TL-01 II.5.b  kiểu chữ của tên loại
        TL-02 II.5.b  kiểu chữ của trích yếu
        CV-01 II.5.b  tên loại công văn
        CV-02 II.5.b  trích yếu công văn
        CC-02 II.6.a  kiểu chữ của căn cứ
        CC-03 II.6.a  mỗi căn cứ một dòng
        CC-04 II.6.a  dấu cuối căn cứ
        ND-01 II.6.e  cỡ chữ của nội dung
        ND-03 II.6.e  căn lề của nội dung
        ND-04 II.6.e  thụt đầu dòng
        ND-05 II.6.e  khoảng cách giữa các đoạn
        ND-06 II.6.e  khoảng cách giữa các dòng
        BC-09 II.6.đ  đề mục đánh số La Mã
        KY-01 II.7.b  chữ ký thay, thừa lệnh, thay mặt
        KY-06 II.7.đ  kiểu chữ của quyền hạn, chức vụ người ký
        KY-07 II.7.đ  kiểu chữ của họ tên người ký
        NN-01 II.9.d  Kính gửi
        NN-03 II.9.d  dấu trong phần Kính gửi
        NN-04 II.9.d  Nơi nhận
        NN-05 II.9.d  danh sách nơi nhận
        NN-07 II.9.d  dòng Lưu
        PL-03 III.1.b chữ “Phụ lục” và số thứ tự
        PL-04 III.1.b tên phụ lục
        PL-05 III.1.c dòng kèm theo của phụ lục
        """,
    ),
    **_rules(
        "warning",
        """
        TN-03 II.1.b  đường kẻ dưới Tiêu ngữ
        CQ-03 II.2.b  đường kẻ dưới tên cơ quan ban hành
        TL-03 II.5.b  đường kẻ dưới trích yếu
        CQ-05 II.2.a  tên cơ quan ban hành viết tắt
        SO-08 II.3.b  năm trong số, ký hiệu
        CQ-07 II.2.a  tên cơ quan không còn
        DD-08 II.4.b  ngày có trong lịch
        CV-03 II.5.b  chữ “V/v”
        CC-07 III     căn cứ của quyết định, nghị quyết
        ND-08 II.6.e  chỗ còn bỏ trống
        KY-02 II.7.b  chức vụ người ký thay
        NN-06 II.9.d  dòng “Như trên”
        CC-06 III     gạch đầu dòng trước căn cứ
        KY-08 II.7.c  học hàm, học vị trước họ tên
        """,
    ),
}

PARTY: dict[str, Rule] = _rules(
    "error",
    """
    D-02 - lề trang văn bản của Đảng
    D-03 - phông chữ
    D-05 - kiểu chữ của tiêu đề Đảng Cộng sản Việt Nam
    D-06 - kiểu chữ của tên cơ quan
    D-07 - số, ký hiệu
    D-08 - kiểu chữ của địa danh và thời gian
    D-09 - kiểu chữ của tên loại, trích yếu
    D-10 - trích yếu công văn
    D-11 - nội dung
    D-14 - thể thức ký
    D-17 - nơi nhận
    """,
    "hd05",
)
RULES: dict[str, Rule] = {**STATE, **PARTY}
_LEFT = """
    PG-07 PN-01 PN-05 QH-03 TN-04 QH-04 CQ-04 CQ-06 CQ-08 SO-04 SO-05 SO-10 SO-11 DD-05 DD-06 DD-07
    DD-09 DD-10 TL-04 TL-05 TL-06 CC-01 CC-05 CC-08 VD-01 VD-02 VD-03 VD-04 VD-05 VD-06 VD-07 ND-02
    ND-07 ND-09 BC-01 BC-02 BC-03 BC-04 BC-05 BC-06 BC-07 BC-08 BC-10 BC-11 KY-03 KY-04 KY-05 KY-09
    KY-10 KY-11 KY-12 DA-01 NN-02 NN-08 NN-09 PL-01 PL-02 PL-06 PL-07 PL-08 MK-01 MK-02 MK-03
    MK-04 ST-01 DC-01
"""
NOT_EVALUATED = tuple(f"nd30.{id_}" for id_ in _LEFT.split())
_PARTY_LEFT = "D-01 D-04 D-12 D-13 D-15 D-16 D-18 D-19 D-20 D-21 D-22"
PARTY_NOT_EVALUATED = tuple(f"hd05.{id_}" for id_ in _PARTY_LEFT.split())
"""Rules that nothing here judges yet, or that no file can tell (ink, stamps, signatures)."""
