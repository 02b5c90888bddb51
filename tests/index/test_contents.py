"""A table of contents is read as it was written, in the JSON that every version has written."""

import json

import pytest

from index.contents import (
    TRAILER,
    Contents,
    DeletedReport,
    ModelFile,
    Segment,
    contents_file,
    decode_contents,
    encode_contents,
    model_name,
)
from index.errors import Damaged

DELETED = (DeletedReport(0, 0, 2), DeletedReport(2, 5, 9))
CONTENTS = Contents(
    7, (Segment("MAIN_a", 9, 3, DELETED), Segment("MAIN_b", 4, 1)), ModelFile("_MAIN_5_learnt", 11)
)


@pytest.mark.parametrize("contents", [CONTENTS, Contents(0, ())], ids=["a commit", "none yet"])
@pytest.mark.parametrize("whoosh_part", [b"", b"a pickle"])
def test_what_is_written_is_read(tmp_path, contents, whoosh_part):
    data = encode_contents(contents, whoosh_part)
    assert data.startswith(whoosh_part)
    assert decode_contents(tmp_path, data) == contents


def test_the_json_is_that_of_format_4():
    data = encode_contents(CONTENTS, b"")
    assert json.loads(data[: -TRAILER.size]) == {
        "format": 4,
        "generation": 7,
        "segments": [
            {"name": "MAIN_a", "size": 9, "reports": 3, "deleted": [[0, 0, 2], [2, 5, 9]]},
            {"name": "MAIN_b", "size": 4, "reports": 1, "deleted": []},
        ],
        "lesson": ["_MAIN_5_learnt", 11],
    }


@pytest.mark.parametrize("place", range(0, len(encode_contents(CONTENTS, b"pickle")), 7))
def test_any_changed_byte_is_found(tmp_path, place):
    data = bytearray(encode_contents(CONTENTS, b"pickle"))
    data[place] ^= 1
    with pytest.raises(Damaged, match="evidence index --rebuild"):
        decode_contents(tmp_path / "some.toc", bytes(data))


def test_files_of_a_commit():
    assert CONTENTS.files == {"_MAIN_7.toc", "MAIN_a.arr", "MAIN_b.arr", "_MAIN_5_learnt.arr"}
    assert Contents(0, ()).files == {"_MAIN_0.toc"}
    assert (contents_file(12), model_name(12)) == ("_MAIN_12.toc", "_MAIN_12_learnt")


def test_deletions_add_up():
    segment = Segment("MAIN_a", 9, 3)
    assert (segment.live_paragraphs, segment.is_dead) == (9, False)
    first = segment.without(DELETED[1:])
    both = first.without(DELETED)
    assert (first.live_paragraphs, both.live_paragraphs) == (5, 3)
    assert both.deleted == DELETED
    assert both.without([DeletedReport(1, 2, 5)]).is_dead
    assert segment.deleted == ()
    assert (CONTENTS.live_paragraphs, CONTENTS.live_reports) == (7, 2)
