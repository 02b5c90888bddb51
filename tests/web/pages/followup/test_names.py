"""Names of authorities in addresses: the parameter, and the redirect to the name as written."""

import pytest
from flask import Flask

from web.pages.followup.names import lead_to


@pytest.mark.parametrize(
    ("url", "asked", "location"),
    [
        ("/authority/Ash", "/?page=2&name=ash", "/authority/Ash?page=2"),
        ("/authority?name=A%2FB", "/?name=a/b&page=2", "/authority?name=A%2FB&page=2"),
        ("/authority/Ash", "/?name=ash", "/authority/Ash"),
    ],
    ids=["other parameters stay", "beside the name", "nothing else"],
)
def test_a_redirect_keeps_the_other_parameters(url, asked, location):
    with Flask("names").test_request_context(asked):
        response = lead_to(url)
    assert (response.status_code, response.location) == (301, location)
