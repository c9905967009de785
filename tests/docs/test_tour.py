"""The tour shows every picture, and the pictures stay small."""

import re
from pathlib import Path

DOCS = Path(__file__).parents[2] / "docs"
MOST = 3_000_000  # bytes of all pictures


def test_every_picture_is_shown_and_every_shown_picture_is_there() -> None:
    shown = set(re.findall(r"images/([\w-]+)\.png", (DOCS / "tour.md").read_text(encoding="utf-8")))
    there = {path.stem for path in (DOCS / "images").glob("*.png")}
    taken = set(
        re.findall(
            r'^    "([\w-]+)": \(', (DOCS / "screenshots.py").read_text(encoding="utf-8"), re.MULTILINE
        )
    )
    assert there == taken
    assert shown == there - {"dossier"}  # which the README shows
    assert sum(path.stat().st_size for path in (DOCS / "images").iterdir()) < MOST
