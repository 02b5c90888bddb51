"""Host names are compared in any case, with or without the dot that ends a full name."""

import pytest

from web import create_app
from web.server.host_names import normal_name, trusted_hosts


@pytest.mark.parametrize(
    ("host", "name"),
    [
        ("LOCALHOST", "localhost"),
        ("localhost.", "localhost"),
        ("Evidence.Example.ORG:8000", "evidence.example.org:8000"),
        ("evidence.example.org.:8000", "evidence.example.org:8000"),
        (".Example.org", ".example.org"),
        ("127.0.0.1", "127.0.0.1"),
        ("", ""),
    ],
)
def test_a_name_has_one_way_to_be_written(host, name):
    assert normal_name(host) == name
    assert normal_name(name) == name


def test_the_setting_is_read_so_too():
    assert trusted_hosts(" LocalHost  .Example.ORG. ") == ["localhost", ".example.org"]


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("localhost", 200),
        ("LOCALHOST", 200),
        ("LocalHost.:8000", 200),
        ("Sub.Example.Org", 200),
        ("example.org.", 200),
        ("example.org..", 400),
        ("example.com", 400),
        ("localhost.example.com", 400),
    ],
)
def test_a_request_to_any_spelling_of_a_host_is_answered(data, host, status):
    client = create_app({"data": str(data), "hosts": "LocalHost .EXAMPLE.org"}).test_client()
    assert client.get("/about", headers={"Host": host}).status_code == status


def test_a_proxy_may_write_the_host_in_any_case(data):
    client = create_app({"data": str(data), "proxies": 1}).test_client()
    headers = {"Host": "inner", "X-Forwarded-Host": "LOCALHOST."}
    answer = client.get("/api/search?q=recording", headers=headers).get_json()
    assert answer["hits"][0]["link"].startswith("http://localhost/report/")
