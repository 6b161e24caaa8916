"""The command line: translates, calls and shows; no rule lives here."""

import typer

app = typer.Typer(no_args_is_help=True)


@app.callback()
def honorarios() -> None:
    """Honorários médicos, calculados ao centavo e explicados."""


def main() -> None:
    """Run the `honorarios` command."""
    app()
