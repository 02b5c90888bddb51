"""Clients of a server over HTTP: some that ask again at once, and some that ask at a given rate."""

import http.client
import itertools
import threading
import time
from contextlib import contextmanager
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

PATIENCE = 30


@dataclass(frozen=True)
class Answer:
    """What came back: `asked` when (monotonic), after `seconds`; status 0 is none at all."""

    path: str
    asked: float
    seconds: float
    status: int
    body: bytes
    retry_after: str | None


class Client:
    """Asks on one connection that it keeps."""

    def __init__(self, address):
        self.connection = http.client.HTTPConnection(urlsplit(address).netloc, timeout=PATIENCE)

    def ask(self, path, due=None):
        """The answer; its seconds count from when it was `due`, else from when it was asked."""
        asked = time.monotonic()
        try:
            self.connection.request("GET", path, headers={"Accept-Encoding": "identity"})
            response = self.connection.getresponse()
            status, body, after = response.status, response.read(), response.headers["Retry-After"]
        except (OSError, http.client.HTTPException) as error:
            self.connection.close()
            status, body, after = 0, repr(error).encode(), None
        return Answer(path, asked, time.monotonic() - (due or asked), status, body, after)

    def close(self):
        self.connection.close()


def ask(address, path):
    """One answer, on a connection of its own."""
    client = Client(address)
    try:
        return client.ask(path)
    finally:
        client.close()


@contextmanager
def asking(address, clients, paths, keep):
    """Lets so many clients ask for the paths in turn, again at once, until the end; gives each
    answer to `keep`.
    """
    ended = threading.Event()

    def run(number):
        client = Client(address)
        for path in itertools.islice(itertools.cycle(paths), number, None):
            if ended.is_set():
                break
            keep(client.ask(path))
        client.close()

    threads = [threading.Thread(target=run, args=(number,)) for number in range(clients)]
    for thread in threads:
        thread.start()
    try:
        yield
    finally:
        ended.set()
        for thread in threads:
            thread.join(PATIENCE)


def stream(address, clients, paths, rate, seconds):
    """The answers to `rate` requests a second, asked when they are due however slow the answers;
    each takes the next of `paths`, an iterator. Bodies that nobody will ask about are dropped.
    """
    answers, begun = [], time.monotonic()
    tickets = iter(range(int(rate * seconds)))
    taking = threading.Lock()

    def run():
        client = Client(address)
        while True:
            with taking:
                ticket = next(tickets, None)
                path = next(paths)
            if ticket is None:
                break
            due = begun + ticket / rate
            time.sleep(max(0.0, due - time.monotonic()))
            answer = client.ask(path, due)
            answers.append(replace(answer, body=b"") if answer.status == 200 else answer)
        client.close()

    threads = [threading.Thread(target=run) for _ in range(clients)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return answers


def percentile(answers, part):
    """The milliseconds that this part of the answers took at most."""
    times = sorted(answer.seconds for answer in answers)
    return round(1000 * times[min(len(times) - 1, int(len(times) * part))], 1)
