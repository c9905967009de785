"""Speed and memory of getting articles in, layout by layout, before any linguistic reading.

    python benchmarks/sources.py [--articles 1000] [--layout europresse …]
    python benchmarks/sources.py --crawl 1000
    python benchmarks/sources.py --pages

For each layout a file of so many articles is made from the annotated texts, and opened in a process of its own on one
core: articles and megabytes a second of its own time, and by how much the process's memory grew at its peak, the file
included. WARC stands beside plain iteration over the same file by warcio, and by fastwarc where it is installed, which
only unpack the records. `--crawl` makes a web archive of so many megabytes instead, of pages as heavy as those of news
sites, half of them English, and tells the peak memory of the whole process. `--pages` tells how much of the article
is found in pages of many kinds of sites, beside trafilatura alone (`pages.py`).
"""

import argparse
import gzip
import json
import multiprocessing
import os
import resource
import tempfile
import time
from collections.abc import Callable, Iterator
from email.message import EmailMessage
from html import escape
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from typing import NamedTuple
from zipfile import ZipFile

TEXTS = Path(__file__).parent.parent / "tests" / "gold" / "texts"
MENU = "".join(f'<li><a href="/rubrique-{number}">Rubrique {number}</a></li>' for number in range(60))


class Made(NamedTuple):
    """An article to be put into a file: its number, title and paragraphs."""

    number: int
    title: str
    paragraphs: list[str]

    def marked(self, opening: str = "<p>") -> str:
        return "".join(f"{opening}{escape(text, quote=False)}</p>" for text in self.paragraphs)


def articles(count: int) -> Iterator[Made]:
    texts = [path.read_text(encoding="utf-8") for path in sorted(TEXTS.glob("*.txt"))]
    for number in range(count):
        paragraphs = [line.strip() for line in texts[number % len(texts)].splitlines() if line.strip()]
        yield Made(number, f"{paragraphs[0][:100]} ({number})", paragraphs[1:])


def europresse(made: list[Made]) -> bytes:
    pieces = (
        f'<article><header><div class="rdp__DocPublicationName"><span class="DocPublicationName">Le Rivage, no. 43018'
        f'</span></div><div><span class="DocTitreSousSection">Monde, </span><span>mercredi 11 septembre 2024 812 mots'
        f'</span></div><div class="titreArticle"><p class="sm-margin-TopNews titreArticleVisu rdp__articletitle">'
        f'{escape(one.title)}</p></div></header><section><div class="docOcurrContainer">{one.marked()}</div></section>'
        f'<footer><div class="publiC-lblNodoc">news·20240910·RIV·20240910x{one.number:06}</div></footer></article>'
        for one in made
    )
    return f'<!DOCTYPE html><html><head><meta charset="utf-8"></head><body>{"".join(pieces)}</body></html>'.encode()


def factiva(made: list[Made]) -> bytes:
    def row(code: str, value: str) -> str:
        return f"<tr><td><b>{code}</b>&nbsp;</td><td>{value}</td></tr>"

    pieces = (
        '<div class="article frArticle"><table>'
        + row("HD", escape(one.title))
        + row("PD", "29 décembre 2011")
        + row("SN", "Le Balkanique")
        + row("LP", one.marked('<p class="articleParagraph frarticleParagraph">'))
        + row("AN", f"Document BALKA0002011122{one.number:07}")
        + "</table></div>"
        for one in made
    )
    return f"<html><head><title>Factiva</title></head><body>{''.join(pieces)}</body></html>".encode()


def nexis(made: list[Made]) -> bytes:
    pieces = []
    for one in made:
        head = f"Document {one.number + 1} de {len(made)}\n\nLe Quotidien\n\nmardi 14 mars 2006\n\n{one.title}\n\n"
        body = "\n\n".join(one.paragraphs)
        foot = "DATE-CHARGEMENT: 15 mars 2006\n\nLANGUE: FRANÇAIS; FRENCH\n\nCopyright 2006 Le Quotidien\n\n"
        pieces.append(f"{head}LONGUEUR: 295 mots\n\n{body}\n\n{foot}")
    return "".join(pieces).encode()


