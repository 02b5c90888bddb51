"""An inspection framework: how its reports are told, what they print and how they are graded."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

from corpus.datafile import DataFile
from corpus.frameworks.headings import (
    AREA_KEYS,
    Families,
    HeadingRule,
    parse_headings,
    parse_pattern,
    parse_phrases,
)
from corpus.frameworks.outcomes import Outcome, parse_outcomes
from corpus.frameworks.scale import Scale
from corpus.frameworks.section_themes import SectionTheme, parse_section_themes
from corpus.model import Choice
from corpus.patterns import anyof_when_used, straighten

KEY = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
FORMS = ("report", "letter")
SUBJECTS = ("authority", "authority-service", "service", "police-force")
PLACES_OF_GRADES = ("before", "behind")
OPENINGS = ("finding", "context")
FACT_LABELS = ("title", "authority", "inspection_dates", "published", "lead_inspector", "urn")
FRAMEWORK_KEYS = (
    *("key", "label", "inspection", "publisher", "form", "scale", "area", "opening"),
    "subject",
    *("precedence", "listed", "title", "facts", "judgements", "outcomes", "headings", "themes"),
    "sentences",
)
USUAL_PRECEDENCE = 50
LAST_LISTED = 1000


@dataclass(frozen=True, slots=True)
class Framework(Choice):
    """One inspection framework, as its TOML file describes it.

    `title_pattern` is searched in the title, else in the first words, of a report, `cover_pattern`
    in the lines and cells of its first page; None matches no report. Of its `heading_rules` the
    first that matches counts. `scale`: what its areas are graded by, None where they are not.
    `is_letter`: it is printed as a letter. `outcomes` are what it may state in place of grades, the
    best first. `default_area` is that of sections without an area before the first division.
    `intro_kind` is the kind of the paragraphs before the first heading. `inspection` is what a
    citation calls its inspections. Of two frameworks that a title names, that with the lower
    `precedence` counts; lists are in the order of `listed`. `fact_labels` match what is printed
    before a fact, `record_heading` the heading over a table of judgements.
    `subject` is what it is on: an authority, one service of an authority, whose overall grade is
    not the authority's, a home, a school or another service, so that a name on its cover is no
    authority's, or a police force. `has_grades_behind`: the grade of a section
    stands behind its text. `is_exclusive`: no reports but its publisher's have its title or cover.
    `is_dated`: its reports have days of an inspection. `context_pattern` and
    `recommendation_pattern` match how sentences begin that are of that kind wherever they stand.
    `section_themes` tell which themes a section has by its heading or area, in the order of themes.
    """

    title_pattern: re.Pattern[str] | None
    heading_rules: tuple[HeadingRule, ...]
    scale: Scale | None = None
    is_letter: bool = False
    outcomes: tuple[Outcome, ...] = ()
    default_area: str | None = None
    intro_kind: str = "finding"
    inspection: str | None = None
    publisher: str | None = None
    precedence: int = USUAL_PRECEDENCE
    listed: int = LAST_LISTED
    fact_labels: Mapping[str, re.Pattern[str]] = field(default_factory=dict)
    record_heading: re.Pattern[str] | None = None
    cover_pattern: re.Pattern[str] | None = None
    subject: str = SUBJECTS[0]
    has_grades_behind: bool = False
    section_themes: tuple[SectionTheme, ...] = ()
    is_exclusive: bool = False
    is_dated: bool = True
    context_pattern: re.Pattern[str] | None = None
    recommendation_pattern: re.Pattern[str] | None = None

    @property
    def is_graded(self) -> bool:
        """Whether its areas have grades."""
        return self.scale is not None

    @property
    def is_fallback(self) -> bool:
        """Whether it is that of the reports whose title names no framework."""
        return self.title_pattern is None and self.cover_pattern is None

    @property
    def is_on_service(self) -> bool:
        """Whether it is on a service, so that no authority need be named."""
        return self.subject in ("service", "police-force")

    @property
    def grades_authority(self) -> bool:
        """Whether the overall grade of its reports is the one of their authority."""
        return self.is_graded and self.subject == "authority"

    @property
    def is_on_police(self) -> bool:
        """Whether it is on a police force, which is no local authority."""
        return self.subject == "police-force"

    def find_rule(self, heading: str) -> HeadingRule | None:
        """Return the first rule that matches a heading, None for a heading of its own."""
        return next((rule for rule in self.heading_rules if rule.pattern.search(heading)), None)

    def list_areas(self, heading: str) -> tuple[str, ...]:
        """Return the areas of all rules that match a heading, first the one that it is read as."""
        straight = straighten(heading)
        rules = (rule for rule in self.heading_rules if rule.pattern.search(straight))
        return tuple(dict.fromkeys(rule.area for rule in rules if rule.area))

    def find_section_themes(self, path: Sequence[str], area: str | None) -> dict[str, str | None]:
        """Return the themes of a section, each with the heading that names it, None for its area.

        `path` are the headings above it, outermost first. Those count up to the innermost that
        the framework prints: what stands over that may be about more.
        """
        headings: dict[str, str] = {}
        for heading in reversed(path):
            straight = straighten(heading)
            headings[straight] = heading
            rule = self.find_rule(straight)
            if rule and not rule.is_inner:
                break
        themes: dict[str, str | None] = {}
        for one in self.section_themes:
            named = next(filter(one.is_named_in, headings), None)
            if named or area in one.areas:
                themes[one.theme] = themes.get(one.theme) or (headings[named] if named else None)
        return themes

    def is_known_by(self, line: str) -> bool:
        """Return whether a line of a cover, or a cell of a table on it, tells this framework."""
        return bool(self.cover_pattern and self.cover_pattern.search(line))

    def prints_fact(self, line: str) -> bool:
        """Return whether a line of a cover begins with the label of a fact."""
        return any(label.match(line) for label in self.fact_labels.values())

    def is_marked_by(self, line: str) -> bool:
        """Return whether a line of a cover names this framework or tells it."""
        return self.is_named_in(line) or self.is_known_by(line)

    def is_context(self, text: str) -> bool:
        """Return whether a paragraph (apostrophes straightened) is one that all reports have."""
        return bool(self.context_pattern and self.context_pattern.match(text))

    def is_recommendation(self, text: str) -> bool:
        """Return whether a paragraph begins as recommendations do, wherever they stand."""
        return bool(self.recommendation_pattern and self.recommendation_pattern.match(text))

    def is_named_in(self, text: str) -> bool:
        """Return whether a title, or a report's first words, name this framework."""
        return bool(self.title_pattern and self.title_pattern.search(text))


