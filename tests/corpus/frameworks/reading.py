"""What was read of a report, as tables that tests of frameworks compare."""


def facts_read(report, facts):
    """Return those of a report's facts that a test names, as texts."""
    read = {name: getattr(report, name) for name in facts}
    return {name: value and str(value) for name, value in read.items()}


def judgements_read(report):
    """Return (name, grade, area) for each judgement of a report."""
    return [(j.name, j.grade, j.area) for j in report.judgements]


def paragraphs_read(report):
    """Return (first four words, section, area, grade, kind) for each paragraph of a report."""
    return [
        (" ".join(p.text.split()[:4]), p.section, p.area, p.grade, p.kind)
        for p in report.paragraphs
    ]
