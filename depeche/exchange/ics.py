"""iCalendar (RFC 5545): announced meetings and visits, for a desk's calendar.

All entries are whole days. A date without a day spans its month, season or year and is TENTATIVE, and so is a
meeting that is only asked for, that one side invites the other to, that is alleged or hangs on a condition; one
refused or denied is CANCELLED; all else is CONFIRMED. A date without a year or with an open end has no entry. The
UID is made of who meets and when, so that an entry stays the same through every re-reading; its stamp is the day of
publication, and the latest article on a meeting counts.
"""

from datetime import date, timedelta
from typing import IO

from depeche.exchange.acts import quoted, state_name
from depeche.exchange.meetings import Meeting, announced_meetings
from depeche.model.edtf import days_of
from depeche.record import Record
from depeche.record.ids import content_id
from depeche.views import gather
from depeche.views.entries import ArticleEntry
from depeche.views.labels import label

_LINE = 75  # octets of a line, its break aside


def write_calendar(record: Record, out: IO[str]) -> int:
    """Write the announced meetings of a record; returns how many."""
    story = gather(record, title="")
    articles = {article.id: article for article in story.articles}
    latest: dict[str, tuple[date, Meeting]] = {}
    for meeting in announced_meetings(story):
        uid = content_id("meeting", *sorted(meeting.sides), str(meeting.first), str(meeting.last))
        stamp = days_of(articles[meeting.event.article].published)[0] or meeting.first
        if uid not in latest or stamp >= latest[uid][0]:
            latest[uid] = stamp, meeting
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//depeche//export//FR", "CALSCALE:GREGORIAN"]
    for uid, (stamp, meeting) in sorted(latest.items(), key=lambda one: (one[1][1].first, one[0])):
        lines += _entry(uid, stamp, meeting, articles[meeting.event.article])
    for line in [*lines, "END:VCALENDAR"]:
        out.write(_folded(line) + "\r\n")
    return len(latest)


def _entry(uid: str, stamp: date, meeting: Meeting, article: ArticleEntry) -> list[str]:
    told = quoted(article.text, meeting.event.evidence)
    source = ", ".join(part for part in (article.outlet or article.id, article.published) if part)
    lines = [
        "BEGIN:VEVENT",
        f"UID:{uid}@depeche",
        f"DTSTAMP:{stamp:%Y%m%d}T000000Z",
        f"DTSTART;VALUE=DATE:{meeting.first:%Y%m%d}",
        # The end is the first day that no longer belongs to the entry.
        f"DTEND;VALUE=DATE:{meeting.last + timedelta(days=1):%Y%m%d}",
        f"STATUS:{meeting.status}",
        "TRANSP:TRANSPARENT",
        f"SUMMARY:{_text(_summary(meeting))}",
        f"DESCRIPTION:{_text(f'{told} ({source})')}",
    ]
    lines += [f"LOCATION:{_text(meeting.place)}"] if meeting.place else []
    lines += [f"URL:{article.url}"] if article.url and article.url.isascii() else []
    return [*lines, "END:VEVENT"]


def _summary(meeting: Meeting) -> str:
    kind = label(f"mode.{meeting.mode}") if meeting.mode == "visit" else label("type.CONSULT").lower()
    sides = ", ".join(map(state_name, meeting.sides))
    day = "" if meeting.exact else " (jour à préciser)"
    return f"{kind.capitalize()} : {sides}{day}"


def _text(value: str) -> str:
    for character, escaped in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\n", "\\n")):
        value = value.replace(character, escaped)
    return "".join(character for character in value if character >= " ")


def _folded(line: str) -> str:
    """The line in pieces of at most 75 octets, each but the first after a blank; no character is cut in two."""
    pieces, room, piece = [], _LINE, ""
    for character in line:
        size = len(character.encode("utf-8"))
        if size > room:
            pieces.append(piece)
            piece, room = "", _LINE - 1
        piece += character
        room -= size
    return "\r\n ".join([*pieces, piece])
