"""Which addresses may be asked: of the web only, and a private one only where it was listed."""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Callable, Iterable
from typing import TypeAlias
from urllib.parse import urljoin, urlsplit

from corpus.catalogue.parsing import MAX_URL, SCHEMES

Resolve: TypeAlias = Callable[[str], Iterable[str]]
"""A host's name to its numeric addresses. Raises OSError where it has none."""

DEFAULT_PORTS = {"http": 80, "https": 443}


def resolve_host(host: str) -> list[str]:
    """Return the numeric addresses of a host. Raise OSError where it has none."""
    return [str(entry[4][0]) for entry in socket.getaddrinfo(host, None)]


def origin_of(url: str) -> str:
    """Return scheme, host and port of an address: https://example.org:443."""
    parts = urlsplit(url)
    scheme = parts.scheme.lower()
    return f"{scheme}://{host_of(url)}:{parts.port or DEFAULT_PORTS[scheme]}"


def host_of(url: str) -> str:
    """Return the host of an address, in lower case, one of IPv6 in brackets."""
    host = (urlsplit(url).hostname or "").lower()
    return f"[{host}]" if ":" in host else host


def is_private(url: str, resolve: Resolve) -> bool:
    """Return whether any number of an address's host is not one of the public internet."""
    return any(not is_public(number) for number in resolve(host_of(url).strip("[]")))


def is_public(number: str) -> bool:
    """Return whether a numeric address is one of the public internet."""
    address = ipaddress.ip_address(number.partition("%")[0])
    mapped = getattr(address, "ipv4_mapped", None)
    return (mapped or address).is_global and not address.is_multicast


def follow(url: str, location: str) -> str | None:
    """Return the address that a redirect leads to; None where it is none of the web."""
    try:
        target = urljoin(url, location.strip())
        parts = urlsplit(target)
        is_web = parts.scheme.lower() in SCHEMES and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return None
    return target if is_web and len(target) <= MAX_URL else None
