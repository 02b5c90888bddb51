from corpus.catalogue.rows import Catalogue, CatalogueRow
from index.supplements.kept_catalogues import add_catalogues
from index.supplements.kept_corrections import write_corrections_text
from index.supplements.loading import load_supplements


def test_all_that_is_kept_is_loaded_together(tmp_path):
    assert not load_supplements(tmp_path).may_apply_to("ash")
    add_catalogues(tmp_path, [Catalogue("list.csv", (CatalogueRow(line=2, file="a", urn="1"),))])
    write_corrections_text(tmp_path, '"ash".title = "Ash"\n')
    supplements = load_supplements(tmp_path)
    assert [index.catalogue.name for index in supplements.catalogues] == ["list.csv"]
    assert supplements.corrections.of_report("ash") == {None: {"title": "Ash"}}
