import pytest

from corpus.catalogue.file_names import name_key, safe_name, unique_url_name, url_name


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://example.org/v1/file/50080461", "50080461"),
        ("https://example.org/a%20b.pdf?download=1#page=2", "a b.pdf"),
        ("https://example.org/reports/kent/", "kent"),
        ("https://example.org", "example.org"),
        ("https://example.org/..%2F..%2Fetc%2Fpasswd", "etc-passwd"),
        ("https://example.org/.htaccess", "htaccess"),
        ("https://example.org/CON.pdf", "report-CON.pdf"),
        ("https://example.org/%00%0a", "report"),
        ("https://example.org/" + "x" * 500, "x" * 120),
    ],
)
def test_an_address_gives_a_plain_name_of_a_file(url, name):
    assert url_name(url) == name
    assert safe_name(name) == name


def test_addresses_that_share_a_name_have_names_of_their_own():
    first, second = (unique_url_name(f"https://example.org/{n}/report.pdf") for n in (1, 2))
    assert first != second
    assert first.startswith("report-")
    assert first.endswith(".pdf")


@pytest.mark.parametrize(
    ("name", "key"),
    [("A.PDF", "a"), ("a.b", "a.b"), ("a", "a"), ("a.docx", "a"), ("v1.2.pdf", "v1.2")],
)
def test_names_of_one_document_share_a_key(name, key):
    assert name_key(name) == key
