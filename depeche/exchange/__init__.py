"""One file per format, and one explicit table of formats.

This module imports nothing heavy: the command line lists the formats in its help.
"""

from typing import NamedTuple

__all__ = ["FORMATS", "Format", "Options"]


class Options(NamedTuple):
    """How the CSV files of a folder are written: what separates cells, and whether a byte order mark comes first."""

    separator: str = ","
    bom: bool = False


class Format(NamedTuple):
    """A format that the record can be written in.

    `suffix` is how its file ends, empty for a format of several files in one folder. `module` and `function` say
    where its writer stands: of a file, `(record, out) -> int` writes text to an open file and returns how many
    `items` it wrote; of a folder, `(record, options) -> iterator of (file name, text)`. `purpose` says in one line
    who opens it.
    """

    suffix: str
    module: str
    function: str
    items: str
    purpose: str

    @property
    def is_folder(self) -> bool:
        """Whether the format is several files in a folder."""
        return not self.suffix


_HERE = "depeche.exchange"

# One line per format, in the order of the help page.
FORMATS: dict[str, Format] = {
    "jsonl": Format(
        ".jsonl", f"{_HERE}.jsonl", "write_record", "articles", "everything, one article per line: pipelines"
    ),
    "csv": Format(
        "", f"{_HERE}.tables", "table_files", "files", "a folder of tables and their dictionary: R, Excel"
    ),
    "polecat": Format(
        ".tsv",
        f"{_HERE}.polecat",
        "write_events",
        "events",
        "acts in POLECAT's columns, with CAMEO and Goldstein",
    ),
    "gexf": Format(
        ".gexf", f"{_HERE}.gexf", "write_gexf", "edges", "who acts towards whom, through time: Gephi, Retina"
    ),
    "graphml": Format(
        ".graphml",
        f"{_HERE}.graphml",
        "write_graphml",
        "edges",
        "the same network: visone, yEd, igraph, networkx",
    ),
    "timelinejs": Format(
        ".json", f"{_HERE}.timelinejs", "write_timeline", "slides", "dated acts as slides: TimelineJS"
    ),
    "geojson": Format(
        ".geojson",
        f"{_HERE}.geojson",
        "write_places",
        "acts",
        "acts on the map, by capital, town or region: QGIS, web maps",
    ),
    "ics": Format(
        ".ics", f"{_HERE}.ics", "write_calendar", "meetings", "announced meetings and visits: calendars"
    ),
    "annotations": Format(
        ".jsonld",
        f"{_HERE}.annotations",
        "write_annotations",
        "annotations",
        "records on their words: W3C readers",
    ),
    "csl": Format(
        ".json", f"{_HERE}.csl", "write_references", "articles", "references (CSL-JSON): Zotero, pandoc"
    ),
    "bibtex": Format(
        ".bib", f"{_HERE}.bibtex", "write_references", "articles", "references (BibTeX): LaTeX, Zotero"
    ),
    "ris": Format(
        ".ris", f"{_HERE}.ris", "write_references", "articles", "references (RIS): Zotero, EndNote"
    ),
    "dna": Format(
        ".csv",
        f"{_HERE}.dna",
        "write_event_list",
        "positions",
        "positions as Discourse Network Analyzer lists: rDNA",
    ),
    "ftm": Format(
        ".ftm.json", f"{_HERE}.ftm", "write_entities", "entities", "FollowTheMoney entities: Aleph"
    ),
    "iramuteq": Format(".txt", f"{_HERE}.iramuteq", "write_corpus", "articles", "articles' texts: IRaMuTeQ"),
    "txm": Format(
        "", f"{_HERE}.txm", "corpus_files", "files", "a folder of articles' texts and metadata: TXM"
    ),
}
