from dataclasses import replace

import pytest

from corpus.frameworks.phrase_pattern import begins_with
from corpus.patterns import anyof
from corpus.understanding.facts import read_facts
from corpus.understanding.labelled_facts import find_values
from tests.corpus.blocks import head, para, row
from tests.corpus.known_frameworks import FRAMEWORK_BY_KEY

LABELS = {
    "authority": "name of (harbour|port)",
    "inspection_dates": "days on the quay",
    "published": "sent to the owner",
    "lead_inspector": "the party was led by",
}
HARBOUR = replace(
    FRAMEWORK_BY_KEY["jtai"],
    title_pattern=anyof("inspection of the harbour"),
    fact_labels={
        fact: anyof(rf"{begins_with(label)}\s*[:|–-]*\s*(?P<value>.*)")
        for fact, label in LABELS.items()
    },
)


@pytest.mark.parametrize(
    ("lines", "values"),
    [
        (["Name of harbour: Seal Bay"], ["Seal Bay"]),
        (["Name of port | Seal Bay | open"], ["Seal Bay"]),
        (["Name of harbour", "Seal Bay"], ["Seal Bay"]),
        (["The name of harbour: Seal Bay", "Names of harbours"], []),
        (["Name of harbour"], [""]),
    ],
)
def test_a_fact_stands_behind_its_label_or_on_the_next_line(lines, values):
    assert list(find_values(HARBOUR, "authority", lines)) == values


def test_a_framework_without_labels_finds_nothing():
    assert list(find_values(FRAMEWORK_BY_KEY["sif"], "authority", ["Name of harbour: X"])) == []


def test_the_facts_of_a_cover_are_read_by_their_labels():
    facts = read_facts(
        [
            head("Inspection of the harbour", level=1),
            row("Name of harbour", "Seal Bay"),
            row("Days on the quay", "3 to 5 May 2031"),
            row("Sent to the owner", "1 June 2031"),
            row("The party was led by", "Ann Hill, Chief Inspector"),
            para("The crew keep the quay clear in all weathers, and nobody waits for a pilot."),
        ],
        HARBOUR,
    )
    assert facts.authority is not None
    assert (facts.authority.name, facts.is_authority_inferred) == ("Seal Bay", False)
    assert (str(facts.period.start), str(facts.period.end)) == ("2031-05-03", "2031-05-05")
    assert str(facts.published) == "2031-06-01"
    assert facts.lead_inspector == "Ann Hill"
