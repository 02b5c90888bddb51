"""What the service says of itself: that it is alive, which commit it serves, figures, a log."""

import json
import logging

from web import create_app


def test_metrics_are_served_when_asked_for(data):
    plain = create_app({"data": str(data)}).test_client()
    assert plain.get("/metrics").status_code == 404
    measured = create_app({"data": str(data), "metrics": True}).test_client()
    measured.get("/?q=timely")
    figures = measured.get("/metrics").get_data(as_text=True)
    assert 'evidence_requests_total{endpoint="pages.search",status="200"} 1.0' in figures


def test_ready_names_the_commit_that_is_open(client):
    answer = client.get("/ready").get_json()
    assert answer == {"status": "ready", "generation": 1, "reports": 2, "paragraphs": 6}


def test_without_an_index_it_is_alive_but_not_ready(tmp_path):
    client = create_app({"data": str(tmp_path / "none")}).test_client()
    assert client.get("/health").status_code == 200
    assert client.get("/ready").status_code == 503


def test_a_request_is_a_line_of_json_with_the_size_of_its_answer(client, caplog):
    with caplog.at_level(logging.INFO, "evidence.requests"):
        for path in ("/?q=late", "/search.csv?q=late", "/static/theme.css"):
            with client.get(path, headers={"Accept-Encoding": "br"}) as response:
                line = json.loads(caplog.messages[-1])
                assert (line["method"], line["path"], line["status"]) == ("GET", path, 200)
                assert line["bytes"] == len(response.data)
