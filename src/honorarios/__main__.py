"""``python -m honorarios``: the command line."""

from honorarios.cli import main

if __name__ == "__main__":
    main()
