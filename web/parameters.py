"""Parse the parameters of a query string one by one, and name those that are wrong."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from werkzeug.datastructures import MultiDict

from search.choices import ChoiceParameter
from search.language.understanding.authority_names import nearest

MAX_QUOTED = 40  # characters of a wrong value that its message repeats
# Parameters that others add to an address that they link to. They ask nothing of this service.
FOREIGN_PREFIX = "utm_"
FOREIGN = frozenset(
    (
        *("_ga", "_gl", "dclid", "fbclid", "gad_source", "gbraid", "gclid", "gclsrc", "igshid"),
        *("li_fat_id", "mc_cid", "mc_eid", "msclkid", "srsltid", "ttclid", "twclid", "wbraid"),
        "yclid",
    )
)


@dataclass(frozen=True, slots=True)
class ParameterProblem:
    """A parameter that cannot be taken as given: `name`, `value`, and what is `expected` of it.

    `expected` goes on after the name: "is a number from 1 to 50".
    """

    name: str
    value: str
    expected: str

    @property
    def message(self) -> str:
        """The sentence for a person, whose page was made without the value."""
        if not self.value:
            return f"The parameter {self.name} was left out: it {self.expected}"
        return f"“{shorten(self.value)}” was left out: {self.name} {self.expected}"

    @property
    def refusal(self) -> str:
        """The sentence for a program, which gets no answer."""
        if not self.value:
            return f"The parameter {self.name} is wrong: it {self.expected}"
        return f"The parameter {self.name}=“{shorten(self.value)}” is wrong: it {self.expected}"


def shorten(value: str) -> str:
    """Return the beginning of a value, with dots where it goes on."""
    return value if len(value) <= MAX_QUOTED else f"{value[:MAX_QUOTED]}…"


def is_foreign(name: str) -> bool:
    """Return whether a parameter is one that trackers add, which is ignored without a word."""
    return name.lower().startswith(FOREIGN_PREFIX) or name.lower() in FOREIGN


def unknown_parameters(
    names: Iterable[tuple[str, str]], taken: Sequence[str]
) -> Iterator[ParameterProblem]:
    """Yield a problem for each (name, value) whose name is none of those that an address takes."""
    for name, value in names:
        if name not in taken and not is_foreign(name):
            yield ParameterProblem(
                shorten(name), value, f"is no parameter here; {advise(name, taken)}"
            )


def advise(name: str, taken: Sequence[str]) -> str:
    """Return which parameters there are, the nearest one where one is near."""
    if not taken:
        return "this address takes none"
    near = nearest(name, taken)
    return f"did you mean {near}?" if near else f"there are {', '.join(taken)}"


def parse_day(value: str, is_first: bool) -> date | None:
    """Return the date that a value writes, None where it writes none; a year alone is its first
    day, or else its last.
    """
    if not value.isascii():
        return None
    if len(value) == 4 and value.isdigit():
        value += "-01-01" if is_first else "-12-31"
    try:
        # Python 3.11 reads other ways of writing too, such as 20180930 and 2018-W39.
        if len(value) == len("2018-09-30") and value[4] == value[7] == "-":
            return date.fromisoformat(value)
    except ValueError:
        pass
    return None


@dataclass(frozen=True, slots=True)
class ParameterParser:
    """Parses single parameters, and adds those with a wrong value to `problems`."""

    arguments: MultiDict[str, str]
    problems: list[ParameterProblem]

    def refuse(self, name: str, value: str, expected: str) -> None:
        """Add a problem: the value of `name` was left out, since it is not what is `expected`."""
        self.problems.append(ParameterProblem(name, value, expected))

    def single(self, name: str) -> str:
        """Return the value of a parameter that is given once, "" where it is not given."""
        first, *more = [value for value in self.arguments.getlist(name) if value] or [""]
        for value in more:
            self.refuse(name, value, f"is given once, and is “{shorten(first)}”")
        return first

    def text(self, name: str, maximum: int) -> str:
        """Return a text, cut after `maximum` characters."""
        value = self.single(name)
        if len(value) > maximum:
            self.refuse(name, value[maximum:], f"has at most {maximum:,} characters")
        return value[:maximum]

    def choice(self, parameter: ChoiceParameter) -> str:
        """Return the value chosen, the default where it is none of the choices."""
        value = self.single(parameter.name) or parameter.default
        if value in parameter.keys:
            return value
        self.refuse(parameter.name, value, f"is {' or '.join(parameter.keys)}")
        return parameter.default

    def number(self, name: str, default: int, maximum: int) -> int:
        """Return a number from 1 to `maximum`."""
        value = self.single(name) or str(default)
        if value.isascii() and value.isdigit() and len(value) < 10 and 1 <= int(value) <= maximum:
            return int(value)
        self.refuse(name, value, f"is a number from 1 to {maximum}")
        return default

    def switch(self, name: str, default: bool) -> bool:
        """Return whether the value is 1, the default where it is neither 1 nor 0."""
        value = self.single(name) or str(int(default))
        if value in ("0", "1"):
            return value == "1"
        self.refuse(name, value, "is 0 or 1")
        return default

    def day(self, name: str) -> date | None:
        """Return the date; a year alone is its first day for `since`, its last for `until`."""
        value = self.single(name).strip()
        day = parse_day(value, is_first=name == "since")
        if value and day is None:
            self.refuse(name, value, "is a date such as 2018-09-30, or a year")
        return day
