from corpus.layout.blocks import CONTENTS, NOTE, Block
from corpus.understanding.opening import MAX_OPENING_BLOCKS, find_salutation, select_opening
from tests.corpus.blocks import head, para, running


def test_the_opening_has_running_heads_and_neither_contents_nor_notes():
    title, runs = head("Inspection of Eastmere"), running("Eastmere")
    blocks = [title, Block(CONTENTS, "Findings 3"), runs, Block(NOTE, "In 2019.")]
    assert select_opening(blocks) == [title, runs]


def test_the_opening_is_short():
    assert len(select_opening([para("A.")] * 100)) == MAX_OPENING_BLOCKS


def test_a_letter_is_known_by_its_salutation():
    assert find_salutation(["Ofsted", "Dear Ms Marsh", "dear all"]) == 1
    assert find_salutation(["Ofsted", "My dear friends"]) is None
