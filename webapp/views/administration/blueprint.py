"""The blueprint that the pages below /quan-tri share, and where they lead from."""

from __future__ import annotations

from flask import Blueprint, render_template
from sqlalchemy import Connection, func, select

from drafter.nlp.written import figure
from webapp import settings
from webapp.access import me, open_to
from webapp.journal import Wanted, size
from webapp.store import store, stores
from webapp.tables import account

pages = Blueprint("administration", __name__)
_FIRST_STEPS = {
    "administration.units": ("Ghi các đơn vị", "để biết văn bản nào của đơn vị nào"),
    "administration.accounts": ("Tạo tài khoản cho từng người", "mỗi người một tài khoản, theo vai trò"),
    "administration.organ": ("Ghi thông tin cơ quan", "để điền sẵn khi soạn văn bản mới và in sổ"),
    "corpus.adding": ("Thêm văn bản cấp trên vào kho", "kho trống thì chưa biết dự thảo có chép hay không"),
}


@pages.get("/quan-tri")
@open_to("admin")
def overview() -> str:
    with store().reading() as connection:
        return render_template("administration/overview.html", parts=_parts(connection), lacking=_lacking(connection))


def _lacking(connection: Connection) -> list[tuple[str, str, str]]:
    """What a new office has yet to do: each page by its endpoint, what to do there, and what for."""
    accounts = connection.execute(select(func.count()).select_from(account)).scalar_one()
    done = {
        "administration.units": bool(settings.units(connection)),
        "administration.accounts": accounts > 1 or me().id is None,
        "administration.organ": bool(settings.organ(connection)),
        "corpus.adding": len(stores().corpus) > 0,
    }
    return [(endpoint, *said) for endpoint, said in _FIRST_STEPS.items() if not done[endpoint]]


def _parts(connection: Connection) -> list[tuple[str, str, str]]:
    """Each page by its endpoint, its name, and how it stands."""
    open_accounts = select(func.count()).select_from(account).where(account.c.closed.is_(False))
    days, off = settings.retention(connection), settings.switched_off(connection)
    units = len(settings.units(connection))
    return [
        (
            "administration.accounts",
            "Tài khoản",
            f"{figure(connection.execute(open_accounts).scalar_one())} tài khoản đang dùng",
        ),
        ("administration.units", "Đơn vị", f"{units} đơn vị" if units else "chưa ghi đơn vị nào"),
        ("administration.organ", "Cơ quan", str(settings.organ(connection).get("organ", "chưa ghi thông tin cơ quan"))),
        ("administration.checks", "Kiểm tra", f"đang tắt {len(off)} mục" if off else "đang kiểm tra mọi mục"),
        ("deciding.settings", "Cách tính, chỉ tiêu", "loại nào tính, cách cấp số, mức giảm"),
        ("administration.retention", "Thời hạn lưu dự thảo", f"xóa sau {days} ngày" if days else "không tự xóa"),
        ("administration.backup", "Sao lưu", "tải về một tệp có mọi dữ liệu"),
        ("administration.log", "Nhật ký", f"{figure(size(connection, Wanted()))} việc đã ghi"),
    ]
