"""The names that press archives give their fields, from `archive_fields.tsv`."""

from depeche.lexicon import cell_values, table


def field_names(archive: str, role: str) -> frozenset[str]:
    """The names under which an archive prints a field, in all its languages."""
    rows = (row for row in table("archive_fields") if (row["archive"], row["role"]) == (archive, role))
    return frozenset(name for row in rows for name in cell_values(row["names"]))
