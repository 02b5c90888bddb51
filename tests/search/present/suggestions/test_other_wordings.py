"""What is said to be searched too is in the collection, and adds something."""

from search.model import Request
from search.service import search
from tests.search.clocks import AMPLE


def test_what_was_also_searched_is_in_the_collection(build_engine):
    engine = build_engine(("ash", ["LAC do well.", "Children in care do well."], {}))
    page = search(engine, Request("LAC"), AMPLE)
    assert "children in care" in page.also
    assert "cared for children" not in page.also
    assert page.total == 2
    assert page.hits[0].paragraph.text == "LAC do well."
    assert search(engine, Request("LAC", widen=False), AMPLE).total == 1
    assert search(engine, Request('"LAC"'), AMPLE).total == 1


def test_a_wording_around_the_one_typed_is_not_said_to_be_searched_too(build_engine):
    texts = ["Reflective supervision helps.", "Formal supervision is late.", "Neglect is seen."]
    engine = build_engine(("ash", [*texts, "Long-term neglect is missed."], {}))
    also = search(engine, Request("supervision"), AMPLE).also
    assert not {"reflective supervision", "formal supervision"} & set(also)
    assert "long-term neglect" not in search(engine, Request("neglect"), AMPLE).also


def test_acronyms_of_the_collection_are_searched_with_their_words(build_engine):
    texts = ["The quick zeal panel (QZP) met.", "The QZP decided.", "A quick zeal panel sat."]
    engine = build_engine(("ash", texts, {}))
    assert search(engine, Request("qzp"), AMPLE).total == 3
    assert search(engine, Request("quick zeal panel"), AMPLE).total == 3
