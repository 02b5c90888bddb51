"""Fit the weights of the recommendation tracker, or score them: `python -m tests.tools.followup`.

Without --fit the pairs read by hand are scored by models of other authorities' pairs, and with
--held-back the authorities held back by the weights as they are in the file.
"""

from __future__ import annotations

import argparse
import re
from pathlib import Path

from search.followup.weights import MODELS, WEIGHTS_PATH, Weights, default_weights
from search.local.engine import open_engine
from tests.tools.followup.fitting import cross_validate, describe, fit, read_with
from tests.tools.followup.pairs import LABELS, TRUTH, find_held_back, read_lines, read_pairs


def main() -> None:
    """Score the tracker, or fit its weights and write them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="an index of the shared reports")
    parser.add_argument("--fit", action="store_true", help="fit the models and write them")
    parser.add_argument("--held-back", action="store_true", help="score what is held back")
    options = parser.parse_args()
    engine, weights, truth = open_engine(options.data), default_weights(), read_lines(TRUTH)
    held_back = find_held_back(truth)
    if options.held_back:
        lines = [line for line in truth if line["authority"] in held_back]
        print(describe([read_with(pair, weights) for pair in read_pairs(engine, lines)]))
        return
    lines = [line for line in truth if line["authority"] not in held_back]
    pairs = list(read_pairs(engine, [*lines, *read_lines(LABELS)]))
    if options.fit:
        write(fit(pairs, weights))
    else:
        print(describe(cross_validate(pairs, weights)))


def write(weights: Weights) -> None:
    """Write the models into `weights.toml`, below what was chosen."""
    chosen = re.split(r"\n\[(?:passage|report|status)\]\n", WEIGHTS_PATH.read_text("utf-8"))[0]
    tables = []
    for name, features in MODELS.items():
        model = getattr(weights, name)
        values = zip(("base", *features), (model.base, *model.weights), strict=True)
        tables.append(
            "\n".join([f"\n[{name}]", *(f"{key} = {value}" for key, value in values), ""])
        )
    WEIGHTS_PATH.write_text("".join([chosen.rstrip("\n"), "\n", *tables]), encoding="utf-8")


if __name__ == "__main__":
    main()
