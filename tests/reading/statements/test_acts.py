"""Which act of speech a sentence tells: by what it calls things, whom it blames, what it binds or refuses."""

from pathlib import Path

import pytest

from tests.reading.statements.conftest import Read

ROWS = [line.split("\t") for line in
        (Path(__file__).parent / "acts.tsv").read_text(encoding="utf-8").splitlines()[1:]]  # fmt: skip


@pytest.mark.parametrize(("act", "sentence"), ROWS)
def test_act(read: Read, act: str, sentence: str) -> None:
    assert read(sentence)[0].act == act
