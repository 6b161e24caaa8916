"""The command line: translates, calls and shows; no rule lives here."""


def main() -> None:
    """Run the `honorarios` command."""
    print("honorarios")
