"""Inspectorates are found by any name that they print, and by their domains."""

import pytest

from corpus.understanding.origin.inspectorates import find_domains, find_inspectorates


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ofsted", {"Ofsted"}),
        ("The Office for Standards in Education", {"Ofsted"}),
        ("the CQC and HMI Prob", {"Care Quality Commission", "HMI Probation"}),
        ("Her Majesty's Inspectorate of Constabulary", {"HMI Constabulary"}),
        ("HMI Constabulary and Fire & Rescue Services", {"HMICFRS"}),
        ("His Majesty's Inspectorate of Constabulary (HMICFRS)", {"HMICFRS"}),
        ("Care Inspectorate Wales", {"Care Inspectorate Wales"}),
        ("Care Inspectorate", {"Care Inspectorate"}),
        ("Her Majesty's Inspector, of the constabulary", set()),
        ("Ofstedian", set()),
    ],
)
def test_names(text, names):
    assert find_inspectorates(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("enquiries@ofsted.gov.uk", {"Ofsted"}),
        ("W: www.gov.uk/ofsted", {"Ofsted"}),
        ("www.justiceinspectorates.gov.uk/hmiprobation", {"HMI Probation"}),
        ("www.gov.uk/government", set()),
    ],
)
def test_domains(text, names):
    assert find_domains(text) == names
