"""`make themes`: trains corpus/themes.toml; with --measure, on two thirds and scores the third.

The third that is held back is that of the labelled paragraphs of ../shared whose id's SHA-256,
read as a number, is divisible by 3. With --develop the other two thirds are scored: each sixth of
the authorities by what all paragraphs of other authorities teach.
"""

from __future__ import annotations

import argparse
import hashlib
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeAlias

import numpy as np

from corpus.model import POLARITIES
from corpus.tagging.lexicon import SIGNS, TONES, lexicon
from corpus.tagging.themes import KNOWLEDGE, Passage, Tagger, Tagging
from tests.tools.themes.labels import Labelled, apart, authorities, given, held_back, more
from tests.tools.themes.training import World, judge, theme, tone, world
from tests.tools.themes.writing import HEAD, table, words

SECTIONS = {
    "health": '["health"]',
    "education": '["education", "enjoying and achieving", "enjoy and achieve"]',
    "safeguarding": '["safeguarding", "staying safe", "stay safe", "help and protection"]',
}
DOUBT = 1.0
PARTS = 6
Said: TypeAlias = tuple[Tagging, Labelled]
RECOMMENDED = {"strength": -2.0, "weakness": 3.0}


def main() -> None:
    """Trains on all labelled paragraphs and writes themes.toml, or measures."""
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--measure", action="store_true", help="score the third held back")
    ask.add_argument("--develop", action="store_true", help="score the rest, part by part")
    asked = ask.parse_args()
    paragraphs = given()
    held = [p for p in paragraphs if held_back(p.id)]
    rest = [p for p in paragraphs if not held_back(p.id)]
    if asked.develop:
        print("development:", *score(developed(rest, apart(more(), held))), sep="\n  ")
    elif asked.measure:
        text = trained(world([*rest, *apart(more(), held)]))
        print("seen by training:", *score(said(text, rest)), sep="\n  ")
        print("held back:", *score(said(text, held)), sep="\n  ")
    else:
        KNOWLEDGE.write_text(trained(world([*paragraphs, *more()])), encoding="utf-8")


def developed(rest: list[Labelled], ours: list[Labelled]) -> list[Said]:
    """Returns what is said of the development paragraphs by knowledge of other authorities."""
    both = [*rest, *ours]
    parts = [part_of(authority) for authority in authorities(both)]
    found: list[Said] = []
    for part in range(PARTS):
        own = [p for p, place in zip(rest, parts, strict=False) if place == part]
        others = [p for p, place in zip(both, parts, strict=True) if place != part]
        found += said(trained(world(others)), own)
    return found


def part_of(authority: str) -> int:
    """Returns which part of the development paragraphs an authority is in."""
    return int(hashlib.sha256(authority.encode()).hexdigest(), 16) % PARTS


def trained(known: World) -> str:
    """Returns the text of themes.toml that the paragraphs of a world teach."""
    parts = [HEAD]
    for name, sections in SECTIONS.items():
        learnt = theme(known, name)
        base = {"base": round(learnt.b, 2), "section": DOUBT, "sections": sections}
        parts.append(table(f"themes.{name}", base))
        parts.append(words(f"themes.{name}", known.phrases, learnt.w, LEAST["theme"]))
    for name in TONES:
        learnt = tone(known, name, np.ones(len(known.paragraphs), bool))
        parts.append(table(f"tones.{name}", {"base": round(learnt.b, 2)}))
        parts.append(words(f"tones.{name}", known.phrases, learnt.w, LEAST["tone"]))
    weights = judge(known)
    for column, choice in zip(weights.T, POLARITIES, strict=True):
        signs = dict(zip((*SIGNS, "base"), column[-len(SIGNS) - 1 :].round(2), strict=True))
        asked = {"recommendation": RECOMMENDED.get(choice.key, 0.0)}
        parts.append(table(f"polarity.{choice.key}", {**signs, **asked}))
        own = column[: len(known.phrases)]
        parts.append(words(f"polarity.{choice.key}", known.phrases, own, LEAST["polarity"]))
    return "".join(parts)


# Weights smaller than these change next to nothing and are left out.
LEAST = {"theme": 0.02, "tone": 0.02, "polarity": 0.02}


def said(text: str, paragraphs: list[Labelled]) -> list[Said]:
    """Returns what a themes.toml of that text says of each paragraph."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / KNOWLEDGE.name
        path.write_text(text, encoding="utf-8")
        tagger = Tagger(lexicon(path))
    taggings = tagger.tagged([Passage(p.text) for p in paragraphs])
    return list(zip(taggings, paragraphs, strict=True))


def score(found: list[Said]) -> list[str]:
    """Returns the figures of score_themes.py."""
    total, lines = np.zeros(3), []
    for name in SECTIONS:
        sure = [(name in t.themes, name in p.themes) for t, p in found if name not in p.doubtful]
        counts = np.array(
            [sure.count((True, True)), sure.count((True, False)), sure.count((False, True))]
        )
        total += counts
        lines.append(f"{name:14} {f1(*counts):.3f} F1")
    judged = [t.polarity == p.polarity for t, p in found if p.polarity]
    return [*lines, f"{'micro':14} {f1(*total):.3f} F1", f"{'polarity':14} {np.mean(judged):.3f}"]


def f1(right: float, wrong: float, missed: float) -> float:
    """Returns the harmonic mean of precision and recall."""
    return 2 * right / (2 * right + wrong + missed)


if __name__ == "__main__":
    main()