def parse_framework(
    data: DataFile,
    families: Families,
    scales: Mapping[str, Scale],
    themes: Sequence[str] = (),
    section_themes: Sequence[SectionTheme] = (),
) -> Framework:
    """Return the framework that a file describes. Raise DataError, naming a mistake's line.

    `themes` are all that there are, in order; `section_themes` hold for every framework.
    """
    data.check_keys("", FRAMEWORK_KEYS)
    data.check_keys("title", ("contains", "regex", "cover", "exclusive"))
    data.check_keys("facts", FACT_LABELS)
    data.check_keys("judgements", ("under", "stand"))
    data.check_keys("sentences", ("context", "recommendation"))
    key, scale = data.needed_text("", "key"), data.choice("", "scale", scales)
    if not KEY.fullmatch(key):
        raise data.mistake("", "key", f"is {key!r}; write small letters, digits and hyphens")
    of_sections = (*section_themes, *parse_section_themes(data, themes))
    precedence, listed = data.whole_number("", "precedence"), data.whole_number("", "listed")
    return Framework(
        key,
        data.needed_text("", "label"),
        parse_pattern(data, "title"),
        tuple(parse_headings(data, "headings", families)),
        scale=scales[scale] if scale else None,
        is_letter=data.choice("", "form", FORMS) == "letter",
        outcomes=parse_outcomes(data),
        default_area=data.choice("", "area", AREA_KEYS),
        intro_kind=data.choice("", "opening", OPENINGS) or OPENINGS[0],
        inspection=data.text("", "inspection"),
        publisher=data.text("", "publisher"),
        precedence=USUAL_PRECEDENCE if precedence is None else precedence,
        listed=LAST_LISTED if listed is None else listed,
        fact_labels=dict(parse_fact_labels(data)),
        record_heading=parse_phrases(data, "judgements", "under", "begins"),
        subject=data.choice("", "subject", SUBJECTS) or SUBJECTS[0],
        has_grades_behind=data.choice("judgements", "stand", PLACES_OF_GRADES) == "behind",
        cover_pattern=parse_phrases(data, "title", "cover", "contains"),
        section_themes=tuple(sorted(of_sections, key=lambda one: themes.index(one.theme))),
        is_exclusive=data.switch("title", "exclusive"),
        is_dated=data.table("facts").get("inspection_dates") != [],
        context_pattern=parse_phrases(data, "sentences", "context", "begins"),
        recommendation_pattern=parse_phrases(data, "sentences", "recommendation", "begins"),
    )


def parse_fact_labels(data: DataFile) -> Iterator[tuple[str, re.Pattern[str]]]:
    """Yield each fact that has labels in [facts], with what matches a label and what is behind it.

    The pattern's group `value` is what stands behind the label, in its cell or on its line.
    """
    for fact in data.table("facts"):
        if labels := parse_phrases(data, "facts", fact, "begins"):
            yield fact, anyof_when_used(partial(label_expressions, labels))


def label_expressions(labels: re.Pattern[str]) -> list[str]:
    """Return the expression of labels with what is behind them."""
    return [rf"(?:{labels.pattern})(?!['’])[\s:|–-]*(?P<value>.*)"]
