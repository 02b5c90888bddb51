"""Bytes that no browser sends in an address are read as far as they can be, by every kind of page."""

import pytest


@pytest.mark.parametrize("path", ["/", "/api/search", "/search.csv", "/nowhere", "/api/nowhere"])
@pytest.mark.parametrize(
    ("query", "read"),
    [
        ("q=late\x9f", "late%9F"),
        ("q=caf\xc3\xa9", "café"),
        ("q=100%25\xff", "100%%FF"),
        ("q=late", "late"),
    ],
    ids=["no UTF-8", "UTF-8", "quoted already", "plain"],
)
def test_any_bytes_of_a_query_are_read(client, path, query, read):
    with client.get(path, environ_overrides={"QUERY_STRING": query}) as response:
        assert response.status_code == (404 if "nowhere" in path else 200)
        if path == "/api/search":
            assert response.get_json()["request"]["query"] == read
