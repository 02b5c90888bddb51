"""The record of an inspection framework: its title, its headings, and what it grades."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class HeadingRule:
    """A heading, or a family of headings, and what the paragraphs under it are.

    `pattern` is searched in a heading's text, its apostrophes straightened. `area` is that of
    the section; None takes the division's. `kind` is that of its paragraphs. A heading that
    `opens_division` gives its area to the sections after it that have none of their own, until
    the next such heading. One that `is_inner` is a subheading within sections of findings, and
    opens a section of its own anywhere else.
    """

    pattern: re.Pattern[str]
    area: str | None
    kind: str = "finding"
    opens_division: bool = False
    is_inner: bool = False


@dataclass(frozen=True, slots=True)
class Framework:
    """One inspection framework.

    `title_pattern` is searched in the title, else in the first words, of a report; None matches
    no report. Of its `heading_rules` the first that matches counts. `is_graded`: its areas have
    grades. `is_letter`: it is printed as a letter. `has_outcome`: it states one of three
    outcomes. `default_area` is that of sections without an area before the first division.
    `intro_kind` is the kind of the paragraphs before the first heading.
    """

    key: str
    title_pattern: re.Pattern[str] | None
    heading_rules: tuple[HeadingRule, ...]
    is_graded: bool = False
    is_letter: bool = False
    has_outcome: bool = False
    default_area: str | None = None
    intro_kind: str = "finding"

    def find_rule(self, heading: str) -> HeadingRule | None:
        """Return the first rule that matches a heading, None for a heading of its own."""
        return next((rule for rule in self.heading_rules if rule.pattern.search(heading)), None)

    def is_named_in(self, text: str) -> bool:
        """Return whether a title, or a report's first words, name this framework."""
        return bool(self.title_pattern and self.title_pattern.search(text))
