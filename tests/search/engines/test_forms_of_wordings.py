"""Whichever form of a wording of the vocabulary is typed, the same paragraphs are counts."""

import re
from importlib.resources import files

import pytest

from search.language.wordings.groups import read_groups
from search.model import Request
from search.service import search
from tests.search.engines.builders import ENGINES
from tests.search.worlds import make_reports

GROUPS = read_groups((files("search.language") / "vocabulary.toml").read_text("utf-8"))
WORDINGS = [
    text for group in GROUPS for text in (*group.same, *group.narrower, *group.near, *group.typed)
]
LOOKED_UP = sorted({text for group in GROUPS for text in (*group.same, *group.typed)})
HYPHEN = re.compile(r"(?<!\d)-|-(?!\d)")  # 1-1 is not 11
HYPHENS = ("-", "", " ", "‑", "–")
NUMBERED = re.compile(r"\b(section|s) ?(\d+)\b")
NAMES = ("s", "s.", "s ", "section ", "Section ", "sec. ", "section-", "section")


def forms_of(wording):
    """Return a wording in every form that people type, as it is in the vocabulary first."""
    joined = [HYPHEN.sub(hyphen, wording) for hyphen in HYPHENS]
    numbered = [NUMBERED.sub(rf"{name}\2", wording) for name in NAMES]
    return list(dict.fromkeys((wording, *joined, *numbered)))


IN_SEVERAL_FORMS = [text for text in LOOKED_UP if len(forms_of(text)) > 1]


@pytest.fixture(scope="module")
def collection():
    """A collection that prints every wording as the vocabulary has it, and its words apart; of the
    local engine alone, as the others are too slow for so many.
    """
    texts = [
        f"They {'' if number % 3 else 'all '}saw {text} here."
        for number, text in enumerate(WORDINGS)
    ]
    scattered = [" and some ".join(re.split("[- ]", text)) for text in IN_SEVERAL_FORMS]
    with ENGINES["local"](
        make_reports([("ash", [*dict.fromkeys(texts), *scattered], {})])
    ) as engine:
        yield engine


def test_the_vocabulary_has_wordings_in_several_forms():
    assert {"pre-birth", "e-safety", "section 47", "s17"} <= set(IN_SEVERAL_FORMS)


@pytest.mark.parametrize("wording", IN_SEVERAL_FORMS)
def test_each_form_of_a_wording_finds_the_same_paragraphs(collection, wording):
    pages = {form: search(collection, Request(form, match="all")) for form in forms_of(wording)}
    figures = {
        form: (page.total, page.total_as_typed, set(page.also)) for form, page in pages.items()
    }
    expected = figures[wording]
    assert expected[1] > 0
    assert {form: counts for form, counts in figures.items() if counts != expected} == {}
