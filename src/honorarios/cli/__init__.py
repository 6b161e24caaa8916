"""The command line: translates, calls and shows; no rule lives here.

Exit codes: 0 done, although a line may be without a value; 1 findings with errors, that nothing at
all has a value among them, or an invariant of the record that doesn't hold; 2 a command line that
cannot be understood; 3 data that the rules refuse; 4 refused by the state that things are in; 5 not
permitted, or not within reach; 75 the database can't take it now; 130 interrupted. Data goes to stdout,
messages to stderr.
"""

from __future__ import annotations

import gc
import sys

INTERRUPTED = 130
COLLECTED_AFTER = 50_000
"""New objects after which Python looks for garbage that refers to itself; its own number is 700."""


def main() -> None:
    """Run the ``honorarios`` command."""
    # What a command loads are a great many objects that all stay: looking among them costs its start.
    gc.set_threshold(COLLECTED_AFTER)
    try:
        # Most of the time it takes to start is spent here, and an interruption is answered then too.
        from honorarios.cli.program import run

        code = run()
    except KeyboardInterrupt:
        sys.stderr.write("Interrompido.\n")
        code = INTERRUPTED
    sys.exit(code)
