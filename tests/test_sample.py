"""The sample county is the one that tools/make_sample.py makes, and has the flaws that a clerk meets."""

import csv
import json
import runpy
import sys
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from tracker.domain.amount import exact_decimal
from tracker.domain.parsing import read_amount
from tracker.exchange.data_folder import dump, load
from tracker.store.book import Book

PROJECT = Path(__file__).resolve().parent.parent
SAMPLE = PROJECT / "resources" / "sample"
NEWEST = "2026-09"
Rows = list[dict[str, str]]


def rows(name: str) -> Rows:
    with (SAMPLE / name).open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


@pytest.fixture(scope="module")
def figures() -> dict[tuple[str, str, str], dict[str, str]]:
    return {(row["unit"], row["indicator"], row["month"]): row for row in rows("figures.csv")}


@pytest.fixture(scope="module")
def targets() -> dict[tuple[str, str], Decimal]:
    return {(row["unit"], row["indicator"]): exact_decimal(row["value"]) for row in assigned(2026)}


def assigned(year: int) -> Rows:
    return [row for row in rows("targets.csv") if row["year"] == str(year) and row["set"] == "assigned"]


def cumulative(figures: dict[tuple[str, str, str], dict[str, str]], unit: str, indicator: str, year: int) -> Decimal | None:
    """January to September of the year; None where nothing was reported."""
    found = [figures.get((unit, indicator, f"{year}-{month:02d}")) for month in range(1, 10)]
    values = [exact_decimal(row["value"]) for row in found if row and row["value"]]
    return sum(values, Decimal(0)) if values else None


def test_the_script_makes_the_same_bytes_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = tmp_path / "sample"
    monkeypatch.setattr(sys, "argv", ["make_sample.py", str(made)])
    runpy.run_path(str(PROJECT / "tools" / "make_sample.py"), run_name="__main__")
    names = sorted(path.name for path in SAMPLE.iterdir())
    assert names == sorted(path.name for path in made.iterdir())
    for name in names:
        assert (made / name).read_bytes() == (SAMPLE / name).read_bytes(), f"{name}: run tools/make_sample.py and commit"


def test_a_book_takes_the_folder_and_gives_it_back(tmp_path: Path) -> None:
    with Book.create(tmp_path / "county.tracker") as book:
        assert load(book, SAMPLE).changed
        dump(book, tmp_path / "folder")
    for path in SAMPLE.iterdir():
        assert (tmp_path / "folder" / path.name).read_bytes() == path.read_bytes()


def test_the_county_has_eighteen_units_in_five_groups_and_ten_indicators_of_three_kinds() -> None:
    units, indicators = rows("units.csv"), rows("indicators.csv")
    package = json.loads((SAMPLE / "datapackage.json").read_text(encoding="utf-8"))
    assert len(units) == 18
    assert list(dict.fromkeys(row["group"] for row in units)) == package["groups"]
    assert len(package["groups"]) == 5
    assert len(indicators) == 10
    assert {row["kind"] for row in indicators} == {"flow", "stock", "ratio"}
    assert "lower" in {row["direction"] for row in indicators}
    assert {row["rank_by"] for row in indicators} == {"completion", "cumulative", "yoy"}


def test_every_month_of_two_and_three_quarter_years_has_figures(figures: dict[tuple[str, str, str], dict[str, str]]) -> None:
    months = [f"{year}-{month:02d}" for year in (2024, 2025, 2026) for month in range(1, 13)]
    assert sorted({month for _, _, month in figures}) == months[: months.index(NEWEST) + 1]


def test_every_figure_has_at_most_its_indicators_decimals(figures: dict[tuple[str, str, str], dict[str, str]]) -> None:
    indicators = {row["code"]: row for row in rows("indicators.csv")}
    for (_, indicator, _), row in figures.items():
        told = indicators[indicator]
        reading = read_amount(row["value"], unit=told["unit"], decimals=int(told["decimals"]))
        assert not reading.reason, row


def test_what_was_typed_gives_the_figure(figures: dict[tuple[str, str, str], dict[str, str]]) -> None:
    indicators = {row["code"]: row for row in rows("indicators.csv")}
    typed = [row for row in figures.values() if row["typed"]]
    assert len(typed) >= 3
    for row in typed:
        told = indicators[row["indicator"]]
        reading = read_amount(row["typed"], unit=told["unit"], decimals=int(told["decimals"]))
        assert reading.value == (exact_decimal(row["value"]) if row["value"] else None)


def test_one_cell_cannot_be_read(figures: dict[tuple[str, str, str], dict[str, str]]) -> None:
    assert [place for place, row in figures.items() if row["typed"] and not row["value"]] == [("U14", "WZ", NEWEST)]


