"""A reader of the site, on a phone or a desk, in the light or in the dark, with scripts or without."""

from datetime import date, datetime, time
from typing import Literal

from playwright.sync_api import Browser, Page, Request

Scheme = Literal["light", "dark"]


class Visitor:
    """Opens pages of the site as different readers do, and notes what they load from elsewhere."""

    def __init__(self, browser: Browser, address: str) -> None:
        self.browser = browser
        self.address = address
        self.elsewhere: list[str] = []
        self.errors: list[str] = []
        self.pages: list[Page] = []

    def open(
        self,
        path: str,
        width: int = 1280,
        scheme: Scheme = "light",
        *,
        scripts: bool = True,
        today: date | None = None,
    ) -> Page:
        """Open a page in a window of its own, on a day of its own if one is given."""
        context = self.browser.new_context(
            viewport={"width": width, "height": 800}, color_scheme=scheme, java_script_enabled=scripts
        )
        page = context.new_page()
        if today:
            page.clock.set_fixed_time(datetime.combine(today, time(12)))
        self.pages.append(page)
        page.on("request", self._note)
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        response = page.goto(self.address + path, wait_until="load")
        assert response is not None
        assert response.status == 200, path
        return page

    def _note(self, request: Request) -> None:
        if not request.url.startswith((self.address, "data:", "blob:")):
            self.elsewhere.append(request.url)

    def close(self) -> None:
        """Close all windows."""
        for page in self.pages:
            page.context.close()
