"""`tracker read-files`: the worker that opens what was sent in, for the program itself; it is not shown among the commands."""

from __future__ import annotations

import sys

import click


def command() -> click.Command:
    return click.Command("read-files", callback=read_files, hidden=True)


def read_files() -> None:
    """Serve requests from the standard input until it ends."""
    from tracker.exchange.submissions.worker import serve

    serve(sys.stdin.buffer, sys.stdout.buffer)
