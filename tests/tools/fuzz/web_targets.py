"""Fuzz targets for the service: addresses, and bytes over the wire."""

import json
import socket
from contextlib import ExitStack
from urllib.parse import quote, urlsplit

from tests.reliability.worlds import make_index
from tests.tools.fuzz.target import Target
from tests.web.serving import serving
from web import create_app

NO_LIMIT = {"heavy_rate": ""}
PATHS = (
    b"/api/search?q=plans&grade=good&since=2018&page=2",
    b"/?q=%22not+yet%22&unit=reports&once=1",
    b"/api/wording/concordance?q=plan&order=left&inflected=1&page=3",
    b"/search.csv?q=lap",
    b"/report/ash/p1?q=lap",
    b"/wording/compare?q=plan&other=care",
    b"/authority/Ash",
    b"/authority?name=hull&page=1",
    b"/authorities?region=London&letter=a",
)


class AddressTarget(Target):
    """Any address is answered, and never by an error of ours."""

    seeds = PATHS

    def __init__(self, folder):
        super().__init__(folder)
        make_index(self.folder / "data")
        app = create_app({"data": str(self.folder / "data"), **NO_LIMIT})
        app.config["PROPAGATE_EXCEPTIONS"] = True
        self.client = app.test_client()

    def check(self, data):
        path, _, query = data.partition(b"?")
        address = "/" + quote(path.lstrip(b"/"), safe="/") + "?" + quote(query, safe="=&%+")
        response = self.client.get(address)
        assert response.status_code < 500, (address, response.status_code)
        if response.status_code == 200 and response.mimetype == "application/json":
            json.loads(response.data)


class WireTarget(Target):
    """Whatever bytes come over the wire, the server answers the next client.

    The server is a process of its own, which ends with this one.
    """

    seeds = (
        *(b"GET " + path + b" HTTP/1.1\r\nHost: localhost\r\n\r\n" for path in PATHS[:3]),
        b"POST /api/wording/draft HTTP/1.1\r\nHost: localhost\r\nContent-Length: 18\r\n\r\n"
        b'{"draft": "plans"}',
        b"POST /wording/draft HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n"
        b"Content-Type: application/x-www-form-urlencoded\r\n\r\n7\r\ndraft=a\r\n0\r\n\r\n",
    )

    def __init__(self, folder):
        super().__init__(folder)
        make_index(self.folder / "data")
        self.resources = ExitStack()
        log = self.resources.enter_context((self.folder / "log").open("w"))
        server = serving(self.folder / "data", log=log, **NO_LIMIT)
        address, _ = self.resources.enter_context(server)
        self.address = urlsplit(address).hostname, urlsplit(address).port

    def close(self):
        """End the server."""
        self.resources.close()

    def check(self, data):
        answer = self.send(data)
        assert b" 500 " not in answer.partition(b"\r\n")[0], answer[:500]
        request = b"GET /health HTTP/1.0\r\nHost: localhost\r\n\r\n"
        health = self.send(request, is_whole=True)
        assert b" 200 " in health.partition(b"\r\n")[0], health[:200]

    def send(self, data, is_whole=False):
        """Send bytes, and return all that the server answers; nothing more follows bytes that may
        not be a whole request.
        """
        with socket.create_connection(self.address, 10) as client:
            answer = b""
            try:
                client.sendall(data)
                if not is_whole:
                    client.shutdown(socket.SHUT_WR)
                while part := client.recv(65_536):
                    answer += part
            except ConnectionError:
                pass
            return answer
