"""What people type finds what reports print, in any form of one word, and quotes stay exact."""

from itertools import permutations

import pytest

from search.model import Request
from search.service import search
from search.wording import concordance, profile

FAMILIES = [
    ("follow-up", "follow up", "followup", "follow‑up", "follow–up"),
    ("well-being", "well being", "wellbeing", "well\u00adbeing", "well\u2060-\u2060being"),
    ("multi-agency", "multi agency", "multiagency", "multi‐agency"),
    ("e-safety", "e safety", "esafety", "E-SAFETY"),
    ("co-ordinated", "coordinated", "co ordinated"),
    ("head teacher", "headteacher", "head-teacher"),
    ("COVID-19", "covid 19", "COVID19"),
    ("face-to-face", "face to face", "face‑to‑face"),
    ("s47", "s.47", "s 47", "S47", "section 47", "Section 47", "sec. 47", "section\u00a047"),
    ("s117A", "s.117A", "section 117A"),
    ("regulation 44", "reg 44", "reg. 44"),
    ("1200", "1,200", "£1,200", "１，２００"),
    ("12.5%", "12.5 per cent", "12.5 percent", "12.5 %", "12.5\u00a0％"),
    ("30%", "30 per cent", "thirty percent", "Thirty per cent"),
    ("14-18%", "14–18 %", "14 to 18%"),
    ("16+", "16 plus", "16-plus"),
    ("16-17", "16–17", "16−17", "16 to 17", "16 and 17", "16/17"),
    ("0-25", "0–25", "0‑25", "0 to 25"),
    ("£1.2m", "£1.2 million", "1.2 million", "£1.2 m", "1.2mn"),
    ("10 days", "ten days"),
    ("fifteen-day", "15-day", "15 day"),
    ("breakdown", "break-down", "break down"),
    ("non-resident", "nonresident", "non resident"),
    ("up-to-date", "up to date", "uptodate", "up‑to‑date"),
    ("24/7", "24-7"),
    ("and/or", "and / or"),
    ("A&E", "A & E", "a&e"),
    ("U.K.", "UK", "U.K"),
    ("R v.", "R v"),
    ("DoLS", "DOLS", "dols"),
    ("Ofsted's", "Ofsted’s", "Ofsted", "Ofsted`s"),
    ("children's", "childrens", "children", "children‘s"),
    ("first office", "ﬁrst oﬃce", "ｆｉｒｓｔ ｏｆｆｉｃｅ"),
    ("café", "cafe\u0301", "cafe", "CAFÉ"),
    ("Diyarbakır", "Diyarbakir", "DİYARBAKIR"),
    ("Straße", "STRASSE", "strasse"),
    ("safeguarding", "safe\u00adguarding", "safe\u200bguarding", "\ufeffsafeguarding"),
]
PAIRS = [pair for family in FAMILIES for pair in permutations(family, 2)]
OTHERS = (
    "Being well, they follow the plan of an agency; multi ended up here, face down to the e mark.",
    "The heads of 47 sections teach 200 of 16, 17 and 25; they are not able, and 5 of 12 fail.",
)


def texts_found(engine, query, **fields):
    page = search(engine, Request(query, limit=1000, **fields))
    return {hit.text for hit in page.hits}


def sentence_with(form):
    return f"Our {form} team met."


@pytest.mark.parametrize(("typed", "printed"), PAIRS)
def test_any_form_finds_a_collection_that_prints_only_another(build_engine, typed, printed):
    engine = build_engine(("ash", [sentence_with(printed), *OTHERS], {}))
    assert sentence_with(printed) in texts_found(engine, typed, match="all", widen=False)


@pytest.fixture(scope="module")
def every_form(build_engine):
    forms = dict.fromkeys(form for family in FAMILIES for form in family)
    return build_engine(("ash", [*map(sentence_with, forms), *OTHERS], {}))


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family[0])
def test_any_form_finds_all_forms(every_form, family):
    for typed in family:
        texts = texts_found(every_form, typed, match="all", widen=False)
        assert texts >= set(map(sentence_with, family)), typed


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family[0])
def test_pages_on_wording_count_the_same_forms(every_form, family):
    for typed in family:
        counted = concordance(every_form, Request(typed), inflected=True)
        assert counted.paragraphs <= profile(every_form, Request(typed)).paragraphs
        assert counted.paragraphs >= profile(every_form, Request(f'"{typed}"')).paragraphs


JOINED = ["follow-up", "followup", "wellbeing", "well-being", "multiagency", "s47", "s.47", "1200"]
JOINED += ["section 47", "16+", "0-25", "24/7", "A&E", "e-safety", "covid19", "12.5%", "UK"]


@pytest.mark.parametrize("typed", JOINED)
def test_the_same_words_elsewhere_in_a_paragraph_are_not_found(every_form, typed):
    assert not texts_found(every_form, typed, match="all") & set(OTHERS)


@pytest.mark.parametrize("typed", JOINED)
def test_one_word_has_as_many_paragraphs_in_a_concordance_as_in_a_profile(every_form, typed):
    counted = concordance(every_form, Request(typed), inflected=True)
    profiled = profile(every_form, Request(typed))
    assert counted.paragraphs == profiled.paragraphs > 1
    assert set(counted.forms) == set(profiled.forms) or len(counted.forms) == 1


@pytest.mark.parametrize("typed", [typed for typed in JOINED if " " not in typed])
def test_a_negated_form_excludes_all_forms(every_form, typed):
    texts = texts_found(every_form, typed, match="all", widen=False)
    left = texts_found(every_form, f"team -{typed}", match="all", widen=False)
    assert texts
    assert left == texts_found(every_form, "team", match="all", widen=False) - texts
