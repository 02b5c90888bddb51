"""A server of the test's own on loopback, which answers as a script says and notes what is asked."""

from __future__ import annotations

import threading
from collections import defaultdict
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

PDF = b"%PDF-1.7\n" + bytes(range(256)) * 40 + b"\n%%EOF\n"


@dataclass(frozen=True)
class Reply:
    """One answer. `length` is what it announces, None for what the body has, "" for nothing;
    `sent` are the bytes of the body that are sent before the connection is closed.
    """

    status: int = 200
    body: bytes = PDF
    headers: dict = field(default_factory=dict)
    length: object = None
    sent: int | None = None


@dataclass
class Site:
    """What the server answers: for each path its replies, the last one again and again.

    `asked` are the paths of the requests, in order, with their headers; robots.txt allows all
    unless it has replies.
    """

    url: str = ""
    replies: dict = field(default_factory=dict)
    asked: list = field(default_factory=list)

    def paths(self):
        return [path for path, _ in self.asked if path != "/robots.txt"]

    def headers(self, number=-1):
        return [headers for path, headers in self.asked if path != "/robots.txt"][number]


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        site, turns = self.server.site, self.server.turns
        site.asked.append((self.path, {k.lower(): v for k, v in self.headers.items()}))
        default = [Reply(404, b"")]
        replies = site.replies.get(self.path, default)
        if callable(replies):
            reply = replies(self.headers)
        else:
            reply = replies[min(turns[self.path], len(replies) - 1)]
        turns[self.path] += 1
        self.send_response(reply.status)
        for name, value in reply.headers.items():
            self.send_header(name, value)
        length = len(reply.body) if reply.length is None else reply.length
        if length != "" and reply.status != 304:
            self.send_header("Content-Length", str(length))
        if length == "" or reply.sent is not None:
            self.send_header("Connection", "close")
            self.close_connection = True
        self.end_headers()
        self.wfile.write(reply.body[: reply.sent] if reply.sent is not None else reply.body)

    def log_message(self, *_):
        pass


@contextmanager
def site_with(replies):
    """Yield a Site that is served until the end."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.site = Site(f"http://127.0.0.1:{server.server_address[1]}", replies)
    server.turns = defaultdict(int)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield server.site
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def ranged(body=PDF, first_sent=None, etag='"1"', **headers):
    """Replies of a server that keeps to Range and If-Range; the first whole answer breaks off."""
    broke = []

    def reply(asked):
        known = {"ETag": etag, **headers} if etag else headers
        wanted = asked.get("Range")
        if wanted and asked.get("If-Range") in (etag, headers.get("Last-Modified")):
            start = int(wanted.removeprefix("bytes=").removesuffix("-"))
            area = {"Content-Range": f"bytes {start}-{len(body) - 1}/{len(body)}"}
            return Reply(206, body[start:], {**known, **area})
        if first_sent is not None and not broke:
            broke.append(True)
            return Reply(200, body, known, sent=first_sent)
        return Reply(200, body, known)

    return reply
