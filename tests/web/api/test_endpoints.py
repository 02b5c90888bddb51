"""The table of endpoints: it has every route of the API, and its examples work."""

import pytest

from web.api.endpoints import ENDPOINTS


def test_every_route_of_the_api_is_in_the_document(app, client):
    paths = client.get("/api/openapi.json").get_json()["paths"]
    rules = {rule.rule for rule in app.url_map.iter_rules() if rule.endpoint.startswith("api.")}
    rules = {rule.replace("<path:", "<") for rule in rules}
    described = {f"/api{path}".replace("{", "<").replace("}", ">") for path in paths}
    assert rules - described == {"/api/openapi.json", "/api/"}
    assert len(paths) == len(ENDPOINTS)


@pytest.mark.parametrize(
    "endpoint", [one for one in ENDPOINTS if one.example], ids=lambda endpoint: endpoint.name
)
def test_each_example_works_and_is_shown(client, endpoint):
    assert client.get(f"/api{endpoint.example}").status_code == 200
    viewer = client.get("/api/").get_data(as_text=True)
    assert endpoint.summary.replace("'", "&#39;") in viewer
    assert f'href="/api{endpoint.example}"'.replace("&", "&amp;") in viewer
