"""The letters that stand in whatever a pattern matches."""

import re

import pytest

from depeche.lexicon import table
from depeche.reading.openings import openings


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        (r"\bremerci\w+", ["remerci"]),
        (r"^(?:non\b|faux\b)", ["non", "faux"]),
        (r"\bpriez\b|^(?:halte|stop)\b", ["priez", "halte", "stop"]),
        (r"\bhontes?\b", ["honte"]),
        (r"\bsalu(?:e|ent)\b", ["salu"]),
        (r"(?:très )?bonne nouvelle", ["bonne nouvelle"]),
        (r"(?:très )?bon", ["bon"]),
        (r"(?:^|[«;] ?)(?:non|jamais)", ["non", "jamais"]),
        (r"[a-z|]+ bonne", [" bonne"]),
        (r"(?<!ne )accepte", ["accepte"]),
        (r"\bn'\w+ rien", [" rien"]),
    ],
)
def test_openings_of_each_alternative(pattern: str, expected: list[str]) -> None:
    assert openings(pattern) == expected


def test_every_pattern_of_the_table_can_be_read() -> None:
    rows = table("speech_acts")
    known = [row for row in rows if openings(row["pattern"])]
    assert len(known) > len(rows) / 2
    assert all(re.compile(row["pattern"]) for row in rows)


def test_an_open_group_is_named() -> None:
    with pytest.raises(ValueError, match="not closed"):
        openings("(?:non")
