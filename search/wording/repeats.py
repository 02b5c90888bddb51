"""Sentences that later reports repeat nearly word for word: who wrote each first, and who later.

Two sentences are nearly the same where they share RUN_WORDS words in a row, and of all words of
both MIN_SHARE in one order.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from index.analysis import terms
from search.records import Occurrence
from search.sentences import sentence_gaps
from search.wording.concordance import PlaceOfUse
from search.wording.word_changes import TextPart, share_in_order, split_by_change

MIN_WORDS = 8  # shorter sentences may well be alike by chance
RUN_WORDS = 5
MIN_SHARE = 0.75
MAX_SHARING = 20  # sentences that a run of words is looked up for: what more share tells none apart
COMPARED = 5  # earlier sentences that one is compared with, those that share most runs
MAX_LISTED = 10  # later reports of one sentence
NEAR = 400  # characters on either side of a wording that a sentence may have


@dataclass(frozen=True, slots=True)
class UsedSentence(PlaceOfUse):
    """A sentence that uses a wording: its `text`, and its place. A `standard` one is in a paragraph
    that three reports or more have word for word.
    """

    text: str
    standard: bool


@dataclass(frozen=True, slots=True)
class Repeat:
    """A passage of a later report with its `parts`: what it shares with the first one, adds to it
    and leaves out of it.
    """

    passage: UsedSentence
    parts: tuple[TextPart, ...]


@dataclass(frozen=True, slots=True)
class RepeatedPassage:
    """The passage that was `first`, and the number of later `reports` that repeat it nearly word
    for word; `later` are those of them that are listed, the oldest first, at most MAX_LISTED.
    """

    first: UsedSentence
    reports: int
    later: tuple[Repeat, ...]


@dataclass(slots=True)
class RepeatGroup:
    """A passage with its words, and the later ones that are nearly the same."""

    first: UsedSentence
    words: Sequence[str]
    later: list[UsedSentence] = field(default_factory=list)


def passage_of(occurrence: Occurrence) -> UsedSentence:
    """Return the sentence of an occurrence."""
    return UsedSentence(
        occurrence.paragraph_id,
        occurrence.report_id,
        occurrence.ordinal,
        occurrence.authority,
        occurrence.dated,
        occurrence.section,
        occurrence.grade,
        sentence_around(occurrence.text, occurrence.start, occurrence.end),
        occurrence.boilerplate,
    )


def sentence_around(text: str, start: int, end: int) -> str:
    """Return the sentences of a text that its characters from `start` to `end` are in, of a long
    one what is NEAR these.
    """
    first, last = max(0, start - NEAR), min(len(text), end + NEAR)
    gaps = list(sentence_gaps(text, first, last))
    first = max((gap.end for gap in gaps if gap.end <= start), default=first)
    last = min((gap.start for gap in gaps if gap.start >= end), default=last)
    return text[first:last].strip()


def find_repeats(passages: Iterable[UsedSentence]) -> list[RepeatedPassage]:
    """Return the passages that a later report repeats, those that most reports repeat first.

    `passages` are dated and come oldest first. Each belongs to the earlier one that it is most
    like; one of the same day, as all of one report are, is no repeat.
    """
    groups = group_alike(passages)
    repeated = [repeated_passage(group) for group in groups if group.later]
    return sorted(repeated, key=lambda one: -one.reports)


def group_alike(passages: Iterable[UsedSentence]) -> list[RepeatGroup]:
    """Return each passage that is like none before it, with those that are like it."""
    groups: list[RepeatGroup] = []
    groups_of_run: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for passage in dict.fromkeys(passages):
        words = terms(passage.text)
        if len(words) < MIN_WORDS:
            continue
        runs = {*word_runs(words)}
        near = (places for run in runs if (places := groups_of_run.get(run)))
        group = nearest(words, groups, near)
        if group is None:
            for run in runs:
                groups_of_run[run].append(len(groups))
            groups.append(RepeatGroup(passage, words))
        elif is_later(passage, group):
            group.later.append(passage)
    return groups


def word_runs(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Yield each RUN_WORDS words in a row."""
    return zip(*(words[start:] for start in range(RUN_WORDS)), strict=False)


def nearest(
    words: Sequence[str], groups: Sequence[RepeatGroup], sharing: Iterable[Sequence[int]]
) -> RepeatGroup | None:
    """Return the group whose first passage has the words nearly so, None where none has. `sharing`
    are the places of the groups that share each run of words.
    """
    shared = Counter(place for places in sharing if len(places) <= MAX_SHARING for place in places)
    best, best_share = None, 0.0
    for place, _ in shared.most_common(COMPARED):
        share = share_in_order(words, groups[place].words, MIN_SHARE)
        if share > best_share:
            best, best_share = groups[place], share
    return best


def is_later(passage: UsedSentence, group: RepeatGroup) -> bool:
    """Return whether a passage is of a later report than the first one of a group, and its report
    is not among the later ones yet.
    """
    first = group.first
    if not (passage.dated and first.dated and passage.dated > first.dated):
        return False
    return all(passage.report != other.report for other in group.later)


def repeated_passage(group: RepeatGroup) -> RepeatedPassage:
    """Return what is shown of a group."""
    listed = group.later[:MAX_LISTED]
    repeats = tuple(Repeat(one, split_by_change(group.first.text, one.text)) for one in listed)
    return RepeatedPassage(group.first, len(group.later), repeats)
