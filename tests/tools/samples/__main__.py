"""Render the samples anew: `python -m tests.tools.samples`."""

from tests.tools.samples import SAMPLES, render_samples

for path in render_samples(SAMPLES):
    print(f"{path}  {path.stat().st_size:,} bytes")
