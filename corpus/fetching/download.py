"""Download one address into a part file: resumed after a break, repeated while it may succeed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timezone
from email.utils import parsedate_to_datetime
from http import HTTPStatus

import httpx

from corpus.errors import CorpusError, Refused
from corpus.fetching.client import CHECK_LINK, LATER, PoliteClient, describe
from corpus.fetching.parts import PartFile, Validators

MAY_SUCCEED_LATER = {408, 425, 429, 500, 502, 503, 504}
CONTENT_RANGE = re.compile(r"bytes (\d+)-\d+/(?:\d+|\*)")
OK, PARTIAL, NOT_MODIFIED, RANGE_NOT_SATISFIABLE = 200, 206, 304, 416


@dataclass(frozen=True, slots=True)
class Download:
    """A finished download: `is_changed` is false where the server has what is there already."""

    is_changed: bool
    validators: Validators


class TryAgain(CorpusError):
    """An attempt failed for a `cause` that may pass; the server asked to `wait` so many seconds."""

    def __init__(self, cause: str, wait: float = 0.0) -> None:
        super().__init__(cause)
        self.cause, self.wait = cause, wait


def download(
    client: PoliteClient, url: str, part: PartFile, known: Validators | None = None
) -> Download:
    """Download an address into `part`, only where it has another content than `known`.

    Raise Refused where it cannot be had; what came of it is kept, where it can be resumed.
    """
    limits = client.limits
    wait = limits.back_off
    attempt = 0
    while True:
        attempt += 1
        try:
            return attempt_download(client, url, part, known)
        except (TryAgain, httpx.HTTPError) as error:
            asked = error.wait if isinstance(error, TryAgain) else 0.0
            cause = error.cause if isinstance(error, TryAgain) else describe(error)
            if asked > limits.max_wait:
                cause += f", and its server asks to be left alone for {asked:,.0f} seconds"
                client.leave_alone(url, cause)
                raise Refused(url, cause, LATER) from error
            if attempt >= limits.attempts:
                raise Refused(url, f"{cause}, {attempt} times", LATER) from error
            client.sleep(max(wait, asked))
            wait *= 2


def attempt_download(
    client: PoliteClient, url: str, part: PartFile, known: Validators | None
) -> Download:
    """Download an address, or the rest of it, once. Raise TryAgain, Refused, httpx.HTTPError."""
    conditions = part.resume_headers() or (known.headers_if_changed() if known else {})
    with client.get(url, conditions) as response:
        status = response.status_code
        if status == NOT_MODIFIED and known and "Range" not in conditions:
            return Download(False, known)
        if status == RANGE_NOT_SATISFIABLE:
            part.discard()
            raise TryAgain("its content is no longer the one that was begun")
        if status in MAY_SUCCEED_LATER:
            raise TryAgain(f"is answered {name_status(status)}", read_retry_after(response))
        if status not in (OK, PARTIAL):
            raise Refused(url, f"is answered {name_status(status)}", CHECK_LINK)
        is_rest = status == PARTIAL and begins_at(response.headers) == part.size > 0
        if status == PARTIAL and not is_rest:
            part.discard()
            raise TryAgain("answers with another part than the one asked for")
        validators = Validators(response.headers.get("etag"), response.headers.get("last-modified"))
        write_body(client, url, response, part, validators, is_rest)
    return Download(True, validators)


def write_body(
    client: PoliteClient,
    url: str,
    response: httpx.Response,
    part: PartFile,
    validators: Validators,
    is_rest: bool,
) -> None:
    """Write a body as it comes. Raise Refused where it is too large or too slow."""
    limits = client.limits
    size = part.size if is_rest else 0
    announced = response.headers.get("content-length", "")
    if announced.isdigit() and size + int(announced) > limits.max_bytes:
        part.discard()
        raise too_large(url, limits.max_bytes)
    until = client.clock() + limits.total
    with part.writing(validators, is_rest) as file:
        for chunk in response.iter_bytes():
            size += len(chunk)
            if size > limits.max_bytes:
                file.close()
                part.discard()
                raise too_large(url, limits.max_bytes)
            file.write(chunk)
            if client.clock() > until:
                file.flush()
                raise Refused(url, f"takes longer than {limits.total:g} seconds to download", LATER)


def too_large(url: str, max_bytes: int) -> Refused:
    """Return the refusal of a body beyond the bound."""
    cause = f"is larger than {max_bytes / (1 << 20):g} MB, which no report is"
    return Refused(url, cause, CHECK_LINK)


def begins_at(headers: Mapping[str, str]) -> int | None:
    """Return the first byte of a part, by its Content-Range; None where that says nothing."""
    match = CONTENT_RANGE.fullmatch(headers.get("content-range", "").strip().lower())
    return int(match[1]) if match else None


def read_retry_after(response: httpx.Response) -> float:
    """Return the seconds that a server asks to wait, 0 where it does not ask."""
    text = response.headers.get("retry-after", "").strip()
    if text.isdigit():
        return float(text)
    try:
        day = parsedate_to_datetime(text)
    except ValueError:
        return 0.0
    aware = day if day.tzinfo else day.replace(tzinfo=timezone.utc)
    return max(0.0, (aware - datetime.now(timezone.utc)).total_seconds())


def name_status(status: int) -> str:
    """Return a status of HTTP with its name: 404 Not Found."""
    try:
        return f"{status} {HTTPStatus(status).phrase}"
    except ValueError:
        return str(status)
