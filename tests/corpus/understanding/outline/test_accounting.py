"""All text of a report is in its paragraphs, or set aside under a rule, or doubted."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.formats.document import TextLine
from corpus.layout import analyse_layout
from corpus.layout.blocks import PARAGRAPH, RUNNING, Block
from corpus.layout.completeness import count_letters, find_lost_text, printed_text, running_letters
from corpus.model import Judgement
from corpus.understanding.outline.accounting import find_lost_blocks
from corpus.understanding.outline.placement import PlacedBlock
from corpus.understanding.outline.reader import OutlineReader
from tests.corpus.blocks import head, item, para, row
from tests.corpus.known_frameworks import FRAMEWORK_BY_KEY
from tests.corpus.layout.printing import document, flowing, line, paragraph, sentence, stack

SENTENCE = "Most plans for children are clear and are reviewed in good time."
PROSE = f"{SENTENCE} Leaders know all of them by name and act."
SHORT = "Leaders do not know their services well and children come to harm."
OVERALL = Judgement("Overall effectiveness", "good", "overall")


def lost(*blocks, key="sif", judgements=(OVERALL,), title=None):
    """Return (page, quoted text) of each doubt about what a report of those blocks holds."""
    outcomes = list(OutlineReader(FRAMEWORK_BY_KEY[key], judgements).place_blocks(blocks))
    doubts = find_lost_blocks(outcomes, judgements, FRAMEWORK_BY_KEY[key].scale, title)
    return [(doubt.page, doubt.message.partition("“")[2].rstrip("”")) for doubt in doubts]


BODY = [head("Summary"), para(SENTENCE, 1)]


def test_what_stands_over_a_table_is_no_lost_heading():
    action = [
        head("Action we have told the provider to take"),
        row("Regulated activity", "Regulation"),
    ]
    assert lost(*BODY, *action, key="cqc") == []


def test_a_table_with_this_and_an_earlier_inspection_is_read_whole():
    rows = [
        row("Overall effectiveness", "Previous inspection:", "Good", "2"),
        row("This inspection:", "Good", "2"),
    ]
    assert lost(*rows, *BODY, key="ofsted-school-2012") == []


@pytest.mark.parametrize(
    ("blocks", "texts"),
    [
        ([*BODY, para("12", page=2), para("7", page=2), para("103", page=2)], [(2, "12 7 103")]),
        ([*BODY, para("–"), para("◼")], []),
        ([Block(PARAGRAPH, SENTENCE, 1, number=1, cells=("Who acts",))], []),
        ([Block(PARAGRAPH, SENTENCE, 1, cells=("2.14",))], []),
        ([*BODY, row("Housing", "Good")], [(1, "Housing Good")]),
        ([*BODY, row("Overall effectiveness", "Good")], []),
        ([*BODY, row("Adoption performance", "Good"), para(SENTENCE, 2)], []),
        ([*BODY, row("Housing in 2009", "Good")], []),
        ([*BODY, row("Housing", "Not judged")], []),
        ([*BODY, head("Record of main findings"), row("Homes", "Grade 7")], [(1, "Homes Grade 7")]),
        ([para("Eastmere Borough Council."), *BODY], [(1, "Eastmere Borough Council.")]),
        ([para("Eastmere Borough Council"), para("Inspection dates: 2 May 2024."), *BODY], []),
        ([*BODY, head("Leaders"), head("Homes")], []),
        ([*BODY, head(PROSE), head("Homes")], [(1, PROSE)]),
        ([*BODY, head(PROSE), para(SENTENCE)], []),
        ([*BODY, head(SHORT), head("Homes")], [(1, SHORT)]),
        ([*BODY, head(SHORT)], [(1, SHORT)]),
        ([*BODY, head(SHORT.rstrip(".")), head("Homes")], [(1, SHORT.rstrip("."))]),
        ([*BODY, head("Children are not safe."), head("Homes")], [(1, "Children are not safe.")]),
        ([*BODY, head(SHORT), para(SENTENCE)], []),
        ([*BODY, head(SHORT), para("Grade 2 (Good)")], []),
        ([*BODY, head("What leaders should do so that all plans are clear"), head("Homes")], []),
        ([*BODY, head("Services for all of the children in Eastmere are good"), head("Homes")], []),
        ([*BODY, head("Visit dates for the council: 2 May 2018 to 4 May 2018"), head("Homes")], []),
        ([*BODY, para("Yours sincerely"), para("Ada Marsh"), para(SENTENCE)], [(1, SENTENCE)]),
        ([*BODY, para("Yours sincerely"), para("Help is late.")], [(1, "Help is late.")]),
        ([*BODY, para("Yours sincerely"), para("You may copy this as often as you wish to.")], []),
        ([para("Ada Marsh, Eastmere, where she has long been a director."), para("Dear Ada"), *BODY],
         [(1, "Ada Marsh, Eastmere, where she has long been a director.")]),
    ],
    ids=["figures", "marks", "label", "number", "graded row", "judgement", "graded section", "another time", "not judged",
         "record", "cover", "cover lines", "empty sections", "prose as heading", "heading",
         "sentence", "last heading", "no full stop", "short sentence", "sentence over text", "over a grade", "question",
         "grade", "dates", "after a close", "short after a close", "licence",
         "letterhead"],
)  # fmt: skip
def test_what_a_rule_may_not_hold_is_doubted_on_its_page(blocks, texts) -> None:
    assert lost(*blocks) == texts


def test_a_heading_that_is_the_name_of_a_judgement_is_not_lost() -> None:
    name = "Children and young people in Eastmere are safe and feel safe"
    judgement = Judgement(name, "good", "help-and-protection")
    assert lost(*BODY, head(name), head("Homes"), judgements=(judgement,)) == []
    assert lost(*BODY, head(name), head("Homes")) == [(1, name)]


def test_a_title_that_is_a_sentence_is_not_lost() -> None:
    title = "The county did not always look at the homes of children"
    assert lost(head(title), *BODY, title=title) == []
    assert lost(head(title), *BODY) == [(1, title)]


WORDS = st.sampled_from(
    ["12", "7", "Good", "Yours sincerely", "Dear Ada", "Summary", "Recommendations", "–", "©",
     "Within three months:", "Grade 2 (Good)", "www.example.org", "If you would like a copy",
     "Any complaints about the inspection", "Ada Marsh", "Her Majesty’s Inspector", "3. Aims",
     "Record of main findings", "Age group", "Contents", SENTENCE, PROSE]
)  # fmt: skip
PRINTED = st.lists(
    st.lists(st.tuples(WORDS, st.booleans()), min_size=1, max_size=8), min_size=1, max_size=4
).map(lambda pages: document(*(print_page(page) for page in pages)))
FLOWING = st.lists(
    st.one_of(
        WORDS.map(TextLine),
        WORDS.map(lambda text: TextLine(text, heading_level=2)),
        WORDS.map(lambda text: TextLine(text, bullet_depth=1)),
        st.tuples(WORDS, WORDS).map(lambda cells: TextLine(" ".join(cells), cells=cells)),
    ),
    min_size=1,
    max_size=16,
).map(lambda lines: flowing(*lines))


def print_page(texts):
    """Return the lines of a page with those texts, (text, whether bold) each, and two columns."""
    parts = [paragraph(text, 0, bold=bold) for text, bold in texts]
    beside = [line("Homes", 700), line("12", 700, 230)] if len(texts) % 2 else []
    return [*stack(*parts), *beside, line("5", 810, 510)]


@given(st.one_of(PRINTED, FLOWING), st.sampled_from(["sif", "focused-visit", "slac", "other"]))
def test_every_letter_is_in_a_paragraph_or_set_aside_or_doubted(printed, key) -> None:
    blocks = analyse_layout(printed)
    outcomes = list(OutlineReader(FRAMEWORK_BY_KEY[key], ()).place_blocks(blocks))
    kept = [printed_text(outcome.block) for outcome in outcomes if outcome.block.kind != RUNNING]
    repeated = {running_letters(block.text) for block in blocks if block.kind == RUNNING}
    lines = [line.text for line in printed.lines if running_letters(line.text) not in repeated]
    doubted = find_lost_text(printed, blocks).values()
    assert not count_letters(lines) - count_letters([*kept, *doubted])
    assert Counter(outcome.block for outcome in outcomes) == Counter(blocks)


@pytest.mark.parametrize("key", ["sif", "focused-visit"])
def test_a_second_report_bound_to_the_first_is_read(key: str) -> None:
    last_page = para(
        "If you would like a copy of this report in another format, please ask.", page=2
    )
    blocks = [
        *BODY,
        para("Yours sincerely"),
        last_page,
        para("You may copy this.", page=2),
        head("The work of the board", page=3),
        para(sentence(30, "Partners"), page=3),
        item("They meet.", page=3),
        last_page,
    ]
    reader = OutlineReader(FRAMEWORK_BY_KEY[key], ())
    texts = [o.block.text for o in reader.place_blocks(blocks) if isinstance(o, PlacedBlock)]
    assert texts == [SENTENCE, sentence(30, "Partners"), "They meet."]
    assert [(doubt.kind, doubt.page) for doubt in reader.doubts] == [("second-report", 3)]


def test_a_report_that_ends_is_no_two_reports() -> None:
    reader = OutlineReader(FRAMEWORK_BY_KEY["sif"], ())
    assert list(reader.place_blocks([*BODY, para("Yours sincerely"), para("Ada Marsh")]))
    assert reader.doubts == []
