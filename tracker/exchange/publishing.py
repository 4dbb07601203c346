"""Publish a month together with its computed ranking and scores, and tell where a later program would compute another one."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from decimal import Decimal
from typing import Any

from tracker.domain.period import Month
from tracker.domain.target import TargetSet
from tracker.exchange.ranking.as_json import ranking_json
from tracker.exchange.ranking.choice import ranking_of
from tracker.exchange.scores.as_json import scores_json
from tracker.exchange.scores.choice import scores_of
from tracker.i18n import tr
from tracker.metrics.live import Live
from tracker.metrics.scoring.book_scores import NoScheme
from tracker.metrics.shown import live_of
from tracker.store.book import Book
from tracker.store.faults import BookIsDamaged
from tracker.store.problem import Problem, place
from tracker.store.publications import Publication, publications, publish
from tracker.store.scheme_faults import SchemeRefused
from tracker.store.snapshot import computed

SCORES = "scores"


def publish_month(book: Book, month: Month, *, today: date) -> Publication:
    """Publish as `store.publications.publish` does, with the ranking in both sets of targets and the scores.

    Raises SumTooLarge besides.
    """
    with closing(Live(book, month=month)) as live:
        return publish(book, month, today=today, computed=_computed(book, live, today))


def computed_otherwise(book: Book) -> Iterator[Problem]:
    """The publications in force for which this program computes other figures than the one that published them."""
    for published in publications(book):
        if published.withdrawn:
            continue
        try:
            with closing(live_of(book, published.month)) as live:
                codes = _differing(computed(live.book), _computed(book, live, published.dated))
        except BookIsDamaged:  # which the book's own check tells
            continue
        if codes:
            yield _problem(published, codes)


def _problem(published: Publication, codes: list[str]) -> Problem:
    text = tr(
        "This version computes other figures for {codes} than version {version}, which published it. Print with that.",
        codes=", ".join(codes),
        version=published.program,
    )
    return Problem(place("publication", published.month, published.number), text)


def _computed(book: Book, live: Live, today: date) -> str:
    """The month as JSON: its scores, where it has any, and its ranking, one object a set of targets."""
    told = [f'"{SCORES}": {scores}'] if (scores := _scores(book, live, today)) else []
    for target_set in TargetSet:
        live.show(target_set=target_set)
        told.append(f'"{target_set}": ' + "".join(ranking_json(ranking_of(live))))
    return "{" + ", ".join(told) + "}"


def _scores(book: Book, live: Live, today: date) -> str:
    try:
        return "".join(scores_json(scores_of(book, live, today=today)))
    except (NoScheme, SchemeRefused):
        return ""


def _differing(published: str, now: str) -> list[str]:
    """The codes of the indicators in whose published tables something is another one now, the scores before them by name; none
    where nothing was computed.
    """
    before, after = (json.loads(text or "{}", parse_float=Decimal) for text in (published, now))
    scored = before.pop(SCORES, None)
    scores = [] if scored is None or _holds(scored, after.get(SCORES)) else [tr("Composite score")]
    return scores + sorted(
        {
            code
            for target_set, ranking in before.items()
            for code, table in ranking["indicators"].items()
            if not _holds(table, after[target_set]["indicators"].get(code))
        }
    )


def _holds(published: Any, now: Any) -> bool:
    """Whether everything that was published is still so; a later program may tell more beside it."""
    if isinstance(published, dict):
        return isinstance(now, dict) and all(_holds(value, now.get(name)) for name, value in published.items())
    if isinstance(published, list):
        return isinstance(now, list) and len(published) == len(now) and all(map(_holds, published, now))
    return bool(published == now)
