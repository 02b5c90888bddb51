import pytest

from corpus.fetching.parts import PartFile, Validators


@pytest.mark.parametrize(
    ("validators", "headers", "named_by"),
    [
        (Validators('"1"', "Mon"), {"If-None-Match": '"1"', "If-Modified-Since": "Mon"}, '"1"'),
        (Validators('W/"1"', "Mon"), {"If-None-Match": 'W/"1"', "If-Modified-Since": "Mon"}, "Mon"),
        (Validators('W/"1"'), {"If-None-Match": 'W/"1"'}, None),
        (Validators(), {}, None),
    ],
)
def test_validators_ask_for_what_has_changed_and_name_the_rest(validators, headers, named_by):
    assert validators.headers_if_changed() == headers
    assert validators.for_range == named_by


def test_a_part_is_hidden_resumed_and_given_its_name(tmp_path):
    part = PartFile(tmp_path, "a.pdf")
    assert part.resume_headers() == {}
    with part.writing(Validators('"1"'), resume=False) as file:
        file.write(b"one")
    assert part.resume_headers() == {"Range": "bytes=3-", "If-Range": '"1"'}
    with PartFile(tmp_path, "a.pdf").writing(Validators(), resume=True) as file:
        file.write(b" two")
    assert part.read_validators() == Validators('"1"')
    assert all(path.name.startswith(".") for path in tmp_path.iterdir())
    (tmp_path / "a.pdf").write_bytes(b"old")
    part.keep_as(tmp_path / "a.pdf")
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"a.pdf": b"one two"}


def test_one_that_is_begun_anew_forgets_what_was_there_and_one_discarded_leaves_nothing(tmp_path):
    part = PartFile(tmp_path, "a.pdf")
    for content in (b"longer", b"x"):
        with part.writing(Validators(content.decode()), resume=False) as file:
            file.write(content)
    assert (part.size, part.read_validators().etag) == (1, "x")
    part.discard()
    part.discard()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("about", ["", "[]", "{}", '{"etag": 1'])
def test_bytes_whose_content_is_not_known_are_not_resumed(tmp_path, about):
    part = PartFile(tmp_path, "a.pdf")
    part.path.write_bytes(b"one")
    (tmp_path / ".a.pdf.part.json").write_text(about)
    assert part.resume_headers() == {}
