"""Writing whole or not at all."""

from pathlib import Path

import pytest

from depeche.exchange import FORMATS, Options
from depeche.exchange.writing import StrangeFolder, export_file, export_folder, file_maker, text_writer
from depeche.record import Record, open_record

FILES = [name for name, each in FORMATS.items() if not each.is_folder]
FOLDERS = [name for name, each in FORMATS.items() if each.is_folder]


@pytest.mark.parametrize("name", FILES)
def test_a_file_is_written_whole(record: Record, tmp_path: Path, name: str) -> None:
    out = tmp_path / f"story{FORMATS[name].suffix}"
    assert export_file(record, name, out) > 0
    first = out.read_bytes()
    export_file(record, name, out)
    assert out.read_bytes() == first
    assert sorted(path.name for path in tmp_path.iterdir() if "story.db" not in path.name) == [out.name]


@pytest.mark.parametrize("name", FOLDERS)
def test_a_folder_is_written_whole(record: Record, tmp_path: Path, name: str) -> None:
    out = tmp_path / "story"
    count = export_folder(record, name, out, options=Options())
    first = {path.name: path.read_bytes() for path in out.iterdir()}
    assert len(first) == count
    export_folder(record, name, out, options=Options())
    assert {path.name: path.read_bytes() for path in out.iterdir()} == first
    (out / "notes.txt").write_text("mine")
    with pytest.raises(StrangeFolder, match=r"notes\.txt"):
        export_folder(record, name, out, options=Options())
    assert (out / "notes.txt").read_text() == "mine"
    assert sorted(path.name for path in tmp_path.iterdir() if "story.db" not in path.name) == ["story"]


def test_a_broken_export_leaves_the_former_file(record: Record, tmp_path: Path) -> None:
    out = tmp_path / "story.jsonl"
    out.write_text("former")
    record.close()
    with pytest.raises(Exception, match="closed"):
        export_file(record, "jsonl", out)
    assert out.read_text() == "former"
    assert not list(tmp_path.glob("*.part"))


def test_every_format_has_its_writer_and_its_line() -> None:
    for name, each in FORMATS.items():
        assert callable(file_maker(name) if each.is_folder else text_writer(name))
        assert each.items
        assert len(each.purpose) < 75
        assert each.is_folder or each.suffix.startswith(".")


def test_an_empty_record_is_written_too(tmp_path: Path) -> None:
    with open_record(tmp_path / "empty.db", create=True) as empty:
        for name in FILES:
            assert export_file(empty, name, tmp_path / name) == 0
        for name in FOLDERS:
            assert export_folder(empty, name, tmp_path / name, options=Options()) > 0
