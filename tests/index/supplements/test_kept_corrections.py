from index.supplements.kept_corrections import (
    CORRECTIONS_FILE,
    load_corrections,
    read_corrections_text,
    write_corrections_text,
)


def test_what_is_written_is_read_again(tmp_path):
    assert read_corrections_text(tmp_path) == ""
    assert len(load_corrections(tmp_path)) == 0
    write_corrections_text(tmp_path, '"ash".title = "Ash"\n')
    assert read_corrections_text(tmp_path) == '"ash".title = "Ash"\n'
    assert [path.name for path in tmp_path.iterdir()] == [CORRECTIONS_FILE]


def test_a_line_with_a_mistake_loses_no_other(tmp_path):
    (tmp_path / CORRECTIONS_FILE).write_bytes(b'"a".title = "A"\n\xff\n"a".grade = "good"\n')
    corrections = load_corrections(tmp_path)
    assert len(corrections) == 1
    assert [problem[: len(CORRECTIONS_FILE) + 8] for problem in corrections.problems] == [
        f"{CORRECTIONS_FILE}, line 2",
        f"{CORRECTIONS_FILE}, line 3",
    ]
