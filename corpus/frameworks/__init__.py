"""A report's title in, its inspection framework out; a new one is added to ALL_FRAMEWORKS here."""

from corpus.frameworks.area_send import AREA_SEND
from corpus.frameworks.child_protection import CHILD_PROTECTION
from corpus.frameworks.framework import Framework, HeadingRule
from corpus.frameworks.ilacs import ILACS
from corpus.frameworks.joint import JOINT_AREA_REVIEW, JTAI
from corpus.frameworks.looked_after import LOOKED_AFTER
from corpus.frameworks.other import OTHER
from corpus.frameworks.sif import SIF
from corpus.frameworks.slac import SLAC
from corpus.frameworks.visits import FOCUSED_VISIT, MONITORING_VISIT

__all__ = ["ALL_FRAMEWORKS", "OTHER", "Framework", "HeadingRule", "recognise_framework"]

ALL_FRAMEWORKS = (
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
"""In order of precedence: a title that names two frameworks is of the first."""


def recognise_framework(*texts: str) -> Framework:
    """Return the framework that the first of some texts names which names one, else OTHER."""
    for text in texts:
        for framework in ALL_FRAMEWORKS:
            if framework.is_named_in(text):
                return framework
    return OTHER