def feed(made: list[Made]) -> bytes:
    items = "".join(
        f"<item><title>{escape(one.title)}</title><link>https://journal.example/{one.number}</link>"
        f"<description>{escape(one.marked())}</description></item>"
        for one in made
    )
    return f"<rss version='2.0'><channel><title>Le Phare</title>{items}</channel></rss>".encode()


def page_of(one: Made) -> bytes:
    return (
        f"<html><head><title>{escape(one.title)}</title><meta property='article:published_time' content='2024-05-07'>"
        f"</head><body><nav><ul>{MENU}</ul></nav><article><h1>{escape(one.title)}</h1>{one.marked()}</article>"
        f"<footer><ul>{MENU}</ul></footer></body></html>"
    ).encode()


def pages(made: list[Made]) -> bytes:
    stream = BytesIO()
    with ZipFile(stream, "w") as archive:
        for one in made:
            archive.writestr(f"{one.number}.html", page_of(one))
    return stream.getvalue()


def mailbox(made: list[Made]) -> bytes:
    pieces = []
    for one in made:
        mail = EmailMessage()
        mail["From"], mail["Subject"] = "lettre@journal.example", one.title
        mail["Date"], mail["Message-ID"] = (
            "Fri, 03 May 2024 07:12:00 +0200",
            f"<{one.number}@journal.example>",
        )
        mail.set_content("\n\n".join(one.paragraphs))
        pieces.append(b"From lettre@journal.example Fri May  3 07:12:00 2024\n" + bytes(mail) + b"\n")
    return b"".join(pieces)


def lines(made: list[Made]) -> bytes:
    rows = ({"id": str(one.number), "text": "\n\n".join([one.title, *one.paragraphs])} for one in made)
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode()


def warc(made: list[Made]) -> bytes:
    pieces = []
    for one in made:
        pieces.append(gzip.compress(warc_record(one.number, page_of(one))))
    return b"".join(pieces)


def warc_record(number: int, page: bytes) -> bytes:
    block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nContent-Type: application/http; msgtype=response\r\n"
        f"WARC-Record-ID: <urn:x:{number}>\r\nWARC-Date: 2024-05-07T00:00:00Z\r\n"
        f"WARC-Target-URI: https://journal.example/{number}\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


LAYOUTS: dict[str, Callable[[list[Made]], bytes]] = {
    "europresse": europresse,
    "factiva": factiva,
    "nexis": nexis,
    "feed": feed,
    "html": pages,
    "mail": mailbox,
    "jsonl": lines,
    "warc": warc,
}


class Measured(NamedTuple):
    """Articles opened and refused, bytes that passed, seconds, megabytes by which the memory grew, and its peak."""

    opened: int
    refused: int
    size: int
    seconds: float
    megabytes: float
    peak: float


def open_file(path: Path) -> tuple[int, int, int]:
    from depeche.model import Refusal
    from depeche.sources import open_sources

    opened = refused = 0
    for one in open_sources([path]):
        refused += isinstance(one, Refusal)
        opened += not isinstance(one, Refusal)
    return opened, refused, path.stat().st_size


def iterate_records(path: Path) -> tuple[int, int, int]:
    from warcio.archiveiterator import ArchiveIterator

    count = size = 0
    with path.open("rb") as stream:
        for record in ArchiveIterator(stream):
            size += len(record.content_stream().read())
            count += 1
    return count, 0, size


def iterate_fast(path: Path) -> tuple[int, int, int]:
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    count = size = 0
    with path.open("rb") as stream:
        for record in ArchiveIterator(stream, record_types=WarcRecordType.response):
            size += len(record.reader.read())
            count += 1
    return count, 0, size


