"""Every page of the application in a browser, as somebody sees it whose page it is; and all of it without scripts."""

import re
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
from clients import PASSWORD
from flask import Flask

from webapp import create_app
from webapp.app import close_app

pytestmark = pytest.mark.browser
pytest.importorskip("playwright")
pytest.importorskip("axe_playwright_python")

from browsing import SIZES, Visitor, served  # noqa: E402
from playwright.sync_api import Browser, expect  # noqa: E402
from whole_office import fill  # noqa: E402

# A line for each picture: who looks, what it is called, where it is.
TABLE = """
-         dang-nhap                 /dang-nhap
drafter   tai-khoan                 /tai-khoan
drafter   soan-thao                 /soan-thao
drafter   soan-thao-tim             /soan-thao?tim=khong-co-gi
drafter   van-ban-sao-chep          /soan-thao/{draft}
drafter   van-ban-chong-cheo        /soan-thao/{draft}?phan=chong-cheo
drafter   van-ban-the-thuc          /soan-thao/{draft}?phan=the-thuc
drafter   van-ban-noi-dung          /soan-thao/{draft}?phan=noi-dung
drafter   van-ban-ban-cu            /soan-thao/{draft}?ban=1
drafter   van-ban-tra-lai           /soan-thao/{returned}
drafter   soan-moi                  /soan-moi
drafter   soan-moi-ke-hoach         /soan-moi/nha-nuoc/ke-hoach
drafter   soan-moi-cong-van-dang    /soan-moi/dang/cong-van
drafter   soan-moi-tu-van-ban       /soan-moi/tu-van-ban
drafter   soan-moi-viec             /soan-moi/tu-van-ban/{superior}
drafter   kho                       /kho
drafter   kho-tim                   /kho?tu=giảm+văn+bản
drafter   kho-van-ban               /kho/{superior}
office    kho-them                  /kho/them
office    kho-sua                   /kho/{superior}/sua
office    kho-go                    /kho/{superior}/go
office    duyet                     /duyet
office    duyet-tat-ca              /duyet?buoc=tat-ca
office    duyet-van-ban             /duyet/{submitted}
clerk     duyet-da-duyet            /duyet/{approved}
clerk     duyet-da-phat-hanh        /duyet/{issued}
clerk     phat-hanh                 /duyet/{approved}/phat-hanh
clerk     so                        /so-van-ban
clerk     so-loc                    /so-van-ban?kind=KH&month=1
clerk     so-muc                    /so-van-ban/{with_file}
clerk     so-muc-thay-the           /so-van-ban/{replaced}
clerk     so-trong                  /so-van-ban/so-trong
clerk     so-xuat                   /so-van-ban/xuat
clerk     so-vao                    /so-van-ban/vao-so
clerk     so-giu                    /so-van-ban/giu-so
clerk     so-phat-hanh-so-da-giu    /so-van-ban/{reserved}/phat-hanh
clerk     so-sua                    /so-van-ban/{entry}/sua
clerk     so-huy                    /so-van-ban/{entry}/huy
clerk     so-thay-the               /so-van-ban/{entry}/thay-the
clerk     so-nhap                   /so-van-ban/nhap
leader    chi-tieu                  /chi-tieu
leader    chi-tieu-don-vi           /chi-tieu?unit=Ph%C3%B2ng+Kinh+t%E1%BA%BF
leader    chi-tieu-cach-tinh        /chi-tieu/cach-tinh
leader    chi-tieu-cach-tinh-sua    /chi-tieu/cach-tinh/sua
leader    chi-tieu-muc-giam         /chi-tieu/muc-giam
leader    chi-tieu-nam-truoc        /chi-tieu/so-nam-truoc
leader    chi-tieu-nam-truoc-bo     /chi-tieu/so-nam-truoc/bo?year={before}
leader    ky                        /chi-tieu/ky
leader    ky-bao-cao                /chi-tieu/ky/{year}/quy-1
leader    ky-chot                   /chi-tieu/ky/{last}/ca-nam/chot
clerk     khong-ban-hanh            /chi-tieu/khong-ban-hanh
clerk     khong-ban-hanh-moi        /chi-tieu/khong-ban-hanh/moi
clerk     khong-ban-hanh-bo         /chi-tieu/khong-ban-hanh/{avoided}/bo
clerk     hoi-nghi                  /hoi-nghi
clerk     hoi-nghi-danh-sach        /hoi-nghi/danh-sach
clerk     hoi-nghi-giay-moi         /hoi-nghi/giay-moi
clerk     hoi-nghi-moi              /hoi-nghi/moi
clerk     hoi-nghi-mot              /hoi-nghi/{meeting}
clerk     hoi-nghi-sua              /hoi-nghi/{meeting}/sua
clerk     hoi-nghi-huy              /hoi-nghi/{meeting}/huy
clerk     hoi-nghi-muc              /hoi-nghi/muc
clerk     hoi-nghi-muc-sua          /hoi-nghi/muc/sua
clerk     hoi-nghi-nam-truoc        /hoi-nghi/nam-truoc
admin     quan-tri                  /quan-tri
admin     quan-tri-co-quan          /quan-tri/co-quan
admin     quan-tri-don-vi           /quan-tri/don-vi
admin     quan-tri-kiem-tra         /quan-tri/kiem-tra
admin     quan-tri-luu-giu          /quan-tri/luu-giu
admin     quan-tri-nhat-ky          /quan-tri/nhat-ky
admin     quan-tri-sao-luu          /quan-tri/sao-luu
admin     quan-tri-tai-khoan        /quan-tri/tai-khoan
admin     quan-tri-mot-tai-khoan    /quan-tri/tai-khoan/{account}
"""
NO_PAGES = {
    *("static", "bootstrap.static", "health.health", "health.metrics", "entrance.start"),
    *("drafting.download", "register.file", "register.report", "register.workbook", "periods.file"),
    *("composing.family_of_kinds", "corpus.picture", "corpus.added_so_far"),
}
"""What is asked for but no page: parts of pages, files, where one is led on."""
ELSEWHERE = {"entrance.set_up", "register.preview", "corpus.added"}
"""Pages that are there only after something was sent, or before anything was."""


