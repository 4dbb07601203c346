"""`tracker chart`: a month's chart as a picture: who is on pace, who stands where, who moved, where the trouble is."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tracker.cli.console import write_bytes
from tracker.cli.parameters import Choice, book_argument, month_option, target_set_option
from tracker.domain.period import Month
from tracker.i18n import tr

if TYPE_CHECKING:
    from tracker.metrics.live import Live
    from tracker.reports.charts.chart import ChartChoice

KINDS = ("pace", "standing", "bump", "heat", "indicators", "composition", "funnel", "multiples")
ENDINGS = ("png", "svg", "pdf")
YEARS = ("1", "2", "3")


def command() -> click.Command:
    return click.Command(
        "chart",
        callback=chart,
        short_help=tr("Draw a month's chart as a picture: who is on pace, who stands where, who moved, where the trouble is."),
        help=tr(
            "Draw a month's chart. KIND: pace (course against the pace), standing (units in order), bump (ranks by month), heat"
            " (ahead and behind by month), indicators (by indicator), composition, funnel (signed to production), multiples."
        ),
        params=[
            book_argument(),
            click.Argument(["kind"], metavar="KIND", type=Choice(KINDS)),
            month_option(),
            click.Option(
                ["--indicator"],
                multiple=True,
                metavar="CODE",
                help=tr("An indicator's code; may be given again for a funnel's stages and the columns of “indicators”."),
            ),
            click.Option(["--unit"], multiple=True, metavar="NAME", help=tr("A unit's name or code; may be given again.")),
            click.Option(["--group"], metavar="NAME", help=tr("Only this group; without it the county.")),
            click.Option(
                ["--years"],
                type=Choice(YEARS),
                default="1",
                show_default=True,
                help=tr("How many years the months run over."),
            ),
            target_set_option(),
            click.Option(
                ["-o", "--output"],
                required=True,
                type=click.Path(path_type=Path),
                metavar="FILE",
                help=tr("Write to FILE: {endings}.", endings=", ".join(f".{ending}" for ending in ENDINGS)),
            ),
        ],
    )


def chart(  # noqa: PLR0913 - one argument an option
    *,
    book: Path,
    kind: str,
    month: Month,
    indicator: tuple[str, ...],
    unit: tuple[str, ...],
    group: str | None,
    years: str,
    target_set: str,
    output: Path,
) -> None:
    """Draw the chart in the words of paper; a published month's from what it was published with."""
    from tracker.domain.target import TargetSet
    from tracker.exchange.ranking.choice import check_month
    from tracker.metrics.shown import live_of
    from tracker.reports.charts.chart import Canvas, chart_of
    from tracker.reports.charts.look import paper_look
    from tracker.reports.charts.out import bytes_of
    from tracker.reports.ranking_sheet import Imprint
    from tracker.reports.titles import place_and_subject, whole
    from tracker.store.book import Book
    from tracker.store.figures import first_month, last_month
    from tracker.store.months import published

    ending = output.suffix.lower().lstrip(".")
    if ending not in ENDINGS:
        raise click.UsageError(tr("A chart's file ends in {endings}.", endings=", ".join(f".{one}" for one in ENDINGS)))
    with Book.open(book, read_only=True) as opened:
        check_month(month, first_month(opened), last_month(opened))
        with closing(live_of(opened, month, target_set=TargetSet(target_set))) as live:
            choice = chosen(live, kind, indicator, unit, group)
            place, _ = place_and_subject(Imprint.of(live.book, month.last_day).book_title)
            canvas = Canvas(paper_look(whole(place)))
            drawn = chart_of(live, choice.over(int(years)), canvas, published_months=published(opened))
            write_bytes(bytes_of(drawn.figure, ending), output)
    click.echo(tr("Wrote {path}.", path=output))


def chosen(live: Live, kind: str, indicators: tuple[str, ...], units: tuple[str, ...], group: str | None) -> ChartChoice:
    """What the words of the command line choose. Raises NoSuchIndicator, NoSuchUnit, NoSuchGroup."""
    from tracker.exchange.ranking.choice import choose_group, choose_indicators, choose_units
    from tracker.reports.charts.chart import ChartChoice, ChartKind

    named = choose_indicators(live.indicators, indicators) if indicators else []
    owner = choose_group(live.groups, group)
    return ChartChoice(
        ChartKind(kind),
        tuple(one.id for one in named),
        None if owner is None else owner.id,
        tuple(one.id for one in choose_units(live.roster.units, units, live.month)),
    )
