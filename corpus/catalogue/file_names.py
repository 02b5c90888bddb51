"""The name of the file that the report at an address of the web has, on any system."""

from __future__ import annotations

import hashlib
import re
from pathlib import PurePath
from urllib.parse import unquote, urlsplit

UNSAFE = re.compile(r"[^\w.()\- ]+")
RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)
MAX_NAME = 120
HASH_DIGITS = 8
DOCUMENT_SUFFIXES = (".pdf", ".docx", ".doc", ".html", ".htm", ".txt", ".md")


def safe_name(name: str) -> str:
    """Return a name that every system takes for a plain file: not hidden, reserved or long."""
    plain = UNSAFE.sub("-", name).strip(" .-")[:MAX_NAME].rstrip(" .-")
    return f"report-{plain}".rstrip("-") if not plain or RESERVED.fullmatch(plain) else plain


def url_name(url: str) -> str:
    """Return the last part of an address's path as a safe name; that of its host without one."""
    parts = urlsplit(url)
    segments = [segment for segment in parts.path.split("/") if segment]
    return safe_name(unquote(segments[-1] if segments else parts.hostname or ""))


def unique_url_name(url: str) -> str:
    """Return the name of an address with digits of its hash, for one that shares its plain name."""
    digits = hashlib.sha256(url.encode()).hexdigest()[:HASH_DIGITS]
    stem, suffix = split_suffix(url_name(url))
    return f"{stem}-{digits}{suffix}"


def split_suffix(name: str) -> tuple[str, str]:
    """Return a name without the suffix of a document, and that suffix, which may be empty."""
    suffix = PurePath(name).suffix
    if suffix.lower() not in DOCUMENT_SUFFIXES:
        return name, ""
    return name.removesuffix(suffix), suffix


def name_key(name: str) -> str:
    """Return what two names of one document share: letters in any case, and any suffix."""
    return split_suffix(name)[0].casefold()
