"""`depeche serve`: look at a record and correct it, in the browser."""

import os
from typing import Annotated

import typer

from depeche.cli import asking

ADDRESS = "127.0.0.1"  # this machine alone: the record holds whole articles


def serve(
    record: asking.RecordPath = asking.DEFAULT_RECORD,
    port: Annotated[int, typer.Option(help="The port on 127.0.0.1.", min=0, max=65535)] = 8000,
    borders: asking.BorderChoice = "disputed",
    read_only: Annotated[bool, typer.Option("--read-only", help="Let nobody correct the record.")] = False,
) -> None:
    """Open a record in the browser: search it, check it, correct it; with a REST API at /api/docs.

    Reading is open to this machine alone. Writing needs the token that is printed at the start, or the one in
    DEPECHE_TOKEN. A record that may not be written is served read-only, and every page says so. Ends with Ctrl-C.
    Exit status: 0, 1 when there is no record or the port is taken.
    """
    import socket

    import uvicorn

    from depeche.cli.dossier import readouts
    from depeche.running import identify
    from depeche.web import make_app
    from depeche.web.guard import new_token

    token = os.environ.get("DEPECHE_TOKEN") or new_token()
    with asking.told_plainly():
        app = make_app(
            record,
            token=token,
            borders=asking.border_choice(borders),
            read_only=read_only,
            readouts=readouts,
            identify=identify,
        )
    listening = socket.socket()
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((ADDRESS, port))
        listening.listen(128)  # from here on who opens the address waits instead of being refused
    except OSError as error:
        typer.echo(f"depeche: port {port}: {error.strerror}. Give another with --port.", err=True)
        raise typer.Exit(1) from error
    address = f"http://{ADDRESS}:{listening.getsockname()[1]}"
    typer.echo(f"{record} at {address}")
    if app.state.read_only:
        typer.echo("Read-only: " + ("as asked for." if read_only else "the record may not be written here."))
    elif "DEPECHE_TOKEN" not in os.environ:
        typer.echo(f"To correct it, open {address}/enter#{token}")
    config = uvicorn.Config(app, log_level="warning", timeout_graceful_shutdown=1, server_header=False)
    uvicorn.Server(config).run(sockets=[listening])
