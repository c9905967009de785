"""`depeche`: the program. Heavy imports stand inside the verbs that use them, so that --help starts fast."""

import typer

app = typer.Typer(name="depeche", no_args_is_help=True, add_completion=False,
                  help="Lit la presse francophone et en tire un registre sourcé de la diplomatie. "
                       "Reads French-language press into a sourced record of diplomacy.")  # fmt: skip


@app.callback()
def _program() -> None: ...


def main() -> None:
    """Run the program."""
    app()


if __name__ == "__main__":
    main()
