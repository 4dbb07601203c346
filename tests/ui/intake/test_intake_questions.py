from contextlib import closing

import pytest

from tests.ui.intake.batches import broken, sent
from tracker.domain.period import Month
from tracker.domain.sender_word import SenderWord, WordKind
from tracker.exchange.submissions.intake import plan_sent
from tracker.exchange.submissions.sheet import SentFile, Sheet
from tracker.exchange.submissions.understanding import Told
from tracker.metrics.live import Live
from tracker.store.book import Book
from tracker.store.sender_words import explain_word
from tracker.ui.models.intake_questions import About, Answer, questions

SEPTEMBER = Month(2026, 9)


@pytest.fixture
def book(book_path):
    with Book.open(book_path) as opened:
        yield opened


def asked(book, file, told=None):
    """The questions, each with its label, what is chosen in words, and the answers by their words."""
    with closing(Live(book, month=SEPTEMBER)) as live:
        plan = plan_sent(live, [file], told={file.name: told} if told else None)
        found = questions(plan.files[0], told, About(live.units, live.indicators, SEPTEMBER))
    return plan, {one.label: ({text: answer for answer, text in one.answers}, dict(one.answers)[one.chosen]) for one in found}


def explain(book, answer):
    with book.change("explain"):
        explain_word(book, answer.word)


def values(plan):
    return [(cell.indicator.name, f"{cell.value:f}") for _, cell in plan.cells()]


def test_a_file_that_is_understood_says_how(book):
    _, found = asked(book, sent("Ashby", ("Funds", "1.5"), ("Patents", "7")))
    assert {label: chosen for label, (_, chosen) in found.items()} == {
        "Reporting unit": "Ashby, by the file",
        "Reported month": "2026-09, by the file",
        "“Patents” is": "Choose…",
        "当月": "Month’s own",
    }


def test_an_unknown_indicator_is_explained_for_its_sender_or_passed_over(book):
    file = sent("Ashby", ("Funds", "1.5"), ("Patents", "7"))
    _, found = asked(book, file)
    answers = found["“Patents” is"][0]
    assert answers["Projects"].word == SenderWord(WordKind.INDICATOR, "Patents", "projects", 1)
    explain(book, answers["Projects"])
    plan, found = asked(book, file)
    assert values(plan) == [("Funds", "1.5"), ("Projects", "7")]
    assert "“Patents” is" not in found
    explain(book, answers["Not taken"])
    plan, found = asked(book, file)
    assert values(plan) == [("Funds", "1.5")]
    assert plan.is_clean


def test_a_column_is_told_to_be_another_one(book):
    file = sent("Ashby", ("Funds", "9"), heads=("报数",))
    _, found = asked(book, file)
    explain(book, found["报数"][0]["Cumulative"])
    plan, found = asked(book, file)
    assert found["报数"][1] == "Cumulative"
    assert values(plan) == [("Funds", "8")]  # August had 1
    explain(book, found["报数"][0]["Not taken"])
    assert values(asked(book, file)[0]) == []
    other, _ = asked(book, sent("Birch", ("Funds", "9"), heads=("报数",)))
    assert values(other) == [("Funds", "9")]  # another sender's word


def test_a_column_under_an_indicators_own_name_can_be_told_too(book):
    file = sent("", ("Ashby", "9", "3"), ("Birch", "7", "4"), heads=("Funds", "Projects"), name="all.xlsx")
    plan, found = asked(book, file)
    assert found["Reporting unit"][1] == "several, by the rows, by the file"
    assert len(values(plan)) == 4
    explain(book, found["Projects"][0]["Not taken"])
    explain(book, found["Funds"][0]["Cumulative"])
    plan, found = asked(book, file)
    assert values(plan) == [("Funds", "8"), ("Funds", "5")]
    assert (found["Funds"][1], found["Projects"][1]) == ("Cumulative", "Not taken")


def test_an_unknown_sender_is_remembered_and_a_known_one_never_renamed(book):
    strange = sent("Elmtown", ("Funds", "1"))
    _, found = asked(book, strange)
    assert found["Reporting unit"][1] == "not known, by the file"
    explain(book, found["Reporting unit"][0]["Dune Park"])
    plan, found = asked(book, strange)
    assert found["Reporting unit"][1] == "Dune Park, by the file"
    assert [cell.unit.name for _, cell in plan.cells()] == ["Dune Park"]
    known = sent("Ashby", ("Funds", "1"))
    answer = asked(book, known)[1]["Reporting unit"][0]["Birch"]
    assert answer == Answer(told=Told(unit=2))
    plan, found = asked(book, known, answer.told)
    assert [cell.unit.name for _, cell in plan.cells()] == ["Birch"]
    assert found["Reporting unit"][1] == "Birch"


def test_the_month_is_told_for_one_file(book):
    file = sent("Ashby", ("Funds", "1"), month="")
    plan, found = asked(book, file)
    assert found["Reported month"][1] == "not known, by the file"
    assert values(plan) == []
    plan, found = asked(book, file, found["Reported month"][0]["2026-07"].told)
    assert [cell.month for _, cell in plan.cells()] == [Month(2026, 7)]
    assert found["Reported month"][1] == "2026-07"
    assert found["Reported month"][0]["As the file says"].told == Told()


def test_an_unknown_unit_in_a_row_is_explained_for_everybody(book):
    file = sent("", ("Ashby", "9"), ("Elmtown", "7"), heads=("Funds",), name="all.xlsx")
    _, found = asked(book, file)
    explain(book, found["“Elmtown” is"][0]["Cedar"])
    plan, _ = asked(book, file)
    assert [cell.unit.name for _, cell in plan.cells()] == ["Ashby", "Cedar"]
    _, found = asked(book, sent("", ("Ashby", "9"), ("Fernhill", "7"), heads=("Funds",), name="all.xlsx"))
    assert found["“Fernhill” is"][0]["Not taken"].word.kind is WordKind.INDICATOR


def test_of_a_broken_file_nothing_is_asked(book):
    assert asked(book, broken())[1] == {}


def test_a_row_of_two_names_is_explained_by_both(book):
    rows = (("Money", "Funds", "9"), ("Work", "Patents", "7"))
    texts = (("填报单位：", "Ashby", ""), ("2026年9月", "", ""), ("类别", "指标", "当月"), *rows)
    file = SentFile("Ashby.xlsx", "ab" * 32, None, (Sheet("Sheet1", texts),))
    _, found = asked(book, file)
    explain(book, found["“Work Patents” is"][0]["Projects"])
    plan, _ = asked(book, file)
    assert ("Projects", "7") in values(plan)
