"""How the map draws borders that are disputed: a choice that is stated on the map, from a table."""

from typing import Any, Literal, get_args

from depeche.lexicon import table

Borders = Literal["disputed", "un", "control"]
"""Whose lines are drawn: all of them, marked as disputed; those of maps of the United Nations; those of who holds."""

CHOICES: tuple[Borders, ...] = get_args(Borders)


def areas(choice: Borders) -> list[dict[str, Any]]:
    """The disputed areas as the dossier's script draws them under a choice; see `disputed_areas.tsv`.

    Coordinates are pairs of longitude and latitude in degrees; an area without an outline is known to the script.
    """
    return [
        {
            "id": row["id"],
            "name": [row["name_fr"], row["name_en"]],
            "held": [row["held_fr"], row["held_en"]],
            "claimed": [row["claimed_fr"], row["claimed_en"]],
            "drawn": row[choice],
            "source": row["source"],
            "outline": _line(row["outline"]),
            "control": _line(row["control_line"]),
            "claim": _line(row["claim_line"]),
        }
        for row in table("disputed_areas")
    ]


def _line(cell: str) -> list[list[float]]:
    return [[float(number) for number in pair.split()] for pair in cell.split(",") if pair]
