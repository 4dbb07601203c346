"""`tracker proof`: a bulletin's numbers recomputed from those that stand beside them."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import click

from tracker.cli.console import write_text
from tracker.domain.period import Month
from tracker.errors import BadMonth
from tracker.i18n import tr

NEEDS_A_PERSON = 3
"""Exit code where a claim is wrong or words want mending."""


def command() -> click.Command:
    return click.Command(
        "proof",
        callback=proof,
        short_help=tr("Recompute every figure that the text FILE tells, from the numbers beside it."),
        help=tr(
            "Recompute every completion, gap to the pace, growth and share in the text FILE (.docx, .txt, - for standard input)"
            " from the numbers beside it. Exits with 3 where one is wrong or worded wrong."
        ),
        params=[
            click.Argument(["file"], metavar="FILE", type=click.Path(path_type=Path, allow_dash=True)),
            click.Option(
                ["--month"],
                metavar="M",
                callback=_month,
                help=tr("The month that its figures run to, as 9 or 2026-09, where the text does not say."),
            ),
            click.Option(["--json", "as_json"], is_flag=True, help=tr("Write JSON.")),
        ],
    )


def proof(file: Path, month: int | None, as_json: bool) -> None:
    """Write the claims; exit with 3 where something needs a person."""
    from tracker.exchange.proof.as_json import proof_json
    from tracker.exchange.proof.as_text import proof_text
    from tracker.exchange.proof.document import document_text
    from tracker.metrics.proof.proofreading import proofread

    name = tr("The standard input") if str(file) == "-" else file.name
    found = proofread(document_text(_content(file), name), month=month)
    write_text([proof_json(found)] if as_json else proof_text(found), None)
    if not found.is_clean:
        sys.exit(NEEDS_A_PERSON)


def _content(file: Path) -> bytes:
    """The file's bytes, one more than may be read at the most: more need not be in memory to be refused."""
    from tracker.exchange.proof.document import LARGEST

    most = LARGEST * 2**20 + 1
    if str(file) == "-":
        return sys.stdin.buffer.read(most)
    with file.open("rb") as stream:
        return stream.read(most)


def _month(_context: click.Context, _option: click.Parameter, text: str | None) -> int | None:
    """The number of the month; wrong usage where it is none."""
    if text is None:
        return None
    if re.fullmatch("0?[1-9]|1[0-2]", text.strip()):
        return int(text)
    try:
        return Month.parse(text).number
    except BadMonth as error:
        raise click.BadParameter(str(error)) from error
