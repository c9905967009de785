"""Fuzzing of the parsers by coverage, by hand; needs the package atheris.

    python tests/sources/fuzz.py LAYOUT [-max_total_time=60] [other options of libFuzzer]

LAYOUT is a layout of `depeche.sources.layouts`, or `decoding` or `feeds`. Begins with the fixtures and with
small files of the layout, and ends at the first input that raises, hangs or takes too much memory; that input is
written to `tests/sources/crashes`, where `test_crashes.py` opens it from then on.
"""

import gzip
import sys
import tarfile
import tempfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

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


def zipped(members: dict[str, bytes]) -> bytes:
    """A ZIP file whose members are stored as they are, so that mutations reach them."""
    out = BytesIO()
    with ZipFile(out, "w") as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


def docx(*paragraphs: str) -> bytes:
    """A Word document."""
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    inner = "".join(f"<w:p><w:r><w:t>{one}</w:t><w:tab/></w:r></w:p>" for one in paragraphs)
    xml = f'<?xml version="1.0"?><w:document {space}><w:body>{inner}</w:body></w:document>'
    return zipped({"word/document.xml": xml.encode()})


NEXIS = (
    "Un titre",
    "Le Quotidien",
    "14 mars 2006",
    "Copyright",
    "Byline: A. B.",
    "Body",
    "Le texte.",
    "End of Document",
)
FACTIVA = b"{\\rtf1\\ansi HD\\tab Un titre\\par PD\\tab 14 mars 2006\\par LP\\tab Le texte\\par Document ABC0000020060314e23e0\\par}"
SHEET = b"""<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>
<row r="1"><c r="A1" t="inlineStr"><is><t>date</t></is></c><c r="B1" t="inlineStr"><is><t>text</t></is></c></row>
<row r="2"><c r="A2"><v>4</v></c><c r="B2" t="inlineStr"><is><t>Un texte</t></is></c></row></sheetData></worksheet>"""
SHEETS = {
    "[Content_Types].xml": b'<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>',
    "_rels/.rels": b'<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml": b'<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="A" sheetId="1" r:id="r1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": b'<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
    "xl/worksheets/sheet1.xml": SHEET,
}
TAR = BytesIO()
with tarfile.open(fileobj=TAR, mode="w") as packed:
    packed.addfile(tarfile.TarInfo("a.txt"))
# Small files of the layouts for which there are no fixtures.
SMALL: dict[str, tuple[bytes, ...]] = {
    "word": (b"{\\rtf1\\ansi\\uc1 Un \\u233?t\\'e9 {\\*\\fldinst x}\\par\\bin4 abcd}", docx("Un texte", "et un autre")),
    "nexis": (docx(*NEXIS),),
    "factiva": (FACTIVA,),
    "excel": (zipped(SHEETS),),
    "archive": (zipped({"a.txt": b"Un texte", "../b": b"x"}), gzip.compress(b"Un texte"), TAR.getvalue()),
    "opml": (b'<opml version="2.0"><body><outline xmlUrl="https://a.example/x"/></body></opml>',),
    "csv": (b"date;title;text\n2024-05-03;Un titre;\"Un ; texte\"\n",),
    "warc": (b"WARC/1.0\r\nWARC-Type: conversion\r\nContent-Length: 8\r\n\r\nUn texte\r\n\r\n",),
}  # fmt: skip
TOKENS = (
    "<p>", "</p>", "<h1>", "<h2>Les plus lus</h2>", "<article>", "<aside>", "<table>", "<li>", "<br>", "<!--", "<![CDATA[",
    "class='related'", "class='comments'", "itemprop='articleBody'", "<script type='application/ld+json'>", "@graph",
    "articleBody", "DocPublicationName", "titreArticleVisu", "frArticle", "LENGTH:", "DATE-CHARGEMENT:", "1 of 2 DOCUMENTS",
    "WARC/1.0", "Content-Length:", "Transfer-Encoding: chunked", "Content-Encoding: gzip", "Content-Encoding: br",
    "HTTP/1.1 200 OK", "text/html", "charset=", "From ", "boundary=", "multipart/mixed", "base64", "<!ENTITY", "<item>",
    "/Kids", "/Type", "/Parent", "/Outlines", "/Next", "/First", "/Dest", "/FlateDecode", "/Contents", " 0 R", "endstream", "xref",
)  # fmt: skip
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
    from tests.sources.layouts.test_pdf import pdf as made_pdf

    folder.mkdir()
    files = [path for path in sorted(HERE.rglob(f"layouts/{name}/*")) if path.is_file()]
    files += sorted(CRASHES.glob(f"{name}-*"))
    for number, path in enumerate(files):
        (folder / f"fixture-{number}").write_bytes(path.read_bytes())
    few = [one._replace(paragraphs=one.paragraphs[:2]) for one in made.articles(2)]
    pages = [["Un titre", "", "Un texte qui va à la li-", "gne."]] * 3
    small = {**SMALL, "pdf": (made_pdf(pages, bookmarks=[("Un titre", 0), ("Deux", 1)]),)}
    for number, data in enumerate(small.get(name, ())):
        (folder / f"small-{number}").write_bytes(data)
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
        seeds(name, Path(folder) / "seeds")
        words = Path(folder) / "tokens"
        words.write_text("".join(f'"{token}"\n' for token in TOKENS), encoding="ascii")
        atheris.Setup([sys.argv[0], *LIMITS, f"-dict={words}", *sys.argv[2:], f"{folder}/seeds"], tests[name])
        atheris.Fuzz()


if __name__ == "__main__":
    main()
