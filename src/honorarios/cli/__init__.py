"""The command line: translates, calls and shows; no rule lives here.

Exit codes: 0 done, although a line may be without a value; 1 findings with errors, that nothing at
all has a value among them; 2 a command line that cannot be understood; 130 interrupted. Data goes to
stdout, messages to stderr.
"""

from __future__ import annotations

import sys

INTERRUPTED = 130


def main() -> None:
    """Run the ``honorarios`` command."""
    try:
        # Most of the time it takes to start is spent here, and an interruption is answered then too.
        from honorarios.cli.program import run

        code = run()
    except KeyboardInterrupt:
        sys.stderr.write("Interrompido.\n")
        code = INTERRUPTED
    sys.exit(code)