def test_one_unit_is_late_and_one_lacks_a_figure(figures: dict[tuple[str, str, str], dict[str, str]]) -> None:
    listed = [row["code"] for row in rows("units.csv") if not row["valid_to"]]
    reported = {unit for unit, _, month in figures if month == NEWEST}
    assert [unit for unit in listed if unit not in reported] == ["U06"]
    lacking = {
        (unit, indicator)
        for unit, indicator, month in figures
        if month == "2026-08" and unit in reported and (unit, indicator, NEWEST) not in figures
    }
    assert lacking == {("U13", "GTZ")}


def test_one_unit_was_merged_into_another_in_mid_2026(figures: dict[tuple[str, str, str], dict[str, str]]) -> None:
    [merged] = [row for row in rows("units.csv") if row["merged_into"]]
    assert (merged["valid_to"], merged["merged_into"]) == ("2026-06", "U08")
    assert max(month for unit, _, month in figures if unit == merged["code"]) == "2026-06"
    [into] = [row for row in rows("units.csv") if row["code"] == merged["merged_into"]]
    assert into["group"] == merged["group"]


def test_one_unit_begins_in_2026_and_has_no_base(figures: dict[tuple[str, str, str], dict[str, str]]) -> None:
    [new] = [row for row in rows("units.csv") if row["valid_from"]]
    assert new["valid_from"] == min(month for unit, _, month in figures if unit == new["code"]) == "2026-03"


def test_some_units_have_no_target_and_no_figure_for_foreign_capital(
    targets: dict[tuple[str, str], Decimal], figures: dict[tuple[str, str, str], dict[str, str]]
) -> None:
    without = {row["code"] for row in rows("units.csv")} - {unit for unit, indicator in targets if indicator == "WZ"}
    assert without == {"U09", "U10", "U11", "U18"}
    assert not without & {unit for unit, indicator, _ in figures if indicator == "WZ"}


def test_two_units_of_a_group_tie_in_completion(
    targets: dict[tuple[str, str], Decimal], figures: dict[tuple[str, str, str], dict[str, str]]
) -> None:
    completions = {
        unit: Fraction(cumulative(figures, unit, "SWZJ", 2026) or 0) / Fraction(targets[unit, "SWZJ"]) for unit in ("U02", "U03")
    }
    assert completions["U02"] == completions["U03"] == Fraction(76, 100)
    groups = {row["code"]: row["group"] for row in rows("units.csv")}
    assert groups["U02"] == groups["U03"]


def test_a_base_is_zero_where_this_years_figure_is_not(figures: dict[tuple[str, str, str], dict[str, str]]) -> None:
    assert cumulative(figures, "U09", "TC", 2025) == 0
    assert (cumulative(figures, "U09", "TC", 2026) or 0) > 0


def test_one_figure_is_a_negative_correction_with_its_note(figures: dict[tuple[str, str, str], dict[str, str]]) -> None:
    [negative] = [row for row in figures.values() if row["value"].startswith("-")]
    assert negative["month"] == NEWEST
    assert negative["note"]


def test_completions_in_september_lie_around_the_pace(
    targets: dict[tuple[str, str], Decimal], figures: dict[tuple[str, str, str], dict[str, str]]
) -> None:
    listed = [row["code"] for row in rows("units.csv") if not row["valid_to"]]
    completions = [
        Fraction(cumulative(figures, unit, "SWZJ", 2026) or 0) / Fraction(targets[unit, "SWZJ"]) * 100 for unit in listed
    ]
    assert all(50 <= completion <= 105 for completion in completions)
    gaps = [completion - 75 for completion in completions]
    assert sum(gap >= 0 for gap in gaps) >= 4
    assert sum(-10 <= gap < 0 for gap in gaps) >= 3
    assert sum(gap < -10 for gap in gaps) >= 3


def test_the_countys_own_target_is_less_than_what_is_handed_down(targets: dict[tuple[str, str], Decimal]) -> None:
    handed_down = sum(value for (unit, indicator), value in targets.items() if unit and indicator == "SWZJ")
    assert targets["", "SWZJ"] < handed_down
    assert [place for place in targets if not place[0]] == [("", "SWZJ")]


def test_both_sets_of_targets_stand_side_by_side_for_some_indicators() -> None:
    assert {row["indicator"] for row in rows("targets.csv") if row["set"] == "stretch"} == {"SWZJ", "QY"}


def test_the_plan_rises_to_the_whole_year() -> None:
    shares = [exact_decimal(row["share"]) for row in rows("plan.csv")]
    assert shares == sorted(shares)
    assert len(shares) == 12
    assert shares[-1] == 1


def test_the_schemes_points_add_up_to_a_hundred() -> None:
    assert sum(exact_decimal(row["points"]) for row in rows("scheme.csv")) == 100


def test_a_units_name_has_a_character_that_gbk_lacks() -> None:
    [rare] = [row["name"] for row in rows("units.csv") if row["name"].encode("gbk", "ignore").decode("gbk") != row["name"]]
    assert rare == "小㙦乡"
