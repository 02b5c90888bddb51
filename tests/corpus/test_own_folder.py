from corpus.own_folder import FOLDER_VARIABLE, own_folder, own_themes_file


def test_the_folder_is_that_of_the_environment(monkeypatch, tmp_path):
    monkeypatch.setenv(FOLDER_VARIABLE, "")
    assert (own_folder(), own_themes_file()) == (None, None)
    monkeypatch.setenv(FOLDER_VARIABLE, str(tmp_path))
    assert (own_folder(), own_themes_file()) == (tmp_path, None)
    (tmp_path / "themes.toml").write_text("")
    assert own_themes_file() == tmp_path / "themes.toml"
