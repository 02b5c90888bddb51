from dataclasses import replace
from pathlib import Path

from corpus.catalogue.matching import CatalogueIndex
from corpus.catalogue.rows import Catalogue, CatalogueRow
from corpus.corrections.supplements import Supplements
from corpus.errors import Refused
from corpus.reading import READER_VERSION, LoadedFile
from index.writer import writing
from tests.index.registry.written_reports import write_report
from web.commands.indexing.current_files import skip_held
from web.commands.indexing.outcomes import DuplicateFile, UnchangedFile


def test_a_file_is_read_only_where_it_would_give_something_else(tmp_path):
    stored = write_report(tmp_path, "a.md", "A text.")
    file = LoadedFile(Path(stored.source.file), b"", stored.source.sha256)
    copy, new = replace(file, path=tmp_path / "b.md"), LoadedFile(tmp_path / "c.md", b"", "cc")
    refusal = Refused("d", "is empty", "fetch it")
    row = CatalogueRow(line=2, file="a.md", urn="1")
    catalogue = CatalogueIndex(Catalogue("list", (row,)))
    again = replace(new, path=tmp_path / "e.md")
    with writing(tmp_path / "data") as writer:
        writer.put(stored, READER_VERSION)
        skipped = list(skip_held([file, copy, new, refusal, again], writer, Supplements()))
        assert skipped == [
            UnchangedFile(),
            DuplicateFile(str(copy.path), stored.source.file),
            new,
            refusal,
            DuplicateFile(str(again.path), str(new.path)),
        ]
        assert list(skip_held([copy], writer, Supplements())) == [
            DuplicateFile(str(copy.path), stored.source.file)
        ]
        assert list(skip_held([file], writer, Supplements([catalogue]))) == [file]
        given = replace(stored, urn="1", from_catalogue=("urn",))
        writer.put(given, READER_VERSION)
        assert list(skip_held([file], writer, Supplements([catalogue]))) == [UnchangedFile()]
        assert list(skip_held([file], writer, Supplements())) == [file]
        writer.commit()
        assert list(skip_held([file], writer, Supplements([catalogue]))) == [UnchangedFile()]
        assert list(skip_held([file], writer, Supplements())) == [file]
        writer.remove(stored.id)
        writer.put(stored, READER_VERSION - 1)
        assert list(skip_held([file], writer, Supplements())) == [file]
