import pytest

from tracker.exchange.problems import DataFolderRefused, Findings, Problem


def test_a_problem_names_its_place_as_far_as_it_has_one() -> None:
    assert str(Problem("a.csv", None, "", "It is empty.", "Fill it.")) == "a.csv: It is empty. Fill it."
    assert str(Problem("a.csv", 3, "", "It is short.", "")) == "a.csv, row 3: It is short."
    assert str(Problem("a.csv", 3, "code", "It is odd.", "Mend it.")) == "a.csv, row 3, column code: It is odd. Mend it."


def test_nothing_found_refuses_nothing() -> None:
    Findings().refuse()


def test_problems_are_sorted_by_file_and_row_as_the_files_were_read() -> None:
    findings = Findings()
    for file, row in (("b.csv", 9), ("a.csv", 2), ("b.csv", None), ("b.csv", 3)):
        findings.add(file, row, "", what="odd")
    with pytest.raises(DataFolderRefused) as refused:
        findings.refuse()
    places = [(problem.file, problem.row) for problem in refused.value.problems]
    assert places == [("b.csv", None), ("b.csv", 3), ("b.csv", 9), ("a.csv", 2)]


def test_what_could_not_be_read_is_known() -> None:
    findings = Findings()
    findings.add("a.csv", 3, "group", what="empty")
    assert findings.lost("a.csv", "group")
    assert not findings.lost("a.csv", "code")
    assert not findings.lost("b.csv", "group")
    findings.add("a.csv", 4, "", what="short")
    assert findings.lost("a.csv", "code")
