import httpx
import pytest

from corpus.errors import Refused
from corpus.fetching.download import Download, download, name_status, read_retry_after
from corpus.fetching.parts import PartFile, Validators
from tests.corpus.fetching.servers import PDF, Reply, ranged

KNOWN = Validators('"1"', "Mon, 05 Jan 2026 10:00:00 GMT")


@pytest.fixture
def part(tmp_path):
    return PartFile(tmp_path, "report.pdf")


@pytest.fixture
def fetch(serve, client, part):
    """Serve some replies at /r and download it; return the Site and the outcome."""

    def with_replies(replies, known=None, **limits):
        site = serve({"/r": replies})
        try:
            return site, download(client(**limits), f"{site.url}/r", part, known)
        except Refused as refusal:
            return site, refusal

    return with_replies


def test_a_file_is_downloaded_with_what_tells_its_content_from_others(fetch, part):
    known = {"ETag": KNOWN.etag, "Last-Modified": KNOWN.last_modified}
    site, outcome = fetch([Reply(headers=known)])
    assert outcome == Download(True, KNOWN)
    assert part.path.read_bytes() == PDF
    headers = site.headers()
    assert headers["user-agent"].startswith("evidence-search/")
    assert headers["accept-encoding"] == "identity"
    assert "range" not in headers


def test_what_has_not_changed_is_not_sent_again(fetch, part):
    site, outcome = fetch([Reply(304, b"")], known=KNOWN)
    assert outcome == Download(False, KNOWN)
    assert part.size == 0
    assert site.headers()["if-none-match"] == '"1"'
    assert site.headers()["if-modified-since"] == KNOWN.last_modified


@pytest.mark.parametrize(
    ("etag", "headers", "named_by"),
    [
        ('"1"', {}, '"1"'),
        (None, {"Last-Modified": KNOWN.last_modified}, KNOWN.last_modified),
        ('W/"1"', {"Last-Modified": KNOWN.last_modified}, KNOWN.last_modified),
    ],
)
def test_half_a_file_is_resumed_where_it_broke_off(fetch, part, time, etag, headers, named_by):
    site, outcome = fetch(ranged(first_sent=1000, etag=etag, **headers))
    assert isinstance(outcome, Download)
    assert part.path.read_bytes() == PDF
    assert site.headers()["range"] == "bytes=1000-"
    assert site.headers()["if-range"] == named_by
    assert time.slept == [2.0]


def test_half_a_file_of_unknown_content_is_begun_anew(fetch, part):
    site, outcome = fetch(ranged(first_sent=1000, etag=None))
    assert isinstance(outcome, Download)
    assert part.path.read_bytes() == PDF
    assert "range" not in site.headers()


def test_a_content_that_changed_meanwhile_is_begun_anew(serve, client, part):
    with part.writing(Validators('"old"'), resume=False) as file:
        file.write(b"old bytes")
    site = serve({"/r": ranged()})
    download(client(), f"{site.url}/r", part)
    assert site.headers()["range"] == "bytes=9-"
    assert part.path.read_bytes() == PDF


@pytest.mark.parametrize(
    "wrong",
    [
        Reply(416, b""),
        Reply(206, PDF[5:], {"Content-Range": f"bytes 5-{len(PDF) - 1}/{len(PDF)}"}),
        Reply(206, PDF[9:], {}),
    ],
)
def test_another_part_than_was_asked_for_is_begun_anew(serve, client, part, wrong):
    with part.writing(Validators('"1"'), resume=False) as file:
        file.write(PDF[:9])
    site = serve({"/r": [wrong, Reply()]})
    download(client(), f"{site.url}/r", part)
    assert part.path.read_bytes() == PDF


def test_a_file_that_always_breaks_off_is_refused_and_what_came_is_kept(fetch, part):
    site, refusal = fetch([Reply(headers={"ETag": '"1"'}, sent=1000)])
    assert isinstance(refusal, Refused)
    assert "3 times" in refusal.cause
    assert "run it again later" in refusal.remedy
    assert len(site.paths()) == 3
    assert part.size == 1000


@pytest.mark.parametrize("length", [len(PDF) + 100])
def test_a_wrong_length_is_a_file_that_breaks_off(fetch, length):
    _, refusal = fetch([Reply(length=length, sent=len(PDF))])
    assert isinstance(refusal, Refused)
    assert "3 times" in refusal.cause


@pytest.mark.parametrize("status", [408, 425, 429, 500, 502, 503, 504])
def test_what_may_pass_is_tried_again_after_twice_the_time(fetch, time, status):
    site, outcome = fetch([Reply(status, b""), Reply(status, b""), Reply()])
    assert isinstance(outcome, Download)
    assert time.slept == [2.0, 4.0]
    assert len(site.paths()) == 3


def test_a_server_is_given_the_time_that_it_asks_for(fetch, time):
    fetch([Reply(429, b"", {"Retry-After": "17"}), Reply()])
    assert time.slept == [17.0]


def test_a_server_that_asks_for_too_long_a_time_is_left_alone(serve, client, tmp_path, time):
    site = serve({"/a": [Reply(503, b"", {"Retry-After": "3600"})], "/b": [Reply()]})
    asked = client()
    for path in ("/a", "/b"):
        with pytest.raises(Refused, match="left alone for 3,600 seconds"):
            download(asked, f"{site.url}{path}", PartFile(tmp_path, "r"))
    assert site.paths() == ["/a"]
    assert time.slept == []


@pytest.mark.parametrize(
    ("status", "text"),
    [(404, "404 Not Found"), (410, "410 Gone"), (403, "403 Forbidden"), (204, "204 No Content"), (304, "304 Not Modified")],
)  # fmt: skip
def test_what_will_not_pass_is_refused_at_once(fetch, status, text):
    site, refusal = fetch([Reply(status, b"")])
    assert refusal.cause == f"is answered {text}"
    assert "check the link" in refusal.remedy
    assert len(site.paths()) == 1


@pytest.mark.parametrize("reply", [Reply(), Reply(length=""), Reply(length=10**12, sent=10)])
def test_a_file_beyond_the_bound_is_refused_and_not_kept(fetch, part, reply):
    _, refusal = fetch([reply], max_bytes=1000)
    assert "is larger than" in refusal.cause
    assert part.size == 0


def test_a_slow_file_is_refused_and_what_came_is_kept(fetch, part, trickle):
    trickle(1000, 400)
    _, refusal = fetch(ranged(), total=600.0)
    assert refusal.cause == "takes longer than 600 seconds to download"
    assert part.size == 2000
    assert part.resume_headers()["Range"] == "bytes=2000-"


def test_a_server_that_stops_sending_is_not_waited_for(serve, client, part):
    """It announces more than it sends, and keeps the connection open."""
    site = serve({"/r": [Reply(length=len(PDF) + 10)]})
    with pytest.raises(Refused, match="timed out, 1 times"):
        download(client(read=0.2, attempts=1), f"{site.url}/r", part)


@pytest.mark.parametrize(
    ("text", "seconds"),
    [("", 0), ("17", 17), ("soon", 0), ("-5", 0), ("Mon, 05 Jan 2015 10:00:00 GMT", 0)],
)
def test_retry_after_is_read_as_seconds_or_a_date(text, seconds):
    assert read_retry_after(httpx.Response(503, headers={"Retry-After": text})) == seconds
    later = httpx.Response(503, headers={"Retry-After": "Tue, 05 Jan 2100 10:00:00 -0000"})
    assert read_retry_after(later) > 1e9


def test_a_status_has_its_name():
    assert [name_status(status) for status in (404, 599)] == ["404 Not Found", "599"]
