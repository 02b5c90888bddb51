"""The base of fuzz targets, and random changes to sound inputs."""

import random
from pathlib import Path


class Target:
    """Try inputs: `seeds` are sound ones; `check` raises where a promise does not hold."""

    seeds: tuple[bytes, ...] = ()

    def __init__(self, folder):
        self.folder = Path(folder)

    def check(self, data):
        """Raise if a promise does not hold for an input."""
        raise NotImplementedError

    def close(self):
        """End what the target has started."""


def mutate(seeds, chance):
    """Return a seed with some bytes changed, put in, taken out, doubled, or from another seed."""
    data = bytearray(chance.choice(seeds))
    for _ in range(chance.choice((1, 1, 2, 4, 16))):
        at, size = chance.randint(0, len(data)), chance.choice((1, 1, 2, 8, 64))
        kind = chance.randrange(6)
        if kind == 0 and at < len(data):
            data[at] ^= 1 << chance.randrange(8)
        elif kind == 1:
            data[at:at] = random.Random(chance.random()).randbytes(size)
        elif kind == 2:
            del data[at : at + size]
        elif kind == 3:
            data[at:at] = data[at : at + size]
        elif kind == 4:
            donor = chance.choice(seeds)
            start = chance.randint(0, len(donor))
            data[at : at + size] = donor[start : start + size]
        else:
            data[at : at + size] = bytes(size)
    return bytes(data)
