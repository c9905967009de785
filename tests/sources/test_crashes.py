"""Inputs that once made a parser fail, hang or fill the memory, as `fuzz.py` found them."""

import time
from pathlib import Path

import pytest

from depeche.sources import SourceOptions, open_content
from depeche.sources.entry import Content

CRASHES = sorted((Path(__file__).parent / "crashes").glob("*"))
SECONDS = 10.0


@pytest.mark.parametrize("path", CRASHES, ids=lambda path: path.name)
def test_what_once_failed_is_read_or_refused(path: Path) -> None:
    start = time.process_time()
    content = Content(path.read_bytes(), origin="x", stem="x")
    found = list(open_content(content, options=SourceOptions(any_language=True)))
    assert found
    assert not any("Please report" in getattr(one, "advice", "") for one in found)
    assert time.process_time() - start < SECONDS
