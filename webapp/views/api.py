"""The interface for programs: JSON, a token with each request, no sessions."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any, get_args

from flask import Blueprint, abort, request, url_for
from flask_limiter.util import get_remote_address

from drafter.nlp.kinds import KINDS
from drafter.register import Filter, State
from webapp import desk, kept
from webapp.access import me, open_to, public
from webapp.app import LARGEST_UPLOAD, limiter
from webapp.described import (
    NO_CONTROLS,
    Operation,
    Parameter,
    WrongQuery,
    a_day,
    asked,
    described,
    number,
    one_of,
    words,
)
from webapp.forms import FIRST_YEAR, LAST_YEAR
from webapp.schemas import SCHEMAS, reference
from webapp.sending import EXCEL, WORD
from webapp.store import act, checkers, note, store, stores
from webapp.uploading import upload_of

pages = Blueprint("api", __name__, url_prefix="/api/v1")
Answer = dict[str, Any]
_YEARS = {"least": FIRST_YEAR, "most": LAST_YEAR}
_CORPUS = (
    Parameter(
        "words",
        "Các từ phải có trong số, trích yếu hoặc nội dung.",
        {"type": "string", "minLength": 1, "maxLength": 200, "pattern": NO_CONTROLS},
        required=True,
    ),
    number("Nhiều nhất bấy nhiêu văn bản.", "limit", 1, 100, default=20),
)
_REGISTER = (
    number("Năm của sổ; không ghi thì mọi năm.", "year", **_YEARS),
    words("Các từ phải có trong số, trích yếu, người ký, nơi nhận hoặc ghi chú.", "words"),
    words("Đơn vị soạn thảo.", "unit"),
    one_of("Ký hiệu loại văn bản, như KH.", "kind", sorted({kind.symbol for kind in KINDS})),
    number("Tháng; 0 là không ghi ngày trong năm.", "month", 0, 12),
    a_day("Từ ngày.", "since"),
    a_day("Đến ngày.", "until"),
    one_of("Tình trạng.", "state", get_args(State)),
    number("Nhiều nhất bấy nhiêu văn bản.", "limit", 1, 500, default=50),
    number("Bỏ qua bấy nhiêu văn bản đầu.", "offset", 0, 10_000_000, default=0),
)
_STATUS = (
    number("Năm; không ghi thì năm của ngày tính đến.", "year", **_YEARS),
    a_day("Tính đến ngày; không ghi thì hôm nay.", "as_of"),
    words("Đơn vị; không ghi thì cả cơ quan.", "unit"),
)
_FILES = (
    *(WORD, EXCEL, "application/msword", "application/vnd.oasis.opendocument.text", "application/rtf"),
    *("application/pdf", "application/zip", "text/plain", "text/html", "text/markdown"),
    *("image/png", "image/jpeg", "image/tiff"),
)
OPERATIONS = (
    Operation(
        "/api/v1/reports", "post", "check", "Kiểm tra một tệp và lưu thành dự thảo của tài khoản.",
        {201: reference("Checked")}, failures=(400, 413, 422), takes=_FILES,
        headers={"Location": "Nơi đọc lại kết quả."},
    ),
    Operation(
        "/api/v1/reports/{id}", "get", "read", "Kết quả kiểm tra mới nhất của một dự thảo.",
        {200: reference("Checked")}, failures=(404,), within=("id",),
    ),
    Operation("/api/v1/corpus", "get", "search", "Tìm trong kho văn bản.", {200: reference("Hits")}, _CORPUS, (400,)),
    Operation("/api/v1/register", "get", "register", "Sổ văn bản đi.", {200: reference("Entries")}, _REGISTER, (400,)),
    Operation(
        "/api/v1/status", "get", "status", "Số văn bản đã ban hành so với chỉ tiêu.",
        {200: reference("Status")}, _STATUS, (400,),
    ),
    Operation("/api/v1/openapi.json", "get", "description", "Mô tả này.", {200: {"type": "object"}}, is_open=True),
)  # fmt: skip
_FAILURES = {
    400: "Yêu cầu không như mô tả.",
    401: "Thiếu mã truy cập, hoặc mã không còn hiệu lực.",
    403: "Tài khoản không có quyền, hoặc trang của nơi khác gọi tới.",
    404: "Không có dự thảo này, hoặc tài khoản không được xem.",
    413: f"Tệp lớn quá {LARGEST_UPLOAD // 2**20} MB.",
    422: "Tệp không kiểm tra được; message nói vì sao, phải làm gì.",
    429: "Gửi quá nhiều trong một phút.",
}


def _asker() -> str:
    """Whose requests are counted together."""
    id = me().id
    return get_remote_address() if id is None else f"account {id}"


_reading = limiter.limit("600 per minute", key_func=_asker)
_checking = limiter.limit("60 per minute", key_func=_asker)


@pages.errorhandler(WrongQuery)
def wrong_query(error: WrongQuery) -> tuple[Answer, int]:
    return {"message": str(error), "code": 400}, 400


@pages.get("/openapi.json")
@public
def description() -> Answer:
    return dict(_description())


@pages.post("/reports")
@open_to()
@_checking
def check() -> tuple[Answer, int, dict[str, str]]:
    """Keeps the file as a draft of the account, as an upload on the page does."""
    upload = request.files.get("file")
    if upload is None or len(request.files) > 1 or request.form or request.args:
        raise WrongQuery("Phải gửi đúng một tệp, tên trường là “file”, dạng multipart/form-data.")
    given = upload_of(upload)
    checked = checkers().check(given.name, given.data)
    with store().writing() as connection:
        id = desk.begin(connection, me(), given.name, given.data, checked, act())
        note(connection, "checked", str(id), given.name)
        answer = _checked(desk.seen(connection, id, me()), desk.versions(connection, id)[0], checked.report)
    return answer, 201, {"Location": url_for("api.read", id=id)}


@pages.get("/reports/<int:id>")
@open_to()
@_reading
def read(id: int) -> Answer:
    with store().reading() as connection:
        found = desk.seen(connection, id, me())
        newest = next(iter(desk.versions(connection, id)), None)
        if newest is None:
            abort(404)
        report, _ = desk.kept(connection, newest.id)
    return _checked(found, newest, report)


@pages.get("/corpus")
@open_to()
@_reading
def search() -> Answer:
    wanted = asked(_CORPUS, request.args)
    names = ("id", "name", "number", "kind", "title", "issuer", "date")
    hits = stores().corpus.search(wanted["words"], wanted["limit"])
    return {"hits": [{**{name: getattr(hit.entry, name) for name in names}, "excerpt": hit.excerpt} for hit in hits]}


@pages.get("/register")
@open_to("office", "clerk", "leader", "admin")
@_reading
def entries() -> Answer:
    from drafter.render.register import entry_fields

    said = asked(_REGISTER, request.args)
    limit, offset = said.pop("limit"), said.pop("offset")
    wanted, book = Filter(**said), stores().register
    return {"total": book.size(wanted), "entries": [*map(entry_fields, book.entries(wanted, limit, offset))]}


@pages.get("/status")
@open_to()
@_reading
def status() -> Answer:
    from drafter.register.status import status as status_of
    from drafter.render.register import status_fields

    said = asked(_STATUS, request.args)
    day = date.fromisoformat(said["as_of"]) if "as_of" in said else date.today()
    year = said.get("year", min(max(day.year, FIRST_YEAR), LAST_YEAR))
    with stores().register.reading() as connection:
        return status_fields(status_of(connection, year, day, said.get("unit")))


@cache
def _description() -> Answer:
    return dict(described(OPERATIONS, SCHEMAS, _FAILURES))


def _checked(found: desk.Draft, version: desk.Version, report: str) -> Answer:
    return {
        "id": found.id,
        "title": found.title,
        "state": found.state,
        "version": version.nth,
        "at": version.at,
        "report": kept.report_from(report).as_dict(),
    }
