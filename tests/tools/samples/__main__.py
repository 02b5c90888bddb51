"""Makes the samples anew: `python -m tests.tools.samples`."""

from tests.tools.samples import SAMPLES, make

for made in make(SAMPLES):
    print(f"{made}  {made.stat().st_size:,} bytes")
