"""The whole way of a document, as people go it in a browser: from an empty office to the count of the year."""

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import docx
import pytest
from clients import PASSWORD, PEOPLE

from drafter import read
from webapp import create_app
from webapp.app import close_app

pytestmark = pytest.mark.browser
pytest.importorskip("playwright")
pytest.importorskip("axe_playwright_python")

from browsing import SIZES, Visitor, served  # noqa: E402
from playwright.sync_api import Browser, Page, expect  # noqa: E402

DRAFT = "2-sao-chep-nguyen-van.docx"
REMARKS = "Đề nghị bỏ các đoạn chép lại Kết luận số 918-KL/TW."
_FIRST = ("Vũ Quản Trị", "admin")
_STAFF = ("drafter", "office", "clerk", "leader")
_UNITS = "Văn phòng\nPhòng Kinh tế"


@pytest.fixture(params=SIZES, ids=lambda width: f"{width}px")
def width(request: pytest.FixtureRequest) -> int:
    return int(request.param)


@pytest.fixture
def office(home: Path, tmp_path: Path) -> Iterator[str]:
    """The address of an office that has superior documents and nobody yet."""
    shutil.copytree(home, tmp_path / "office")
    app = create_app(tmp_path / "office", local=False)
    try:
        with served(app) as address:
            yield address
    finally:
        close_app(app)


def test_from_an_empty_office_to_the_count_of_the_year(
    browser: Browser, office: str, width: int, samples: Path, tmp_path: Path
) -> None:
    people = {login: Visitor(browser, office, width) for login in ("admin", *_STAFF)}
    drafter, reviewer, clerk, leader = (people[login] for login in _STAFF)
    try:
        set_up(people["admin"])
        for login in _STAFF:
            people[login].log_in(login, PASSWORD)

        upload(drafter, samples / "drafts" / DRAFT)
        look_through(drafter)
        pass_over(drafter)
        send_new_version(drafter, mended(drafter, tmp_path))
        submit(drafter)

        give_back(reviewer)
        submit_again(drafter)
        approve(reviewer)
        issue(clerk)
        count(leader)
    finally:
        for visitor in people.values():
            visitor.context.close()
    faults = [fault for visitor in people.values() for fault in visitor.faults]
    assert not faults, "\n".join(faults)


def set_up(admin: Visitor) -> None:
    """The first account, then the units and everybody else."""
    name, login = _FIRST
    page = admin.page
    admin.go("/")
    admin.title("Thiết lập lần đầu")
    admin.shows("thiet-lap")
    page.get_by_label("Họ và tên").fill(name)
    page.get_by_label("Tên đăng nhập").fill(login)
    for label in ("Mật khẩu (ít nhất 8 ký tự)", "Nhập lại mật khẩu"):
        page.get_by_label(label).fill(PASSWORD)
    admin.press("Tạo tài khoản")
    admin.title("Quản trị")
    admin.shows("quan-tri-lan-dau")
    admin.go("/soan-thao")
    admin.shows("soan-thao-chua-co-gi")

    admin.go("/quan-tri")
    page.get_by_role("link", name="Ghi các đơn vị").click()
    page.get_by_label("Mỗi dòng một đơn vị").fill(_UNITS)
    admin.press("Lưu danh sách")
    expect(page.get_by_label("Mỗi dòng một đơn vị")).to_have_value(_UNITS)
    for staff in _STAFF:
        add_account(admin, staff)
    admin.shows("tai-khoan-cua-co-quan", guide=True)


def add_account(admin: Visitor, login: str) -> None:
    name, unit, roles = PEOPLE[login]
    words = {"drafter": "soạn thảo", "office": "văn phòng", "clerk": "văn thư", "leader": "lãnh đạo"}
    admin.go("/quan-tri/tai-khoan")
    form = admin.page.locator("form", has=admin.page.get_by_role("button", name="Thêm tài khoản"))
    form.get_by_label("Tên đăng nhập").fill(login)
    form.get_by_label("Họ và tên").fill(name)
    form.get_by_label("Đơn vị").fill(unit)
    for box in form.get_by_role("checkbox").all():
        box.uncheck()
    for role in roles:
        form.get_by_label(words[role]).check()
    form.get_by_label("Mật khẩu ban đầu").fill(PASSWORD)
    admin.press("Thêm tài khoản")
    expect(admin.page.get_by_role("link", name=name, exact=True)).to_be_visible()


