"""Run one fuzz target: led by coverage where atheris is installed, else by random changes."""

import argparse
import atexit
import random
import sys
import time
import traceback
from pathlib import Path

try:
    import atheris
except ImportError:
    atheris = None


def parse_arguments():
    parser = argparse.ArgumentParser(prog="python -m tests.tools.fuzz", description=__doc__)
    parser.add_argument("target")
    parser.add_argument("--seconds", type=int, default=120)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--chance", action="store_true", help="random changes also with atheris")
    return parser.parse_args()


def fuzz_by_coverage(options):
    """Run until a fault is found or the time is over; libFuzzer prints how many were tried."""
    with atheris.instrument_imports(include=["corpus", "index", "search", "web"]):
        from tests.tools.fuzz import targets
    target = targets.create_target(options.target)
    atexit.register(target.close)
    seeds = target.folder / "seeds"
    seeds.mkdir()
    for number, seed in enumerate(target.seeds):
        (seeds / str(number)).write_bytes(seed)
    arguments = [sys.argv[0], f"-max_total_time={options.seconds}", f"-seed={options.seed}"]
    arguments += [f"-artifact_prefix={target.folder}/", "-timeout=20", "-max_len=65536", str(seeds)]
    atheris.Setup(arguments, target.check)
    atheris.Fuzz()


def fuzz_by_chance(options):
    """Run until the time is over; print each kind of fault once, and how many were tried."""
    from tests.tools.fuzz.target import mutate
    from tests.tools.fuzz.targets import create_target

    target, chance = create_target(options.target), random.Random(options.seed)
    tried, faults, deadline = 0, set(), time.monotonic() + options.seconds
    try:
        while time.monotonic() < deadline:
            data = mutate(target.seeds, chance)
            tried += 1
            try:
                target.check(data)
            except Exception as error:
                report_fault(error, data, target, faults)
    finally:
        target.close()
    print(f"{options.target}: {tried:,} tried, {len(faults)} kinds of fault")


def report_fault(error, data, target, faults):
    """Print a kind of fault that is not among `faults`, and keep its input; add it to them."""
    last = traceback.extract_tb(error.__traceback__)[-1]
    kind = f"{type(error).__name__} at {Path(last.filename).name}:{last.lineno}"
    if kind not in faults:
        path = target.folder / f"fault-{len(faults)}"
        path.write_bytes(data)
        print(f"{kind}: {error!r:.300}; {path}", flush=True)
        faults.add(kind)


if __name__ == "__main__":
    options = parse_arguments()
    (fuzz_by_coverage if atheris and not options.chance else fuzz_by_chance)(options)
