"""What an answer lists, by the ids of its paragraphs."""


def ids(engine, listing):
    return [engine.paragraph(ref).id for ref in listing.refs]
