"""From an entry to a document: mended, in French, more than a paywall's remnant; else a refusal with its reason."""

import re

from depeche.model import Refusal
from depeche.sources.entry import Entry, refuse
from depeche.sources.languages import other_language
from depeche.sources.mojibake import mend
from depeche.sources.options import SourceOptions

_PAYWALL = re.compile(
    r"(?:réservée?s?|accessible)s?\s+(?:uniquement\s+)?(?:à\s+nos|aux)\s+abonn|il vous reste\s+[\d.,]+\s*%"
    r"|abonnez-vous|déjà abonné|pour (?:lire|poursuivre|continuer)[^.\n]{0,60}(?:abonn|connect|inscri)"
    r"|(?:se connecter|s['’]identifier)[^.\n]{0,40}(?:abonn|lire la suite)|article (?:payant|premium)",
    re.IGNORECASE,
)
_LITTLE = 350  # characters of text that a paywall leaves of a title and a first sentence
_LETTERS, _WORDS = 40, 8  # the least of an article: a dispatch has at least a sentence
_SHORT = 2_000  # characters of text from which on none need be counted
_WORD = re.compile(r"[^\W\d_]+")
ONLY_FRENCH = "Only French is read; if it is French, say so with --any-language."
_PROSE = re.compile(r"[^\n]{80,}")
_FIELDS = ("headline", "outlet", "url", "author")  # whose origin says nothing where they are absent
_NOT_TEXT = re.compile(r"[\ud800-\udfff]")


def checked(entry: Entry, *, options: SourceOptions) -> Entry | Refusal:
    """The entry with its text mended, or the reason why it is not read."""
    text, mended = mend(entry.text)
    text = _NOT_TEXT.sub("\ufffd", text)
    absent = {field for field in _FIELDS if getattr(entry, field) is None}
    where = {field: said for field, said in entry.metadata_from.items() if field not in absent}
    if mended:
        where["text"] = f"{mended} characters mended that UTF-8 read as cp1252 had broken"
    if not any(char.isalnum() for char in text):
        return refuse(entry.origin, "there is no text in it", advice="Check that the file was saved whole.")
    if _is_paywall(text):
        return refuse(
            entry.origin,
            "only the beginning of the article is there, the rest is behind a paywall",
            advice="Save the page while you are logged in as a subscriber.",
            excerpt=text,
        )
    language = None if options.any_language else other_language(text)
    if language:
        told = language if language.startswith("no language") else f"it is in {language}"
        return refuse(
            entry.origin,
            f"this text is not in French ({told})",
            advice=ONLY_FRENCH,
            excerpt=text,
        )
    if _is_little(text, words=not options.any_language):
        return refuse(
            entry.origin,
            "there is too little text in it to be an article",
            advice="Check that the article's own text was saved, and not its title alone.",
            excerpt=text,
        )
    return Entry(
        text=text,
        origin=entry.origin,
        id=entry.id,
        headline=_line(entry.headline, mended),
        outlet=_line(entry.outlet, mended),
        published=entry.published,
        url=entry.url,
        author=_line(entry.author, mended),
        metadata_from=where,
        dates=entry.dates,
    )


def _is_little(text: str, *, words: bool) -> bool:
    """Whether a text has too few letters, or `words` (which not every language parts by blanks), for an article."""
    if len(text) >= _SHORT:
        return False
    found = _WORD.findall(text)
    # In UTF-8, so that a script whose signs stand for syllables or words needs fewer of them.
    return sum(len(word.encode()) for word in found) < _LETTERS or (words and len(found) < _WORDS)


def _is_paywall(text: str) -> bool:
    """Whether a text names a paywall and has hardly any prose beside it."""
    if len(text) > 5_000 or not _PAYWALL.search(text):
        return False
    prose = sum(len(found) for found in _PROSE.findall(text) if not _PAYWALL.search(found))
    return prose < _LITTLE


def _line(value: str | None, mended: int) -> str | None:
    if value is None:
        return None
    return " ".join(_NOT_TEXT.sub("\ufffd", mend(value)[0] if mended else value).split()) or None
