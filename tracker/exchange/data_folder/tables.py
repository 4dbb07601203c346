"""The files of the data folder and their columns: one description for reading, writing and datapackage.json."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from tracker.domain.indicator import Direction, EnteredBy, Kind, RankBy
from tracker.domain.office_text import OfficeTextKind
from tracker.domain.scheme import EFFICACY_BASES, Method
from tracker.domain.target import TargetSet


class Type(StrEnum):
    """What a column holds, in the words of Frictionless Table Schema."""

    TEXT = "string"
    WHOLE = "integer"
    NUMBER = "number"
    YEAR = "year"
    MONTH = "yearmonth"


@dataclass(frozen=True, slots=True)
class Column:
    """One column. `needed`: the file must have it; `filled`: and no cell may be empty. `rare`: dumped only when it is used."""

    name: str
    type: Type
    description: str
    needed: bool = False
    filled: bool = False
    rare: bool = False
    choices: tuple[str, ...] = ()
    refers_to: str = ""
    """The table whose `code` stands here; "" for none."""


@dataclass(frozen=True, slots=True)
class Table:
    """One CSV file: its columns as they are written, and those that identify a row. Described in English, like its header."""

    name: str
    title: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    rare: bool = False
    """Dumped only where there is something in it."""

    @property
    def file(self) -> str:
        """The file's name: "units.csv"."""
        return f"{self.name}.csv"


UNITS = Table(
    "units",
    "Who reports",
    (
        Column("code", Type.TEXT, "The unit's code.", needed=True, filled=True),
        Column("name", Type.TEXT, "The unit's name.", needed=True, filled=True),
        Column("group", Type.TEXT, "The name of the group it is ranked in.", needed=True, filled=True),
        Column("sort", Type.WHOLE, "Its position."),
        Column("valid_from", Type.MONTH, "The first month it is listed in; empty: always was."),
        Column("valid_to", Type.MONTH, "The last month it is listed in; empty: still is."),
        Column("merged_into", Type.TEXT, "The unit that carries its history on after valid_to.", refers_to="units"),
        Column("contact", Type.TEXT, "Whom to call about its figures.", rare=True),
    ),
    ("code",),
)

INDICATORS = Table(
    "indicators",
    "What is reported",
    (
        Column("code", Type.TEXT, "The indicator's code.", needed=True, filled=True),
        Column("name", Type.TEXT, "The indicator's name.", needed=True, filled=True),
        Column("unit", Type.TEXT, "Its unit of measure.", needed=True),
        Column("decimals", Type.WHOLE, "The most decimal places a figure may have, 0 to 6.", needed=True, filled=True),
        Column("kind", Type.TEXT, "flow: months add up; stock: a level; ratio.", choices=tuple(Kind)),
        Column("direction", Type.TEXT, "Whether higher or lower is better.", choices=tuple(Direction)),
        Column("rank_by", Type.TEXT, "The figure it is ranked by.", choices=tuple(RankBy)),
        Column("numerator", Type.TEXT, "A ratio's numerator.", refers_to="indicators"),
        Column("denominator", Type.TEXT, "A ratio's denominator.", refers_to="indicators"),
        Column("factor", Type.NUMBER, "What a ratio is multiplied by; empty: 1."),
        Column("sort", Type.WHOLE, "Its position."),
        Column(
            "entered_by", Type.TEXT, "Which figure the office types; empty: the month's.", rare=True, choices=tuple(EnteredBy)
        ),
        Column("definition", Type.TEXT, "What counts, in words.", rare=True),
    ),
    ("code",),
)

TARGETS = Table(
    "targets",
    "Yearly targets",
    (
        Column("year", Type.YEAR, "The year.", needed=True, filled=True),
        Column("unit", Type.TEXT, "The unit; empty: the county itself.", needed=True, refers_to="units"),
        Column("indicator", Type.TEXT, "The indicator.", needed=True, filled=True, refers_to="indicators"),
        Column("value", Type.NUMBER, "The target, in the indicator's unit of measure.", needed=True),
        Column("set", Type.TEXT, "Which set of targets; empty: assigned.", choices=tuple(TargetSet)),
    ),
    ("year", "unit", "indicator", "set"),
)

PLAN = Table(
    "plan",
    "How much of the year's target is due by a month",
    (
        Column("year", Type.YEAR, "The year.", needed=True, filled=True),
        Column("indicator", Type.TEXT, "The indicator.", needed=True, filled=True, refers_to="indicators"),
        Column("month", Type.WHOLE, "The month, 1 to 12.", needed=True, filled=True),
        Column("share", Type.NUMBER, "The cumulative share of the year's target, 0 to 1.", needed=True, filled=True),
    ),
    ("year", "indicator", "month"),
)

