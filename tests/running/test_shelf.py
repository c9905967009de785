"""What was refused is kept."""

import json
from pathlib import Path

from depeche.model import Refusal
from depeche.running import Shelf


def listed(folder: Path) -> list[dict[str, str | None]]:
    return [json.loads(line) for line in (folder / "refused.jsonl").read_text(encoding="utf-8").splitlines()]


def test_things_and_reasons_are_kept_once(tmp_path: Path) -> None:
    folder = tmp_path / "a" / "b"
    for _ in range(2):  # a second run finds the folder as the first has left it
        shelf = Shelf(folder)
        shelf.keep(Refusal(origin="../été/x.html", reason="no article", advice="Save it."), b"<p>")
        shelf.keep(Refusal(origin="gone", reason="there is no such file"), None)
    lines = listed(folder)
    assert [line["origin"] for line in lines] == ["../été/x.html", "gone"]
    assert lines[1]["file"] is None
    name = lines[0]["file"]
    assert name
    assert "/" not in name
    assert (folder / name).read_bytes() == b"<p>"
    assert len(list(folder.iterdir())) == 2
