"""Inspectorates are found by any name that they print, and by their domains."""

import pytest

from corpus.understanding.origin.inspectorates import (
    find_domains,
    find_inspectorates,
    has_open_licence,
)


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


@pytest.mark.parametrize(
    ("publisher", "is_open"),
    [
        ("Ofsted", True),
        ("Ofsted, Care Quality Commission and HMI Probation", True),
        ("Ofsted, Care Quality Commission, HMICFRS and HMI Probation", True),
        ("HMI Prisons and HMI Constabulary", True),
        ("Education and Training Inspectorate", False),
        ("Education Scotland", False),
        ("Estyn", False),
        ("Care Inspectorate Wales", False),
        ("Ofsted and Estyn", False),
        ("Regulation and Quality Improvement Authority", False),
        ("Health Information and Quality Authority", False),
        ("Ofsted and Independent Schools Inspectorate", False),
        ("Care Inspectorate", False),
        ("Eastmere Council", False),
        ("", False),
    ],
)
def test_the_licence_is_open_where_it_is_of_all_that_published(publisher, is_open):
    assert has_open_licence(publisher) is is_open
