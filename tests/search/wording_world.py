"""A small collection whose wording is known: three grades, five towns, a boilerplate paragraph."""

from datetime import date

BOILERPLATE = "This notice of 12 May stands in every report word for word and says nothing new."
GRADES = {"ash": "good", "elm": "good", "oak": "inadequate", "fir": "inadequate", "yew": None}
TEXTS = {
    "ash": [
        "Oversight is robust and plans are timely.",
        "Robust oversight helps. Robust oversight!",
    ],
    "elm": ["Plans are timely, and managers know the children of Elmstead Vale well."],
    "oak": ["Plans are not yet timely. Too many children wait.", "Managers in Elmstead Vale know."],
    "fir": ["Too many children wait for too long.", "Plans are not yet good."],
    "yew": ["Too many children wait.", "Robust oversight is missing."],
}


def reports():
    for year, (name, grade) in enumerate(GRADES.items(), 2018):
        texts = [(text, {"grade": grade}) for text in (*TEXTS[name], BOILERPLATE)]
        yield name, texts, {"day": date(year, 3, 1), "overall": "adequate"}
