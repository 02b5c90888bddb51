"""Fit the weights of the recommendation tracker, or score them: `python -m tests.tools.followup`.

Without --fit the pairs read by hand are scored by models of other authorities' pairs, and with
--held-back the authorities held back by the weights as they are in the file.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from search.engine import Engine
from search.followup.tracker.weights import MODELS, WEIGHTS_PATH, Weights, default_weights
from search.local.engine import open_engine
from tests.shared import SHARED
from tests.tools.followup.fitting import cross_validate, describe, fit, read_with
from tests.tools.followup.pairs import LABELS, TRUTH, find_held_back, read_lines, read_pairs


def main() -> None:
    """Score the tracker, or fit its weights and write them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, nargs="?", help="an index of the shared reports")
    parser.add_argument("--fit", action="store_true", help="fit the models and write them")
    parser.add_argument("--held-back", action="store_true", help="score what is held back")
    options = parser.parse_args()
    with TemporaryDirectory() as folder:
        engine = open_engine(options.data or index_shared(Path(folder)))
        run(engine, options.fit, options.held_back)


def index_shared(data: Path) -> Path:
    """Return the directory of a new index of the shared reports: that takes a minute."""
    corpus = SHARED / "corpus"
    paths = [corpus / "reports", corpus / "followup", "--catalogue", corpus / "catalogue.csv"]
    command = [sys.executable, "-m", "web.cli", "index", *paths, "--data", data]
    subprocess.run(list(map(str, command)), check=False, stdout=subprocess.DEVNULL)  # some refused
    return data


def run(engine: Engine, is_fit: bool, is_held_back: bool) -> None:
    """Fit or score, with the pairs read by hand."""
    weights, truth = default_weights(), read_lines(TRUTH)
    held_back = find_held_back(truth)
    if is_held_back:
        lines = [line for line in truth if line["authority"] in held_back]
        print("Held back, by the weights in the file")
        print(describe([read_with(pair, weights) for pair in read_pairs(engine, lines)]))
        return
    lines = [line for line in truth if line["authority"] not in held_back]
    pairs = list(read_pairs(engine, [*lines, *read_lines(LABELS)]))
    if is_fit:
        write(fit(pairs, weights))
    else:
        print("The others, each authority by models of the rest")
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
