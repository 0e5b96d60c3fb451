"""The web application in a real browser: a server, visitors at computers of their own, what must hold on every page."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from itertools import count
from pathlib import Path
from threading import Thread
from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe
from flask import Flask
from PIL import Image
from playwright.sync_api import Browser, BrowserContext, Page, expect
from waitress import create_server

SCREENS = Path(__file__).parents[2] / "build" / "screens"
"""Where pictures of the pages are kept."""
SIZES = {1366: 768, 390: 844}
"""Heights by width: an office PC, a telephone."""
PATIENCE = 60_000
"""Milliseconds until something that should come is held missing, on a machine that does much else."""
_GUIDE = os.environ.get("DRAFTER_GUIDE")
"""The folder for the pictures of docs/huong-dan-su-dung.md, where they are to be made."""
_ADDRESSES = count(1)
_axe = Axe()
expect.set_options(timeout=PATIENCE)


@contextmanager
def served(app: Flask) -> Iterator[str]:
    """The address at which the production server gives the application."""
    trusted = {"trusted_proxy": "127.0.0.1", "trusted_proxy_headers": "x-forwarded-for"}
    server = create_server(app, host="127.0.0.1", port=0, threads=8, **trusted)
    worker = Thread(target=server.run)
    worker.start()
    yield f"http://127.0.0.1:{server.effective_port}"
    # In the server's own thread, which waits for all of its connections to be closed.
    server.trigger.pull_trigger(server.close)
    worker.join()
    server.task_dispatcher.shutdown()


class Visitor:
    """Somebody at a browser of their own, and all that this browser complained of."""

    def __init__(self, browser: Browser, address: str, width: int = 1366, *, script: bool = True) -> None:
        self.address, self.width = address, width
        nth = next(_ADDRESSES)
        self.context: BrowserContext = browser.new_context(
            base_url=address,
            locale="vi-VN",
            viewport={"width": width, "height": SIZES[width]},
            java_script_enabled=script,
            # A computer of one's own: how often one may log in is counted by it.
            extra_http_headers={"X-Forwarded-For": f"10.1.{nth // 250}.{nth % 250 + 1}"},
        )
        self.context.set_default_timeout(PATIENCE)
        self.faults: list[str] = []
        self.context.on("console", lambda said: self._said(said.type, said.text))
        self.context.on("weberror", lambda error: self.faults.append(f"script: {error.error}"))
        self.context.on("request", lambda request: self._asked(request.url))
        self.context.on("response", lambda answer: self._answered(answer.status, answer.url))
        self.page: Page = self.context.new_page()

    def go(self, path: str) -> None:
        self.page.goto(path)

    def log_in(self, login: str, password: str) -> None:
        self.go("/dang-nhap")
        self.page.get_by_label("Tên đăng nhập").fill(login)
        self.page.get_by_label("Mật khẩu").fill(password)
        self.press("Đăng nhập")
        expect(self.page.get_by_role("button", name="Đăng xuất")).to_be_visible()

    def press(self, words: str) -> None:
        """Presses the only button of this name."""
        self.page.get_by_role("button", name=words, exact=True).click()

    def reads(self, words: str) -> None:
        """Waits until the page says something."""
        expect(self.page.locator("main")).to_contain_text(words)

    def title(self, words: str) -> None:
        """Waits until the page's heading says something."""
        expect(self.page.locator("h1")).to_contain_text(words)

    def shows(self, name: str, *, guide: bool = False) -> None:
        """Looks at the page as everybody must be able to; keeps a picture, and one for the guide if that is made."""
        self.page.screenshot(path=SCREENS / f"{name}-{self.width}.png", full_page=True)
        if guide and _GUIDE and self.width == 1366:
            picture = Image.open(BytesIO(self.page.screenshot())).quantize(128)
            picture.save(Path(_GUIDE) / f"{name}.png", optimize=True)
        drawn, seen = self.page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
        if drawn > seen:
            self.faults.append(f"{name} at {self.width} pixels is {drawn} wide")
        found = _axe.run(self.page)
        if found.violations_count:
            self.faults.append(f"{name} at {self.width} pixels: {found.generate_report()}")

    def leave(self) -> None:
        """Closes the browser; nothing may have gone wrong in it."""
        self.context.close()
        assert not self.faults, "\n".join(self.faults)

    def _said(self, kind: str, text: str) -> None:
        if kind in ("error", "warning"):
            self.faults.append(f"{kind}: {text}")

    def _asked(self, url: str) -> None:
        if urlsplit(url).scheme not in ("data", "blob") and not url.startswith(f"{self.address}/"):
            self.faults.append(f"asks elsewhere: {url}")

    def _answered(self, status: int, url: str) -> None:
        if status >= 400:
            self.faults.append(f"{status}: {url}")
