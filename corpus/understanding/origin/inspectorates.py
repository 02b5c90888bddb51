"""The inspectorates of these islands: their names as printed, their domains, their licence."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

MAJESTY = r"(?:(?:her|his) majesty'?s|h\.?m\.?)"


@dataclass(frozen=True, slots=True)
class Inspectorate:
    """An inspectorate: the name to cite, patterns of its names, and of its internet domains.

    `open_licence` says where it states that it publishes under the Open Government Licence; empty
    where nobody looked it up, or found no such statement: then no licence is named.
    """

    name: str
    names: str
    domains: str
    open_licence: str = ""


INSPECTORATES = (
    Inspectorate(
        "Ofsted",
        r"ofsted|office for standards in education(?:, children'?s services and skills)?",
        r"ofsted\.gov\.uk|gov\.uk/(?:government/organisations/)?ofsted",
        "the last page of its reports since 2015",
    ),
    Inspectorate(
        "Care Quality Commission",
        r"care quality commission|cqc",
        r"cqc\.org\.uk",
        "the last page of its area SEND reports with Ofsted; its terms for its data and reports",
    ),
    Inspectorate(
        "HMICFRS",
        rf"hmicfrs|(?:{MAJESTY} inspectorate of|hmi) constabulary"
        r"(?:,| and| &) fire (?:and|&) rescue services?",
        r"(?:hmicfrs\.)?justiceinspectorates\.gov\.uk/hmicfrs|hmicfrs\.justiceinspectorates\.gov\.uk",
        "State of Policing 2017 and 2018, first page",
    ),
    Inspectorate(
        "HMI Constabulary",
        rf"(?:{MAJESTY} inspectorate of|hmi) constabulary|hmic",
        r"hmic\.gov\.uk",
        "State of Policing 2016, first page",
    ),
    Inspectorate(
        "HMI Probation",
        rf"(?:{MAJESTY} inspectorate of|hmi) probation|hmi prob|hmip",
        r"justiceinspectorates\.gov\.uk/hmiprobation",
        "first page of its inspection reports, and its website",
    ),
    Inspectorate(
        "HMI Prisons",
        rf"(?:{MAJESTY} inspectorate of|hmi) prisons",
        r"justiceinspectorates\.gov\.uk/hmiprisons",
        "annual reports 2014-15 and 2018-19, first page",
    ),
    Inspectorate(
        "Estyn",
        rf"estyn(?:, {MAJESTY} inspectorate for education and training in wales)?",
        r"estyn\.gov\.(?:uk|wales)",
    ),
    Inspectorate("Care Inspectorate Wales", r"care inspectorate wales", r"careinspectorate\.wales"),
    Inspectorate("Care Inspectorate", r"care inspectorate(?! wales)", r"careinspectorate\.com"),
    Inspectorate("Education Scotland", r"education scotland", r"education\.gov\.scot"),
    Inspectorate(
        "Health Information and Quality Authority",
        r"health information and quality authority|hiqa",
        r"hiqa\.ie",
    ),
    Inspectorate(
        "Independent Schools Inspectorate",
        r"independent schools inspectorate",
        r"isi\.net",
    ),
    Inspectorate(
        "Education and Training Inspectorate",
        r"education and training inspectorate",
        r"etini\.gov\.uk",
    ),
    Inspectorate(
        "Regulation and Quality Improvement Authority",
        r"regulation and quality improvement authority|rqia",
        r"rqia\.org\.uk",
    ),
)
"""In the order in which a citation names those of a joint inspection."""

ANY_NAME = "|".join(i.names for i in INSPECTORATES)
ANY_DOMAIN = "|".join(i.domains for i in INSPECTORATES)
OPENLY_LICENSED = frozenset(i.name for i in INSPECTORATES if i.open_licence)
COMPILED = tuple((i.name, re.compile(rf"\b(?:{i.names})\b", re.IGNORECASE)) for i in INSPECTORATES)
COMPILED_DOMAINS = tuple((i.name, re.compile(i.domains, re.IGNORECASE)) for i in INSPECTORATES)


def find_inspectorates(text: str) -> frozenset[str]:
    """Return the inspectorates that a text (apostrophes straightened) names."""
    names = {name for name, pattern in COMPILED if pattern.search(text)}
    if "HMICFRS" in names:  # what HMI Constabulary has been called since 2017
        names.discard("HMI Constabulary")
    return frozenset(names)


def find_domains(text: str) -> frozenset[str]:
    """Return the inspectorates whose internet domains a text has."""
    return frozenset(name for name, pattern in COMPILED_DOMAINS if pattern.search(text))


@lru_cache(maxsize=256)
def has_open_licence(publisher: str) -> bool:
    """Return whether all inspectorates that a publisher names ("A, B and C") are known to publish
    under the Open Government Licence; False where it names none.
    """
    names = find_inspectorates(publisher.replace("’", "'"))
    return bool(names) and names <= OPENLY_LICENSED
