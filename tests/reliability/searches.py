"""What people ask a server for: pages of every kind, and searches that are hardly ever the same."""

import random
from itertools import accumulate, count
from urllib.parse import quote

from index.collection import open_snapshot
from search.language.function_words import function_words


class Searches:
    """Addresses without end, made of what an index holds; the same for the same seed.

    Words come as often as the collection uses them: few again and again, most hardly ever. Nearly
    every search is new, and some words are misspelt.
    """

    def __init__(self, data, seed):
        self.snapshot, self.chance, self.numbers = open_snapshot(data), random.Random(seed), count()
        counts = zip(self.snapshot.vocabulary(), self.snapshot.counts().tolist(), strict=True)
        common = {word: count for word, count in counts if word not in function_words()}
        self.vocabulary, self.weights = list(common), list(accumulate(common.values()))

    def __iter__(self):
        return self

    def __next__(self):
        return self.chance.choice(KINDS)(self)

    def words(self, number):
        """So many words as an address has them."""
        return quote(
            " ".join(self.chance.choices(self.vocabulary, cum_weights=self.weights, k=number))
        )

    def misspelling(self):
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
    lambda searches: f"/?q={searches.words(1)}",
    lambda searches: f"/?q={searches.words(2)}&grade=good",
    lambda searches: f"/?q={searches.words(3)}&match=any&size=50",
    lambda searches: f"/?q=%22{searches.words(2)}%22",
    lambda searches: f"/?q={searches.words(1)[:3]}*&sort=newest",
    lambda searches: f"/?q={searches.words(1)}+-{searches.words(1)}&unit=reports",
    lambda searches: f"/?q={searches.words(1)}~",
    lambda searches: f"/?q={searches.words(2)}+{searches.misspelling()}",
    lambda searches: (
        f"/api/search?q={searches.words(2)}&authority={searches.authority()}&theme=health"
    ),
    lambda searches: f"/api/search?q={searches.words(4)}&once=1",
)
PAGES = (
    lambda searches: f"/report/{searches.report()}",
    lambda searches: f"/report/{searches.report()}?q={searches.words(1)}",
    lambda searches: f"/report/{searches.paragraph()}",
    lambda searches: f"/authority/{searches.authority()}",
    lambda searches: f"/wording/concordance?q={searches.words(1)}",
    lambda searches: f"/wording/profile?q={searches.words(1)}",
    lambda searches: f"/wording/like/{searches.paragraph()}",
)
HEAVY = (
    lambda searches: f"/search.csv?q={searches.words(2)}&match=any",
    lambda searches: f"/wording/distinctive?q={searches.words(2)}",
)
# One in a hundred is heavy: what takes longest takes no part in the p99, but in the memory.
KINDS = 18 * SEARCHES + 3 * PAGES + HEAVY
