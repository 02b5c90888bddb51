import pytest

from corpus.errors import Refused
from tests.corpus.fetching.servers import Reply


def ask(client, url):
    with client.get(url, {}) as response:
        response.read()
        return response.status_code, str(response.url)


def moved(*targets):
    return [Reply(302, b"", {"Location": target}) for target in targets]


def test_redirects_are_followed(serve, client):
    site = serve({"/a": moved("/b"), "/b": moved("c?d=1"), "/c?d=1": [Reply()]})
    assert ask(client(), f"{site.url}/a") == (200, f"{site.url}/c?d=1")


def test_a_loop_of_redirects_ends(serve, client):
    site = serve({"/a": moved("/b"), "/b": moved("/a")})
    with pytest.raises(Refused, match="more than 5 times"):
        ask(client(), f"{site.url}/a")
    assert len(site.paths()) == 6


@pytest.mark.parametrize("target", ["ftp://example.org/x", "file:///etc/passwd", "http://["])
def test_a_redirect_leads_to_the_web_or_nowhere(serve, client, target):
    site = serve({"/a": moved(target)})
    with pytest.raises(Refused, match="no address of the web"):
        ask(client(), f"{site.url}/a")


def test_a_redirect_from_the_internet_leads_to_no_private_address(serve, client):
    inner = serve({"/secret": [Reply()]})
    outer = serve({"/a": moved(f"{inner.url}/secret")})
    url = outer.url.replace("127.0.0.1", "localhost")

    def resolve(host):
        return ["93.184.216.34"] if host == "localhost" else [host]

    with pytest.raises(Refused, match="from the internet to a private address"):
        ask(client(resolve=resolve), f"{url}/a")
    assert inner.asked == []
    # A listed host that is private itself may lead to another.
    assert ask(client(resolve=lambda _: ["10.0.0.1"]), f"{url}/a")[0] == 200


def test_a_name_that_turns_private_after_it_was_looked_at_is_asked_nothing(serve, client):
    inner = serve({"/secret": [Reply()]})
    outer = serve({"/a": moved(f"{inner.url.replace('127.0.0.1', 'localhost')}/secret")})
    with pytest.raises(Refused, match="from the internet to a private address"):
        ask(client(resolve=lambda _: ["93.184.216.34"]), f"{outer.url}/a")
    assert inner.asked == []


def test_a_redirect_to_a_host_that_is_not_known_is_refused(serve, client):
    def resolve(host):
        raise OSError("unknown")

    site = serve({"/a": moved("http://nowhere.invalid/")})
    with pytest.raises(Refused, match="a host that is not known"):
        ask(client(resolve=resolve), f"{site.url}/a")


ROBOTS = b"User-agent: *\nDisallow: /private/\nDisallow: /*.doc$\nCrawl-delay: 7\n\nUser-agent: other\nDisallow: /\n"


def test_robots_txt_is_obeyed_also_where_a_redirect_leads(serve, client):
    site = serve(
        {
            "/robots.txt": [Reply(200, ROBOTS)],
            "/a": moved("/private/b"),
            **{path: [Reply()] for path in ("/b", "/private/b", "/c.doc")},
        }
    )
    asked = client()
    assert ask(asked, f"{site.url}/b")[0] == 200
    for path in ("/private/b", "/c.doc", "/a"):
        with pytest.raises(Refused, match=r"robots\.txt says so"):
            ask(asked, f"{site.url}{path}")
    assert site.paths() == ["/b", "/a"]
    assert sum(path == "/robots.txt" for path, _ in site.asked) == 1


def test_a_robots_txt_may_name_us(serve, client):
    rules = b"User-agent: evidence-search\nDisallow: /\n\nUser-agent: *\nAllow: /\n"
    site = serve({"/robots.txt": [Reply(200, rules)], "/a": [Reply()]})
    with pytest.raises(Refused, match=r"robots\.txt"):
        ask(client(), f"{site.url}/a")


@pytest.mark.parametrize("status", [404, 401, 403, 410])
def test_a_robots_txt_that_is_missing_forbids_nothing(serve, client, status):
    site = serve({"/robots.txt": [Reply(status, b"Disallow: /")], "/a": [Reply()]})
    assert ask(client(), f"{site.url}/a")[0] == 200


def test_a_robots_txt_that_cannot_be_read_forbids_all_and_is_asked_for_a_few_times(
    serve, client, time
):
    site = serve({"/robots.txt": [Reply(503, b"")], "/a": [Reply()], "/b": [Reply()]})
    asked = client()
    for path in ("/a", "/b"):
        with pytest.raises(Refused, match=r"robots\.txt cannot be read"):
            ask(asked, f"{site.url}{path}")
    assert len(site.asked) == 3
    assert time.slept == [2.0, 4.0]
    passing = serve({"/robots.txt": [Reply(500, b""), Reply(200, b"")], "/a": [Reply()]})
    assert ask(client(), f"{passing.url}/a")[0] == 200


def test_a_robots_txt_that_trickles_is_not_waited_for(serve, client, trickle):
    trickle(1, 10)
    site = serve({"/robots.txt": [Reply(200, b"#" * 100)], "/a": [Reply()]})
    with pytest.raises(Refused, match=r"does not answer \(its robots\.txt took over 60 seconds"):
        ask(client(), f"{site.url}/a")
    assert site.paths() == []


def test_a_robots_txt_may_be_elsewhere_and_is_read_up_to_a_bound(serve, client):
    site = serve(
        {
            "/robots.txt": moved("/rules"),
            "/rules": [
                Reply(200, b"User-agent: *\nDisallow: /a\n" + b"#" * 1000 + b"\nDisallow: /b")
            ],
            **{path: [Reply()] for path in ("/a", "/b")},
        }
    )
    asked = client(max_robots_bytes=500)
    assert ask(asked, f"{site.url}/b")[0] == 200
    with pytest.raises(Refused, match=r"robots\.txt"):
        ask(asked, f"{site.url}/a")


def test_a_host_that_does_not_answer_is_named_once_it_was_asked_a_few_times(client, time):
    asked = client()
    for path in ("a", "b"):
        with pytest.raises(Refused, match="a host that does not answer"):
            ask(asked, f"http://127.0.0.1:9/{path}")
    assert time.slept == [2.0, 4.0]


def test_there_is_a_pause_between_two_requests_to_a_host(serve, client, time):
    first, second = (serve({"/a": [Reply()], "/b": [Reply()]}) for _ in range(2))
    asked = client(pause=3.0)
    for site in (first, second):
        ask(asked, f"{site.url}/a")
        ask(asked, f"{site.url}/b")
    assert time.slept == [3.0, 3.0, 3.0, 3.0]  # after each robots.txt and each first file


@pytest.mark.parametrize(("max_pause", "pause"), [(30.0, 7.0), (5.0, 5.0)])
def test_robots_txt_may_ask_for_a_longer_pause_up_to_a_bound(serve, client, time, max_pause, pause):
    site = serve({"/robots.txt": [Reply(200, ROBOTS)], "/a": [Reply()]})
    asked = client(pause=1.0, max_pause=max_pause)
    ask(asked, f"{site.url}/a")
    ask(asked, f"{site.url}/a")
    assert time.slept == [1.0, pause]
