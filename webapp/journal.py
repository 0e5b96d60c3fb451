"""The log of what people did in the web application. It only grows: the database refuses anything else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from types import MappingProxyType

from sqlalchemy import ColumnElement, Connection, and_, func, insert, select, true

from webapp.leafing import LENGTH
from webapp.tables import log

ACTIONS: Mapping[str, str] = MappingProxyType(
    {
        "login": "đăng nhập",
        "login refused": "đăng nhập bị từ chối",
        "logout": "đăng xuất",
        "set up": "thiết lập lần đầu",
        "account made": "thêm tài khoản",
        "account changed": "sửa tài khoản",
        "account closed": "đóng tài khoản",
        "account opened": "mở lại tài khoản",
        "password set": "đặt mật khẩu cho người khác",
        "own password set": "tự đổi mật khẩu",
        "token made": "tạo mã truy cập",
        "token revoked": "thu hồi mã truy cập",
        "units set": "sửa danh sách đơn vị",
        "unit renamed": "đổi tên đơn vị",
        "organ set": "sửa thông tin cơ quan",
        "checks set": "bật, tắt kiểm tra",
        "retention set": "đặt thời hạn xóa dự thảo",
        "backup made": "lấy bản sao lưu",
        "draft expired": "xóa dự thảo quá hạn",
        "checked": "kiểm tra tệp qua giao diện lập trình",
        "draft made": "tải dự thảo lên",
        "version made": "tải bản mới của dự thảo",
        "draft removed": "xóa dự thảo",
        "draft submit": "trình dự thảo",
        "draft withdraw": "rút lại dự thảo",
        "draft return": "trả lại dự thảo",
        "draft approve": "duyệt dự thảo",
        "draft issue": "phát hành dự thảo",
        "composed": "soạn khung văn bản",
        "corpus added": "thêm văn bản vào kho",
        "corpus replaced": "thay văn bản trong kho bằng bản mới",
        "corpus joined": "gộp tệp với văn bản trong kho",
        "corpus refused": "không nhận tệp vào kho",
        "corpus set": "sửa thông tin văn bản trong kho",
        "corpus relate": "ghi hiệu lực, quan hệ văn bản",
        "corpus remove": "gỡ văn bản khỏi kho",
        "entry added": "vào sổ văn bản đã có số",
        "entry issued": "phát hành văn bản đã giữ số",
        "entry corrected": "sửa trong sổ",
        "entry cancelled": "hủy số",
        "entry replaced": "ghi văn bản thay thế",
        "number kept": "giữ số",
        "numbers cancelled": "ghi lý do số bỏ trống",
        "register imported": "nhập sổ từ tệp",
        "register exported": "xuất sổ",
        "draft avoided": "ghi văn bản không phải ban hành",
        "avoided draft taken out": "bỏ mục không phải ban hành",
        "target set": "đặt mức giảm",
        "baseline entered": "ghi số năm trước",
        "baseline dropped": "bỏ số năm trước ghi tay",
        "rules set": "sửa cách đếm",
        "period closed": "chốt kỳ",
        "meeting added": "thêm hội nghị",
        "meeting corrected": "sửa hội nghị",
        "meeting cancelled": "hủy hội nghị",
        "meeting limits set": "sửa mức hội nghị",
        "meetings baseline entered": "ghi số hội nghị năm trước",
        "finding ignored": "bỏ qua một chỗ cần sửa",
        "finding shown again": "hiện lại chỗ đã bỏ qua",
    }
)
"""What is noted, as the screen says it; what is not here is shown as it was noted."""


@dataclass(frozen=True, slots=True)
class Noted:
    at: str
    """The instant, UTC."""
    who: str
    """The login; "" for the program itself, or where nobody was logged in."""
    address: str
    action: str
    subject: str
    detail: str

    @property
    def words(self) -> str:
        return ACTIONS.get(self.action, self.action)


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which lines of the log: those that fit all that is said."""

    who: str = ""
    action: str = ""
    day: date | None = None
    """In the time of the server's place."""


def write(
    connection: Connection, at: str, who: str, action: str, subject: str = "", detail: str = "", address: str = ""
) -> None:
    """Adds a line, in the transaction in which the thing is done."""
    values = {"at": at, "who": who, "address": address, "action": action, "subject": subject, "detail": detail}
    connection.execute(insert(log).values(values))


def lines(connection: Connection, wanted: Wanted, page: int) -> list[Noted]:
    """A page of the log, from 1, the newest first."""
    columns = (log.c[name] for name in Noted.__dataclass_fields__)
    query = select(*columns).where(_conditions(wanted)).order_by(log.c.id.desc())
    return [Noted(*row) for row in connection.execute(query.limit(LENGTH).offset((page - 1) * LENGTH))]


def size(connection: Connection, wanted: Wanted) -> int:
    """How many lines fit."""
    return connection.execute(select(func.count()).select_from(log).where(_conditions(wanted))).scalar_one()


def _conditions(wanted: Wanted) -> ColumnElement[bool]:
    found: list[ColumnElement[bool]] = [true()]
    if wanted.who:
        found.append(log.c.who == wanted.who)
    if wanted.action:
        found.append(log.c.action == wanted.action)
    if wanted.day:
        found += [log.c.at >= _instant(wanted.day), log.c.at < _instant(wanted.day + timedelta(days=1))]
    return and_(*found)


def _instant(day: date) -> str:
    """The beginning of a day here, as instants are kept."""
    return datetime.combine(day, time()).astimezone(UTC).isoformat(timespec="seconds")
