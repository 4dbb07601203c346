"""`tracker` itself: its commands, the window where none is named, and how an error is told."""

from __future__ import annotations

import errno
from pathlib import Path
from typing import IO, Any

import click

from tracker import __version__
from tracker.cli import (
    bulletin,
    card,
    chart,
    check,
    demo,
    dump,
    explain,
    forms,
    import_files,
    lists,
    load,
    log,
    new,
    proof,
    rank,
    read_files,
    window,
)
from tracker.cli import print as print_
from tracker.errors import TrackerError
from tracker.i18n import tr


class Refused(click.ClickException):
    """A fault of the user's or the machine's: one line on standard error, exit code 1."""

    def show(self, file: IO[str] | None = None) -> None:
        click.echo(f"tracker: {one_line(self.message)}", file=file, err=True)


class Program(click.Group):
    """The group of commands. A first argument that names none of them is a book to open in the window."""

    def resolve_command(self, ctx: click.Context, args: list[str]) -> tuple[str | None, click.Command | None, list[str]]:
        name = args[0]
        if name in self.commands or name.startswith("-"):
            return super().resolve_command(ctx, args)
        if _is_a_path(name) and len(args) == 1:
            return "", window.command(), args
        raise click.UsageError(tr("“{name}” is neither a command nor a book.", name=name), ctx)

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except TrackerError as error:
            raise Refused(str(error)) from error
        except OSError as error:
            if error.errno == errno.EPIPE:
                raise  # the reader of a pipe has gone: click ends quietly
            raise Refused(_disk_says(error)) from error


def program() -> click.Group:
    """The command `tracker` in the language spoken now."""
    return Program(
        "tracker",
        callback=_without_command,
        invoke_without_command=True,
        no_args_is_help=False,
        subcommand_metavar=tr("[BOOK] | COMMAND [ARGUMENTS]..."),
        help=tr("A county's figures: entered, ranked, explained and printed. With a BOOK or nothing, opens the window."),
        commands=[
            made()
            for made in (
                new.command,
                load.command,
                dump.command,
                forms.command,
                import_files.command,
                rank.command,
                lists.command,
                explain.command,
                card.command,
                bulletin.command,
                chart.command,
                print_.command,
                proof.command,
                log.command,
                check.command,
                demo.command,
                read_files.command,
            )
        ],
        params=[
            click.Option(
                ["--version"],
                is_flag=True,
                is_eager=True,
                expose_value=False,
                callback=_show_version,
                help=tr("Show the version and exit."),
            ),
            click.Option(["--self-test"], is_flag=True, help=tr("Check that the program works on this computer, then exit.")),
        ],
    )


def one_line(message: str) -> str:
    """The message without line ends, which would break one line a problem."""
    return " ".join(message.split())


def _without_command(self_test: bool) -> None:
    context = click.get_current_context()
    if self_test:
        from tracker import selftest

        context.exit(selftest.run())
    if context.invoked_subcommand is None:
        window.open_window(None)


def _is_a_path(name: str) -> bool:
    path = Path(name)
    return path.exists() or path.suffix != "" or path.name != name


def _show_version(ctx: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted and not ctx.resilient_parsing:
        click.echo(f"tracker {__version__}")
        ctx.exit()


def _disk_says(error: OSError) -> str:
    reason = error.strerror or str(error)
    return tr("{path}: {reason}", path=error.filename, reason=reason) if error.filename else reason
