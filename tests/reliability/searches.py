"""What people ask of a server: pages of every kind, and searches that are hardly ever the same."""

import random
from itertools import accumulate, count
from urllib.parse import quote

from index.collection import open_snapshot
from search.language.function_words import function_words


class Searches:
    """Addresses without end, made of what an index holds; two of one seed ask the same.

    Words come as often as the collection uses them: few again and again, most hardly ever. What
    is asked of them is new nearly each time, and some are written as nobody writes them.
    """

    def __init__(self, data, seed):
        self.snapshot, self.chance, self.numbers = open_snapshot(data), random.Random(seed), count()
        counts = zip(self.snapshot.vocabulary(), self.snapshot.counts().tolist(), strict=True)
        known = {word: often for word, often in counts if word not in function_words()}
        self.known, self.often = list(known), list(accumulate(known.values()))

    def __iter__(self):
        return self

    def __next__(self):
        return self.chance.choice(KINDS)(self)

    def words(self, number):
        """So many words as an address has them."""
        return quote(" ".join(self.chance.choices(self.known, cum_weights=self.often, k=number)))

    def slip(self):
        """A word that no collection has, another each time."""
        return f"{self.words(1)}x{next(self.numbers)}"

    def paragraph(self):
        """The id of a paragraph."""
        return self.snapshot.paragraph_id(self.chance.randrange(self.snapshot.size))

    def report(self):
        """The id of a report."""
        return self.paragraph().rpartition("/")[0]

    def authority(self):
        """The name of an authority as an address has it."""
        return quote(self.chance.choice(self.snapshot.columns.names["authority"][1:]))


SEARCHES = (
    lambda one: f"/?q={one.words(1)}",
    lambda one: f"/?q={one.words(2)}&grade=good",
    lambda one: f"/?q={one.words(3)}&match=any&size=50",
    lambda one: f"/?q=%22{one.words(2)}%22",
    lambda one: f"/?q={one.words(1)[:3]}*&sort=newest",
    lambda one: f"/?q={one.words(1)}+-{one.words(1)}&unit=reports",
    lambda one: f"/?q={one.words(1)}~",
    lambda one: f"/?q={one.words(2)}+{one.slip()}",
    lambda one: f"/api/search?q={one.words(2)}&authority={one.authority()}&theme=health",
    lambda one: f"/api/search?q={one.words(4)}&once=1",
)
PAGES = (
    lambda one: f"/report/{one.report()}",
    lambda one: f"/report/{one.report()}?q={one.words(1)}",
    lambda one: f"/report/{one.paragraph()}",
    lambda one: f"/authority/{one.authority()}",
    lambda one: f"/wording/concordance?q={one.words(1)}",
    lambda one: f"/wording/profile?q={one.words(1)}",
    lambda one: f"/wording/like/{one.paragraph()}",
)
HEAVY = (
    lambda one: f"/search.csv?q={one.words(2)}&match=any",
    lambda one: f"/wording/distinctive?q={one.words(2)}",
)
# One in a hundred is heavy: what takes longest takes no part in the p99, but in the memory.
KINDS = 18 * SEARCHES + 3 * PAGES + HEAVY
