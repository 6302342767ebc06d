"""Fetches from the web: politely, within bounds of time and size, and never anything but http and https."""

import json
import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from types import TracebackType
from typing import Any, NamedTuple, Self

import httpx

_OK = 200
_GONE = frozenset({404, 410})
_BUSY = 429
_BROKEN = 500
_REDIRECTS = 5


class UnreachableError(Exception):
    """Nothing usable came back; the message says from where and why, in one line."""

    def __init__(self, url: str, reason: str) -> None:
        super().__init__(f"{httpx.URL(url).host if _is_web(url) else url} {reason}")


class NotFoundError(Exception):
    """The place was reached and does not know what was asked for."""


@dataclass(frozen=True, slots=True)
class Manners:
    """How to behave towards other people's servers."""

    agent: str
    """Who asks, as servers write it into their logs: program, version, address of the book."""
    timeout: float = 20
    """Seconds that one answer may take, from the first byte sent to the last received."""
    tries: int = 3
    """How often to ask before giving up, where asking again may help."""
    pause: float = 0.5
    """Seconds before the second try; twice as many before the third."""
    patience: float = 30
    """The most seconds to wait where a server says how long."""
    most_bytes: int = 4 * 1024 * 1024
    """Longer answers are not read to their end."""


class Page(NamedTuple):
    """An answer."""

    url: str
    """Where it came from in the end, after redirects."""
    text: str


class _AgainError(Exception):
    """Asking again may help."""

    def __init__(self, reason: str, wait: float | None = None) -> None:
        super().__init__(reason)
        self.wait = wait


class Web:
    """A way to the web; close it after use, or use it in a `with`."""

    def __init__(self, manners: Manners) -> None:
        self._manners = manners
        headers = {"User-Agent": manners.agent, "Accept-Encoding": "identity"}
        self._client = httpx.Client(
            headers=headers, timeout=manners.timeout, follow_redirects=True, max_redirects=_REDIRECTS
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, _type: type[BaseException] | None, _value: object, _trace: TracebackType | None) -> None:
        self._client.close()

    def fetch_json(self, url: str, query: Mapping[str, str] | None = None) -> Mapping[str, Any]:
        """Fetch a group of keys and values.

        Raises:
            NotFoundError: There is no such thing.
            UnreachableError: No usable answer came.

        """
        page = self.fetch(url, query)
        try:
            answer = json.loads(page.text)
        except (ValueError, RecursionError):
            answer = None
        if not isinstance(answer, dict):
            raise UnreachableError(url, "answered with something else than data")
        return answer

    def fetch(self, url: str, query: Mapping[str, str] | None = None) -> Page:
        """Fetch a text, asking again where that may help.

        Raises:
            NotFoundError: There is no such thing.
            UnreachableError: No usable answer came.

        """
        if not _is_web(url):
            raise UnreachableError(url, "is no web address")
        pause = self._manners.pause
        for left in reversed(range(self._manners.tries)):
            try:
                return self._once(url, query)
            except _AgainError as again:
                wait = pause if again.wait is None else again.wait
                if not left or wait > self._manners.patience:
                    raise UnreachableError(url, str(again)) from again
                time.sleep(wait)
                pause *= 2
        raise UnreachableError(url, "was not asked")

    def _once(self, url: str, query: Mapping[str, str] | None) -> Page:
        try:
            with self._client.stream("GET", url, params=query) as answer:
                _look_at(answer, url)
                return Page(str(answer.url), self._text(answer, url))
        except httpx.TimeoutException as error:
            raise _AgainError(f"did not answer within {self._manners.timeout:g} seconds") from error
        except (httpx.UnsupportedProtocol, httpx.TooManyRedirects, httpx.DecodingError) as error:
            raise UnreachableError(url, "leads round in circles or to no web page") from error
        except httpx.TransportError as error:
            raise _AgainError(f"could not be reached ({type(error).__name__})") from error
        except (httpx.InvalidURL, UnicodeError) as error:
            raise UnreachableError("this", "is no web address") from error

    def _text(self, answer: httpx.Response, url: str) -> str:
        """Read an answer as long as it is neither too long nor too slow."""
        end = time.monotonic() + self._manners.timeout
        data = bytearray()
        for chunk in answer.iter_bytes():
            data += chunk
            if len(data) > self._manners.most_bytes:
                raise UnreachableError(url, f"sent more than {self._manners.most_bytes // 1024} KB")
            if time.monotonic() > end:
                raise UnreachableError(url, f"was not done after {self._manners.timeout:g} seconds")
        try:
            return data.decode(answer.charset_encoding or "utf-8", errors="replace")
        except LookupError:
            return data.decode(errors="replace")


def _is_web(url: str) -> bool:
    return url.startswith(("https://", "http://"))


def _look_at(answer: httpx.Response, url: str) -> None:
    """Pass over what is well, and say what is not."""
    status = answer.status_code
    if status in _GONE:
        raise NotFoundError(f"{answer.url.host} does not know it")
    if status == _BUSY or status >= _BROKEN:
        wait = _seconds(answer.headers.get("Retry-After", ""))
        asks = f" and asks to wait {wait:.0f} seconds" if wait else ""
        raise _AgainError(f"is too busy or broken (status {status}){asks}", wait)
    if status != _OK:
        raise UnreachableError(url, f"refused to answer (status {status})")


def _seconds(header: str) -> float | None:
    """Read how long a server asks to wait: seconds, or a time; None where it does not say."""
    if header.isascii() and header.isdigit():
        return float(header)
    try:
        return max(0.0, (parsedate_to_datetime(header) - datetime.now(tz=UTC)).total_seconds())
    except (TypeError, ValueError):
        return None
