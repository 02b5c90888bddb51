"""One polite client: robots.txt obeyed, a pause between requests to a host, redirects bounded."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any
from urllib.request import getproxies

import httpx
from protego import Protego

from corpus.errors import Refused
from corpus.fetching.addresses import (
    Resolve,
    follow,
    is_private,
    is_public,
    origin_of,
    resolve_host,
)
from corpus.fetching.limits import ROBOTS_NAME, USER_AGENT, FetchLimits

HEADERS = {
    "User-Agent": USER_AGENT,
    "Accept": "application/pdf, text/html;q=0.9, */*;q=0.8",
    "Accept-Encoding": "identity",  # so that lengths and ranges are those of the file
}
CHECK_LINK = "check the link in the catalogue"
LATER = "run it again later: what is there is kept"
TOO_MANY_REQUESTS = 429
CONNECTED = "connection.connect_tcp.complete"
"""What httpx tells a tracer when it has connected, before it sends anything."""


class PoliteClient:
    """Asks for addresses as a guest does. `clock` and `sleep` are in seconds.

    One request is made at a time. Use it as a context manager.
    """

    def __init__(
        self,
        limits: FetchLimits,
        *,
        resolve: Resolve = resolve_host,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self.limits, self.resolve, self.clock, self.sleep = limits, resolve, clock, sleep
        timeout = httpx.Timeout(limits.read, connect=limits.connect)
        self._client = httpx.Client(headers=HEADERS, timeout=timeout)
        self._robots: dict[str, Protego | Refused] = {}
        self._next_request: dict[str, float] = {}

    def __enter__(self) -> PoliteClient:
        return self

    def __exit__(self, *_: object) -> None:
        self._client.close()

    @contextmanager
    def get(self, url: str, headers: Mapping[str, str]) -> Iterator[httpx.Response]:
        """Yield the answer of a listed address, after its redirects; its body is not yet read.

        Raise Refused where robots.txt or the rules of redirects forbid it, and httpx.HTTPError.
        """
        current = url
        for _ in range(self.limits.max_redirects + 1):
            self._check_robots(current, url)
            with self._request(current, headers, url) as response:
                if current != url and (peer := response.extensions.get("network_stream")):
                    self._check_peer(url, current, peer)  # the connection may be an older one
                if not response.has_redirect_location:
                    yield response
                    return
                current = self._check_redirect(url, current, response.headers["location"])
        cause = f"leads on from address to address, more than {self.limits.max_redirects} times"
        raise Refused(url, cause, CHECK_LINK)

    def _check_redirect(self, listed: str, current: str, location: str) -> str:
        """Return where a redirect leads. Raise Refused where that is not to be followed."""
        target = follow(current, location)
        if target is None:
            cause = f"leads to what is no address of the web ({location[:100]})"
            raise Refused(listed, cause, CHECK_LINK)
        try:
            is_inward = is_private(target, self.resolve) and not is_private(listed, self.resolve)
        except (OSError, ValueError) as error:
            cause = f"leads to a host that is not known ({target[:100]})"
            raise Refused(listed, cause, CHECK_LINK) from error
        if is_inward:
            cause = f"leads from the internet to a private address ({target[:100]})"
            raise Refused(listed, cause, CHECK_LINK)
        return target

    def _check_peer(self, listed: str, current: str, connection: Any) -> None:
        """Raise Refused where a connection after a redirect is to a private address although its
        host's name was a public one: a name may lead elsewhere a moment later (DNS rebinding).
        """
        peer = connection.get_extra_info("server_addr")
        if not peer or getproxies() or is_private(listed, self.resolve):
            return  # of a proxy the address tells nothing
        if not is_public(str(peer[0])):
            cause = f"leads from the internet to a private address ({current[:100]})"
            raise Refused(listed, cause, CHECK_LINK)

    def _guard_connection(self, url: str, listed: str) -> Callable[[str, Mapping[str, Any]], None]:
        """Return what httpx is to call at each event of a request for an address to which the
        `listed` one led: it raises Refused where a connection is to a private address.
        """

        def check(event: str, details: Mapping[str, Any]) -> None:
            if event == CONNECTED and origin_of(url) != origin_of(listed):
                connection = details["return_value"]
                try:
                    self._check_peer(listed, url, connection)
                except Refused:
                    connection.close()
                    raise

        return check

    @contextmanager
    def _request(
        self, url: str, headers: Mapping[str, str], listed: str
    ) -> Iterator[httpx.Response]:
        """Yield the answer of an address to which the `listed` one led, once its host may be asked
        again. Raise Refused, before anything is sent, where the connection is to a private address.
        """
        origin = origin_of(url)
        if (wait := self._next_request.get(origin, 0.0) - self.clock()) > 0:
            self.sleep(wait)
        try:
            extensions = {"trace": self._guard_connection(url, listed)}
            with self._client.stream(
                "GET", url, headers=dict(headers), extensions=extensions
            ) as response:
                yield response
        except (httpx.InvalidURL, UnicodeError) as error:
            raise Refused(url, f"is no address that can be asked ({error})", CHECK_LINK) from error
        finally:
            self._next_request[origin] = self.clock() + self._pause(origin)

    def _pause(self, origin: str) -> float:
        robots = self._robots.get(origin)
        asked = robots.crawl_delay(ROBOTS_NAME) if isinstance(robots, Protego) else None
        return max(self.limits.pause, min(float(asked or 0), self.limits.max_pause))

    def _check_robots(self, url: str, listed: str) -> None:
        """Raise Refused where the robots.txt of a host forbids an address, or cannot be read.

        The `listed` address led to it.
        """
        origin = origin_of(url)
        if origin not in self._robots:
            self._robots[origin] = self._read_robots(origin, listed)
        robots = self._robots[origin]
        if isinstance(robots, Refused):
            raise Refused(url, robots.cause, robots.remedy)
        if not robots.can_fetch(url, ROBOTS_NAME):
            cause = "must not be fetched by programs: robots.txt says so"
            raise Refused(url, cause, "download it with a browser, or ask its publisher")

    def _read_robots(self, origin: str, listed: str) -> Protego | Refused:
        """Return the robots.txt of a host; one that is missing forbids nothing (RFC 9309).

        Return why nothing there may be fetched where the server fails to give it.
        """
        cause = ""
        for attempt in range(self.limits.attempts):
            if attempt:
                self.sleep(self.limits.back_off * 2 ** (attempt - 1))
            try:
                robots = self._ask_for_robots(origin, listed)
                if robots is not None:
                    return robots
                cause = "is of a host whose robots.txt cannot be read"
            except httpx.HTTPError as error:
                cause = f"is of a host that does not answer ({describe(error)})"
            except Refused as refusal:
                return refusal
        return Refused(origin, cause, LATER)

    def _ask_for_robots(self, origin: str, listed: str) -> Protego | None:
        """Return the robots.txt of a host; None where the server fails, which may pass."""
        url = f"{origin}/robots.txt"
        for _ in range(self.limits.max_redirects + 1):
            with self._request(url, {}, listed) as response:
                if response.is_success:
                    return Protego.parse(self._read_start(response))
                if response.is_server_error or response.status_code == TOO_MANY_REQUESTS:
                    return None
                if not response.has_redirect_location:
                    break
                url = self._check_redirect(origin, url, response.headers["location"])
        return Protego.parse("")

    def leave_alone(self, url: str, cause: str) -> None:
        """Ask the host of an address for nothing more."""
        origin = origin_of(url)
        self._robots[origin] = Refused(origin, cause, LATER)

    def _read_start(self, response: httpx.Response) -> str:
        """Return the first part of a body as text."""
        data, end = bytearray(), self.clock() + self.limits.robots
        for chunk in response.iter_bytes():
            if self.clock() > end:
                raise httpx.ReadTimeout(f"its robots.txt took over {self.limits.robots:g} seconds")
            data += chunk
            if len(data) >= self.limits.max_robots_bytes:
                break
        return bytes(data[: self.limits.max_robots_bytes]).decode("utf-8", "replace")


def describe(error: Exception) -> str:
    """Return what went wrong on the way, in a few words."""
    return " ".join(str(error).split())[:200] or type(error).__name__
