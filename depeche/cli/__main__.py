"""`depeche`: the program. Each verb is one file, loaded only when it is called or when help lists it.

Heavy imports stand inside the functions that use them, so that `depeche --help` starts in under 200 ms.
"""

from importlib import import_module
from typing import Any

import typer
from typer.core import TyperGroup
from typer.main import get_command

# One line per verb: where its function (or typer.Typer, for a verb with verbs of its own) stands.
VERBS = {
    "demo": "depeche.cli.demo:demo",
    "read": "depeche.cli.read:read",
    "watch": "depeche.cli.watch:watch",
    "clean": "depeche.cli.clean:clean",
    "sources": "depeche.cli.sources:sources",
    "show": "depeche.cli.show:show",
    "statements": "depeche.cli.statements:statements",
    "events": "depeche.cli.events:events",
    "positions": "depeche.cli.positions:positions",
    "terms": "depeche.cli.terms:terms",
    "search": "depeche.cli.search:search",
    "timeline": "depeche.cli.timeline:timeline",
    "contradictions": "depeche.cli.contradictions:contradictions",
    "actors": "depeche.cli.actors:actors",
    "dossier": "depeche.cli.dossier:dossier",
    "serve": "depeche.cli.serve:serve",
    "weave": "depeche.cli.weave:weave",
    "export": "depeche.cli.export:export",
    "correct": "depeche.cli.correct:correct",
    "journal": "depeche.cli.journal:journal",
    "audit": "depeche.cli.audit:audit",
    "evaluate": "depeche.cli.evaluate:evaluate",
    "dates": "depeche.cli.dates:dates",
}


class Verbs(TyperGroup):
    """The verbs of the table, in its order, each imported when it is needed."""

    def list_commands(self, ctx: Any) -> list[str]:
        """The verbs' names, as help lists them."""
        return list(VERBS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """The verb as a command, or None where there is no such verb."""
        if cmd_name not in VERBS:
            return None
        module, _, name = VERBS[cmd_name].partition(":")
        found = getattr(import_module(module), name)
        if isinstance(found, typer.Typer):
            command = get_command(found)
        else:
            single = typer.Typer(add_completion=False)
            single.command(cmd_name)(found)
            command = get_command(single)
        command.name = cmd_name
        return command


app = typer.Typer(name="depeche", cls=Verbs, no_args_is_help=True, add_completion=False,
                  help="Lit la presse francophone et en tire un registre sourcé de la diplomatie. "
                       "Reads French-language press into a sourced record of diplomacy.")  # fmt: skip


@app.callback()
def _program() -> None: ...


def main() -> None:
    """Run the program."""
    app()


if __name__ == "__main__":
    main()