SCHEME = Table(
    "scheme",
    "How points are given",
    (
        Column("year", Type.YEAR, "The year.", needed=True, filled=True),
        Column("group", Type.TEXT, "The group it is for; empty: every group."),
        Column("indicator", Type.TEXT, "The indicator.", needed=True, filled=True, refers_to="indicators"),
        Column("points", Type.NUMBER, "The full points.", needed=True, filled=True),
        Column("method", Type.TEXT, "How they are given.", needed=True, filled=True, choices=tuple(Method)),
        Column("cap", Type.NUMBER, "The most that completion counts."),
        Column("bonus", Type.NUMBER, "Points for each percentage point over 100 %."),
        Column("bonus_cap", Type.NUMBER, "The most bonus points."),
        Column("step", Type.NUMBER, "Points lost for each rank."),
        Column("floor", Type.NUMBER, "The fewest points for a rank."),
        Column("each", Type.NUMBER, "Points for each item."),
        Column(
            "tiers",
            Type.TEXT,
            "Completion and percent of the points: 0.8:100;0.5:75. Of a bonus: targets and theirs.",
        ),
        Column("basis", Type.TEXT, "The figure that efficacy compares.", choices=EFFICACY_BASES),
        Column("from_month", Type.WHOLE, "The month from which it is in force, 1 to 12; empty: 1.", rare=True),
    ),
    (),
)

TERMS = Table(
    "scheme_terms",
    "What a version of a scheme says beside its lines",
    (
        Column("year", Type.YEAR, "The year.", needed=True, filled=True),
        Column("from_month", Type.WHOLE, "The month from which the version is in force, 1 to 12.", needed=True, filled=True),
        Column("total", Type.NUMBER, "What every group's full points add up to; empty: it does not say."),
        Column("late", Type.NUMBER, "The points that a late monthly form costs; empty: none."),
        Column("missing", Type.NUMBER, "The points that a missing monthly form costs; empty: none."),
        Column("most", Type.NUMBER, "The most that forms cost in a year; empty: however many."),
    ),
    ("year", "from_month"),
    rare=True,
)

ADJUSTMENTS = Table(
    "adjustments",
    "Points given or taken by hand",
    (
        Column("unit", Type.TEXT, "The unit.", needed=True, filled=True, refers_to="units"),
        Column("month", Type.MONTH, "The month from which they count, to the end of its year.", needed=True, filled=True),
        Column("points", Type.NUMBER, "The points, below zero where they are taken.", needed=True, filled=True),
        Column("reason", Type.TEXT, "Why.", needed=True, filled=True),
        Column("document", Type.TEXT, "The number of the document that says so.", needed=True, filled=True),
    ),
    (),
    rare=True,
)

EXEMPTIONS = Table(
    "exemptions",
    "Who is not put on the black list",
    (
        Column("unit", Type.TEXT, "The unit.", needed=True, filled=True, refers_to="units"),
        Column("indicator", Type.TEXT, "The indicator; empty: every one, and the score.", refers_to="indicators"),
        Column("first", Type.MONTH, "The first month.", needed=True, filled=True),
        Column("last", Type.MONTH, "The last month.", needed=True, filled=True),
        Column("reason", Type.TEXT, "Why.", needed=True, filled=True),
    ),
    (),
    rare=True,
)

FIGURES = Table(
    "figures",
    "What was reported: the month's own values",
    (
        Column("unit", Type.TEXT, "The unit.", needed=True, filled=True, refers_to="units"),
        Column("indicator", Type.TEXT, "The indicator.", needed=True, filled=True, refers_to="indicators"),
        Column("month", Type.MONTH, "The month, as YYYY-MM.", needed=True, filled=True),
        Column("value", Type.NUMBER, "The month's own value; empty: not reported.", needed=True),
        Column("typed", Type.TEXT, "The text that was typed for it.", rare=True),
        Column("note", Type.TEXT, "A note.", rare=True),
    ),
    ("unit", "indicator", "month"),
)

TEXTS = Table(
    "texts",
    "What the office writes into the bulletins",
    (
        Column("month", Type.MONTH, "The month of the bulletin.", needed=True, filled=True),
        Column("kind", Type.TEXT, "Which part of it.", needed=True, filled=True, choices=tuple(OfficeTextKind)),
        Column("text", Type.TEXT, "The text, a paragraph a line; empty: none.", needed=True),
    ),
    ("month", "kind"),
    rare=True,
)

TABLES = (UNITS, INDICATORS, TARGETS, PLAN, SCHEME, FIGURES, TERMS, ADJUSTMENTS, EXEMPTIONS, TEXTS)
