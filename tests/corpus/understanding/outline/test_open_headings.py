from tests.corpus.blocks import head, para, row
from tests.corpus.understanding.outlining import place

LADDER = [
    head("The local authority", 2),
    head("The experiences and progress of children who need help and protection", 3),
    row("Good"),
    head("Summary", 4),
    para("A."),
    para("B."),
    para("C.", 1),
    head("Early help", 5),
    para("D.", 2),
    head("Leadership, management and governance", 3),
    head("Inspection findings", 4),
    para("E.", 3),
]
PROTECTION = LADDER[1].text


def test_a_path_has_all_headings_above_and_a_section_is_the_last_that_names_content():
    placed = place("sif", LADDER)
    assert [(p.block.text, p.placement.section, p.placement.path) for p in placed] == [
        ("A.", PROTECTION, ("The local authority", PROTECTION, "Summary")),
        ("B.", PROTECTION, ("The local authority", PROTECTION, "Summary")),
        ("C.", PROTECTION, ("The local authority", PROTECTION)),
        ("D.", "Early help", ("The local authority", PROTECTION, "Early help")),
        (
            "E.",
            "Leadership, management and governance",
            (
                "The local authority",
                "Leadership, management and governance",
                "Inspection findings",
            ),
        ),
    ]


def test_the_summary_in_a_box_ends_with_the_box():
    """Without numbers, too: the box's section goes on, its summary does not."""
    blocks = [
        head("The experiences and progress of care leavers: good", 3, boxed=True),
        head("Summary", 4, boxed=True),
        para("A.", boxed=True),
        para("B."),
    ]
    placed = place("sif", blocks)
    title = blocks[0].text
    assert [(p.placement.section, p.placement.grade, p.placement.path) for p in placed] == [
        (title, "good", (title, "Summary")),
        (title, "good", (title,)),
    ]


def test_context_stands_under_no_findings():
    blocks = [
        head("The local authority", 1),
        head("Leadership, management and governance", 2),
        para("A."),
        head("Information about this inspection", 3),
        para("B."),
        head("The inspection team", 4),
        para("C."),
    ]
    placed = place("sif", blocks)
    assert [p.placement.path[1:] for p in placed] == [
        ("Leadership, management and governance",),
        ("Information about this inspection",),
        ("Information about this inspection", "The inspection team"),
    ]


def test_a_heading_right_over_another_is_the_title_over_it_and_its_siblings():
    blocks = [
        head("Key findings"),
        head("Recording"),
        para("A."),
        head("Supervision"),
        para("B."),
        head("Next steps"),
        head("Who came"),
        para("C."),
    ]
    placed = place("joint-area-review", blocks)
    assert [p.placement.path for p in placed] == [
        ("Key findings", "Recording"),
        ("Key findings", "Supervision"),
        ("Next steps", "Who came"),
    ]


def test_what_is_asked_for_in_a_part_on_the_past_is_context():
    blocks = [
        head("What the service has done to meet any requirements", 2),
        head("Requirements", 3), para("Mend the fence."),
        head("How good is our leadership?", 2),
        head("Requirements", 3), para("Mend the gate."),
    ]  # fmt: skip
    placed = place("care-inspectorate", blocks)
    assert [(p.placement.area, p.placement.kind) for p in placed] == [
        ("about", "context"), (None, "recommendation"),
    ]  # fmt: skip
