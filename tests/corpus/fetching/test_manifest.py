from corpus.fetching.manifest import MANIFEST_NAME, FetchedFile, Manifest
from corpus.fetching.parts import Validators

FIRST = FetchedFile("https://example.org/1", "a.pdf", Validators('"1"', None))


def test_files_are_remembered_while_they_are_there(tmp_path):
    manifest = Manifest(tmp_path)
    assert manifest.find(FIRST.url) is None
    manifest.add(FIRST)
    assert manifest.find(FIRST.url) is None
    (tmp_path / "a.pdf").touch()
    newer = FetchedFile(FIRST.url, "a.pdf", Validators('"2"', "Mon"))
    for expected in (FIRST, newer):
        manifest.add(expected)
        for each in (manifest, Manifest(tmp_path)):
            assert each.find(FIRST.url) == expected
            assert each.owner("A.PDF") == FIRST.url
            assert each.owner("b.pdf") is None


def test_a_line_cut_short_and_one_with_a_path_harm_nothing(tmp_path):
    (tmp_path / "a.pdf").touch()
    outside = (
        b'{"url": "u", "file": "../a.pdf", "validators": {"etag": null, "last_modified": null}}\n'
    )
    (tmp_path / MANIFEST_NAME).write_bytes(outside + b'[1]\n{"url": "https://exa')
    manifest = Manifest(tmp_path)
    manifest.add(FIRST)
    again = Manifest(tmp_path)
    assert again.find(FIRST.url) == FIRST
    assert again.find("u").file == "a.pdf"
