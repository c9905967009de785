"""The scripts and styles of the application: a fixed list of files, so that no address leads anywhere else."""

from importlib.resources import files

from starlette.requests import Request
from starlette.responses import Response

from depeche.web.problems import Problem

KINDS = {"js": "text/javascript; charset=utf-8", "css": "text/css; charset=utf-8"}
FILES = {
    "web.js": "depeche.web",
    "web.css": "depeche.web",
    "dossier.js": "depeche.dossier",
    "dossier.css": "depeche.dossier",
}


async def asset(request: Request) -> Response:
    """One of the built files."""
    name = request.path_params["name"]
    if name not in FILES:
        raise Problem(404, "unknown-page", f"no file {name}")
    content = files(FILES[name]).joinpath("assets", name).read_bytes()
    return Response(content, media_type=KINDS[name.rpartition(".")[2]])
