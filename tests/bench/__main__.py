"""`python -m tests.bench`: see `tests.bench.measure`."""

from tests.bench.measure import main

if __name__ == "__main__":
    main()