def upload(drafter: Visitor, file: Path) -> None:
    drafter.go("/")
    drafter.shows("soan-thao")
    drafter.page.get_by_label("Chọn tệp văn bản để kiểm tra").set_input_files(file)
    drafter.press("Tải lên và kiểm tra")
    drafter.page.wait_for_url("**/soan-thao/1")
    drafter.reads("Chép")
    drafter.shows("ket-qua")
    for tab in ("Chồng chéo", "Thể thức", "Nội dung"):
        drafter.page.get_by_role("navigation", name="Các phần kết quả").get_by_role("link", name=tab).click()
        expect(drafter.page.locator("#ten-ket-qua")).to_contain_text(tab)
        drafter.shows(f"ket-qua-{tab.split()[0].lower()}")
    drafter.page.get_by_role("navigation", name="Các phần kết quả").get_by_role("link", name="Sao chép").click()
    expect(drafter.page.locator("#ten-ket-qua")).to_contain_text("Sao chép")


def look_through(drafter: Visitor) -> None:
    """Goes from finding to finding by keys: finding and passage are marked, the source's text stands beside it."""
    page = drafter.page
    chosen = page.locator(".finding.chosen")
    numbers = [card.get_attribute("data-number") for card in page.locator(".finding").all()]
    assert len(numbers) >= 3
    for key, place in (("n", 0), ("n", 1), ("n", 2), ("p", 1)):
        page.keyboard.press(key)
        expect(chosen).to_have_attribute("data-number", str(numbers[place]))
        expect(chosen).to_be_in_viewport()
        expect(page.locator(f'mark.chosen[data-numbers~="{numbers[place]}"]').first).to_be_visible()
    own, source = chosen.locator(".pair blockquote").all()
    assert source.inner_text().strip()
    assert own.inner_text().strip()
    if drafter.width == 1366:
        expect(page.locator("mark.chosen").first).to_be_in_viewport()
        left, right = own.bounding_box(), source.bounding_box()
        assert left
        assert right
        assert left["y"] == pytest.approx(right["y"], abs=40), "beside each other"
    drafter.shows("ket-qua-da-chon", guide=True)


def pass_over(drafter: Visitor) -> None:
    """Ignores a finding for a reason, then shows it again."""
    page = drafter.page
    before = page.locator(".finding:not(.passed)").count()
    first = page.locator(".finding").first
    first.get_by_text("Bỏ qua…").click()
    first.get_by_label("Lý do", exact=True).select_option("Chỉ tiêu bắt buộc phải giữ")
    drafter.shows("ket-qua-bo-qua")
    first.get_by_role("button", name="Bỏ qua chỗ này").click()
    drafter.reads("Đã bỏ qua. Muốn xem lại")
    expect(page.locator(".finding:not(.passed)")).to_have_count(before - 1)

    page.locator("#da-bo-qua summary").first.click()
    drafter.reads("Chỉ tiêu bắt buộc phải giữ – Nguyễn Văn Soạn")
    drafter.press("Hiện lại")
    drafter.reads("Đã hiện lại.")
    expect(page.locator(".finding:not(.passed)")).to_have_count(before)


def mended(drafter: Visitor, folder: Path) -> Path:
    """The mended file: it refers to what it copied. With a new fault, as drafters make them."""
    suggestion = drafter.page.locator(".finding .suggestion").first.inner_text().partition(":")[2].strip()
    assert suggestion
    with drafter.page.expect_download() as waiting:
        drafter.page.get_by_role("link", name="Tải Word đã sửa").click()
    file = folder / waiting.value.suggested_filename
    waiting.value.save_as(file)
    assert suggestion.rstrip(".") in read(file).text

    document = docx.Document(str(file))
    document.paragraphs[-1].insert_paragraph_before("Rà soát các quy định chông chéo trên địa bàn xã.")
    document.save(str(file))
    return file


