"""Twelve towns: half of their reports share one phrase, half another, and all share some."""

COMMON = "Staff work with families in the town"
TOWNS = ("ash", "elm", "oak", "fir", "yew", "bay", "box", "hop", "ivy", "rye", "tea", "may")


def reports():
    for number, name in enumerate(TOWNS):
        is_good = number % 2
        grade = "good" if is_good else "inadequate"
        effective = f"{('The', 'All')[number // 2 % 2]} highly effective town teams"
        phrase = effective if is_good else "Too many children wait long"
        texts = [
            f"{phrase}. So says {name}.",
            f"{COMMON} {name}. Visit of {name} to Elmstead Vale.",
        ]
        yield name, [(text, {"grade": grade}) for text in texts], {}
