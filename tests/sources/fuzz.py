"""Fuzzing of the parsers by coverage, by hand; needs the package atheris.

    python tests/sources/fuzz.py LAYOUT [-max_total_time=60] [other options of libFuzzer]

LAYOUT is a layout of `depeche.sources.layouts`, or `decoding` or `feeds`. Begins with the fixtures and with
small files of the layout, and ends at the first input that raises, hangs or takes too much memory; that input is
written to `tests/sources/crashes`, where `test_crashes.py` opens it from then on.
"""

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import atheris

HERE = Path(__file__).parent
CRASHES = HERE / "crashes"
ROOT = HERE.parent.parent
LIMITS = ("-timeout=20", "-rss_limit_mb=1500", "-max_len=60000", f"-artifact_prefix={CRASHES}/")

sys.path.insert(0, str(ROOT))
with atheris.instrument_imports(include=["depeche.sources", "depeche.fetching"]):
    from depeche.fetching import Failed
    from depeche.fetching.feeds import read_feed, read_opml
    from depeche.sources import SourceOptions, open_content
    from depeche.sources.decoding import decode
    from depeche.sources.entry import Content, Entry
    from depeche.sources.layouts import LAYOUTS, Layout, pdf, pdf_child
    from depeche.sources.mojibake import mend

OPTIONS = SourceOptions(largest=1_000_000, unpacked=5_000_000, members=50, any_language=True)
MOST = 50_000_000  # characters of text that a small file may give


def read_layout(layout: Layout) -> Callable[[bytes], None]:
    """Read bytes as of one layout, whatever they are taken for, and then as what they are."""

    def test(data: bytes) -> None:
        size = 0
        content = Content(data, origin="x", stem="x")
        if layout.recognise(content):
            for item in layout.read(content, OPTIONS):
                size += len(item.text) if isinstance(item, Entry) else 0
                assert size < MOST
        assert not data.strip() or list(open_content(content, options=OPTIONS))

    return test


def read_feeds(data: bytes) -> None:
    """Read bytes as a feed and as a list of feeds."""
    for read in (lambda: read_feed(data, address="https://a.example/"), lambda: read_opml(data)):
        try:
            read()
        except Failed:
            continue


def read_text(data: bytes) -> None:
    """Decode bytes in whatever encoding, and mend the text."""
    found = decode(data, charset=data[:12].decode("latin-1"))
    if found:
        mend(found.text)


def taken_apart(data: bytes) -> pdf._Parts:
    """What the program for PDF does, in this process."""
    try:
        found = pdf_child._taken_apart(data)
    except (MemoryError, RecursionError):
        raise
    except Exception:  # told as a fault by the program
        return pdf._Parts(fault="broken")
    return pdf._Parts(**found)


def seeds(name: str, folder: Path) -> None:
    """Write the files that fuzzing begins with."""
    from benchmarks import sources as made

    files = [path for path in sorted(HERE.rglob(f"layouts/{name}/*")) if path.is_file()]
    files += sorted(CRASHES.glob(f"{name}-*"))
    for number, path in enumerate(files):
        (folder / f"fixture-{number}").write_bytes(path.read_bytes())
    few = [one._replace(paragraphs=one.paragraphs[:2]) for one in made.articles(2)]
    builders = {**made.LAYOUTS, "archive": made.pages, "feeds": made.feed}
    if name in builders:
        (folder / "made").write_bytes(builders[name](few))
    (folder / "text").write_bytes("\n\n".join(few[0].paragraphs).encode())


def main() -> None:
    """Fuzz what the first argument names."""
    tests: dict[str, Callable[[bytes], None]] = {layout.name: read_layout(layout) for layout in LAYOUTS}
    tests |= {"decoding": read_text, "feeds": read_feeds}
    name = sys.argv[1] if len(sys.argv) > 1 else ""
    if name not in tests:
        sys.exit(f"{__doc__}\nLAYOUT: {', '.join(tests)}")
    pdf._taken_apart = taken_apart
    CRASHES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        seeds(name, Path(folder))
        atheris.Setup([sys.argv[0], *LIMITS, *sys.argv[2:], folder], tests[name])
        atheris.Fuzz()


if __name__ == "__main__":
    main()
