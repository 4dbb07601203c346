"""The arguments that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from tracker.domain.period import Month
from tracker.errors import BadMonth
from tracker.i18n import tr

TARGET_SETS = ("assigned", "stretch")


class Choice(click.Choice[str]):
    """One of several words; a wrong one is told in the language spoken."""

    def get_invalid_choice_message(self, value: Any, ctx: click.Context | None) -> str:  # noqa: ARG002 - click gives it
        return tr("There is no “{value}” here, only: {choices}.", value=value, choices=", ".join(map(str, self.choices)))


def book_argument() -> click.Argument:
    """BOOK: a book's path; whether it exists and is one, the store says better than click."""
    return click.Argument(["book"], metavar="BOOK", type=click.Path(path_type=Path))


def folder_argument() -> click.Argument:
    """DIR: a folder's path."""
    return click.Argument(["folder"], metavar="DIR", type=click.Path(path_type=Path))


def month_option(*, required: bool = True, help: str = "") -> click.Option:  # noqa: A002 - click's own word
    """--month: a month, which must be given unless it is said not to be."""
    words = help or tr("The month, such as 2026-09.")
    return click.Option(["--month"], required=required, metavar="YYYY-MM", callback=_month, help=words)


def newest_month_option() -> click.Option:
    """--month: a month; without it the newest one."""
    told = tr("The month, such as 2026-09; without it the newest one that has figures.")
    return click.Option(["--month"], metavar="YYYY-MM", callback=_month, help=told)


def against_option() -> click.Option:
    """--against: a month whose scheme is to stand beside the one in force."""
    words = tr("With --score: beside it the scores by the scheme that is in force in this month, of another year too.")
    return click.Option(["--against"], metavar="YYYY-MM", callback=_month, help=words)


def target_set_option() -> click.Option:
    """--target-set: the targets handed down by the city, or the county's own higher ones."""
    told = tr("The targets to count by.")
    return click.Option(["--target-set"], type=Choice(TARGET_SETS), default=TARGET_SETS[0], show_default=True, help=told)


def _month(_ctx: click.Context, _option: click.Parameter, text: str | None) -> Month | None:
    """The month that was written, if one was; wrong usage where it is none."""
    if text is None:
        return None
    try:
        return Month.parse(text)
    except BadMonth as error:
        raise click.BadParameter(str(error)) from error
