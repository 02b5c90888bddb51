import pytest

from corpus.understanding.lead_inspector import find_lead_inspector


@pytest.mark.parametrize(
    ("texts", "name"),
    [
        (["Lead inspector: Ada Marsh"], "Ada Marsh"),
        (["Lead inspector: Ada Marsh, His Majesty's Inspector"], "Ada Marsh"),
        (["Lead inspector: Ada Marsh Her Majesty's Inspector"], "Ada Marsh"),
        (["Inspection dates: 8 – 12 July 2013 Reporting inspector Tom Reed HMI"], "Tom Reed"),
        (["Reporting inspector Tom O'Reed-Hill HMI Age group: All"], "Tom O'Reed-Hill"),
        (["Deputy lead inspector: Bo Lee", "Lead inspector: Máire de Witt"], "Máire de Witt"),
        (["Lead inspector: Mrs Ada Marsh Deputy lead inspector: Bo Lee"], "Ada Marsh"),
        (["Ada Marsh, Ofsted lead inspector Bo Lee, CQC lead inspector"], "Ada Marsh"),
        (["Ada Marsh HMI, Ofsted Lead inspector"], "Ada Marsh"),
        (["Ada Marsh, HMI, Lead inspector"], "Ada Marsh"),
        (["Yours sincerely", "Ada Marsh", "His Majesty's Inspector"], "Ada Marsh"),
        (["Yours sincerely", "Ada Marsh, HMI"], "Ada Marsh"),
        (["The inspectors were Ada Marsh, Her Majesty's Inspector, and Bo Lee."], "Ada Marsh"),
        (["His Majesty's Inspectors for this visit were Ada Marsh and Bo Lee."], "Ada Marsh"),
        (["The visit was carried out by Her Majesty's Inspectors, Ada Marsh and Bo Lee."], "Ada Marsh"),
        (["Yours sincerely", "Ada Marsh", "National Director, Social Care"], None),
        (["Yours sincerely", "Ada Marsh", "National Director", "Bo Lee", "Her Majesty's Inspector of Constabulary"], None),
        (["Yours sincerely", "Ada Marsh", "Ofsted Inspector"], "Ada Marsh"),
        (["Yours sincerely", "Ada Marsh | Bo Lee", "Regional Director | Deputy Chief Inspector"], "Ada Marsh"),
        (["Yours sincerely", "Ada Marsh", "Her Majesty's Inspector", "Ofsted", "Bo Lee, HMI, Regional Director"], "Ada Marsh"),
        (["Lead inspector: | Ada Marsh | Her Majesty's Inspector"], "Ada Marsh"),
        (["The lead inspector and the director of services agreed the plan."], None),
        (["Inspection dates: 4 – 13 February 2013 Lead inspector Ada Marsh HMI Age group: All"], "Ada Marsh"),
        (["Deputy lead inspector: Bo Lee"], None),
        ([], None),
    ],
)  # fmt: skip
def test_who_led(texts, name):
    assert find_lead_inspector(texts) == name


@pytest.mark.parametrize(
    "text",
    [
        "Previous lead inspector: Bo Lee",
        "The last inspection, of which the lead inspector: Bo Lee wrote, was in 2013.",
        "At the previous inspection the inspectors were Bo Lee and Al Ray.",
    ],
)
def test_who_led_an_earlier_inspection_did_not_lead_this_one(text):
    assert find_lead_inspector([text]) is None
