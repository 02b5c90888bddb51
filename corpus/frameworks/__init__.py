"""The inspection frameworks, one small object each; adding one is adding it to FRAMEWORKS."""

from corpus.frameworks.area_send import AREA_SEND
from corpus.frameworks.child_protection import CHILD_PROTECTION
from corpus.frameworks.framework import Framework, Part
from corpus.frameworks.ilacs import ILACS
from corpus.frameworks.joint import JOINT_AREA_REVIEW, JTAI
from corpus.frameworks.looked_after import LOOKED_AFTER
from corpus.frameworks.other import OTHER
from corpus.frameworks.sif import SIF
from corpus.frameworks.slac import SLAC
from corpus.frameworks.visits import FOCUSED_VISIT, MONITORING_VISIT

__all__ = ["FRAMEWORKS", "OTHER", "Framework", "Part", "recognise"]

FRAMEWORKS = (
    JTAI,
    AREA_SEND,
    FOCUSED_VISIT,
    MONITORING_VISIT,
    SLAC,
    CHILD_PROTECTION,
    SIF,
    LOOKED_AFTER,
    ILACS,
    JOINT_AREA_REVIEW,
    OTHER,
)
"""In the order in which they are asked: a title that names two is of the first."""


def recognise(title: str, opening: str) -> Framework:
    """Returns the framework that a report's title tells, else its opening words, else OTHER."""
    for text in (title, opening):
        for framework in FRAMEWORKS:
            if framework.named_in(text):
                return framework
    return OTHER
