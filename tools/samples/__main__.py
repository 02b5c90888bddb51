"""Makes the samples anew: `python -m tools.samples`."""

from tools.samples import SAMPLES, make

for made in make(SAMPLES):
    print(f"{made}  {made.stat().st_size:,} bytes")
