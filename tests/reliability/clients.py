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
    """What came back to a client: asked for at `begin` (monotonic), after `seconds`; status 0 means
    nothing.
    """

    client: int
    path: str
    begin: float
    seconds: float
    status: int
    body: bytes
    retry_after: str | None


class Client:
    """Asks on one connection that it keeps."""

    def __init__(self, address, number=0):
        self.connection = http.client.HTTPConnection(urlsplit(address).netloc, timeout=PATIENCE)
        self.number = number

    def ask(self, path, due=None):
        """The answer; its seconds count from when it was `due`, else from when it was asked for."""
        begin = time.monotonic()
        try:
            self.connection.request("GET", path, headers={"Accept-Encoding": "identity"})
            response = self.connection.getresponse()
            status, body, after = response.status, response.read(), response.headers["Retry-After"]
        except (OSError, http.client.HTTPException) as error:
            self.connection.close()
            status, body, after = 0, repr(error).encode(), None
        seconds = time.monotonic() - (due or begin)
        return Answer(self.number, path, begin, seconds, status, body, after)

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
def keep_asking(address, clients, paths, take):
    """Lets so many clients ask for the paths in turn, again at once, until the end; gives each
    answer to `take`.
    """
    over = threading.Event()

    def run(number):
        client = Client(address, number)
        for path in itertools.islice(itertools.cycle(paths), number, None):
            if over.is_set():
                break
            take(client.ask(path))
        client.close()

    threads = [threading.Thread(target=run, args=(number,)) for number in range(clients)]
    for thread in threads:
        thread.start()
    try:
        yield
    finally:
        over.set()
        for thread in threads:
            thread.join(PATIENCE)


def ask_at_rate(address, clients, paths, rate, seconds):
    """The answers to `rate` requests a second, asked for when they are due however slow the answers;
    each takes the next of `paths`, an iterator. Bodies that nobody will look at are dropped.
    """
    answers, begin = [], time.monotonic()
    tickets = iter(range(int(rate * seconds)))
    taking = threading.Lock()

    def run(number):
        client = Client(address, number)
        while True:
            with taking:
                ticket = next(tickets, None)
                path = next(paths)
            if ticket is None:
                break
            due = begin + ticket / rate
            time.sleep(max(0.0, due - time.monotonic()))
            answer = client.ask(path, due)
            answers.append(replace(answer, body=b"") if answer.status == 200 else answer)
        client.close()

    threads = [threading.Thread(target=run, args=(number,)) for number in range(clients)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return answers


def percentile(answers, part):
    """The milliseconds that this part of the answers took at most."""
    times = sorted(answer.seconds for answer in answers)
    return round(1000 * times[min(len(times) - 1, int(len(times) * part))], 1)
