"""What the tests fill skeletons with."""

from datetime import datetime

from drafter.layout.check import layout
from drafter.readers import read_bytes
from drafter.report import Checked
from drafter.templates.forms import Form, forms
from drafter.templates.skeleton import skeleton
from drafter.templates.values import values_of

WHEN = datetime(2026, 11, 24)
ALL = (*forms(), *forms(party=True))
LONG = "nội dung mà người soạn thảo đã viết đủ theo thực tế của xã để người đọc biết ai làm, bao giờ xong"

_COMMON = {
    "place": "Bản Mây",
    "number": "5",
    "subject": "rà soát hồ sơ tồn đọng năm 2026",
    "bases": ["Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;", "Theo đề nghị của Phòng Kinh tế xã."],
    "addressees": ["Công an xã", "Trạm Y tế xã"],
    "recipients": ["UBND tỉnh (để báo cáo)", "Các thôn"],
    "signer": "Hoàng Thị Lan",
    "other": "Lò Văn Thành",
}
STATE: dict[str, object] = {
    **_COMMON,
    "organ": "Ủy ban nhân dân xã Bản Mây",
    "date": "05/02/2026",
    "unit": "KT",
    "authority": ["KT. Chủ tịch"],
    "title": "Phó Chủ tịch",
}
PARTY: dict[str, object] = {
    **_COMMON,
    "organ": "Đảng ủy xã Bản Mây",
    "superior": "Đảng bộ tỉnh Sơn Lâm",
    "date": "2026-08-05",
    "authority": ["T/M Ban Thường vụ"],
    "title": "Bí thư",
}


def full(form: Form) -> dict[str, object]:
    """A value for everything that the form has a place for."""
    body = {"body": ["Toàn văn văn bản được sao."]} if form.copy else {}
    return {**dict.fromkeys(form.slots, LONG), **(PARTY if form.party else STATE), **body}


def text_of(form: Form, given: dict[str, object]) -> str:
    return read_bytes("a.docx", skeleton(form, values_of(form, given), WHEN).data).text


def judged(form: Form, given: dict[str, object]) -> Checked:
    return layout(read_bytes("a.docx", skeleton(form, values_of(form, given), WHEN).data))
