"""The application's words in French and English: its own table, and what it shares with the dossier."""

from functools import cache
from pathlib import Path

from starlette.requests import Request

from depeche.views.labels import Language, filled, labels

LANGUAGE_COOKIE = "language"


@cache
def _own() -> dict[str, tuple[str, str]]:
    rows = (Path(__file__).parent / "labels.tsv").read_text(encoding="utf-8").splitlines()[1:]
    return {key: (french, english) for key, french, english in (row.split("\t") for row in rows)}


def language_of(request: Request) -> Language:
    """The language that somebody asks for, now or on an earlier page; French at first."""
    asked = request.query_params.get("lang") or request.cookies.get(LANGUAGE_COOKIE)
    return "en" if asked == "en" else "fr"


def say(key: str, *, language: Language, **fills: str | int) -> str:
    """The words of a key. Raises KeyError for a key that neither table has."""
    table = _own() if key in _own() else labels()
    french, english = table[key]
    return filled(french if language == "fr" else english, language=language, **fills)


def word(kind: str, value: str | None, *, language: Language) -> str:
    """The words of a value of the codebook ("type", "AGREE"); the value itself where the tables have none."""
    if value is None:
        return ""
    try:
        return say(f"{kind}.{value}", language=language)
    except KeyError:
        return value
