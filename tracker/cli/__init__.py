"""The command line: a thin, stable contract over the store, the metrics, the reports and the exchange."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command that `sys.argv` asks for and exit with its code, in the language of the system."""
    from tracker.cli.console import prepare_console, speak
    from tracker.cli.program import program

    prepare_console()
    speak()
    program().main(sys.argv[1:], prog_name="tracker")
