"""What the page's script does with a file, in a real browser."""

from pathlib import Path

import pytest
from clients import PASSWORD
from flask import Flask
from uploads import fresh

pytestmark = pytest.mark.browser
pytest.importorskip("playwright")
pytest.importorskip("axe_playwright_python")

from browsing import Visitor, served  # noqa: E402
from playwright.sync_api import Browser  # noqa: E402

DRAFT = "1-khong-sao-chep.docx"


def test_a_file_that_is_too_large_is_told_of_before_it_is_sent(browser: Browser, app: Flask, tmp_path: Path) -> None:
    large = tmp_path / "lon.docx"
    with large.open("wb") as file:
        file.truncate(51 * 2**20)

    with served(app) as address:
        visitor = Visitor(browser, address)
        visitor.log_in("drafter", PASSWORD)
        chosen = visitor.page.locator("input[type=file]")
        chosen.set_input_files(large)
        told = chosen.evaluate("input => input.validationMessage")
        chosen.set_input_files([])
        after = chosen.evaluate("input => input.validity.customError")
        visitor.leave()

    assert told == "Tệp lớn quá 50 MB; hãy giảm dung lượng ảnh hoặc tách tệp rồi gửi lại."
    assert after is False


def test_what_is_said_of_a_file_is_read_on_the_page_it_leads_to(
    browser: Browser, app: Flask, samples: Path, tmp_path: Path
) -> None:
    draft = tmp_path / "du-thao.docx"
    draft.write_bytes(fresh(samples / "drafts" / DRAFT))

    with served(app) as address:
        visitor = Visitor(browser, address)
        visitor.log_in("drafter", PASSWORD)
        visitor.page.locator("input[type=file]").set_input_files(draft)
        visitor.press("Tải lên và kiểm tra")
        visitor.reads("Các bản đã có (1)")
        page = visitor.page.url
        visitor.page.get_by_text("Tải lên bản mới…").click()
        form = visitor.page.locator("form.checking[enctype]")
        form.locator("input[type=file]").set_input_files(draft)
        form.locator("button").click()
        visitor.reads("Tệp này giống hệt bản 1 nên không thêm bản mới.")

        assert visitor.page.url == page
        visitor.leave()
