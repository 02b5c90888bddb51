"""The one table of a request's options: what sort, match, unit and order may be, with labels."""

from __future__ import annotations

from dataclasses import dataclass, field

from corpus.model import Choice
from index.facets import BY_SECTION, BY_WORDS, EITHER
from search.errors import BadRequest


@dataclass(frozen=True, slots=True)
class ChoiceParameter:
    """A parameter that takes one of a few values; the first is the default.

    `help` describes it as a parameter of the API; each choice has its label on the page.
    """

    name: str
    help: str
    choices: tuple[Choice, ...]
    keys: tuple[str, ...] = field(init=False)
    """The values that it takes, the default first; every request is checked against them."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "keys", tuple(choice.key for choice in self.choices))

    @property
    def default(self) -> str:
        """The value where none is given."""
        return self.choices[0].key

    def label(self, value: str) -> str:
        """Return the label of one of the choices."""
        return self.choices[self.keys.index(value)].label

    def check(self, value: str) -> None:
        """Raise BadRequest unless `value` is one of the choices."""
        if value not in self.keys:
            choices = ", ".join(self.keys)
            raise BadRequest(
                f"the parameter {self.name} has no value {value!r}; choose from {choices}"
            )


SORT = ChoiceParameter(
    "sort",
    "Order of the results.",
    (
        Choice("relevance", "Best match first"),
        Choice("newest", "Newest first"),
        Choice("oldest", "Oldest first"),
    ),
)
MATCH = ChoiceParameter(
    "match",
    "How many of the words must occur; auto is all, then most where few have all.",
    (
        Choice("auto", "all words, or most where few have all"),
        Choice("all", "all of the words"),
        Choice("most", "most of the words"),
        Choice("any", "any of the words"),
    ),
)
UNIT = ChoiceParameter(
    "unit",
    "What is listed and counted.",
    (Choice("paragraphs", "Paragraphs"), Choice("reports", "Reports")),
)
THEME_BY = ChoiceParameter(
    "theme_by",
    "By what a theme counts: words of the paragraph, the heading above it, or either.",
    (
        Choice(EITHER, "their words or their section"),
        Choice(BY_WORDS, "their words"),
        Choice(BY_SECTION, "their section"),
    ),
)
# Those of a Request, by its field.
CHOICES = {parameter.name: parameter for parameter in (SORT, MATCH, UNIT, THEME_BY)}

# That of a concordance.
ORDER = ChoiceParameter(
    "order",
    "Sort by what follows, what comes before, or date.",
    (
        Choice("right", "by what follows"),
        Choice("left", "by what comes before"),
        Choice("date", "newest first"),
    ),
)