def write_crawl(path: Path, megabytes: int) -> None:
    """A web archive, each record packed by itself; every second page is English."""
    english = (
        "The minister said on Thursday that the talks with the ambassador would go on for as long as needed. "
    )
    script = "".join(f"window.q{number}=function(a,b){{return a*{number}+b}};" for number in range(1_200))
    heavy = f"<script>{script}</script><nav><ul>{MENU * 3}</ul></nav>"
    texts = list(articles(48))
    written = number = 0
    with path.open("wb") as file:
        while written < megabytes * 1_000_000:
            one = texts[number % len(texts)]
            if number % 2:
                one = one._replace(title="Talks go on", paragraphs=[english * 6] * 5)
            # What does not repeat from page to page, so that the file packs as pages do.
            noise = f'<div data-state="{os.urandom(9_000).hex()}"></div>'
            page = page_of(one._replace(number=number)).replace(
                b"<nav>", (noise + heavy).encode() + b"<nav>", 1
            )
            data = gzip.compress(warc_record(number, page), 1)
            file.write(data)
            written += len(data)
            number += 1


def measure(work: Callable[[Path], tuple[int, int, int]], path: Path, warm: Path) -> Measured:
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    work(warm)  # modules and tables are loaded on first use
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start = time.process_time()
    opened, refused, size = work(path)
    seconds = time.process_time() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return Measured(opened, refused, size, seconds, (peak - before) / 1024, peak / 1024)


def measured_apart(work: Callable[[Path], tuple[int, int, int]], path: Path, warm: Path) -> Measured:
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        return pool.apply(measure, (work, path, warm))


def tell(name: str, found: Measured) -> None:
    print(
        f"{name:12} {found.opened:7} {found.refused:8} {found.opened / found.seconds:11.0f} "
        f"{found.size / found.seconds / 1e6:8.1f} {found.megabytes:10.0f}",
        flush=True,
    )


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--articles", type=int, default=1000, help="how many articles a file holds")
    parser.add_argument("--layout", nargs="*", choices=LAYOUTS, default=list(LAYOUTS), help="which layouts")
    parser.add_argument("--crawl", type=int, metavar="MB", help="a web archive of so many megabytes instead")
    parser.add_argument("--pages", action="store_true", help="the article in HTML pages instead")
    asked = parser.parse_args()
    if asked.pages:
        from pages import tell_pages

        tell_pages()
        return
    if asked.crawl:
        tell_crawl(asked.crawl)
        return
    made = list(articles(asked.articles))
    print(f"{'layout':12} {'read':>7} {'refused':>8} {'articles/s':>11} {'MB/s':>8} {'memory +MB':>10}")
    with tempfile.TemporaryDirectory() as folder:
        for name in asked.layout:
            path, warm = Path(folder) / f"{name}.data", Path(folder) / f"{name}.warm"
            path.write_bytes(LAYOUTS[name](made))
            warm.write_bytes(LAYOUTS[name](made[:2]))
            tell(name, measured_apart(open_file, path, warm))
            if name == "warc":
                tell_iterators(path, warm)


def tell_iterators(path: Path, warm: Path) -> None:
    tell("warcio alone", measured_apart(iterate_records, path, warm))
    if find_spec("fastwarc"):
        tell("fastwarc", measured_apart(iterate_fast, path, warm))


def tell_crawl(megabytes: int) -> None:
    print(f"{'layout':12} {'read':>7} {'refused':>8} {'articles/s':>11} {'MB/s':>8} {'memory +MB':>10}")
    with tempfile.TemporaryDirectory() as folder:
        path, warm = Path(folder) / "crawl.warc.gz", Path(folder) / "warm.warc.gz"
        write_crawl(path, megabytes)
        write_crawl(warm, 1)
        found = measured_apart(open_file, path, warm)
        tell("crawl", found)
        tell_iterators(path, warm)
    print(f"peak memory of the process that opened it: {found.peak:.0f} MB")


if __name__ == "__main__":
    main()
