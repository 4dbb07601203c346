"""The words for what the book stores as a code of its own: kinds, methods, states, the names of settings."""

from __future__ import annotations

from tracker.domain.indicator import Direction, EnteredBy, Kind, RankBy
from tracker.domain.office_text import OfficeTextKind
from tracker.domain.scheme import Method
from tracker.i18n import mark
from tracker.store import hint_rules, list_names, list_rules, month_documents, print_setup, reports, scheme_drafts, settings
from tracker.store.months import MonthState

CHOICES: dict[str, str] = {
    Kind.FLOW: mark("flow"),
    Kind.STOCK: mark("stock"),
    Kind.RATIO: mark("ratio"),
    Direction.HIGHER: mark("higher is better"),
    Direction.LOWER: mark("lower is better"),
    RankBy.COMPLETION: mark("completion"),
    RankBy.CUMULATIVE: mark("to date"),
    RankBy.YOY: mark("growth on last year"),
    EnteredBy.MONTH: mark("month value"),
    MonthState.OPEN: mark("open"),
    MonthState.PUBLISHED: mark("published"),
    Method.PROPORTIONAL: mark("in proportion"),
    Method.PROPORTIONAL_BONUS: mark("in proportion, with bonus"),
    Method.PACE: mark("by pace"),
    Method.EFFICACY: mark("efficacy coefficient"),
    Method.RANK_POINTS: mark("by rank"),
    Method.TIERS: mark("by tiers"),
    Method.PER_ITEM: mark("for each"),
    Method.ALL_OR_NOTHING: mark("all or nothing"),
    OfficeTextKind.NUMBER: mark("Number of the document"),
    OfficeTextKind.PROBLEMS: mark("Problems of the month"),
    OfficeTextKind.NEXT_STEPS: mark("Next steps"),
    OfficeTextKind.INDICATORS: mark("Indicators in the bulletin"),
}
"""Each stored code in English, to be shown through `tr`. Codes that are alike mean the same everywhere."""

SETTINGS: dict[str, str] = {
    settings.TITLE: mark("Title"),
    settings.OFFICE: mark("Office"),
    settings.CLERK: mark("Clerk"),
    settings.LANGUAGE: mark("Language"),
    settings.RANK_WHAT_IS_PRINTED: mark("Ranks compare what is printed"),
    settings.BULLETIN_TEMPLATE: mark("Word template of the bulletin"),
    scheme_drafts.DRAFTS: mark("Drafts of the scheme"),
    reports.DEADLINE_DAY: mark("Due by this day of the next month"),
    hint_rules.OFF: mark("Hints that are switched off"),
    hint_rules.TOLERANCE: mark("Hints: share by which a slip may differ"),
    hint_rules.SCORE: mark("Hints: score of an outlier"),
    hint_rules.MONTHS: mark("Hints: months compared"),
    hint_rules.LEAST: mark("Hints: least number of months"),
    list_rules.SIZE: mark("Lists: how many are named in a group"),
    list_rules.REVIEWS: mark("Lists: reviews running"),
    list_names.SIZES: mark("Lists: how many in some groups"),
    list_names.ZERO: mark("Lists: what must not be nothing"),
    list_names.LIGHTS: mark("Rule for lights"),
    print_setup.COLUMNS: mark("Print set-up: columns"),
    list_names.PRINTED: mark("Print set-up: indicators"),
    print_setup.TOTAL: mark("Print set-up: place of the total"),
    print_setup.PAPER: mark("Print set-up: paper"),
    print_setup.PORTRAIT: mark("Print set-up: upright"),
    print_setup.TITLE: mark("Print set-up: title for several indicators"),
    print_setup.TITLE_OF_ONE: mark("Print set-up: title for one indicator"),
    print_setup.SUBTITLE: mark("Print set-up: line under the title"),
    print_setup.SIGNATURES: mark("Print set-up: signatures"),
    print_setup.TITLE_FACE: mark("Print set-up: face of titles"),
    print_setup.BODY_FACE: mark("Print set-up: face of figures"),
    month_documents.PRINTED: mark("Documents that are printed together"),
}
"""What the book's settings are called."""
