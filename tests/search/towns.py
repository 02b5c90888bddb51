"""Twelve towns, half of which say one thing and half another."""

COMMON = "Staff work with families in the town"
TOWNS = ("ash", "elm", "oak", "fir", "yew", "bay", "box", "hop", "ivy", "rye", "tea", "may")


def reports():
    for number, name in enumerate(TOWNS):
        grade = "good" if number % 2 else "inadequate"
        said = "They are highly effective here" if number % 2 else "Too many children wait long"
        texts = [f"{said}, says {name}.", f"{COMMON} {name}. Visit of {name} to Elmstead Vale."]
        yield name, [(text, {"grade": grade}) for text in texts], {}