def send_new_version(drafter: Visitor, file: Path) -> None:
    """What was copied is resolved, the fault that came in is new."""
    page = drafter.page
    page.get_by_text("Tải lên bản mới…").click()
    page.get_by_label("Bản mới của văn bản này").set_input_files(file)
    drafter.press("Tải lên và so với bản trước")
    drafter.reads("Bản 2, tải lên")
    since = page.locator(".progress-since")
    since.locator("summary").click()
    expect(since).to_contain_text("Chép nguyên văn")
    expect(since).to_contain_text("Viết nhầm chữ")
    assert "đã xử lý 0" not in since.inner_text()
    drafter.shows("ban-moi", guide=True)


def submit(drafter: Visitor) -> None:
    drafter.page.get_by_label("Lời nhắn").fill("Kính trình văn phòng xem xét.")
    drafter.press("Trình văn phòng")
    drafter.reads("Đã trình.")
    drafter.shows("da-trinh")


def give_back(reviewer: Visitor) -> None:
    """The office sees it waiting, and returns it with its remarks; without remarks the browser does not send it."""
    reviewer.go("/duyet")
    reviewer.reads("Đã trình (1)")
    reviewer.shows("duyet")
    open_first(reviewer.page)
    reviewer.reads("Kính trình văn phòng xem xét.")
    reviewer.shows("duyet-van-ban", guide=True)
    reviewer.press("Trả lại bản 2")
    expect(reviewer.page.get_by_label("Điều cần sửa")).to_be_focused()
    reviewer.page.get_by_label("Điều cần sửa").fill(REMARKS)
    reviewer.press("Trả lại bản 2")
    reviewer.reads("Đã trả lại")


def submit_again(drafter: Visitor) -> None:
    drafter.go("/soan-thao")
    drafter.reads("Trả lại")
    drafter.page.locator("table.drafts a").first.click()
    drafter.reads(REMARKS)
    drafter.shows("tra-lai")
    drafter.press("Trình văn phòng")
    drafter.reads("Đã trình.")


def approve(reviewer: Visitor) -> None:
    reviewer.go("/duyet")
    open_first(reviewer.page)
    reviewer.page.get_by_label("Điều kiện, lưu ý").fill("Bỏ chữ gõ sai trước khi in.")
    reviewer.press("Duyệt bản 2")
    reviewer.reads("Đã duyệt “")


def issue(clerk: Visitor) -> None:
    """The clerk sees which number it will be, gives it, and finds the document in the register with its file."""
    page = clerk.page
    clerk.go("/duyet")
    open_first(page)
    clerk.reads("Bỏ chữ gõ sai trước khi in.")
    page.get_by_role("link", name="Cấp số, phát hành…").click()
    clerk.reads("Số sẽ cấp: 01/KH-UBND.")
    page.get_by_label("Ngày văn bản").fill(f"{date.today():%d/%m/%Y}")
    clerk.press("Xem lại số sẽ cấp")
    clerk.reads("Số sẽ cấp: 01/KH-UBND.")
    clerk.shows("phat-hanh", guide=True)
    clerk.press("Cấp số, phát hành")
    clerk.reads("Đã cấp số 01/KH-UBND")
    clerk.shows("vao-so-xong")

    clerk.go("/so-van-ban")
    expect(page.locator("table.book tbody tr")).to_have_count(1)
    expect(page.locator("table.book tbody tr")).to_contain_text("01/KH-UBND")
    expect(page.locator("table.book tbody tr")).to_contain_text("Phòng Kinh tế")
    clerk.shows("so-van-ban")


def count(leader: Visitor) -> None:
    """Chỉ tiêu has it, by unit and by kind."""
    leader.go("/chi-tieu")
    expect(leader.page.locator(".figures > div", has_text="Đã ban hành").locator("dd")).to_have_text("1")
    expect(leader.page.get_by_role("row", name="Phòng Kinh tế")).to_contain_text("1")
    expect(leader.page.get_by_role("row", name="Kế hoạch")).to_contain_text("1")
    leader.shows("chi-tieu", guide=True)


def open_first(page: Page) -> None:
    page.locator("table.submitted tbody a").first.click()
    expect(page.locator(".stepper")).to_be_visible()
