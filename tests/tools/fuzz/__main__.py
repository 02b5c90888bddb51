"""Runs one target: led by what the code does where atheris is installed, else by chance."""

import argparse
import random
import sys
import time
from pathlib import Path

try:
    import atheris
except ImportError:
    atheris = None


def arguments():
    parser = argparse.ArgumentParser(prog="python -m tests.tools.fuzz", description=__doc__)
    parser.add_argument("target")
    parser.add_argument("--seconds", type=int, default=120)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--chance", action="store_true", help="by chance also with atheris")
    return parser.parse_args()


def led(options):
    """Runs until a fault is found or the time is over; libFuzzer prints how many were tried."""
    with atheris.instrument_imports(include=["corpus", "index", "search", "web"]):
        from tests.tools.fuzz import targets
    target = targets.made(options.target)
    seeds = target.place / "seeds"
    seeds.mkdir()
    for number, seed in enumerate(target.seeds):
        (seeds / str(number)).write_bytes(seed)
    words = [sys.argv[0], f"-max_total_time={options.seconds}", f"-seed={options.seed}"]
    words += [f"-artifact_prefix={target.place}/", "-timeout=20", "-max_len=65536", str(seeds)]
    atheris.Setup(words, target.once)
    atheris.Fuzz()


def by_chance(options):
    """Runs until the time is over; prints each kind of fault once, and how many were tried."""
    from tests.tools.fuzz import targets

    target, chance = targets.made(options.target), random.Random(options.seed)
    tried, faults, until = 0, {}, time.monotonic() + options.seconds
    while time.monotonic() < until:
        data = targets.changed(target.seeds, chance)
        tried += 1
        try:
            target.once(data)
        except Exception as error:
            last = error.__traceback__
            while last.tb_next:
                last = last.tb_next
            where = f"{Path(last.tb_frame.f_code.co_filename).name}:{last.tb_lineno}"
            kind = f"{type(error).__name__} at {where}"
            if kind not in faults:
                path = target.place / f"fault-{len(faults)}"
                path.write_bytes(data)
                print(f"{kind}: {error!r:.300}; {path}", flush=True)
            faults[kind] = faults.get(kind, 0) + 1
    print(f"{options.target}: {tried:,} tried, {len(faults)} kinds of fault")


if __name__ == "__main__":
    options = arguments()
    (led if atheris and not options.chance else by_chance)(options)
