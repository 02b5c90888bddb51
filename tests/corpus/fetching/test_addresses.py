import pytest

from corpus.fetching.addresses import (
    follow,
    host_of,
    is_private,
    is_public,
    origin_of,
    resolve_host,
)


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        ("93.184.216.34", True),
        ("2606:2800:220:1::1", True),
        *((number, False) for number in ["127.0.0.1", "10.1.2.3", "192.168.0.1", "172.16.0.1"]),
        *((number, False) for number in ["169.254.169.254", "0.0.0.0", "100.64.0.1", "224.0.0.1"]),
        *((number, False) for number in ["::1", "fe80::1%eth0", "fc00::1", "::ffff:127.0.0.1"]),
    ],
)
def test_public_numbers_are_told_from_private_ones(number, expected):
    assert is_public(number) == expected


def test_a_host_with_one_private_number_is_private():
    assert is_private("http://example.org/", lambda _: ["93.184.216.34", "10.0.0.1"])
    assert not is_private("http://example.org/", lambda _: ["93.184.216.34"])
    assert is_private("http://[::1]:80/", lambda host: [host])
    assert is_private("http://localhost/", resolve_host)


@pytest.mark.parametrize(
    ("location", "target"),
    [
        ("/b", "https://example.org/b"),
        ("b?c", "https://example.org/x/b?c"),
        ("//other.org/", "https://other.org/"),
        (" HTTP://other.org/ ", "HTTP://other.org/"),
        ("ftp://other.org/", None),
        ("https://other.org:99999/", None),
        ("https://[/", None),
        ("/" + "x" * 3000, None),
    ],
)
def test_a_redirect_is_followed_on_the_web(location, target):
    assert follow("https://example.org/x/a", location) == target


def test_an_origin_is_scheme_host_and_port():
    assert origin_of("HTTPS://Example.org/a") == "https://example.org:443"
    assert origin_of("http://[::1]:8000/a") == "http://[::1]:8000"
    assert host_of("http://user@Example.org/") == "example.org"
