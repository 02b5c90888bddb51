"""Host names in any case: `LocalHost` and `localhost.` are names of the host `localhost`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment


def normalize_host(application: WSGIApplication) -> WSGIApplication:
    """Return the application behind a layer that writes the name of the host as settings do.

    Werkzeug compares names letter by letter.
    """

    def normalized(environ: WSGIEnvironment, start: StartResponse) -> Iterable[bytes]:
        if "HTTP_HOST" in environ:
            environ["HTTP_HOST"] = normal_name(environ["HTTP_HOST"])
        return application(environ, start)

    return normalized


def normal_name(host: str) -> str:
    """Return `host` or `host:port` in lower case, without the dot that ends a full name."""
    name, colon, port = host.lower().partition(":")
    return name.removesuffix(".") + colon + port


def trusted_hosts(setting: str) -> list[str]:
    """Return the names of the setting `hosts`, written as those of requests are."""
    return [normal_name(host) for host in setting.split()]
