"""How each table of the book is told in the journal: what its rows are of, and their fields."""

from __future__ import annotations

from tracker.i18n import mark
from tracker.ui.models import journal_fields as say
from tracker.ui.models.journal_settings import setting, setting_value
from tracker.ui.models.journal_words import Field, TableWords

_CODE, _NAME, _SORT = (
    Field(mark("code"), say.text_of("code")),
    Field(mark("name"), say.text_of("name")),
    Field(mark("position"), say.text_of("sort")),
)

TABLES: dict[str, TableWords] = {
    "setting": TableWords(setting, (Field("", setting_value),)),
    "unit_group": TableWords(say.named(mark("Group")), (_NAME, _SORT)),
    "unit": TableWords(
        say.named(mark("Unit")),
        (
            _CODE,
            _NAME,
            Field(mark("group"), say.whose_group),
            _SORT,
            Field(mark("first month"), say.month_of("valid_from")),
            Field(mark("last month"), say.month_of("valid_to")),
            Field(mark("merged into"), say.unit_of("merged_into")),
            Field(mark("contact"), say.text_of("contact")),
        ),
    ),
    "indicator": TableWords(
        say.named(mark("Indicator")),
        (
            _CODE,
            _NAME,
            Field(mark("unit of measure"), say.text_of("unit")),
            Field(mark("decimals"), say.text_of("decimals")),
            Field(mark("kind"), say.choice_of("kind")),
            Field(mark("direction"), say.choice_of("direction")),
            Field(mark("ranked by"), say.choice_of("rank_by")),
            Field(mark("typed as"), say.choice_of("entered_by")),
            Field(mark("numerator"), say.indicator_of("numerator")),
            Field(mark("denominator"), say.indicator_of("denominator")),
            Field(mark("factor"), say.text_of("factor")),
            _SORT,
            Field(mark("definition"), say.text_of("definition")),
        ),
    ),
    "target": TableWords(
        say.joined(say.year, say.whose, say.indicator_of("indicator_id"), say.target_set), (Field("", say.amount),)
    ),
    "plan_share": TableWords(
        say.joined(say.year, say.indicator_of("indicator_id"), say.month_of_year), (Field("", say.percent_of("share")),)
    ),
    "figure": TableWords(
        say.joined(say.whose, say.indicator_of("indicator_id"), say.month_of("month")),
        (Field("", say.figure), Field(mark("note"), say.text_of("note")), Field(mark("source"), say.text_of("source"))),
    ),
    "month_state": TableWords(say.month_of("month"), (Field("", say.choice_of("state")),)),
    "scheme_line": TableWords(
        say.joined(say.year, say.since, say.whose_group, say.indicator_of("indicator_id")),
        (
            Field(mark("points"), say.text_of("points")),
            Field(mark("method"), say.choice_of("method")),
            Field(mark("cap"), say.text_of("cap")),
            Field(mark("bonus"), say.text_of("bonus")),
            Field(mark("bonus cap"), say.text_of("bonus_cap")),
            Field(mark("step"), say.text_of("step")),
            Field(mark("floor"), say.text_of("floor")),
            Field(mark("each"), say.text_of("each")),
            Field(mark("tiers"), say.text_of("tiers")),
            Field(mark("basis"), say.choice_of("basis")),
        ),
    ),
    "scheme_terms": TableWords(
        say.joined(say.year, say.since, say.plainly(mark("Scheme"))),
        (
            Field(mark("total points"), say.text_of("total")),
            Field(mark("points off for a late form"), say.text_of("late")),
            Field(mark("points off for a missing form"), say.text_of("missing")),
            Field(mark("at most"), say.text_of("most")),
        ),
    ),
    "adjustment": TableWords(
        say.joined(say.whose, say.month_of("month"), say.plainly(mark("Points by hand"))),
        (
            Field("", say.text_of("points")),
            Field(mark("because"), say.text_of("reason")),
            Field(mark("document"), say.text_of("document")),
        ),
    ),
    "exemption": TableWords(
        say.joined(say.whose, say.indicator_of("indicator_id"), say.span, say.plainly(mark("Exempt from the black list"))),
        (Field(mark("because"), say.text_of("reason")),),
    ),
    "office_text": TableWords(say.joined(say.month_of("month"), say.choice_of("kind")), (Field("", say.text_of("text")),)),
    "sender_word": TableWords(
        say.joined(say.whose, say.plainly(mark("Word of a sender")), say.text_of("text")),
        (Field(mark("means"), say.text_of("meaning")),),
    ),
    "sent_file": TableWords(
        say.joined(say.plainly(mark("File sent in")), say.text_of("name")),
        (Field(mark("received"), say.text_of("received")), Field("SHA-256", say.text_of("sha256"))),
    ),
    "report": TableWords(say.joined(say.whose, say.month_of("month")), (Field(mark("received"), say.text_of("received")),)),
    "acceptance": TableWords(
        say.joined(say.whose, say.indicator_of("indicator_id"), say.month_of("month")),
        (Field(mark("accepted"), say.amount), Field(mark("because"), say.text_of("note"))),
    ),
    "publication": TableWords(
        say.joined(say.month_of("month"), say.numbered(mark("Publication"))),
        (
            Field(mark("published on"), say.text_of("dated")),
            Field(mark("by"), say.text_of("person")),
            Field(mark("withdrawn"), say.text_of("withdrawn")),
        ),
    ),
    "correction": TableWords(
        say.joined(say.month_of("month"), say.numbered(mark("Correction"))),
        (Field(mark("because"), say.text_of("reason")), Field(mark("by"), say.text_of("person"))),
    ),
    "correction_figure": TableWords(
        say.joined(say.whose, say.indicator_of("indicator_id")),
        (Field(mark("published as"), say.amount_of("old")), Field(mark("corrected to"), say.amount_of("new"))),
    ),
}
"""Every table that the journal records."""