@dataclass(frozen=True, slots=True)
class Office:
    app: Flask
    address: str
    ids: Mapping[str, object]


@pytest.fixture(scope="module")
def office(home: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """An office in the middle of its year, served."""
    folder = shutil.copytree(home, tmp_path_factory.mktemp("year") / "office")
    app = create_app(folder, local=False)
    try:
        ids = fill(app)
        with served(app) as address:
            yield Office(app, address, ids)
    finally:
        close_app(app)


def lines() -> list[tuple[str, str, str]]:
    return [tuple(line.split()) for line in TABLE.strip().splitlines()]  # type: ignore[misc]


def test_every_page_is_in_the_table(office: Office) -> None:
    adapter = office.app.url_map.bind("localhost")
    named = {adapter.match(path.format(**office.ids).partition("?")[0])[0] for _, _, path in lines()}
    asked = {rule.endpoint for rule in office.app.url_map.iter_rules() if "GET" in (rule.methods or ())}

    assert {one for one in asked - named if not one.startswith("api.")} == NO_PAGES | ELSEWHERE


@pytest.mark.parametrize("login", sorted({login for login, _, _ in lines()}))
@pytest.mark.parametrize("width", SIZES)
def test_every_page_is_fit_to_be_seen(browser: Browser, office: Office, login: str, width: int, samples: Path) -> None:
    visitor = Visitor(browser, office.address, width)
    if login != "-":
        visitor.log_in(login, PASSWORD)
    for who, name, path in lines():
        if who == login:
            visitor.go(path.format(**office.ids))
            visitor.shows(name)
    if login == "clerk":
        send_book(visitor)
        visitor.shows("so-xem-truoc")
    if login == "office":
        add_document(visitor, samples / "superior" / "CT-12-UBND.docx")
        visitor.shows("kho-da-them")
    visitor.leave()


def send_book(clerk: Visitor) -> None:
    """A register from a file, with what has to be looked at."""
    book = (
        "Số, ký hiệu;Ngày tháng;Tên loại và trích yếu;Người ký\n"
        "991/KH-UBND;32/13/2026;Kế hoạch tiêm phòng;Nguyễn Văn Chủ\n"
        "992/BC-UBND;05/01/2026;Báo cáo kết quả tiêm phòng;Nguyễn Văn Chủ\n"
    )
    clerk.go("/so-van-ban/nhap")
    file = {"name": "so-di.csv", "mimeType": "text/csv", "buffer": book.encode()}
    clerk.page.locator("input[type=file]").set_input_files(file)  # type: ignore[arg-type]
    clerk.page.locator("main form button").first.click()
    clerk.title("Xem trước khi nhập")


def add_document(office: Visitor, file: Path) -> None:
    """Puts a document into the corpus, and waits until it is there."""
    office.go("/kho/them")
    office.page.locator("input[type=file]").set_input_files(file)
    office.press("Thêm vào kho")
    office.title("Kết quả thêm văn bản")


def test_reading_uploading_ignoring_deciding_need_no_script(browser: Browser, office: Office, samples: Path) -> None:
    drafter = Visitor(browser, office.address, script=False)
    drafter.log_in("stranger", PASSWORD)
    drafter.page.get_by_label("Chọn tệp văn bản để kiểm tra").set_input_files(
        samples / "drafts" / "2-sao-chep-nguyen-van.docx"
    )
    drafter.press("Tải lên và kiểm tra")
    expect(drafter.page.locator("#ten-ket-qua")).to_be_visible()
    id = re.search(r"/soan-thao/(\d+)", drafter.page.url)
    assert id

    before = drafter.page.locator(".finding:not(.passed)").count()
    first = drafter.page.locator(".finding").first
    first.get_by_text("Bỏ qua…").click()
    first.get_by_label("Lý do", exact=True).select_option("Kết quả sai")
    first.get_by_role("button", name="Bỏ qua chỗ này").click()
    drafter.reads("Đã bỏ qua. Muốn xem lại")
    expect(drafter.page.locator(".finding:not(.passed)")).to_have_count(before - 1)
    drafter.press("Trình văn phòng")
    drafter.reads("Đã trình.")
    drafter.leave()

    reviewer = Visitor(browser, office.address, script=False)
    reviewer.log_in("office", PASSWORD)
    reviewer.go(f"/duyet/{id[1]}")
    reviewer.press("Duyệt bản 1")
    reviewer.reads("Đã duyệt “")
    reviewer.leave()
