"""What can go wrong with a request, in one shape (RFC 9457, application/problem+json)."""

import msgspec
from starlette.requests import Request
from starlette.responses import Response

from depeche.record import (
    NewerRecord,
    NoRecord,
    NotARecord,
    Overtaken,
    RecordError,
    RecordLocked,
    UnknownArticle,
    Unsourced,
    WrongCorrection,
)

# What the record's errors are to somebody who asks over HTTP; all others are the server's own trouble.
STATUS: dict[type[RecordError], tuple[int, str]] = {
    UnknownArticle: (404, "unknown-article"),
    WrongCorrection: (422, "wrong-correction"),
    Unsourced: (422, "unsourced"),
    Overtaken: (409, "overtaken"),
    RecordLocked: (503, "record-locked"),
    NoRecord: (503, "no-record"),
    NotARecord: (503, "not-a-record"),
    NewerRecord: (503, "newer-record"),
}
# Each name of a problem, and its title.
TITLES = {
    "wrong-question": "A parameter has no such value",
    "unknown-page": "Nothing stands at this address",
    "wrong-method": "This address does not take this method",
    "wrong-host": "This server answers to its local address alone",
    "foreign-origin": "The request comes from another page",
    "not-signed-in": "Writing needs the token",
    "read-only": "This record is served read-only",
    "no-csrf": "The page's own mark is missing",
    "too-large": "The request is too large",
    "wrong-body": "The body is not what is asked for",
    "unknown-record": "No such record",
    "unknown-article": "No such article",
    "wrong-correction": "The correction does not apply",
    "unsourced": "The record stands outside its text",
    "overtaken": "Somebody else has corrected it meanwhile",
    "record-locked": "Another program keeps the record",
    "no-record": "There is no record",
    "not-a-record": "The file is no record",
    "newer-record": "The record was made by a later version",
    "failed": "The server failed",
}


class Problem(Exception):
    """A request that is refused: its name among TITLES, the status, and what exactly is wrong."""

    def __init__(self, status: int, name: str, detail: str) -> None:
        super().__init__(detail)
        self.status = status
        self.name = name
        self.detail = detail


def problem_of(error: RecordError) -> Problem:
    """A record's error as a problem."""
    status, name = STATUS.get(type(error), (500, "failed"))
    return Problem(status, name, f"{error}. {error.advice}")


def problem_response(problem: Problem, request: Request) -> Response:
    """A problem as application/problem+json."""
    body = {
        "type": f"/api/docs#{problem.name}",
        "title": TITLES[problem.name],
        "status": problem.status,
        "detail": problem.detail,
        "instance": request.url.path,
    }
    headers = {"WWW-Authenticate": "Bearer"} if problem.status == 401 else {}
    return Response(msgspec.json.encode(body), problem.status, headers, media_type="application/problem+json")
