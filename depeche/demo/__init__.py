"""Bundled articles, invented for demonstration: see `articles/README.md`."""

from pathlib import Path

HERE = Path(__file__).parent
ARTICLES = HERE / "articles"


def bundled_articles() -> tuple[tuple[Path, str | None], ...]:
    """The files of the bundled articles and the outlet each comes from, None where the file itself says so."""
    header, *rows = (HERE / "outlets.tsv").read_text(encoding="utf-8").splitlines()
    if header != "file\toutlet":
        raise ValueError(f"outlets.tsv begins with {header!r}, not with file and outlet")
    return tuple(
        (ARTICLES / name, outlet or None) for name, _, outlet in (row.partition("\t") for row in rows)
    )
