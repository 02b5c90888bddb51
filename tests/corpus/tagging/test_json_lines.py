import pytest

from corpus.errors import Refused
from corpus.tagging.json_lines import BATCH_LINES, tag_lines


def test_a_line_keeps_its_keys_and_gains_its_tags():
    (row,) = tag_lines(['{"id": 7, "text": "The CAMHS team is highly effective."}'], "a.jsonl")
    assert row["id"] == 7
    assert row["themes"] == ["health"]
    assert row["polarity"] == "strength"
    assert "camhs" in row["why"]["health"]


def test_more_lines_than_are_tagged_together_keep_their_order():
    lines = [f'{{"id": {number}, "text": "Schools."}}' for number in range(BATCH_LINES + 2)]
    assert [row["id"] for row in tag_lines(lines, "-")] == list(range(BATCH_LINES + 2))


@pytest.mark.parametrize(
    ("line", "cause"),
    [
        ("{", "Expecting property name"),
        ("", "Expecting value"),
        ("[1]", "is not a JSON object"),
        ('{"id": "a"}', "has no text"),
        ('{"id": "a", "text": " "}', "has no text"),
        ('{"id": "a", "text": 5}', "'text' is not a text"),
        ('{"id": "a", "text": "b", "section": 5}', "'section' is not a text"),
        (b'{"id": "\xff", "text": "b"}', "codec can't decode"),
        ("[" * 100_000, "recursion"),
        ('{"id": ' + "1" * 5000 + ', "text": "b"}', "integer"),
    ],
    ids=lambda value: str(value)[:20],
)
def test_a_bad_line_is_named_and_the_rest_tagged(line, cause):
    good = '{"id": "b", "text": "Schools do well."}'
    first, bad, last = tag_lines([good, line, good], "a.jsonl")
    assert isinstance(bad, Refused)
    assert "a.jsonl, line 2" in str(bad)
    assert cause in str(bad)
    assert first == last
