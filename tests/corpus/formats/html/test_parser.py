from corpus.formats.html.parser import parse


class Recorder:
    """A target that keeps what it is told."""

    def __init__(self) -> None:
        self.events: list[str] = []

    def start(self, tag: str, attributes: object) -> None:
        self.events.append(f"<{tag}>")

    def end(self, tag: str) -> None:
        self.events.append(f"</{tag}>")

    def data(self, data: str) -> None:
        self.events.append(data)

    def close(self) -> None:
        self.events.append("end")


def test_elements_that_a_page_leaves_open_are_closed() -> None:
    target = Recorder()
    parse("<p>a<p><b>b</p>", target)
    events = "".join(target.events)
    assert "<p>a</p><p><b>b</b></p>" in events
    assert events.endswith("</html>end")
